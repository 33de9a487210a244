/* SPDX-License-Identifier: MIT */
/*
 * Makes JPEG files with metadata, for samples, benchmarks and tests.
 *
 * A picture is described by strings as a recipe file or a test writes them,
 * and comes out as EXIF, IIM and XMP in the form cameras and agencies' desks
 * give it. Each of the three blocks has its own fields, so that a file can
 * contradict itself; mostly all three point at the same ones. What is drawn
 * depends on nothing but the description: the same input gives the same bytes.
 *
 * This is a tool of the tests: it stops the program when memory runs out or a
 * description makes no sense, rather than report it.
 */
#ifndef FORGE_FORGE_H
#define FORGE_FORGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "forge/buf.h"

#define FORGE_LIST_MAX 24

/*
 * Everything is UTF-8; NULL is absent. Numbers are written as people write
 * them: exposure "1/500", f_number "2.8", gps "60.3894, 5.3300".
 *
 * Dates are "2023", "2023-04", "2023-04-17" or with a time, which may be
 * followed by a fraction and an offset: "2023-04-17T14:03:22.45+02:00".
 */
struct forge_fields {
	const char *caption;
	const char *by_lines[FORGE_LIST_MAX + 1]; /* up to the first NULL */
	const char *by_line_title;
	const char *caption_writer;
	const char *credit;
	const char *source;
	const char *headline;
	const char *object_name;
	const char *sublocation;
	const char *city;
	const char *state;
	const char *country;
	const char *country_code;
	const char *date;     /* IIM and XMP: when the picture was created */
	const char *captured; /* EXIF: the camera's clock; NULL: date */
	const char *gps;
	const char *gps_altitude; /* metres above the sea */
	const char *gps_time;     /* UTC, "2023-04-17T12:03:22" */
	const char *keywords[FORGE_LIST_MAX + 1];
	const char *persons[FORGE_LIST_MAX + 1];
	const char *event;
	const char *instructions;
	const char *usage_terms;
	const char *web_statement;
	const char *copyright;
	const char *transmission_reference;
	const char *asset_id;          /* Getty's own namespace */
	const char *supplier_image_id; /* PLUS */
	const char *digital_source_type;
	const char *software;
	const char *make;
	const char *model;
	const char *lens;
	const char *serial;
	const char *exposure;
	const char *f_number;
	const char *iso;
	const char *focal_length;
};

/* What is drawn. All zero: a portrait of 480 by 320 pixels. */
struct forge_drawing {
	const char *scene; /* one of forge_scenes */
	uint32_t seed;     /* colours and places; any number */
	bool mono;         /* black and white */
	unsigned grain;    /* strength of a film's grain, 0 to 64 */
	uint32_t exposure; /* which of many grains; any number */
	unsigned width_px;
	unsigned height_px;
	unsigned quality;  /* libjpeg's, 1 to 100; 0: 70 */
	bool restart_rows; /* a restart marker after each row of blocks */
};

enum forge_charset {
	FORGE_UTF8,          /* marked by 1:90 */
	FORGE_UTF8_UNMARKED, /* the same bytes without 1:90 */
	FORGE_CP1252,        /* Windows-1252, without 1:90 */
};

enum forge_digest {
	FORGE_NO_DIGEST,
	FORGE_DIGEST,       /* IPTCDigest as it must be */
	FORGE_STALE_DIGEST, /* of another IIM block */
};

struct forge_picture {
	struct forge_drawing drawing;
	const struct forge_fields *exif; /* NULL: without this block */
	const struct forge_fields *iim;
	const struct forge_fields *xmp;
	enum forge_charset iim_charset;
	enum forge_digest digest;
	bool iim_uncut; /* ignore the standard's greatest lengths */
	bool exif_little_endian;
	bool thumbnail;
	bool xmp_attributes;  /* simple values as attributes */
	size_t xmp_size;      /* pad the packet to so many bytes */
	unsigned orientation; /* EXIF's 1, 3, 6 or 8; 0: 1 */
	size_t cut_after;     /* keep so many bytes only; 0: all */
};

/* Names of all scenes, up to NULL. */
extern const char *const forge_scenes[];

/* The complete file. */
void forge_picture_make(struct forge_buf *out,
			const struct forge_picture *picture);

/* Its steps, for those who mix their own. */

/* A bare JPEG, from SOI to EOI, without any APP segment. */
void forge_scan_make(struct forge_buf *out, const struct forge_drawing *drawing,
		     unsigned orientation);
/* The thumbnail a camera would put beside it: 160 pixels wide. */
void forge_thumbnail_make(struct forge_buf *out,
			  const struct forge_drawing *drawing,
			  unsigned orientation);
/* A TIFF block; thumbnail may be NULL. */
void forge_exif_make(struct forge_buf *out, const struct forge_picture *picture,
		     const struct forge_buf *thumbnail);
/* IIM datasets, not yet in a Photoshop resource. */
void forge_iim_make(struct forge_buf *out, const struct forge_picture *picture);
/* An XMP packet. */
void forge_xmp_make(struct forge_buf *out, const struct forge_picture *picture);
/* The metadata blocks and after them what follows SOI in scan. */
void forge_join(struct forge_buf *out, const struct forge_picture *picture,
		const struct forge_buf *scan,
		const struct forge_buf *thumbnail);

/* One marker segment, head and body being at most 65,533 bytes together. */
void forge_segment(struct forge_buf *out, unsigned marker, const char *head,
		   size_t head_len, const void *body, size_t body_len);
/* One Photoshop image resource. */
void forge_resource(struct forge_buf *out, unsigned id, const void *body,
		    size_t body_len);

/* The next number of a sequence that its first state determines. */
uint64_t forge_next(uint64_t *state);

/* A date taken apart; what it does not say is empty. */
struct forge_date {
	char year[5], month[3], day[3];
	char time[9];      /* "14:03:22" */
	char subsecond[4]; /* "45" */
	char offset[7];    /* "+02:00" */
};

void forge_date_read(struct forge_date *date, const char *text);

/* The value of "2.8" times scale; stops at what is no number. */
long forge_decimal(const char *text, long scale);

#endif
