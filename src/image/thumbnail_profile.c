/* SPDX-License-Identifier: MIT */
/*
 * Colour profiles of the kind "three-component matrix" (ICC.1:2022, 8.3.3):
 * three tone curves make values light, a matrix makes that XYZ under D50.
 * Adobe RGB and Display P3, which agencies and telephones write, are of this
 * kind. From there the inverse of sRGB's own matrix and curve lead on. What
 * lies outside sRGB is cut off, channel by channel.
 *
 * A profile with tables, for CMYK or for grey, is not read.
 */
#include "image/thumbnail_profile.h"

#include <math.h>

#include "base/cursor.h"

#define HEADER 128
#define TAGS_MAX 100
#define STEPS 8192 /* of light, in the table that leads back */

/* XYZ under D50 to linear sRGB: IEC 61966-2-1's primaries, adapted by the
 * Bradford transform as ICC profiles are; the inverse of the matrix in the
 * profile sRGB2014.icc (color.org). */
static const double from_xyz[3][3] = {
	{ 3.1340957, -1.6174004, -0.4906378 },
	{ -0.9787927, 1.9162949, 0.0334536 },
	{ 0.0719711, -0.2289871, 1.4053802 },
};

static double fixed(struct cl_cursor *c)
{
	return (int32_t)cl_take_u32be(c) / 65536.0;
}

/* The element a tag names, from its type signature on. */
static bool find(struct cl_str icc, const char *name, struct cl_cursor *out)
{
	struct cl_cursor c = cl_cursor_over(icc.ptr, icc.len);
	struct cl_str want = cl_str_from(name);
	uint32_t count;

	cl_skip(&c, HEADER);
	count = cl_take_u32be(&c);
	for (uint32_t i = 0; i < count && i < TAGS_MAX; i++) {
		const uint8_t *p = cl_take_bytes(&c, 4);
		uint32_t at = cl_take_u32be(&c);
		uint32_t len = cl_take_u32be(&c);

		if (!p || c.past_end)
			return false;
		if (!cl_str_eq((struct cl_str){ (const char *)p, 4 }, want))
			continue;
		if (at > icc.len || len > icc.len - at)
			return false;
		*out = cl_cursor_over(icc.ptr + at, len);
		return true;
	}
	return false;
}

static bool take_type(struct cl_cursor *c, const char *type)
{
	const uint8_t *p = cl_take_bytes(c, 4);

	cl_skip(c, 4);
	return p && cl_str_eq((struct cl_str){ (const char *)p, 4 },
			      cl_str_from(type));
}

static bool read_column(struct cl_str icc, const char *name,
			struct cl_profile *p, int channel)
{
	struct cl_cursor c;
	double xyz[3];

	if (!find(icc, name, &c) || !take_type(&c, "XYZ "))
		return false;
	for (int i = 0; i < 3; i++)
		xyz[i] = fixed(&c);
	for (int i = 0; i < 3; i++)
		p->matrix[i][channel] = from_xyz[i][0] * xyz[0] +
					from_xyz[i][1] * xyz[1] +
					from_xyz[i][2] * xyz[2];
	return !c.past_end;
}

/* A curve as a table of equal steps from 0 to 1 (10.6); one step is a power,
 * none leaves all as it is. */
static bool read_steps(struct cl_cursor *c, double light[256])
{
	uint32_t count = cl_take_u32be(c);
	const uint8_t *p;

	if (count == 1) {
		double power = cl_take_u16be(c) / 256.0;

		for (int i = 0; i < 256; i++)
			light[i] = pow(i / 255.0, power);
		return !c->past_end;
	}
	if (count > cl_cursor_left(c) / 2)
		return false;
	p = cl_take_bytes(c, 2 * (size_t)count);
	for (int i = 0; i < 256; i++) {
		double at = i / 255.0 * (count > 0 ? count - 1 : 0);
		size_t k = (size_t)at;
		size_t next = k + 1 < count ? k + 1 : k;
		double low, high;

		light[i] = i / 255.0;
		if (count == 0 || !p)
			continue;
		low = p[2 * k] << 8 | p[2 * k + 1];
		high = p[2 * next] << 8 | p[2 * next + 1];
		light[i] = (low + (high - low) * (at - (double)k)) / 65535;
	}
	return true;
}

