/* SPDX-License-Identifier: MIT */
/* How a place is shown: in ordinary capitals, as it was written, an
 * abbreviated state in full. */
#include <string.h>

#include "caption/place_part.h"

static bool is_upper(const struct cl_parse *p, const struct cl_place_part *part)
{
	for (uint32_t i = part->from; i < part->to; i++)
		if (p->tokens[i].kind == CL_T_WORD &&
		    !(p->tokens[i].flags &
		      (CL_F_UPPER | CL_F_DOT | CL_F_INITIAL)))
			return false;
	return true;
}

/* Capitals to ordinary capitals: "SAINT-DENIS" to "Saint-Denis". */
static char *lower_words(struct cl_parse *p, struct cl_str s)
{
	char *copy = cl_arena_dup(p->arena, s);
	bool begins = true;

	if (!copy) {
		p->failed = true;
		return NULL;
	}
	for (size_t i = 0; i < s.len; i++) {
		if (cl_is_alpha(copy[i])) {
			if (!begins)
				copy[i] = cl_to_lower(copy[i]);
			begins = false;
		} else {
			begins = copy[i] == ' ' || copy[i] == '-' ||
				 copy[i] == '.';
			if ((uint8_t)copy[i] == 0xC3 && i + 1 < s.len) {
				i++; /* a capital of Latin-1 */
				if (i > 1 && (uint8_t)copy[i] < 0x9F)
					copy[i] = (char)(copy[i] + 0x20);
			}
		}
	}
	return copy;
}

struct cl_str cl_shown_place(struct cl_parse *p,
			     const struct cl_place_part *part)
{
	struct cutline_city city;

	if (!is_upper(p, part))
		return part->text;
	if (cutline_city_find(part->text.ptr, part->text.len, &city, 1) > 0 &&
	    city.name[0] == part->text.ptr[0] &&
	    strlen(city.name) == part->text.len)
		return cl_str_from(city.name);
	return cl_str_from(lower_words(p, part->text));
}

/* Where the state's name in the table is its own: "Cambs" is none. */
static bool speaks_english(const char *country_code)
{
	static const char *const codes[] = {
		"AU", "CA", "GB", "IE", "NZ", "US"
	};

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (strcmp(codes[i], country_code) == 0)
			return true;
	return false;
}

struct cl_str cl_shown_state(struct cl_parse *p,
			     const struct cl_place_part *part,
			     const struct cutline_state *state)
{
	struct cl_str name = cl_str_from(state->name);

	if (part->text.len <= 4 ||
	    cl_str_find_char(part->text, '.', 0) < part->text.len ||
	    speaks_english(state->country_code) ||
	    cl_str_eq_nocase(part->text, name))
		return name;
	return cl_shown_place(p, part); /* "Sachsen", "Navarra" */
}
