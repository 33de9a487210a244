/* SPDX-License-Identifier: MIT */
/*
 * XMP as it is found. Programs that put it together as text write letters in
 * the encoding of their machine, "AT&T" and control characters as they come; an
 * XML parser refuses that, and with it every value behind. So a refused packet
 * is mended, once:
 *
 * - bytes that are no UTF-8 become what they are in Windows-1252;
 * - "&" that begins no reference XML knows becomes "&amp;", a reference to a
 *   character XML does not allow a blank, and so does such a character;
 * - an element around all of it lets it begin and end with other things.
 *
 * What is not mended: tags that do not match, quotes that are not closed.
 * Linear; a byte becomes at most five ("&amp;").
 */
#include "image/xmp_mend.h"

#include "base/utf8.h"

/* Where the first tag of a packet is looked for to tell its encoding. */
#define HEAD 256u

enum width {
	WIDTH_1,
	WIDTH_2,
	WIDTH_4,
};

struct form {
	enum width width;
	bool big;
	size_t skip; /* its byte order mark */
};

static bool has_zeros(struct cl_str s, size_t from, size_t count)
{
	for (size_t i = from; i < from + count; i++)
		if (i >= s.len || s.ptr[i] != '\0')
			return false;
	return true;
}

/* By the mark, or by the zeros behind the first "<", which is never the last
 * character. */
static struct form form_of(struct cl_str s)
{
	size_t at = cl_str_find_char(cl_str_sub(s, 0, HEAD), '<', 0);

	if (cl_str_starts(s, CL_STR("\xFF\xFE\0\0")))
		return (struct form){ WIDTH_4, false, 4 };
	if (cl_str_starts(s, CL_STR("\0\0\xFE\xFF")))
		return (struct form){ WIDTH_4, true, 4 };
	if (cl_str_starts(s, CL_STR("\xFF\xFE")))
		return (struct form){ WIDTH_2, false, 2 };
	if (cl_str_starts(s, CL_STR("\xFE\xFF")))
		return (struct form){ WIDTH_2, true, 2 };
	if (at >= s.len || s.ptr[at] != '<')
		return (struct form){ 0 };
	if (has_zeros(s, at + 1, 3))
		return (struct form){ WIDTH_4, at % 4 == 3, 0 };
	if (has_zeros(s, at + 1, 1))
		return (struct form){ WIDTH_2, at % 2 == 1, 0 };
	return (struct form){ 0 };
}

static void add_utf32(struct cl_buf *out, struct cl_str s, bool big)
{
	char bytes[4];

	for (size_t at = 0; at + 3 < s.len; at += 4) {
		uint32_t code = 0;

		for (size_t i = 0; i < 4; i++)
			code = code << 8 |
			       (uint8_t)s.ptr[at + (big ? i : 3 - i)];
		cl_buf_add(out, bytes, cl_utf8_encode(code, bytes));
	}
}

struct cl_str cl_xmp_utf8(struct cl_buf *out, struct cl_str packet)
{
	struct form form = form_of(packet);
	struct cl_str text = cl_str_sub(packet, form.skip, packet.len);
	size_t start;

	if (form.width == WIDTH_4)
		add_utf32(out, text, form.big);
	else if (form.width == WIDTH_2)
		cl_utf8_add_from(out, text,
				 form.big ? CL_ENC_UTF16BE : CL_ENC_UTF16LE);
	if (form.width != WIDTH_1)
		text = cl_buf_str(out);
	start = cl_str_find_char(text, '<', 0);
	return start < text.len ? cl_str_sub(text, start, text.len) : text;
}

static bool is_allowed(uint32_t code)
{
	return code == '\t' || code == '\n' || code == '\r' ||
	       (code >= 0x20 && code < 0xD800) ||
	       (code >= 0xE000 && code < 0xFFFE) ||
	       (code >= 0x10000 && code <= 0x10FFFF);
}

/* The number of "&#38;" or "&#x26;" without "&#" and ";". */
static bool take_number(struct cl_str s, uint32_t *code)
{
	bool hex = s.len > 1 && s.ptr[0] == 'x';
	uint32_t base = hex ? 16 : 10;

	*code = 0;
	for (size_t i = hex; i < s.len; i++) {
		char c = cl_to_lower(s.ptr[i]);
		uint32_t digit = 99;

		if (cl_is_digit(c))
			digit = (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			digit = (uint32_t)(c - 'a') + 10;
		if (digit >= base || *code > 0x10FFFF)
			return false;
		*code = *code * base + digit;
	}
	return s.len > 0;
}

/* Append what an "&" becomes, with what belongs to it; returns how much of s
 * that was. */
static size_t add_reference(struct cl_buf *out, struct cl_str s)
{
	static const struct cl_str known[] = {
		CL_STR_INIT("&lt;"),   CL_STR_INIT("&gt;"),
		CL_STR_INIT("&amp;"),  CL_STR_INIT("&quot;"),
		CL_STR_INIT("&apos;"),
	};
	size_t end = cl_str_find_char(cl_str_sub(s, 0, 12), ';', 0);
	uint32_t code;

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (cl_str_starts(s, known[i])) {
			cl_buf_add_str(out, known[i]);
			return known[i].len;
		}
	}
	if (!cl_str_starts(s, CL_STR("&#")) || end >= s.len || end >= 12 ||
	    !take_number(cl_str_sub(s, 2, end), &code)) {
		cl_buf_add_cstr(out, "&amp;");
		return 1;
	}
	if (is_allowed(code))
		cl_buf_add_str(out, cl_str_sub(s, 0, end + 1));
	else
		cl_buf_add_char(out, ' ');
	return end + 1;
}

/* s is valid UTF-8. */
static void add_clean(struct cl_buf *out, struct cl_str s)
{
	size_t from = 0;

	for (size_t at = 0; at < s.len;) {
		uint32_t code;
		size_t len = cl_utf8_decode(s, at, &code);

		if (code != '&' && is_allowed(code)) {
			at += len;
			continue;
		}
		cl_buf_add_str(out, cl_str_sub(s, from, at));
		if (code == '&')
			len = add_reference(out, cl_str_sub(s, at, s.len));
		else
			cl_buf_add_char(out, ' ');
		at += len;
		from = at;
	}
	cl_buf_add_str(out, cl_str_sub(s, from, s.len));
}

void cl_xmp_mend(struct cl_buf *out, struct cl_str packet)
{
	struct cl_buf text;
	struct cl_str s;

	/* Only at its very beginning may a text declare that it is XML. */
	if (cl_str_starts(packet, CL_STR("<?xml ")))
		packet = cl_str_sub(packet,
				    cl_str_find(packet, CL_STR("?>"), 0) + 2,
				    packet.len);
	cl_buf_init(&text, 3 * CL_XMP_MEND_MAX);
	cl_utf8_add_mixed(&text, packet, CL_ENC_CP1252);
	s = cl_buf_str(&text);
	cl_buf_add_cstr(out, "<mended>");
	add_clean(out, s);
	cl_buf_add_cstr(out, "</mended>");
	if (text.failed)
		out->failed = true;
	cl_buf_release(&text);
}
