/* SPDX-License-Identifier: MIT */
/* What a terminal shows of made captions; standard output goes to a file
 * meanwhile. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cli/layout.h"
#include "cli/marked.h"
#include "cli/out.h"
#include "cli/print.h"
#include "cli/say.h"

#include "fail_alloc.h"
#include "unit/test.h"

static char shown[10000];

static FILE *file;
static int kept;

static void begin(enum cl_color color)
{
	(void)fflush(stdout);
	file = tmpfile();
	assert_non_null(file);
	kept = dup(STDOUT_FILENO);
	assert_true(kept >= 0);
	assert_true(dup2(fileno(file), STDOUT_FILENO) >= 0);
	cl_out_init(color);
}

static void end(void)
{
	size_t len;

	cl_out_flush();
	assert_true(dup2(kept, STDOUT_FILENO) >= 0);
	assert_int_equal(close(kept), 0);
	rewind(file);
	len = fread(shown, 1, sizeof(shown) - 1, file);
	shown[len] = '\0';
	assert_int_equal(fclose(file), 0);
}

/* A part of the text, by its words, the first that begin after from. */
static struct cl_mark mark(const char *text, size_t from, const char *words,
			   const char *label, enum cl_style style)
{
	const char *at = strstr(text + from, words);
	struct cl_mark m = { .label = label, .style = style };

	assert_non_null(at);
	m.span.start = (size_t)(at - text);
	m.span.end = m.span.start + strlen(words);
	return m;
}

static void expect(enum cl_color color, const char *text,
		   const struct cl_mark *marks, size_t count,
		   const char *expected)
{
	begin(color);
	cl_print_marked(cl_str_from(text), marks, count, 1, 20);
	end();
	assert_string_equal(shown, expected);
}

static void a_label_is_drawn_out_to_the_end(void **state)
{
	const char *text = "Ana Lima in Riga.";
	const struct cl_mark marks[] = {
		mark(text, 0, "Ana Lima", "person", CL_STYLE_PERSON),
		mark(text, 0, "Riga", "city", CL_STYLE_PLACE),
	};

	(void)state;
	expect(CL_COLOR_ALWAYS, text, marks, 2,
	       " \x1b[0;1;34m\x1b[4mAna Lima\x1b[0m in "
	       "\x1b[0;36m\x1b[4mRiga\x1b[0m.\n"
	       " \x1b[0;1;34mperson──\x1b[0m    \x1b[0;36mcity\x1b[0m\n");
	expect(CL_COLOR_NEVER, text, marks, 2,
	       " Ana Lima in Riga.\n"
	       " ────────    ────\n"
	       " person      city\n");
	expect(CL_COLOR_NEVER, text, NULL, 0, " Ana Lima in Riga.\n");
	expect(CL_COLOR_NEVER, "", NULL, 0, "");
	expect(CL_COLOR_NEVER, " \n", NULL, 0, "");
}

static void what_is_doubted_has_a_question_mark(void **state)
{
	const char *text = "Ana Lima, Riga.";
	struct cl_mark marks[] = {
		mark(text, 0, "Ana Lima", "person", CL_STYLE_PERSON),
		mark(text, 0, "Riga", "city", CL_STYLE_PLACE),
	};

	(void)state;
	marks[0].doubted = marks[1].doubted = true;
	expect(CL_COLOR_NEVER, text, marks, 2,
	       " Ana Lima, Riga.\n"
	       " ────────  ────\n"
	       " person?   city?\n");
}

static void labels_that_would_meet_take_lanes(void **state)
{
	const char *text = "Ely, UK, AP.";
	const struct cl_mark marks[] = {
		mark(text, 0, "Ely", "city", CL_STYLE_PLACE),
		mark(text, 0, "UK", "country", CL_STYLE_PLACE),
		mark(text, 0, "AP", "agency", CL_STYLE_AGENCY),
	};

	(void)state;
	expect(CL_COLOR_NEVER, text, marks, 3,
	       " Ely, UK, AP.\n"
	       " ───  ──  ──\n"
	       " city country\n"
	       "          agency\n");
}

