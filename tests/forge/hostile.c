/* SPDX-License-Identifier: MIT */
/* The table, and what attacks the JPEG itself or those who show its texts. */
#include "forge/hostile.h"

#include "forge/forge.h"

void forge_put_picture(struct forge_buf *out)
{
	static const struct forge_drawing drawing = { .scene = "sea",
						      .width_px = 48,
						      .height_px = 32 };
	struct forge_buf scan = { 0 };

	forge_scan_make(&scan, &drawing, 1);
	forge_put(out, scan.data + 2, scan.len - 2);
	forge_buf_release(&scan);
}

static void nothing(struct forge_buf *out)
{
	(void)out;
}

static void soi_only(struct forge_buf *out)
{
	forge_put_u16be(out, 0xffd8);
}

static void garbage(struct forge_buf *out)
{
	uint32_t state = 1;

	forge_put_u16be(out, 0xffd8);
	forge_segment(out, 0xffe0, "JFIF", 5, "\1\1\0\0\1\0\1\0", 9);
	for (int i = 0; i < 4000; i++) {
		state = state * 1664525 + 1013904223;
		forge_put_u8(out, state >> 24);
	}
}

static void short_lengths(struct forge_buf *out)
{
	forge_put_u16be(out, 0xffd8);
	for (unsigned i = 0; i < 2; i++) {
		forge_put_u16be(out, 0xffe1);
		forge_put_u16be(out, i);
	}
	forge_put_picture(out);
}

static void fill_bytes(struct forge_buf *out)
{
	forge_put_u16be(out, 0xffd8);
	forge_put_fill(out, 0xff, 100000);
	forge_put_picture(out);
}

static void many_segments(struct forge_buf *out)
{
	static const char xmp[] = "http://ns.adobe.com/xap/1.0/";

	forge_put_u16be(out, 0xffd8);
	for (int i = 0; i < 5000; i++)
		forge_segment(out, 0xffe1, i % 2 ? xmp : "Exif\0",
			      i % 2 ? sizeof(xmp) : 6, "MM", 2);
	forge_put_picture(out);
}

/* A frame of side by side, with the least tables a decoder starts with. */
static void put_giant(struct forge_buf *out, unsigned sof, unsigned side)
{
	static const char table[] = { 1, 0, 0, 0, 0, 0, 0, 0, 0,
				      0, 0, 0, 0, 0, 0, 0, 0 };
	bool progressive = sof == 0xffc2;

	forge_put_u16be(out, 0xffd8);
	forge_put_u16be(out, 0xffdb);
	forge_put_u16be(out, 67);
	forge_put_u8(out, 0);
	forge_put_fill(out, 1, 64);
	forge_put_u16be(out, sof);
	forge_put_u16be(out, 11);
	forge_put_u8(out, 8);
	forge_put_u16be(out, side);
	forge_put_u16be(out, side);
	forge_put(out, "\1\1\21", 4);
	forge_segment(out, 0xffc4, "\0", 1, table, sizeof(table));
	forge_segment(out, 0xffc4, "\20", 1, table, sizeof(table));
	forge_segment(out, 0xffda, progressive ? "\1\1\0\0\0" : "\1\1\0\0\77",
		      5, "", 1);
	forge_put_fill(out, 0, 16);
	forge_put_u16be(out, 0xffd9);
}

static void giant(struct forge_buf *out)
{
	put_giant(out, 0xffc0, 65535);
}

/* 65500 is the most that libjpeg takes: 4.3 gigapixels in 156 bytes. */
static void giant_decodable(struct forge_buf *out)
{
	put_giant(out, 0xffc0, 65500);
}

static void giant_progressive(struct forge_buf *out)
{
	put_giant(out, 0xffc2, 65500);
}

static void put_with_caption(struct forge_buf *out, const char *caption)
{
	const struct forge_fields fields = {
		.caption = caption,
		.by_lines = { caption },
		.city = caption,
	};
	const struct forge_picture picture = {
		.drawing = { .scene = "sea", .width_px = 48, .height_px = 32 },
		.exif = &fields,
		.iim = &fields,
		.xmp = &fields,
	};

	forge_picture_make(out, &picture);
}

/* Titles set, colours changed, a link, lines overwritten. */
static void terminal_controls(struct forge_buf *out)
{
	const struct forge_fields fields = {
		.caption = "\033]0;owned\a\033[31mred\033[0m\rover"
			   "\302\233"
			   "31m \033]8;;http://example.com\033\\link",
	};
	const struct forge_picture picture = {
		.drawing = { .scene = "sea", .width_px = 48, .height_px = 32 },
		.exif = &fields,
		.iim = &fields,
	};

	forge_picture_make(out, &picture);
}

static void markup(struct forge_buf *out)
{
	put_with_caption(out, "<script>alert(1)</script>\"'><img src=x "
			      "onerror=alert(2)>&amp;&#60;");
}

static void formula(struct forge_buf *out)
{
	put_with_caption(out, "=HYPERLINK(\"http://example.com\",\"a\")");
}

