/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "catalog/query.h"

static void write_term(struct cl_buf *out, const struct cl_query_node *term)
{
	cl_buf_add_cstr(out, term->field.name);
	cl_buf_add_char(out, ':');
	cl_buf_add_char(out, '"');
	cl_utf8_add_valid(out, term->text);
	cl_buf_add_char(out, '"');
	if (term->prefix)
		cl_buf_add_char(out, '*');
}

static void write_list(struct cl_buf *out, const struct cl_query_node *node,
		       const char *between)
{
	cl_buf_add_char(out, '(');
	for (const struct cl_query_node *n = node->first; n; n = n->next) {
		if (n != node->first)
			cl_buf_add_cstr(out, between);
		cl_query_write(out, n);
	}
	cl_buf_add_char(out, ')');
}

void cl_query_write(struct cl_buf *out, const struct cl_query_node *node)
{
	switch (node->kind) {
	case CL_QUERY_TERM:
		write_term(out, node);
		break;
	case CL_QUERY_NOT:
		cl_buf_add_char(out, '-');
		cl_query_write(out, node->first);
		break;
	case CL_QUERY_AND:
		write_list(out, node, " AND ");
		break;
	case CL_QUERY_OR:
		write_list(out, node, " OR ");
		break;
	}
}
