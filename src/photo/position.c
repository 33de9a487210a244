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

static bool read_pair(const struct cutline_image *image, const char *latitude,
		      const char *longitude, struct cl_position *out)
{
	out->origin = latitude;
	return read_coordinate(cutline_image_tag(image, latitude), "NS", 90,
			       &out->latitude) &&
	       read_coordinate(cutline_image_tag(image, longitude), "EW", 180,
			       &out->longitude);
}

size_t cl_position_find(const struct cutline_image *image,
			struct cl_position out[CL_POSITIONS_MAX])
{
	size_t count = 0;

	memset(out, 0, CL_POSITIONS_MAX * sizeof(*out));
	if (image->has_gps) {
		out[count].origin = "exif:GPS";
		out[count].latitude = image->latitude;
		out[count++].longitude = image->longitude;
	}
	count += read_pair(image, "xmp:exif:GPSLatitude",
			   "xmp:exif:GPSLongitude", &out[count]);
	out[count].level = 1;
	count += read_pair(image, "xmp:Iptc4xmpExt:LocationCreatedGPSLatitude",
			   "xmp:Iptc4xmpExt:LocationCreatedGPSLongitude",
			   &out[count]);
	if (count == CL_POSITIONS_MAX || image->sidecar_count == 0)
		return count;
	out[count].level = 0;
	out[count].is_sidecar = true;
	if (read_pair(image, "sidecar:xmp:exif:GPSLatitude",
		      "sidecar:xmp:exif:GPSLongitude", &out[count]))
		out[count++].origin = "xmp:exif:GPSLatitude";
	return count;
}

static bool are_apart(double a, double b)
{
	static const double near = 0.01; /* degrees: about a kilometre */

	return a - b > near || b - a > near;
}

enum cutline_difference cl_positions_differ(const struct cl_candidate *a,
					    const struct cl_candidate *b)
{
	return are_apart(a->latitude, b->latitude) ||
			       are_apart(a->longitude, b->longitude)
		       ? CUTLINE_DIFFERENCE_REAL
		       : CUTLINE_DIFFERENCE_NONE;
}
