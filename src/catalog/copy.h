/* SPDX-License-Identifier: MIT */
/* A sound copy of a catalog: for backups, before migrations. */
#ifndef CL_CATALOG_COPY_H
#define CL_CATALOG_COPY_H

#include "base/buf.h"
#include "base/error.h"
#include "catalog/handle.h"

/* What SQLite adds to the name of a file for the logs beside it. */
#define CL_COPY_LOGS 3
extern const char *const cl_copy_logs[CL_COPY_LOGS];

/*
 * Copy a catalog, as it is at one moment, to the file `to`; others may write
 * meanwhile. The copy is made under another name beside `to`, checked (SQLite's
 * quick check, as many rows in each table as the original has at that moment),
 * brought to the disk, and only then gets its name. It is one file, without a
 * log beside it, with the rights of the original, and its owner's to read and
 * to write it.
 *
 * source needs a connection and a path, no more, and no transaction. replace:
 * whether `to` may exist; CUTLINE_CONFLICT if it does and may not, or if a log
 * lies beside it: of another catalog, or of one that is open. CUTLINE_IO (no
 * room, no permission); CUTLINE_DAMAGED: the catalog is, and there is no
 * copy; CUTLINE_BUSY; CUTLINE_NOMEM.
 */
CUTLINE_MUST_USE enum cutline_status
cl_copy_write(struct cutline_catalog *source, const char *to, bool replace,
	      struct cutline_error *err);

/* SQLite's quick check of a catalog. */
CUTLINE_MUST_USE enum cutline_status
cl_copy_check(struct cutline_catalog *catalog, struct cutline_error *err);

/* The first half: the checked copy under another name beside `to`, which temp,
 * initialized by the caller, then holds; empty on failure. */
CUTLINE_MUST_USE enum cutline_status
cl_copy_make(struct cutline_catalog *source, const char *to,
	     struct cl_buf *temp, struct cutline_error *err);

/* The same as cl_copy_write(), to a new file beside it, named as by
 * cl_copy_free_name(); name holds which it became. */
CUTLINE_MUST_USE enum cutline_status
cl_copy_beside(struct cutline_catalog *source, const char *word,
	       struct cl_buf *name, struct cutline_error *err);

/* A new name beside a path, in name: path.word, or path.word.2 … if that or the
 * name of a log of it is taken. CUTLINE_CONFLICT: a thousand are. */
CUTLINE_MUST_USE enum cutline_status
cl_copy_free_name(const char *path, const char *word, struct cl_buf *name,
		  struct cutline_error *err);

/* Bring a file, or the folder it is in, to the disk. */
CUTLINE_MUST_USE enum cutline_status cl_copy_sync(const char *path,
						  struct cutline_error *err);
CUTLINE_MUST_USE enum cutline_status
cl_copy_sync_folder(const char *path, struct cutline_error *err);

#endif
