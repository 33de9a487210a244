/* SPDX-License-Identifier: MIT */
/*
 * The query language.
 *
 *	query = or
 *	or    = and { "OR" and }
 *	and   = term { [ "AND" ] term }
 *	term  = ( "-" | "NOT" ) term | "(" or ")" | [ field ":" ] value
 *	value = word [ "*" ] | '"' … '"' [ "*" ] | "(" or ")" after a field
 *
 * A word ends at white space, a bracket or a quote. OR, AND and NOT are
 * operators in capitals only. What stands before a colon is a field if it is
 * made of letters and "_"; "12:30" and "http://…" are words. A word of nothing
 * but punctuation has nothing to be found by: among others it is passed over
 * ("Simon & Garfunkel"), alone it is an error. Nesting is limited, so reading
 * may recurse.
 */
#include "catalog/query.h"

#include <string.h>

#include "base/alloc.h"
#include "base/fold.h"
#include "base/utf8.h"

struct parser {
	struct cl_str s;
	size_t at;
	struct cl_arena *arena;
	unsigned depth;
	const struct cl_query_field *inside; /* field:( … ), or NULL */
	struct cutline_error *err;
	enum cutline_status status;
};

static const struct cl_query_field no_field = { "any", CL_ASK_WORDS, "", 0 };

static void fail(struct parser *p, size_t at, const char *what,
		 const char *hint)
{
	p->at = at;
	p->status = cl_fail(p->err, CUTLINE_FORMAT,
			    "%s (at byte %zu of the "
			    "query)",
			    what, at);
	if (hint)
		cl_hint(p->err, "%s", hint);
}

static struct cl_query_node *new_node(struct parser *p, enum cl_query_kind kind)
{
	struct cl_query_node *node = cl_arena_alloc(p->arena, sizeof(*node));

	if (!node) {
		p->status = cl_nomem(p->err);
		return NULL;
	}
	node->kind = kind;
	return node;
}

/* White space, no-break space included. */
static size_t space_at(const struct parser *p, size_t at)
{
	if (at < p->s.len && cl_is_space(p->s.ptr[at]))
		return 1;
	return at + 1 < p->s.len && (uint8_t)p->s.ptr[at] == 0xC2 &&
			       (uint8_t)p->s.ptr[at + 1] == 0xA0
		       ? 2
		       : 0;
}

static void skip_space(struct parser *p)
{
	size_t n;

	while ((n = space_at(p, p->at)) > 0)
		p->at += n;
}

static char peek(const struct parser *p)
{
	return p->at < p->s.len ? p->s.ptr[p->at] : '\0';
}

static bool at_end(const struct parser *p)
{
	return p->at >= p->s.len;
}

/* Where the word that begins at `at` ends. */
static size_t word_end(const struct parser *p, size_t at)
{
	while (at < p->s.len && space_at(p, at) == 0 && p->s.ptr[at] != '(' &&
	       p->s.ptr[at] != ')' && p->s.ptr[at] != '"')
		at++;
	return at;
}

static bool is_operator(const struct parser *p, struct cl_str operator)
{
	size_t end = word_end(p, p->at);

	return cl_str_eq(cl_str_sub(p->s, p->at, end), operator);
}

static bool take_operator(struct parser *p, struct cl_str operator)
{
	skip_space(p);
	if (!is_operator(p, operator))
		return false;
	p->at += operator.len;
	return true;
}

/* Fold a term's text as the index was; false when nothing to be found is left,
 * or memory failed. */
static bool fold(struct parser *p, struct cl_query_node *term)
{
	struct cl_buf folded;
	char *copy;

	cl_buf_init(&folded, CUTLINE_QUERY_MAX * 24);
	cl_fold_add_search(&folded, term->text);
	copy = folded.failed ? NULL
			     : cl_arena_dup(p->arena, cl_buf_str(&folded));
	if (copy)
		term->folded = (struct cl_str){ copy, folded.len };
	else
		p->status = cl_nomem(p->err);
	cl_buf_release(&folded);
	return copy && cl_fold_has_word(term->folded);
}

static bool wants_words(const struct cl_query_node *term)
{
	switch (term->field.ask) {
	case CL_ASK_WORDS:
	case CL_ASK_AGENCY:
	case CL_ASK_COUNTRY:
	case CL_ASK_STATE:
	case CL_ASK_CODE:
	case CL_ASK_PLACE:
	case CL_ASK_FOLDER:
	case CL_ASK_TYPE:
		return true;
	default:
		return false;
	}
}

/* A term of the text from start to the parser's place; NULL without a failure
 * for one to pass over. */
