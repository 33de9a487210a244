/* SPDX-License-Identifier: MIT */
/* What the files that look for credits share. */
#ifndef CL_CAPTION_CREDIT_FIND_H
#define CL_CAPTION_CREDIT_FIND_H

#include "caption/credit.h"

/* Does a known agency stand in the chain, beside one of its separators? */
bool cl_credit_has_known(const struct cl_parse *p, uint32_t from, uint32_t to);

/* Do only signs and what is claimed follow from i on? */
bool cl_credit_ends_text(const struct cl_parse *p, uint32_t i);

/* Does token i end in a full stop that may be the sentence's; does a sentence,
 * line or credit end before i? */
bool cl_credit_dot(const struct cl_parse *p, uint32_t i);
bool cl_credit_after_sentence(const struct cl_parse *p, uint32_t i);

/* Read and claim tokens from to to as a credit, by the named rule. */
void cl_credit_take(struct cl_parse *p, uint32_t from, uint32_t to,
		    const char *rule);

/* Where the name that begins at from ends. */
uint32_t cl_credit_name_after(const struct cl_parse *p, uint32_t from);

/* A chain of names around / or via at i, outside brackets: the token after it,
 * or i. */
uint32_t cl_credit_take_chain(struct cl_parse *p, uint32_t i);

/* "by ana_lima is licensed under CC BY 4.0", "by Ana Lima, Wikimedia Commons,
 * CC BY 4.0" at "by": the token after it, or by. */
uint32_t cl_credit_take_licence(struct cl_parse *p, uint32_t by);

#endif
