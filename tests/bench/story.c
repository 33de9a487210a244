/* SPDX-License-Identifier: MIT */
#include "bench/story.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const char *const first_names[] = {
	"Ada",    "Amara",   "Bela",  "Carla",  "Dario",   "Edda",  "Elio",
	"Farah",  "Gustav",  "Hanne", "Ines",   "Ivo",     "Jonas", "Kaito",
	"Lena",   "Luc",     "Mara",  "Milan",  "Nadia",   "Noé",   "Oksana",
	"Paul",   "Quentin", "Rosa",  "Samuel", "Solveig", "Tomás", "Uma",
	"Viktor", "Wendel",  "Xenia", "Yusuf",
};
static const char *const surnames[] = {
	"Aasen",    "Adeyemi",    "Baek",      "Berglund",   "Castellan",
	"Dahlmann", "Dvorsky",    "Eidsvik",   "Falkenrath", "Ferreira",
	"Guérin",   "Haldane",    "Hollis",    "Iversen",    "Jansky",
	"Kessler",  "Kovacic",    "Lindqvist", "Marchand",   "Marsden",
	"Möller",   "Nakagawa",   "Nwosu",     "Odegaard",   "Okonjo",
	"Peñalver", "Prys-Jones", "Quist",     "Redmond",    "Rowlands",
	"Ruehl",    "Solberg",    "Søgaard",   "Tavares",    "Thorburn",
	"Thorvald", "Ulloa",      "Vaughan",   "Whitfield",  "Wierzba",
	"Yıldırım",
};
static const char *const kinds[] = {
	"Film Festival",     "Book Fair",          "Fashion Week",
	"Open Championship", "Climate Conference", "Music Awards",
	"Charity Gala",      "Cup Final",          "Jazz Nights",
	"Marathon",          "Security Forum",     "Television Awards",
	"Regatta",           "Design Biennale",    "Winter Games Trials",
	"Farmers' Congress",
};
static const char *const deeds[] = {
	"attend",          "arrive for",   "pose at",    "speak during",
	"are seen during", "celebrate at", "perform at", "take part in",
};
static const char *const venues[] = {
	"Harbour Hall", "Quay House",     "Mill Square",    "Orpheum Theatre",
	"Elm Road",     "Dockside Arena", "Palace Gardens", "Lantern Street",
	"City Museum",  "Old Exchange",
};

static const struct place {
	const char *city, *country, *code;
	int latitude, longitude; /* thousandths of a degree */
} places[] = {
	{ "Bergen", "Norway", "NOR", 60393, 5324 },
	{ "Leeds", "United Kingdom", "GBR", 53801, -1549 },
	{ "Prague", "Czech Republic", "CZE", 50076, 14438 },
	{ "Cologne", "Germany", "DEU", 50938, 6960 },
	{ "Lisbon", "Portugal", "PRT", 38722, -9139 },
	{ "Saint-Malo", "France", "FRA", 48649, -2026 },
	{ "Aarhus", "Denmark", "DNK", 56163, 10204 },
	{ "Toronto", "Canada", "CAN", 43653, -79383 },
	{ "Nairobi", "Kenya", "KEN", -1292, 36822 },
	{ "Osaka", "Japan", "JPN", 34694, 135502 },
	{ "Montevideo", "Uruguay", "URY", -34901, -56165 },
	{ "Tampere", "Finland", "FIN", 61498, 23761 },
	{ "Bilbao", "Spain", "ESP", 43263, -2935 },
	{ "Trieste", "Italy", "ITA", 45650, 13777 },
	{ "Melbourne", "Australia", "AUS", -37814, 144963 },
	{ "Kraków", "Poland", "POL", 50065, 19945 },
};

static const char *const months[] = { "January", "February", "March",
				      "April",   "May",      "June",
				      "July",    "August",   "September",
				      "October", "November", "December" };

/* What one picture is of, before it is put into an agency's words. */
struct facts {
	struct bench_story *story;
	const struct place *place;
	const char *deed, *venue;
	unsigned year, month, day;
};

