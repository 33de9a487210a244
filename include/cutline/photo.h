/* SPDX-License-Identifier: MIT */
/**
 * @file
 * Photos: one record of a picture, made of what its file says and of what its
 * caption says; every value with its origin, the chosen one and why.
 */
#ifndef CUTLINE_PHOTO_H
#define CUTLINE_PHOTO_H

#include <cutline/caption.h>
#include <cutline/image.h>

/** The chosen content of one field. */
struct cutline_photo_field {
	const char *const *items; /**< NULL when count is 0 */
	/** Beside each item its position (persons) or kind (references,
	 * restrictions), NULL where it has none; NULL for other fields. */
	const char *const *notes;
	size_t count;
	/** Where it comes from: "edit", "caption", "document", "sidecar:…",
	 * "xmp:dc:creator", "iim:By-line", "exif:Artist"; NULL when empty. */
	const char *origin;
};

/**
 * How a value that was not chosen differs from the chosen one. All but the last
 * are harmless: both may be right. The last is a conflict.
 */
enum cutline_difference {
	CUTLINE_DIFFERENCE_NONE = 0, /**< it says the same, or cannot be
				      * compared: what is shown, where the
				      * camera was */
	CUTLINE_DIFFERENCE_SPELLING, /**< case, accents, punctuation */
	CUTLINE_DIFFERENCE_ENCODING, /**< letters misread in another code */
	CUTLINE_DIFFERENCE_CUT,      /**< cut off at a limit */
	CUTLINE_DIFFERENCE_NAME,     /**< "J. Smith", "Smith, John" */
	CUTLINE_DIFFERENCE_ALIAS, /**< "AFP", "Agence France-Presse"; "England"
				      * for its country's name */
	CUTLINE_DIFFERENCE_PART,  /**< says less, or more: "AFP" and "AFP/Getty
				      * Images", "2023-04" and a day of it */
	CUTLINE_DIFFERENCE_ZONE,  /**< the next day by another time zone */
	CUTLINE_DIFFERENCE_DAY,   /**< the day of issue, or of a scan, where
				      * words or the device say so */
	CUTLINE_DIFFERENCE_REAL,  /**< they contradict each other */
};

/** A difference's name, "time zone"; NULL for what is none of them. */
CUTLINE_API const char *
cutline_difference_name(enum cutline_difference difference);

/** A value that some source gives a field, chosen or not. */
struct cutline_photo_value {
	enum cutline_field field;
	/** As the source has it, white space at the ends dropped. */
	const char *const *items;
	size_t count;
	/** What cutline reads in it, where that differs: names out of
	 * "Ella Ling/BPI", ISO 8601 out of an EXIF date. NULL: the same. */
	const char *const *read;
	size_t read_count;
	const char *origin;
	/** Path of the picture file that says it, or whose sidecar does; or
	 * NULL. */
	const char *location;
	struct cutline_span span; /**< origin "caption": its words there */
	double confidence;
	bool chosen;
	const char *why; /**< why it won or lost, a few words */
	/** How it differs from the chosen one; NONE where it is that. */
	enum cutline_difference difference;
	/** Part of `read` is inferred: the offset of `captured` from UTC, from
	 * the GPS time. */
	bool inferred;
};

/** A file that holds the picture. */
struct cutline_photo_location {
	const char *path; /**< bytes as the system has them */
	int64_t bytes;
	int64_t mtime_ns; /**< since 1970, UTC */
	bool missing;
	bool speaks; /**< its metadata speaks for the photo */
};

/**
 * A photo. Strings and arrays live exactly as long as it; absent strings are
 * NULL. `values` and `locations` are filled where a function says so.
 */
struct cutline_photo {
	int64_t id;               /**< in the catalog; 0 outside one */
	const char *const *paths; /**< the speaking location first */
	size_t path_count;
	bool missing; /**< none of its files is there any more */
	const char *identity;
	const char *type; /**< cutline_image_type_name() */
	int64_t bytes;
	uint32_t width, height;
	unsigned orientation;
	struct cutline_photo_field fields[CUTLINE_PHOTO_FIELDS];
	struct cutline_date date;       /**< that of CUTLINE_DATE_CREATED */
	struct cutline_moment captured; /**< that of CUTLINE_CAPTURED */
	bool has_gps;
	double latitude, longitude;
	struct cutline_credit credit; /**< its parts without spans */
	/** Fields of which some value's difference is a real one. */
	bool conflict[CUTLINE_PHOTO_FIELDS];
	const char *const *warnings;
	size_t warning_count;
	const struct cutline_photo_value *values;
	size_t value_count;
	const struct cutline_photo_location *locations;
	size_t location_count;
};

/**
 * Make the record of a picture out of its file's metadata.
 *
 * The text for `caption` is IIM's Caption-Abstract or XMP's dc:description by
 * the IPTCDigest rule, the longer form of a truncated one preferred; EXIF's
 * ImageDescription last and never a camera's default text. It is parsed as a
 * caption. Then for each field: the structured value unless it is empty, a
 * placeholder ("see caption", "STRINGER") or cut off at an IIM limit, then the
 * caption's, then EXIF's. `date_created` falls back to the day of EXIF's
 * DateTimeOriginal; `captured` is always that.
 *
 * What a sidecar says (cutline_image_find_sidecars()) comes before the file's
 * own fields, since it is an edit made beside it; after them, if the file's
 * xmp:MetadataDate is later than the sidecar's. A sidecar's clock reading or
 * position comes before EXIF's where it is another one.
 *
 * Not believed are, and so kept but not chosen: readings of a clock that was
 * reset, runs ahead (by the system's clock, read for this) or is older than
 * the camera; the day of a scan; a field's day that the caption's words call
 * that of issue ("FILE PHOTO"); a position of zeros. An offset from UTC that
 * DateTimeOriginal lacks is inferred from the GPS time, and marked.
 *
 * (IPTC Photo Metadata Mapping Guidelines 2023.1; the departure, EXIF last for
 * captions, because cameras fill ImageDescription with their own name.)
 *
 * @param image  what the file says; borrowed for the call
 * @param path   the file's path; borrowed for the call
 * @param out    on success a new record with `values` filled, to be given back
 *               with cutline_photo_free(); on failure NULL
 * @param err    filled on failure; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_NOMEM
 *
 * Keeps no state: threads may call it freely.
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_photo_build(const struct cutline_image *image, const char *path,
		    struct cutline_photo **out, struct cutline_error *err);

/** Give a record back. NULL is allowed; not for photos on loan from hits. */
CUTLINE_API void cutline_photo_free(struct cutline_photo *photo);

/** The one or first value of a field, or NULL. */
CUTLINE_API const char *cutline_photo_first(const struct cutline_photo *photo,
					    enum cutline_field field);

#endif
