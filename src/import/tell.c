/* SPDX-License-Identifier: MIT */
#include "import/tell.h"

#include <time.h>

int64_t cl_clock_ns(void)
{
	static const int64_t per_second = 1000000000;
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * per_second + t.tv_nsec;
}

void cl_tell_failed(struct cl_teller *t, const char *path, const char *why)
{
	t->counts->failed++;
	if (t->events->failed)
		t->events->failed(t->events->context, path, why);
}

void cl_tell_warnings(struct cl_teller *t, const char *path,
		      const struct cutline_photo *photo)
{
	const struct cutline_import_events *e = t->events;

	t->counts->warned += photo->warning_count > 0;
	for (size_t i = 0; e->warned && i < photo->warning_count; i++)
		e->warned(e->context, path, photo->warnings[i]);
}

void cl_tell_progress(struct cl_teller *t)
{
	static const int64_t every_ns = 100000000;
	int64_t now;

	if (!t->events->progress)
		return;
	now = cl_clock_ns();
	if (now - t->told_ns < every_ns)
		return;
	t->told_ns = now;
	t->events->progress(t->events->context, t->counts);
}

bool cl_tell_stop(const struct cl_teller *t)
{
	return t->events->stop && t->events->stop(t->events->context);
}
