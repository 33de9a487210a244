/* SPDX-License-Identifier: MIT */
/**
 * @file
 * What a picture file says about itself: EXIF, IPTC-IIM and XMP, verbatim, and
 * the picture's identity. Nothing is chosen or judged here.
 */
#ifndef CUTLINE_IMAGE_H
#define CUTLINE_IMAGE_H

#include <cutline/status.h>

/** Limits of what is read of one file. */
#define CUTLINE_IMAGE_METADATA_MAX (16u << 20) /**< bytes of all blocks */
#define CUTLINE_IMAGE_VALUE_MAX (64u << 10)    /**< bytes kept of a text */
#define CUTLINE_IMAGE_TAGS_MAX 4096            /**< values of one file */
#define CUTLINE_IMAGE_SIDECARS_MAX 4           /**< sidecars of one file */

enum cutline_image_type {
	CUTLINE_IMAGE_UNKNOWN = 0, /**< no image of a kind we know */
	CUTLINE_IMAGE_JPEG,
	CUTLINE_IMAGE_PNG,
	CUTLINE_IMAGE_TIFF,
	CUTLINE_IMAGE_WEBP,
	CUTLINE_IMAGE_HEIF,
	CUTLINE_IMAGE_AVIF,
	CUTLINE_IMAGE_GIF,
	CUTLINE_IMAGE_RAW, /**< a camera's raw file: told, not read */
};

/** A type's name in lower case, "jpeg"; "unknown" for the rest. */
CUTLINE_API const char *cutline_image_type_name(enum cutline_image_type type);

/** What the bytes of a text were in. */
enum cutline_charset {
	CUTLINE_CHARSET_ASCII = 0, /**< nothing beyond it, so no question */
	CUTLINE_CHARSET_UTF8,
	CUTLINE_CHARSET_UTF16,
	CUTLINE_CHARSET_LATIN1, /**< ISO 8859-1; 0x80 to 0x9F as below */
	CUTLINE_CHARSET_WINDOWS_1252,
	CUTLINE_CHARSET_MACROMAN,
};

/** A charset's name, "Windows-1252". */
CUTLINE_API const char *cutline_charset_name(enum cutline_charset charset);

/**
 * One value of one tag.
 *
 * A tag with several values (keywords, dc:creator) stands once for each, in
 * order. Text is valid UTF-8 without trailing blanks or NULs. Numbers are
 * written in decimal, rationals as "n/d", several parted by a blank, dates as
 * they stand in the file.
 */
struct cutline_tag {
	/** Block and name as ExifTool spells it: "exif:Artist",
	 * "iim:By-line", "xmp:dc:creator" (the prefix is the usual one of the
	 * namespace, whatever the file's). A sidecar's values have the
	 * names of XMP with "sidecar:" before: "sidecar:xmp:dc:creator". */
	const char *name;
	const char *text;
	/** Which block of the kind it stood in; 0 the first, and the one that
	 * counts: some files hold several. A sidecar's value: which of
	 * the sidecars. */
	unsigned block;
	/** It fills, to the byte, the most its IIM dataset may hold, so its
	 * end is perhaps cut off. */
	bool at_limit;
	/** The block does not say what its text is in (or says it wrongly),
	 * so charset is a guess: valid UTF-8 is taken for that, the other
	 * texts of a block for what their letters make more likely. */
	bool charset_guessed;
	enum cutline_charset charset;
};

