/* SPDX-License-Identifier: MIT */
#include "catalog/json_tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

struct reader {
	struct cl_arena *arena;
	struct cl_str s;
	bool nomem;
};

static void skip_space(struct reader *r)
{
	while (r->s.len > 0 && cl_is_space(r->s.ptr[0]))
		r->s = cl_str_sub(r->s, 1, r->s.len);
}

static bool take(struct reader *r, char c)
{
	skip_space(r);
	if (r->s.len == 0 || r->s.ptr[0] != c)
		return false;
	r->s = cl_str_sub(r->s, 1, r->s.len);
	return true;
}

static bool hex4(struct cl_str s, size_t at, uint32_t *code)
{
	*code = 0;
	if (s.len < at + 4)
		return false;
	for (size_t i = at; i < at + 4; i++) {
		char c = cl_to_lower(s.ptr[i]);

		if (!cl_is_digit(c) && !(c >= 'a' && c <= 'f'))
			return false;
		*code = *code << 4 |
			(uint32_t)(cl_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return true;
}

/* The escape at s, which begins with a backslash: its length and what it
 * stands for; 0 for none. */
static size_t unescape(struct cl_str s, char out[4], size_t *out_len)
{
	static const char from[] = "\"\\/bfnrt";
	static const char to[] = "\"\\/\b\f\n\r\t";
	const char *known;
	uint32_t code;
	uint32_t low;
	size_t len = 6;

	if (s.len < 2)
		return 0;
	known = s.ptr[1] ? strchr(from, s.ptr[1]) : NULL;
	if (known) {
		out[0] = to[known - from];
		*out_len = 1;
		return 2;
	}
	if (s.ptr[1] != 'u' || !hex4(s, 2, &code) || code == 0)
		return 0;
	if (code >= 0xD800 && code < 0xDC00 && s.len >= 12 &&
	    s.ptr[6] == '\\' && s.ptr[7] == 'u' && hex4(s, 8, &low) &&
	    low >= 0xDC00 && low < 0xE000) {
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
		len = 12;
	}
	*out_len = cl_utf8_encode(code, out);
	return len;
}

/* Where the string that begins at s ends: at its quote. */
static bool string_end(struct cl_str s, size_t *end, bool *escaped)
{
	*escaped = false;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '"') {
			*end = i;
			return true;
		}
		if ((uint8_t)s.ptr[i] < ' ')
			return false;
		if (s.ptr[i] == '\\') {
			*escaped = true;
			i++;
		}
	}
	return false;
}

/* A string, its opening quote taken; NULL when there is none. */
static const char *read_string(struct reader *r)
{
	bool escaped;
	size_t end;
	size_t len = 0;
	struct cl_str raw;
	char *text;

	if (!string_end(r->s, &end, &escaped))
		return NULL;
	raw = cl_str_sub(r->s, 0, end);
	r->s = cl_str_sub(r->s, end + 1, r->s.len);
	text = cl_arena_dup(r->arena, raw);
	r->nomem |= !text;
	if (!text || !escaped)
		return text;
	for (size_t i = 0; i < raw.len;) {
		size_t step = 1;
		size_t put = 1;
		char c[4] = { raw.ptr[i] };

		if (c[0] == '\\')
			step = unescape(cl_str_sub(raw, i, raw.len), c, &put);
		if (step == 0)
			return NULL;
		memcpy(text + len, c, put);
		len += put;
		i += step;
	}
	text[len] = '\0';
	return text;
}

static bool read_word(struct reader *r, struct cl_node *node)
{
	size_t len = 0;

	if (cl_str_skip(&r->s, CL_STR("null"))) {
		node->type = CL_NODE_NULL;
		return true;
	}
	if (cl_str_skip(&r->s, CL_STR("true"))) {
		node->type = CL_NODE_TRUE;
		return true;
	}
	if (cl_str_skip(&r->s, CL_STR("false"))) {
		node->type = CL_NODE_FALSE;
		return true;
	}
	while (len < r->s.len && r->s.ptr[len] &&
	       strchr("+-.0123456789eE", r->s.ptr[len]))
		len++;
	if (len == 0)
		return false;
	node->type = CL_NODE_NUMBER;
	node->text = cl_arena_dup(r->arena, cl_str_sub(r->s, 0, len));
	r->nomem |= !node->text;
	r->s = cl_str_sub(r->s, len, r->s.len);
	return node->text;
}

static struct cl_node *read_value(struct reader *r, unsigned depth);

static bool read_children(struct reader *r, struct cl_node *node,
			  unsigned depth)
{
	bool object = node->type == CL_NODE_OBJECT;
	char close = object ? '}' : ']';
	struct cl_node **end = &node->first;

	if (depth == 0)
		return false;
	if (take(r, close))
		return true;
	do {
		const char *key = NULL;

		if (object &&
		    (!take(r, '"') || !(key = read_string(r)) || !take(r, ':')))
			return false;
		*end = read_value(r, depth - 1);
		if (!*end)
			return false;
		(*end)->key = key;
		end = &(*end)->next;
		node->count++;
	} while (take(r, ','));
	return take(r, close);
}

static struct cl_node *read_value(struct reader *r, unsigned depth)
{
	struct cl_node *node = cl_arena_alloc(r->arena, sizeof(*node));
	bool good;

	if (!node) {
		r->nomem = true;
		return NULL;
	}
	if (take(r, '"')) {
		node->type = CL_NODE_STRING;
		node->text = read_string(r);
		good = node->text;
	} else if (take(r, '[')) {
		node->type = CL_NODE_ARRAY;
		good = read_children(r, node, depth);
	} else if (take(r, '{')) {
		node->type = CL_NODE_OBJECT;
		good = read_children(r, node, depth);
	} else {
		good = read_word(r, node);
	}
	return good ? node : NULL;
}

enum cutline_status cl_json_tree_read(struct cl_arena *arena,
				      struct cl_str text, struct cl_node **root)
{
	struct reader r = { .arena = arena, .s = text };

	*root = read_value(&r, CL_JSON_TREE_DEPTH);
	skip_space(&r);
	if (*root && r.s.len == 0)
		return CUTLINE_OK;
	*root = NULL;
	return r.nomem ? CUTLINE_NOMEM : CUTLINE_FORMAT;
}

const struct cl_node *cl_node_get(const struct cl_node *node, const char *key)
{
	if (!node || node->type != CL_NODE_OBJECT)
		return NULL;
	for (node = node->first; node; node = node->next)
		if (strcmp(node->key, key) == 0)
			return node;
	return NULL;
}

const char *cl_node_text(const struct cl_node *node)
{
	return node && node->type == CL_NODE_STRING ? node->text : NULL;
}

int64_t cl_node_int(const struct cl_node *node)
{
	if (!node || node->type != CL_NODE_NUMBER)
		return 0;
	return strtoll(node->text, NULL, 10);
}

/* The library never sets a locale; a program that did may use another decimal
 * point, and then strtod would stop at ours: read the digits here. */
double cl_node_real(const struct cl_node *node)
{
	const char *s;
	double value = 0;
	double scale = 1;
	bool minus;

	if (!node || node->type != CL_NODE_NUMBER)
		return 0;
	s = node->text;
	minus = *s == '-';
	s += minus;
	for (; cl_is_digit(*s); s++)
		value = value * 10 + (*s - '0');
	if (*s == '.')
		s++;
	for (; cl_is_digit(*s); s++) {
		value = value * 10 + (*s - '0');
		scale *= 10;
	}
	return (minus ? -value : value) / scale;
}
