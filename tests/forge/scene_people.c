/* SPDX-License-Identifier: MIT */
/* Scenes in which people stand in front. */
#include "forge/scene.h"

/* A cone of light from the ceiling. */
static void beam(const struct forge_scene *s, int from, int to, int wide,
		 uint32_t ink)
{
	const struct forge_point cone[] = { forge_at(s, from - 6, -10),
					    forge_at(s, from + 6, -10),
					    forge_at(s, to + wide, 800),
					    forge_at(s, to - wide, 800) };

	forge_poly(s->canvas, cone, 4, forge_thin(ink, 205));
	forge_disc(s->canvas, forge_x(s, to), forge_y(s, 800), forge_x(s, wide),
		   forge_y(s, 26), forge_thin(ink, 150));
}

static void stage(const struct forge_scene *s)
{
	int turn = forge_roll(s->canvas, -120, 120);

	forge_band(s, 0, 780, forge_mix(s->ink.dark, 0, 300), s->ink.high);
	forge_band(s, 780, 1000, s->ink.ground, s->ink.dark);
	for (int i = 0; i < 5; i++)
		beam(s, 100 + 200 * i, 500 + turn + (i - 2) * 130, 70,
		     i % 2 ? s->ink.bright : s->ink.second);
	forge_glow(s->canvas, forge_x(s, 500 + turn), forge_y(s, 620),
		   forge_y(s, 420), forge_thin(s->ink.bright, 90));
	forge_person(s, 500 + turn, 810, 420, s->ink.second);
	forge_stroke(s->canvas, forge_at(s, 540 + turn, 810),
		     forge_at(s, 530 + turn, 480), forge_y(s, 7), 0x101014);
	forge_audience(s, 900, 90, s->ink.dark);
}

static void podium(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;

	forge_band(s, 0, 1000, s->ink.high, s->ink.low);
	for (int i = 0; i < 6; i++)
		forge_box(
			c, forge_x(s, 40 + 160 * i), forge_y(s, 60),
			forge_x(s, 110), forge_y(s, 70),
			forge_thin(i % 2 ? s->ink.bright : s->ink.second, 150));
	for (int i = 0; i < 2; i++) {
		int x = i ? 900 : 90;

		forge_box(c, forge_x(s, x), forge_y(s, 140), forge_x(s, 9),
			  forge_y(s, 860), 0xb9a36b);
		forge_poly(c,
			   (struct forge_point[]){ forge_at(s, x + 9, 160),
						   forge_at(s, x + 80, 260),
						   forge_at(s, x + 60, 620),
						   forge_at(s, x + 9, 700) },
			   4, i ? s->ink.second : s->ink.bright);
	}
	forge_bust(s, 500, 720, 620, s->ink.dark);
	forge_poly(c,
		   (struct forge_point[]){
			   forge_at(s, 310, 700), forge_at(s, 690, 700),
			   forge_at(s, 650, 1000), forge_at(s, 350, 1000) },
		   4, forge_mix(s->ink.ground, 0x5b3a29, 600));
	forge_disc(c, forge_x(s, 500), forge_y(s, 850), forge_y(s, 90),
		   forge_y(s, 90), s->ink.bright);
	for (int i = -1; i <= 1; i++)
		forge_stroke(c, forge_at(s, 500 + 40 * i, 700),
			     forge_at(s, 500 + 26 * i, 610), forge_y(s, 9),
			     0x15151a);
}

static void portrait(const struct forge_scene *s)
{
	int x = forge_roll(s->canvas, 400, 600);

	forge_band(s, 0, 1000, s->ink.high, s->ink.low);
	for (int i = 0; i < 9; i++) {
		int left = forge_roll(s->canvas, 0, 1000);
		int top = forge_roll(s->canvas, 0, 700);

		forge_disc(s->canvas, forge_x(s, left), forge_y(s, top),
			   forge_y(s, 70), forge_y(s, 70),
			   forge_thin(i % 2 ? s->ink.bright : 0xffffff, 215));
	}
	forge_bust(s, x, 900, 960, forge_cloth(s));
}

static void pair(const struct forge_scene *s)
{
	int x;

	forge_band(s, 0, 1000, s->ink.low, s->ink.high);
	for (int i = 0; i < 40; i++) {
		uint32_t ink = i % 3 ? s->ink.second : s->ink.bright;

		forge_box(s->canvas, forge_x(s, 25 + 130 * (i % 8)),
			  forge_y(s, 60 + 150 * (i / 8)), forge_x(s, 70),
			  forge_y(s, 40), forge_thin(ink, 170));
	}
	x = forge_roll(s->canvas, 290, 340);
	forge_bust(s, x, 940, 780, forge_cloth(s));
	x = forge_roll(s->canvas, 650, 700);
	forge_bust(s, x, 920, 800, forge_cloth(s));
}

