/* SPDX-License-Identifier: MIT */
/*
 * A caption as it stands, broken into rows, and under each row its labels:
 *
 *	CANNES, FRANCE – APRIL 17: Ana Lima attends the “Pause”
 *	city─── country  dateline  person──             event──
 *	photocall during …
 *	────event
 *
 * A part is shown three times over, since no one way reaches everybody: by
 * colour, by its underline, and by the label below, which begins where the part
 * begins and is drawn out to its end. Without colour a row of lines between the
 * two shows the ends exactly, where a label is longer than its part.
 *
 * What is doubted has a question mark. Labels that would meet go to lanes below
 * each other; of parts inside parts the innermost colours the text. What is
 * nested deeper than LANES, which no honest caption is, goes unmarked. A label
 * that would pass the right edge stands further left.
 *
 * Columns are counted as most terminals count them, a character at a time. Some
 * draw joined emoji as one, in fewer columns; after these the cursor is put
 * where it is expected.
 */
#include "cli/marked.h"

#include <string.h>

#include "base/utf8.h"
#include "cli/layout.h"

#define LANES 8
#define NO_LANE LANES

/* What of a mark stands on the present row. */
struct piece {
	const struct cl_mark *mark;
	size_t from, to; /* columns */
	size_t at;       /* the label's */
	size_t lane;     /* the label's */
	size_t line;     /* the lane of the line that shows both ends */
	bool begins;     /* here, not on a row before */
	bool labelled;   /* one that does not may be too narrow for it */
};

struct walk {
	struct cl_str text;
	const struct cl_mark *marks;
	size_t count;
	size_t next; /* the first mark that was not come to */
	size_t indent, columns;
	/* Room for one piece a mark. */
	struct piece *pieces;
	size_t piece_count;
	/* The pieces that reach over the present character. */
	struct piece *open[LANES];
	size_t open_count;
};

/* Pieces. */

/* Begin a row at byte at: what reached over the end of the last goes on. */
static void carry(struct walk *w, size_t at)
{
	size_t kept = 0;

	for (size_t i = 0; i < w->open_count; i++) {
		const struct cl_mark *mark = w->open[i]->mark;

		if (mark->span.end <= at)
			continue;
		w->pieces[kept] = (struct piece){ .mark = mark };
		w->open[kept] = &w->pieces[kept];
		kept++;
	}
	w->piece_count = w->open_count = kept;
}

/* End the pieces that end by byte at. */
static void end_pieces(struct walk *w, size_t at, size_t column)
{
	size_t kept = 0;

	for (size_t i = 0; i < w->open_count; i++) {
		w->open[i]->to = column;
		if (w->open[i]->mark->span.end > at)
			w->open[kept++] = w->open[i];
	}
	w->open_count = kept;
}

/* Begin those that begin before byte end of the character at byte at. */
static void begin_pieces(struct walk *w, size_t at, size_t end, size_t column)
{
	for (; w->next < w->count && w->marks[w->next].span.start < end;
	     w->next++) {
		struct piece *piece = &w->pieces[w->piece_count];

		if (w->open_count == LANES || w->marks[w->next].span.end <= at)
			continue;
		*piece = (struct piece){
			.mark = &w->marks[w->next],
			.from = column,
			.begins = true,
		};
		w->piece_count++;
		w->open[w->open_count++] = piece;
	}
}

/* The shortest; of equals the first, whose label is in the upper lane. */
static const struct cl_mark *innermost(const struct walk *w)
{
	const struct cl_mark *best = NULL;

	for (size_t i = 0; i < w->open_count; i++) {
		const struct cl_mark *mark = w->open[i]->mark;

		if (!best || mark->span.end - mark->span.start <
				     best->span.end - best->span.start)
			best = mark;
	}
	return best;
}

/* The text's own row. */

/* The character at byte at, or a run of white space, which is shown as one
 * blank. Returns where the next begins. */
static size_t next_character(struct cl_str text, size_t at, size_t end,
			     struct cl_str *shown)
{
	size_t i = at;

	if (!cl_is_space(text.ptr[at])) {
		i += cl_utf8_cluster(text, at);
		*shown = cl_str_sub(text, at, i);
		return i;
	}
	while (i < end && cl_is_space(text.ptr[i]))
		i++;
	*shown = CL_STR(" ");
	return i;
}

#define JOINER "\xE2\x80\x8D" /* U+200D */

static bool is_joined(struct cl_str character)
{
	return character.len > sizeof(JOINER) &&
	       cl_str_find(character, CL_STR(JOINER), 0) < character.len;
}

static void print_text(struct walk *w, size_t at, size_t end)
{
	size_t column = 0;

	cl_out_spaces(w->indent);
	carry(w, at);
	while (at < end) {
		const struct cl_mark *mark;
		struct cl_str shown;
		size_t next = next_character(w->text, at, end, &shown);

		end_pieces(w, at, column);
		begin_pieces(w, at, next, column);
		mark = innermost(w);
		if (mark)
			cl_out_underlined(mark->style);
		else
			cl_out_style(CL_STYLE_PLAIN);
		cl_out_text(shown);
		column += cl_layout_width(shown);
		if (is_joined(shown))
			cl_out_column(w->indent + column);
		at = next;
	}
	end_pieces(w, end, column);
	/* What ends in the white space that the row broken at left out. */
	for (size_t i = 0; i < w->open_count; i++)
		w->open[i]->to = column;
	cl_out_style(CL_STYLE_PLAIN);
	cl_out_cstr("\n");
}

/* The labels. */

static size_t label_width(const struct cl_mark *mark)
{
	return strlen(mark->label) + mark->doubted;
}

