/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <string.h>

struct cl_str cl_str_from(const char *cstr)
{
	return (struct cl_str){ cstr, cstr ? strlen(cstr) : 0 };
}

bool cl_str_eq(struct cl_str a, struct cl_str b)
{
	return a.len == b.len &&
	       (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static bool same_nocase(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (cl_to_lower(a[i]) != cl_to_lower(b[i]))
			return false;
	return true;
}

bool cl_str_eq_nocase(struct cl_str a, struct cl_str b)
{
	return a.len == b.len && same_nocase(a.ptr, b.ptr, a.len);
}

int cl_str_cmp(struct cl_str a, struct cl_str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

int cl_str_cmp_nocase(struct cl_str a, struct cl_str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;

	for (size_t i = 0; i < shorter; i++) {
		unsigned char x = (unsigned char)cl_to_lower(a.ptr[i]);
		unsigned char y = (unsigned char)cl_to_lower(b.ptr[i]);

		if (x != y)
			return x < y ? -1 : 1;
	}
	return (a.len > b.len) - (a.len < b.len);
}

bool cl_str_starts(struct cl_str s, struct cl_str prefix)
{
	return s.len >= prefix.len &&
	       cl_str_eq(cl_str_sub(s, 0, prefix.len), prefix);
}

bool cl_str_starts_nocase(struct cl_str s, struct cl_str prefix)
{
	return s.len >= prefix.len &&
	       same_nocase(s.ptr, prefix.ptr, prefix.len);
}

bool cl_str_ends(struct cl_str s, struct cl_str suffix)
{
	return s.len >= suffix.len &&
	       cl_str_eq(cl_str_sub(s, s.len - suffix.len, s.len), suffix);
}

size_t cl_str_find_char(struct cl_str s, char c, size_t from)
{
	const char *hit;

	if (from >= s.len)
		return s.len;
	hit = memchr(s.ptr + from, c, s.len - from);
	return hit ? (size_t)(hit - s.ptr) : s.len;
}

size_t cl_str_find(struct cl_str s, struct cl_str needle, size_t from)
{
	if (needle.len == 0)
		return from < s.len ? from : s.len;
	for (size_t at = cl_str_find_char(s, needle.ptr[0], from);
	     at + needle.len <= s.len;
	     at = cl_str_find_char(s, needle.ptr[0], at + 1))
		if (memcmp(s.ptr + at, needle.ptr, needle.len) == 0)
			return at;
	return s.len;
}

size_t cl_str_find_nocase(struct cl_str s, struct cl_str needle, size_t from)
{
	for (size_t at = from; at + needle.len <= s.len; at++)
		if (same_nocase(s.ptr + at, needle.ptr, needle.len))
			return at;
	return s.len;
}

struct cl_str cl_str_trim(struct cl_str s)
{
	while (s.len > 0 && cl_is_space(s.ptr[0])) {
		s.ptr++;
		s.len--;
	}
	while (s.len > 0 && cl_is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

static void advance(struct cl_str *s, size_t by)
{
	s->ptr += by;
	s->len -= by;
}

bool cl_str_skip(struct cl_str *s, struct cl_str prefix)
{
	if (!cl_str_starts(*s, prefix))
		return false;
	advance(s, prefix.len);
	return true;
}

bool cl_str_skip_nocase(struct cl_str *s, struct cl_str prefix)
{
	if (!cl_str_starts_nocase(*s, prefix))
		return false;
	advance(s, prefix.len);
	return true;
}

bool cl_str_split(struct cl_str *s, char separator, struct cl_str *part)
{
	size_t end;

	if (!s->ptr)
		return false;
	end = cl_str_find_char(*s, separator, 0);
	*part = (struct cl_str){ s->ptr, end };
	if (end == s->len)
		*s = (struct cl_str){ 0 };
	else
		advance(s, end + 1);
	return true;
}

bool cl_str_to_u32(struct cl_str s, uint32_t max, uint32_t *out)
{
	uint64_t value = 0;

	if (s.len == 0)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (!cl_is_digit(s.ptr[i]))
			return false;
		value = value * 10 + (uint64_t)(s.ptr[i] - '0');
		if (value > max)
			return false;
	}
	*out = (uint32_t)value;
	return true;
}

bool cl_str_to_i64(struct cl_str s, int64_t *out)
{
	bool negative = cl_str_skip(&s, CL_STR("-"));
	int64_t value = 0;

	if (s.len == 0)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (!cl_is_digit(s.ptr[i]) ||
		    __builtin_mul_overflow(value, 10, &value) ||
		    __builtin_add_overflow(value, s.ptr[i] - '0', &value))
			return false;
	}
	*out = negative ? -value : value;
	return true;
}