/* The inner one colours the text. */
static void parts_may_lie_in_parts(void **state)
{
	const char *text = "the Riga Cup final.";
	const struct cl_mark marks[] = {
		mark(text, 0, "Riga", "city", CL_STYLE_PLACE),
		mark(text, 0, "Riga Cup final", "event", CL_STYLE_EVENT),
	};
	const struct cl_mark same[] = {
		mark(text, 0, "Riga", "city", CL_STYLE_PLACE),
		mark(text, 0, "Riga", "country", CL_STYLE_PLACE),
	};

	(void)state;
	expect(CL_COLOR_ALWAYS, text, marks, 2,
	       " the \x1b[0;36m\x1b[4mRiga"
	       "\x1b[0;1;35m\x1b[4m Cup final\x1b[0m.\n"
	       "     \x1b[0;36mcity\x1b[0m\n"
	       "     \x1b[0;1;35mevent─────────\x1b[0m\n");
	expect(CL_COLOR_NEVER, text, same, 2,
	       " the Riga Cup final.\n"
	       "     ────\n"
	       "     city\n"
	       "     ────\n"
	       "     country\n");
}

static void a_part_goes_on_in_the_next_row(void **state)
{
	const char *text = "at the Harbour Film Festival in May.";
	const struct cl_mark marks[] = {
		mark(text, 0, "Harbour Film Festival", "event", CL_STYLE_EVENT),
		mark(text, 0, "May", "date", CL_STYLE_DATE),
	};
	const char *short_end = "on the Harbour Film 1, Riga.";
	const struct cl_mark narrow[] = {
		mark(short_end, 0, "Harbour Film 1", "event", CL_STYLE_EVENT),
		mark(short_end, 0, "Riga", "city", CL_STYLE_PLACE),
	};

	(void)state;
	expect(CL_COLOR_NEVER, text, marks, 2,
	       " at the Harbour Film\n"
	       "        ────────────\n"
	       "        event\n"
	       " Festival in May.\n"
	       " ────────    ───\n"
	       " …event      date\n");
	/* Too narrow there for its label. */
	expect(CL_COLOR_NEVER, short_end, narrow, 2,
	       " on the Harbour Film\n"
	       "        ────────────\n"
	       "        event\n"
	       " 1, Riga.\n"
	       " ─  ────\n"
	       "    city\n");
}

static void a_label_keeps_off_the_edge(void **state)
{
	const char *text = "Rain falls on the UK";
	const struct cl_mark marks[] = {
		mark(text, 0, "UK", "country", CL_STYLE_PLACE),
	};

	(void)state;
	expect(CL_COLOR_NEVER, text, marks, 1,
	       " Rain falls on the UK\n"
	       "                   ──\n"
	       "              country\n");
	expect(CL_COLOR_ALWAYS, text, marks, 1,
	       " Rain falls on the \x1b[0;36m\x1b[4mUK\x1b[0m\n"
	       "              \x1b[0;36mcountry\x1b[0m\n");
}

static void columns_count_and_not_bytes(void **state)
{
	const char *text = "写真 \x1b  \n e\xCC\x81 Riga";
	const struct cl_mark marks[] = {
		mark(text, 0, "e\xCC\x81", "person", CL_STYLE_PERSON),
		mark(text, 0, "Riga", "city", CL_STYLE_PLACE),
	};

	(void)state;
	expect(CL_COLOR_NEVER, text, marks, 2,
	       " 写真 \\x1b e\xCC\x81 Riga\n"
	       "           ─ ────\n"
	       "           person\n"
	       "             city\n");
}

/* What nobody could read is not shown, and costs no time. */
static void parts_nested_without_end_are_left_out(void **state)
{
	const char *text = "aaaaaaaaaaaaaaaaaaaa";
	struct cl_mark marks[12];
	size_t rows = 0;

	(void)state;
	for (size_t i = 0; i < 12; i++)
		marks[i] =
			(struct cl_mark){ .span = { i, 20 }, .label = "event" };
	begin(CL_COLOR_NEVER);
	cl_print_marked(cl_str_from(text), marks, 12, 1, 20);
	end();
	for (const char *at = shown; (at = strstr(at, "event")); at++)
		rows++;
	assert_int_equal(rows, 8);
}

