/* SPDX-License-Identifier: MIT */
/**
 * @file
 * How every function of the library reports: a status, and on request the
 * story behind it.
 *
 * A status never judges the data. A caption nobody can read, a JPEG without
 * metadata, a broken EXIF block: CUTLINE_OK, little in the record, and remarks
 * in it. Only memory, the system and stated limits stop a reader.
 *
 * For all of the library: outputs are set on success; pointer outputs are NULL
 * after failure; `err` is untouched on success and may be NULL. The library
 * never prints, logs or exits, and keeps no global state.
 */
#ifndef CUTLINE_STATUS_H
#define CUTLINE_STATUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
# define CUTLINE_LINKAGE extern "C"
#else
# define CUTLINE_LINKAGE
#endif
#if defined(__GNUC__)
# define CUTLINE_API CUTLINE_LINKAGE __attribute__((visibility("default")))
# define CUTLINE_MUST_USE __attribute__((warn_unused_result))
#else
# define CUTLINE_API CUTLINE_LINKAGE
# define CUTLINE_MUST_USE
#endif

/** What became of a call. */
enum cutline_status {
	CUTLINE_OK = 0,
	CUTLINE_NOMEM,       /**< out of memory; nothing was changed */
	CUTLINE_IO,          /**< the system refused a read or write */
	CUTLINE_NOT_FOUND,   /**< no such file, record or field */
	CUTLINE_FORMAT,      /**< not a thing of the kind asked for */
	CUTLINE_LIMIT,       /**< larger than a limit this library states */
	CUTLINE_BUSY,        /**< another process holds the catalog */
	CUTLINE_CONFLICT,    /**< the record changed since it was read */
	CUTLINE_UNSUPPORTED, /**< a known format, a part we do not read */
	CUTLINE_DAMAGED,     /**< the catalog's file is broken */
	CUTLINE_STOPPED,     /**< the caller's callback asked to stop */
};

/**
 * The story behind a status, for a person to read.
 *
 * Lives wherever the caller puts it, commonly on the stack, and owns nothing,
 * so reporting an error cannot itself fail.
 */
struct cutline_error {
	enum cutline_status status;
	char text[376]; /**< UTF-8, one line, no final full stop */
	char hint[128]; /**< what to do now, likewise; may be empty */
};

/**
 * Name a status in a word or two of English.
 *
 * @param status  any value; one that is no status gives "unknown status"
 *
 * @return a constant string, valid for ever
 */
CUTLINE_API const char *cutline_status_text(enum cutline_status status);

#endif
