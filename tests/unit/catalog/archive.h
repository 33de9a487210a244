/* SPDX-License-Identifier: MIT */
/*
 * What the catalogs of earlier schemas hold that stand beside this file as
 * SQL (schema_1.sql …): these photos, put in one after another, then a sweep
 * of /p/gone. The first path is one that is there on every system; were it
 * not, its picture would be taken as moved to the second.
 */
#ifndef CUTLINE_TESTS_CATALOG_ARCHIVE_H
#define CUTLINE_TESTS_CATALOG_ARCHIVE_H

#include "unit/catalog/make.h"

static const struct made archive[] = {
	{ .path = "/bin/sh",
	  .identity = "xxh3:0a",
	  .date = "2023-04-17",
	  .captured = "2023-04-17T14:03:22+02:00",
	  .via = "Getty Images",
	  .fields = { { CUTLINE_CAPTION, "Ana Lima on the pink carpet" },
		      { CUTLINE_CREATORS, "Joan Roca" },
		      { CUTLINE_AGENCIES, "WireImage|Getty Images" },
		      { CUTLINE_CITY, "Cannes" },
		      { CUTLINE_COUNTRY, "France" },
		      { CUTLINE_PERSONS, "Ana Lima" },
		      { CUTLINE_KEYWORDS, "festival|carpet" } },
	  .gps = true,
	  .mtime_ns = 100 },
	{ .path = "/p/copies/a copy.jpg",
	  .identity = "xxh3:0a",
	  .date = "2023-04-17",
	  .fields = { { CUTLINE_CAPTION, "Ana Lima" } },
	  .mtime_ns = 200 },
	{ .path = "/p/\xE9t\xE9/b.jpg",
	  .identity = "xxh3:0b",
	  .date = "2023-04-XX",
	  .fields = { { CUTLINE_CAPTION, "\xC3\x89t\xC3\xA9 indien" },
		      { CUTLINE_EVENTS, "Canneseries" } },
	  .conflict = true,
	  .mtime_ns = 300 },
	{ .path = "/p/gone/c.jpg",
	  .identity = "xxh3:0c",
	  .fields = { { CUTLINE_HEADLINE, "No date, no file" } },
	  .mtime_ns = 400 },
	{ .path = "/p/cannes/d.jpg",
	  .identity = "xxh3:0d",
	  .date = "2023-04-17",
	  .captured = "2023-04-17T09:00:00",
	  .fields = { { CUTLINE_CITY, "Nice" }, { CUTLINE_CAPTION, "Sea" } },
	  .mtime_ns = 500 },
};

#define ARCHIVE_COUNT (sizeof(archive) / sizeof(archive[0]))

#endif