/** A picture file, read. Strings live exactly as long as it. */
struct cutline_image {
	enum cutline_image_type type;
	int64_t bytes;
	uint32_t width, height; /**< pixels as stored; 0 unknown */
	unsigned orientation;   /**< EXIF's 1 to 8; 0 unknown */
	/** "xxh3:" and 32 hex digits over the image data without metadata. */
	const char *identity;
	const struct cutline_tag *tags;
	size_t tag_count;
	bool has_gps;
	double latitude, longitude; /**< degrees, if has_gps */
	/** Whether IPTCDigest was there, and equal to the IIM block's MD5. */
	bool has_digest, digest_matches;
	/** Why a JPEG holds no image data, "it is cut off before the image
	 * data", so that there is metadata at most and no picture; NULL
	 * where there is a picture. Then the identity is that of the file's
	 * bytes. */
	const char *no_image_data;
	/** Sidecars that were read, their paths: that with the newest
	 * xmp:MetadataDate first. */
	const char *const *sidecars;
	size_t sidecar_count;
	/** Remarks on what is damaged or odd, each a line for a person. */
	const char *const *warnings;
	size_t warning_count;
};

/**
 * Read what an image file says about itself.
 *
 * The file is known by its content, never by its name. Damaged metadata is a
 * warning, and what can be read of it is read. At most 128 KiB are read of a
 * usual file; nothing is decoded.
 *
 * @param path  the file's path, bytes as the system has them; never blocks on
 *              a FIFO or device
 * @param out   on success a new record, to be given back with
 *              cutline_image_free(); on failure NULL
 * @param err   filled on failure; may be NULL
 *
 * @return CUTLINE_OK, also for a JPEG without image data, see the record;
 *         CUTLINE_FORMAT if it is no image; CUTLINE_UNSUPPORTED for a raw
 *         file; CUTLINE_NOT_FOUND; CUTLINE_IO; CUTLINE_NOMEM
 *
 * Keeps no state: threads may call it freely.
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_image_read(const char *path, struct cutline_image **out,
		   struct cutline_error *err);

/**
 * The same from an open descriptor.
 *
 * @param fd    a regular file open for reading; stays the caller's, its
 *              position is neither used nor changed
 * @param path  for messages only
 * @param out   as for cutline_image_read()
 * @param err   likewise
 *
 * @return as cutline_image_read()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_image_read_fd(int fd, const char *path, struct cutline_image **out,
		      struct cutline_error *err);

/**
 * Read a sidecar, a file with an XMP packet beside a picture, into the
 * picture's record.
 *
 * Its values come after the picture's, with "sidecar:" before their names. A
 * damaged one is a warning, and what can be read of it is read.
 *
 * @param image  from cutline_image_read()
 * @param path   the sidecar's path; at most CUTLINE_IMAGE_METADATA_MAX bytes
 *               are read
 * @param err    filled on failure; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND; CUTLINE_FORMAT if it is no regular
 *         file; CUTLINE_LIMIT if it is too long, or the picture has
 *         CUTLINE_IMAGE_SIDECARS_MAX already; CUTLINE_IO; CUTLINE_NOMEM, after
 *         which the record is only good to be given back
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_image_read_sidecar(struct cutline_image *image, const char *path,
			   struct cutline_error *err);

/**
 * Read the sidecars that lie beside a picture, in this order: for "a.jpg"
 * "a.jpg.xmp", "a.jpg.XMP" and "a.jpg.Xmp", then the same of "a". A sidecar
 * that cannot be read is a warning in the record, and so is a second one.
 *
 * @param image  from cutline_image_read()
 * @param path   the picture's path
 * @param err    filled on failure; may be NULL
 *
 * @return CUTLINE_OK, also when there is none; CUTLINE_NOMEM as above
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_image_find_sidecars(struct cutline_image *image, const char *path,
			    struct cutline_error *err);

/** The first value of a tag in its first block, or NULL. */
CUTLINE_API const char *cutline_image_tag(const struct cutline_image *image,
					  const char *name);

/** Give a record back. NULL is allowed. */
CUTLINE_API void cutline_image_free(struct cutline_image *image);

/** Limits of thumbnails: of the side asked for, of the picture's pixels and its
 * scans if it is progressive, of the bytes decoding takes and those it reads of
 * the file, of the faults in its data that are put up with. */
