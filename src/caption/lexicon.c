/* SPDX-License-Identifier: MIT */
#include "caption/lexicon.h"

uint32_t cl_word_classes(struct cl_str word)
{
	uint32_t hash = 2166136261u, at;

	if (word.len > 24)
		return 0;
	for (size_t i = 0; i < word.len; i++)
		hash = (hash ^ (uint8_t)cl_to_lower(word.ptr[i])) * 16777619u;
	for (at = hash & cl_lexicon_mask; cl_lexicon_slots[at].word;
	     at = (at + 1) & cl_lexicon_mask) {
		const struct cl_lexicon_slot *slot = &cl_lexicon_slots[at];
		struct cl_str w = { slot->word, slot->len };

		if (cl_str_eq_nocase(word, w))
			return slot->classes;
	}
	return 0;
}
