/* SPDX-License-Identifier: MIT */
/*
 * One text in two encodings. "Müller" becomes "M?ller" where a program
 * has no ü, "MÃ¼ller" where it takes UTF-8 for Windows-1252,
 * and "M¸ller" where it takes that for MacRoman. So the texts are cut
 * into ASCII, which must be the same, and runs of other characters, question
 * marks among them. A run is explained when question marks stand for its
 * letters, or when it has the same bytes as the other's in another encoding.
 *
 * Other encodings than these are met too, so where ASCII letters outnumber the
 * unexplained characters the texts are still likely the same; names, which are
 * short and may differ in one letter, ask for the proof.
 */
#include "photo/misread.h"

#include "base/utf8.h"

enum {
	RUN_BYTES = 64, /* looked at, of one run */
};

struct run {
	uint32_t codes[RUN_BYTES];
	size_t count;
};

static bool is_lost(uint32_t code)
{
	return code == '?' || code == CL_REPLACEMENT;
}

static bool is_beyond(char c)
{
	return (c & 0x80) || c == '?';
}

/* Read the run at s[*at], which may be empty. False when it is too long. */
static bool read_run(struct cl_str s, size_t *at, struct run *run)
{
	run->count = 0;
	while (*at < s.len && is_beyond(s.ptr[*at])) {
		if (run->count == RUN_BYTES)
			return false;
		*at += cl_utf8_decode(s, *at, &run->codes[run->count++]);
	}
	return true;
}

static bool equal(const struct run *a, const struct run *b)
{
	for (size_t i = 0; i < a->count && i < b->count; i++)
		if (a->codes[i] != b->codes[i])
			return false;
	return a->count == b->count;
}

/* The bytes of a run in an encoding; 0: it has none. */
static size_t write_run(const struct run *run, enum cl_encoding encoding,
			char out[RUN_BYTES * 4])
{
	size_t len = 0;

	for (size_t i = 0; i < run->count; i++) {
		unsigned byte = 0x80;

		if (encoding == CL_ENC_UTF8) {
			len += cl_utf8_encode(run->codes[i], out + len);
			continue;
		}
		while (byte < 0x100 &&
		       cl_byte_code((uint8_t)byte, encoding) != run->codes[i])
			byte++;
		if (byte == 0x100)
			return 0;
		out[len++] = (char)byte;
	}
	return len;
}

static bool same_bytes(const struct run *a, const struct run *b)
{
	static const enum cl_encoding encodings[] = { CL_ENC_UTF8,
						      CL_ENC_CP1252,
						      CL_ENC_MACROMAN };
	static const size_t count = sizeof(encodings) / sizeof(*encodings);
	char one[RUN_BYTES * 4], other[RUN_BYTES * 4];

	for (size_t i = 0; i < count; i++) {
		struct cl_str x = { one, write_run(a, encodings[i], one) };

		for (size_t k = 0; x.len > 0 && k < count; k++) {
			struct cl_str y = { other,
					    write_run(b, encodings[k], other) };

			if (i != k && cl_str_eq(x, y))
				return true;
		}
	}
	return false;
}

/* Are there characters, and none but those that stand for lost ones? Or, with
 * lost false, none of these? */
static bool is_all(const uint32_t *codes, size_t count, bool lost)
{
	for (size_t i = 0; i < count; i++)
		if (is_lost(codes[i]) != lost)
			return false;
	return count > 0;
}

/* Past what they begin and end with alike: question marks for letters? */
static bool lost_letters(const struct run *a, const struct run *b)
{
	size_t from = 0, x = a->count, y = b->count;

	while (from < x && from < y && a->codes[from] == b->codes[from])
		from++;
	while (x > from && y > from && a->codes[x - 1] == b->codes[y - 1])
		x--, y--;
	return (is_all(a->codes + from, x - from, true) &&
		is_all(b->codes + from, y - from, false)) ||
	       (is_all(a->codes + from, x - from, false) &&
		is_all(b->codes + from, y - from, true));
}

static bool is_explained(const struct run *a, const struct run *b)
{
	return lost_letters(a, b) || same_bytes(a, b);
}

static bool same_ascii(char a, char b)
{
	return cl_to_lower(a) == cl_to_lower(b) ||
	       (cl_is_space(a) && cl_is_space(b));
}

enum cl_misread cl_misread(struct cl_str a, struct cl_str b)
{
	size_t i = 0, k = 0, ascii = 0, letters = 0, lost = 0, unexplained = 0;
	struct run x, y;

	for (;;) {
		if (!read_run(a, &i, &x) || !read_run(b, &k, &y))
			return CL_MISREAD_NO;
		if (!equal(&x, &y)) {
			lost++;
			if (!is_explained(&x, &y))
				unexplained +=
					x.count > y.count ? x.count : y.count;
		}
		if (i == a.len || k == b.len)
			break;
		if (!same_ascii(a.ptr[i], b.ptr[k]))
			return CL_MISREAD_NO;
		ascii++;
		letters += cl_is_alpha(a.ptr[i]);
		i++;
		k++;
	}
	if (i < a.len || k < b.len || lost == 0 || ascii == 0)
		return CL_MISREAD_NO;
	if (unexplained == 0)
		return CL_MISREAD_SURE;
	return letters > unexplained ? CL_MISREAD_MAYBE : CL_MISREAD_NO;
}