/* Right-to-left override, zero width signs, a lone combining mark. */
static void odd_characters(struct forge_buf *out)
{
	put_with_caption(out, "\314\201 gpj.\342\200\256evil \342\200\213"
			      "\357\273\277\360\237\223\267");
}

static void not_utf8(struct forge_buf *out)
{
	put_with_caption(out, "cut \303( lone \277 long \300\200 half "
			      "\355\240\200");
}

const struct forge_hostile forge_hostiles[] = {
	{ "caption-formula.jpg", true, formula },
	{ "caption-markup.jpg", true, markup },
	{ "caption-not-utf8.jpg", true, not_utf8 },
	{ "caption-odd-characters.jpg", true, odd_characters },
	{ "caption-terminal-controls.jpg", true, terminal_controls },
	{ "exif-counts.jpg", true, forge_bad_exif_counts },
	{ "exif-cut.jpg", true, forge_bad_exif_cut },
	{ "exif-entries-65535.jpg", true, forge_bad_exif_entries },
	{ "exif-loop.jpg", true, forge_bad_exif_loop },
	{ "exif-makernotes.jpg", true, forge_bad_exif_makernotes },
	{ "exif-shared-value.jpg", true, forge_bad_exif_shared_value },
	{ "exif-thumbnail-outside.jpg", true, forge_bad_exif_thumbnail },
	{ "exif-utf8-type.jpg", true, forge_bad_exif_utf8_type },
	{ "exif-wrapping-size.jpg", true, forge_bad_exif_wrapping_size },
	{ "exif-zero-rationals.jpg", true, forge_bad_exif_zero_rationals },
	{ "gif-blocks.gif", true, forge_bad_gif_blocks },
	{ "gif-extensions.gif", true, forge_bad_gif_extensions },
	{ "gif-sub-blocks.gif", true, forge_bad_gif_sub_blocks },
	{ "heif-counts.heic", true, forge_bad_heif_counts },
	{ "heif-nested.heic", true, forge_bad_heif_nested },
	{ "heif-properties.heic", true, forge_bad_heif_properties },
	{ "iim-charset.jpg", true, forge_bad_iim_charset },
	{ "iim-extended-length.jpg", true, forge_bad_iim_extended_length },
	{ "iim-length-of-length.jpg", true, forge_bad_iim_length_of_length },
	{ "iim-past-end.jpg", true, forge_bad_iim_past_end },
	{ "jpeg-empty.jpg", false, nothing },
	{ "jpeg-fill-bytes.jpg", true, fill_bytes },
	{ "jpeg-garbage.jpg", false, garbage },
	{ "jpeg-giant-decodable.jpg", false, giant_decodable },
	{ "jpeg-giant-progressive.jpg", false, giant_progressive },
	{ "jpeg-giant.jpg", false, giant },
	{ "jpeg-many-segments.jpg", true, many_segments },
	{ "jpeg-mpf.jpg", true, forge_bad_mpf },
	{ "jpeg-short-lengths.jpg", false, short_lengths },
	{ "jpeg-soi-only.jpg", false, soi_only },
	{ "png-lengths.png", true, forge_bad_png_lengths },
	{ "png-many-chunks.png", true, forge_bad_png_many_chunks },
	{ "png-packed.png", true, forge_bad_png_packed },
	{ "png-profile.png", true, forge_bad_png_profile },
	{ "resource-name.jpg", true, forge_bad_resource_name },
	{ "resource-size.jpg", true, forge_bad_resource_size },
	{ "tiff-chain.tif", true, forge_bad_tiff_chain },
	{ "tiff-entries.tif", true, forge_bad_tiff_entries },
	{ "tiff-lengths.tif", true, forge_bad_tiff_lengths },
	{ "tiff-loop.tif", true, forge_bad_tiff_loop },
	{ "tiff-strips.tif", true, forge_bad_tiff_strips },
	{ "trailer-afcp.jpg", true, forge_bad_trailer_afcp },
	{ "trailer-fotostation.jpg", true, forge_bad_trailer_fotostation },
	{ "webp-lengths.webp", true, forge_bad_webp_lengths },
	{ "webp-many-chunks.webp", true, forge_bad_webp_many_chunks },
	{ "xmp-billion-laughs.jpg", true, forge_bad_xmp_laughs },
	{ "xmp-doctype.jpg", true, forge_bad_xmp_doctype },
	{ "xmp-extended-length.jpg", true, forge_bad_xmp_extended_length },
	{ "xmp-extended-nested.jpg", true, forge_bad_xmp_extended },
	{ "xmp-long-names.gif", true, forge_bad_xmp_long_names },
	{ "xmp-many-names.gif", true, forge_bad_xmp_many_names },
	{ "xmp-nested.jpg", true, forge_bad_xmp_nested },
	{ "xmp-nested.xmp", false, forge_bad_xmp_sidecar },
	{ "xmp-not-closed.jpg", true, forge_bad_xmp_not_closed },
	{ "xmp-repeats.gif", true, forge_bad_xmp_repeats },
	{ NULL, false, NULL },
};
