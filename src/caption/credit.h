/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_CREDIT_H
#define CL_CAPTION_CREDIT_H

#include "caption/parse.h"

/* Find the credits of a caption, read and claim them. */
void cl_credit_find(struct cl_parse *p);

/* Find those at the end that no word opens, after the others. */
void cl_credit_tail(struct cl_parse *p);

/* Do tokens from to to read as a credit, no word opening it? last: they end the
 * text. */
bool cl_credit_reads(const struct cl_parse *p, uint32_t from, uint32_t to,
		     bool last);

/* "In this photo released by the ministry": when no credit names anybody. */
void cl_credit_giver(struct cl_parse *p);

/* Read one that begins at token i, where a sentence or line does, and ends the
 * text; the token after it, or i. */
uint32_t cl_credit_tail_at(struct cl_parse *p, uint32_t i);

/* Read tokens from to to as one credit into its parts, and into creators and
 * agencies. */
void cl_credit_read(struct cl_parse *p, uint32_t from, uint32_t to,
		    double confidence, const char *rule);

/* Read the tokens of a credit field of an image file. slot is what stands
 * there when nothing tells otherwise: a creator in a by-line, a provider in
 * credit and source. */
void cl_credit_read_field(struct cl_parse *p, enum cutline_role slot);

/* The credit as it is printed, out of its parts; NULL when there are none. */
const char *cl_credit_line(struct cl_parse *p);

/* The longest known agency that begins at token i and ends before limit: the
 * token after it, or i when there is none. */
uint32_t cl_agency_at(const struct cl_parse *p, uint32_t i, uint32_t limit,
		      struct cutline_agency *out);

/* No credit is longer; the search for its end stops there. */
#define CL_CREDIT_TOKENS 60

/* May the token, may all of them, stand in a credit? */
bool cl_credit_fits(const struct cl_parse *p, uint32_t i);

/* Does how a museum came by the picture begin at i: "gift of", "purchased
 * with"? Not "Gift Lima", "Purchase College". */
bool cl_credit_gift(const struct cl_parse *p, uint32_t i);

/* Is token i, though not written as a name, a user's? See credit_user.c. */
bool cl_credit_user(const struct cl_parse *p, uint32_t i);
bool cl_credit_all_fit(const struct cl_parse *p, uint32_t from, uint32_t to);

/* Is the bracket at i part of a sailor's rating: "(Submarine) 2nd Class"? */
bool cl_credit_rank_bracket(const struct cl_parse *p, uint32_t i);

/* Do the words from i on open a credit: "Photo by", "Courtesy of"; or an owner
 * and then they: "U.S. Army photo by"? */
bool cl_credit_opens(const struct cl_parse *p, uint32_t i, uint32_t to);
bool cl_credit_owner_opens(const struct cl_parse *p, uint32_t i, uint32_t to);

/* Does a part hold the word of an organisation? Is it one to five words that
 * may be a person's name? */
bool cl_like_organisation(const struct cl_parse *p, uint32_t from, uint32_t to);
bool cl_like_person(const struct cl_parse *p, uint32_t from, uint32_t to);

/* The first token after "Staff Sgt." and the like, while a name is left. */
uint32_t cl_skip_ranks(const struct cl_parse *p, uint32_t from, uint32_t to);

/* Where a unit or service that is stuck to a name begins, or to: "Ana Lima 50th
 * Public Affairs Detachment". */
uint32_t cl_find_unit(const struct cl_parse *p, uint32_t from, uint32_t to,
		      bool ranked);

/* The end of a phrase of words that name nobody ("Public domain"), or i. */
uint32_t cl_credit_aside(const struct cl_parse *p, uint32_t i, uint32_t to);

/* A given name. */
static inline bool cl_is_given(const struct cl_parse *p, uint32_t i)
{
	return cl_has_class(p, i, CL_W_GIVEN) ||
	       cl_is_listed(p, i, CL_L_CREDIT_GIVEN);
}

/* "stock.example.com"; "R.B.", "JM". */
bool cl_is_domain(const struct cl_parse *p, uint32_t i);
bool cl_is_initials(const struct cl_parse *p, uint32_t i);

/* The number of a picture in an archive; the beginning of a day. */
bool cl_is_reference(const struct cl_parse *p, uint32_t i);
bool cl_credit_date(const struct cl_parse *p, uint32_t i);

/* A year by itself, as in "AFP 2021". */
bool cl_is_year(const struct cl_parse *p, uint32_t i);

#endif