static struct cl_query_node *finish_term(struct parser *p,
					 const struct cl_query_field *field,
					 struct cl_str text, bool phrase,
					 size_t start)
{
	struct cl_query_node *term = new_node(p, CL_QUERY_TERM);
	struct cutline_error why = { 0 };
	char *copy;

	if (!term)
		return NULL;
	copy = cl_arena_dup(p->arena, text);
	if (!copy) {
		p->status = cl_nomem(p->err);
		return NULL;
	}
	term->field = *field;
	term->text = (struct cl_str){ copy, text.len };
	if (phrase && peek(p) == '*') {
		term->prefix = true;
		p->at++;
	} else if (!phrase && text.len > 1 && text.ptr[text.len - 1] == '*') {
		term->prefix = true;
		term->text.len--;
	}
	if (wants_words(term) && !fold(p, term)) {
		if (p->status == CUTLINE_OK && field != &no_field)
			fail(p, start, "there is no word to search for", NULL);
		return NULL;
	}
	if (cl_query_term_read(term, &why) != CUTLINE_OK) {
		fail(p, start, why.text, why.hint[0] ? why.hint : NULL);
		return NULL;
	}
	return term;
}

static struct cl_query_node *parse_phrase(struct parser *p,
					  const struct cl_query_field *field)
{
	size_t start = p->at;
	size_t end = cl_str_find_char(p->s, '"', start + 1);

	if (end == p->s.len) {
		fail(p, start, "a quote is opened and not closed",
		     "close it with a second \"");
		return NULL;
	}
	p->at = end + 1;
	return finish_term(p, field, cl_str_sub(p->s, start + 1, end), true,
			   start);
}

static struct cl_query_node *parse_or(struct parser *p);

static struct cl_query_node *parse_group(struct parser *p)
{
	size_t start = p->at;
	struct cl_query_node *node;

	if (p->depth == 0) {
		p->status = cl_fail(p->err, CUTLINE_LIMIT,
				    "the brackets of the query are nested "
				    "deeper than %d",
				    CUTLINE_QUERY_DEPTH);
		return NULL;
	}
	p->depth--;
	p->at++;
	node = parse_or(p);
	p->depth++;
	if (p->status != CUTLINE_OK)
		return NULL;
	if (peek(p) != ')') {
		fail(p, start, "a bracket is opened and not closed",
		     "close it with )");
		return NULL;
	}
	p->at++;
	if (!node)
		fail(p, start, "there is nothing to search for in the brackets",
		     NULL);
	return node;
}

/* The length of "name:" at the parser's place, 0 if none stands there. */
static size_t field_length(const struct parser *p)
{
	struct cl_str rest = cl_str_sub(p->s, p->at, p->s.len);
	size_t len = 0;

	while (len < rest.len &&
	       (cl_is_alpha(rest.ptr[len]) || rest.ptr[len] == '_'))
		len++;
	if (len == 0 || len >= rest.len || rest.ptr[len] != ':')
		return 0;
	rest = cl_str_sub(rest, len + 1, rest.len);
	return cl_str_starts(rest, CL_STR("//")) ? 0 : len + 1;
}

static void fail_unknown(struct parser *p, struct cl_str name)
{
	const char *nearest = cl_query_field_nearest(name);
	char what[120];
	struct cl_buf text;

	cl_buf_init(&text, sizeof(what));
	cl_buf_addf(&text, "there is no field “%.*s”",
		    name.len < 60 ? (int)name.len : 60, name.ptr);
	fail(p, p->at, cl_buf_cstr(&text), NULL);
	cl_buf_release(&text);
	if (nearest)
		cl_hint(p->err,
			"did you mean %s:? To search for the word, put "
			"it in quotes",
			nearest);
	else
		cl_hint(p->err, "cutline help search lists the fields; to "
				"search for the word, put it in quotes");
}

static struct cl_query_node *parse_word(struct parser *p,
					const struct cl_query_field *field)
{
	size_t start = p->at;

	p->at = word_end(p, start);
	return finish_term(p, field, cl_str_sub(p->s, start, p->at), false,
			   start);
}

/* The value after "name:". */
static struct cl_query_node *parse_value(struct parser *p,
					 const struct cl_query_field *field)
{
	struct cl_query_node *node;

	if (peek(p) == '"')
		return parse_phrase(p, field);
	if (peek(p) == '(') {
		p->inside = field;
		node = parse_group(p);
		p->inside = NULL;
		return node;
	}
	if (word_end(p, p->at) == p->at) {
		fail(p, p->at, "nothing follows the field",
		     "write the word right after the colon, by:lima");
		return NULL;
	}
	return parse_word(p, field);
}

static struct cl_query_node *parse_field(struct parser *p, size_t len)
{
	struct cl_str name = cl_str_sub(p->s, p->at, p->at + len - 1);
	struct cl_query_field field;

	if (!cl_query_field_find(name, &field)) {
		fail_unknown(p, name);
		return NULL;
	}
	if (p->inside) {
		fail(p, p->at, "a field stands inside the brackets of another",
		     NULL);
		return NULL;
	}
	p->at += len;
	return parse_value(p, &field);
}

static bool take_minus(struct parser *p)
{
	if (take_operator(p, CL_STR("NOT")))
		return true;
	if (peek(p) != '-' || p->at + 1 >= p->s.len ||
	    space_at(p, p->at + 1) > 0 || p->s.ptr[p->at + 1] == ')')
		return false;
	p->at++;
	return true;
}

