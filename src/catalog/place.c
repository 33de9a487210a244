/* SPDX-License-Identifier: MIT */
/*
 * photo.sort puts photos in the order of time: the first day their date may
 * mean, the camera's time on that day, id. It is the rowid of a photo's words
 * too, so that the full-text index hands out the newest first and can stop
 * after a page.
 *
 * A dated photo's number tells the second it was made, counted from the year 0
 * with room before each day's first for those without a time, if that lies
 * between the numbers of its neighbours in the order; otherwise the nearest
 * that does. Where neighbours stand shoulder to shoulder (bursts, days
 * without a time), the smallest surrounding run of numbers with room is taken
 * and all in it are spread evenly: "order maintenance" after Bender, Cole,
 * Demaine, Farach-Colton and Zito, "Two Simplified Algorithms for Maintaining
 * Order in a List" (2002). A run of 2^i numbers has room if it holds fewer
 * than 1.5^i photos, which makes the moves few for each photo put in.
 *
 * Numbers near the seconds keep the differences that the index stores small.
 * Undated photos have negative numbers by id, and so come last.
 */
#include "catalog/place.h"

#include "base/alloc.h"
#include "catalog/db.h"
#include "catalog/index.h"

#define BASE (INT64_C(1) << 40) /* room below the oldest */
#define DAY_ROOM 131072         /* numbers of a day */
#define DAY_TIMED 44672  /* so many for photos without a time, then seconds */
#define YEAR_0 (-719528) /* the day number of 0000-01-01 */

struct cl_time cl_time_of(const struct cutline_photo *photo)
{
	const struct cutline_moment *m = &photo->captured;
	struct cl_time time = { .clock = -1 };
	int32_t last;
	int32_t first;

	time.dated = cutline_date_bounds(&photo->date, &time.day, &last);
	if (!time.dated || !m->has_time ||
	    !cutline_date_bounds(&m->date, &first, &last) || first != last ||
	    first != time.day)
		return time;
	time.clock = (m->hour * INT64_C(3600) + m->minute * 60 + m->second) *
			     INT64_C(1000000000) +
		     m->nanosecond;
	return time;
}

static int64_t ideal(const struct cl_time *time)
{
	int64_t day = (int64_t)time->day - YEAR_0 + 1;

	if (day < 0)
		day = 0;
	return BASE + day * DAY_ROOM +
	       (time->clock < 0 ? 0 : DAY_TIMED + time->clock / 1000000000);
}

/* A photo and its place in the order. */
struct photo {
	int64_t id;
	const struct cl_time *time;
};

static enum cutline_status ask(struct cutline_catalog *catalog,
			       enum cl_slot slot, const char *sql,
			       const struct photo *photo, int64_t *sort,
			       struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status = cl_db_slot(catalog, slot, sql, &stmt, err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, photo->time->day);
	cl_bind_int(catalog, stmt, 2, photo->time->clock);
	cl_bind_int(catalog, stmt, 3, photo->id);
	return cl_db_first(catalog, stmt, sort, err);
}

/* The numbers of the photos before and after in the order; 0 for none, since
 * no dated photo has that. */
static enum cutline_status find_neighbours(struct cutline_catalog *catalog,
					   const struct photo *photo,
					   int64_t *before, int64_t *after,
					   struct cutline_error *err)
{
	enum cutline_status status =
		ask(catalog, CL_SLOT_PREVIOUS_TIE,
		    "SELECT sort FROM photo WHERE date_lower = ?1 AND "
		    "clock = ?2 AND id < ?3 ORDER BY id DESC LIMIT 1",
		    photo, before, err);

	if (status == CUTLINE_OK && *before == 0)
		status = ask(catalog, CL_SLOT_PREVIOUS,
			     "SELECT sort FROM photo WHERE "
			     "(date_lower, clock) < (?1, ?2) AND id <> ?3 "
			     "ORDER BY date_lower DESC, clock DESC, id DESC "
			     "LIMIT 1",
			     photo, before, err);
	if (status == CUTLINE_OK)
		status = ask(catalog, CL_SLOT_NEXT_TIE,
			     "SELECT sort FROM photo WHERE date_lower = ?1 AND "
			     "clock = ?2 AND id > ?3 ORDER BY id LIMIT 1",
			     photo, after, err);
	if (status == CUTLINE_OK && *after == 0)
		status = ask(catalog, CL_SLOT_NEXT,
			     "SELECT sort FROM photo WHERE "
			     "(date_lower, clock) > (?1, ?2) AND id <> ?3 "
			     "ORDER BY date_lower, clock, id LIMIT 1",
			     photo, after, err);
	return status;
}

