/* SPDX-License-Identifier: MIT */
/*
 * EXIF by libexif, which is given a checked copy (exif_clean.c) and left out
 * of everything but taking it apart: values are decoded here from their bytes,
 * since its own rendering is for display.
 *
 * Text is ASCII by the standard and in practice whatever the camera or the
 * desk wrote: valid UTF-8 is taken for UTF-8, anything else for Windows-1252
 * or MacRoman, whichever suits the block's texts (base/guess.h); it ends at the
 * first NUL. Copyright may hold an editor behind that NUL.
 * UserComment begins with eight bytes that name its encoding; "UNICODE" is
 * UTF-16 in the block's byte order, in the other one by mistake of some
 * programs, and UTF-8 by that of others.
 */
#include "image/exif.h"

#include <libexif/exif-data.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/number.h"
#include "image/exif_clean.h"
#include "image/gps.h"

#define NUMBERS_MAX 16
#define CODE_LEN 8u

enum code {
	CODE_NONE,
	CODE_ASCII, /* or none that is known: see code_of() */
	CODE_UNICODE,
	CODE_JIS,
};

static void *exif_alloc(ExifLong size)
{
	return cl_alloc_zero(1, size);
}

static void *exif_realloc(void *p, ExifLong size)
{
	return cl_realloc(p, size);
}

static struct cl_str bytes_of(const ExifEntry *e)
{
	return (struct cl_str){ (const char *)e->data, e->size };
}

static void add_copyright(struct cl_record *r, struct cl_origin origin,
			  struct cl_str bytes)
{
	struct cl_str part;

	for (int i = 0; i < 2 && cl_str_split(&bytes, '\0', &part); i++)
		cl_record_add_guessed(r, origin, part);
}

/* Which byte order UTF-16 text is in: its mark, or where the NULs are, since
 * most characters are Latin; the block's when that tells nothing. */
static enum cl_encoding utf16_order(struct cl_str s, bool big)
{
	size_t zeros[2] = { 0, 0 };

	if (cl_str_starts(s, CL_STR("\xFF\xFE")))
		return CL_ENC_UTF16LE;
	if (cl_str_starts(s, CL_STR("\xFE\xFF")))
		return CL_ENC_UTF16BE;
	for (size_t i = 0; i < s.len; i++)
		zeros[i % 2] += s.ptr[i] == 0;
	if (zeros[0] == zeros[1])
		return big ? CL_ENC_UTF16BE : CL_ENC_UTF16LE;
	return zeros[0] > zeros[1] ? CL_ENC_UTF16BE : CL_ENC_UTF16LE;
}

/* Cut at the first NUL character. */
static struct cl_str until_nul16(struct cl_str s)
{
	for (size_t i = 0; i + 1 < s.len; i += 2)
		if (s.ptr[i] == 0 && s.ptr[i + 1] == 0)
			return cl_str_sub(s, 0, i);
	return s;
}

static struct cl_str until_nul(struct cl_str s)
{
	return cl_str_sub(s, 0, cl_str_find_char(s, '\0', 0));
}

static void add_utf16(struct cl_record *r, struct cl_origin origin,
		      struct cl_str s, bool big)
{
	enum cl_encoding order = utf16_order(s, big);

	if (cl_str_starts(s, CL_STR("\xFF\xFE")) ||
	    cl_str_starts(s, CL_STR("\xFE\xFF")))
		s = cl_str_sub(s, 2, s.len);
	cl_record_add(r, origin, until_nul16(s), order);
}

/* Only NULs or blanks from at to the code's eighth byte. */
static bool is_blank(struct cl_str s, size_t at)
{
	for (; at < CODE_LEN; at++)
		if (at >= s.len || (s.ptr[at] != '\0' && s.ptr[at] != ' '))
			return false;
	return true;
}

/* Which of the codes stands before a comment. Blanks may stand for its NULs;
 * and what follows a NUL in it may be anything (Canon's ZoomBrowser). */
static enum code code_of(struct cl_str s)
{
	if (s.len < CODE_LEN)
		return CODE_NONE;
	if (cl_str_starts_nocase(s, CL_STR("UNICODE")) && is_blank(s, 7))
		return CODE_UNICODE;
	if (cl_str_starts(s, CL_STR("JIS")) && is_blank(s, 3))
		return CODE_JIS;
	if (cl_str_starts_nocase(s, CL_STR("ASCII")) &&
	    (s.ptr[5] == '\0' || is_blank(s, 5)))
		return CODE_ASCII;
	return s.ptr[0] == '\0' || is_blank(s, 0) ? CODE_ASCII : CODE_NONE;
}

