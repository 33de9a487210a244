/* SPDX-License-Identifier: MIT */
/* What the tagger sees of each token: see tagger.h. */
#include "caption/observe.h"
#include "caption/tagger_table.h"

/* Numbers that every sight has. */
#define SEE_NOTHING 0
#define SEE_OUTSIDE 1
#define SEE_FIRST 2

enum shape {
	SHAPE_SMALL = SEE_FIRST, /* "film" */
	SHAPE_LETTER,            /* "a" */
	SHAPE_CAPITAL,           /* "Film" */
	SHAPE_JOINED,            /* "Ana-Maria" */
	SHAPE_INNER,             /* "McCartney" */
	SHAPE_ODD,               /* "iPhone" */
	SHAPE_INITIAL,           /* "J." */
	SHAPE_CAPITALS,          /* "FILM" */
	SHAPE_YEAR,              /* four digits */
	SHAPE_DAY,               /* one or two */
	SHAPE_DIGITS,
	SHAPE_SIGNS, /* the kinds of tokens, then the signs, follow */
};

enum cutline_field cl_tag_field(enum cl_tag_kind kind)
{
	static const uint8_t fields[CL_TAG_KINDS] = {
		CUTLINE_PERSONS,  CUTLINE_EVENTS,         CUTLINE_SUBLOCATION,
		CUTLINE_CITY,     CUTLINE_PROVINCE_STATE, CUTLINE_COUNTRY,
		CUTLINE_CREATORS, CUTLINE_AGENCIES,
	};

	return (enum cutline_field)fields[kind];
}

/* The highest bit of each byte that is a digit. */
static uint64_t digits_in(uint64_t bytes)
{
	return cl_bytes_in(bytes, '0', '9');
}

static struct cl_word seen_word(struct cl_str stem)
{
	struct cl_word w = cl_word_of(stem);
	char zeros[CL_SEEN_WORD_MAX];

	if (!(digits_in(w.part[0]) | digits_in(w.part[1]) |
	      digits_in(w.part[2])))
		return w;
	for (size_t k = 0; k < CL_SEEN_WORD_MAX / 8; k++)
		cl_store_8(zeros + 8 * k,
			   w.part[k] & ~((digits_in(w.part[k]) >> 7) * 0x0F));
	return cl_word_of((struct cl_str){ zeros, sizeof(zeros) });
}

size_t cl_seen_word(const struct cl_parse *p, uint32_t i,
		    char out[CL_SEEN_WORD_MAX])
{
	struct cl_str stem = cl_token_stem(p, i);
	struct cl_word w = seen_word(stem);

	for (size_t k = 0; k < CL_SEEN_WORD_MAX / 8; k++)
		cl_store_8(out + 8 * k, w.part[k]);
	return stem.len < CL_SEEN_WORD_MAX ? stem.len : CL_SEEN_WORD_MAX;
}

static uint16_t look_up_word(const struct cl_word *w)
{
	uint32_t at = w->hash & cl_word_mask;

	for (; cl_word_slots[at]; at = (at + 1) & cl_word_mask)
		if (memcmp(cl_known_words[cl_word_slots[at]].part, w->part,
			   sizeof(w->part)) == 0)
			return cl_word_slots[at];
	return SEE_NOTHING;
}

/* The part of a long word that stands for words like it. */
#define PART 3
#define LONG_WORD 5

static uint16_t look_up_part(const struct cl_part_slot *slots,
			     const struct cl_word *w, size_t from)
{
	uint64_t low = w->part[from / 8] >> from % 8 * 8;
	uint32_t key, at;

	if (from % 8 > 8 - PART)
		low |= w->part[from / 8 + 1] << (8 - from % 8) * 8;
	key = low & 0xFFFFFF;
	at = CL_PART_HASH(key);
	for (; slots[at].key; at = (at + 1) % CL_PART_SLOTS)
		if (slots[at].key == key)
			return slots[at].number;
	return SEE_NOTHING;
}

/* The table knows the beginnings and ends of its words. */
static void see_word(const struct cl_parse *p, uint32_t i, struct cl_seen *s)
{
	struct cl_str stem = cl_token_stem(p, i);
	struct cl_word w = seen_word(stem);
	size_t len = stem.len < CL_SEEN_WORD_MAX ? stem.len : CL_SEEN_WORD_MAX;
	uint16_t number = look_up_word(&w);

	s->number[CL_SEE_WORD] = number;
	if (number) {
		s->number[CL_SEE_PREFIX] = cl_known_words[number].prefix;
		s->number[CL_SEE_SUFFIX] = cl_known_words[number].suffix;
	} else if (len >= LONG_WORD) {
		s->number[CL_SEE_PREFIX] = look_up_part(cl_prefixes, &w, 0);
		s->number[CL_SEE_SUFFIX] =
			look_up_part(cl_suffixes, &w, len - PART);
	}
}

