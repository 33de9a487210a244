/* SPDX-License-Identifier: MIT */
/*
 * EXIF 2.32 as a camera writes it and an agency's software completes it: the
 * first directory, EXIF, GPS, and the thumbnail's. Each directory is followed
 * by its long values, the thumbnail comes last.
 */
#include <stdio.h>
#include <string.h>

#include "forge/ifd.h"

/* "1/500", "2.8", "200". */
static void add_number(struct forge_ifd *d, unsigned tag, const char *text)
{
	const char *slash;

	if (!text)
		return;
	slash = strchr(text, '/');
	if (slash)
		forge_ifd_rational(d, tag, (uint32_t)forge_decimal(text, 1),
				   (uint32_t)forge_decimal(slash + 1, 1));
	else
		forge_ifd_rational(d, tag, (uint32_t)forge_decimal(text, 10),
				   10);
}

static void add_resolution(struct forge_ifd *d)
{
	forge_ifd_rational(d, 0x011a, 300, 1);
	forge_ifd_rational(d, 0x011b, 300, 1);
	forge_ifd_short(d, 0x0128, 2);
}

/* Artist: the names joined as the Metadata Working Group has it. */
static void add_artist(struct forge_ifd *d, const char *const *names)
{
	struct forge_buf text = { 0 };

	if (!names[0])
		return;
	for (size_t i = 0; names[i]; i++) {
		forge_put_text(&text, i ? "; " : "");
		forge_put_text(&text, names[i]);
	}
	forge_put_u8(&text, 0);
	forge_ifd_add(d, 0x013b, FORGE_ASCII, (uint32_t)text.len, &text);
	forge_buf_release(&text);
}

/* A date as EXIF writes it, or nothing if its day is not known. */
static const char *exif_date(char text[20], const char *value)
{
	struct forge_date d;

	if (!value)
		return NULL;
	forge_date_read(&d, value);
	if (!d.day[0])
		return NULL;
	snprintf(text, 20, "%s:%s:%s %s", d.year, d.month, d.day,
		 d.time[0] ? d.time : "00:00:00");
	return text;
}

static const char *clock_of(const struct forge_fields *f)
{
	return f->captured ? f->captured : f->date;
}

static void fill_first(struct forge_ifd *d, const struct forge_picture *picture)
{
	const struct forge_fields *f = picture->exif;
	char text[20];

	forge_ifd_text(d, 0x010e, f->caption);
	forge_ifd_text(d, 0x010f, f->make);
	forge_ifd_text(d, 0x0110, f->model);
	forge_ifd_short(d, 0x0112,
			picture->orientation ? picture->orientation : 1);
	add_resolution(d);
	forge_ifd_text(d, 0x0131, f->software);
	forge_ifd_text(d, 0x0132, exif_date(text, clock_of(f)));
	add_artist(d, f->by_lines);
	forge_ifd_short(d, 0x0213, 1);
	forge_ifd_text(d, 0x8298, f->copyright);
	forge_ifd_long(d, 0x8769, 0);
	if (f->gps)
		forge_ifd_long(d, 0x8825, 0);
}

static void fill_dates(struct forge_ifd *d, const struct forge_fields *f)
{
	struct forge_date date = { 0 };
	char text[20];

	if (!exif_date(text, clock_of(f)))
		return;
	forge_date_read(&date, clock_of(f));
	forge_ifd_text(d, 0x9003, text);
	forge_ifd_text(d, 0x9004, text);
	forge_ifd_text(d, 0x9010, date.offset);
	forge_ifd_text(d, 0x9011, date.offset);
	forge_ifd_text(d, 0x9012, date.offset);
}

static void fill_exif(struct forge_ifd *d, const struct forge_picture *picture)
{
	const struct forge_fields *f = picture->exif;
	const struct forge_drawing *drawing = &picture->drawing;
	uint32_t size[2] = { drawing->width_px ? drawing->width_px : 480,
			     drawing->height_px ? drawing->height_px : 320 };
	bool side = picture->orientation == 6 || picture->orientation == 8;
	struct forge_date date = { 0 };

	if (clock_of(f))
		forge_date_read(&date, clock_of(f));
	add_number(d, 0x829a, f->exposure);
	add_number(d, 0x829d, f->f_number);
	if (f->exposure)
		forge_ifd_short(d, 0x8822, 1);
	if (f->iso)
		forge_ifd_short(d, 0x8827, (unsigned)forge_decimal(f->iso, 1));
	forge_ifd_bytes(d, 0x9000, FORGE_UNDEFINED, "0232", 4);
	fill_dates(d, f);
	forge_ifd_bytes(d, 0x9101, FORGE_UNDEFINED, "\1\2\3\0", 4);
	if (f->exposure)
		forge_ifd_short(d, 0x9209, 16);
	add_number(d, 0x920a, f->focal_length);
	forge_ifd_text(d, 0x9291, date.subsecond);
	forge_ifd_bytes(d, 0xa000, FORGE_UNDEFINED, "0100", 4);
	forge_ifd_short(d, 0xa001, 1);
	forge_ifd_long(d, 0xa002, size[side]);
	forge_ifd_long(d, 0xa003, size[!side]);
	forge_ifd_text(d, 0xa431, f->serial);
	forge_ifd_text(d, 0xa434, f->lens);
}

