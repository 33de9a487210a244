/* SPDX-License-Identifier: MIT */
/* A credit in its normal form for print: "Ana Lima/AFP via Getty Images",
 * "Ana Lima/Getty Images for Netflix". */
#include <string.h>

#include "caption/credit.h"

#define LINE_MAX_BYTES 4096

static const char *joint(enum cutline_role role, bool first)
{
	switch (role) {
	case CUTLINE_ROLE_DISTRIBUTOR:
		return first ? "" : " via ";
	case CUTLINE_ROLE_CLIENT:
		return first ? "" : " for ";
	case CUTLINE_ROLE_COURTESY:
		return first ? "Courtesy of " : ", courtesy of ";
	default:
		return first ? "" : "/";
	}
}

static bool is_printed(enum cutline_role role)
{
	return role != CUTLINE_ROLE_QUALIFIER &&
	       role != CUTLINE_ROLE_REFERENCE && role != CUTLINE_ROLE_LICENCE;
}

/* Was the part named before? Only the first few are compared: no credit that
 * is printed has more. */
static bool named_before(const struct cl_parse *p, size_t i)
{
	const struct cutline_credit_part *parts = p->parts.items;

	for (size_t k = 0; k < i && k < 16; k++)
		if (is_printed(parts[k].role) &&
		    cl_str_eq_nocase(cl_str_from(parts[k].name),
				     cl_str_from(parts[i].name)))
			return true;
	return false;
}

static const char *and_joint(const struct cl_parse *p, size_t i, bool first)
{
	const struct cutline_credit_part *parts = p->parts.items;

	if (!first && parts[i].role == CUTLINE_ROLE_CREATOR &&
	    parts[i - 1].role == CUTLINE_ROLE_CREATOR)
		return ", ";
	return joint(parts[i].role, first);
}

/* Append text to a line of which so many bytes are written; only count when
 * there is no line yet. */
static size_t append(char *line, size_t len, const char *text)
{
	size_t more = strlen(text);

	if (line)
		memcpy(line + len, text, more);
	return len + more;
}

static size_t write_line(const struct cl_parse *p, char *line)
{
	size_t len = 0;

	for (size_t i = 0; i < p->parts.count && len <= LINE_MAX_BYTES; i++) {
		if (!is_printed(p->parts.items[i].role) || named_before(p, i))
			continue;
		len = append(line, len, and_joint(p, i, len == 0));
		len = append(line, len, p->parts.items[i].name);
	}
	return len;
}

const char *cl_credit_line(struct cl_parse *p)
{
	size_t len = write_line(p, NULL);
	char *line;

	if (len == 0 || len > LINE_MAX_BYTES)
		return NULL;
	line = cl_arena_raw(p->arena, len + 1);
	if (!line) {
		p->failed = true;
		return NULL;
	}
	line[write_line(p, line)] = '\0';
	return line;
}
