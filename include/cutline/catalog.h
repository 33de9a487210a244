/* SPDX-License-Identifier: MIT */
/**
 * @file
 * The catalog: photos of many folders in one SQLite file, found by a small
 * query language.
 *
 * One handle serves one thread at a time. A catalog is opened by any number of
 * readers and one writer at once; a writer waits up to ten seconds for
 * another.
 */
#ifndef CUTLINE_CATALOG_H
#define CUTLINE_CATALOG_H

#include <cutline/photo.h>

struct cutline_catalog;

/** What a catalog is opened for. */
enum cutline_catalog_mode {
	CUTLINE_CATALOG_READ,   /**< it must exist */
	CUTLINE_CATALOG_WRITE,  /**< it must exist */
	CUTLINE_CATALOG_CREATE, /**< write; made with its folders if absent */
};

/**
 * Open a catalog.
 *
 * One that an earlier version made is brought to the present schema, for
 * whatever it is opened: first a checked copy is put beside it, then all is
 * changed in one transaction or nothing is (cutline_catalog_upgraded()). That
 * needs the right to write there and room for the copy.
 *
 * @param path  its file
 * @param mode  what for
 * @param out   on success a handle, to be given back with
 *              cutline_catalog_close(); on failure NULL
 * @param err   filled on failure, with a hint what to do; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND; CUTLINE_FORMAT if the file is no
 *         catalog of cutline (it stays untouched); CUTLINE_UNSUPPORTED if a
 *         newer cutline made it (likewise); CUTLINE_DAMAGED; CUTLINE_BUSY;
 *         CUTLINE_IO; CUTLINE_NOMEM
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_open(const char *path, enum cutline_catalog_mode mode,
		     struct cutline_catalog **out, struct cutline_error *err);

/** The path of a catalog's file, as it was opened. Lives as long as the handle.
 * A program must not open that file or SQLite's beside it on its own while the
 * handle is open: closing it would drop the handle's locks. */
CUTLINE_API const char *
cutline_catalog_path(const struct cutline_catalog *catalog);

/** Where the catalog is kept as it was before opening it brought it to the
 * present schema; NULL if it was of that already. Lives as long as the handle.
 */
CUTLINE_API const char *
cutline_catalog_upgraded(const struct cutline_catalog *catalog);

/** Close a catalog; what was not committed is rolled back. NULL is allowed. */
CUTLINE_API void cutline_catalog_close(struct cutline_catalog *catalog);

/* Writing: what import needs. */

/** How a file looked when it was read. */
struct cutline_file_stamp {
	int64_t bytes;
	int64_t mtime_ns;
	uint64_t inode;
	/** Some number made of what the picture's sidecars are called and of
	 * their stamps, so that it changes with any of them; 0: it has none. */
	uint64_t sidecars;
};

/** What the catalog knows of a file. */
enum cutline_file_state {
	CUTLINE_FILE_NEW,     /**< nothing */
	CUTLINE_FILE_SAME,    /**< read before, stamp unchanged, not missing */
	CUTLINE_FILE_CHANGED, /**< known, but its stamp differs, or it was
			       * missing */
};

/** What became of a file that was put in. */
enum cutline_put_outcome {
	CUTLINE_PUT_NEW,     /**< a new photo, or a further copy of one */
	CUTLINE_PUT_CHANGED, /**< the record was replaced */
	CUTLINE_PUT_MOVED,   /**< a photo whose file was gone is here now */
};

