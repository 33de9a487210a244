/* SPDX-License-Identifier: MIT */
#include "caption/token.h"

#include <assert.h>

#include "base/utf8.h"

struct scan {
	struct cl_str text;
	struct cl_token *tokens;
	uint32_t count;
	uint32_t open_bracket; /* innermost, chained through mate */
	uint32_t open_double, open_single;
	bool sentence, line; /* the next token begins one */
};

static bool is_capital(uint32_t code)
{
	if (code < 0x80)
		return cl_is_upper((char)code);
	if (code < 0x100)
		return code >= 0xC0 && code <= 0xDE && code != 0xD7;
	if (code < 0x180) {
		bool odd = (code >= 0x139 && code <= 0x148) ||
			   (code >= 0x179 && code <= 0x17E);

		return code == 0x178 || (code & 1) == (odd ? 1u : 0u);
	}
	if (code >= 0x1E00 && code < 0x1F00)
		return (code & 1) == 0;
	return (code >= 0x391 && code <= 0x3A9) ||
	       (code >= 0x400 && code <= 0x42F) || code == 0x218 ||
	       code == 0x21A;
}

/* Letters of any script: everything outside ASCII that is neither punctuation
 * nor a sign nor a blank. */
static bool is_letter(uint32_t code)
{
	if (code < 0x80)
		return cl_is_alpha((char)code);
	if (code < 0xC0)
		return code == 0xAA || code == 0xBA || code == 0xB5;
	if (code == 0xD7 || code == 0xF7 || code == CL_REPLACEMENT)
		return false;
	return !(code >= 0x2000 && code < 0x2C00) &&
	       !(code >= 0x3000 && code < 0x3040) &&
	       !(code >= 0xE000 && code < 0xF900) &&
	       !(code >= 0xFE00 && code < 0xFE70) &&
	       !(code >= 0xFF00 && code < 0xFF21) && code < 0x1F000;
}

static bool is_blank(uint32_t code)
{
	return code <= ' ' || code == 0xA0 ||
	       (code >= 0x2000 && code <= 0x200B) || code == 0x2028 ||
	       code == 0x2029 || code == 0x202F || code == 0x3000 ||
	       code == 0xFEFF || code == 0x7F || code == 0x85;
}

static uint32_t code_at(struct cl_str text, size_t at, size_t *len)
{
	uint32_t code;

	if (at >= text.len) {
		*len = 0;
		return 0;
	}
	if ((uint8_t)text.ptr[at] < 0x80) {
		*len = 1;
		return (uint8_t)text.ptr[at];
	}
	*len = cl_utf8_decode(text, at, &code);
	return code;
}

static bool is_apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019 || code == '`' || code == 0xB4;
}

/* What a sign stands for; see struct cl_token. */
static char stand_in(uint32_t code)
{
	switch (code) {
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212:
		return '-';
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0xAB:
	case 0xBB:
		return '"';
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x2039:
	case 0x203A:
	case '`':
	case 0xB4:
		return '\'';
	case 0xA9:
		return 'c';
	case 0x2026:
		return 'e';
	case 0x2022:
	case 0x00B7:
		return '|';
	case '{':
		return '[';
	case '}':
		return ']';
	default:
		return code < 0x80 ? (char)code : 'x';
	}
}

/* What joins the letters of one word when a letter follows. */
static bool joins(uint32_t code, uint32_t before, uint32_t after)
{
	if (is_apostrophe(code) || code == '-' || code == 0x2010 ||
	    code == 0x2011)
		return true;
	if (code == '.')
		return !(before >= 'a' && before <= 'z' && is_capital(after));
	if (code == ',')
		return before >= '0' && before <= '9' && after >= '0' &&
		       after <= '9';
	return code == '&' || code == '@' || code == '_';
}

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

	if (!is_apostrophe(code_at(text, at, &len)))
		return false;
	if (at + len >= text.len ||
	    (text.ptr[at + len] != 's' && text.ptr[at + len] != 'S'))
		return false;
	after = code_at(text, at + len + 1, &after_len);
	if (after_len && (is_letter(after) || (after >= '0' && after <= '9')))
		return false;
	*end = at + len + 1;
	return true;
}

struct word {
	size_t end;
	unsigned letters, capitals, digits;
	bool dotted;
};

/* Read on over letters, digits and what joins them. */
static struct word read_word(struct cl_str text, size_t at)
{
	struct word w = { at, 0, 0, 0, false };
	uint32_t before = 0;

	/* most words are letters of ASCII and end so */
	while (w.end < text.len && cl_is_alpha(text.ptr[w.end])) {
		w.letters++;
		w.capitals += cl_is_upper(text.ptr[w.end]);
		before = (uint8_t)text.ptr[w.end++];
	}
	if (w.end > at && (w.end == text.len || text.ptr[w.end] == ' '))
		return w;

	for (;;) {
		size_t len, next_len, ignored;
		uint32_t code = code_at(text, w.end, &len), next;
		bool digit = code >= '0' && code <= '9';

		if (w.digits >= 3 && w.letters == 0 && len == 1 &&
		    cl_is_upper((char)code) && w.end + 1 < text.len &&
		    cl_is_lower(text.ptr[w.end + 1]))
			return w;
		if (len && (digit || is_letter(code))) {
			w.digits += digit;
			w.letters += !digit;
			w.capitals += is_capital(code);
			before = code;
			w.end += len;
			continue;
		}
		next = code_at(text, w.end + len, &next_len);
		if (!len || !next_len ||
		    !(is_letter(next) || (next >= '0' && next <= '9')) ||
		    !joins(code, before, next) ||
		    is_possessive(text, w.end, &ignored) ||
		    credit_hyphen(text, w.end, before))
			return w;
		w.dotted |= code == '.';
		before = code;
		w.end += len;
	}
}