/* The first lane that is free from a column on; NO_LANE if there is none. */
static size_t free_lane(const size_t ends[LANES], size_t column)
{
	size_t lane = 0;

	while (lane < LANES && ends[lane] > column)
		lane++;
	return lane;
}

static void place_line(struct piece *piece, size_t ends[LANES])
{
	piece->line = free_lane(ends, piece->from);
	if (piece->line != NO_LANE)
		ends[piece->line] = piece->to + 1;
}

/* A label must not pass the right edge. */
static void place_label(struct piece *piece, size_t columns, size_t ends[LANES])
{
	size_t label = label_width(piece->mark);
	size_t end;

	piece->labelled = piece->begins || label + 1 <= piece->to - piece->from;
	piece->at = piece->from;
	if (piece->begins && piece->at + label > columns)
		piece->at = columns > label ? columns - label : 0;
	piece->lane = free_lane(ends, piece->at);
	if (piece->lane == NO_LANE)
		return;
	end = piece->at;
	if (piece->labelled)
		end += label + !piece->begins;
	ends[piece->lane] = (end > piece->to ? end : piece->to) + 1;
}

/* Give each piece its lanes; the number of lanes. */
static size_t assign(struct walk *w)
{
	size_t lines[LANES] = { 0 };
	size_t labels[LANES] = { 0 };
	size_t lanes = 0;

	for (size_t i = 0; i < w->piece_count; i++) {
		struct piece *piece = &w->pieces[i];

		piece->lane = piece->line = NO_LANE;
		if (piece->to == piece->from && !piece->begins)
			continue;
		place_line(piece, lines);
		place_label(piece, w->columns, labels);
		if (piece->lane != NO_LANE && piece->lane >= lanes)
			lanes = piece->lane + 1;
		if (piece->line != NO_LANE && piece->line >= lanes)
			lanes = piece->line + 1;
	}
	return lanes;
}

static size_t print_line(size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		cl_out_cstr("─");
	return to > from ? to : from;
}

/* "event─────", "event?────"; where it goes on from the row before, "…event──".
 * Returns the column after it. */
static size_t print_label(const struct piece *piece, bool drawn_out)
{
	size_t column = piece->at;

	cl_out_style(piece->mark->style);
	if (piece->labelled && !piece->begins) {
		cl_out_cstr("…");
		column++;
	}
	if (piece->labelled) {
		cl_out_cstr(piece->mark->label);
		cl_out_cstr(piece->mark->doubted ? "?" : "");
		column += label_width(piece->mark);
	}
	if (drawn_out)
		column = print_line(column, piece->to);
	cl_out_style(CL_STYLE_PLAIN);
	return column;
}

enum what {
	LINES,
	LABELS,
	BOTH,
};

static bool has(const struct piece *piece, size_t lane, enum what what)
{
	if (what == LINES)
		return piece->line == lane;
	return piece->lane == lane && (piece->labelled || what == BOTH);
}

/* A row of them, if there are any. */
static void print_lane(const struct walk *w, size_t lane, enum what what)
{
	size_t column = 0;
	bool any = false;

	for (size_t i = 0; i < w->piece_count; i++) {
		const struct piece *piece = &w->pieces[i];
		size_t at = what == LINES ? piece->from : piece->at;

		if (!has(piece, lane, what))
			continue;
		if (!any)
			cl_out_spaces(w->indent);
		any = true;
		cl_out_spaces(at > column ? at - column : 0);
		column = what == LINES ? print_line(at, piece->to)
				       : print_label(piece, what == BOTH);
	}
	if (any)
		cl_out_cstr("\n");
}

static void print_lanes(struct walk *w)
{
	size_t lanes = assign(w);

	for (size_t lane = 0; lane < lanes; lane++) {
		if (cl_out_has_color()) {
			print_lane(w, lane, BOTH);
			continue;
		}
		print_lane(w, lane, LINES);
		print_lane(w, lane, LABELS);
	}
}

/* The whole. */

static size_t skip_space(struct cl_str text)
{
	size_t at = 0;

	while (at < text.len && cl_is_space(text.ptr[at]))
		at++;
	return at;
}

static struct cl_str without_end_space(struct cl_str text)
{
	while (text.len > 0 && cl_is_space(text.ptr[text.len - 1]))
		text.len--;
	return text;
}

void cl_print_marked(struct cl_str text, const struct cl_mark *marks,
		     size_t count, size_t indent, size_t columns)
{
	struct walk w = {
		.text = without_end_space(text),
		.marks = marks,
		.count = count,
		.indent = indent,
		.columns = columns,
	};
	struct cl_buf pieces;
	size_t at = skip_space(w.text);

	cl_buf_init(&pieces, SIZE_MAX);
	for (size_t i = 0; i < count; i++)
		cl_buf_add(&pieces, &(struct piece){ 0 }, sizeof(*w.pieces));
	cl_out_check(&pieces);
	if (pieces.failed)
		w.count = 0;
	w.pieces = (void *)pieces.data;
	while (at < w.text.len) {
		size_t next;
		size_t end = cl_layout_row(w.text, at, columns, &next);

		print_text(&w, at, end);
		print_lanes(&w);
		at = next;
	}
	cl_buf_release(&pieces);
}

size_t cl_print_rows(struct cl_str text, size_t indent, size_t columns)
{
	struct cl_str whole = without_end_space(text);
	size_t at = skip_space(whole);
	size_t width = 0;

	while (at < whole.len) {
		size_t next;
		size_t end = cl_layout_row(whole, at, columns, &next);
		struct cl_str row = cl_str_sub(whole, at, end);

		cl_out_text(row);
		width = cl_layout_width(row);
		if (next < whole.len) {
			cl_out_cstr("\n");
			cl_out_spaces(indent);
		}
		at = next;
	}
	return width;
}