/* A term; NULL without a failure for one to pass over. */
static struct cl_query_node *parse_term(struct parser *p)
{
	size_t start = p->at;
	bool negative = false;
	struct cl_query_node *node;
	struct cl_query_node *negation;
	size_t len;

	while (take_minus(p))
		negative = !negative;
	skip_space(p);
	if (at_end(p) || peek(p) == ')') {
		fail(p, start, "nothing follows NOT", NULL);
		return NULL;
	}
	len = field_length(p);
	if (peek(p) == '(')
		node = parse_group(p);
	else if (len > 0)
		node = parse_field(p, len);
	else if (peek(p) == '"')
		node = parse_phrase(p, p->inside ? p->inside : &no_field);
	else
		node = parse_word(p, p->inside ? p->inside : &no_field);
	if (!node || !negative)
		return node;
	if (node->kind == CL_QUERY_NOT) /* what is left of "-(-a ...)" */
		return node->first;
	negation = new_node(p, CL_QUERY_NOT);
	if (negation)
		negation->first = node;
	return negation;
}

/* Children in order; a list of one is the child itself. */
struct list {
	struct cl_query_node *first;
	struct cl_query_node **end;
	size_t count;
};

static void append(struct list *list, struct cl_query_node *node)
{
	if (!list->end)
		list->end = &list->first;
	*list->end = node;
	list->end = &node->next;
	list->count++;
}

static struct cl_query_node *join(struct parser *p, struct list *list,
				  enum cl_query_kind kind)
{
	struct cl_query_node *node;

	if (p->status != CUTLINE_OK || list->count < 2)
		return p->status == CUTLINE_OK ? list->first : NULL;
	node = new_node(p, kind);
	if (node)
		node->first = list->first;
	return node;
}

static struct cl_query_node *parse_and(struct parser *p)
{
	struct list list = { 0 };

	for (;;) {
		struct cl_query_node *term;

		skip_space(p);
		if (at_end(p) || peek(p) == ')' || is_operator(p, CL_STR("OR")))
			break;
		if (take_operator(p, CL_STR("AND")))
			continue;
		term = parse_term(p);
		if (p->status != CUTLINE_OK)
			return NULL;
		if (term)
			append(&list, term);
	}
	return join(p, &list, CL_QUERY_AND);
}

static struct cl_query_node *parse_or(struct parser *p)
{
	struct list list = { 0 };
	bool more;

	do {
		struct cl_query_node *node = parse_and(p);

		if (p->status != CUTLINE_OK)
			return NULL;
		more = take_operator(p, CL_STR("OR"));
		if (!node && (more || list.count > 0)) {
			fail(p, p->at, "OR needs a word on either side", NULL);
			return NULL;
		}
		if (node)
			append(&list, node);
	} while (more);
	return join(p, &list, CL_QUERY_OR);
}

static struct cl_query_node *parse_all(struct parser *p)
{
	struct cl_query_node *root = parse_or(p);

	if (p->status != CUTLINE_OK)
		return NULL;
	if (!at_end(p)) {
		fail(p, p->at, "a bracket is closed that was not opened", NULL);
		return NULL;
	}
	if (!root && cl_str_trim(p->s).len > 0)
		fail(p, 0, "there is no word to search for", NULL);
	return root;
}

static enum cutline_status write_text(struct cutline_query *query,
				      struct cutline_error *err)
{
	struct cl_buf text;

	cl_buf_init(&text, 1u << 22);
	if (query->root)
		cl_query_write(&text, query->root);
	if (!text.failed)
		query->text = cl_arena_dup(&query->arena, cl_buf_str(&text));
	cl_buf_release(&text);
	return query->text ? CUTLINE_OK : cl_nomem(err);
}

enum cutline_status cutline_query_parse(const char *text, size_t len,
					struct cutline_query **out, size_t *at,
					struct cutline_error *err)
{
	struct cutline_query *query;
	struct parser p = {
		.s = { text, len },
		.depth = CUTLINE_QUERY_DEPTH,
		.err = err,
	};

	*out = NULL;
	if (len > CUTLINE_QUERY_MAX)
		return cl_fail(err, CUTLINE_LIMIT,
			       "the query has %zu bytes; %d are read", len,
			       CUTLINE_QUERY_MAX);
	query = cl_alloc_zero(1, sizeof(*query));
	if (!query)
		return cl_nomem(err);
	p.arena = &query->arena;
	query->root = parse_all(&p);
	if (p.status == CUTLINE_OK)
		p.status = write_text(query, err);
	if (p.status != CUTLINE_OK) {
		if (p.status == CUTLINE_FORMAT && at)
			*at = p.at;
		cutline_query_free(query);
		return p.status;
	}
	*out = query;
	return CUTLINE_OK;
}

const char *cutline_query_text(const struct cutline_query *query)
{
	return query->text;
}

void cutline_query_free(struct cutline_query *query)
{
	if (!query)
		return;
	cl_arena_release(&query->arena);
	cl_free(query);
}
