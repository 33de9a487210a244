/* SPDX-License-Identifier: MIT */
#include "cli/out.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/say.h"
#include "cli/stream.h"

static struct {
	struct cl_stream stream;
	bool terminal;
	bool moves; /* a terminal that obeys more than line ends */
	bool color;
	enum cl_style style; /* the present one */
	bool underlined;
} out;

static bool wants_color(void)
{
	const char *no_color = getenv("NO_COLOR");

	return out.moves && !(no_color && no_color[0]);
}

void cl_out_init(enum cl_color color)
{
	const char *term = getenv("TERM");

	out.stream.fd = STDOUT_FILENO;
	out.stream.error = 0;
	out.terminal = isatty(STDOUT_FILENO) == 1;
	out.moves = out.terminal && term && strcmp(term, "dumb") != 0;
	out.color = color == CL_COLOR_ALWAYS ||
		    (color == CL_COLOR_AUTO && wants_color());
}

bool cl_out_is_terminal(void)
{
	return out.terminal;
}

bool cl_out_has_color(void)
{
	return out.color;
}

size_t cl_out_columns(void)
{
	struct winsize size;

	if (out.terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
	    size.ws_col >= 20)
		return size.ws_col;
	return 80;
}

void cl_out_cstr(const char *ours)
{
	cl_stream_cstr(&out.stream, ours);
}

void cl_outf(const char *format, ...)
{
	char text[1024];
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (len > 0)
		cl_out_cstr(text);
}

void cl_out_text(struct cl_str text)
{
	cl_stream_text(&out.stream, text);
}

void cl_out_textz(const char *text)
{
	cl_out_text(cl_str_from(text));
}

/* The eight colours of every terminal, which its user may have chosen; no
 * bright ones, which a light ground swallows. Those of a caption's parts begin
 * anew, since one may follow another. */
static void set_style(enum cl_style style, bool underlined)
{
	static const char *const codes[] = {
		[CL_STYLE_PLAIN] = "\x1b[0m",
		[CL_STYLE_HEAD] = "\x1b[1m",
		[CL_STYLE_FIELD] = "\x1b[36m",
		[CL_STYLE_MINOR] = "\x1b[2m",
		[CL_STYLE_ALERT] = "\x1b[33m",
		[CL_STYLE_CREATOR] = "\x1b[0;32m",
		[CL_STYLE_AGENCY] = "\x1b[0;1;32m",
		[CL_STYLE_DATE] = "\x1b[0;33m",
		[CL_STYLE_PLACE] = "\x1b[0;36m",
		[CL_STYLE_EVENT] = "\x1b[0;1;35m",
		[CL_STYLE_PERSON] = "\x1b[0;1;34m",
		[CL_STYLE_LIMIT] = "\x1b[0;31m",
		[CL_STYLE_OTHER] = "\x1b[0m",
	};

	if (!out.color || (style == out.style && underlined == out.underlined))
		return;
	cl_out_cstr(codes[style]);
	if (underlined)
		cl_out_cstr("\x1b[4m");
	out.style = style;
	out.underlined = underlined;
}

void cl_out_style(enum cl_style style)
{
	set_style(style, false);
}

void cl_out_underlined(enum cl_style style)
{
	set_style(style, true);
}

void cl_out_spaces(size_t count)
{
	while (count-- > 0)
		cl_out_cstr(" ");
}

/* CHA, cursor character absolute: ECMA-48, section 8.3.9. */
void cl_out_column(size_t column)
{
	if (out.moves)
		cl_outf("\x1b[%zuG", column + 1);
}

void cl_out_data(struct cl_str data)
{
	size_t from = 0;

	if (!out.terminal) {
		cl_stream_put(&out.stream, data);
		return;
	}
	while (from < data.len) {
		size_t end = cl_str_find_char(data, '\n', from);
		struct cl_str line = cl_str_sub(data, from, end);

		if (cl_str_ends(line, CL_STR("\r")))
			line.len--;
		cl_out_text(line);
		if (end < data.len)
			cl_out_cstr("\n");
		from = end + 1;
	}
}

void cl_out_check(const struct cl_buf *buf)
{
	if (buf->failed && out.stream.error == 0)
		out.stream.error = ENOMEM;
}

void cl_out_buf(const struct cl_buf *buf)
{
	cl_out_check(buf);
	cl_out_data(cl_buf_str(buf));
}

void cl_out_json(struct cl_buf *line)
{
	cl_buf_add_char(line, '\n');
	cl_out_check(line);
	if (out.terminal)
		cl_stream_json(&out.stream, cl_buf_str(line));
	else
		cl_stream_put(&out.stream, cl_buf_str(line));
}

void cl_out_flush(void)
{
	(void)cl_stream_flush(&out.stream);
}

bool cl_out_finish(void)
{
	if (cl_stream_flush(&out.stream))
		return true;
	cl_say_problem("cannot write the output: %s",
		       strerror(out.stream.error));
	cl_say_errno_hint(out.stream.error);
	return false;
}
