/* SPDX-License-Identifier: MIT */
/*
 * What a caption says about itself: restrictions ("EDITORIAL USE ONLY",
 * "NETHERLANDS OUT", embargoes), the agency's numbers (VIRIN, epa), and words
 * that say nothing of the picture ("TPX IMAGES OF THE DAY", "See PA story").
 *
 * A restriction begins with one of its phrases. In a bracket it is the bracket;
 * in capitals it runs as far as the capitals; else to the end of its sentence.
 */
#include "caption/boiler.h"

struct phrase {
	const char *words; /* parted by one blank */
	enum cl_owner owner;
	const char *kind;
};

static const struct phrase phrases[] = {
	{ "attention editors", CL_BY_RESTRICTION, "other" },
	{ "distributed as a service", CL_BY_RESTRICTION, "use" },
	{ "do not use", CL_BY_RESTRICTION, "use" },
	{ "editorial use only", CL_BY_RESTRICTION, "use" },
	{ "embargoed", CL_BY_RESTRICTION, "embargo" },
	{ "exclusive", CL_BY_BOILERPLATE, NULL },
	{ "exclusive coverage", CL_BY_BOILERPLATE, NULL },
	{ "for editorial use only", CL_BY_RESTRICTION, "use" },
	{ "mandatory credit \"", CL_BY_RESTRICTION, "credit" },
	{ "no archives", CL_BY_RESTRICTION, "use" },
	{ "no commercial use", CL_BY_RESTRICTION, "use" },
	{ "no mobile", CL_BY_RESTRICTION, "use" },
	{ "no resale", CL_BY_RESTRICTION, "use" },
	{ "no resales", CL_BY_RESTRICTION, "use" },
	{ "no sales", CL_BY_RESTRICTION, "use" },
	{ "no third party sales", CL_BY_RESTRICTION, "use" },
	{ "no use with", CL_BY_RESTRICTION, "use" },
	{ "not for sale", CL_BY_RESTRICTION, "use" },
	{ "note to editors", CL_BY_RESTRICTION, "other" },
	{ "note to user", CL_BY_RESTRICTION, "use" },
	{ "restricted to editorial use", CL_BY_RESTRICTION, "use" },
	{ "see pa story", CL_BY_BOILERPLATE, NULL },
	{ "strictly editorial use", CL_BY_RESTRICTION, "use" },
	{ "tpx images of the day", CL_BY_BOILERPLATE, NULL },
	{ "use is subject to restrictions", CL_BY_RESTRICTION, "use" },
	{ "view original", CL_BY_BOILERPLATE, NULL },
};

/* The token after the phrase at i, or i. */
static uint32_t phrase_at(const struct cl_parse *p, uint32_t i,
			  const char *words)
{
	struct cl_str rest = cl_str_from(words), word;

	while (cl_str_split(&rest, ' ', &word)) {
		if (i >= p->count)
			return CL_NO_TOKEN;
		if (cl_str_eq(word, CL_STR("\""))) {
			if (p->tokens[i].sign != '"' &&
			    p->tokens[i].sign != '\'')
				return CL_NO_TOKEN;
		} else if (!cl_str_eq_nocase(cl_token_stem(p, i), word)) {
			return CL_NO_TOKEN;
		}
		i++;
	}
	return i;
}

static bool is_small(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	return t->kind == CL_T_WORD &&
	       !(t->flags & (CL_F_UPPER | CL_F_INITIAL));
}

/* Where a restriction that begins at i ends. */
static uint32_t restriction_end(const struct cl_parse *p, uint32_t i)
{
	bool capitals = cl_has_flag(p, i, CL_F_UPPER);
	uint32_t end = i + 1, solid = i + 1;

	while (end < p->count && p->tokens[end].owner == CL_FREE) {
		const struct cl_token *t = &p->tokens[end];

		if (t->flags & CL_F_LINE)
			break;
		if (capitals && is_small(p, end))
			return solid;
		if (!capitals && t->kind == CL_T_SIGN && t->sign == '.')
			return end;
		if (t->kind == CL_T_OPEN && t->mate == CL_NO_TOKEN)
			break;
		end++;
		if (t->kind != CL_T_SIGN || t->sign == '.')
			solid = end;
	}
	return end;
}

static void add_restriction(struct cl_parse *p, uint32_t from, uint32_t to,
			    const char *kind)
{
	struct cutline_value *v;

	v = cl_add_value(p, CUTLINE_RESTRICTIONS, cl_text_of(p, from, to),
			 cl_span_of(p, from, to), 0.95, "restriction");
	if (v && !v->kind)
		v->kind = kind;
}

static uint32_t take_phrase(struct cl_parse *p, uint32_t i,
			    const struct phrase *phrase, uint32_t bracket)
{
	uint32_t from = i, end;

	if (bracket != CL_NO_TOKEN && p->tokens[bracket].mate != CL_NO_TOKEN &&
	    bracket + 4 >= i) {
		from = bracket + 1;
		end = p->tokens[bracket].mate;
		cl_claim(p, bracket, end + 1, phrase->owner);
	} else if (phrase->owner == CL_BY_BOILERPLATE) {
		end = phrase_at(p, i, phrase->words);
		cl_claim(p, from, end, phrase->owner);
		return end;
	} else {
		end = restriction_end(p, i);
		cl_claim(p, from, end, phrase->owner);
	}
	if (phrase->kind)
		add_restriction(p, from, end, phrase->kind);
	return end;
}