/* Degrees, minutes and seconds of a decimal angle. */
static void add_angle(struct forge_ifd *d, unsigned tag, const char *text,
		      const char *letters)
{
	long angle = forge_decimal(text, 1000000);
	uint32_t left = (uint32_t)(angle < 0 ? -angle : angle);
	const uint32_t numbers[6] = { left / 1000000,
				      1,
				      left % 1000000 * 60 / 1000000,
				      1,
				      (uint32_t)((uint64_t)left * 60 % 1000000 *
						 60 / 1000),
				      1000 };
	const char letter[2] = { letters[angle < 0], 0 };

	forge_ifd_text(d, tag, letter);
	forge_ifd_rationals(d, tag + 1, numbers, 3);
}

static void add_gps_time(struct forge_ifd *d, const char *time)
{
	const uint32_t numbers[6] = { (uint32_t)forge_decimal(time, 1),     1,
				      (uint32_t)forge_decimal(time + 3, 1), 1,
				      (uint32_t)forge_decimal(time + 6, 1), 1 };

	forge_ifd_rationals(d, 7, numbers, 3);
}

static void fill_gps(struct forge_ifd *d, const struct forge_fields *f)
{
	const char *comma = strchr(f->gps, ',');
	struct forge_date date = { 0 };
	char day[20];

	if (!comma)
		forge_die("needs latitude, longitude", f->gps);
	forge_ifd_bytes(d, 0, FORGE_BYTE, "\2\3\0\0", 4);
	add_angle(d, 1, f->gps, "NS");
	add_angle(d, 3, comma + 1 + strspn(comma + 1, " "), "EW");
	if (f->gps_altitude) {
		forge_ifd_bytes(d, 5, FORGE_BYTE, "", 1);
		add_number(d, 6, f->gps_altitude);
	}
	if (f->gps_time) {
		forge_date_read(&date, f->gps_time);
		add_gps_time(d, date.time);
	}
	forge_ifd_text(d, 0x12, "WGS-84");
	if (f->gps_time) {
		snprintf(day, sizeof(day), "%s:%s:%s", date.year, date.month,
			 date.day);
		forge_ifd_text(d, 0x1d, day);
	}
}

static void fill_thumbnail(struct forge_ifd *d, size_t size)
{
	forge_ifd_short(d, 0x0103, 6);
	add_resolution(d);
	forge_ifd_long(d, 0x0201, 0);
	forge_ifd_long(d, 0x0202, (uint32_t)size);
}

void forge_exif_make(struct forge_buf *out, const struct forge_picture *picture,
		     const struct forge_buf *thumbnail)
{
	enum {
		FIRST,
		EXIF,
		GPS,
		THUMBNAIL,
		COUNT
	};
	struct forge_ifd d[COUNT] = { 0 };
	size_t at[COUNT + 1] = { 8 };
	bool little = picture->exif_little_endian;
	bool with_thumbnail = thumbnail && thumbnail->len;

	for (int i = 0; i < COUNT; i++)
		d[i].little = little;
	fill_first(&d[FIRST], picture);
	fill_exif(&d[EXIF], picture);
	if (picture->exif->gps)
		fill_gps(&d[GPS], picture->exif);
	if (with_thumbnail)
		fill_thumbnail(&d[THUMBNAIL], thumbnail->len);
	for (int i = 0; i < COUNT; i++)
		at[i + 1] = at[i] + (d[i].count ? forge_ifd_size(&d[i]) : 0);
	forge_ifd_set_long(&d[FIRST], 0x8769, at[EXIF]);
	forge_ifd_set_long(&d[FIRST], 0x8825, at[GPS]);
	forge_ifd_set_long(&d[THUMBNAIL], 0x0201, at[COUNT]);
	forge_put_text(out, little ? "II" : "MM");
	forge_tiff_u16(out, little, 42);
	forge_tiff_u32(out, little, 8);
	for (int i = 0; i < COUNT; i++) {
		size_t next = i == FIRST && with_thumbnail ? at[THUMBNAIL] : 0;

		if (d[i].count)
			forge_ifd_put(out, &d[i], at[i], next);
	}
	if (with_thumbnail)
		forge_put_buf(out, thumbnail);
}