static void runway(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;

	forge_band(s, 0, 1000, s->ink.dark, s->ink.high);
	forge_poly(c,
		   (struct forge_point[]){
			   forge_at(s, 440, 330), forge_at(s, 560, 330),
			   forge_at(s, 800, 1000), forge_at(s, 200, 1000) },
		   4, forge_mix(s->ink.low, 0xffffff, 500));
	for (int i = 0; i < 6; i++) {
		forge_glow(c, forge_x(s, 420 - 60 * i), forge_y(s, 60 + 40 * i),
			   forge_y(s, 90), forge_thin(0xffffff, 40));
		forge_glow(c, forge_x(s, 580 + 60 * i), forge_y(s, 60 + 40 * i),
			   forge_y(s, 90), forge_thin(0xffffff, 40));
	}
	forge_person(s, 500, 480, 170, s->ink.second);
	forge_person(s, 500 + forge_roll(c, -25, 25), 900, 560, s->ink.bright);
	for (int i = 0; i < 5; i++) {
		forge_disc(c, forge_x(s, 30 + 50 * i), forge_y(s, 920 - 90 * i),
			   forge_y(s, 60), forge_y(s, 70), s->ink.dark);
		forge_disc(c, forge_x(s, 970 - 50 * i),
			   forge_y(s, 920 - 90 * i), forge_y(s, 60),
			   forge_y(s, 70), s->ink.dark);
	}
}

static void rally(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;

	forge_band(s, 0, 700, s->ink.high, s->ink.low);
	for (int i = 0; i < 7; i++) {
		int y = forge_roll(c, 120, 330);
		int pale = forge_roll(c, 200, 700);

		forge_box(c, forge_x(s, 150 * i - 20), forge_y(s, y),
			  forge_x(s, 140), forge_y(s, 700),
			  forge_mix(s->ink.ground, s->ink.low, pale));
	}
	for (int i = 0; i < 5; i++) {
		int x = 90 + 200 * i + forge_roll(c, -40, 40);
		int y = forge_roll(c, 330, 480);

		forge_stroke(c, forge_at(s, x + 60, y + 100),
			     forge_at(s, x + 60, 800), forge_y(s, 10),
			     0x6b4a2f);
		forge_box(c, forge_x(s, x), forge_y(s, y), forge_x(s, 130),
			  forge_y(s, 130), forge_cloth(s));
		forge_box(c, forge_x(s, x + 20), forge_y(s, y + 40),
			  forge_x(s, 90), forge_y(s, 16), s->ink.low);
		forge_box(c, forge_x(s, x + 20), forge_y(s, y + 75),
			  forge_x(s, 60), forge_y(s, 16), s->ink.low);
	}
	forge_audience(s, 760, 80, forge_mix(s->ink.ground, 0x30303a, 500));
	forge_audience(s, 860, 110, s->ink.dark);
}

static void studio(const struct forge_scene *s)
{
	struct forge_canvas *c = s->canvas;

	forge_band(s, 0, 760, s->ink.dark, s->ink.high);
	forge_band(s, 760, 1000, forge_mix(s->ink.ground, 0, 400),
		   s->ink.ground);
	for (int i = 0; i < 3; i++)
		forge_shade(c, forge_at(s, 60 + 320 * i, 120),
			    forge_at(s, 300 + 320 * i, 430), s->ink.bright,
			    s->ink.second);
	forge_bust(s, 330, 690, 420, forge_cloth(s));
	forge_bust(s, 670, 690, 420, forge_cloth(s));
	forge_poly(c,
		   (struct forge_point[]){
			   forge_at(s, 120, 690), forge_at(s, 880, 690),
			   forge_at(s, 820, 900), forge_at(s, 180, 900) },
		   4, forge_mix(s->ink.low, 0xffffff, 300));
	forge_box(c, forge_x(s, 160), forge_y(s, 720), forge_x(s, 680),
		  forge_y(s, 24), s->ink.second);
}

const struct forge_scene_entry forge_people_scenes[] = {
	{ "portrait", portrait }, { "pair", pair },     { "podium", podium },
	{ "rally", rally },       { "runway", runway }, { "stage", stage },
	{ "studio", studio },     { NULL, NULL },
};
