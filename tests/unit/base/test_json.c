/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include "fail_alloc.h"
#include "unit/test.h"

struct writer {
	struct cl_buf buf;
	struct cl_json json;
};

static struct cl_json *start(struct writer *w)
{
	cl_buf_init(&w->buf, 4096);
	cl_json_init(&w->json, &w->buf);
	return &w->json;
}

static void wrote(struct writer *w, const char *expected)
{
	assert_string_equal(cl_buf_cstr(&w->buf), expected);
	cl_buf_release(&w->buf);
}

static void commas_and_keys_are_placed(void **state)
{
	static const char *const list[] = { "a", NULL };
	struct writer w;
	struct cl_json *j = start(&w);

	(void)state;
	cl_json_object(j);
	cl_json_key_int(j, "format", 1);
	cl_json_key_cstr(j, "city", NULL);
	cl_json_key_bool(j, "missing", false);
	cl_json_key_list(j, "list", list, 2);
	cl_json_key_list(j, "none", NULL, 0);
	cl_json_key(j, "nested");
	cl_json_array(j);
	cl_json_object(j);
	cl_json_end(j);
	cl_json_object(j);
	cl_json_key_cstr(j, "k", "v");
	cl_json_end(j);
	cl_json_null(j);
	cl_json_end(j);
	cl_json_key(j, "gps");
	cl_json_array(j);
	cl_json_real(j, 43.55, 2);
	cl_json_real(j, -7.0, 1);
	cl_json_real(j, 0.0 / (cl_buf_cstr(&w.buf)[0] ? 0.0 : 1.0), 1);
	cl_json_end(j);
	cl_json_end(j);
	wrote(&w, "{\"format\": 1, \"city\": null, \"missing\": false, "
		  "\"list\": [\"a\", null], \"none\": [], "
		  "\"nested\": [{}, {\"k\": \"v\"}, null], "
		  "\"gps\": [43.55, -7.0, null]}");
}

static void text_is_escaped(void **state)
{
	struct writer w;
	struct cl_json *j = start(&w);

	(void)state;
	cl_json_array(j);
	cl_json_str(j, CL_STR("say \"hi\" \\ / \n\t\r\033\x7F\0."));
	cl_json_str(j, CL_STR("\u201Cx\u201D \U0001F600"));
	cl_json_str(j, CL_STR("a\xFF\xC3"));
	cl_json_str(j, (struct cl_str){ 0 });
	cl_json_end(j);
	wrote(&w, "[\"say \\\"hi\\\" \\\\ / "
		  "\\n\\t\\u000d\\u001b\\u007f\\u0000.\", "
		  "\"\u201Cx\u201D \U0001F600\", \"a\uFFFD\uFFFD\", \"\"]");
}

static void integers_reach_both_ends(void **state)
{
	struct writer w;
	struct cl_json *j = start(&w);

	(void)state;
	cl_json_array(j);
	cl_json_int(j, INT64_MIN);
	cl_json_int(j, INT64_MAX);
	cl_json_end(j);
	wrote(&w, "[-9223372036854775808, 9223372036854775807]");
}

/* The vectors of RFC 4648, section 10. */
static void base64_is_padded(void **state)
{
	static const char *const rows[][2] = {
		{ "", "\"\"" },
		{ "f", "\"Zg==\"" },
		{ "fo", "\"Zm8=\"" },
		{ "foo", "\"Zm9v\"" },
		{ "foob", "\"Zm9vYg==\"" },
		{ "fooba", "\"Zm9vYmE=\"" },
		{ "foobar", "\"Zm9vYmFy\"" },
		{ "\xFF\xEF\xBE", "\"/+++\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct writer w;
		struct cl_str in = cl_str_from(rows[i][0]);

		cl_json_base64(start(&w), in.ptr, in.len);
		wrote(&w, rows[i][1]);
	}
}

static void depth_reaches_its_limit(void **state)
{
	char expected[2 * CL_JSON_DEPTH + 1] = { 0 };
	struct writer w;
	struct cl_json *j = start(&w);

	(void)state;
	for (unsigned i = 0; i < CL_JSON_DEPTH; i++) {
		cl_json_array(j);
		expected[i] = '[';
		expected[2 * CL_JSON_DEPTH - 1 - i] = ']';
	}
	for (unsigned i = 0; i < CL_JSON_DEPTH; i++)
		cl_json_end(j);
	wrote(&w, expected);
}

static void a_failed_buffer_stays_failed(void **state)
{
	struct writer w;
	struct cl_json *j = start(&w);

	(void)state;
	fail_alloc_after(0);
	cl_json_object(j);
	fail_alloc_after(-1);
	cl_json_key_cstr(j, "k", "v");
	cl_json_end(j);
	assert_true(w.buf.failed);
	wrote(&w, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commas_and_keys_are_placed),
		cmocka_unit_test(text_is_escaped),
		cmocka_unit_test(integers_reach_both_ends),
		cmocka_unit_test(base64_is_padded),
		cmocka_unit_test(depth_reaches_its_limit),
		cmocka_unit_test(a_failed_buffer_stays_failed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
