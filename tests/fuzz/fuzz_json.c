/* SPDX-License-Identifier: MIT */
/* Whatever bytes a text has, a reader of JSON that is not ours gets back the
 * valid UTF-8 that base makes of it. */
#include "base/json.h"

#include <jansson.h>

#include "base/utf8.h"
#include "fuzz/fuzz.h"

#define LIMIT (1 << 20)

/* NUL is the one character that JSON can say and the records cannot hold. */
static void add_expected(struct cl_buf *out, struct cl_str in)
{
	for (size_t at = 0; at < in.len;) {
		size_t end = cl_str_find_char(in, '\0', at);

		cl_utf8_add_valid(out, cl_str_sub(in, at, end));
		if (end < in.len)
			cl_buf_add_char(out, '\0');
		at = end + 1;
	}
}

static struct cl_str string_of(const json_t *value)
{
	return (struct cl_str){ json_string_value(value),
				json_string_length(value) };
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_str in = { (const char *)data, size };
	struct cl_buf expected;
	struct cl_buf text;
	struct cl_json j;
	json_t *read;

	if (size > LIMIT / 16)
		return 0;
	cl_buf_init(&expected, LIMIT);
	cl_buf_init(&text, LIMIT);
	cl_json_init(&j, &text);
	cl_json_array(&j);
	cl_json_str(&j, in);
	cl_json_base64(&j, data, size);
	cl_json_end(&j);
	read = json_loadb(text.data, text.len, JSON_ALLOW_NUL, NULL);
	assert(read && json_array_size(read) == 2);
	add_expected(&expected, in);
	assert(cl_str_eq(string_of(json_array_get(read, 0)),
			 cl_buf_str(&expected)));
	assert(json_string_length(json_array_get(read, 1)) ==
	       (size + 2) / 3 * 4);
	json_decref(read);
	cl_buf_release(&text);
	cl_buf_release(&expected);
	return 0;
}
