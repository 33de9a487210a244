/* SPDX-License-Identifier: MIT */
#include "caption/language.h"

/* Small words that are looked at: a caption has said enough by then. */
#define TOKENS_MAX 400

enum cl_language cl_language_of(struct cl_parse *p)
{
	static const uint64_t lists[] = { CL_L_ENGLISH, CL_L_GERMAN,
					  CL_L_ROMANCE, CL_L_NORTHERN };
	unsigned counts[4] = { 0 }, best = 0;

	if (p->language != CL_LANG_UNASKED)
		return (enum cl_language)p->language;
	for (uint32_t i = 0; i < p->count && i < TOKENS_MAX; i++) {
		if (!p->tokens[i].lists || p->tokens[i].owner == CL_BY_CREDIT)
			continue;
		for (unsigned k = 0; k < 4; k++)
			counts[k] += (p->tokens[i].lists & lists[k]) != 0;
	}
	for (unsigned k = 1; k < 4; k++)
		if (counts[k] > counts[best])
			best = k;
	p->language = (uint8_t)(CL_LANG_ENGLISH + best);
	return (enum cl_language)p->language;
}
