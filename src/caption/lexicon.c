/* SPDX-License-Identifier: MIT */
#include "caption/lexicon.h"

const struct cl_lexicon_word *cl_lexicon_find(const struct cl_word *word)
{
	const struct cl_lexicon_word *found = NULL;
	uint32_t at = word->hash & cl_lexicon_mask;

	for (; cl_lexicon_slots[at]; at = (at + 1) & cl_lexicon_mask) {
		found = &cl_lexicon_words[cl_lexicon_slots[at]];
		if (found->part[0] == word->part[0] &&
		    found->part[1] == word->part[1] &&
		    found->part[2] == word->part[2])
			return found;
	}
	return &cl_lexicon_words[0];
}
