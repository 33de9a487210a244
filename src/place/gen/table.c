/* SPDX-License-Identifier: MIT */
#include "place/gen/table.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

#define FILE_MAX (64u << 20)

void table_fail(const struct table *t, const char *what)
{
	fprintf(stderr, "%s:%u: %s\n", t->path, t->line, what);
	exit(1);
}

void table_no_memory(void)
{
	fputs("out of memory\n", stderr);
	exit(1);
}

void table_open(struct table *t, const char *path)
{
	struct cutline_error err = { .status = CUTLINE_OK };
	int fd;

	*t = (struct table){ .path = path };
	cl_buf_init(&t->text, FILE_MAX);
	if (cl_file_open(AT_FDCWD, path, &fd, NULL, &err) != CUTLINE_OK)
		table_fail(t, err.text);
	if (cl_file_read_all(fd, path, &t->text, &err) != CUTLINE_OK)
		table_fail(t, err.text);
	close(fd);
	t->rest = cl_buf_str(&t->text);
}

bool table_next(struct table *t)
{
	struct cl_str line;

	do {
		if (!cl_str_split(&t->rest, '\n', &line))
			return false;
		t->line++;
	} while (!line.len || line.ptr[0] == '#');
	for (size_t i = 0; i < TABLE_FIELDS; i++) {
		t->field[i] = (struct cl_str){ 0 };
		cl_str_split(&line, '\t', &t->field[i]);
	}
	return true;
}

void table_close(struct table *t)
{
	cl_buf_release(&t->text);
}

int32_t table_degrees(const struct table *t, size_t field)
{
	struct cl_str s = t->field[field];
	struct cl_str whole;
	bool negative = cl_str_skip(&s, CL_STR("-"));
	uint32_t degrees;
	int32_t part = 0;

	if (!cl_str_split(&s, '.', &whole) ||
	    !cl_str_to_u32(whole, 180, &degrees) || s.len > 4)
		table_fail(t, "no number of degrees");
	for (size_t i = 0; i < 4; i++) {
		if (i < s.len && !cl_is_digit(s.ptr[i]))
			table_fail(t, "no number of degrees");
		part = part * 10 + (i < s.len ? s.ptr[i] - '0' : 0);
	}
	part += (int32_t)degrees * 10000;
	return negative ? -part : part;
}

uint32_t table_count(const struct table *t, size_t field)
{
	uint32_t n;

	if (!cl_str_to_u32(t->field[field], UINT32_MAX, &n))
		table_fail(t, "no number");
	return n;
}