static void add_reference(struct cl_parse *p, uint32_t from, uint32_t to,
			  const char *kind)
{
	struct cutline_value *v;

	v = cl_add_value(p, CUTLINE_REFERENCES, cl_text_of(p, from, to),
			 cl_span_of(p, from, to), 0.97, "reference");
	if (v)
		v->kind = kind;
	cl_claim(p, from, to, CL_BY_REFERENCE);
}

/* A VIRIN: six digits, a letter, the service and unit, the number:
 * 210813-A-AB123-0001 (DoD Instruction 5040.02). */
static bool is_virin(struct cl_str s)
{
	size_t digits = 0;

	while (digits < s.len && cl_is_digit(s.ptr[digits]))
		digits++;
	return digits == 6 && s.len >= 15 && s.ptr[6] == '-' &&
	       cl_is_upper(s.ptr[7]) && s.ptr[8] == '-';
}

static uint32_t take_reference(struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);

	if (p->tokens[i].kind == CL_T_NUMBER && is_virin(s)) {
		add_reference(p, i, i + 1, "virin");
		return i + 1;
	}
	if (i == 0 && s.len == 11 && cl_str_starts_nocase(s, CL_STR("epa")) &&
	    cl_is_digit(s.ptr[3])) {
		add_reference(p, i, i + 1, "epa");
		return i + 1;
	}
	if (cl_is_word(p, i, "virin") && cl_is_sign(p, i + 1, ':') &&
	    i + 2 < p->count) {
		cl_claim(p, i, i + 2, CL_BY_REFERENCE);
		add_reference(p, i + 2, i + 3, "virin");
		return i + 3;
	}
	return i;
}

/* "(GERMANY - Tags: POLITICS)": Reuters' country and subjects. The country
 * stays to be read by the grammar of places. */
static uint32_t take_tags(struct cl_parse *p, uint32_t i)
{
	uint32_t close = p->tokens[i].mate;

	if (close == CL_NO_TOKEN)
		return i;
	for (uint32_t k = i + 1; k < close && k < i + 12; k++) {
		if (cl_is_word(p, k, "tags") && cl_is_sign(p, k + 1, ':')) {
			cl_claim(p, k, close + 1, CL_BY_BOILERPLATE);
			return close + 1;
		}
	}
	return i;
}

/* Does the word before a country belong to it: "NEW ZEALAND", "UK AND IRELAND"?
 * Others are the photographer's name: "EPA/ANA LIMA POLAND OUT". */
static bool joins_territory(const struct cl_parse *p, uint32_t i)
{
	static const char *const words[] = { "and",   "costa", "czech", "el",
					     "great", "hong",  "new",   "north",
					     "saudi", "south", "sri",   "the",
					     "united" };

	if (cl_is_word(p, i + 1, "and"))
		return true;
	for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		if (cl_is_word(p, i, words[k]))
			return true;
	return false;
}

/* "NETHERLANDS OUT", "GERMANY OUT; AUSTRIA OUT" */
static uint32_t take_territory(struct cl_parse *p, uint32_t i)
{
	uint32_t from = i;

	if (!cl_is_word(p, i, "out") || !cl_has_flag(p, i, CL_F_UPPER) ||
	    i == 0 || !cl_has_flag(p, i - 1, CL_F_UPPER))
		return i;
	if (cl_is_free(p, i - 1))
		from--;
	while (from > 0 && i - from < 6 &&
	       cl_has_flag(p, from - 1, CL_F_UPPER) &&
	       cl_is_free(p, from - 1) && joins_territory(p, from - 1))
		from--;
	add_restriction(p, from, i + 1, "territory");
	cl_claim(p, from, i + 1, CL_BY_RESTRICTION);
	return i + 1;
}

/* At the first token, one that is no word, or a listed word. */
static uint32_t take_at(struct cl_parse *p, uint32_t i, uint32_t bracket)
{
	uint32_t next;

	if (p->tokens[i].kind == CL_T_OPEN)
		return take_tags(p, i);
	if (p->tokens[i].kind > CL_T_NUMBER)
		return i;
	next = take_reference(p, i);
	if (next == i)
		next = take_territory(p, i);
	if (next != i)
		return next;
	if (!cl_has_flag(p, i, CL_F_CAP))
		return i;
	for (size_t k = 0; k < sizeof(phrases) / sizeof(phrases[0]); k++) {
		if (phrases[k].words[0] != p->tokens[i].first ||
		    phrase_at(p, i, phrases[k].words) == CL_NO_TOKEN)
			continue;
		if (phrases[k].owner == CL_BY_BOILERPLATE &&
		    !cl_has_flag(p, i, CL_F_UPPER | CL_F_SENTENCE))
			continue;
		return take_phrase(p, i, &phrases[k], bracket);
	}
	return i;
}

void cl_boiler_find(struct cl_parse *p)
{
	uint32_t i = 0, bracket = CL_NO_TOKEN;

	while (i < p->count) {
		const struct cl_token *t = &p->tokens[i];
		uint32_t next = i + 1;

		if (t->kind != CL_T_WORD || (t->lists & CL_L_BOILER) || i == 0)
			next = take_at(p, i, bracket);
		if (t->kind == CL_T_OPEN)
			bracket = i;
		else if (t->kind == CL_T_CLOSE)
			bracket = CL_NO_TOKEN;
		i = next > i ? next : i + 1;
	}
}
