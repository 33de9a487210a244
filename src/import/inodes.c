/* SPDX-License-Identifier: MIT */
#include "import/inodes.h"

#include <stdint.h>

#include "base/alloc.h"

void cl_inodes_release(struct cl_inodes *set)
{
	cl_free(set->slots);
	*set = (struct cl_inodes){ 0 };
}

/* Where it is or belongs; room is never full. */
static struct cl_inode *slot_of(struct cl_inode *slots, size_t room, dev_t dev,
				ino_t ino)
{
	uint64_t mixed = ((uint64_t)ino ^ (uint64_t)dev << 32) *
			 UINT64_C(0x9E3779B97F4A7C15);
	size_t at = (size_t)(mixed >> 32) & (room - 1);

	while (slots[at].used && (slots[at].dev != dev || slots[at].ino != ino))
		at = (at + 1) & (room - 1);
	return &slots[at];
}

static bool grow(struct cl_inodes *set)
{
	size_t room = set->room > 0 ? 2 * set->room : 64;
	struct cl_inode *slots = cl_alloc_zero(room, sizeof(*slots));

	if (!slots)
		return false;
	for (size_t i = 0; i < set->room; i++) {
		const struct cl_inode *old = &set->slots[i];

		if (old->used)
			*slot_of(slots, room, old->dev, old->ino) = *old;
	}
	cl_free(set->slots);
	set->slots = slots;
	set->room = room;
	return true;
}

bool cl_inodes_add(struct cl_inodes *set, dev_t dev, ino_t ino, bool *fresh)
{
	struct cl_inode *slot;

	if (2 * (set->count + 1) > set->room && !grow(set))
		return false;
	slot = slot_of(set->slots, set->room, dev, ino);
	*fresh = !slot->used;
	set->count += *fresh;
	*slot = (struct cl_inode){ dev, ino, true };
	return true;
}
