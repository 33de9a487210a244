/* SPDX-License-Identifier: MIT */
/* What an open catalog is made of; for the files of this module only. */
#ifndef CL_CATALOG_HANDLE_H
#define CL_CATALOG_HANDLE_H

#include <sqlite3.h>

#include "base/buf.h"
#include "catalog/cache.h"
#include "catalog/pending.h"
#include "cutline/catalog.h"

/* Statements that are prepared once and kept. */
enum cl_slot {
	CL_SLOT_BEGIN,
	CL_SLOT_COMMIT,
	CL_SLOT_FOLDER_FIND,
	CL_SLOT_FOLDER_ADD,
	CL_SLOT_FOLDER_WORDS,
	CL_SLOT_FILE,
	CL_SLOT_IDENTITY,
	CL_SLOT_COUNTER,
	CL_SLOT_LOCATION_ADD,
	CL_SLOT_LOCATION_UPDATE,
	CL_SLOT_LOCATION_BEST,
	CL_SLOT_LOCATION_PLACES,
	CL_SLOT_LOCATION_SPEAKS,
	CL_SLOT_LOCATION_MARK,
	CL_SLOT_BELOW,
	CL_SLOT_LOCATIONS,
	CL_SLOT_RECORD_SET,
	CL_SLOT_PHOTO_ADD,
	CL_SLOT_PHOTO_UPDATE,
	CL_SLOT_FILE_NAMES,
	CL_SLOT_SORT_GET,
	CL_SLOT_SORT_SET,
	CL_SLOT_PHOTO_DELETE,
	CL_SLOT_PHOTO_TIME,
	CL_SLOT_PHOTO_LOAD,
	CL_SLOT_PREVIOUS_TIE,
	CL_SLOT_PREVIOUS,
	CL_SLOT_NEXT_TIE,
	CL_SLOT_NEXT,
	CL_SLOT_WINDOW,
	CL_SLOT_WORDS_ADD,
	CL_SLOT_WORDS_DELETE,
	CL_SLOT_NAME_FIND,
	CL_SLOT_NAME_ADD,
	CL_SLOT_SOURCE_FIND,
	CL_SLOT_SOURCE_ADD,
	CL_SLOT_SOURCE_GET,
	CL_SLOT_LINK_ADD,
	CL_SLOT_LINK_DELETE,
	CL_SLOT_SOURCES,
	CL_SLOT_COUNT,
};

/* The ids of the files this handle has seen, a bit each. */
struct cl_seen {
	uint8_t *bits;
	size_t size; /* bytes */
};

/* See due.h. */
struct cl_due {
	int64_t *ids;
	size_t count, room;
	struct cl_seen set; /* those of them that are due still */
};

struct cutline_catalog {
	sqlite3 *db;
	char *path;
	sqlite3_stmt *slots[CL_SLOT_COUNT];
	int bind_rc; /* the first bind that failed since the last step */
	bool writable;
	bool in_batch;
	bool counted;    /* last_id is known, in this batch */
	int64_t last_id; /* given to a photo */
	struct cl_seen seen;
	/* The folder of the last path, since files come folder by folder. */
	struct cl_buf folder;
	int64_t folder_id; /* 0: none */
	/* Where one of an earlier schema is kept as it was; or empty. */
	struct cl_buf upgraded;
	/* Room for what is written, kept from file to file. */
	struct cl_buf chosen;
	struct cl_buf sources;
	struct cl_buf words;
	struct cl_buf key;
	struct cl_cache ids; /* of both dictionaries */
	struct cl_pending pending;
	struct cl_due due;
};

#endif
