/* SPDX-License-Identifier: MIT */
/*
 * Each character is decomposed (NFKD), case-folded and freed of its marks by
 * utf8proc; what no decomposition opens, the stroke letters and ligatures, a
 * table opens. Composition afterwards would change nothing that a comparison
 * sees, so it is left out. ASCII, nearly all that is folded, goes past all of
 * that.
 */
#include "base/fold.h"

#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "base/word.h"

enum fold_mode {
	FOLD_NAME,   /* punctuation to nothing or to one blank */
	FOLD_SEARCH, /* punctuation kept */
};

struct letter {
	uint32_t code;
	char to[3];
};

/* Lower-case letters without a decomposition, sorted; the Latin form is the
 * one that the field's records use (ICAO Doc 9303 part 3, simplified to the
 * spelling people type). */
static const struct letter letters[] = {
	{ 0x00E6, "ae" }, { 0x00F0, "d" }, { 0x00F8, "o" },  { 0x00FE, "th" },
	{ 0x0111, "d" },  { 0x0127, "h" }, { 0x0131, "i" },  { 0x0138, "k" },
	{ 0x0142, "l" },  { 0x014B, "n" }, { 0x0153, "oe" }, { 0x0167, "t" },
	{ 0x0180, "b" },  { 0x019A, "l" }, { 0x01B6, "z" },  { 0x0247, "e" },
	{ 0x0249, "j" },  { 0x024D, "r" }, { 0x024F, "y" },  { 0x0253, "b" },
	{ 0x0254, "o" },  { 0x0259, "e" }, { 0x025B, "e" },  { 0x0268, "i" },
	{ 0x0289, "u" },
};

