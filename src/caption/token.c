/* SPDX-License-Identifier: MIT */
#include "caption/token.h"

#include "caption/character.h"
#include "caption/elision.h"
#include "caption/named.h"
#include "date/month.h"
#include "names/agency.h"
#include "place/lookup.h"

struct scan {
	struct cl_str text;
	struct cl_arena *arena;
	struct cl_token *tokens;
	uint32_t count, room;
	uint32_t open_bracket; /* innermost, chained through mate */
	uint32_t open_double, open_single;
	unsigned next; /* CL_F_SENTENCE and CL_F_LINE of the next token */
};

/* "Berg-USA": the hyphen of a credit parts a name from an agency; "1941-Paris"
 * a date from a place. */
static bool credit_hyphen(struct cl_str text, size_t at, uint32_t before)
{
	if (text.ptr[at] == '-' && before >= '0' && before <= '9' && at >= 4 &&
	    cl_is_digit(text.ptr[at - 4]) && at + 2 < text.len &&
	    cl_is_upper(text.ptr[at + 1]) && cl_is_lower(text.ptr[at + 2]))
		return true;
	return text.ptr[at] == '-' && before >= 'a' && before <= 'z' &&
	       at + 2 < text.len && cl_is_upper(text.ptr[at + 1]) &&
	       cl_is_upper(text.ptr[at + 2]);
}

/* "'s" at at, no letter after it? */
static bool is_possessive(struct cl_str text, size_t at, size_t *end)
{
	size_t len, after_len;
	uint32_t after;

	if (!cl_is_apostrophe(cl_code_at(text, at, &len)))
		return false;
	if (at + len >= text.len ||
	    (text.ptr[at + len] != 's' && text.ptr[at + len] != 'S'))
		return false;
	after = cl_code_at(text, at + len + 1, &after_len);
	if (after_len &&
	    (cl_is_letter(after) || (after >= '0' && after <= '9')))
		return false;
	*end = at + len + 1;
	return true;
}

struct word {
	size_t end;
	unsigned letters, capitals, digits;
	bool plain; /* of ASCII letters and digits only */
	bool dotted, hyphened;
	size_t quote; /* bytes before its first apostrophe, 0 for none */
};

/* The letters of ASCII from at on, eight bytes at a time. */
static void read_letters(struct cl_str text, size_t at, struct word *w)
{
	unsigned count;

	do {
		uint64_t bytes = cl_load(text.ptr + at, text.len - at);
		uint64_t letters = cl_letters_in(bytes);
		uint64_t capitals = cl_capitals_in(bytes, letters);
		uint64_t others = letters ^ 0x80 * CL_EACH_BYTE;

		count = cl_bytes_before(others);
		capitals &= others ^ (others - 1); /* those before */
		if (capitals)
			w->capitals += cl_count_bytes(capitals);
		at += count;
	} while (count == 8 && at < text.len);
	w->letters = (unsigned)(at - w->end);
	w->end = at;
}

static void read_digits(struct cl_str text, size_t at, struct word *w)
{
	while (w->end < text.len && (cl_kind_of(text.ptr[w->end]) & CL_C_DIGIT))
		w->end++;
	w->digits = (unsigned)(w->end - at);
}

/* Does a word end here whatever it is: at a blank, at a sign that joins
 * nothing, or has nothing to join? */
static bool ends_word(struct cl_str text, size_t end)
{
	unsigned kind = end < text.len ? cl_kind_of(text.ptr[end]) : 0;

	if (kind & CL_C_JOINT)
		return end + 1 == text.len || !(cl_kind_of(text.ptr[end + 1]) &
						(CL_C_WORD | CL_C_WIDE));
	return !(kind & (CL_C_WORD | CL_C_WIDE));
}

/* "2147Nick": a number that a word is stuck to. */
static bool word_after_digits(struct cl_str text, const struct word *w)
{
	return w->digits >= 3 && w->letters == 0 && w->end + 1 < text.len &&
	       cl_is_upper(text.ptr[w->end]) &&
	       cl_is_lower(text.ptr[w->end + 1]);
}

/* "April 6.Iran's": a full stop without its blank. */
static bool stop_in_haste(struct cl_str text, size_t at, uint32_t before)
{
	return text.ptr[at] == '.' && before >= '0' && before <= '9' &&
	       at + 2 < text.len && cl_is_upper(text.ptr[at + 1]) &&
	       cl_is_lower(text.ptr[at + 2]);
}

