/* SPDX-License-Identifier: MIT */
#include "cutline/date.h"

#include <string.h>

#include "unit/test.h"

static const char *const canonical[] = {
	"0000",
	"0000-01-01",
	"9999-12-31",
	"2023",
	"2023-04",
	"2023-04-17",
	"2024-02-29",
	"2023-21",
	"2023-24",
	"195X",
	"19XX",
	"1XXX",
	"XXXX",
	"XXXX-04",
	"XXXX-04-17",
	"XXXX-02-29",
	"XXXX-04-XX",
	"XXXX-22",
	"195X-04",
	"190X-02-29",
	"195X-04-XX",
	"2024-XX",
	"2024-XX-10",
	"2024-XX-31",
	"2024-04-XX",
	"2024-XX-XX",
	"1955~",
	"1955?",
	"1955%",
	"195X~",
	"1955-04-17~",
	"XXXX-04-17?",
	"2019-06-01/2019-06-03",
	"2019-06-01~/2019-06-03?",
	"2019/2019",
	"2019/2019-03",
	"2019-03/2019",
	"XXXX-12-30/XXXX-01-02",
	"2004/..",
	"2004-06-11%/..",
	"../2004-06",
};

static void what_is_written_is_what_was_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(canonical) / sizeof(canonical[0]); i++) {
		struct cutline_date date;
		struct cutline_date again;
		char text[CUTLINE_DATE_TEXT_MAX];

		if (cutline_date_parse(canonical[i], strlen(canonical[i]),
				       &date, NULL) != CUTLINE_OK)
			fail_msg("%s is refused", canonical[i]);
		cutline_date_write(&date, text);
		assert_string_equal(text, canonical[i]);
		assert_int_equal(
			cutline_date_parse(text, strlen(text), &again, NULL),
			CUTLINE_OK);
		assert_memory_equal(&again, &date, sizeof(date));
	}
}

/* Other spellings of one date: what is read, what is written. */
static void variants_come_out_in_one_spelling(void **state)
{
	static const char *const variants[][2] = {
		{ "2004-~06-11", "2004-06-11~" },
		{ "2004-06~-11", "2004-06-11~" },
		{ "~2004-06-11", "2004-06-11~" },
		{ "?2004-06-~11", "2004-06-11%" },
		{ "2004?-06~", "2004-06%" },
		{ "2004/", "2004/.." },
		{ "/2004", "../2004" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(variants) / sizeof(variants[0]); i++) {
		struct cutline_date date;
		char text[CUTLINE_DATE_TEXT_MAX];

		assert_int_equal(cutline_date_parse(variants[i][0],
						    strlen(variants[i][0]),
						    &date, NULL),
				 CUTLINE_OK);
		cutline_date_write(&date, text);
		assert_string_equal(text, variants[i][1]);
	}
}

static void what_is_no_date_is_refused(void **state)
{
	static const char *const wrong[] = {
		"",
		" 2023",
		"2023 ",
		"23",
		"202",
		"20234",
		"20230417",
		"-2023",
		"+2023",
		"Y17000",
		"2023-4",
		"2023-04-1",
		"2023-00",
		"2023-04-00",
		"2023-13",
		"2023-20",
		"2023-25",
		"2023-21-01",
		"2023-21-XX",
		"2023-02-29",
		"2023-02-30",
		"1900-02-29",
		"195X-02-30",
		"XXXX-04-31",
		"XXXX-02-30",
		"2024-XX-32",
		"2023-04-17-",
		"2023-",
		"2023-04-",
		"2023--17",
		"19X5",
		"X955",
		"2023-X1",
		"2023-1X",
		"2023-xx",
		"2023-04-17T14:03:22",
		"2023:04:17",
		"2023~~",
		"~",
		"/",
		"..",
		"../..",
		"/..",
		"2004/2005/2006",
		"2005/2004",
		"2019-06-03/2019-06-01",
		"2004..2005",
		"[1667,1668]",
		"{1667,1668}",
		"April 17",
		("2023-04-17 and a text that is longer than any date can be"
		 " in any of the forms"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct cutline_error err = { .status = CUTLINE_OK };
		struct cutline_date date = { .shape = CUTLINE_DATE_NONE };

		if (cutline_date_parse(wrong[i], strlen(wrong[i]), &date,
				       &err) != CUTLINE_FORMAT)
			fail_msg("\"%s\" is accepted", wrong[i]);
		assert_int_equal(err.status, CUTLINE_FORMAT);
		assert_non_null(strstr(err.text, "is no date"));
		assert_int_equal(date.shape, CUTLINE_DATE_NONE);
	}
}

static void the_error_says_what_is_wrong(void **state)
{
	struct cutline_error err;
	struct cutline_date date;

	(void)state;
	assert_int_equal(cutline_date_parse("2023-02-30", 10, &date, &err),
			 CUTLINE_FORMAT);
	assert_string_equal(err.text,
			    "\"2023-02-30\" is no date: the calendar has no "
			    "such day");
	assert_true(err.hint[0] != '\0');
}

static void text_needs_no_nul(void **state)
{
	struct cutline_date date;

	(void)state;
	assert_int_equal(cutline_date_parse("2023-04-17", 7, &date, NULL),
			 CUTLINE_OK);
	assert_int_equal(date.from.month, 4);
	assert_int_equal(date.from.day, 0);
	assert_int_equal(cutline_date_parse("2023\0", 5, &date, NULL),
			 CUTLINE_FORMAT);
	assert_int_equal(cutline_date_parse(NULL, 0, &date, NULL),
			 CUTLINE_FORMAT);
}

static void any_record_fits_the_text(void **state)
{
	struct cutline_date date;
	char text[CUTLINE_DATE_TEXT_MAX + 1];

	(void)state;
	memset(&date, 0, sizeof(date));
	cutline_date_write(&date, text);
	assert_string_equal(text, "");
	memset(&date, 0xFF, sizeof(date));
	date.from.approximate = date.from.uncertain = true;
	date.to.approximate = date.to.uncertain = true;
	for (int shape = 0; shape <= CUTLINE_DATE_OPEN_START; shape++) {
		date.shape = (enum cutline_date_shape)shape;
		date.from.month = date.to.month = 254;
		date.from.day = date.to.day = 254;
		text[CUTLINE_DATE_TEXT_MAX] = '#';
		cutline_date_write(&date, text);
		assert_true(strlen(text) < CUTLINE_DATE_TEXT_MAX);
		assert_int_equal(text[CUTLINE_DATE_TEXT_MAX], '#');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_what_was_read),
		cmocka_unit_test(variants_come_out_in_one_spelling),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(the_error_says_what_is_wrong),
		cmocka_unit_test(text_needs_no_nul),
		cmocka_unit_test(any_record_fits_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