/* Any text and any marks in their order. */

static uint32_t seed = 1;

static size_t any(size_t below)
{
	seed = seed * 1664525u + 1013904223u; /* Numerical Recipes' */
	return (seed >> 8) % below;
}

static void add_any_text(struct cl_buf *out)
{
	static const char *const pieces[] = {
		"a",    "Riga",         " ",        " ",
		"  ",   " \n",          ",",        "写",
		"写真", "e\xCC\x81",    "\xCC\x81", "\x1b",
		"/",    "\xE2\x80\xAE", "é",        "\xE2\x80\x8D",
		"📷",
	};

	for (size_t left = any(60); left > 0; left--)
		cl_buf_add_cstr(out,
				pieces[any(sizeof(pieces) / sizeof(*pieces))]);
}

static size_t any_marks(struct cl_mark *marks, size_t max, size_t len)
{
	static const char *const labels[] = { "city", "restriction" };
	size_t count = len > 0 ? any(max + 1) : 0;
	size_t start = 0;

	for (size_t i = 0; i < count; i++) {
		start += any(1 + len / 6);
		if (start >= len)
			return i;
		marks[i] = (struct cl_mark){
			.span = { start, start + 1 + any(len - start) },
			.label = labels[any(2)],
			.doubted = any(2) == 0,
		};
	}
	return count;
}

/* Each row fits, and the text comes out whole: the same but for white space.
 */
static void check_rows(struct cl_str rows, struct cl_str text, size_t columns)
{
	struct cl_str row;

	while (cl_str_split(&rows, '\n', &row)) {
		assert_true(cl_utf8_width(row) <= columns + 1);
		if (row.len > 0)
			assert_int_equal(row.ptr[0], ' ');
		/* A row of labels or lines has none of the text in it. */
		row = cl_str_trim(row);
		if (cl_str_starts(text, row)) {
			text = cl_str_sub(text, row.len, text.len);
			if (cl_str_starts(text, CL_STR(" ")))
				text = cl_str_sub(text, 1, text.len);
		}
	}
	assert_int_equal(text.len, 0);
}

static void no_row_is_too_wide_and_no_word_lost(void **state)
{
	(void)state;
	for (size_t round = 0; round < 3000; round++) {
		struct cl_mark marks[12];
		struct cl_buf text;
		struct cl_buf line;
		size_t columns = 12 + any(20);
		size_t count;

		cl_buf_init(&text, 10000);
		cl_buf_init(&line, 10000);
		add_any_text(&text);
		count = any_marks(marks, 12, text.len);
		cl_layout_line(&line, cl_buf_str(&text));
		begin(CL_COLOR_NEVER);
		cl_print_marked(cl_buf_str(&text), marks, count, 1, columns);
		end();
		check_rows(cl_str_from(shown), cl_buf_str(&line), columns);
		cl_buf_release(&line);
		cl_buf_release(&text);
	}
}

/* The whole, in the 80 columns of what is no terminal. */

static void expect_view(const struct cutline_caption *caption, bool explain,
			const char *expected)
{
	begin(CL_COLOR_NEVER);
	cl_print_caption_view(caption, "s1", explain);
	end();
	assert_string_equal(shown, expected);
}

static const struct cutline_value agency = {
	.text = "AFP",
	.span = { 6, 9 },
	.confidence = 1,
	.rule = "credit-agency",
};

static const struct cutline_value cities[] = {
	{ .text = "Riga",
	  .span = { 0, 4 },
	  .confidence = 0.894,
	  .rule = "place-in" },
};

static const struct cutline_value country = {
	.text = "Latvia",
	.confidence = 0.8,
	.rule = "gazetteer",
};

static const struct cutline_value date = {
	.text = "2021-05-03",
	.span = { 10, 15 },
	.confidence = 0.9,
	.rule = "no-such-rule",
};

