/* SPDX-License-Identifier: MIT */
#include "cutline/credits.h"

#include <string.h>

#include "base/buf.h"
#include "fail_alloc.h"

#include "unit/test.h"

/* A photo as short as a test can say it. */
struct sample {
	int64_t id;
	const char *path;
	const char *creators[3];
	const char *agencies[3];
	const char *line;
};

static size_t length(const char *const *list)
{
	size_t n = 0;

	while (n < 3 && list[n])
		n++;
	return n;
}

static struct cutline_credits *
list_of(const char *style, const struct sample *samples, size_t count)
{
	struct cutline_credits *credits;

	assert_int_equal(cutline_credits_new(style, &credits, NULL),
			 CUTLINE_OK);
	for (size_t i = 0; i < count; i++) {
		const struct sample *s = &samples[i];
		struct cutline_photo p = { .id = s->id };

		p.paths = &s->path;
		p.path_count = 1;
		p.fields[CUTLINE_CREATORS].items = s->creators;
		p.fields[CUTLINE_CREATORS].count = length(s->creators);
		p.fields[CUTLINE_AGENCIES].items = s->agencies;
		p.fields[CUTLINE_AGENCIES].count = length(s->agencies);
		p.fields[CUTLINE_CREDIT_LINE].items = &s->line;
		p.fields[CUTLINE_CREDIT_LINE].count = s->line ? 1 : 0;
		assert_int_equal(cutline_credits_add(credits, &p, NULL),
				 CUTLINE_OK);
	}
	return credits;
}

static bool gather(void *context, const char *data, size_t len)
{
	cl_buf_add(context, data, len);
	return true;
}

static void expect(const char *style, enum cutline_credits_format format,
		   const struct sample *samples, size_t count,
		   const char *written)
{
	struct cutline_credits *credits = list_of(style, samples, count);
	struct cl_buf buf;

	cl_buf_init(&buf, 1 << 20);
	assert_int_equal(
		cutline_credits_write(credits, format, gather, &buf, NULL),
		CUTLINE_OK);
	assert_string_equal(cl_buf_cstr(&buf), written);
	cl_buf_release(&buf);
	cutline_credits_free(credits);
}

/* Out of order, as a search by date hands them out. */
static const struct sample desk[] = {
	{ 3,
	  "/p/vote2.jpg",
	  { "Ana Lima" },
	  { "AFP", "Getty Images" },
	  "Ana Lima/AFP via Getty Images" },
	{ 9, "/p/old.jpg", { 0 }, { 0 }, NULL },
	{ 7, "/p/tram.jpg", { "Zoe Ek" }, { 0 }, NULL },
	{ 4, "/p/goal.jpg", { 0 }, { "Reuters" }, "REUTERS" },
	{ 1,
	  "/p/vote1.jpg",
	  { "Ana Lima" },
	  { "AFP", "Getty Images" },
	  "Ana Lima/AFP via Getty Images" },
	{ 5,
	  "/p/duo.jpg",
	  { "Ána Abel", "Bo Berg", "Cy Card" },
	  { "dpa" },
	  NULL },
	{ 8, "/p/hand.jpg", { 0 }, { 0 }, "Handout" },
};
#define DESK_COUNT (sizeof(desk) / sizeof(desk[0]))

static void photographers_stand_in_order(void **state)
{
	(void)state;
	expect(NULL, CUTLINE_CREDITS_TEXT, desk, DESK_COUNT,
	       "Ána Abel, Bo Berg and Cy Card (dpa): duo.jpg\n"
	       "Ana Lima (AFP, Getty Images): vote1.jpg, vote2.jpg\n"
	       "Reuters: goal.jpg\n"
	       "Zoe Ek: tram.jpg\n"
	       "\n"
	       "No credit found:\n"
	       "  /p/hand.jpg (“Handout”)\n"
	       "  /p/old.jpg\n");
}

static void agencies_head_their_credits(void **state)
{
	(void)state;
	expect("by-agency", CUTLINE_CREDITS_TEXT, desk, DESK_COUNT,
	       "AFP\n"
	       "  Ana Lima/AFP via Getty Images: vote1.jpg, vote2.jpg\n"
	       "\n"
	       "dpa\n"
	       "  Ána Abel and Bo Berg and Cy Card/dpa: duo.jpg\n"
	       "\n"
	       "Reuters\n"
	       "  REUTERS: goal.jpg\n"
	       "\n"
	       "No agency\n"
	       "  Zoe Ek: tram.jpg\n"
	       "\n"
	       "No credit found:\n"
	       "  /p/hand.jpg (“Handout”)\n"
	       "  /p/old.jpg\n");
}

