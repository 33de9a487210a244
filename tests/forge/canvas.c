/* SPDX-License-Identifier: MIT */
#include "forge/canvas.h"

#include <stdlib.h>

void forge_canvas_init(struct forge_canvas *canvas, int width, int height)
{
	canvas->width = width;
	canvas->height = height;
	canvas->dice = 0;
	canvas->rgb = calloc((size_t)width * (size_t)height, 3);
	if (!canvas->rgb)
		forge_die("out of memory", "canvas");
}

void forge_canvas_release(struct forge_canvas *canvas)
{
	free(canvas->rgb);
	canvas->rgb = NULL;
}

uint32_t forge_thin(uint32_t ink, unsigned through)
{
	return (ink & 0xffffff) | (uint32_t)through << 24;
}

static uint8_t part(uint32_t ink, int channel)
{
	return (uint8_t)(ink >> (16 - 8 * channel));
}

uint32_t forge_mix(uint32_t a, uint32_t b, int at)
{
	uint32_t ink = a & 0xff000000;

	for (int i = 0; i < 3; i++) {
		int from = part(a, i), to = part(b, i);
		int value = from + (to - from) * at / 1000;

		ink |= (uint32_t)value << (16 - 8 * i);
	}
	return ink;
}

static void blend(struct forge_canvas *canvas, int x, int y, uint32_t ink)
{
	int through = (int)(ink >> 24);
	uint8_t *pixel;

	if (x < 0 || y < 0 || x >= canvas->width || y >= canvas->height)
		return;
	pixel = canvas->rgb +
		3 * ((size_t)y * (size_t)canvas->width + (size_t)x);
	for (int i = 0; i < 3; i++) {
		int below = pixel[i], above = part(ink, i);

		pixel[i] =
			(uint8_t)((below * through + above * (255 - through)) /
				  255);
	}
}

static void row(struct forge_canvas *canvas, int from, int to, int y,
		uint32_t ink)
{
	if (from < 0)
		from = 0;
	if (to > canvas->width)
		to = canvas->width;
	for (int x = from; x < to; x++)
		blend(canvas, x, y, ink);
}

void forge_shade(struct forge_canvas *canvas, struct forge_point from,
		 struct forge_point to, uint32_t top, uint32_t bottom)
{
	int span = to.y - from.y > 1 ? to.y - from.y - 1 : 1;

	for (int y = from.y; y < to.y; y++)
		row(canvas, from.x, to.x, y,
		    forge_mix(top, bottom, (y - from.y) * 1000 / span));
}

void forge_box(struct forge_canvas *canvas, int x, int y, int width, int height,
	       uint32_t ink)
{
	for (int i = 0; i < height; i++)
		row(canvas, x, x + width, y + i, ink);
}

static int root(long value)
{
	long low = 0, high = 65536;

	while (low + 1 < high) {
		long middle = (low + high) / 2;

		if (middle * middle <= value)
			low = middle;
		else
			high = middle;
	}
	return (int)low;
}

void forge_disc(struct forge_canvas *canvas, int x, int y, int radius_x,
		int radius_y, uint32_t ink)
{
	if (radius_y < 1)
		return;
	for (int i = -radius_y; i <= radius_y; i++) {
		long square = (long)radius_y * radius_y - (long)i * i;
		int half = (int)((long)radius_x * root(square) / radius_y);

		row(canvas, x - half, x + half + 1, y + i, ink);
	}
}

void forge_glow(struct forge_canvas *canvas, int x, int y, int radius,
		uint32_t ink)
{
	long full = (long)radius * radius;

	for (int i = -radius; i <= radius; i++) {
		for (int j = -radius; j <= radius; j++) {
			long left = full - (long)i * i - (long)j * j;
			long light;

			if (left <= 0)
				continue;
			light = left * (255 - (long)(ink >> 24)) / full;
			light = light * left / full;
			blend(canvas, x + j, y + i,
			      forge_thin(ink, (unsigned)(255 - light)));
		}
	}
}

