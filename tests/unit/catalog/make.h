/* SPDX-License-Identifier: MIT */
/* Photos made by hand, and a catalog in a folder of its own to put them in. */
#ifndef CUTLINE_TESTS_CATALOG_MAKE_H
#define CUTLINE_TESTS_CATALOG_MAKE_H

#include "cutline/catalog.h"

/* One value of a field; several items of a list are parted by "|". */
struct made_field {
	enum cutline_field field;
	const char *items;
};

/* What a photo is made of; what is left out is empty. */
struct made {
	const char *path;
	const char *identity;
	const char *date;
	const char *captured;
	const char *via;             /* a distributor in the credit */
	struct made_field fields[8]; /* ended by one without items */
	bool gps;
	bool conflict; /* in date_created */
	int64_t mtime_ns;
};

struct cutline_photo *make_photo(const struct made *made);

/* A fresh folder, and a path in it; both live until the next call. */
const char *make_folder(void);
const char *make_path(const char *name);
void remove_folder(void);

/* Open, or fail the test. */
struct cutline_catalog *open_catalog(const char *path,
				     enum cutline_catalog_mode mode);

/* Put one photo in, in a batch of its own. */
enum cutline_put_outcome put_made(struct cutline_catalog *catalog,
				  const struct made *made);

/* The ids a query finds, in order: "3 1 2"; lives until the next call. An
 * error reads "error: …". */
const char *find(struct cutline_catalog *catalog, const char *query,
		 enum cutline_sort sort);

/* Fail the test unless verify finds the catalog sound. */
void check_sound(struct cutline_catalog *catalog);

#endif
