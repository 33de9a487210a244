/* SPDX-License-Identifier: MIT */
/*
 * Slices: a pointer and a length, passed by value, owning nothing. All reading
 * of text goes through them; NUL-terminated strings stand only in public
 * records. Case is ASCII's here; for Unicode see base/fold.h. The empty slice
 * may have a NULL pointer.
 */
#ifndef CL_BASE_STR_H
#define CL_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cl_str {
	const char *ptr;
	size_t len;
};

/* A literal as a slice; CL_STR_INIT for constant tables. */
#define CL_STR(literal) ((struct cl_str){ "" literal, sizeof(literal) - 1 })
#define CL_STR_INIT(literal)      \
 {                                \
  "" literal, sizeof(literal) - 1 \
 }

/* For printf's "%.*s". */
#define CL_STR_ARG(s) (int)(s).len, (s).len ? (s).ptr : ""

struct cl_str cl_str_from(const char *cstr); /* NULL gives the empty slice */
bool cl_str_eq(struct cl_str a, struct cl_str b);
bool cl_str_eq_nocase(struct cl_str a, struct cl_str b);
int cl_str_cmp(struct cl_str a, struct cl_str b); /* by bytes, then length */
int cl_str_cmp_nocase(struct cl_str a, struct cl_str b);
bool cl_str_starts(struct cl_str s, struct cl_str prefix);
bool cl_str_starts_nocase(struct cl_str s, struct cl_str prefix);
bool cl_str_ends(struct cl_str s, struct cl_str suffix);

/* Where needle begins in s at or after from; s.len when it does not occur. */
size_t cl_str_find(struct cl_str s, struct cl_str needle, size_t from);
size_t cl_str_find_nocase(struct cl_str s, struct cl_str needle, size_t from);
size_t cl_str_find_char(struct cl_str s, char c, size_t from);

/* Without ASCII white space at either end. */
struct cl_str cl_str_trim(struct cl_str s);

/* Advance over prefix (ASCII case ignored) if *s starts with it. */
bool cl_str_skip_nocase(struct cl_str *s, struct cl_str prefix);
bool cl_str_skip(struct cl_str *s, struct cl_str prefix);

/* Cut the part before the first separator off *s, separator dropped; when
 * there is none the whole of *s is the part. False once *s is used up. */
bool cl_str_split(struct cl_str *s, char separator, struct cl_str *part);

/* Read a whole decimal number without sign, at most max. */
bool cl_str_to_u32(struct cl_str s, uint32_t max, uint32_t *out);
bool cl_str_to_i64(struct cl_str s, int64_t *out);

static inline struct cl_str cl_str_sub(struct cl_str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from >= to)
		return (struct cl_str){ 0 };
	return (struct cl_str){ s.ptr + from, to - from };
}

/* ASCII classes, whatever the locale: ctype.h is banned. */
static inline bool cl_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool cl_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool cl_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool cl_is_alpha(char c)
{
	return cl_is_upper(c) || cl_is_lower(c);
}

static inline bool cl_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char cl_to_lower(char c)
{
	return cl_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

#endif