/* Read on over letters, digits and what joins them. */
static void read_on(struct cl_str text, struct word *w, uint32_t before)
{
	size_t start = w->end - w->letters - w->digits;

	while (!word_after_digits(text, w)) {
		size_t len, next_len, ignored;
		uint32_t code = cl_code_at(text, w->end, &len), next;
		bool digit = code >= '0' && code <= '9';

		if (len && (digit || cl_is_letter(code))) {
			w->digits += digit;
			w->letters += !digit;
			w->capitals += cl_is_capital(code);
			w->plain &= code < 0x80;
			before = code;
			w->end += len;
			continue;
		}
		next = cl_code_at(text, w->end + len, &next_len);
		if (!len || !next_len ||
		    !(cl_is_letter(next) || (next >= '0' && next <= '9')) ||
		    !cl_joins(code, before, next) ||
		    is_possessive(text, w->end, &ignored) ||
		    stop_in_haste(text, w->end, before) ||
		    credit_hyphen(text, w->end, before))
			return;
		w->plain = false;
		w->dotted |= code == '.';
		w->hyphened |= code == '-';
		if (w->quote == 0 && cl_is_apostrophe(code))
			w->quote = w->end - start;
		before = code;
		w->end += len;
	}
}

/* Letters, or digits, of ASCII: most words are nothing else. */
static void read_word(struct cl_str text, size_t at, struct word *w)
{
	unsigned kind = cl_kind_of(text.ptr[at]);

	*w = (struct word){ .end = at, .plain = true };
	if (kind & CL_C_LETTER)
		read_letters(text, at, w);
	else if (kind & CL_C_DIGIT)
		read_digits(text, at, w);
	if (w->end == at)
		read_on(text, w, 0);
	else if (!ends_word(text, w->end))
		read_on(text, w, (uint8_t)text.ptr[w->end - 1]);
}

static bool blank_before(struct cl_str text, size_t at)
{
	unsigned kind = at ? cl_kind_of(text.ptr[at - 1]) : CL_C_BLANK;

	return (kind & CL_C_BLANK) ||
	       ((kind & CL_C_WIDE) && cl_is_blank((uint8_t)text.ptr[at - 1]));
}

static inline struct cl_token *push(struct scan *s, enum cl_token_kind kind,
				    size_t start, size_t end)
{
	struct cl_token *t = &s->tokens[s->count++];
	unsigned space = blank_before(s->text, start) ? CL_F_SPACE : 0;

	*t = (struct cl_token){
		.start = (uint32_t)start,
		.end = (uint32_t)end,
		.mate = CL_NO_TOKEN,
		.flags = (uint16_t)(s->next | space),
		.kind = (uint8_t)kind,
	};
	s->next &= ~CL_F_LINE;
	return t;
}

/* The letters from at on, as far as they are looked at for a month. */
static struct cl_str letters_at(struct cl_str text, size_t at)
{
	size_t end = at, len;

	while (end < text.len && end - at < CL_WORD_MAX &&
	       cl_is_letter(cl_code_at(text, end, &len)))
		end += len;
	return cl_str_sub(text, at, end);
}

/* German: "der 73. Berlinale", after an article and before a noun that is no
 * month. */
static bool is_german_ordinal(const struct scan *s, const struct word *w)
{
	static const char articles[] =
		" am beim das dem den der des die im vom zum zur ";
	size_t at = w->end + 2, len;
	struct cl_str before, key;
	int month;

	if (w->letters || w->digits > 3 || s->count < 2 ||
	    s->tokens[s->count - 2].kind != CL_T_WORD || at >= s->text.len ||
	    s->text.ptr[at - 1] != ' ' ||
	    !cl_is_capital(cl_code_at(s->text, at, &len)))
		return false;
	/* with the blanks around it, so that only whole words count */
	before = cl_str_sub(s->text, s->tokens[s->count - 2].start,
			    s->tokens[s->count - 2].end + 1);
	key = cl_str_from(articles);
	return before.len >= 3 && before.len <= 5 &&
	       cl_str_find_nocase(key, before, 0) < key.len &&
	       !cl_month_find(letters_at(s->text, at), &month);
}

/* Does the full stop after a word belong to it? */
static bool takes_dot(const struct scan *s, const struct word *w,
		      uint32_t classes, size_t start)
{
	if (w->end >= s->text.len || s->text.ptr[w->end] != '.')
		return false;
	if (w->digits && !w->letters)
		return is_german_ordinal(s, w);
	if (w->letters == 1 && w->digits == 0)
		return cl_is_upper(s->text.ptr[start]) || (classes & CL_W_ABBR);
	return (classes & CL_W_ABBR) || (w->dotted && !w->digits);
}