#define CUTLINE_THUMBNAIL_SIDE_MIN 16
#define CUTLINE_THUMBNAIL_SIDE_MAX 4096
#define CUTLINE_THUMBNAIL_PIXELS_MAX 200000000
#define CUTLINE_THUMBNAIL_SCANS_MAX 100
#define CUTLINE_THUMBNAIL_MEMORY_MAX (512 << 20)
#define CUTLINE_THUMBNAIL_BYTES_MAX (512 << 20)
#define CUTLINE_THUMBNAIL_WARNINGS_MAX 100

/** A small picture of a picture. */
struct cutline_thumbnail {
	/** A complete baseline JPEG, upright, without any metadata. */
	const uint8_t *jpeg;
	size_t len;
	uint32_t width, height;
	/** It was made of the thumbnail that the file's EXIF block holds. */
	bool embedded;
	/** The picture's data is damaged or cut off, so part of what is shown
	 * may be grey or wrong. Always false for an embedded one. */
	bool damaged;
};

/**
 * Make a thumbnail of a JPEG file.
 *
 * The longer side of the result is the one asked for, or the picture's if that
 * is shorter; an embedded thumbnail that can be used as it is may be longer,
 * up to twice. EXIF's orientation is applied. Colours are sRGB where the file
 * has a profile of the simple kind (curves and a matrix, as Adobe RGB and
 * Display P3 have); of any other profile nothing is taken. CMYK becomes RGB by
 * the plain formula, grey stays grey.
 *
 * The embedded thumbnail serves if it is a JPEG, is large enough, has the
 * picture's shape (to two parts of a hundred, so none with black bars), its
 * orientation and as many colour channels, is whole, and is not stale. It
 * counts as stale, since the picture was changed after it was made, if the left
 * half of its upper edge is plainly not as light or dark as that of the
 * picture, as after cutting, turning or mirroring, or if the picture is
 * progressive, which no camera writes. A change that leaves shape and that edge
 * as they were is not noticed. Of one that is used as it is, the data behind
 * its first row of blocks is not looked at; one that must be turned or shrunk,
 * and proves damaged then, does not serve.
 *
 * A picture whose data ends early, or has no more than
 * CUTLINE_THUMBNAIL_WARNINGS_MAX faults, is shown as far as it goes and marked
 * as damaged, if an eighth of it is there.
 *
 * @param path  the file's path, bytes as the system has them; never blocks on
 *              a FIFO or device
 * @param side  pixels of the longer side, CUTLINE_THUMBNAIL_SIDE_MIN to
 *              CUTLINE_THUMBNAIL_SIDE_MAX
 * @param out   on success a new thumbnail, to be given back with
 *              cutline_thumbnail_free(); on failure NULL
 * @param err   filled on failure; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_LIMIT if side is out of its range, or the
 *         picture beyond one of the limits above (twenty scans are always
 *         read, more only as far as they have 4,294,967,296 pixels together);
 *         CUTLINE_UNSUPPORTED if it is an image of another kind, or a JPEG of
 *         a rare one (lossless, 12 bits); CUTLINE_FORMAT if it is no image or
 *         too damaged to show; CUTLINE_NOT_FOUND; CUTLINE_IO; CUTLINE_NOMEM
 *
 * Costs some ten microseconds with an embedded thumbnail; else about three
 * milliseconds a million pixels. Keeps no state: threads may call it freely.
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_image_thumbnail(const char *path, uint32_t side,
			struct cutline_thumbnail **out,
			struct cutline_error *err);

/**
 * The same from an open descriptor.
 *
 * @param fd    a regular file open for reading; stays the caller's, its
 *              position is neither used nor changed
 * @param path  for messages only
 * @param side  as for cutline_image_thumbnail()
 * @param out   likewise
 * @param err   likewise
 *
 * @return as cutline_image_thumbnail()
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_image_thumbnail_fd(int fd, const char *path, uint32_t side,
			   struct cutline_thumbnail **out,
			   struct cutline_error *err);

/** Give a thumbnail back. NULL is allowed. */
CUTLINE_API void cutline_thumbnail_free(struct cutline_thumbnail *thumbnail);

#endif
