/* SPDX-License-Identifier: MIT */
#include "forge/scene.h"

#include <string.h>

static const struct forge_palette palettes[] = {
	{ 0x16213f, 0x4f6d9a, 0x23304f, 0xf4c95d, 0xdd6e42, 0x0d1424 },
	{ 0xf2d7b6, 0xe9a178, 0x8a5a44, 0xc8553d, 0x2f4858, 0x33241d },
	{ 0x8ecae6, 0xe6f3f7, 0x5a8f69, 0xffb703, 0x219ebc, 0x12303f },
	{ 0x2d1e2f, 0x8b3a5e, 0x3b2440, 0xf7b2ad, 0xe85d75, 0x180e1b },
	{ 0xcdd5d1, 0xf3efe4, 0x76877d, 0x9c3848, 0x3b6064, 0x22302e },
	{ 0x355070, 0xeaac8b, 0x6d597a, 0xe56b6f, 0xf2e9dc, 0x1f2a3f },
	{ 0xaec3b0, 0xeff6e0, 0x598392, 0xd9793d, 0x124559, 0x01161e },
	{ 0x20303a, 0x6b8f8a, 0x2f4a46, 0xf0e2a3, 0xc0573c, 0x101a1f },
};

static const uint32_t skins[] = { 0xf1c9a5, 0xc68c5f, 0x8d5a3b, 0x6a4530,
				  0xe3ae86 };

int forge_x(const struct forge_scene *scene, int thousandths)
{
	return scene->canvas->width * thousandths / 1000;
}

int forge_y(const struct forge_scene *scene, int thousandths)
{
	return scene->canvas->height * thousandths / 1000;
}

struct forge_point forge_at(const struct forge_scene *scene, int x, int y)
{
	return (struct forge_point){ forge_x(scene, x), forge_y(scene, y) };
}

uint32_t forge_skin(const struct forge_scene *scene)
{
	return skins[forge_roll(scene->canvas, 0, 4)];
}

uint32_t forge_cloth(const struct forge_scene *scene)
{
	const struct forge_palette *ink = &scene->ink;
	const uint32_t cloth[] = { ink->bright, ink->second, ink->dark,
				   0xf4f1ea, 0x3a3f4b };

	return cloth[forge_roll(scene->canvas, 0, 4)];
}

void forge_band(const struct forge_scene *scene, int y, int to, uint32_t top,
		uint32_t bottom)
{
	forge_shade(scene->canvas, forge_at(scene, 0, y),
		    forge_at(scene, 1000, to), top, bottom);
}

void forge_person(const struct forge_scene *scene, int x, int y, int size,
		  uint32_t coat)
{
	int cx = forge_x(scene, x), foot = forge_y(scene, y);
	int u = forge_y(scene, size) / 16 + 1;
	uint32_t legs = forge_mix(coat, 0x101018, 700);
	uint32_t skin = forge_skin(scene);
	struct forge_canvas *c = scene->canvas;

	forge_disc(c, cx, foot, 4 * u, u / 2, forge_thin(0x000000, 190));
	forge_stroke(c, (struct forge_point){ cx - u, foot - 7 * u },
		     (struct forge_point){ cx - u * 3 / 2, foot }, u * 3 / 2,
		     legs);
	forge_stroke(c, (struct forge_point){ cx + u, foot - 7 * u },
		     (struct forge_point){ cx + u * 3 / 2, foot }, u * 3 / 2,
		     legs);
	forge_poly(c,
		   (struct forge_point[]){ { cx - 2 * u, foot - 12 * u },
					   { cx + 2 * u, foot - 12 * u },
					   { cx + 3 * u, foot - 10 * u },
					   { cx + 2 * u, foot - 6 * u },
					   { cx - 2 * u, foot - 6 * u },
					   { cx - 3 * u, foot - 10 * u } },
		   6, coat);
	forge_box(c, cx - u / 2, foot - 13 * u, u, 2 * u, skin);
	forge_disc(c, cx, foot - 14 * u, u * 3 / 2, u * 7 / 4, skin);
}

void forge_bust(const struct forge_scene *scene, int x, int y, int size,
		uint32_t coat)
{
	struct forge_canvas *c = scene->canvas;
	int cx = forge_x(scene, x), low = forge_y(scene, y);
	int u = forge_y(scene, size) / 20 + 1;
	uint32_t skin = forge_skin(scene);
	uint32_t hair = forge_mix(0x0e0c0d, 0x5b3420, forge_roll(c, 0, 600));
	int crown = forge_roll(c, 5, 7);

	forge_disc(c, cx, low, 9 * u, 6 * u, coat);
	forge_box(c, cx - 9 * u, low, 18 * u + 1, 7 * u, coat);
	forge_disc(c, cx, low - 12 * u, 9 * u / 2, crown * u, hair);
	forge_box(c, cx - 3 * u / 2, low - 8 * u, 3 * u, 4 * u,
		  forge_mix(skin, 0x000000, 150));
	forge_poly(c,
		   (struct forge_point[]){ { cx - 3 * u, low - 5 * u },
					   { cx + 3 * u, low - 5 * u },
					   { cx, low } },
		   3, 0xf6f2ea);
	forge_disc(c, cx, low - 11 * u, 7 * u / 2, 9 * u / 2, skin);
	forge_disc(c, cx - u, low - 14 * u, 3 * u, 2 * u, hair);
}

void forge_audience(const struct forge_scene *scene, int y, int size,
		    uint32_t ink)
{
	struct forge_canvas *c = scene->canvas;
	int r = forge_y(scene, size) / 2 + 1;

	for (int x = -r; x < c->width + r; x += 2 * r + r / 2) {
		int top = forge_y(scene, y) + forge_roll(c, -r / 3, r / 3);
		uint32_t tone = forge_mix(ink, 0x000000, forge_roll(c, 0, 350));

		forge_disc(c, x, top, r, r * 6 / 5, tone);
		forge_disc(c, x, top + 3 * r, 2 * r, 2 * r, tone);
		forge_box(c, x - 2 * r, top + 3 * r, 4 * r, c->height, tone);
	}
}

static forge_scene_fn *find(const struct forge_scene_entry *table,
			    const char *name)
{
	for (; table->name; table++) {
		if (strcmp(table->name, name) == 0)
			return table->draw;
	}
	return NULL;
}

void forge_scene_draw(struct forge_canvas *canvas, const char *name)
{
	size_t count = sizeof(palettes) / sizeof(palettes[0]);
	struct forge_scene scene = {
		.canvas = canvas,
		.ink = palettes[canvas->dice % count],
	};
	forge_scene_fn *draw = find(forge_people_scenes, name);

	if (!draw)
		draw = find(forge_place_scenes, name);
	if (!draw)
		forge_die("no such scene", name);
	draw(&scene);
}
