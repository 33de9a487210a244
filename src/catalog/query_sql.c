/* SPDX-License-Identifier: MIT */
/*
 * Of an AND or OR, all children that the full-text index can answer become one
 * question to it, the others conditions on columns of `photo`. If the whole
 * query is such a question, or an AND with one in it, the index drives: it
 * hands out rowids, which are photo.sort, newest first, and a page is full
 * after as many. Otherwise photos are walked in order and each is tested.
 *
 * SQLite's parser has a stack of a hundred symbols and its expressions a depth
 * of a thousand: long lists are written in groups, and what is nested deep
 * becomes a table of ids of its own in front of the statement (WITH).
 */
#include "catalog/query_sql.h"

#include <string.h>

#include "catalog/query_fts.h"

#define SQL_DEPTH 6
#define GROUP 40
#define SQL_MAX (8u << 20)

struct compiler {
	struct cl_sql *sql;
	struct cl_buf with;
	size_t tables; /* in `with` */
	size_t room;   /* for values */
	bool nomem;
};

static size_t add_value(struct compiler *c, struct cl_str text, int64_t number)
{
	struct cl_sql *sql = c->sql;

	if (sql->value_count == c->room) {
		size_t room = c->room ? c->room * 2 : 16;
		struct cl_sql_value *values =
			cl_arena_array(&sql->arena, room, sizeof(*values));

		if (!values) {
			c->nomem = true;
			return 1;
		}
		if (sql->value_count > 0)
			memcpy(values, sql->values,
			       sql->value_count * sizeof(*values));
		sql->values = values;
		c->room = room;
	}
	sql->values[sql->value_count] = (struct cl_sql_value){ text, number };
	return ++sql->value_count;
}

static size_t add_text(struct compiler *c, struct cl_str text)
{
	char *copy = cl_arena_dup(&c->sql->arena, text);

	c->nomem |= !copy;
	return add_value(c, (struct cl_str){ copy ? copy : "", text.len }, 0);
}

static size_t add_number(struct compiler *c, int64_t number)
{
	return add_value(c, (struct cl_str){ 0 }, number);
}

/* A full-text expression as a parameter. */
static size_t add_match(struct compiler *c, const struct cl_query_node *node)
{
	struct cl_buf match;
	size_t at;

	cl_buf_init(&match, SQL_MAX);
	cl_fts_write(&match, node);
	c->nomem |= match.failed;
	at = add_text(c, cl_buf_str(&match));
	cl_buf_release(&match);
	return at;
}

static void write_days(struct compiler *c, struct cl_buf *out,
		       const struct cl_query_node *term, const char *lower,
		       const char *upper)
{
	int32_t first;
	int32_t last;

	if (!cutline_date_bounds(&term->date, &first, &last)) {
		first = INT32_MIN;
		last = INT32_MAX;
	}
	cl_buf_addf(out, "(%s <= ?%zu AND %s >= ?%zu)", lower,
		    add_number(c, last), upper, add_number(c, first));
}

/* Photos that begin on the last day asked for, or before, come after this
 * number in the order of time, so that a walk from the newest can begin there.
 * Those without a year have negative numbers. */
static void write_latest(struct compiler *c, struct cl_buf *out,
			 const struct cl_query_node *term, const char *column)
{
	int32_t first;
	int32_t last;

	if (!cutline_date_bounds(&term->date, &first, &last) ||
	    last == INT32_MAX)
		return;
	cl_buf_addf(out,
		    "%s <= coalesce((SELECT sort FROM photo WHERE date_lower "
		    "<= ?%zu ORDER BY date_lower DESC, clock DESC, id DESC "
		    "LIMIT 1), -1) AND ",
		    column, add_number(c, last));
}

/* Bounds sieve quickly; what passes, and what has none for want of a year, is
 * compared as EDTF. */
static void write_date(struct compiler *c, struct cl_buf *out,
		       const struct cl_query_node *term)
{
	char text[CUTLINE_DATE_TEXT_MAX];
	int32_t first;
	int32_t last;

	cutline_date_write(&term->date, text);
	cl_buf_add_char(out, '(');
	write_latest(c, out, term, "p.sort");
	cl_buf_add_cstr(out, "p.date_created IS NOT NULL AND ");
	if (cutline_date_bounds(&term->date, &first, &last)) {
		cl_buf_add_cstr(out, "(p.date_lower IS NULL OR ");
		write_days(c, out, term, "p.date_lower", "p.date_upper");
		cl_buf_add_cstr(out, ") AND ");
	}
	cl_buf_addf(out, "date_overlaps(p.date_created, ?%zu))",
		    add_text(c, cl_str_from(text)));
}

