/* SPDX-License-Identifier: MIT */
/*
 * XMP keeps a coordinate as text: "40,46.764N" or "40,46,45.84N", degrees and
 * minutes, or degrees, minutes and seconds, and the direction (XMP
 * Specification part 2, "GPSCoordinate"). What strays from that is none.
 */
#include "photo/position.h"

#include <string.h>

#include "base/str.h"

/* A decimal number without sign; false when there is anything else. */
static bool read_number(struct cl_str s, double *out)
{
	double scale = 1;
	bool point = false;

	*out = 0;
	if (s.len == 0 || s.len > 20)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '.' && !point) {
			point = true;
			continue;
		}
		if (!cl_is_digit(s.ptr[i]))
			return false;
		*out = *out * 10 + (s.ptr[i] - '0');
		scale *= point ? 10 : 1;
	}
	*out /= scale;
	return s.len > 1 || !point;
}

/* The first of the directions counts positive, the second negative. */
static bool read_coordinate(const char *text, const char *directions,
			    double limit, double *out)
{
	struct cl_str s = cl_str_trim(cl_str_from(text));
	struct cl_str part;
	double unit = 1;
	char last;

	if (s.len == 0)
		return false;
	last = s.ptr[--s.len];
	if (last != directions[0] && last != directions[1])
		return false;
	*out = 0;
	for (int parts = 0; cl_str_split(&s, ',', &part); parts++) {
		double number;

		if (parts == 3 || !read_number(part, &number) ||
		    (parts > 0 && number >= 60))
			return false;
		*out += number / unit;
		unit *= 60;
	}
	if (last == directions[1])
		*out = -*out;
	return *out >= -limit && *out <= limit;
}

bool cl_position_find(const struct cutline_image *image,
		      struct cl_position *out)
{
	static const char *const origin = "xmp:exif:GPSLatitude";

	*out = (struct cl_position){ .origin = "exif:GPS", .is_exif = true };
	if (image->has_gps) {
		out->latitude = image->latitude;
		out->longitude = image->longitude;
		return true;
	}
	out->origin = origin;
	out->is_exif = false;
	return read_coordinate(cutline_image_tag(image, origin), "NS", 90,
			       &out->latitude) &&
	       read_coordinate(
		       cutline_image_tag(image, "xmp:exif:GPSLongitude"), "EW",
		       180, &out->longitude);
}