/**
 * Begin, commit and give up a batch of writing. Within a batch the functions
 * below may be called; what is committed survives a crash of the program at
 * any moment after.
 *
 * @return CUTLINE_OK; CUTLINE_BUSY; CUTLINE_IO (disk full, say: the batch is
 *         rolled back); CUTLINE_DAMAGED; CUTLINE_NOMEM
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_begin(struct cutline_catalog *catalog,
		      struct cutline_error *err);
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_commit(struct cutline_catalog *catalog,
		       struct cutline_error *err);
CUTLINE_API void cutline_catalog_rollback(struct cutline_catalog *catalog);

/**
 * Tell what the catalog knows of a file, and note that it was seen.
 *
 * @param catalog  opened for any mode
 * @param path     absolute path, bytes as the system has them
 * @param stamp    how it looks now
 * @param state    the answer
 * @param err      filled on failure
 *
 * @return CUTLINE_OK; else as cutline_catalog_begin()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_file_state(struct cutline_catalog *catalog, const char *path,
			   const struct cutline_file_stamp *stamp,
			   enum cutline_file_state *state,
			   struct cutline_error *err);

/**
 * Put a file's record in, in place of what was known of that path.
 *
 * Files of one identity become locations of one photo; the richest (fewest
 * empty fields, then newest) speaks for it.
 *
 * @param catalog  opened for writing, within a batch
 * @param path     as above
 * @param stamp    as it looked when it was read
 * @param photo    from cutline_photo_build(), with values
 * @param outcome  what became of it
 * @param err      filled on failure
 *
 * @return CUTLINE_OK; else as cutline_catalog_begin()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_put(struct cutline_catalog *catalog, const char *path,
		    const struct cutline_file_stamp *stamp,
		    const struct cutline_photo *photo,
		    enum cutline_put_outcome *outcome,
		    struct cutline_error *err);

/**
 * Mark as missing every known file at or below a path that this handle has not
 * seen (cutline_catalog_file_state(), cutline_catalog_put()). Nothing is
 * deleted.
 *
 * @param catalog  opened for writing, within a batch
 * @param path     absolute path of a file or folder
 * @param missing  how many were newly marked
 * @param err      filled on failure
 *
 * @return CUTLINE_OK; else as cutline_catalog_begin()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_sweep(struct cutline_catalog *catalog, const char *path,
		      uint64_t *missing, struct cutline_error *err);

/* The query language. */

/** A query, read. */
struct cutline_query;

/** The longest query read, in bytes; the deepest nesting of brackets. */
#define CUTLINE_QUERY_MAX 8192
#define CUTLINE_QUERY_DEPTH 64

/**
 * Read a query.
 *
 * Words are ANDed; OR, -term, ( ), "exact phrase", prefix*; field:word,
 * field:"two words", field:(a OR b). The fields are those of the manual page
 * cutline-search(1). The empty query matches every photo.
 *
 * @param text  UTF-8, borrowed for the call
 * @param len   bytes in text, at most CUTLINE_QUERY_MAX
 * @param out   on success a query, to be given back with
 *              cutline_query_free(); on failure NULL
 * @param at    on CUTLINE_FORMAT the byte where reading stopped; may be NULL
 * @param err   filled on failure: what is wrong, and as hint a suggestion;
 *              may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_FORMAT (unknown field, unmatched bracket or
 *         quote, no date); CUTLINE_LIMIT; CUTLINE_NOMEM
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_query_parse(const char *text, size_t len, struct cutline_query **out,
		    size_t *at, struct cutline_error *err);

/** How the query was read, in one line with every bracket and field written
 * out. Lives as long as the query. */
CUTLINE_API const char *cutline_query_text(const struct cutline_query *query);

/** Give a query back. NULL is allowed. */
CUTLINE_API void cutline_query_free(struct cutline_query *query);

/* Searching. */

enum cutline_sort {
	CUTLINE_SORT_NEWEST = 0, /**< "-date", the default */
	CUTLINE_SORT_OLDEST,     /**< "date" */
	CUTLINE_SORT_RELEVANCE,
	CUTLINE_SORT_NAME,  /**< file name, then folder */
	CUTLINE_SORT_ADDED, /**< last added first */
};

/** All zero: newest first, all of them. */
struct cutline_search_options {
	enum cutline_sort sort;
	int64_t limit; /**< 0: no limit */
	int64_t offset;
};

/** Photos found, handed out one by one. */
struct cutline_hits;

