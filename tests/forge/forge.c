/* SPDX-License-Identifier: MIT */
/*
 * Puts the blocks of a JPEG file together, in the order Photoshop writes them:
 * EXIF, Photoshop resources with IIM, XMP, then the picture. A file without
 * EXIF begins with a JFIF segment, as JPEG libraries write it.
 */
#include "forge/forge.h"

#include <string.h>

#include "forge/md5.h"

#define SEGMENT_MAX 65533

void forge_segment(struct forge_buf *out, unsigned marker, const char *head,
		   size_t head_len, const void *body, size_t body_len)
{
	if (head_len + body_len > SEGMENT_MAX)
		forge_die("does not fit into a segment", head);
	forge_put_u16be(out, marker);
	forge_put_u16be(out, (unsigned)(head_len + body_len + 2));
	forge_put(out, head, head_len);
	forge_put(out, body, body_len);
}

void forge_resource(struct forge_buf *out, unsigned id, const void *body,
		    size_t body_len)
{
	forge_put_text(out, "8BIM");
	forge_put_u16be(out, id);
	/* An empty name: its length, and one byte to make that even. */
	forge_put_u16be(out, 0);
	forge_put_u32be(out, (uint32_t)body_len);
	forge_put(out, body, body_len);
	forge_put_fill(out, 0, body_len % 2);
}

static void put_jfif(struct forge_buf *out)
{
	static const char body[] = { 1, 1, 0, 0, 1, 0, 1, 0, 0 };

	forge_segment(out, 0xffe0, "JFIF", 5, body, sizeof(body));
}

static void put_exif(struct forge_buf *out, const struct forge_picture *picture,
		     const struct forge_buf *thumbnail)
{
	struct forge_buf tiff = { 0 };

	forge_exif_make(&tiff, picture, thumbnail);
	forge_segment(out, 0xffe1, "Exif\0", 6, tiff.data, tiff.len);
	forge_buf_release(&tiff);
}

static void put_iim(struct forge_buf *out, const struct forge_picture *picture)
{
	struct forge_buf iim = { 0 }, resources = { 0 };
	uint8_t digest[16];

	forge_iim_make(&iim, picture);
	forge_resource(&resources, 0x0404, iim.data, iim.len);
	forge_md5(iim.data, iim.len, digest);
	if (picture->digest == FORGE_STALE_DIGEST)
		digest[0] ^= 0xff;
	if (picture->digest != FORGE_NO_DIGEST)
		forge_resource(&resources, 0x0425, digest, sizeof(digest));
	forge_segment(out, 0xffed, "Photoshop 3.0", 14, resources.data,
		      resources.len);
	forge_buf_release(&resources);
	forge_buf_release(&iim);
}

static void put_xmp(struct forge_buf *out, const struct forge_picture *picture)
{
	struct forge_buf packet = { 0 };

	forge_xmp_make(&packet, picture);
	forge_segment(out, 0xffe1, "http://ns.adobe.com/xap/1.0/", 29,
		      packet.data, packet.len);
	forge_buf_release(&packet);
}

void forge_join(struct forge_buf *out, const struct forge_picture *picture,
		const struct forge_buf *scan, const struct forge_buf *thumbnail)
{
	forge_put_u16be(out, 0xffd8);
	if (picture->exif)
		put_exif(out, picture, thumbnail);
	else
		put_jfif(out);
	if (picture->iim)
		put_iim(out, picture);
	if (picture->xmp)
		put_xmp(out, picture);
	forge_put(out, scan->data + 2, scan->len - 2);
}

void forge_picture_make(struct forge_buf *out,
			const struct forge_picture *picture)
{
	struct forge_buf scan = { 0 }, thumbnail = { 0 };

	forge_scan_make(&scan, &picture->drawing, picture->orientation);
	if (picture->thumbnail)
		forge_thumbnail_make(&thumbnail, &picture->drawing,
				     picture->orientation);
	forge_join(out, picture, &scan, &thumbnail);
	if (picture->cut_after && picture->cut_after < out->len)
		out->len = picture->cut_after;
	forge_buf_release(&thumbnail);
	forge_buf_release(&scan);
}