static void add_comment(struct cl_record *r, struct cl_origin origin,
			struct cl_str s, bool big)
{
	enum code code = code_of(s);

	if (code != CODE_NONE)
		s = cl_str_sub(s, CODE_LEN, s.len);
	if (code == CODE_UNICODE && s.len > 0 &&
	    (memchr(s.ptr, 0, s.len) || !cl_utf8_valid(s)))
		add_utf16(r, origin, s, big);
	else if (code != CODE_JIS || cl_utf8_is_ascii(s))
		cl_record_add_guessed(r, origin, until_nul(s));
	else
		cl_record_warn(r, "%s is in JIS, which is not read",
			       origin.name);
}

static void put_int(struct cl_buf *out, int64_t n)
{
	char text[CL_NUMBER_MAX];

	cl_buf_add(out, text, cl_int_write(n, text));
}

static void put_ratio(struct cl_buf *out, int64_t n, int64_t d)
{
	put_int(out, n);
	cl_buf_add_char(out, '/');
	put_int(out, d);
}

static void put_number(struct cl_buf *out, const ExifEntry *e, const uint8_t *p,
		       ExifByteOrder order)
{
	ExifRational r;
	ExifSRational sr;

	switch (e->format) {
	case EXIF_FORMAT_SHORT:
		put_int(out, exif_get_short(p, order));
		break;
	case EXIF_FORMAT_SSHORT:
		put_int(out, exif_get_sshort(p, order));
		break;
	case EXIF_FORMAT_LONG:
		put_int(out, exif_get_long(p, order));
		break;
	case EXIF_FORMAT_SLONG:
		put_int(out, exif_get_slong(p, order));
		break;
	case EXIF_FORMAT_RATIONAL:
		r = exif_get_rational(p, order);
		put_ratio(out, r.numerator, r.denominator);
		break;
	case EXIF_FORMAT_SRATIONAL:
		sr = exif_get_srational(p, order);
		put_ratio(out, sr.numerator, sr.denominator);
		break;
	default:
		put_int(out, *p);
		break;
	}
}

static void add_numbers(struct cl_record *r, struct cl_origin origin,
			const ExifEntry *e, ExifByteOrder order)
{
	size_t size = exif_format_get_size(e->format);
	struct cl_buf list;

	cl_buf_init(&list, 1024);
	for (size_t i = 0; i < e->components && i < NUMBERS_MAX; i++) {
		if (i > 0)
			cl_buf_add_char(&list, ' ');
		put_number(&list, e, e->data + i * size, order);
	}
	r->failed |= list.failed;
	cl_record_add(r, origin, cl_buf_str(&list), CL_ENC_UTF8);
	cl_buf_release(&list);
}

static bool is_text(const ExifEntry *e)
{
	return e->format == EXIF_FORMAT_ASCII ||
	       e->format == EXIF_FORMAT_BYTE ||
	       e->format == EXIF_FORMAT_UNDEFINED;
}

static void add_entry(struct cl_record *r, const ExifEntry *e, bool gps,
		      ExifByteOrder order)
{
	const struct cl_exif_tag *tag = cl_exif_tag_find((uint16_t)e->tag, gps);
	struct cl_origin origin = { .block = r->exif_blocks };
	bool big = order == EXIF_BYTE_ORDER_MOTOROLA;

	if (!tag || !e->data || e->size == 0)
		return;
	origin.name = tag->name;
	if (tag->kind != CL_EXIF_NUMBER && !is_text(e))
		add_numbers(r, origin, e, order);
	else if (tag->kind == CL_EXIF_COPYRIGHT)
		add_copyright(r, origin, bytes_of(e));
	else if (tag->kind == CL_EXIF_COMMENT)
		add_comment(r, origin, bytes_of(e), big);
	else if (tag->kind == CL_EXIF_UTF16)
		add_utf16(r, origin, bytes_of(e), false);
	else if (tag->kind == CL_EXIF_TEXT || e->format == EXIF_FORMAT_ASCII)
		cl_record_add_guessed(r, origin, until_nul(bytes_of(e)));
	else
		add_numbers(r, origin, e, order);
}

