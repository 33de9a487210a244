/* SPDX-License-Identifier: MIT */
/*
 * What the scenes share. Places and sizes are in thousandths of the sheet's
 * width (x) and height (y and all sizes), so that a scene fits any format.
 */
#ifndef FORGE_SCENE_H
#define FORGE_SCENE_H

#include "forge/canvas.h"

/* Colours that go together. */
struct forge_palette {
	uint32_t high, low; /* sky or wall, above and below */
	uint32_t ground;
	uint32_t bright, second;
	uint32_t dark;
};

struct forge_scene {
	struct forge_canvas *canvas;
	struct forge_palette ink;
};

typedef void forge_scene_fn(const struct forge_scene *scene);

struct forge_scene_entry {
	const char *name;
	forge_scene_fn *draw;
};

/* In the order of forge_scenes; each table ends with a NULL name. */
extern const struct forge_scene_entry forge_people_scenes[];
extern const struct forge_scene_entry forge_place_scenes[];

int forge_x(const struct forge_scene *scene, int thousandths);
int forge_y(const struct forge_scene *scene, int thousandths);
struct forge_point forge_at(const struct forge_scene *scene, int x, int y);

uint32_t forge_skin(const struct forge_scene *scene);
uint32_t forge_cloth(const struct forge_scene *scene);

/* The whole sheet from y to to, shading. */
void forge_band(const struct forge_scene *scene, int y, int to, uint32_t top,
		uint32_t bottom);
/* A standing person: feet at x, y; size is the height. */
void forge_person(const struct forge_scene *scene, int x, int y, int size,
		  uint32_t coat);
/* Head and shoulders, the shoulders' lower edge at y. */
void forge_bust(const struct forge_scene *scene, int x, int y, int size,
		uint32_t coat);
/* A row of heads seen from behind along the lower edge. */
void forge_audience(const struct forge_scene *scene, int y, int size,
		    uint32_t ink);

#endif
