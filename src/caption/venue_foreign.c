/* SPDX-License-Identifier: MIT */
/*
 * Venues as other languages build their names:
 *
 *	place de la Riponne, Teatro Real	the word of venue stands first,
 *	quai des Chartrons, musée Rodin		capital or not
 *	im Stefaniensaal, in der Stadthalle	it ends a compound
 *	au Grand Rex, na Marquês de Sapucaí	a name after a preposition that
 *						has its article in it
 *
 * In French, Spanish, Italian and Portuguese a town may follow: "Palacio de
 * Congresos de Granada".
 */
#include "caption/language.h"
#include "caption/places.h"

static bool is_small_joint(const struct cl_parse *p, uint32_t i)
{
	return cl_is_free(p, i) && !cl_has_flag(p, i, CL_F_CAP) &&
	       p->tokens[i].kind == CL_T_WORD &&
	       (cl_has_class(p, i, CL_W_PARTICLE) ||
		cl_is_listed(p, i, CL_L_VENUE_JOINT) ||
		(cl_has_class(p, i, CL_W_ARTICLE) &&
		 p->text.ptr[p->tokens[i].end - 1] != 'n'));
}

/* The capital after the small words that join a name, or i. */
static uint32_t over_joints(const struct cl_parse *p, uint32_t i,
			    uint32_t limit)
{
	uint32_t k = i;

	while (k < limit && k < i + 3 && is_small_joint(p, k))
		k++;
	return k < limit && cl_is_cap(p, k) ? k : i;
}

/* Do the words from i tell a town after "de", "di", "da"? Sets its bounds. */
static bool town_after(const struct cl_parse *p, uint32_t i, uint32_t limit,
		       uint32_t *from, uint32_t *to)
{
	*from = over_joints(p, i, limit);
	if (*from == i || !cl_has_class(p, i, CL_W_PARTICLE | CL_W_PREP))
		return false;
	*to = cl_run_end(p, *from, limit);
	return cl_big_city(cl_text_of(p, *from, *to));
}

/* "Musée de la civilisation": a small noun after the joint, or i. */
static uint32_t over_noun(const struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t k = i;

	while (k < limit && k < i + 3 && is_small_joint(p, k))
		k++;
	if (k == i || k >= limit || !cl_is_free(p, k) ||
	    p->tokens[k].kind != CL_T_WORD || p->tokens[k].classes ||
	    p->tokens[k].lists || cl_has_flag(p, k, CL_F_CAP))
		return i;
	return k + 1;
}

/* The end of the name of a venue whose word at i stands first; i + 1 when no
 * name follows. */
static uint32_t head_end(struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t end = i + 1, from, to;

	while (end < limit && end < i + 12 && !cl_has_flag(p, end, CL_F_LINE)) {
		uint32_t next;

		if (cl_is_cap(p, end) || (p->tokens[end].kind == CL_T_NUMBER &&
					  cl_is_free(p, end) && end == i + 1)) {
			end++;
			continue;
		}
		if (cl_is_sign(p, end, '&') && cl_is_cap(p, end + 1) &&
		    end > i + 1) {
			end += 2;
			continue;
		}
		if (end > i + 1 && town_after(p, end, limit, &from, &to))
			break;
		next = over_joints(p, end, limit);
		if (next == end && end == i + 1 &&
		    cl_language_of(p) == CL_LANG_ROMANCE) {
			next = over_noun(p, end, limit);
			if (next == end || !(cl_has_flag(p, i, CL_F_CAP) ||
					     cl_is_cap(p, next)))
				break;
			end = next;
			continue;
		}
		if (next == end)
			break;
		end = next + 1;
	}
	return end;
}

/* What follows a venue: "de Granada". */
static uint32_t take_town_after(struct cl_parse *p, uint32_t end,
				uint32_t limit)
{
	uint32_t from, to;

	if (end < limit && cl_is_free(p, end) &&
	    town_after(p, end, limit, &from, &to) &&
	    (to = cl_chain_end(p, from, limit)) > from &&
	    cl_place_chain(p, from, to, true, "place-after")) {
		cl_claim(p, from, to, CL_BY_PLACE);
		return to;
	}
	return cl_after_venue(p, end, limit);
}

