/* SPDX-License-Identifier: MIT */
/*
 * The position in EXIF's GPS directory: degrees, minutes and seconds as
 * rationals, and a letter for the half of the globe. Without the letter, or
 * with a denominator of zero for the degrees, there is no position: guessing
 * north and east would put half the world's pictures wrongly. "0/0" is what
 * phones write that have no position; for minutes or seconds it counts as
 * zero.
 */
#include "image/gps.h"

#include <math.h>

/* One rational as a number; false for a denominator of zero or a type that is
 * no rational. */
static bool number_at(const ExifEntry *e, size_t i, ExifByteOrder order,
		      double *out)
{
	ExifRational r;
	ExifSRational sr;

	if ((i + 1) * 8 > e->size)
		return false;
	if (e->format == EXIF_FORMAT_RATIONAL) {
		r = exif_get_rational(e->data + 8 * i, order);
		if (r.denominator == 0)
			return false;
		*out = (double)r.numerator / (double)r.denominator;
		return true;
	}
	if (e->format != EXIF_FORMAT_SRATIONAL)
		return false;
	sr = exif_get_srational(e->data + 8 * i, order);
	if (sr.denominator == 0)
		return false;
	*out = (double)sr.numerator / (double)sr.denominator;
	return true;
}

static bool degrees(const ExifEntry *e, ExifByteOrder order, double *out)
{
	double part;

	if (!number_at(e, 0, order, out))
		return false;
	if (number_at(e, 1, order, &part))
		*out += part / 60;
	if (number_at(e, 2, order, &part))
		*out += part / 3600;
	return true;
}

/* Nothing but zeros, denominators too: a place kept for a position that never
 * came. */
static bool is_empty(const ExifEntry *e)
{
	for (unsigned i = 0; i < e->size; i++)
		if (e->data[i] != 0)
			return false;
	return true;
}

/* The letter's sign: 1 for plus, -1 for minus, 0 when it is neither. */
static int sign(const ExifEntry *ref, char plus, char minus)
{
	char letter = '\0';

	if (ref && ref->size > 0)
		letter = cl_to_lower((char)ref->data[0]);
	if (letter == plus)
		return 1;
	return letter == minus ? -1 : 0;
}

/* libexif names these only by number: they are GPS tags 1 to 4. */
static ExifEntry *entry(ExifContent *gps, int tag)
{
	return exif_content_get_entry(gps, (ExifTag)tag);
}

void cl_gps_set(struct cl_record *r, ExifContent *gps, ExifByteOrder order)
{
	const ExifEntry *lat = entry(gps, 2);
	const ExifEntry *lon = entry(gps, 4);
	int lat_sign = sign(entry(gps, 1), 'n', 's');
	int lon_sign = sign(entry(gps, 3), 'e', 'w');
	double y = 0;
	double x = 0;

	if (!lat || !lon || (is_empty(lat) && is_empty(lon)))
		return;
	if (!degrees(lat, order, &y) || !degrees(lon, order, &x)) {
		cl_record_warn(r, "the GPS position is no number");
	} else if (!lat_sign || !lon_sign) {
		cl_record_warn(r, "the GPS position lacks N or S, E or W");
	} else if (fabs(y) > 90 || fabs(x) > 180) {
		cl_record_warn(r, "the GPS position is not on Earth");
	} else {
		r->image.has_gps = true;
		r->image.latitude = lat_sign * y;
		r->image.longitude = lon_sign * x;
	}
}
