/* SPDX-License-Identifier: MIT */
/* What a unit is by its first words: a notice, a credit, a counter. */
#include "document/unit.h"

#include <string.h>

#include "cutline/names.h"

/* A text that only names who made the pictures is no longer. */
#define NOTICE_MAX 400

/* Nor is one that leads to another page. */
#define TEASER_MAX 120

static bool starts_with_one(struct cl_str s, const char *const *heads)
{
	while (*heads && !cl_str_starts_nocase(s, cl_str_from(*heads)))
		heads++;
	return *heads != NULL;
}

static bool holds_one(struct cl_str s, const char *const *words)
{
	while (*words && cl_str_find_nocase(s, cl_str_from(*words), 0) == s.len)
		words++;
	return *words != NULL;
}

static bool holds_year(struct cl_str s)
{
	size_t digits = 0;

	for (size_t i = 0; i <= s.len; i++) {
		if (i < s.len && cl_is_digit(s.ptr[i])) {
			digits++;
			continue;
		}
		if (digits == 4 && (s.ptr[i - 4] == '1' || s.ptr[i - 4] == '2'))
			return true;
		digits = 0;
	}
	return false;
}

static const char *const rights[] = {
	"all rights reserved",          "tous droits réservés",
	"alle rechte vorbehalten",      "todos los derechos reservados",
	"todos os direitos reservados", "tutti i diritti riservati",
	"may not be published",         NULL
};

static const char *const copyrights[] = { "©", "(c)", "copyright", "content ©",
					  NULL };

/* Does its first sentence name several? */
static bool names_several(struct cl_str s)
{
	static const char *const signs[] = { ", ",    "; ",  " and ", " et ",
					     " und ", " y ", NULL };
	size_t end = cl_str_find(s, CL_STR(". "), 0);

	while (end + 2 < s.len && !cl_is_upper(s.ptr[end + 2]))
		end = cl_str_find(s, CL_STR(". "), end + 1);
	return holds_one(cl_str_sub(s, 0, end), signs);
}

bool cl_is_list_of_credits(struct cl_str s, bool alone)
{
	static const char *const heads[] = { "photo credits",
					     "picture credits",
					     "image credits",
					     "photography credits",
					     "illustration credits",
					     "credits:",
					     "crédits photo",
					     "crédits photographiques",
					     "bildnachweis",
					     "créditos de las fotos",
					     NULL };

	return (starts_with_one(s, heads) && (alone || names_several(s))) ||
	       (starts_with_one(s, copyrights) && holds_one(s, rights));
}

bool cl_is_teaser(struct cl_str s)
{
	static const char *const heads[] = {
		"in pictures:",   "in photos:",  "in pics:",
		"related:",       "related ",    "read more",
		"read:",          "read also",   "see also",
		"see more",       "more:",       "watch:",
		"click ",         "gallery:",    "photo gallery",
		"lesen sie auch", "lire aussi",  "à lire aussi",
		"lee también",    "leia também", "leggi anche",
		"lees ook",       NULL
	};

	return s.len < TEASER_MAX && starts_with_one(s, heads);
}

bool cl_is_notice(struct cl_str s)
{
	if (s.len > NOTICE_MAX)
		return false;
	return cl_is_list_of_credits(s, false) || starts_with_one(s, rights) ||
	       (starts_with_one(s, copyrights) && holds_year(s));
}

bool cl_is_image_source(struct cl_str s)
{
	static const char *const heads[] = { "image source, ",
					     "image copyright ", NULL };

	return starts_with_one(s, heads);
}

bool cl_is_image_caption(struct cl_str s)
{
	static const char *const heads[] = { "image caption", "media caption",
					     NULL };

	return starts_with_one(s, heads);
}

bool cl_opens_line(struct cl_str s)
{
	static const char *const heads[] = { "photo by ",
					     "photos by ",
					     "photo courtesy",
					     "photo: ",
					     "courtesy photo",
					     "courtesy of ",
					     "staff photo",
					     "foto: ",
					     "photo / ",
					     "submitted photo",
					     NULL };

	return starts_with_one(s, heads);
}

/* Does the text end as a sentence does? */
static bool ends_sentence(struct cl_str s)
{
	return s.len &&
	       (strchr(".!?)\"", s.ptr[s.len - 1]) != NULL ||
		cl_str_ends(s, CL_STR("”")) || cl_str_ends(s, CL_STR("»")));
}

static size_t count_words(struct cl_str s)
{
	struct cl_str word;
	size_t count = 0;

	while (count < 16 && cl_str_split(&s, ' ', &word))
		count += word.len > 0;
	return count;
}

/* The words and signs of a picture's credit; without them a name and an agency
 * may be the writer's. */
bool cl_names_picture(struct cl_str s)
{
	static const char *const words[] = {
		"photo",  "foto",     "image",   "picture", "bild",  "credit",
		"crédit", "courtesy", "©",       "(c)",     " via ", "/",
		"file",   "beeld",    "handout", NULL
	};

	return holds_one(s, words);
}

bool cl_is_credit_of(struct cl_str credit, struct cl_str before)
{
	static const char *const writers[] = { "by ",  "von ", "par ",
					       "por ", "di ",  "reporting ",
					       NULL };

	if (credit.len == 0 || cl_is_notice(credit) || cl_is_notice(before))
		return false;
	if (starts_with_one(credit, writers))
		return false;
	return credit.ptr[0] == '(' || credit.ptr[0] == '[' ||
	       cl_names_picture(credit) ||
	       (ends_sentence(before) && count_words(before) >= 5);
}