/* The same tag in the main directory and the Exif one stands once. */
static bool is_repeated(const ExifData *data, ExifIfd ifd, const ExifEntry *e)
{
	return ifd == EXIF_IFD_EXIF &&
	       exif_content_get_entry(data->ifd[EXIF_IFD_0], e->tag);
}

static void add_entries(struct cl_record *r, const ExifData *data, ExifIfd ifd,
			ExifByteOrder order)
{
	const ExifContent *content = data->ifd[ifd];

	for (unsigned i = 0; i < content->count; i++)
		if (!is_repeated(data, ifd, content->entries[i]))
			add_entry(r, content->entries[i], ifd == EXIF_IFD_GPS,
				  order);
}

/* What texts are in that do not say so, by all of them. */
static void judge(struct cl_record *r, const ExifData *data)
{
	struct cl_evidence e = { 0, 0 };

	for (int ifd = EXIF_IFD_0; ifd <= EXIF_IFD_EXIF; ifd++) {
		const ExifContent *content = data->ifd[ifd];

		for (unsigned i = 0; i < content->count; i++) {
			const ExifEntry *entry = content->entries[i];

			if (entry->format == EXIF_FORMAT_ASCII && entry->data)
				cl_evidence_add(&e, until_nul(bytes_of(entry)));
		}
	}
	cl_record_judge(r, &e, "EXIF");
}

static void set_orientation(struct cl_record *r, const ExifData *data,
			    ExifByteOrder order)
{
	const ExifEntry *e = exif_content_get_entry(data->ifd[EXIF_IFD_0],
						    EXIF_TAG_ORIENTATION);
	unsigned value = 0;

	if (e && e->format == EXIF_FORMAT_SHORT && e->size >= 2)
		value = exif_get_short(e->data, order);
	else if (e && e->format == EXIF_FORMAT_LONG && e->size >= 4)
		value = exif_get_long(e->data, order);
	else if (e && e->format == EXIF_FORMAT_BYTE && e->size >= 1)
		value = e->data[0];
	if (value >= 1 && value <= 8)
		r->image.orientation = value;
}

/* libexif says nothing when an allocation fails, but it must hold what the
 * copy holds. */
static bool is_complete(const ExifData *data, const struct cl_exif_clean *c)
{
	return data->ifd[EXIF_IFD_0]->count == c->count[CL_EXIF_DIR_MAIN] &&
	       data->ifd[EXIF_IFD_EXIF]->count == c->count[CL_EXIF_DIR_EXIF] &&
	       data->ifd[EXIF_IFD_GPS]->count == c->count[CL_EXIF_DIR_GPS];
}

static ExifData *load(const struct cl_exif_clean *c)
{
	ExifMem *mem = exif_mem_new(exif_alloc, exif_realloc, cl_free);
	ExifData *data = mem ? exif_data_new_mem(mem) : NULL;

	if (mem)
		exif_mem_unref(mem);
	if (!data)
		return NULL;
	exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
	exif_data_unset_option(data, EXIF_DATA_OPTION_IGNORE_UNKNOWN_TAGS);
	exif_data_load_data(data, (const unsigned char *)c->block.data,
			    (unsigned)c->block.len);
	return data;
}

static void take(struct cl_record *r, const struct cl_exif_clean *c)
{
	ExifData *data = load(c);
	ExifByteOrder order;

	if (data && is_complete(data, c)) {
		order = exif_data_get_byte_order(data);
		judge(r, data);
		add_entries(r, data, EXIF_IFD_0, order);
		add_entries(r, data, EXIF_IFD_EXIF, order);
		add_entries(r, data, EXIF_IFD_GPS, order);
		if (r->exif_blocks == 0) {
			set_orientation(r, data, order);
			cl_gps_set(r, data->ifd[EXIF_IFD_GPS], order);
		}
	} else {
		r->failed = true;
	}
	exif_data_unref(data);
}

void cl_exif_read(struct cl_record *r, struct cl_source *s)
{
	struct cl_exif_clean c;

	if (!cl_exif_clean(&c, r, s))
		cl_record_warn(r, "the EXIF block does not begin as one");
	else if (!r->failed)
		take(r, &c);
	cl_exif_clean_release(&c);
	r->exif_blocks++;
}