uint32_t cl_take_head_venue(struct cl_parse *p, uint32_t i, uint32_t limit,
			    double confidence)
{
	uint32_t end, from, to, next;

	if (!cl_is_listed(p, i, CL_L_VENUE_FIRST) || !cl_is_free(p, i) ||
	    cl_has_flag(p, i, CL_F_DOT | CL_F_UPPER))
		return i;
	if (cl_language_of(p) == CL_LANG_ENGLISH &&
	    (!cl_has_flag(p, i, CL_F_CAP) || cl_is_listed(p, i, CL_L_ENGLISH)))
		return i;
	end = head_end(p, i, limit);
	if (!cl_has_flag(p, i, CL_F_CAP) &&
	    town_after(p, i + 1, limit, &from, &to) && to == end) {
		next = take_town_after(p, i + 1, limit); /* "rua de Mindelo" */
		return next > i + 1 ? next : i;
	}
	if (cl_is_place(cl_text_of(p, i, end)))
		return i; /* "Puerto Rico" */
	if (end == i + 1 || cl_has_class(p, end - 1, CL_W_ROLE | CL_W_MONTH))
		return i;
	cl_add_venue(p, i, end, confidence, "venue-first");
	return take_town_after(p, end, limit);
}

/* German and Dutch compounds: "Messehof", "Sportpaleis". */
static bool is_compound(struct cl_str s)
{
	static const struct cl_str tails[] = {
		CL_STR_INIT("halle"),   CL_STR_INIT("saal"),
		CL_STR_INIT("platz"),   CL_STR_INIT("straße"),
		CL_STR_INIT("strasse"), CL_STR_INIT("kirche"),
		CL_STR_INIT("schloss"), CL_STR_INIT("bahnhof"),
		CL_STR_INIT("museum"),  CL_STR_INIT("stadion"),
		CL_STR_INIT("haus"),    CL_STR_INIT("hof"),
		CL_STR_INIT("theater"), CL_STR_INIT("brücke"),
		CL_STR_INIT("turm"),    CL_STR_INIT("palast"),
		CL_STR_INIT("zentrum"), CL_STR_INIT("gebäude"),
		CL_STR_INIT("hafen"),   CL_STR_INIT("zelt"),
		CL_STR_INIT("markt"),   CL_STR_INIT("münster"),
		CL_STR_INIT("schule"),  CL_STR_INIT("gericht"),
		CL_STR_INIT("klinik"),  CL_STR_INIT("kanzleramt"),
		CL_STR_INIT("allee"),   CL_STR_INIT("ufer"),
		CL_STR_INIT("paleis"),  CL_STR_INIT("plein"),
		CL_STR_INIT("straat"),  CL_STR_INIT("kerk"),
		CL_STR_INIT("gracht"),  CL_STR_INIT("torget"),
		CL_STR_INIT("gatan"),   CL_STR_INIT("tinget"),
		CL_STR_INIT("hofburg"), CL_STR_INIT("poort"),
	};

	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++)
		if (s.len > tails[i].len + 2 && cl_str_ends(s, tails[i]))
			return true;
	return false;
}

static bool has_compound(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (cl_has_class(p, i, CL_W_VENUE) ||
		    is_compound(cl_token_text(p, i)))
			return true;
	return false;
}

/* "in der alten Stadthalle": article and small adjectives before the noun. */
static uint32_t skip_small(const struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t k = i;

	while (k < limit && k < i + 3 && cl_is_free(p, k) &&
	       p->tokens[k].kind == CL_T_WORD && !cl_has_flag(p, k, CL_F_CAP) &&
	       !cl_has_class(p, k, CL_W_PREP | CL_W_CONJ))
		k++;
	return k;
}