static void files_stand_with_their_credit(void **state)
{
	(void)state;
	expect("by-file", CUTLINE_CREDITS_TEXT, desk, 3,
	       "/p/tram.jpg: Zoe Ek\n"
	       "/p/vote2.jpg: Ana Lima/AFP via Getty Images\n"
	       "\n"
	       "No credit found:\n"
	       "  /p/old.jpg\n");
}

static void csv_has_a_row_a_photo(void **state)
{
	(void)state;
	expect("by-agency", CUTLINE_CREDITS_CSV, desk, DESK_COUNT,
	       "photo,path,creators,agencies,credit_line\r\n"
	       "1,/p/vote1.jpg,Ana Lima,\"AFP; Getty Images\","
	       "Ana Lima/AFP via Getty Images\r\n"
	       "3,/p/vote2.jpg,Ana Lima,\"AFP; Getty Images\","
	       "Ana Lima/AFP via Getty Images\r\n"
	       "5,/p/duo.jpg,\"Ána Abel; Bo Berg; Cy Card\",dpa,"
	       "Ána Abel and Bo Berg and Cy Card/dpa\r\n"
	       "4,/p/goal.jpg,,Reuters,REUTERS\r\n"
	       "7,/p/tram.jpg,Zoe Ek,,Zoe Ek\r\n"
	       "8,/p/hand.jpg,,,Handout\r\n"
	       "9,/p/old.jpg,,,\r\n");
}

static void json_has_an_object_a_photo(void **state)
{
	static const struct sample photos[] = {
		{ 2, "/p/\"b\".jpg", { "Ana Lima" }, { "AFP" }, NULL },
		{ 0, "/p/\xFF.jpg", { 0 }, { 0 }, NULL },
	};

	(void)state;
	expect(NULL, CUTLINE_CREDITS_JSON, photos, 2,
	       "{\"format\": 1, \"photo\": 2, \"path\": \"/p/\\\"b\\\".jpg\", "
	       "\"creators\": [\"Ana Lima\"], \"agencies\": [\"AFP\"], "
	       "\"credit_line\": \"Ana Lima/AFP\"}\n"
	       "{\"format\": 1, \"photo\": null, "
	       "\"path\": \"/p/\xEF\xBF\xBD.jpg\", "
	       "\"path_bytes\": \"L3Av/y5qcGc=\", "
	       "\"creators\": [], \"agencies\": [], \"credit_line\": null}\n");
}

static void hostile_text_is_disarmed(void **state)
{
	static const struct sample photos[] = {
		{ 1,
		  "-x.jpg",
		  { "=cmd|'/C calc'!A0" },
		  { "@SUM(1)" },
		  "-/AFP\x1b[2J" },
	};

	(void)state;
	expect("by-file", CUTLINE_CREDITS_CSV, photos, 1,
	       "photo,path,creators,agencies,credit_line\r\n"
	       "1,'-x.jpg,'=cmd|'/C calc'!A0,'@SUM(1),'-/AFP\x1b[2J\r\n");
	expect("by-file", CUTLINE_CREDITS_TEXT, photos, 1,
	       "-x.jpg: -/AFP\\x1b[2J\n");
}

static void files_of_one_name_go_by_their_paths(void **state)
{
	static const struct sample photos[] = {
		{ 1, "/b/1.jpg", { "Ana Lima" }, { 0 }, NULL },
		{ 2, "/a/1.jpg", { "Ana Lima" }, { 0 }, NULL },
		{ 3, "/a/2.jpg", { "Ana Lima" }, { 0 }, NULL },
	};

	(void)state;
	expect(NULL, CUTLINE_CREDITS_TEXT, photos, 3,
	       "Ana Lima: /a/1.jpg, /b/1.jpg, 2.jpg\n");
}

static void a_photo_is_listed_once(void **state)
{
	struct sample twice[400];
	struct cutline_credits *credits;

	(void)state;
	for (size_t i = 0; i < 400; i++)
		twice[i] = (struct sample){ .id = (int64_t)(i % 200) + 1,
					    .path = "/p/a.jpg" };
	credits = list_of(NULL, twice, 400);
	assert_int_equal(cutline_credits_missing(credits), 200);
	cutline_credits_free(credits);

	/* Photos outside a catalog have no id and are all listed. */
	twice[0].id = twice[1].id = 0;
	credits = list_of(NULL, twice, 2);
	assert_int_equal(cutline_credits_missing(credits), 2);
	cutline_credits_free(credits);
}

static void an_empty_list_is_empty(void **state)
{
	(void)state;
	expect(NULL, CUTLINE_CREDITS_TEXT, desk, 0, "");
	expect(NULL, CUTLINE_CREDITS_CSV, desk, 0,
	       "photo,path,creators,agencies,credit_line\r\n");
	expect(NULL, CUTLINE_CREDITS_JSON, desk, 0, "");
}

