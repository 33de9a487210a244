/* SPDX-License-Identifier: MIT */
/*
 * The second directory of an EXIF block describes the thumbnail: tag 0x0103
 * its compression (6, JPEG), 0x0201 where it begins, 0x0202 its length. What
 * makes it one of another picture, or of another state of this one, is told
 * here; what counts as such stands in include/cutline/image.h.
 */
#include "image/thumbnail_embedded.h"

#include "image/ifd.h"
#include "image/thumbnail_edge.h"

/* No EXIF block holds more. */
#define JPEG_MAX ((size_t)128 << 10)

enum {
	TAG_COMPRESSION = 0x0103,
	TAG_ORIENTATION = 0x0112,
	TAG_OFFSET = 0x0201,
	TAG_LENGTH = 0x0202,
	JPEG_COMPRESSION = 6,
};

static unsigned orientation_of(const struct cl_tiff *t,
			       const struct cl_ifd *ifd)
{
	uint32_t value = cl_ifd_number(t, cl_ifd_find(ifd, TAG_ORIENTATION), 0);

	return value <= 8 ? value : 0;
}

/* The thumbnail's bytes; none when there are none, it is no JPEG, or it lies
 * another way than the picture. */
static struct cl_str find_jpeg(const struct cl_tiff *t, struct cl_str exif,
			       const struct cl_ifd *ifd, unsigned orientation)
{
	uint32_t coding =
		cl_ifd_number(t, cl_ifd_find(ifd, TAG_COMPRESSION), 0);
	uint32_t at = cl_ifd_number(t, cl_ifd_find(ifd, TAG_OFFSET), 0);
	uint32_t len = cl_ifd_number(t, cl_ifd_find(ifd, TAG_LENGTH), 0);
	unsigned lies = orientation_of(t, ifd);

	if ((coding != 0 && coding != JPEG_COMPRESSION) ||
	    (lies != 0 && orientation != 0 && lies != orientation) ||
	    at >= exif.len || len > exif.len - at)
		return (struct cl_str){ 0 };
	return cl_str_sub(exif, at, (size_t)at + len);
}

static void read_block(struct cl_embedded *e, struct cl_str exif)
{
	struct cl_source s;
	struct cl_tiff t;
	struct cl_ifd ifd;
	uint32_t first;
	uint32_t next;

	cl_source_memory(&s, exif);
	if (!cl_tiff_open(&t, &s, 42, &first) || !cl_ifd_read(&t, first, &ifd))
		return;
	e->orientation = orientation_of(&t, &ifd);
	next = ifd.next;
	if (next == 0 || next == first || !cl_ifd_read(&t, next, &ifd))
		return;
	e->usable = cl_thumbnail_strip(
		find_jpeg(&t, exif, &ifd, e->orientation), &e->jpeg, &e->frame);
}

/* Sides are in proportion up to two parts of a hundred: thumbnails are rounded
 * to whole pixels, and by some programs to whole blocks. */
static bool is_of_shape(const struct cl_thumbnail_frame *frame,
			const struct cl_thumbnail_head *head)
{
	int64_t a = (int64_t)frame->width * head->height;
	int64_t b = (int64_t)frame->height * head->width;
	int64_t apart = a > b ? a - b : b - a;

	return apart * 50 <= a && frame->width <= head->width &&
	       frame->components == head->components;
}

static bool is_large_enough(const struct cl_thumbnail_frame *frame,
			    const struct cl_thumbnail_head *head, uint32_t side)
{
	uint32_t has =
		frame->width > frame->height ? frame->width : frame->height;
	uint32_t whole =
		head->width > head->height ? head->width : head->height;

	return has >= side || has == whole;
}

/* Eight lines of the picture are fewer of the thumbnail. */
static bool shows_the_picture(const struct cl_embedded *e, struct cl_source *s,
			      const struct cl_thumbnail_head *head)
{
	double lines = 8.0 * e->frame.height / head->height;
	struct cl_edge ours;
	struct cl_edge theirs;
	struct cl_source jpeg;

	cl_source_memory(&jpeg, cl_buf_str(&e->jpeg));
	return cl_edge_read(&theirs, &jpeg, lines) &&
	       cl_edge_read(&ours, s, 8) && cl_edge_agree(&ours, &theirs);
}

void cl_embedded_read(struct cl_embedded *e, struct cl_source *s,
		      const struct cl_thumbnail_head *head, uint32_t side)
{
	const uint8_t *p = NULL;

	*e = (struct cl_embedded){ 0 };
	cl_buf_init(&e->jpeg, JPEG_MAX);
	if (head->exif_len > 0)
		p = cl_source_get(s, head->exif_at, head->exif_len);
	if (p)
		read_block(e,
			   (struct cl_str){ (const char *)p, head->exif_len });
	e->usable = e->usable && !e->jpeg.failed && head->sequential &&
		    is_of_shape(&e->frame, head) &&
		    is_large_enough(&e->frame, head, side) &&
		    shows_the_picture(e, s, head);
}

void cl_embedded_release(struct cl_embedded *e)
{
	cl_buf_release(&e->jpeg);
}
