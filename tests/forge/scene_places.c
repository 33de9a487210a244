/* SPDX-License-Identifier: MIT */
/* Scenes in which the place is the subject. */
#include "forge/scene.h"

static void pitch(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;
	int ball = forge_roll(c, 300, 700);

	forge_band(s, 0, 330, s->ink.high, s->ink.low);
	for (int i = 0; i < 5; i++)
		forge_audience(
			s, 120 + 45 * i, 34,
			forge_mix(s->ink.ground, s->ink.second, 150 * i));
	for (int i = 0; i < 8; i++)
		forge_band(s, 330 + 84 * i, 330 + 84 * (i + 1),
			   i % 2 ? 0x4c9a4a : 0x438a43,
			   i % 2 ? 0x47934a : 0x3f8340);
	forge_box(c, 0, forge_y(s, 322), c->width, forge_y(s, 26), 0xf4f1ea);
	forge_stroke(c, forge_at(s, 0, 520), forge_at(s, 1000, 470),
		     forge_y(s, 8), 0xeef3ea);
	forge_person(s, ball - 130, 820, 430, s->ink.bright);
	forge_person(s, ball + 110, 790, 420, s->ink.dark);
	forge_person(s, forge_roll(c, 80, 150), 600, 230, s->ink.dark);
	forge_person(s, forge_roll(c, 850, 920), 580, 220, s->ink.bright);
	forge_disc(c, forge_x(s, ball), forge_y(s, 800), forge_y(s, 30),
		   forge_y(s, 30), 0xfafafa);
	forge_disc(c, forge_x(s, ball), forge_y(s, 800), forge_y(s, 11),
		   forge_y(s, 11), 0x202020);
}

static void stadium(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;

	forge_band(s, 0, 1000, s->ink.dark, s->ink.high);
	forge_disc(c, forge_x(s, 500), forge_y(s, 640), forge_x(s, 470),
		   forge_y(s, 330), s->ink.ground);
	for (int i = 0; i < 260; i++) {
		int x = forge_roll(c, 60, 940), y = forge_roll(c, 360, 900);

		forge_disc(c, forge_x(s, x), forge_y(s, y), forge_y(s, 6),
			   forge_y(s, 6), forge_thin(forge_cloth(s), 60));
	}
	forge_disc(c, forge_x(s, 500), forge_y(s, 660), forge_x(s, 330),
		   forge_y(s, 200), 0x438a43);
	forge_disc(c, forge_x(s, 500), forge_y(s, 660), forge_x(s, 60),
		   forge_y(s, 46), 0xe8f0e4);
	forge_disc(c, forge_x(s, 500), forge_y(s, 660), forge_x(s, 54),
		   forge_y(s, 40), 0x47934a);
	for (int i = 0; i < 4; i++) {
		int x = 80 + 280 * i;

		forge_stroke(c, forge_at(s, x, 420), forge_at(s, x, 120),
			     forge_y(s, 12), 0x9aa3ad);
		forge_glow(c, forge_x(s, x), forge_y(s, 110), forge_y(s, 220),
			   forge_thin(0xfff6d8, 30));
	}
}

static void sea(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;
	int sun = forge_roll(c, 200, 800);
	int boat = forge_roll(c, 250, 750);

	forge_band(s, 0, 560, s->ink.high, s->ink.low);
	forge_glow(c, forge_x(s, sun), forge_y(s, 430), forge_y(s, 430),
		   forge_thin(0xfff3d0, 60));
	forge_disc(c, forge_x(s, sun), forge_y(s, 430), forge_y(s, 60),
		   forge_y(s, 60), 0xfff0c2);
	forge_band(s, 560, 1000, forge_mix(s->ink.ground, s->ink.low, 350),
		   s->ink.dark);
	for (int i = 0; i < 60; i++) {
		int y = forge_roll(c, 575, 980);
		int x = sun + forge_roll(c, 560 - y, y - 560) / 2;

		forge_box(c, forge_x(s, x - 30), forge_y(s, y), forge_x(s, 70),
			  forge_y(s, 6), forge_thin(0xfff3d0, 130));
	}
	forge_poly(c,
		   (struct forge_point[]){ forge_at(s, boat - 110, 640),
					   forge_at(s, boat + 130, 640),
					   forge_at(s, boat + 80, 710),
					   forge_at(s, boat - 80, 710) },
		   4, s->ink.bright);
	forge_poly(c,
		   (struct forge_point[]){ forge_at(s, boat, 250),
					   forge_at(s, boat + 120, 610),
					   forge_at(s, boat, 610) },
		   3, 0xf6f2ea);
	forge_poly(c,
		   (struct forge_point[]){ forge_at(s, boat - 12, 300),
					   forge_at(s, boat - 12, 610),
					   forge_at(s, boat - 90, 610) },
		   3, s->ink.second);
}