static void an_unknown_style_is_refused(void **state)
{
	struct cutline_credits *credits;
	struct cutline_error err;

	(void)state;
	assert_int_equal(cutline_credits_new("by-agencies", &credits, &err),
			 CUTLINE_NOT_FOUND);
	assert_null(credits);
	assert_string_equal(err.hint, "did you mean “by-agency”?");
	assert_int_equal(cutline_credits_new("mla", &credits, &err),
			 CUTLINE_NOT_FOUND);
	assert_string_equal(
		err.hint,
		"the styles are by-agency, by-file and by-photographer");
}

static void every_style_there_is_works(void **state)
{
	size_t count;
	const struct cutline_credits_style *styles =
		cutline_credits_styles(&count);

	(void)state;
	assert_int_equal(count, 3);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			assert_true(strcmp(styles[i - 1].name, styles[i].name) <
				    0);
		cutline_credits_free(list_of(styles[i].name, desk, 2));
	}
}

static bool stop(void *context, const char *data, size_t len)
{
	(void)data;
	(void)len;
	++*(int *)context;
	return false;
}

static void a_writer_may_stop(void **state)
{
	struct cutline_credits *credits = list_of(NULL, desk, DESK_COUNT);
	struct cutline_error err;
	int calls = 0;

	(void)state;
	assert_int_equal(cutline_credits_write(credits, CUTLINE_CREDITS_TEXT,
					       stop, &calls, &err),
			 CUTLINE_STOPPED);
	assert_int_equal(calls, 1);
	cutline_credits_free(credits);
}

/* Adding and writing as one, so that a row of failures can be tried. */
static enum cutline_status try_all(const char *style,
				   enum cutline_credits_format format,
				   struct cl_buf *buf)
{
	struct cutline_credits *credits;
	enum cutline_status status = cutline_credits_new(style, &credits, NULL);
	struct cutline_photo p = { .id = 5 };

	if (status)
		return status;
	p.paths = &desk[0].path;
	p.path_count = 1;
	p.fields[CUTLINE_CREATORS].items = desk[0].creators;
	p.fields[CUTLINE_CREATORS].count = 1;
	p.fields[CUTLINE_AGENCIES].items = desk[0].agencies;
	p.fields[CUTLINE_AGENCIES].count = 2;
	status = cutline_credits_add(credits, &p, NULL);
	if (!status)
		status = cutline_credits_write(credits, format, gather, buf,
					       NULL);
	cutline_credits_free(credits);
	return status;
}

static void every_allocation_may_fail(void **state)
{
	static const struct {
		const char *style;
		enum cutline_credits_format format;
		const char *written;
	} cases[] = {
		{ "by-photographer", CUTLINE_CREDITS_TEXT,
		  "Ana Lima (AFP, Getty Images): vote2.jpg\n" },
		{ "by-agency", CUTLINE_CREDITS_CSV,
		  "photo,path,creators,agencies,credit_line\r\n"
		  "5,/p/vote2.jpg,Ana Lima,\"AFP; Getty Images\","
		  "Ana Lima/AFP/Getty Images\r\n" },
		{ "by-file", CUTLINE_CREDITS_JSON,
		  "{\"format\": 1, \"photo\": 5, \"path\": \"/p/vote2.jpg\", "
		  "\"creators\": [\"Ana Lima\"], "
		  "\"agencies\": [\"AFP\", \"Getty Images\"], "
		  "\"credit_line\": \"Ana Lima/AFP/Getty Images\"}\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum cutline_status status;
		struct cl_buf buf;
		long n = 0;

		cl_buf_init(&buf, 4096);
		cl_buf_add_cstr(&buf, "x");
		for (;;) {
			/* The buffer of the test has its memory already. */
			char room[2000] = { 0 };

			cl_buf_add(&buf, room, sizeof(room));
			cl_buf_clear(&buf);
			fail_alloc_after(n++);
			status = try_all(cases[i].style, cases[i].format, &buf);
			fail_alloc_after(-1);
			if (status != CUTLINE_NOMEM)
				break;
		}
		assert_int_equal(status, CUTLINE_OK);
		assert_true(n > 5);
		assert_string_equal(cl_buf_cstr(&buf), cases[i].written);
		cl_buf_release(&buf);
		assert_int_equal(fail_alloc_live(), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(photographers_stand_in_order),
		cmocka_unit_test(agencies_head_their_credits),
		cmocka_unit_test(files_stand_with_their_credit),
		cmocka_unit_test(csv_has_a_row_a_photo),
		cmocka_unit_test(json_has_an_object_a_photo),
		cmocka_unit_test(hostile_text_is_disarmed),
		cmocka_unit_test(files_of_one_name_go_by_their_paths),
		cmocka_unit_test(a_photo_is_listed_once),
		cmocka_unit_test(an_empty_list_is_empty),
		cmocka_unit_test(an_unknown_style_is_refused),
		cmocka_unit_test(every_style_there_is_works),
		cmocka_unit_test(a_writer_may_stop),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
