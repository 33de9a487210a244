/* SPDX-License-Identifier: MIT */
#include "caption/named.h"

unsigned cl_named_find(const struct cl_key *key)
{
	uint32_t hash = cl_hash_of((struct cl_str){ key->text, key->len });
	uint32_t at = key->hash % cl_named_size;

	for (; cl_named_slots[at]; at = at + 1 < cl_named_size ? at + 1 : 0)
		if ((cl_named_slots[at] | CL_NAMED_ANY) ==
		    (hash | CL_NAMED_ANY))
			return cl_named_slots[at] & CL_NAMED_ANY;
	return 0;
}