/* A run of numbers around the place of a new photo, which comes right after
 * the number previous, and the other photos in it, in order. */
struct window {
	int64_t id; /* of the new photo */
	int64_t previous;
	int64_t first;
	int64_t size;
	size_t room; /* one id more than these is read */
	int64_t *ids;
	size_t count;
	size_t before; /* how many of them come before the new one */
};

static enum cutline_status read_window(struct cutline_catalog *catalog,
				       struct window *w,
				       struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	w->count = 0;
	w->before = 0;
	status = cl_db_slot(catalog, CL_SLOT_WINDOW,
			    "SELECT id, sort FROM photo WHERE sort >= ?1 AND "
			    "sort < ?2 AND id <> ?3 ORDER BY sort LIMIT ?4",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, w->first);
	cl_bind_int(catalog, stmt, 2, w->first + w->size);
	cl_bind_int(catalog, stmt, 3, w->id);
	cl_bind_int(catalog, stmt, 4, (int64_t)w->room + 1);
	while ((status = cl_db_step(catalog, stmt, &row, err)) == CUTLINE_OK &&
	       row) {
		if (w->count <= w->room)
			w->ids[w->count++] = sqlite3_column_int64(stmt, 0);
		if (sqlite3_column_int64(stmt, 1) <= w->previous)
			w->before++;
	}
	return status;
}

/* Numbers are unique, so all leave before any arrives. */
static enum cutline_status spread(struct cutline_catalog *catalog,
				  const struct window *w,
				  struct cutline_error *err)
{
	int64_t step = w->size / (int64_t)(w->count + 1);
	enum cutline_status status = CUTLINE_OK;

	for (size_t i = 0; i < w->count && status == CUTLINE_OK; i++)
		status = cl_index_lift(catalog, w->ids[i], err);
	for (size_t i = 0; i < w->count && status == CUTLINE_OK; i++) {
		int64_t at = (int64_t)(i < w->before ? i : i + 1);

		status = cl_index_drop(catalog, w->ids[i], w->first + at * step,
				       err);
	}
	return status;
}

static enum cutline_status make_room(struct cutline_catalog *catalog,
				     int64_t id, int64_t before, int64_t *sort,
				     struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	struct window w = { .id = id, .previous = before };
	double room = 1;

	for (w.size = 2; w.size < BASE; w.size *= 2) {
		int64_t *ids;

		w.first = before / w.size * w.size;
		room *= 1.5;
		w.room = (size_t)room;
		ids = cl_realloc(w.ids, (w.room + 1) * sizeof(*ids));
		if (!ids) {
			status = cl_nomem(err);
			break;
		}
		w.ids = ids;
		status = read_window(catalog, &w, err);
		if (status != CUTLINE_OK || (double)w.count + 1 <= room) {
			if (status == CUTLINE_OK)
				status = spread(catalog, &w, err);
			*sort = w.first +
				(int64_t)w.before *
					(w.size / (int64_t)(w.count + 1));
			break;
		}
	}
	cl_free(w.ids);
	return status;
}

enum cutline_status cl_place(struct cutline_catalog *catalog, int64_t id,
			     const struct cl_time *time, int64_t *sort,
			     struct cutline_error *err)
{
	const struct photo photo = { .id = id, .time = time };
	enum cutline_status status;
	int64_t before;
	int64_t after;

	if (!time->dated) {
		*sort = id - BASE;
		return CUTLINE_OK;
	}
	status = find_neighbours(catalog, &photo, &before, &after, err);
	if (status != CUTLINE_OK)
		return status;
	*sort = ideal(time);
	if (*sort <= before)
		*sort = before + 1;
	if (after != 0 && *sort >= after)
		*sort = after - 1;
	if (*sort > before)
		return CUTLINE_OK;
	return make_room(catalog, id, before > 0 ? before : after, sort, err);
}
