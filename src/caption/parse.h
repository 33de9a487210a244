/* SPDX-License-Identifier: MIT */
/*
 * The state that the caption grammars share: the tokens of the text, and what
 * has been read so far. Each grammar reads free tokens, adds values, and claims
 * the tokens it understood. Want of memory is noted once, in failed, and asked
 * for at the end; until then adding is a no-op.
 */
#ifndef CL_CAPTION_PARSE_H
#define CL_CAPTION_PARSE_H

#include <string.h>

#include "caption/token.h"
#include "cutline/caption.h"

/* More values of one field than this are not compared with each other, so that
 * a megabyte of names stays linear. */
#define CL_COMPARED_MAX 64

struct cl_value_list {
	struct cutline_value *items;
	size_t count, cap;
};

struct cl_part_list {
	struct cutline_credit_part *items;
	size_t count, cap;
};

/* The tokens of one credit, brackets included. */
struct cl_clause {
	uint32_t from, to;
};

struct cl_clause_list {
	struct cl_clause *items;
	size_t count, cap;
};

struct cl_date_list {
	struct cutline_caption_date *items;
	size_t count, cap;
};

/* What cl_agency_at() found last at a token: the grammar of credits asks for
 * the same name again and again. */
struct cl_agency_memo {
	const struct cl_token *token;
	uint32_t limit; /* of the search: the same for any below it ... */
	uint32_t end;   /* ... that this is not past */
	struct cutline_agency found;
};

#define CL_AGENCY_MEMOS 16

/* Answers kept for those who ask again. */
struct cl_memo {
	struct cl_agency_memo agencies[CL_AGENCY_MEMOS];
	const struct cl_token *tokens; /* that tail is of */
	uint32_t tail;
};

struct cl_parse {
	struct cl_arena *arena;
	struct cl_str text;
	struct cl_token *tokens;
	uint32_t count;
	struct cl_memo *memo;
	const struct cutline_caption_options *opts;
	bool failed;

	struct cl_value_list fields[CUTLINE_CAPTION_FIELDS];
	struct cl_value_list inferred[CUTLINE_CAPTION_FIELDS];
	struct cl_part_list parts;
	struct cl_clause_list clauses;
	struct cl_date_list dates;
	const char *country_code; /* stated, or that of the stated state */
	uint32_t body;            /* first token after the dateline */
	uint32_t main_end;        /* where the sentence of the picture ends */
	uint8_t language;         /* enum cl_language */
	bool dateline_stays;      /* the body names the dateline's city again */
	bool in_fields; /* reading a credit field, not a caption's text */
};

/* The bytes of tokens from to to, to exclusive. */
struct cl_str cl_text_of(const struct cl_parse *p, uint32_t from, uint32_t to);
struct cutline_span cl_span_of(const struct cl_parse *p, uint32_t from,
			       uint32_t to);

/* One token's text; without the full stop of an abbreviation. */
static inline struct cl_str cl_token_text(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	return (struct cl_str){ p->text.ptr + t->start, t->end - t->start };
}

struct cl_str cl_token_stem(const struct cl_parse *p, uint32_t i);

/* The rest of the comparison below: all bytes of a word, case ignored. */
bool cl_same_word(const struct cl_parse *p, uint32_t i, const char *word);

/* Is token i this word, which is given in small letters? Past the end: no. */
static inline bool cl_is_word(const struct cl_parse *p, uint32_t i,
			      const char *word)
{
	return i < p->count && p->tokens[i].first == word[0] &&
	       p->tokens[i].stem == strlen(word) && cl_same_word(p, i, word);
}

static inline bool cl_is_sign(const struct cl_parse *p, uint32_t i, char sign)
{
	return i < p->count && p->tokens[i].sign == sign;
}

static inline bool cl_has_class(const struct cl_parse *p, uint32_t i,
				uint32_t classes)
{
	return i < p->count && (p->tokens[i].classes & classes);
}

static inline bool cl_is_listed(const struct cl_parse *p, uint32_t i,
				uint64_t lists)
{
	return i < p->count && (p->tokens[i].lists & lists);
}

static inline bool cl_has_flag(const struct cl_parse *p, uint32_t i,
			       unsigned flags)
{
	return i < p->count && (p->tokens[i].flags & flags);
}

static inline bool cl_is_free(const struct cl_parse *p, uint32_t i)
{
	return i < p->count && p->tokens[i].owner == CL_FREE;
}

/* A free word that begins with a capital. */
static inline bool cl_is_cap(const struct cl_parse *p, uint32_t i)
{
	return cl_is_free(p, i) && p->tokens[i].kind == CL_T_WORD &&
	       (p->tokens[i].flags & CL_F_CAP);
}

/* Where the text ends but for signs and what has been read. */
uint32_t cl_tail(const struct cl_parse *p);

/* Where the sentence that tells of the picture ends: what follows is about
 * other days and places. */
uint32_t cl_main_end(struct cl_parse *p);

void cl_claim(struct cl_parse *p, uint32_t from, uint32_t to,
	      enum cl_owner owner);

/* A copy of text in the arena, white space folded; NULL, and failed, when
 * there is no memory. */
const char *cl_keep(struct cl_parse *p, struct cl_str text);

/* Add a value; returns it, or NULL when memory failed. An equal value (by its
 * key) that the field already has is returned instead. */
struct cutline_value *cl_add_value(struct cl_parse *p, enum cutline_field field,
				   struct cl_str text, struct cutline_span span,
				   double confidence, const char *rule);
struct cutline_value *cl_add_inferred(struct cl_parse *p,
				      enum cutline_field field,
				      const char *text, double confidence,
				      const char *rule);
bool cl_has_value(const struct cl_parse *p, enum cutline_field field);

void cl_add_part(struct cl_parse *p, enum cutline_role role, struct cl_str name,
		 struct cutline_span span);
void cl_add_clause(struct cl_parse *p, uint32_t from, uint32_t to);
void cl_add_date(struct cl_parse *p, enum cutline_date_role role,
		 const struct cutline_date *date, struct cutline_span span);

#endif