static void skyline(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;

	forge_band(s, 0, 1000, s->ink.high, s->ink.low);
	forge_disc(c, forge_x(s, forge_roll(c, 150, 850)), forge_y(s, 220),
		   forge_y(s, 80), forge_y(s, 80), s->ink.bright);
	for (int layer = 0; layer < 2; layer++) {
		uint32_t wall =
			layer ? s->ink.dark
			      : forge_mix(s->ink.ground, s->ink.low, 300);

		for (int x = -20; x < 1000;) {
			int wide = forge_roll(c, 70, 130);
			int top = forge_roll(c, 330, 620) + 130 * layer;

			forge_box(c, forge_x(s, x), forge_y(s, top),
				  forge_x(s, wide) + 1, c->height, wall);
			for (int i = 0; layer && i < 18; i++)
				forge_box(c, forge_x(s, x + 14 + 26 * (i % 3)),
					  forge_y(s, top + 30 + 55 * (i / 3)),
					  forge_x(s, 12), forge_y(s, 26),
					  forge_roll(c, 0, 2) ? s->ink.bright
							      : s->ink.ground);
			x += wide + forge_roll(c, 0, 20);
		}
	}
}

static void gallery(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;

	forge_band(s, 0, 760, s->ink.low,
		   forge_mix(s->ink.low, s->ink.high, 300));
	forge_band(s, 760, 1000, 0xa47f5d, 0x6f5138);
	for (int i = 0; i < 3; i++) {
		int x = 60 + 310 * i, y = forge_roll(c, 130, 190);

		forge_box(c, forge_x(s, x), forge_y(s, y), forge_x(s, 260),
			  forge_y(s, 420), 0xb9954f);
		forge_shade(c, forge_at(s, x + 16, y + 24),
			    forge_at(s, x + 244, y + 396), forge_cloth(s),
			    s->ink.second);
		forge_disc(c, forge_x(s, x + forge_roll(c, 90, 170)),
			   forge_y(s, y + 160), forge_y(s, 70), forge_y(s, 70),
			   forge_thin(s->ink.bright, 40));
		forge_poly(c,
			   (struct forge_point[]){
				   forge_at(s, x + 16, y + 396),
				   forge_at(s, x + forge_roll(c, 60, 200),
					    y + 210),
				   forge_at(s, x + 244, y + 396) },
			   3, s->ink.ground);
	}
	forge_person(s, forge_roll(c, 380, 620), 950, 470, s->ink.dark);
}

static void mountain(const struct forge_scene *s, int x, int y, int size)
{
	const struct forge_point slope[] = { forge_at(s, x - size, 1000),
					     forge_at(s, x, y),
					     forge_at(s, x + size, 1000) };
	const struct forge_point snow[] = {
		forge_at(s, x - size / 6, y + (1000 - y) / 6),
		forge_at(s, x, y),
		forge_at(s, x + size / 6, y + (1000 - y) / 6),
		forge_at(s, x, y + (1000 - y) / 9)
	};

	forge_poly(s->canvas, slope, 3,
		   forge_mix(s->ink.ground, s->ink.low, y - 200));
	forge_poly(s->canvas, snow, 4, 0xf7f5f0);
}

static void hills(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;

	forge_band(s, 0, 1000, s->ink.high, s->ink.low);
	for (int i = 0; i < 4; i++) {
		int x = 130 + 250 * i + forge_roll(c, -60, 60);
		int y = forge_roll(c, 260, 480);

		mountain(s, x, y, forge_roll(c, 300, 420));
	}
	forge_band(s, 800, 1000, forge_mix(s->ink.ground, s->ink.dark, 300),
		   s->ink.dark);
	for (int i = 0; i < 4; i++)
		forge_person(s, 260 + 150 * i, 890 + forge_roll(c, -20, 40),
			     260, forge_mix(0x5c6246, s->ink.ground, 300));
}

static void house(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;

	forge_band(s, 0, 800, s->ink.high, s->ink.low);
	forge_band(s, 800, 1000, s->ink.ground, s->ink.dark);
	forge_box(c, forge_x(s, 120), forge_y(s, 420), forge_x(s, 760),
		  forge_y(s, 400), 0xefe9dc);
	for (int i = 0; i < 7; i++)
		forge_box(c, forge_x(s, 170 + 105 * i), forge_y(s, 440),
			  forge_x(s, 34), forge_y(s, 360),
			  forge_mix(0xefe9dc, s->ink.dark, 250));
	forge_poly(c,
		   (struct forge_point[]){ forge_at(s, 90, 420),
					   forge_at(s, 500, 230),
					   forge_at(s, 910, 420) },
		   3, forge_mix(0xefe9dc, s->ink.ground, 350));
	forge_disc(c, forge_x(s, 500), forge_y(s, 215), forge_x(s, 90),
		   forge_y(s, 120), s->ink.second);
	forge_stroke(c, forge_at(s, 500, 100), forge_at(s, 500, 20),
		     forge_y(s, 10), s->ink.dark);
	for (int i = 0; i < 3; i++) {
		int x = 250 + 230 * i + forge_roll(c, -40, 40);

		forge_person(s, x, 940, 300, forge_cloth(s));
	}
}

const struct forge_scene_entry forge_place_scenes[] = {
	{ "gallery", gallery }, { "hills", hills }, { "house", house },
	{ "pitch", pitch },     { "sea", sea },     { "skyline", skyline },
	{ "stadium", stadium }, { NULL, NULL },
};

const char *const forge_scenes[] = {
	"portrait", "pair",   "podium",  "rally",   "runway",
	"stage",    "studio", "gallery", "hills",   "house",
	"pitch",    "sea",    "skyline", "stadium", NULL,
};
