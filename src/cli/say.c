/* SPDX-License-Identifier: MIT */
#include "cli/say.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/out.h"
#include "cli/stream.h"

/* Two paths and some words fit; what is longer is cut. */
#define MESSAGE_MAX (2 * PATH_MAX + 1024)

static struct {
	struct cl_stream stream;
	bool quiet;
	bool terminal;
	bool progress;  /* a terminal that can go back to a line's start */
	bool line_open; /* a progress line stands there */
} say;

void cl_say_init(bool quiet)
{
	const char *term = getenv("TERM");

	say.stream.fd = STDERR_FILENO;
	say.quiet = quiet;
	say.terminal = isatty(STDERR_FILENO) == 1;
	say.progress =
		say.terminal && !quiet && term && strcmp(term, "dumb") != 0;
}

bool cl_say_is_terminal(void)
{
	return say.terminal;
}

bool cl_say_shows_progress(void)
{
	return say.progress;
}

void cl_say_progress_done(void)
{
	if (!say.line_open)
		return;
	cl_stream_cstr(&say.stream, "\r\x1b[K");
	(void)cl_stream_flush(&say.stream);
	say.line_open = false;
}

/* A message is written at once, after what was printed before it. A standard
 * error that cannot be written leaves nobody to tell. */
__attribute__((format(printf, 2, 0))) static void
say_line(const char *before, const char *format, va_list args)
{
	char text[MESSAGE_MAX];
	int len = vsnprintf(text, sizeof(text), format, args);

	if (len < 0)
		return;
	cl_out_flush();
	cl_say_progress_done();
	cl_stream_cstr(&say.stream, before);
	cl_stream_text(&say.stream, cl_str_from(text));
	cl_stream_cstr(&say.stream, "\n");
	(void)cl_stream_flush(&say.stream);
	say.stream.error = 0;
}

void cl_say_problem(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_line("cutline: ", format, args);
	va_end(args);
}

void cl_say_hint(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_line("hint: ", format, args);
	va_end(args);
}

__attribute__((format(printf, 1, 2))) static void say_plain(const char *format,
							    ...)
{
	va_list args;

	va_start(args, format);
	say_line("", format, args);
	va_end(args);
}

/* Some 70 columns around the place, on one line of the terminal. */
void cl_say_place(struct cl_str text, size_t at)
{
	size_t from = at > 50 ? cl_utf8_cut(text, at - 40).len : 0;
	struct cl_str before = cl_str_sub(text, from, at);
	struct cl_str after = cl_str_sub(text, at, text.len);
	struct cl_buf shown;

	cl_buf_init(&shown, 4096);
	cl_utf8_add_visible(&shown, before);
	say_plain("  %s%s%.*s", from > 0 ? "…" : "", cl_buf_cstr(&shown),
		  CL_STR_ARG(cl_utf8_cut(after, 40)));
	say_plain("  %*s^",
		  (int)(cl_utf8_width(cl_buf_str(&shown)) + (from > 0 ? 1 : 0)),
		  "");
	cl_buf_release(&shown);
}

void cl_say_errno_hint(int code)
{
	cl_say_hint("%s", cl_errno_advice(code));
}

void cl_say_error(const struct cutline_error *err)
{
	cl_say_problem("%s", err->text);
	if (err->hint[0])
		cl_say_hint("%s", err->hint);
}

void cl_say_note(const char *format, ...)
{
	va_list args;

	if (say.quiet)
		return;
	va_start(args, format);
	say_line("", format, args);
	va_end(args);
}

void cl_say_progress(const char *format, ...)
{
	char text[256];
	va_list args;
	int len;

	if (!say.progress)
		return;
	va_start(args, format);
	len = vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (len < 0)
		return;
	cl_stream_cstr(&say.stream, "\r");
	cl_stream_text(&say.stream, cl_str_from(text));
	cl_stream_cstr(&say.stream, "\x1b[K");
	(void)cl_stream_flush(&say.stream);
	say.line_open = true;
}