static uint16_t sign_shape(const struct cl_token *t)
{
	static const char signs[] = ",.:;/|&c#+*@%!?=e";
	const char *at;

	if (t->kind != CL_T_SIGN)
		return (uint16_t)(SHAPE_SIGNS + t->kind - CL_T_POSSESSIVE);
	at = t->sign ? strchr(signs, t->sign) : NULL;
	_Static_assert(SHAPE_SIGNS + CL_T_SIGN - CL_T_POSSESSIVE +
				       sizeof(signs) <=
			       CL_SHAPES,
		       "each sign has a shape of its own");
	return (uint16_t)(SHAPE_SIGNS + CL_T_SIGN - CL_T_POSSESSIVE +
			  (at ? at - signs + 1 : 0));
}

static uint16_t digits_shape(struct cl_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!cl_is_digit(s.ptr[i]))
			return SHAPE_DIGITS;
	return s.len == 4 ? SHAPE_YEAR : s.len <= 2 ? SHAPE_DAY : SHAPE_DIGITS;
}

static uint16_t word_shape(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);
	unsigned flags = p->tokens[i].flags;
	bool capital = flags & CL_F_CAP, inner = false, joined = false;

	if (flags & CL_F_INITIAL)
		return capital ? SHAPE_INITIAL : SHAPE_LETTER;
	if (flags & CL_F_UPPER)
		return SHAPE_CAPITALS;
	for (size_t k = 1; k < s.len; k++) {
		if (cl_is_digit(s.ptr[k]))
			return SHAPE_DIGITS;
		joined |= s.ptr[k] == '-';
		inner |= cl_is_upper(s.ptr[k]) && s.ptr[k - 1] != '-';
	}
	if (!capital)
		return inner ? SHAPE_ODD : SHAPE_SMALL;
	return joined ? SHAPE_JOINED : inner ? SHAPE_INNER : SHAPE_CAPITAL;
}

static uint16_t shape_of(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	if (t->kind == CL_T_WORD)
		return word_shape(p, i);
	if (t->kind == CL_T_NUMBER)
		return digits_shape(cl_token_text(p, i));
	return sign_shape(t);
}

static bool is_small(const struct cl_seen *s)
{
	return s->number[CL_SEE_SHAPE] == SHAPE_SMALL ||
	       s->number[CL_SEE_SHAPE] == SHAPE_LETTER;
}

static uint16_t word_of(const struct cl_seen *seen, uint32_t i)
{
	return i == CL_NO_TOKEN ? SEE_OUTSIDE : seen[i].number[CL_SEE_WORD];
}

/* Each token knows the nearest small words to its left and right. */
static void see_neighbours(struct cl_seen *seen, uint32_t count)
{
	uint32_t last = CL_NO_TOKEN;

	for (uint32_t i = 0; i < count; i++) {
		seen[i].before = last;
		seen[i].number[CL_SEE_BEFORE] = word_of(seen, last);
		last = is_small(&seen[i]) ? i : last;
	}
	last = CL_NO_TOKEN;
	for (uint32_t i = count; i-- > 0;) {
		seen[i].after = last;
		seen[i].number[CL_SEE_AFTER] = word_of(seen, last);
		last = is_small(&seen[i]) ? i : last;
	}
}

/* Runs of capitals: "The Grand Hotel Vesuvio". A token that is no capital is a
 * run of its own. */

#define RUN_LONG 5

static bool goes_on(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	return t->kind == CL_T_WORD && (t->flags & CL_F_CAP) &&
	       !(t->flags & CL_F_LINE);
}

static uint16_t word_at(const struct cl_seen *seen, uint32_t count, uint32_t i)
{
	return i < count ? seen[i].number[CL_SEE_WORD] : SEE_OUTSIDE;
}

#define OUTER_FAR 8

/* "supporters of presidential candidate Ana Lima": before the words that tell
 * who she is. */
