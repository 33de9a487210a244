/* SPDX-License-Identifier: MIT */
/* A credit in its normal form for print: "Ana Lima/AFP via Getty Images",
 * "Ana Lima/Getty Images for Netflix". */
#include "base/buf.h"
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

const char *cl_credit_line(struct cl_parse *p)
{
	struct cl_buf buf;
	const char *line = NULL;

	cl_buf_init(&buf, LINE_MAX_BYTES);
	for (size_t i = 0; i < p->parts.count; i++) {
		if (!is_printed(p->parts.items[i].role) || named_before(p, i))
			continue;
		cl_buf_add_cstr(&buf, and_joint(p, i, buf.len == 0));
		cl_buf_add_cstr(&buf, p->parts.items[i].name);
	}
	if (buf.failed)
		p->failed |= !buf.too_long;
	else if (buf.len)
		line = cl_keep(p, cl_buf_str(&buf));
	cl_buf_release(&buf);
	return line;
}