static struct cl_token *push(struct scan *s, enum cl_token_kind kind,
			     size_t start, size_t end)
{
	struct cl_token *t = &s->tokens[s->count++];

	t->start = (uint32_t)start;
	t->end = (uint32_t)end;
	t->mate = CL_NO_TOKEN;
	t->kind = (uint8_t)kind;
	if (start == 0 || is_blank((uint8_t)s->text.ptr[start - 1]))
		t->flags |= CL_F_SPACE;
	if (s->line)
		t->flags |= CL_F_LINE;
	if (s->sentence)
		t->flags |= CL_F_SENTENCE;
	s->line = false;
	return t;
}

/* Does the full stop after a word belong to it? */
static bool takes_dot(const struct scan *s, const struct word *w,
		      uint32_t classes, size_t start)
{
	if (w->end >= s->text.len || s->text.ptr[w->end] != '.')
		return false;
	if (w->letters == 1 && w->digits == 0)
		return cl_is_upper(s->text.ptr[start]) || (classes & CL_W_ABBR);
	return (classes & CL_W_ABBR) || (w->dotted && !w->digits);
}

/* Of a compound what its last part is: "Vice-captain", "D-Calif". */
static uint32_t tail_classes(struct cl_str text)
{
	size_t at = text.len;

	while (at > 0 && text.ptr[at - 1] != '-')
		at--;
	if (at == 0)
		return 0;
	return cl_word_classes(cl_str_sub(text, at, text.len)) &
	       (CL_W_ROLE | CL_W_ABBR);
}

/* "el-Khouly", "al-Din", "d'Este": begins small and is a name all the same. */
static bool has_inner_name(struct cl_str text)
{
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
	return is_capital(code_at(s->text, at + 1, &len));
}

static size_t push_word(struct scan *s, size_t at)
{
	struct word w = read_word(s->text, at);
	struct cl_str text = cl_str_sub(s->text, at, w.end);
	bool number = cl_is_digit(text.ptr[0]);
	struct cl_token *t =
		push(s, number ? CL_T_NUMBER : CL_T_WORD, at, w.end);
	size_t len;

	t->stem = (uint32_t)text.len;
	t->first = cl_to_lower(text.ptr[0]);
	t->classes = cl_word_classes(text) | tail_classes(text);
	if (is_capital(code_at(s->text, at, &len)) || has_inner_name(text))
		t->flags |= CL_F_CAP;
	if (w.letters >= 2 && w.letters == w.capitals)
		t->flags |= CL_F_UPPER;
	if (w.letters == 1 && w.digits == 0)
		t->flags |= CL_F_INITIAL;
	s->sentence = false;
	if (takes_dot(s, &w, t->classes, at)) {
		t->flags |= CL_F_DOT;
		t->end++;
		s->sentence = ends_sentence(s, t);
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
	bool blank_after =
		t->end >= s->text.len || is_blank((uint8_t)s->text.ptr[t->end]);
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

	while (stand_in(code_at(s->text, end, &next_len)) == '-' && next_len)
		end += next_len;
	t = push(s, CL_T_DASH, at, end);
	t->sign = '-';
	return end;
}

static size_t push_sign(struct scan *s, size_t at, uint32_t code, size_t len)
{
	char sign = stand_in(code);
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
	if (sign == '.' || sign == '!' || sign == '?' || sign == 'e')
		s->sentence = true;
	else if (t->kind == CL_T_SIGN)
		s->sentence = false;
	return at + len;
}

/* An upper bound of the number of tokens. In ASCII a token begins at a sign,
 * where letters or digits begin, and where a capital follows a digit; any other
 * character may be a token, and so may what follows it. */
static size_t count_bound(struct cl_str text)
{
	size_t count = 1;
	char before = ' ';

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool word = cl_is_alpha(c) || cl_is_digit(c);
		bool word_before = cl_is_alpha(before) || cl_is_digit(before);

		if ((uint8_t)c >= 0xC0)
			count += 2;
		else if ((uint8_t)c < 0x80 && !word)
			count += c > ' ';
		else if (word && (!word_before ||
				  (cl_is_upper(c) && cl_is_digit(before))))
			count++;
		before = c;
	}
	return count;
}

struct cl_token *cl_tokens(struct cl_str text, struct cl_arena *arena,
			   uint32_t *count)
{
	struct scan s = { .text = text,
			  .open_bracket = CL_NO_TOKEN,
			  .open_double = CL_NO_TOKEN,
			  .open_single = CL_NO_TOKEN,
			  .sentence = true,
			  .line = true };
	size_t bound = count_bound(text), at = 0, len, end;

	s.tokens = cl_arena_array(arena, bound, sizeof(*s.tokens));
	if (!s.tokens)
		return NULL;
	while (at < text.len) {
		uint32_t code = code_at(text, at, &len);

		if (is_blank(code)) {
			if (code == '\n' || code == '\r')
				s.line = s.sentence = true;
			at += len;
		} else if (is_possessive(text, at, &end) && s.count &&
			   s.tokens[s.count - 1].end == at) {
			push(&s, CL_T_POSSESSIVE, at, end);
			at = end;
		} else if (is_letter(code) || (code >= '0' && code <= '9')) {
			at = push_word(&s, at);
		} else {
			at = push_sign(&s, at, code, len);
		}
	}
	assert(s.count <= bound);
	settle_brackets(&s);
	*count = s.count;
	return s.tokens;
}