/**
 * Search the catalog.
 *
 * Sorted by date means by the lower bound of date_created, then the camera's
 * time of that day, then id; photos without a year come last.
 *
 * @param catalog  opened for any mode; must outlive the hits
 * @param query    borrowed until the hits are closed
 * @param options  borrowed for the call; NULL: all zero
 * @param out      on success hits, to be given back with cutline_hits_close();
 *                 on failure NULL
 * @param err      filled on failure
 *
 * @return CUTLINE_OK, also when nothing is found; CUTLINE_BUSY;
 *         CUTLINE_DAMAGED; CUTLINE_IO; CUTLINE_NOMEM
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_search(struct cutline_catalog *catalog,
		       const struct cutline_query *query,
		       const struct cutline_search_options *options,
		       struct cutline_hits **out, struct cutline_error *err);

/**
 * Hand out the next photo found.
 *
 * @param hits   from cutline_catalog_search()
 * @param photo  the photo, on loan until the next call or the close, without
 *               values and locations; NULL after the last
 * @param err    filled on failure
 *
 * @return CUTLINE_OK; else as cutline_catalog_search()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_hits_next(struct cutline_hits *hits, const struct cutline_photo **photo,
		  struct cutline_error *err);

/** Close hits. NULL is allowed. */
CUTLINE_API void cutline_hits_close(struct cutline_hits *hits);

/** Count the photos a query matches; parameters and statuses as
 * cutline_catalog_search(). */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_count(struct cutline_catalog *catalog,
		      const struct cutline_query *query, uint64_t *count,
		      struct cutline_error *err);

/** A value of a field and how many photos have it. */
struct cutline_facet {
	const char *value;
	uint64_t count;
};

struct cutline_facets {
	const struct cutline_facet *items; /**< most frequent first, then by
					    * value */
	size_t count;
	uint64_t distinct; /**< values in all, maybe more than count */
};

/**
 * Count the values of a field among the photos that match.
 *
 * @param catalog  opened for any mode
 * @param field    a field's name or short word as in queries ("by",
 *                 "creators", "city"), or "year", "month", "folder", "type"
 * @param query    borrowed for the call
 * @param limit    at most so many values; 0: all
 * @param out      on success the values, to be given back with
 *                 cutline_facets_free(); on failure NULL
 * @param err      filled on failure
 *
 * @return CUTLINE_OK; CUTLINE_FORMAT if the field is unknown or has no
 *         facets, with a suggestion as hint; else as cutline_catalog_search()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_facets(struct cutline_catalog *catalog, const char *field,
		       const struct cutline_query *query, size_t limit,
		       struct cutline_facets **out, struct cutline_error *err);

/** Give back the values of a field; NULL is fine. */
CUTLINE_API void cutline_facets_free(struct cutline_facets *facets);

/**
 * Everything known of one photo, values and locations included.
 *
 * @param catalog  opened for any mode
 * @param id       the photo
 * @param out      on success a record, to be given back with
 *                 cutline_photo_free(); on failure NULL
 * @param err      filled on failure
 *
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND; else as cutline_catalog_search()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_photo(struct cutline_catalog *catalog, int64_t id,
		      struct cutline_photo **out, struct cutline_error *err);

/** Find the photo that a path is a location of; NOT_FOUND when none is. */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_find_path(struct cutline_catalog *catalog, const char *path,
			  int64_t *id, struct cutline_error *err);

/** How much a catalog holds. */
struct cutline_catalog_info {
	int64_t version; /**< of the schema */
	uint64_t photos, locations, missing;
};

/**
 * Check a catalog from end to end: SQLite's integrity check, foreign keys, the
 * full-text index against the records, counts.
 *
 * @param catalog  opened for any mode
 * @param report   called with each problem found, a line for a person
 * @param context  handed to report
 * @param info     what the catalog holds; may be NULL
 * @param err      filled on failure
 *
 * @return CUTLINE_OK when sound; CUTLINE_DAMAGED after problems; else as
 *         cutline_catalog_search()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_verify(struct cutline_catalog *catalog,
		       void (*report)(void *context, const char *problem),
		       void *context, struct cutline_catalog_info *info,
		       struct cutline_error *err);

/** What a relocation did. */
struct cutline_relocated {
	uint64_t folders, files; /**< moved */
	uint64_t
		left; /**< files whose new place is another file's: they stay */
	uint64_t found; /**< files that were missing and are there */
};

/**
 * Tell the catalog that a folder was moved or renamed, or a disk is mounted
 * elsewhere: its records and those of all below go with it. No picture is read.
 *
 * @param catalog    opened for writing, outside a batch
 * @param from       absolute path where the catalog has the folder
 * @param to         absolute path where it is now; not below `from`
 * @param dry_run    count only
 * @param relocated  filled on success; may be NULL
 * @param err        filled on failure; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND: no file is known there;
 *         CUTLINE_FORMAT: the one lies in the other; else as
 *         cutline_catalog_begin()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_relocate(struct cutline_catalog *catalog, const char *from,
			 const char *to, bool dry_run,
			 struct cutline_relocated *relocated,
			 struct cutline_error *err);

/* Copies, and the facts that people made. */

