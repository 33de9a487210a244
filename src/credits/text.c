/* SPDX-License-Identifier: MIT */
/*
 * A credit list as text: a line for each credit with its files, under
 * headings where the style has them; last what has no credit.
 *
 *	AFP
 *	  Ana Lima/AFP via Getty Images: vote-1.jpg, vote-2.jpg
 *
 *	No credit found:
 *	  /pictures/old.jpg
 *
 * Files go by their names, by their paths where two of the list share a name.
 * Text of captions and files is made visible: the list meets a terminal.
 */
#include <string.h>

#include "base/utf8.h"
#include "credits/list.h"

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static void add(struct cl_credits_sink *sink, const char *text)
{
	cl_utf8_add_visible(&sink->buf, cl_str_from(text));
}

static void add_file(struct cl_credits_sink *sink,
		     const struct cl_credits_entry *e)
{
	add(sink, e->same_file ? e->path : e->file);
}

/* A heading, with an empty line before it unless it is the first. */
static void begin_section(struct cl_credits_sink *sink, const char *head,
			  bool first)
{
	if (!first)
		cl_buf_add_char(&sink->buf, '\n');
	add(sink, head);
	cl_buf_add_char(&sink->buf, '\n');
}

static void add_missing(struct cl_credits_sink *sink,
			const struct cl_credits_entry *e)
{
	cl_buf_add_cstr(&sink->buf, "  ");
	add(sink, e->path);
	if (e->line) {
		cl_buf_add_cstr(&sink->buf, " (“");
		add(sink, e->line);
		cl_buf_add_cstr(&sink->buf, "”)");
	}
	cl_buf_add_char(&sink->buf, '\n');
}

/* The entries from first on that share its credit; returns the next after. */
static size_t add_credit(const struct cutline_credits *credits,
			 struct cl_credits_sink *sink, size_t first)
{
	const struct cl_credits_entry *e = &credits->entries[first];
	size_t i = first;

	add(sink, e->label);
	cl_buf_add_cstr(&sink->buf, ": ");
	if (credits->rules->files_first) {
		add(sink, e->line);
		i++;
	} else {
		for (; i < credits->count; i++) {
			const struct cl_credits_entry *next =
				&credits->entries[i];

			if (next->missing || !same(next->label, e->label) ||
			    !same(next->head, e->head))
				break;
			if (i > first)
				cl_buf_add_cstr(&sink->buf, ", ");
			add_file(sink, next);
			(void)cl_credits_flush(sink);
		}
	}
	cl_buf_add_char(&sink->buf, '\n');
	return i;
}

/* The heading an entry stands under, or NULL. */
static const char *head_of(const struct cutline_credits *credits, size_t i)
{
	const struct cl_credits_entry *e = &credits->entries[i];

	if (e->missing)
		return "No credit found:";
	return e->head ? e->head : credits->rules->no_head;
}

void cl_credits_write_text(const struct cutline_credits *credits,
			   struct cl_credits_sink *sink)
{
	const char *head = NULL;

	for (size_t i = 0; i < credits->count && cl_credits_flush(sink);) {
		const char *now = head_of(credits, i);

		if (now && !same(now, head))
			begin_section(sink, now, i == 0);
		head = now;
		if (credits->entries[i].missing) {
			add_missing(sink, &credits->entries[i++]);
			continue;
		}
		if (now)
			cl_buf_add_cstr(&sink->buf, "  ");
		i = add_credit(credits, sink, i);
	}
}