/* Where the outline crosses the middle of row y, in order. */
static size_t crossings(const struct forge_point *corners, size_t count, int y,
			int *at)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		struct forge_point a = corners[i];
		struct forge_point b = corners[(i + 1) % count];
		size_t k = n;
		int x;

		if ((a.y <= y) == (b.y <= y))
			continue;
		x = a.x + (int)((long)(y - a.y) * (b.x - a.x) / (b.y - a.y));
		for (; k > 0 && at[k - 1] > x; k--)
			at[k] = at[k - 1];
		at[k] = x;
		n++;
	}
	return n;
}

void forge_poly(struct forge_canvas *canvas, const struct forge_point *corners,
		size_t count, uint32_t ink)
{
	int at[16];

	if (count > 16)
		forge_die("too many corners", "polygon");
	for (int y = 0; y < canvas->height; y++) {
		size_t n = crossings(corners, count, y, at);

		for (size_t i = 0; i + 1 < n; i += 2)
			row(canvas, at[i], at[i + 1], y, ink);
	}
}

void forge_stroke(struct forge_canvas *canvas, struct forge_point from,
		  struct forge_point to, int thick, uint32_t ink)
{
	long dx = to.x - from.x, dy = to.y - from.y;
	int length = root(dx * dx + dy * dy);
	int nx, ny;

	if (length == 0)
		return;
	nx = (int)(-dy * thick / (2 * length));
	ny = (int)(dx * thick / (2 * length));
	/* A thin steep or flat line must not vanish by rounding. */
	if (nx == 0 && ny == 0)
		nx = 1;
	forge_poly(canvas,
		   (struct forge_point[]){ { from.x + nx, from.y + ny },
					   { to.x + nx, to.y + ny },
					   { to.x - nx, to.y - ny },
					   { from.x - nx, from.y - ny } },
		   4, ink);
}

/* SplitMix64: any seed will do, and neighbours do not resemble each other. */
uint64_t forge_next(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

int forge_roll(struct forge_canvas *canvas, int low, int high)
{
	return low +
	       (int)(forge_next(&canvas->dice) % (uint64_t)(high - low + 1));
}

void forge_fade(struct forge_canvas *canvas)
{
	size_t count = (size_t)canvas->width * (size_t)canvas->height;

	for (size_t i = 0; i < count; i++) {
		uint8_t *pixel = canvas->rgb + 3 * i;
		int grey =
			(pixel[0] * 30 + pixel[1] * 59 + pixel[2] * 11) / 100;

		/* A warm paper tone rather than a neutral grey. */
		pixel[0] = (uint8_t)(grey + (255 - grey) / 24);
		pixel[1] = (uint8_t)grey;
		pixel[2] = (uint8_t)(grey - grey / 16);
	}
}

void forge_grain(struct forge_canvas *canvas, unsigned strength)
{
	size_t count = (size_t)canvas->width * (size_t)canvas->height;
	uint64_t state = canvas->dice;

	for (size_t i = 0; strength && i < count; i++) {
		int shift = (int)(forge_next(&state) % (2 * strength + 1)) -
			    (int)strength;

		for (size_t k = 3 * i; k < 3 * i + 3; k++) {
			int value = canvas->rgb[k] + shift;

			if (value < 0)
				value = 0;
			canvas->rgb[k] = (uint8_t)(value > 255 ? 255 : value);
		}
	}
}

/* The mean of the pixels from x0, y0 up to x1, y1. */
static void average(const struct forge_canvas *canvas, struct forge_point from,
		    struct forge_point to, uint8_t *pixel)
{
	unsigned long sum[3] = { 0, 0, 0 }, n = 0;

	for (int y = from.y; y < to.y; y++) {
		for (int x = from.x; x < to.x; x++, n++) {
			size_t at = 3 * ((size_t)y * (size_t)canvas->width +
					 (size_t)x);

			for (size_t i = 0; i < 3; i++)
				sum[i] += canvas->rgb[at + i];
		}
	}
	for (int i = 0; i < 3; i++)
		pixel[i] = (uint8_t)((sum[i] + n / 2) / n);
}

void forge_shrink(const struct forge_canvas *canvas, int width, int height,
		  uint8_t *rgb)
{
	int w = canvas->width, h = canvas->height;

	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++) {
			struct forge_point from = { x * w / width,
						    y * h / height };
			struct forge_point to = {
				((x + 1) * w + width - 1) / width,
				((y + 1) * h + height - 1) / height
			};

			average(canvas, from, to, rgb);
			rgb += 3;
		}
	}
}
