/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <assert.h>
#include <stdio.h>

#include "base/number.h"
#include "base/utf8.h"

void cl_json_init(struct cl_json *j, struct cl_buf *out)
{
	*j = (struct cl_json){ .out = out };
}

static void before_value(struct cl_json *j)
{
	if (j->after_key) {
		j->after_key = false;
		return;
	}
	if (j->depth == 0)
		return;
	if (j->has_item[j->depth - 1])
		cl_buf_add_cstr(j->out, j->compact ? "," : ", ");
	j->has_item[j->depth - 1] = true;
}

static void open_level(struct cl_json *j, char open, char close)
{
	assert(j->depth < CL_JSON_DEPTH);
	before_value(j);
	cl_buf_add_char(j->out, open);
	j->has_item[j->depth] = false;
	j->close[j->depth++] = close;
}

void cl_json_object(struct cl_json *j)
{
	open_level(j, '{', '}');
}

void cl_json_array(struct cl_json *j)
{
	open_level(j, '[', ']');
}

void cl_json_end(struct cl_json *j)
{
	assert(j->depth > 0);
	cl_buf_add_char(j->out, j->close[--j->depth]);
}

static void add_escaped(struct cl_buf *out, struct cl_str s)
{
	size_t clean = 0;

	for (size_t i = 0; i < s.len; i++) {
		uint8_t b = (uint8_t)s.ptr[i];

		if (b >= 0x20 && b != '"' && b != '\\' && b != 0x7F)
			continue;
		cl_utf8_add_valid(out, cl_str_sub(s, clean, i));
		clean = i + 1;
		if (b == '"' || b == '\\')
			cl_buf_addf(out, "\\%c", b);
		else if (b == '\n')
			cl_buf_add_cstr(out, "\\n");
		else if (b == '\t')
			cl_buf_add_cstr(out, "\\t");
		else
			cl_buf_addf(out, "\\u%04x", b);
	}
	cl_utf8_add_valid(out, cl_str_sub(s, clean, s.len));
}

void cl_json_str(struct cl_json *j, struct cl_str s)
{
	before_value(j);
	cl_buf_add_char(j->out, '"');
	add_escaped(j->out, s);
	cl_buf_add_char(j->out, '"');
}

void cl_json_cstr(struct cl_json *j, const char *s)
{
	if (s)
		cl_json_str(j, cl_str_from(s));
	else
		cl_json_null(j);
}

void cl_json_key(struct cl_json *j, const char *key)
{
	before_value(j);
	cl_buf_add_char(j->out, '"');
	cl_buf_add_cstr(j->out, key);
	cl_buf_add(j->out, "\": ", j->compact ? 2 : 3);
	j->after_key = true;
}

void cl_json_int(struct cl_json *j, int64_t n)
{
	char number[CL_NUMBER_MAX];

	before_value(j);
	cl_buf_add(j->out, number, cl_int_write(n, number));
}

void cl_json_real(struct cl_json *j, double x, int decimals)
{
	char number[CL_NUMBER_MAX];

	before_value(j);
	if (x != x || x > 1e300 || x < -1e300)
		cl_buf_add_cstr(j->out, "null");
	else
		cl_buf_add(j->out, number, cl_real_write(x, decimals, number));
}

void cl_json_bool(struct cl_json *j, bool b)
{
	before_value(j);
	cl_buf_add_cstr(j->out, b ? "true" : "false");
}

void cl_json_null(struct cl_json *j)
{
	before_value(j);
	cl_buf_add_cstr(j->out, "null");
}

void cl_json_key_cstr(struct cl_json *j, const char *key, const char *s)
{
	cl_json_key(j, key);
	cl_json_cstr(j, s);
}

void cl_json_key_int(struct cl_json *j, const char *key, int64_t n)
{
	cl_json_key(j, key);
	cl_json_int(j, n);
}

void cl_json_key_bool(struct cl_json *j, const char *key, bool b)
{
	cl_json_key(j, key);
	cl_json_bool(j, b);
}

void cl_json_key_list(struct cl_json *j, const char *key,
		      const char *const *list, size_t count)
{
	cl_json_key(j, key);
	cl_json_array(j);
	for (size_t i = 0; i < count; i++)
		cl_json_cstr(j, list[i]);
	cl_json_end(j);
}

void cl_json_base64(struct cl_json *j, const void *data, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const uint8_t *b = data;

	before_value(j);
	cl_buf_add_char(j->out, '"');
	for (size_t i = 0; i < len; i += 3) {
		size_t n = len - i < 3 ? len - i : 3;
		uint32_t v = (uint32_t)b[i] << 16 |
			     (n > 1 ? (uint32_t)b[i + 1] << 8 : 0) |
			     (n > 2 ? b[i + 2] : 0);

		cl_buf_add_char(j->out, digits[v >> 18]);
		cl_buf_add_char(j->out, digits[v >> 12 & 63]);
		cl_buf_add_char(j->out, n > 1 ? digits[v >> 6 & 63] : '=');
		cl_buf_add_char(j->out, n > 2 ? digits[v & 63] : '=');
	}
	cl_buf_add_char(j->out, '"');
}
