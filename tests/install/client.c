/* SPDX-License-Identifier: MIT */
/* A program of someone else's, in the language that C and C++ share. */
#include <stdio.h>
#include <string.h>

#include <cutline/cutline.h>

int main(void)
{
	struct cutline_date date;
	struct cutline_error err;

	if (strcmp(cutline_version(), CUTLINE_WANTED) != 0)
		return 1;
	if (cutline_date_parse("2023-04-17", 10, &date, &err) != CUTLINE_OK)
		return 2;
	if (cutline_date_parse("no date", 7, &date, &err) != CUTLINE_FORMAT)
		return 3;
	(void)printf("%s\n", err.text);
	return 0;
}
