/* SPDX-License-Identifier: MIT */
/*
 * Simple shapes on a sheet of pixels. Whole numbers throughout, so that every
 * compiler and processor draws the same.
 *
 * An ink is 0xTTRRGGBB, TT being how far what is below shines through: 0 for
 * paint, 255 for nothing.
 */
#ifndef FORGE_CANVAS_H
#define FORGE_CANVAS_H

#include <stddef.h>
#include <stdint.h>

#include "forge/forge.h"

struct forge_canvas {
	int width, height;
	uint8_t *rgb;
	uint64_t dice; /* state of forge_roll() */
};

struct forge_point {
	int x, y;
};

void forge_canvas_init(struct forge_canvas *canvas, int width, int height);
void forge_canvas_release(struct forge_canvas *canvas);

/* The same ink, so many of 255 parts transparent. */
uint32_t forge_thin(uint32_t ink, unsigned through);
/* Between two inks: at of 1000 parts the second. */
uint32_t forge_mix(uint32_t a, uint32_t b, int at);

/* A rectangle shading from top to bottom. */
void forge_shade(struct forge_canvas *canvas, struct forge_point from,
		 struct forge_point to, uint32_t top, uint32_t bottom);
void forge_box(struct forge_canvas *canvas, int x, int y, int width, int height,
	       uint32_t ink);
void forge_disc(struct forge_canvas *canvas, int x, int y, int radius_x,
		int radius_y, uint32_t ink);
/* A light, strongest in its middle. */
void forge_glow(struct forge_canvas *canvas, int x, int y, int radius,
		uint32_t ink);
/* At most 16 corners; even-odd where it crosses itself. */
void forge_poly(struct forge_canvas *canvas, const struct forge_point *corners,
		size_t count, uint32_t ink);
void forge_stroke(struct forge_canvas *canvas, struct forge_point from,
		  struct forge_point to, int thick, uint32_t ink);

/*
 * A number from low to high, the next of the drawing's own sequence. Not twice
 * within one expression: compilers differ in which they take first.
 */
int forge_roll(struct forge_canvas *canvas, int low, int high);

/* Black and white, grain. */
void forge_fade(struct forge_canvas *canvas);
void forge_grain(struct forge_canvas *canvas, unsigned strength);

/* Average down to width by height, into memory of that size. */
void forge_shrink(const struct forge_canvas *canvas, int width, int height,
		  uint8_t *rgb);

/* Draw a scene by name. */
void forge_scene_draw(struct forge_canvas *canvas, const char *scene);

#endif
