/* SPDX-License-Identifier: MIT */
#include "catalog/query_fts.h"

#include "base/fold.h"
#include "catalog/words.h"
#include "cutline/names.h"
#include "cutline/place.h"

static bool is_word_term(const struct cl_query_node *node)
{
	if (node->kind != CL_QUERY_TERM)
		return false;
	switch (node->field.ask) {
	case CL_ASK_WORDS:
	case CL_ASK_AGENCY:
	case CL_ASK_COUNTRY:
	case CL_ASK_STATE:
	case CL_ASK_CODE:
	case CL_ASK_PLACE:
		return true;
	default:
		return false;
	}
}

static bool can(const struct cl_query_node *node, unsigned depth)
{
	size_t positive = 0;

	if (depth == 0 || node->kind == CL_QUERY_NOT)
		return false;
	if (node->kind == CL_QUERY_TERM)
		return is_word_term(node);
	for (const struct cl_query_node *n = node->first; n; n = n->next) {
		bool negative = n->kind == CL_QUERY_NOT;

		if (negative && node->kind == CL_QUERY_OR)
			return false;
		if (!can(negative ? n->first : n, depth - 1))
			return false;
		positive += !negative;
	}
	return positive > 0;
}

bool cl_fts_can(const struct cl_query_node *node)
{
	return can(node, CL_FTS_DEPTH);
}

bool cl_fts_can_join(const struct cl_query_node *node)
{
	return can(node, CL_FTS_DEPTH - 1);
}

/* {columns} : "text", the quotes in it doubled. */
static void write_match(struct cl_buf *out, const char *columns,
			const char *mark, struct cl_str text)
{
	if (columns[0])
		cl_buf_addf(out, "{%s} : ", columns);
	cl_buf_add_char(out, '"');
	cl_buf_add_cstr(out, mark);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '"')
			cl_buf_add_char(out, '"');
		cl_buf_add_char(out, text.ptr[i] ? text.ptr[i] : ' ');
	}
	cl_buf_add_char(out, '"');
}

static void write_name(struct cl_buf *out, const char *columns,
		       const char *mark, const char *name)
{
	struct cl_buf folded;

	cl_buf_init(&folded, 1024);
	cl_fold_add_search(&folded, cl_str_from(name));
	cl_buf_add_cstr(out, " OR ");
	if (folded.failed)
		out->failed = true;
	write_match(out, columns, mark, cl_buf_str(&folded));
	cl_buf_release(&folded);
}

/* The gazetteer takes codes in capitals only, since "it" is a word; after
 * country: there is no doubt. */
static bool find_country(struct cl_str text, struct cutline_country *country)
{
	char code[3];

	if (cutline_country_find(text.ptr, text.len, country))
		return true;
	if (text.len < 2 || text.len > sizeof(code))
		return false;
	for (size_t i = 0; i < text.len; i++)
		code[i] = cl_is_lower(text.ptr[i]) ? (char)(text.ptr[i] - 32)
						   : text.ptr[i];
	return cutline_country_find(code, text.len, country);
}

/* A country goes by its other names and codes too. */
static void write_country(struct cl_buf *out, const struct cl_query_node *term)
{
	struct cutline_country country;

	if (term->prefix || !find_country(term->text, &country))
		return;
	write_name(out, "country", "", country.name);
	write_name(out, "country_code", CL_WORDS_CODE_MARK, country.code);
}

static void write_state(struct cl_buf *out, const struct cl_query_node *term)
{
	struct cutline_state state;

	if (!term->prefix &&
	    cutline_state_find(term->text.ptr, term->text.len, NULL, &state))
		write_name(out, "province_state", "", state.name);
}

/* An agency goes by the name it is best printed by too. */
static void write_agency(struct cl_buf *out, const struct cl_query_node *term)
{
	struct cutline_agency agency;

	if (!term->prefix &&
	    cutline_agency_find(term->text.ptr, term->text.len, &agency))
		write_name(out, term->field.columns, "", agency.name);
}

static void write_term(struct cl_buf *out, const struct cl_query_node *term)
{
	cl_buf_add_char(out, '(');
	write_match(out, term->field.columns,
		    term->field.ask == CL_ASK_CODE ? CL_WORDS_CODE_MARK : "",
		    term->folded);
	if (term->prefix)
		cl_buf_add_cstr(out, " *");
	if (term->field.ask == CL_ASK_COUNTRY ||
	    term->field.ask == CL_ASK_PLACE)
		write_country(out, term);
	else if (term->field.ask == CL_ASK_STATE)
		write_state(out, term);
	else if (term->field.ask == CL_ASK_AGENCY)
		write_agency(out, term);
	cl_buf_add_char(out, ')');
}

/* The children that are, or are not, negative, between OR or AND. */
static void write_list(struct cl_buf *out, const struct cl_query_node *node,
		       bool negative, const char *between)
{
	bool first = true;

	cl_buf_add_char(out, '(');
	for (const struct cl_query_node *n = node->first; n; n = n->next) {
		if ((n->kind == CL_QUERY_NOT) != negative)
			continue;
		if (!first)
			cl_buf_add_cstr(out, between);
		first = false;
		cl_fts_write(out, negative ? n->first : n);
	}
	cl_buf_add_char(out, ')');
}

static bool has_negative(const struct cl_query_node *node)
{
	for (const struct cl_query_node *n = node->first; n; n = n->next)
		if (n->kind == CL_QUERY_NOT)
			return true;
	return false;
}

void cl_fts_write(struct cl_buf *out, const struct cl_query_node *node)
{
	if (node->kind == CL_QUERY_TERM) {
		write_term(out, node);
		return;
	}
	if (node->kind == CL_QUERY_OR) {
		write_list(out, node, false, " OR ");
		return;
	}
	cl_buf_add_char(out, '(');
	write_list(out, node, false, " AND ");
	if (has_negative(node)) {
		cl_buf_add_cstr(out, " NOT ");
		write_list(out, node, true, " OR ");
	}
	cl_buf_add_char(out, ')');
}