/**
 * Write a copy of a catalog, as it is at one moment, to another file. Others
 * may write to the catalog meanwhile. The copy is read back and counted and
 * brought to the disk before it gets its name; a copy that fails leaves no
 * file. It is one file, and a catalog like any other.
 *
 * @param catalog  opened for any mode, outside a batch
 * @param path     the file to write, on any disk
 * @param replace  whether it may replace a file
 * @param err      filled on failure; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_CONFLICT if the file is there and may not be
 *         replaced, is the catalog itself, or has a log beside it, of another
 *         catalog or since a program has it open; CUTLINE_DAMAGED if the
 *         catalog is; CUTLINE_IO; CUTLINE_BUSY; CUTLINE_NOMEM
 *
 * Takes as much time as reading and writing the catalog's file.
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_backup(struct cutline_catalog *catalog, const char *path,
		       bool replace, struct cutline_error *err);

/** What a restore did. */
struct cutline_restored {
	struct cutline_catalog_info info; /**< of the backup */
	char kept[4096]; /**< where the catalog that was there is now; or
			  * empty: there was none */
};

/**
 * Put a backup in the place of a catalog. The backup is checked and copied
 * first; the catalog that was there, damaged or not, keeps lying beside the new
 * one under another name. At any moment there is the one or the other.
 *
 * @param path      the catalog's file, which may be absent; open in no handle
 * @param backup    the file to copy it from: any catalog that is not damaged,
 *                  of this version's schema or an earlier one
 * @param dry_run   check only
 * @param restored  filled on success; may be NULL
 * @param err       filled on failure; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND: no such backup; CUTLINE_FORMAT: the
 *         backup, or what lies in the catalog's place, is no catalog;
 *         CUTLINE_UNSUPPORTED: a newer version made the backup;
 *         CUTLINE_DAMAGED: the backup is; CUTLINE_BUSY: a program has the
 *         catalog open; CUTLINE_CONFLICT: both are one file; CUTLINE_IO;
 *         CUTLINE_NOMEM
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_restore(const char *path, const char *backup, bool dry_run,
			struct cutline_restored *restored,
			struct cutline_error *err);

/**
 * Write out the facts that people made - edits with their journal, aliases,
 * decisions about captions, saved searches - as JSON Lines in an order that
 * depends on nothing else. Two catalogs with the same facts give the same
 * bytes. Photos are named by identity.
 *
 * @param catalog  opened for any mode
 * @param line     called with each line, without its end; false ends the dump
 * @param context  handed to line
 * @param err      filled on failure; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_STOPPED if line said so; else as
 *         cutline_catalog_search()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_dump(struct cutline_catalog *catalog,
		     bool (*line)(void *context, const char *text, size_t len),
		     void *context, struct cutline_error *err);

/** The longest dump read back, in bytes. */
#define CUTLINE_DUMP_MAX (1u << 30)

/** What was in a dump. */
struct cutline_dump_counts {
	uint64_t edits, aliases, decisions, searches, changes;
	uint64_t unknown; /**< edits of pictures that the catalog has not met;
			   * they hold as soon as it does */
};

/**
 * Read a dump back into a catalog that holds no facts made by people: all of
 * it, or, when a line cannot be read, nothing.
 *
 * @param catalog  opened for writing, outside a batch
 * @param text     the dump, borrowed for the call
 * @param len      bytes in text, at most CUTLINE_DUMP_MAX
 * @param dry_run  read it, keep nothing
 * @param counts   filled on success; may be NULL
 * @param err      filled on failure, with the number of the line; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_FORMAT: a line is none of a dump;
 *         CUTLINE_CONFLICT: the catalog holds such facts already;
 *         CUTLINE_LIMIT; else as cutline_catalog_begin()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_catalog_load(struct cutline_catalog *catalog, const char *text,
		     size_t len, bool dry_run,
		     struct cutline_dump_counts *counts,
		     struct cutline_error *err);

#endif
