/* SPDX-License-Identifier: MIT */
/* What the tagger sees of each token: see tagger.h. */
#include "caption/tagger.h"
#include "caption/tagger_table.h"
#include "cutline/names.h"
#include "place/lookup.h"

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

/* Where a token stands, as bits. */
enum stance {
	STANCE_QUOTED = 1 << 0,
	STANCE_BRACKETED = 1 << 1,
	STANCE_FIRST = 1 << 2, /* in the first sentence; second; later */
	STANCE_SECOND = 1 << 3,
	STANCE_LATER = 1 << 4,
	STANCE_OPENS = 1 << 5, /* begins a sentence */
	STANCE_LINE = 1 << 6,  /* begins a line */
	STANCE_HEAD = 1 << 7,  /* before the body */
	STANCE_MAIN = 1 << 8,  /* in the sentence of the picture */
	STANCE_TAIL = 1 << 9,
	STANCE_AHEAD = 1 << 10,        /* a word of occasion ends its phrase */
	STANCE_BEHIND = 1 << 11,       /* one began it */
	STANCE_VENUE = 1 << 12,        /* a word of venue ends its run */
	STANCE_DATED = 1 << 13,        /* the caption has a dateline */
	STANCE_LATER_CREDIT = 1 << 14, /* a credit is still to come */
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

/* Each token knows the nearest small words to its left and right. */
static void see_neighbours(struct cl_seen *seen, uint32_t count)
{
	uint32_t last = CL_NO_TOKEN;

	for (uint32_t i = 0; i < count; i++) {
		seen[i].before = last;
		seen[i].number[CL_SEE_BEFORE] =
			last == CL_NO_TOKEN ? SEE_OUTSIDE
					    : seen[last].number[CL_SEE_WORD];
		if (seen[i].number[CL_SEE_SHAPE] == SHAPE_SMALL ||
		    seen[i].number[CL_SEE_SHAPE] == SHAPE_LETTER)
			last = i;
	}
	last = CL_NO_TOKEN;
	for (uint32_t i = count; i-- > 0;) {
		seen[i].after = last;
		seen[i].number[CL_SEE_AFTER] =
			last == CL_NO_TOKEN ? SEE_OUTSIDE
					    : seen[last].number[CL_SEE_WORD];
		if (seen[i].number[CL_SEE_SHAPE] == SHAPE_SMALL ||
		    seen[i].number[CL_SEE_SHAPE] == SHAPE_LETTER)
			last = i;
	}
}

static void see_stance(struct cl_parse *p, struct cl_seen *seen, uint32_t count)
{
	static const uint32_t sentences[] = { STANCE_FIRST, STANCE_SECOND,
					      STANCE_LATER };
	uint32_t main_end = cl_main_end(p), sentence = 0;
	unsigned quotes = 0, brackets = 0;

	for (uint32_t i = 0; i < count; i++) {
		const struct cl_token *t = &p->tokens[i];
		uint32_t bits = 0;

		if ((t->flags & CL_F_SENTENCE) && i > p->body && sentence < 2)
			sentence++;
		bits |= quotes ? STANCE_QUOTED : 0;
		bits |= brackets ? STANCE_BRACKETED : 0;
		bits |= sentences[sentence];
		bits |= t->flags & CL_F_SENTENCE ? STANCE_OPENS : 0;
		bits |= t->flags & CL_F_LINE ? STANCE_LINE : 0;
		bits |= i < p->body    ? STANCE_HEAD
			: i < main_end ? STANCE_MAIN
				       : STANCE_TAIL;
		seen[i].bits[CL_SEE_STANCE - CL_SEE_NUMBERS] |= bits;
		quotes += t->kind == CL_T_QUOTE_OPEN;
		quotes -= t->kind == CL_T_QUOTE_CLOSE && quotes;
		brackets += t->kind == CL_T_OPEN;
		brackets -= t->kind == CL_T_CLOSE && brackets;
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
		if (cl_has_class(p, to - 1, CL_W_VENUE) && to - from > 1)
			for (uint32_t i = from; i < to; i++)
				seen[i].bits[CL_SEE_STANCE - CL_SEE_NUMBERS] |=
					STANCE_VENUE;
	}
}

/* What ends a noun phrase, roughly. */
static bool parts_phrases(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	if (t->flags & (CL_F_SENTENCE | CL_F_LINE))
		return true;
	if (t->kind == CL_T_WORD)
		return !(t->flags & CL_F_CAP) &&
		       (t->classes &
			(CL_W_PREP | CL_W_AUX | CL_W_PRON | CL_W_ARTICLE));
	return t->kind != CL_T_NUMBER && t->kind != CL_T_QUOTE_OPEN &&
	       t->kind != CL_T_QUOTE_CLOSE && t->kind != CL_T_POSSESSIVE &&
	       t->sign != '&';
}

/* A word of occasion ahead in the phrase, or behind in it. */
static void see_heads(const struct cl_parse *p, struct cl_seen *seen,
		      uint32_t count)
{
	bool head = false;

	for (uint32_t i = 0; i < count; i++) {
		if (parts_phrases(p, i))
			head = false;
		if (head)
			seen[i].bits[CL_SEE_STANCE - CL_SEE_NUMBERS] |=
				STANCE_BEHIND;
		head |= (p->tokens[i].classes & CL_W_EVENTHEAD) != 0;
	}
	head = false;
	for (uint32_t i = count; i-- > 0;) {
		if (head)
			seen[i].bits[CL_SEE_STANCE - CL_SEE_NUMBERS] |=
				STANCE_AHEAD;
		head |= (p->tokens[i].classes & CL_W_EVENTHEAD) != 0;
		if (parts_phrases(p, i))
			head = false;
	}
}

/* Whether the caption has a dateline; whether a credit follows. */
static void see_frame(const uint8_t *owners, struct cl_seen *seen,
		      uint32_t count)
{
	bool dated = false, credit = false;

	for (uint32_t i = 0; i < count; i++)
		dated |= owners[i] == CL_BY_DATELINE;
	for (uint32_t i = count; i-- > 0;) {
		uint32_t *bits = &seen[i].bits[CL_SEE_STANCE - CL_SEE_NUMBERS];

		*bits |= dated ? STANCE_DATED : 0;
		*bits |= credit ? STANCE_LATER_CREDIT : 0;
		credit |= owners[i] == CL_BY_CREDIT;
	}
}

/* Known names: kinds of four bits each, for the first and further words of a
 * name of one or of more words. */
enum known {
	KNOWN_COUNTRY,
	KNOWN_STATE,
	KNOWN_CITY,
	KNOWN_TOWN,
	KNOWN_AGENCY
};

#define KNOWN_GIVEN (1u << 20) /* a given name */

#define NAME_WORDS_MAX 4
#define CITY_PEOPLE 100000

static unsigned place_kinds(struct cl_str s)
{
	struct cutline_city city;
	struct cl_place_query q;
	unsigned kinds = 0;

	cl_place_look_up(&q, s);
	if (cl_place_country(&q, NULL))
		kinds |= 1u << KNOWN_COUNTRY;
	if (cl_place_state(&q, NULL, NULL))
		kinds |= 1u << KNOWN_STATE;
	if (cl_place_city(&q, &city, 1))
		kinds |= 1u << (city.population > CITY_PEOPLE ? KNOWN_CITY
							      : KNOWN_TOWN);
	return kinds;
}

/* May the name of an agency begin here, or after a "the"? */
static bool may_be_agency(const struct cl_parse *p, uint32_t i)
{
	return cl_has_flag(p, i, CL_F_AGENCY) ||
	       (cl_is_word(p, i, "the") && cl_has_flag(p, i + 1, CL_F_AGENCY));
}

static unsigned known_kinds(const struct cl_parse *p, uint32_t from,
			    uint32_t to)
{
	struct cl_str s = cl_text_of(p, from, to);
	struct cutline_agency agency;
	unsigned kinds = 0;

	if (cl_has_flag(p, from, CL_F_PLACE))
		kinds = place_kinds(s);
	if (may_be_agency(p, from) &&
	    cutline_agency_find(s.ptr, s.len, &agency))
		kinds |= 1u << KNOWN_AGENCY;
	return kinds;
}

static void mark_known(struct cl_seen *seen, uint32_t from, uint32_t to,
		       unsigned kinds)
{
	for (unsigned kind = 0; kind <= KNOWN_AGENCY; kind++) {
		unsigned first = kind * 4 + (to - from > 1 ? 2 : 0);

		if (!(kinds >> kind & 1))
			continue;
		for (uint32_t i = from; i < to; i++)
			seen[i].bits[CL_SEE_NAMES - CL_SEE_NUMBERS] |=
				1u << (first + (i > from));
	}
}

/* Of each kind the longest name that begins at i. */
static void see_names(const struct cl_parse *p, struct cl_seen *seen,
		      uint32_t count, uint32_t i)
{
	const uint32_t settlement = 1u << KNOWN_CITY | 1u << KNOWN_TOWN;
	uint32_t end = i, kinds, known = 0;

	if (!cl_has_flag(p, i, CL_F_PLACE) && !may_be_agency(p, i))
		return;
	while (end < count && end - i < NAME_WORDS_MAX &&
	       p->tokens[end].kind == CL_T_WORD &&
	       (end == i || !(p->tokens[end].flags & CL_F_LINE)))
		end++;
	for (; end > i; end--) {
		if (!(p->tokens[end - 1].flags & CL_F_CAP))
			continue;
		kinds = known_kinds(p, i, end) & ~known;
		mark_known(seen, i, end, kinds);
		known |= kinds;
		if (known & settlement)
			known |= settlement;
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
		if (cl_has_class(p, i, CL_W_GIVEN) ||
		    cl_is_listed(p, i, CL_L_GIVEN_NAME | CL_L_CREDIT_GIVEN))
			seen[i].bits[CL_SEE_NAMES - CL_SEE_NUMBERS] |=
				KNOWN_GIVEN;
		if (t->kind == CL_T_WORD && (t->flags & CL_F_CAP))
			see_names(p, seen, count, i);
	}
	see_neighbours(seen, count);
	see_runs(p, seen, count);
	see_heads(p, seen, count);
	see_frame(owners, seen, count);
	see_stance(p, seen, count);
	for (int kind = 0; kind < CL_TAG_KINDS; kind++)
		see_rules(p, seen, count, (enum cl_tag_kind)kind);
	return seen;
}