/* Of a compound what its last part is: "Vice-captain", "D-Calif". */
static uint32_t tail_classes(struct cl_str text)
{
	size_t at = text.len;
	struct cl_word tail;
	uint32_t classes;

	while (at > 0 && text.ptr[at - 1] != '-')
		at--;
	if (text.len - at > CL_WORD_MAX)
		return 0;
	tail = cl_word_of(cl_str_sub(text, at, text.len));
	classes = cl_lexicon_find(&tail)->classes;
	if ((classes & CL_W_MONTH) && at > 1 && at - 1 <= CL_WORD_MAX) {
		tail = cl_word_of(cl_str_sub(text, 0, at - 1));
		if (cl_lexicon_find(&tail)->classes & CL_W_MONTH)
			return CL_W_MONTH; /* "July-August" */
	}
	return classes & (CL_W_ROLE | CL_W_ABBR);
}

/* Does a name go on past the end without a blank: "Land's End"? */
static bool is_stuck(struct cl_str text, size_t end)
{
	char after = end < text.len ? text.ptr[end] : ' ';

	return (cl_kind_of(after) & (CL_C_WORD | CL_C_WIDE)) || after == '.' ||
	       after == '\'' || after == '"';
}

/* Look the word up in the tables of words. */
static void look_up(const struct scan *s, struct cl_token *t,
		    struct cl_str text, const struct word *w)
{
	bool agency, place = true, named = true;
	int month;

	if (text.len <= CL_WORD_MAX) {
		struct cl_word word = cl_word_of(text);
		const struct cl_lexicon_word *known = cl_lexicon_find(&word);

		t->classes = known->classes;
		t->lists = known->lists;
		agency = w->plain ? cl_agency_begins(&word)
				  : cl_agency_may_begin(text);
		place = cl_place_begins(&word);
		named = cl_named_begins(&word);
	} else {
		agency = cl_agency_may_begin(text);
	}
	if (t->classes & CL_W_MONTH && cl_month_find(text, &month))
		t->month = (uint8_t)month;
	if (w->hyphened)
		t->classes |= tail_classes(text);
	if (agency)
		t->flags |= CL_F_AGENCY;
	if (place || !w->plain || is_stuck(s->text, t->end))
		t->flags |= CL_F_PLACE;
	if (named || !w->plain)
		t->flags |= CL_F_NAMED;
}

/* "el-Khouly", "al-Din", "d'Este" begin small and are names all the same. */
static bool begins_as_name(struct cl_str text)
{
	size_t len;

	if (cl_is_capital(cl_code_at(text, 0, &len)))
		return true;
	if (text.len > 4 && cl_is_lower(text.ptr[0]) &&
	    cl_is_lower(text.ptr[1]) && cl_is_upper(text.ptr[2]) &&
	    cl_is_lower(text.ptr[3]))
		return true; /* "deGrasse" */
	for (size_t i = 1; i + 1 < text.len && i <= 3; i++)
		if (text.ptr[i] == '-' || text.ptr[i] == '\'')
			return cl_is_lower(text.ptr[0]) &&
			       cl_is_upper(text.ptr[i + 1]);
	return false;
}

/* An abbreviated state after a comma ("in Nashville, Tenn. Rogers ...") that is
 * followed by a capital: its full stop is the sentence's too. */
static bool ends_sentence(const struct scan *s, const struct cl_token *t)
{
	size_t at = t->end, len;

	if (s->count < 2 || s->tokens[s->count - 2].sign != ',' ||
	    (t->classes & (CL_W_TITLE | CL_W_RANK | CL_W_MONTH | CL_W_SUFFIX |
			   CL_W_WEEKDAY)) ||
	    (t->flags & CL_F_INITIAL))
		return false;
	if (at >= s->text.len || s->text.ptr[at] != ' ')
		return false;
	return cl_is_capital(cl_code_at(s->text, at + 1, &len));
}