bool cl_is_bare_credit(struct cl_str s)
{
	static const char *const whole[] = {
		"courtesy photo",  "courtesy image",
		"submitted photo", "contributed photo",
		"staff photo",     "file photo",
		"handout",         "archivfoto",
		"symbolfoto",      NULL
	};
	struct cutline_agency a;

	for (size_t i = 0; whole[i]; i++)
		if (cl_str_eq_nocase(s, cl_str_from(whole[i])))
			return true;
	return s.len < 64 && cutline_agency_find(s.ptr, s.len, &a);
}

static size_t digits_at(struct cl_str s, size_t at)
{
	while (at < s.len && cl_is_digit(s.ptr[at]))
		at++;
	return at;
}

static size_t blanks_at(struct cl_str s, size_t at)
{
	while (at < s.len && cl_is_space(s.ptr[at]))
		at++;
	return at;
}

/* "2 of 9", "2/9", "2 / 9": the bytes of it, or 0. */
static size_t counter_len(struct cl_str s)
{
	size_t at = digits_at(s, 0), next = blanks_at(s, at), end;
	struct cl_str rest = cl_str_sub(s, next, s.len);

	if (at == 0 || at > 4)
		return 0;
	if (!cl_str_skip_nocase(&rest, CL_STR("of ")) &&
	    !cl_str_skip_nocase(&rest, CL_STR("von ")) &&
	    !cl_str_skip(&rest, CL_STR("/")))
		return 0;
	next = blanks_at(s, s.len - rest.len);
	end = digits_at(s, next);
	if (end == next || end - next > 4 ||
	    (end < s.len && !cl_is_space(s.ptr[end]) && s.ptr[end] != ':' &&
	     s.ptr[end] != '.'))
		return 0;
	return end + (end < s.len && s.ptr[end] != ' ');
}

/* "3. ", "3) ", "- ", "• ": the bytes of it, or 0. */
static size_t bullet_len(struct cl_str s)
{
	static const char *const bullets[] = { "- ", "* ", "+ ", "• ",
					       "– ", "▪ ", "> ", NULL };
	size_t at = digits_at(s, 0);

	for (size_t i = 0; bullets[i]; i++)
		if (cl_str_starts(s, cl_str_from(bullets[i])))
			return strlen(bullets[i]);
	if (at > 0 && at <= 3 && at + 1 < s.len &&
	    (s.ptr[at] == '.' || s.ptr[at] == ')') && s.ptr[at + 1] == ' ')
		return at + 2;
	return 0;
}

/* "Image 2 of 9", "Photo: 2/9", "Slide 2 of 9". */
static size_t shown_counter_len(struct cl_str s)
{
	static const struct cl_str words[] = {
		CL_STR_INIT("image "),   CL_STR_INIT("photo "),
		CL_STR_INIT("photo: "),  CL_STR_INIT("slide "),
		CL_STR_INIT("picture "), CL_STR_INIT("bild "),
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t len;

		if (!cl_str_starts_nocase(s, words[i]))
			continue;
		len = counter_len(cl_str_sub(s, words[i].len, s.len));
		return len ? words[i].len + len : 0;
	}
	return 0;
}

/* "IMG_2041.JPG ": the name of a picture's file. */
static size_t file_len(struct cl_str s)
{
	static const struct cl_str ends[] = {
		CL_STR_INIT(".jpg"), CL_STR_INIT(".jpeg"), CL_STR_INIT(".tif"),
		CL_STR_INIT(".png"), CL_STR_INIT(".nef"),  CL_STR_INIT(".cr2"),
	};
	size_t end = cl_str_find_char(cl_str_sub(s, 0, 80), ' ', 0);

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (end < s.len && end > ends[i].len &&
		    cl_str_starts_nocase(cl_str_sub(s, end - ends[i].len, end),
					 ends[i]))
			return end;
	return 0;
}

/* "Page 3: ", "Cover: ": where in a book or paper it stands. */
static size_t page_len(struct cl_str s)
{
	static const struct cl_str words[] = {
		CL_STR_INIT("page "),
		CL_STR_INIT("p. "),
		CL_STR_INIT("seite "),
		CL_STR_INIT("cover"),
	};
	size_t len;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (!cl_str_starts_nocase(s, words[i]))
			continue;
		len = digits_at(s, words[i].len);
		if (len + 1 < s.len && s.ptr[len] == ':')
			return len + 1;
	}
	return 0;
}

/* WordPress's "[caption id="a" width="6"]". */
static size_t shortcode_len(struct cl_str s)
{
	size_t end = cl_str_find_char(cl_str_sub(s, 0, 200), ']', 0);

	return cl_str_starts(s, CL_STR("[caption")) && end < 200 &&
			       end + 1 < s.len
		       ? end + 1
		       : 0;
}

static size_t one_lead_len(struct cl_str s)
{
	size_t len = counter_len(s);

	if (len == 0)
		len = shortcode_len(s);
	if (len == 0)
		len = shown_counter_len(s);
	if (len == 0)
		len = bullet_len(s);
	if (len == 0)
		len = file_len(s);
	if (len == 0)
		len = page_len(s);
	return len ? blanks_at(s, len) : 0;
}

size_t cl_lead_len(struct cl_str s)
{
	size_t len = one_lead_len(s);

	return len ? len + one_lead_len(cl_str_sub(s, len, s.len)) : 0;
}