/* has:file and missing:file ask whether a file is there. */
static void write_filled(struct compiler *c, struct cl_buf *out,
			 const struct cl_query_node *term)
{
	bool has = term->field.ask == CL_ASK_HAS;

	if (term->bits == 0)
		cl_buf_addf(out, "(%sp.missing)", has ? "NOT " : "");
	else
		cl_buf_addf(out, "((p.filled & ?%zu) %s 0)",
			    add_number(c, (int64_t)term->bits),
			    has ? "<>" : "=");
}

static void write_folder(struct compiler *c, struct cl_buf *out,
			 const struct cl_query_node *term)
{
	struct cl_query_node words = *term;

	words.field.ask = CL_ASK_WORDS;
	words.field.columns = "";
	words.next = NULL;
	cl_buf_addf(out,
		    "(p.id IN (SELECT l.photo_id FROM folder_words w JOIN "
		    "location l ON l.folder_id = w.rowid "
		    "WHERE folder_words MATCH ?%zu))",
		    add_match(c, &words));
}

static void write_term(struct compiler *c, struct cl_buf *out,
		       const struct cl_query_node *term)
{
	switch (term->field.ask) {
	case CL_ASK_FOLDER:
		write_folder(c, out, term);
		break;
	case CL_ASK_DATE:
		write_date(c, out, term);
		break;
	case CL_ASK_CAPTURED:
		write_days(c, out, term, "p.captured_lower",
			   "p.captured_upper");
		break;
	case CL_ASK_ADDED:
		write_days(c, out, term, "p.added_day", "p.added_day");
		break;
	case CL_ASK_HAS:
	case CL_ASK_MISSING:
		write_filled(c, out, term);
		break;
	case CL_ASK_CONFLICT:
		cl_buf_addf(out, "((p.conflicts & ?%zu) <> 0)",
			    add_number(c, (int64_t)term->bits));
		break;
	case CL_ASK_ID:
		cl_buf_addf(out, "(p.id = ?%zu)", add_number(c, term->number));
		break;
	case CL_ASK_TYPE:
		cl_buf_addf(out, "(p.type = ?%zu)", add_text(c, term->folded));
		break;
	default:
		break;
	}
}

static struct cl_query_node *copy_node(struct compiler *c,
				       const struct cl_query_node *node)
{
	struct cl_query_node *copy =
		cl_arena_alloc(&c->sql->arena, sizeof(*copy));

	if (!copy) {
		c->nomem = true;
		return NULL;
	}
	*copy = *node;
	copy->next = NULL;
	return copy;
}

/* Children apart: what goes to the index as one question, and the rest. */
struct sorted {
	struct cl_query_node *words; /* NULL: nothing */
	const struct cl_query_node **rest;
	size_t rest_count;
};

static size_t count_children(const struct cl_query_node *node)
{
	size_t count = 0;

	for (const struct cl_query_node *n = node->first; n; n = n->next)
		count++;
	return count;
}

static bool any_positive(const struct cl_query_node *node)
{
	for (const struct cl_query_node *n = node->first; n; n = n->next)
		if (cl_fts_can_join(n))
			return true;
	return false;
}

static bool goes_to_words(const struct cl_query_node *node,
			  const struct cl_query_node *child, bool positive)
{
	if (child->kind == CL_QUERY_NOT)
		return positive && node->kind == CL_QUERY_AND &&
		       cl_fts_can_join(child->first);
	return cl_fts_can_join(child);
}

static void sort_children(struct compiler *c, const struct cl_query_node *node,
			  struct sorted *sorted)
{
	bool positive = any_positive(node);
	struct cl_query_node **end = NULL;

	*sorted = (struct sorted){ 0 };
	sorted->rest = cl_arena_array(&c->sql->arena, count_children(node),
				      sizeof(struct cl_query_node *));
	if (positive)
		sorted->words = copy_node(c, node);
	if (!sorted->rest || (positive && !sorted->words)) {
		c->nomem = true;
		return;
	}
	if (positive) {
		sorted->words->first = NULL;
		end = &sorted->words->first;
	}
	for (const struct cl_query_node *n = node->first; n; n = n->next) {
		if (!end || !goes_to_words(node, n, positive)) {
			sorted->rest[sorted->rest_count++] = n;
			continue;
		}
		*end = copy_node(c, n);
		if (!*end)
			return;
		end = &(*end)->next;
	}
}

static void write_node(struct compiler *c, struct cl_buf *out,
		       const struct cl_query_node *node, unsigned depth);

/* Conditions in brackets, from number `from` on; number 0 is the question to
 * the index. In groups, so that neither many nor few nest deep. */
static void write_tree(struct compiler *c, struct cl_buf *out,
		       const struct sorted *s, const char *between, size_t from,
		       unsigned depth)
{
	size_t to = s->rest_count + 1;

	cl_buf_add_char(out, '(');
	for (size_t i = from; i < to; i++) {
		bool opens = (i - from) % GROUP == 0;

		if (i > from)
			cl_buf_add_cstr(out, opens ? ")" : between);
		if (i > from && opens)
			cl_buf_add_cstr(out, between);
		if (opens)
			cl_buf_add_char(out, '(');
		write_node(c, out, i == 0 ? s->words : s->rest[i - 1], depth);
	}
	cl_buf_add_cstr(out, "))");
}