/* "l'", "dell'": the small word before an apostrophe is a token by itself. */
static size_t push_elided(struct scan *s, size_t at, size_t end,
			  uint32_t classes)
{
	struct cl_token *t = push(s, CL_T_WORD, at, end);

	t->stem = (uint32_t)(end - at);
	t->first = cl_to_lower(s->text.ptr[at]);
	t->classes = classes;
	if (classes == CL_W_PREP)
		t->lists =
			CL_L_PLACE_PREP | CL_L_FOREIGN_PREP | CL_L_WITH_ARTICLE;
	t->flags |= CL_F_PLACE | CL_F_NAMED;
	s->next = 0;
	return end;
}

/* The classes of a small word that the word begins with; *end is its end. */
static uint32_t split_off(const struct scan *s, size_t at, const struct word *w,
			  size_t *end)
{
	const struct cl_token *last =
		s->count ? &s->tokens[s->count - 1] : NULL;
	size_t len;

	if (w->quote > 5)
		return 0;
	cl_code_at(s->text, at + w->quote, &len);
	*end = at + w->quote + len;
	return cl_elision_classes(cl_str_sub(s->text, at, w->end), w->quote,
				  last && last->kind == CL_T_WORD &&
					  (last->flags & CL_F_CAP));
}

static size_t push_word(struct scan *s, size_t at)
{
	bool number = cl_is_digit(s->text.ptr[at]);
	struct cl_str text = { s->text.ptr + at, 0 };
	size_t elided_end;
	uint32_t elided;
	struct cl_token *t;
	struct word w;

	read_word(s->text, at, &w);
	if (w.quote) {
		elided = split_off(s, at, &w, &elided_end);
		if (elided)
			return push_elided(s, at, elided_end, elided);
	}
	text.len = w.end - at;
	t = push(s, number ? CL_T_NUMBER : CL_T_WORD, at, w.end);
	t->stem = (uint32_t)text.len;
	t->first = cl_to_lower(text.ptr[0]);
	look_up(s, t, text, &w);
	if (w.capitals && begins_as_name(text))
		t->flags |= CL_F_CAP;
	if (w.letters >= 2 && w.letters == w.capitals)
		t->flags |= CL_F_UPPER;
	if (w.letters == 1 && w.digits == 0)
		t->flags |= CL_F_INITIAL;
	if (w.letters && w.digits)
		t->flags |= CL_F_DIGITS;
	s->next = 0;
	if (takes_dot(s, &w, t->classes, at)) {
		t->flags |= CL_F_DOT;
		t->end++;
		if (ends_sentence(s, t))
			s->next = CL_F_SENTENCE;
	}
	return t->end;
}

static void open_bracket(struct scan *s, struct cl_token *t)
{
	t->kind = CL_T_OPEN;
	t->mate = s->open_bracket;
	s->open_bracket = s->count - 1;
}

static void close_bracket(struct scan *s, struct cl_token *t)
{
	uint32_t open = s->open_bracket;

	t->kind = CL_T_CLOSE;
	if (open == CL_NO_TOKEN)
		return;
	s->open_bracket = s->tokens[open].mate;
	s->tokens[open].mate = s->count - 1;
	t->mate = open;
}

/* Brackets left open have no partner. */
static void settle_brackets(struct scan *s)
{
	while (s->open_bracket != CL_NO_TOKEN) {
		struct cl_token *t = &s->tokens[s->open_bracket];

		s->open_bracket = t->mate;
		t->mate = CL_NO_TOKEN;
	}
}

static void pair_quotes(struct scan *s, uint32_t *open, struct cl_token *t,
			bool opens)
{
	if (opens) {
		t->kind = CL_T_QUOTE_OPEN;
		*open = s->count - 1;
		return;
	}
	t->kind = CL_T_QUOTE_CLOSE;
	if (*open != CL_NO_TOKEN) {
		t->mate = *open;
		s->tokens[*open].mate = s->count - 1;
		*open = CL_NO_TOKEN;
	}
}

/* A quotation mark opens when its form says so; a straight one when none is
 * open and a letter, not a blank, follows it. */
static void quote(struct scan *s, struct cl_token *t, uint32_t code)
{
	uint32_t *open = t->sign == '"' ? &s->open_double : &s->open_single;
	bool blank_after = t->end >= s->text.len ||
			   cl_is_blank((uint8_t)s->text.ptr[t->end]);
	bool opens;

	if (code == 0x201C)
		opens = *open == CL_NO_TOKEN && !blank_after;
	else if (code == 0x201E || code == 0x2018 || code == 0xAB ||
		 code == 0x2039 || code == 0x201A)
		opens = true;
	else if (code == 0x201D || code == 0xBB || code == 0x203A)
		opens = false;
	else if (t->sign == '\'')
		opens = *open == CL_NO_TOKEN && !blank_after &&
			(t->flags & CL_F_SPACE);
	else
		opens = *open == CL_NO_TOKEN && !blank_after;
	pair_quotes(s, open, t, opens);
}