static uint32_t take_compound(struct cl_parse *p, uint32_t prep, uint32_t limit)
{
	uint32_t from = skip_small(p, prep + 1, limit);
	uint32_t end = cl_run_end(p, from, limit);

	while (end > from + 1 && !cl_has_class(p, from, CL_W_VENUE) &&
	       !has_compound(p, end - 1, end))
		end--; /* "im Reichstag Angela Lima" */
	if (end == from || !has_compound(p, from, end) ||
	    cl_has_class(p, end - 1, CL_W_EVENTHEAD | CL_W_MONTH))
		return prep;
	cl_add_venue(p, from, end, 0.88, "venue-compound");
	return cl_after_venue(p, end, limit);
}

/* Is the run set off, so that it is a name by itself? */
static bool is_set_off(const struct cl_parse *p, uint32_t end)
{
	return end >= p->count || p->tokens[end].owner != CL_FREE ||
	       p->tokens[end].kind == CL_T_SIGN ||
	       p->tokens[end].kind == CL_T_CLOSE ||
	       p->tokens[end].kind == CL_T_DASH ||
	       cl_has_class(p, end, CL_W_PREP);
}

static bool is_occasion(const struct cl_parse *p, uint32_t i)
{
	static const char *const words[] = {
		"exposición", "feria",  "salone",      "salón",
		"salon",      "cumbre", "mostra",      "fiesta",
		"festa",      "sommet", "foire",       "fête",
		"torneo",     "copa",   "coppa",       "coupe",
		"mundial",    "juegos", "campeonato",  "campionato",
		"giochi",     "jeux",   "championnat", "championnats",
		"jogos",      "ligue",  "grande",      "tour",
		NULL
	};

	for (size_t k = 0; words[k]; k++)
		if (cl_is_word(p, i, words[k]))
			return true;
	return false;
}

/* "au Grand Rex", "à l'École militaire", "alla Camera dei Deputati". */
static uint32_t take_named(struct cl_parse *p, uint32_t prep, uint32_t from,
			   uint32_t limit)
{
	uint32_t end = cl_run_end(p, from, limit), next;
	struct cl_str s;

	if (from == prep + 1 && !cl_is_listed(p, prep, CL_L_WITH_ARTICLE))
		return prep;
	if (end == from || cl_has_class(p, from, CL_W_TITLE | CL_W_ROLE))
		return prep;
	if (is_occasion(p, from) || (prep > 0 && cl_is_cap(p, prep - 1)))
		return prep;
	for (uint32_t i = from; i < end; i++)
		if (cl_has_class(p, i,
				 CL_W_EVENT | CL_W_MONTH | CL_W_WEEKDAY |
					 CL_W_GIVEN | CL_W_TEAM))
			return prep;
	next = over_joints(p, end, limit);
	if (next > end && !cl_big_city(cl_text_of(p, next, next + 1)))
		end = cl_run_end(p, next, limit);
	else if (cl_is_free(p, end) && p->tokens[end].kind == CL_T_WORD &&
		 !p->tokens[end].classes && is_set_off(p, end + 1))
		end++; /* "École militaire" */
	s = cl_text_of(p, from, end);
	if (cl_is_place(s) || !is_set_off(p, end) || s.len < 4)
		return prep;
	cl_add_venue(p, from, end, 0.8, "venue-named");
	return take_town_after(p, end, limit);
}

uint32_t cl_take_foreign_venue(struct cl_parse *p, uint32_t prep,
			       uint32_t limit)
{
	uint32_t from = prep + 1, next;
	enum cl_language language = cl_language_of(p);

	if (language == CL_LANG_ENGLISH)
		return prep;
	while (from < limit && from < prep + 3 && cl_is_free(p, from) &&
	       cl_has_class(p, from, CL_W_ARTICLE) &&
	       !cl_has_flag(p, from, CL_F_CAP) &&
	       !(language == CL_LANG_ROMANCE && cl_is_word(p, from, "de")))
		from++;
	next = cl_take_head_venue(p, from, limit, 0.9);
	if (next != from)
		return next;
	if (language == CL_LANG_GERMAN || language == CL_LANG_NORTHERN)
		return take_compound(p, prep, limit);
	if (!cl_is_cap(p, from))
		return prep;
	return take_named(p, prep, from, limit);
}