static const char *open_letter(uint32_t code)
{
	size_t low = 0;
	size_t high = sizeof(letters) / sizeof(letters[0]);

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (letters[mid].code == code)
			return letters[mid].to;
		if (letters[mid].code < code)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* Where the output goes and stands: into buf, or when that is NULL into fixed
 * as far as size reaches. Breaks become one blank, but only between words. */
struct folding {
	struct cl_buf *buf;
	char *fixed;
	size_t size;
	size_t len;
	size_t base; /* of len, what is no longer in fixed */
	enum fold_mode mode;
	bool pending;
};

static void add(struct folding *f, const char *bytes, size_t len)
{
	if (f->buf)
		cl_buf_add(f->buf, bytes, len);
	else if (f->len - f->base <= f->size &&
		 len <= f->size - (f->len - f->base))
		memcpy(f->fixed + (f->len - f->base), bytes, len);
	f->len += len;
}

static void put(struct folding *f, const char *bytes, size_t len)
{
	if (f->pending && f->len > 0)
		add(f, " ", 1);
	f->pending = false;
	add(f, bytes, len);
}

/* Quotes and full stops vanish ("O'Neill", "U.S."), all other punctuation
 * parts words ("Day-Lewis", "AFP/Getty"). */
static void put_ascii(struct folding *f, char c)
{
	char lower = cl_to_lower(c);

	if (cl_is_lower(lower) || cl_is_digit(lower))
		put(f, &lower, 1);
	else if (f->mode == FOLD_SEARCH && (uint8_t)c > ' ' && c != 0x7F)
		put(f, &lower, 1);
	else if (c == '\'' || c == '.' || c == '"')
		return;
	else
		f->pending = true;
}

static bool is_quote(uint32_t code)
{
	return (code >= 0x2018 && code <= 0x201F) || code == 0x00AB ||
	       code == 0x00BB || code == 0x02BC || code == 0x2032 ||
	       code == 0x2033 || code == 0x2039 || code == 0x203A ||
	       code == 0x00B4;
}

static bool is_break(utf8proc_category_t category)
{
	return (category >= UTF8PROC_CATEGORY_PC &&
		category <= UTF8PROC_CATEGORY_ZP) ||
	       category == UTF8PROC_CATEGORY_CC ||
	       category == UTF8PROC_CATEGORY_CF;
}

static void put_code(struct folding *f, uint32_t code)
{
	const char *opened = open_letter(code);
	char bytes[4];

	if (code < 0x80)
		put_ascii(f, (char)code);
	else if (opened)
		put(f, opened, cl_str_from(opened).len);
	else if (is_quote(code) && f->mode == FOLD_NAME)
		return;
	else if (is_break(utf8proc_category((utf8proc_int32_t)code)) &&
		 (f->mode == FOLD_NAME || code == 0x2028 || code == 0x2029))
		f->pending = true;
	else
		put(f, bytes, cl_utf8_encode(code, bytes));
}

/* utf8proc reports how much room it wants; no character folds to more than 18
 * (U+FDFA), so one that does is left as it is. */
static void put_folded(struct folding *f, uint32_t code)
{
	utf8proc_int32_t parts[24];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char(
		(utf8proc_int32_t)code, parts, 24,
		UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
			UTF8PROC_DECOMPOSE,
		&boundary);

	if (n < 0 || n > 24) {
		put_code(f, code);
		return;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++)
		put_code(f, (uint32_t)parts[i]);
}

/* One character; the result is its length. */
static size_t fold_character(struct folding *f, struct cl_str s, size_t at)
{
	uint32_t code;
	size_t len;

	if ((uint8_t)s.ptr[at] < 0x80) {
		put_ascii(f, s.ptr[at]);
		return 1;
	}
	len = cl_utf8_decode(s, at, &code);
	put_folded(f, code);
	return len;
}

static void fold(struct folding *f, struct cl_str s)
{
	for (size_t at = 0; at < s.len;)
		at += fold_character(f, s, at);
}

void cl_fold_add(struct cl_buf *out, struct cl_str s)
{
	struct folding f = { .buf = out, .mode = FOLD_NAME };

	fold(&f, s);
}

void cl_fold_add_search(struct cl_buf *out, struct cl_str s)
{
	struct folding f = { .buf = out, .mode = FOLD_SEARCH };

	fold(&f, s);
}

/* Letters and digits of ASCII, eight bytes at a time, into room of eight at
 * least and one for a blank; how many. */
static size_t fold_word(struct folding *f, struct cl_str s, size_t at)
{
	uint64_t bytes = cl_lower_8(cl_load(s.ptr + at, s.len - at));
	uint64_t others =
		(cl_letters_in(bytes) | cl_bytes_in(bytes, '0', '9')) ^
		0x80 * CL_EACH_BYTE;
	size_t count = cl_bytes_before(others);

	if (count == 0)
		return 0;
	if (f->pending && f->len > 0)
		f->fixed[f->len++] = ' ';
	f->pending = false;
	cl_store_8(f->fixed + f->len, bytes);
	f->len += count;
	return count;
}

/* What a text begins with of ASCII, while there is room for more; where the
 * rest begins. */
static size_t fold_ascii_name(struct folding *f, struct cl_str s)
{
	size_t at = 0;

	while (at < s.len && f->len + 9 <= f->size) {
		size_t count = fold_word(f, s, at);

		at += count;
		if (count == 8 || at == s.len)
			continue;
		if ((uint8_t)s.ptr[at] >= 0x80)
			break;
		put_ascii(f, s.ptr[at++]);
	}
	return at;
}

size_t cl_fold_to(char *out, size_t size, struct cl_str s)
{
	struct folding f = { .fixed = out, .size = size, .mode = FOLD_NAME };
	size_t at = fold_ascii_name(&f, s);

	if (at < s.len)
		fold(&f, cl_str_sub(s, at, s.len));
	return f.len;
}

char *cl_fold_dup(struct cl_arena *arena, struct cl_str s)
{
	struct cl_buf buf;
	char *copy = NULL;

	cl_buf_init(&buf, SIZE_MAX / 2);
	cl_fold_add(&buf, s);
	if (!buf.failed)
		copy = cl_arena_dup(arena, cl_buf_str(&buf));
	cl_buf_release(&buf);
	return copy;
}

/* A text folded character by character: the folded form of one has at most 24
 * parts of 4 bytes and a blank before them. */
struct fold_reader {
	struct folding f;
	struct cl_str s;
	size_t at;
	size_t given;
	char part[24 * 4 + 1];
};

static void start(struct fold_reader *r, struct cl_str s)
{
	r->f = (struct folding){ .fixed = r->part,
				 .size = sizeof(r->part),
				 .mode = FOLD_NAME };
	r->s = s;
	r->at = 0;
	r->given = 0;
}

/* The next byte of the folded form, -1 at its end. */
static int next_byte(struct fold_reader *r)
{
	if (r->given == r->f.len)
		r->f.base = r->f.len;
	while (r->given == r->f.len && r->at < r->s.len)
		r->at += fold_character(&r->f, r->s, r->at);
	if (r->given == r->f.len)
		return -1;
	return (uint8_t)r->part[r->given++ - r->f.base];
}

bool cl_fold_eq(struct cl_str a, struct cl_str b)
{
	struct fold_reader x;
	struct fold_reader y;
	int byte;

	if (cl_str_eq(a, b))
		return true;
	start(&x, a);
	start(&y, b);
	do {
		byte = next_byte(&x);
		if (byte != next_byte(&y))
			return false;
	} while (byte >= 0);
	return true;
}

static bool is_word_code(uint32_t code)
{
	utf8proc_category_t c;

	if (code < 0x80)
		return cl_is_alpha((char)code) || cl_is_digit((char)code);
	c = utf8proc_category((utf8proc_int32_t)code);
	return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
	       (c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO) ||
	       c == UTF8PROC_CATEGORY_CO;
}

bool cl_fold_has_word(struct cl_str s)
{
	uint32_t code;

	for (size_t at = 0; at < s.len;) {
		at += cl_utf8_decode(s, at, &code);
		if (is_word_code(code))
			return true;
	}
	return false;
}