static double clamp(double x)
{
	if (!(x > 0))
		return 0;
	return x < 1 ? x : 1;
}

/* A curve as a formula (10.18): (ax + b) to the power g, plus e, from d on;
 * below that cx + f. */
static bool read_formula(struct cl_cursor *c, double light[256])
{
	static const uint8_t counts[5] = { 1, 3, 4, 5, 7 };
	/* g a b c d e f */
	double v[7] = { 1, 1, 0, 0, 0, 0, 0 };
	unsigned kind = cl_take_u16be(c);

	cl_skip(c, 2);
	if (kind > 4)
		return false;
	for (int i = 0; i < counts[kind]; i++)
		v[i] = fixed(c);
	if (kind == 1 || kind == 2) {
		v[5] = v[3];
		v[6] = v[3];
		v[3] = 0;
		v[4] = v[1] != 0 ? -v[2] / v[1] : 0;
	}
	for (int i = 0; i < 256; i++) {
		double x = i / 255.0;
		double base = v[1] * x + v[2];

		if (x >= v[4])
			light[i] = pow(base > 0 ? base : 0, v[0]) + v[5];
		else
			light[i] = v[3] * x + v[6];
	}
	return !c->past_end;
}

static bool read_curve(struct cl_str icc, const char *name, double light[256])
{
	struct cl_cursor c;
	struct cl_cursor again;
	bool is_read;

	if (!find(icc, name, &c))
		return false;
	again = c;
	if (take_type(&c, "curv"))
		is_read = read_steps(&c, light);
	else
		is_read = take_type(&again, "para") &&
			  read_formula(&again, light);
	for (int i = 0; is_read && i < 256; i++)
		light[i] = clamp(light[i]);
	return is_read;
}

static double to_srgb(double light)
{
	if (light <= 0.0031308)
		return 255 * 12.92 * light;
	return 255 * (1.055 * pow(light, 1 / 2.4) - 0.055);
}

static double mix(const struct cl_profile *p, int to, const uint8_t rgb[3])
{
	double sum = 0;

	for (int i = 0; i < 3; i++)
		sum += p->matrix[to][i] * p->light[i][rgb[i]];
	return clamp(sum);
}

/* Whether it hardly changes any colour: it is sRGB, whatever its name. */
static bool changes_little(const struct cl_profile *p)
{
	static const uint8_t levels[3] = { 20, 128, 240 };

	for (int i = 0; i < 27; i++) {
		uint8_t rgb[3] = { levels[i % 3], levels[i / 3 % 3],
				   levels[i / 9] };

		for (int k = 0; k < 3; k++)
			if (fabs(to_srgb(mix(p, k, rgb)) - rgb[k]) > 3)
				return false;
	}
	return true;
}

bool cl_profile_read(struct cl_profile *profile, struct cl_str icc)
{
	struct cl_str kind = cl_str_sub(icc, 16, 24);

	if (!cl_str_eq(kind, CL_STR("RGB XYZ ")) ||
	    !cl_str_eq(cl_str_sub(icc, 36, 40), CL_STR("acsp")))
		return false;
	return read_column(icc, "rXYZ", profile, 0) &&
	       read_column(icc, "gXYZ", profile, 1) &&
	       read_column(icc, "bXYZ", profile, 2) &&
	       read_curve(icc, "rTRC", profile->light[0]) &&
	       read_curve(icc, "gTRC", profile->light[1]) &&
	       read_curve(icc, "bTRC", profile->light[2]) &&
	       !changes_little(profile);
}

void cl_profile_apply(const struct cl_profile *profile, struct cl_pixels *p)
{
	size_t count = (size_t)p->width * p->height;
	uint8_t back[STEPS + 1];

	for (int i = 0; i <= STEPS; i++)
		back[i] = (uint8_t)lround(to_srgb((double)i / STEPS));
	for (size_t i = 0; i < count; i++) {
		uint8_t *rgb = p->data + 3 * i;
		uint8_t to[3];

		for (int k = 0; k < 3; k++)
			to[k] = back[(int)(mix(profile, k, rgb) * STEPS + 0.5)];
		rgb[0] = to[0];
		rgb[1] = to[1];
		rgb[2] = to[2];
	}
}
