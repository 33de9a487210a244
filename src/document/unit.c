/* SPDX-License-Identifier: MIT */
#include "document/unit.h"

#include <string.h>

void cl_units_add(struct cl_units *u, const struct cl_unit *unit)
{
	struct cl_unit *larger;

	if (u->count == u->cap) {
		size_t cap = u->cap ? u->cap * 2 : 16;

		larger = cl_arena_array(u->arena, cap, sizeof(*larger));
		if (!larger) {
			u->failed = true;
			return;
		}
		if (u->count)
			memcpy(larger, u->items, u->count * sizeof(*larger));
		u->items = larger;
		u->cap = cap;
	}
	u->items[u->count++] = *unit;
}

bool cl_units_hand_over(struct cl_units *u, const struct cl_buf *text,
			const struct cl_buf *map)
{
	struct cl_str places = cl_buf_str(map);
	uint32_t *copy;

	if (text->failed || map->failed)
		return false;
	copy = cl_arena_alloc(u->arena, places.len + sizeof(*copy));
	u->text.ptr = cl_arena_dup(u->arena, cl_buf_str(text));
	u->text.len = text->len;
	if (!u->text.ptr || !copy)
		return false;
	if (places.len)
		memcpy(copy, places.ptr, places.len);
	for (size_t i = 0; u->map && i < u->text.len; i++)
		copy[i] = u->map[copy[i]];
	u->map = copy;
	return true;
}
