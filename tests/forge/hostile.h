/* SPDX-License-Identifier: MIT */
/*
 * Files that mean harm, or might: for each reader to go through without a
 * crash, a hang or a flood of memory.
 */
#ifndef FORGE_HOSTILE_H
#define FORGE_HOSTILE_H

#include <stdbool.h>

#include "forge/buf.h"

struct forge_hostile {
	const char *name; /* a file's name, saying what is wrong */
	bool sound; /* must be read in spite of it; others may be refused */
	void (*make)(struct forge_buf *out);
};

/* Ends with a NULL name. */
extern const struct forge_hostile forge_hostiles[];

/* The pieces, by what they attack. */
void forge_bad_exif_loop(struct forge_buf *out);
void forge_bad_exif_entries(struct forge_buf *out);
void forge_bad_exif_counts(struct forge_buf *out);
void forge_bad_exif_wrapping_size(struct forge_buf *out);
void forge_bad_exif_shared_value(struct forge_buf *out);
void forge_bad_exif_makernotes(struct forge_buf *out);
void forge_bad_exif_utf8_type(struct forge_buf *out);
void forge_bad_exif_thumbnail(struct forge_buf *out);
void forge_bad_exif_zero_rationals(struct forge_buf *out);
void forge_bad_exif_cut(struct forge_buf *out);

void forge_bad_xmp_laughs(struct forge_buf *out);
void forge_bad_xmp_doctype(struct forge_buf *out);
void forge_bad_xmp_nested(struct forge_buf *out);
void forge_bad_xmp_sidecar(struct forge_buf *out);
void forge_bad_xmp_extended(struct forge_buf *out);
void forge_bad_xmp_extended_length(struct forge_buf *out);
void forge_bad_xmp_not_closed(struct forge_buf *out);
void forge_bad_xmp_long_names(struct forge_buf *out);
void forge_bad_xmp_many_names(struct forge_buf *out);
void forge_bad_xmp_repeats(struct forge_buf *out);

void forge_bad_iim_extended_length(struct forge_buf *out);
void forge_bad_iim_length_of_length(struct forge_buf *out);
void forge_bad_iim_past_end(struct forge_buf *out);
void forge_bad_iim_charset(struct forge_buf *out);
void forge_bad_resource_size(struct forge_buf *out);
void forge_bad_resource_name(struct forge_buf *out);

void forge_bad_png_packed(struct forge_buf *out);
void forge_bad_png_lengths(struct forge_buf *out);
void forge_bad_png_many_chunks(struct forge_buf *out);
void forge_bad_png_profile(struct forge_buf *out);
void forge_bad_tiff_loop(struct forge_buf *out);
void forge_bad_tiff_chain(struct forge_buf *out);
void forge_bad_tiff_entries(struct forge_buf *out);
void forge_bad_tiff_lengths(struct forge_buf *out);
void forge_bad_tiff_strips(struct forge_buf *out);
void forge_bad_webp_lengths(struct forge_buf *out);
void forge_bad_webp_many_chunks(struct forge_buf *out);
void forge_bad_heif_nested(struct forge_buf *out);
void forge_bad_heif_counts(struct forge_buf *out);
void forge_bad_heif_properties(struct forge_buf *out);
void forge_bad_gif_sub_blocks(struct forge_buf *out);
void forge_bad_gif_extensions(struct forge_buf *out);
void forge_bad_gif_blocks(struct forge_buf *out);
void forge_bad_trailer_afcp(struct forge_buf *out);
void forge_bad_trailer_fotostation(struct forge_buf *out);
void forge_bad_mpf(struct forge_buf *out);

/* A small decodable picture, from behind SOI on. */
void forge_put_picture(struct forge_buf *out);

#endif