static void write_list(struct compiler *c, struct cl_buf *out,
		       const struct cl_query_node *node, unsigned depth)
{
	struct sorted s;

	sort_children(c, node, &s);
	if (c->nomem)
		return;
	write_tree(c, out, &s, node->kind == CL_QUERY_OR ? " OR " : " AND ",
		   s.words ? 0 : 1, depth);
}

/* Photos that meet a deep condition, as a table of their ids. */
static void write_table(struct compiler *c, struct cl_buf *out,
			const struct cl_query_node *node)
{
	struct cl_buf inner;
	size_t number;

	cl_buf_init(&inner, SQL_MAX);
	write_node(c, &inner, node, SQL_DEPTH);
	number = c->tables++;
	cl_buf_add_cstr(&c->with, number > 0 ? "," : "WITH");
	cl_buf_addf(&c->with, " d%zu (id) AS (SELECT p.id FROM photo p WHERE ",
		    number);
	cl_buf_add_str(&c->with, cl_buf_str(&inner));
	cl_buf_add_cstr(&c->with, ")");
	c->nomem |= inner.failed;
	cl_buf_release(&inner);
	cl_buf_addf(out, "(p.id IN (SELECT id FROM d%zu))", number);
}

static void write_node(struct compiler *c, struct cl_buf *out,
		       const struct cl_query_node *node, unsigned depth)
{
	if (c->nomem)
		return;
	if (cl_fts_can(node)) {
		cl_buf_addf(out,
			    "(p.sort IN (SELECT rowid FROM words "
			    "WHERE words MATCH ?%zu))",
			    add_match(c, node));
	} else if (node->kind == CL_QUERY_TERM) {
		write_term(c, out, node);
	} else if (depth == 0) {
		write_table(c, out, node);
	} else if (node->kind == CL_QUERY_NOT) {
		cl_buf_add_cstr(out, "(NOT ");
		write_node(c, out, node->first, depth - 1);
		cl_buf_add_char(out, ')');
	} else {
		write_list(c, out, node, depth - 1);
	}
}

/* The index drives: its question, then what else is asked. */
static void write_driven(struct compiler *c, struct cl_buf *out,
			 const struct cl_query_node *words,
			 const struct sorted *s)
{
	for (size_t i = 0; i < s->rest_count; i++)
		if (s->rest[i]->kind == CL_QUERY_TERM &&
		    s->rest[i]->field.ask == CL_ASK_DATE)
			write_latest(c, out, s->rest[i], "w.rowid");
	cl_buf_addf(out, "words MATCH ?%zu", add_match(c, words));
	if (s->rest_count > 0) {
		cl_buf_add_cstr(out, " AND ");
		write_tree(c, out, s, " AND ", 1, SQL_DEPTH);
	}
	c->sql->ranked = true;
	c->sql->words_only = s->rest_count == 0;
}

static void write_where(struct compiler *c, struct cl_buf *out,
			const struct cl_query_node *root)
{
	struct sorted s = { 0 };

	if (!root) {
		cl_buf_add_cstr(out, "1");
		return;
	}
	if (cl_fts_can(root)) {
		write_driven(c, out, root, &s);
		return;
	}
	if (root->kind == CL_QUERY_AND) {
		sort_children(c, root, &s);
		if (c->nomem)
			return;
		if (s.words) {
			write_driven(c, out, s.words, &s);
			return;
		}
	}
	write_node(c, out, root, SQL_DEPTH);
}

static struct cl_str keep(struct compiler *c, struct cl_buf *buf)
{
	char *copy = cl_arena_dup(&c->sql->arena, cl_buf_str(buf));

	c->nomem |= buf->failed || !copy;
	return (struct cl_str){ copy ? copy : "", copy ? buf->len : 0 };
}

enum cutline_status cl_sql_compile(struct cl_sql *sql,
				   const struct cutline_query *query,
				   struct cutline_error *err)
{
	struct compiler c = { .sql = sql };
	struct cl_buf where;

	cl_buf_init(&c.with, SQL_MAX);
	cl_buf_init(&where, SQL_MAX);
	write_where(&c, &where, query->root);
	cl_buf_add_char(&c.with, ' ');
	sql->with = keep(&c, &c.with);
	sql->where = keep(&c, &where);
	sql->from = sql->ranked ? CL_STR("words w CROSS JOIN photo p ON "
					 "p.sort = w.rowid")
				: CL_STR("photo p");
	cl_buf_release(&c.with);
	cl_buf_release(&where);
	return c.nomem ? cl_nomem(err) : CUTLINE_OK;
}

void cl_sql_release(struct cl_sql *sql)
{
	cl_arena_release(&sql->arena);
}