static void say(struct bench_story *story, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static void say(struct bench_story *story, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(story->caption, sizeof(story->caption), format, args);
	va_end(args);
}

/* Capitals of ASCII letters; others stay, as on old desks. */
static const char *upper(char *to, size_t size, const char *text)
{
	size_t i = 0;

	for (; text[i] && i + 1 < size; i++) {
		char c = text[i];

		to[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
	}
	to[i] = '\0';
	return to;
}

static void say_getty(const struct facts *f)
{
	struct bench_story *s = f->story;
	char city[32], country[32], month[16];

	say(s,
	    "%s, %s - %s %02u: (L-R) %s and %s %s the %s at %s on %s in %s, "
	    "%s. (Photo by %s/Getty Images)",
	    upper(city, sizeof(city), f->place->city),
	    upper(country, sizeof(country), f->place->country),
	    upper(month, sizeof(month), months[f->month - 1]), f->day,
	    s->person[0], s->person[1], f->deed, s->event, f->venue, s->spoken,
	    f->place->city, f->place->country, s->by_line);
	s->fields.credit = "Getty Images";
	s->fields.source = "Getty Images Europe";
	s->fields.copyright = "Getty Images";
}

static void say_wireimage(const struct facts *f)
{
	struct bench_story *s = f->story;

	say(s,
	    "%s and %s %s the %s at %s on %s in %s, %s. (Photo by "
	    "%s/WireImage)",
	    s->person[0], s->person[1], f->deed, s->event, f->venue, s->spoken,
	    f->place->city, f->place->country, s->by_line);
	s->fields.credit = "WireImage";
	s->fields.source = "WireImage";
	s->fields.copyright = s->by_line;
}

static void say_ap(const struct facts *f)
{
	struct bench_story *s = f->story;

	say(s, "%s, left, and %s %s the %s at %s in %s, %s, %s. (AP Photo/%s)",
	    s->person[0], s->person[1], f->deed, s->event, f->venue,
	    f->place->city, f->place->country, s->spoken, s->by_line);
	s->fields.credit = "AP";
	s->fields.source = "AP";
	s->fields.copyright = "The Associated Press. All rights reserved.";
}

static void say_reuters(const struct facts *f)
{
	struct bench_story *s = f->story;

	say(s, "%s and %s %s the %s in %s, %s, %s. REUTERS/%s", s->person[0],
	    s->person[1], f->deed, s->event, f->place->city, f->place->country,
	    s->spoken, s->by_line);
	s->fields.credit = "REUTERS";
	s->fields.source = "X90072";
	s->fields.copyright = "Reuters";
}

static void say_afp(const struct facts *f)
{
	struct bench_story *s = f->story;
	char name[64];

	upper(name, sizeof(name), s->by_line);
	say(s,
	    "%s (L) and %s %s the %s in %s on %s. (Photo by %s / AFP) (Photo "
	    "by %s/AFP via Getty Images)",
	    s->person[0], s->person[1], f->deed, s->event, f->place->city,
	    s->spoken, s->by_line, name);
	s->fields.credit = "AFP via Getty Images";
	s->fields.source = "AFP";
	s->fields.copyright = "AFP or licensors";
}

static void (*const desks[])(const struct facts *) = {
	say_getty, say_wireimage, say_ap, say_reuters, say_afp,
};

static size_t pick(uint64_t *dice, size_t count)
{
	return (size_t)(forge_next(dice) % count);
}

static void pick_name(char *to, size_t size, uint64_t number)
{
	snprintf(to, size, "%s %s", first_names[number % COUNT(first_names)],
		 surnames[number / COUNT(first_names) % COUNT(surnames)]);
}

static const char *ordinal(unsigned n)
{
	if (n / 10 % 10 == 1 || n % 10 == 0 || n % 10 > 3)
		return "th";
	return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : "rd";
}

/* An occasion has its town, its number in the row and its few days a year. */
static void pick_event(struct facts *f, uint64_t *dice)
{
	struct bench_story *s = f->story;
	unsigned kind = (unsigned)pick(dice, COUNT(kinds));
	unsigned town = (unsigned)pick(dice, COUNT(places));
	unsigned age = (unsigned)pick(dice, 25);
	unsigned number = age + 1 + (kind * 7 + town * 3) % 40;

	f->place = &places[town];
	f->year = 2000 + age;
	f->month = 1 + (kind * 5 + town) % 12;
	f->day = 1 + (kind + town * 11) % 20 + (unsigned)pick(dice, 6);
	snprintf(s->event, sizeof(s->event), "%u%s %s %s", number,
		 ordinal(number), f->place->city, kinds[kind]);
}

static void pick_time(struct facts *f, uint64_t *dice)
{
	struct bench_story *s = f->story;
	unsigned time = (unsigned)pick(dice, 14 * 3600);
	unsigned hour = 8 + time / 3600, minute = time / 60 % 60;

	snprintf(s->spoken, sizeof(s->spoken), "%s %u, %u",
		 months[f->month - 1], f->day, f->year);
	snprintf(s->date, sizeof(s->date),
		 "%u-%02u-%02uT%02u:%02u:%02u.%02u+00:00", f->year, f->month,
		 f->day, hour, minute, time % 60, (unsigned)pick(dice, 100));
	snprintf(s->gps_time, sizeof(s->gps_time), "%.19s", s->date);
}

static void write_angle(char *to, size_t size, int thousandths)
{
	unsigned left =
		(unsigned)(thousandths < 0 ? -thousandths : thousandths);

	snprintf(to, size, "%s%u.%03u", thousandths < 0 ? "-" : "", left / 1000,
		 left % 1000);
}

/* Within some hundred metres of the town's middle. */
static void pick_position(struct facts *f, uint64_t *dice)
{
	char latitude[16], longitude[16];

	write_angle(latitude, sizeof(latitude),
		    f->place->latitude + (int)pick(dice, 9) - 4);
	write_angle(longitude, sizeof(longitude),
		    f->place->longitude + (int)pick(dice, 9) - 4);
	snprintf(f->story->gps, sizeof(f->story->gps), "%s, %s", latitude,
		 longitude);
}

static void fill(struct bench_story *s, const struct facts *f)
{
	struct forge_fields *fields = &s->fields;

	fields->caption = s->caption;
	fields->by_lines[0] = s->by_line;
	fields->headline = s->event;
	fields->event = s->event;
	fields->object_name = s->reference;
	fields->transmission_reference = s->reference;
	fields->city = f->place->city;
	fields->country = f->place->country;
	fields->country_code = f->place->code;
	fields->date = s->date;
	fields->gps = s->gps;
	fields->gps_altitude = "12";
	fields->gps_time = s->gps_time;
	fields->keywords[0] = s->event;
	fields->keywords[1] = f->venue;
	fields->persons[0] = s->person[0];
	fields->persons[1] = s->person[1];
	fields->software = "Photo Mechanic 6.0";
	fields->make = "Canon";
	fields->model = "Canon EOS R3";
	fields->lens = "RF70-200mm F2.8 L IS USM";
	fields->exposure = "1/500";
	fields->f_number = "2.8";
	fields->iso = "1600";
	fields->focal_length = "135";
}

void bench_story_make(struct bench_story *story, uint64_t index, uint64_t seed)
{
	uint64_t dice = seed ^ index << 20 ^ 0x5eed;
	struct facts facts = { .story = story };

	memset(story, 0, sizeof(*story));
	/* A hundred and sixty photographers, but 1,312 people before them. */
	pick_name(story->by_line, sizeof(story->by_line),
		  pick(&dice, 160) * 11);
	for (int i = 0; i < 2; i++)
		pick_name(story->person[i], sizeof(story->person[i]),
			  pick(&dice, COUNT(first_names) * COUNT(surnames)));
	pick_event(&facts, &dice);
	pick_time(&facts, &dice);
	pick_position(&facts, &dice);
	facts.deed = deeds[pick(&dice, COUNT(deeds))];
	facts.venue = venues[pick(&dice, COUNT(venues))];
	snprintf(story->reference, sizeof(story->reference), "%u%06llu",
		 facts.year, (unsigned long long)index);
	desks[pick(&dice, COUNT(desks))](&facts);
	fill(story, &facts);
}