static const struct cutline_caption made = {
	.text = "RIGA, AFP 3 May",
	.text_len = 15,
	.fields[CUTLINE_AGENCIES] = { &agency, 1 },
	.fields[CUTLINE_DATE_CREATED] = { &date, 1 },
	.fields[CUTLINE_CITY] = { cities, 1 },
	.inferred[CUTLINE_COUNTRY] = { &country, 1 },
};

static void what_is_not_fairly_sure_says_so(void **state)
{
	(void)state;
	expect_view(&made, false,
		    "s1\n"
		    "  RIGA, AFP 3 May\n"
		    "  ────  ─── ─────\n"
		    "  city? agency\n"
		    "            date\n"
		    "\n"
		    "  agency       AFP\n"
		    "  date         2021-05-03\n"
		    "  city         Riga (89 % sure)\n"
		    "  country      Latvia (inferred, 80 % sure)\n");
}

/* Nothing is 100 % sure; a rule that has no sentence goes without. */
static void the_rules_are_told(void **state)
{
	(void)state;
	expect_view(&made, true,
		    "s1\n"
		    "  RIGA, AFP 3 May\n"
		    "  ────  ─── ─────\n"
		    "  city? agency\n"
		    "            date\n"
		    "\n"
		    "  agency       AFP\n"
		    "                 by credit-agency, 99 % sure, as "
		    "written\n"
		    "  date         2021-05-03\n"
		    "                 by no-such-rule, 90 % sure, from "
		    "“3 May”\n"
		    "  city         Riga\n"
		    "                 by place-in, 89 % sure, from “RIGA”\n"
		    "  country      Latvia (inferred)\n"
		    "                 by gazetteer, 80 % sure\n"
		    "\n"
		    "  credit-agency     A bracket, or the end of the text, "
		    "that names a known\n"
		    "                    agency.\n"
		    "  no-such-rule\n"
		    "  place-in          A well-known place after a word such "
		    "as “in” or “near”.\n"
		    "  gazetteer         Not written: it follows from the "
		    "place that is, by the\n"
		    "                    table of places.\n");
}

static void nothing_read_is_said(void **state)
{
	const struct cutline_caption empty = { .text = "" };
	const struct cutline_caption text = { .text = "Rain.", .text_len = 5 };

	(void)state;
	expect_view(&empty, true, "s1\n  nothing was read in it\n");
	expect_view(&text, false, "s1\n  Rain.\n\n  nothing was read in it\n");
}

/* Want of memory leaves something out, and the output counts as failed. */
static void want_of_memory_is_not_passed_over(void **state)
{
	size_t failures = 0;
	bool whole = false;

	(void)state;
	cl_say_init(true);
	for (long n = 0; !whole; n++) {
		begin(CL_COLOR_NEVER);
		fail_alloc_after(n);
		cl_print_caption_view(&made, "s1", true);
		whole = fail_alloc_count() <= n;
		fail_alloc_after(-1);
		assert_int_equal(cl_out_finish(), whole);
		end();
		failures += !whole;
		assert_int_equal(fail_alloc_live(), 0);
	}
	assert_true(failures > 5);
	assert_non_null(strstr(shown, "no-such-rule"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_label_is_drawn_out_to_the_end),
		cmocka_unit_test(what_is_doubted_has_a_question_mark),
		cmocka_unit_test(labels_that_would_meet_take_lanes),
		cmocka_unit_test(parts_may_lie_in_parts),
		cmocka_unit_test(a_part_goes_on_in_the_next_row),
		cmocka_unit_test(a_label_keeps_off_the_edge),
		cmocka_unit_test(columns_count_and_not_bytes),
		cmocka_unit_test(parts_nested_without_end_are_left_out),
		cmocka_unit_test(no_row_is_too_wide_and_no_word_lost),
		cmocka_unit_test(what_is_not_fairly_sure_says_so),
		cmocka_unit_test(the_rules_are_told),
		cmocka_unit_test(nothing_read_is_said),
		cmocka_unit_test(want_of_memory_is_not_passed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