static uint32_t outer_of(const struct cl_parse *p, uint32_t from)
{
	uint32_t i = from;

	while (i > 0 && from - i < OUTER_FAR) {
		const struct cl_token *t = &p->tokens[i - 1];

		if (t->kind != CL_T_WORD ||
		    !((t->flags & CL_F_CAP) ||
		      (t->classes &
		       (CL_W_ROLE | CL_W_TITLE | CL_W_RANK | CL_W_ARTICLE |
			CL_W_RELATION | CL_W_NATION))))
			break;
		i--;
	}
	return i > 0 ? i - 1 : CL_NO_TOKEN;
}

static void see_run(const struct cl_parse *p, struct cl_seen *seen,
		    uint32_t count, uint32_t from, uint32_t to)
{
	uint32_t len = to - from < RUN_LONG ? to - from : RUN_LONG;
	uint32_t outer = outer_of(p, from);

	for (uint32_t i = from; i < to; i++) {
		uint32_t at = i - from < RUN_LONG ? i - from : RUN_LONG - 1;
		uint16_t *number = seen[i].number;

		seen[i].outer = outer;
		seen[i].from = from;
		seen[i].to = to;
		number[CL_SEE_RUN] =
			(uint16_t)(SEE_FIRST + at * RUN_LONG + len - 1);
		number[CL_SEE_LEFT] = word_at(seen, count, from - 1);
		number[CL_SEE_HEAD] = word_at(seen, count, to - 1);
		number[CL_SEE_RIGHT] = word_at(seen, count, to);
		number[CL_SEE_OUTER] = word_at(seen, count, outer);
		number[CL_SEE_FARTHER] = word_at(seen, count, outer - 1);
	}
}

static void see_runs(const struct cl_parse *p, struct cl_seen *seen,
		     uint32_t count)
{
	for (uint32_t from = 0, to; from < count; from = to) {
		to = from + 1;
		while (cl_has_flag(p, from, CL_F_CAP) && to < count &&
		       goes_on(p, to))
			to++;
		see_run(p, seen, count, from, to);
	}
}

static uint32_t token_at(const struct cl_parse *p, size_t start, uint32_t count)
{
	uint32_t low = 0, high = count;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (p->tokens[mid].start < start)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Values of one field beyond this many are not shown to the tagger. */
#define RULED_MAX 100

static void see_rules(const struct cl_parse *p, struct cl_seen *seen,
		      uint32_t count, enum cl_tag_kind kind)
{
	const struct cl_value_list *l = &p->fields[cl_tag_field(kind)];

	for (size_t k = 0; k < l->count && k < RULED_MAX; k++) {
		struct cutline_span span = l->items[k].span;
		uint32_t from = token_at(p, span.start, count), i;

		for (i = from; i < count && p->tokens[i].end <= span.end; i++)
			seen[i].number[CL_SEE_RULE] =
				(uint16_t)(SEE_FIRST + 1 + 2 * kind +
					   (i > from));
	}
}

static struct cl_seen *make_room(struct cl_parse *p, uint32_t count)
{
	struct cl_seen *seen = cl_arena_array(
		p->arena, count + 2 * CL_SEEN_AROUND, sizeof(*seen));

	if (!seen) {
		p->failed = true;
		return NULL;
	}
	for (uint32_t i = 0; i < CL_SEEN_AROUND; i++)
		for (int k = 0; k < CL_SEE_NUMBERS; k++) {
			seen[i].number[k] = SEE_OUTSIDE;
			seen[CL_SEEN_AROUND + count + i].number[k] =
				SEE_OUTSIDE;
		}
	return seen + CL_SEEN_AROUND;
}

struct cl_seen *cl_observe(struct cl_parse *p, const uint8_t *owners,
			   uint32_t count)
{
	struct cl_seen *seen = make_room(p, count);

	if (!seen)
		return NULL;
	for (uint32_t i = 0; i < count; i++) {
		const struct cl_token *t = &p->tokens[i];

		see_word(p, i, &seen[i]);
		seen[i].number[CL_SEE_SHAPE] = shape_of(p, i);
		seen[i].number[CL_SEE_OWNER] = SEE_FIRST + owners[i];
		seen[i].number[CL_SEE_RULE] = SEE_FIRST;
		seen[i].bits[CL_SEE_CLASSES - CL_SEE_NUMBERS] = t->classes;
	}
	see_neighbours(seen, count);
	see_runs(p, seen, count);
	cl_see_known(p, seen, count);
	cl_see_stance(p, owners, seen, count);
	for (int kind = 0; kind < CL_TAG_KINDS; kind++)
		see_rules(p, seen, count, (enum cl_tag_kind)kind);
	return seen;
}
