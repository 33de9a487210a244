/* SPDX-License-Identifier: MIT */
#include "catalog/match_date.h"

#include "cutline/date.h"

static bool read_date(sqlite3_value *value, struct cutline_date *date)
{
	const unsigned char *text = sqlite3_value_text(value);

	return text && cutline_date_parse((const char *)text,
					  (size_t)sqlite3_value_bytes(value),
					  date, NULL) == CUTLINE_OK;
}

/* False also when one of them is NULL or, in a damaged catalog, no date. */
static void date_overlaps(sqlite3_context *context, int argc,
			  sqlite3_value **argv)
{
	struct cutline_date a;
	struct cutline_date b;

	sqlite3_result_int(context, argc == 2 && read_date(argv[0], &a) &&
					    read_date(argv[1], &b) &&
					    cutline_date_overlaps(&a, &b));
}

int cl_match_date_register(sqlite3 *db)
{
	return sqlite3_create_function_v2(
		db, "date_overlaps", 2,
		SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
		date_overlaps, NULL, NULL, NULL);
}