static size_t push_dash(struct scan *s, size_t at, size_t len)
{
	struct cl_token *t;
	size_t end = at + len, next_len;

	while (cl_stand_in(cl_code_at(s->text, end, &next_len)) == '-' &&
	       next_len)
		end += next_len;
	t = push(s, CL_T_DASH, at, end);
	t->sign = '-';
	return end;
}

static size_t push_sign(struct scan *s, size_t at, uint32_t code, size_t len)
{
	char sign = cl_stand_in(code);
	struct cl_token *t;

	if (sign == '-')
		return push_dash(s, at, len);
	t = push(s, CL_T_SIGN, at, at + len);
	t->sign = sign;
	if (sign == '(' || sign == '[')
		open_bracket(s, t);
	else if (sign == ')' || sign == ']')
		close_bracket(s, t);
	else if (sign == '"' || sign == '\'')
		quote(s, t, code);
	if (sign == '.' && (t->flags & CL_F_SPACE) && t->end < s->text.len &&
	    cl_is_digit(s->text.ptr[t->end]))
		return at + len; /* ".50-caliber" ends no sentence */
	if (sign == '.' || sign == '!' || sign == '?' || sign == 'e')
		s->next |= CL_F_SENTENCE;
	else if (t->kind == CL_T_SIGN)
		s->next &= ~CL_F_SENTENCE;
	return at + len;
}

/* The token or the blank at at; where the next one begins. */
static size_t read_token(struct scan *s, size_t at)
{
	unsigned kind = cl_kind_of(s->text.ptr[at]);
	uint32_t code;
	size_t len, end;

	if (kind & CL_C_WORD)
		return push_word(s, at);
	code = cl_code_at(s->text, at, &len);
	if ((kind & CL_C_BLANK) || ((kind & CL_C_WIDE) && cl_is_blank(code))) {
		if (code == '\n' || code == '\r')
			s->next = CL_F_SENTENCE | CL_F_LINE;
		return at + len;
	}
	if ((kind & (CL_C_JOINT | CL_C_WIDE)) && s->count &&
	    s->tokens[s->count - 1].end == at &&
	    is_possessive(s->text, at, &end)) {
		push(s, CL_T_POSSESSIVE, at, end);
		return end;
	}
	if ((kind & CL_C_WIDE) && cl_is_letter(code))
		return push_word(s, at);
	return push_sign(s, at, code, len);
}

/* What must be left before a token is read: that one and the next may be cut
 * from one word, and the last is all zero. */
#define SPARE 3

/* Few captions have more tokens than a third of their bytes, none more than
 * bytes. */
static bool make_room(struct scan *s)
{
	size_t room = s->text.len / (s->room ? 1 : 3) + 16, size;
	struct cl_token *larger;

	if (__builtin_mul_overflow(room, sizeof(*larger), &size))
		return false;
	larger = cl_arena_raw(s->arena, size);
	if (!larger)
		return false;
	if (s->count)
		memcpy(larger, s->tokens, s->count * sizeof(*larger));
	s->tokens = larger;
	s->room = (uint32_t)room;
	return true;
}

struct cl_token *cl_tokens(struct cl_str text, struct cl_arena *arena,
			   uint32_t max, uint32_t *count)
{
	struct scan s = { .text = text,
			  .arena = arena,
			  .open_bracket = CL_NO_TOKEN,
			  .open_double = CL_NO_TOKEN,
			  .open_single = CL_NO_TOKEN,
			  .next = CL_F_SENTENCE | CL_F_LINE };
	size_t at = 0;

	while ((at < text.len && s.count < max) || s.room == 0) {
		if (s.count + SPARE >= s.room && !make_room(&s))
			return NULL;
		while (at < text.len && s.count < max &&
		       s.count + SPARE < s.room)
			at = text.ptr[at] == ' ' ? at + 1 : read_token(&s, at);
	}
	s.tokens[s.count] = (struct cl_token){ 0 };
	cl_arena_shrink(arena, s.room * sizeof(*s.tokens),
			(s.count + 1) * sizeof(*s.tokens));
	settle_brackets(&s);
	*count = s.count;
	return s.tokens;
}
