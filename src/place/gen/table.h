/* SPDX-License-Identifier: MIT */
/* A text file of facts: a row a line, fields parted by tabs, '#' for notes. */
#ifndef CL_PLACE_GEN_TABLE_H
#define CL_PLACE_GEN_TABLE_H

#include "base/buf.h"

#define TABLE_FIELDS 12

struct table {
	const char *path;
	struct cl_buf text;
	struct cl_str rest;
	unsigned line;
	struct cl_str field[TABLE_FIELDS]; /* of the present row */
};

/* All of these end the program with a message when something is wrong. */
void table_open(struct table *t, const char *path);
bool table_next(struct table *t);
void table_close(struct table *t);
_Noreturn void table_fail(const struct table *t, const char *what);
_Noreturn void table_no_memory(void);

/* A field as a number with up to four decimals, in ten-thousandths. */
int32_t table_degrees(const struct table *t, size_t field);
uint32_t table_count(const struct table *t, size_t field);

#endif
