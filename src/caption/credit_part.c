/* SPDX-License-Identifier: MIT */
/*
 * What a part of a credit is, by the separator before it and by its words: a
 * known agency is one wherever it stands; a number is a reference; Pool,
 * Handout, File qualify; a name with the word of an organisation in it ("Fire
 * District") is one. Any other is the photographer if none was named before,
 * else an organisation, unless its first word is a given name.
 *
 * Where the first part is no name of a person by its look and the second is
 * ("Harbour Curling/Ana Lima"), the first is the organisation.
 *
 * Ranks and the word Photo are no part of a name ("AP Photo" is AP), except
 * where a brand holds it ("NBCU Photo Bank", "UN Photo").
 */
#include <string.h>

#include "caption/credit_reader.h"
#include "names/key.h"

bool cl_credit_noise(const struct cl_parse *p, uint32_t i)
{
	return p->tokens[i].kind >= CL_T_POSSESSIVE ||
	       cl_has_class(p, i, CL_W_PHOTO | CL_W_CREDIT) ||
	       cl_is_listed(p, i, CL_L_CREDIT_NOISE | CL_L_CREDIT_GIVER) ||
	       cl_is_year(p, i);
}

/* "Courtesy of", in some languages. */
static bool is_courtesy(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "courtesy") || cl_is_word(p, i, "cortesía") ||
	       cl_is_word(p, i, "cortesia") || cl_is_word(p, i, "provided");
}

static bool is_qualifier(const struct cl_parse *p, uint32_t i)
{
	return cl_has_class(p, i, CL_W_QUALIFIER);
}

/* "ANA LIMAANA LIMA": a name that was pasted twice. */
static struct cl_str halve(struct cl_str text)
{
	size_t half = text.len / 2;

	if (text.len % 2 == 0 && half >= 6 &&
	    memcmp(text.ptr, text.ptr + half, half) == 0)
		text.len = half;
	return text;
}

static bool is_creator(const struct cl_parse *p, struct cl_str name)
{
	const struct cl_value_list *l = &p->fields[CUTLINE_CREATORS];

	for (size_t i = 0; i < l->count && i < 16; i++)
		if (cl_key_eq(cl_str_from(l->items[i].text), name))
			return true;
	return false;
}

static void add_span(struct cl_credit_reader *r, enum cutline_role role,
		     struct cutline_span span, double confidence)
{
	struct cl_str text = cl_str_sub(r->p->text, span.start, span.end);
	bool agency =
		role >= CUTLINE_ROLE_PROVIDER && role <= CUTLINE_ROLE_RIGHTS;

	if (text.len == 0)
		return;
	if (role == CUTLINE_ROLE_CREATOR) {
		text = halve(text);
		span.end = span.start + text.len;
	}
	if (agency && is_creator(r->p, text))
		return; /* "via Ana Lima/Invision" */
	if (r->p->in_fields)
		span.start = span.end = 0;
	cl_add_part(r->p, role, text, span);
	if (role == CUTLINE_ROLE_CREATOR)
		cl_add_value(r->p, CUTLINE_CREATORS, text, span, confidence,
			     r->rule);
	else if (agency)
		cl_add_value(r->p, CUTLINE_AGENCIES, text, span, confidence,
			     r->rule);
	if (role == CUTLINE_ROLE_CREATOR)
		r->creator = true;
	r->last = role;
}

static void add_values(struct cl_credit_reader *r, enum cutline_role role,
		       uint32_t from, uint32_t to, double confidence)
{
	struct cutline_span span = { r->p->tokens[from].start,
				     r->p->tokens[to - 1].end };

	add_span(r, role, span, confidence);
}

static void add_text(struct cl_credit_reader *r, enum cutline_role role,
		     size_t start, size_t end)
{
	struct cutline_span span = { start, end };

	add_span(r, role, span, r->confidence);
}

static enum cutline_role agency_role(const struct cl_credit_reader *r,
				     const struct cutline_agency *a)
{
	if (r->forced)
		return r->next;
	if (a && strcmp(a->kind, "collection") == 0)
		return CUTLINE_ROLE_COLLECTION;
	return CUTLINE_ROLE_PROVIDER;
}

/* A known agency that is all of the part; "Image source, AFP" names none. */
static bool is_agency(const struct cl_credit_reader *r, uint32_t from,
		      uint32_t to, struct cutline_agency *a)
{
	if (cl_agency_at(r->p, from, to, a) != to)
		return false;
	if (to == from + 1 && cl_has_class(r->p, from, CL_W_PHOTO))
		return r->after != ':';
	return !(to == from + 2 && cl_is_word(r->p, from, "image") &&
		 cl_is_word(r->p, from + 1, "source") &&
		 (r->after == ',' || r->after == ':'));
}

/* "Archives", "Acervo", before the name of whose they are. */
static bool is_kept_by(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "archives") || cl_is_word(p, i, "acervo") ||
	       cl_is_word(p, i, "collectie");
}

/* Drop token i from the front: note what it says. */
static void pass_front(struct cl_credit_reader *r, uint32_t i, uint32_t to)
{
	if (is_kept_by(r->p, i))
		r->owned = true;
	if (is_courtesy(r->p, i) && !r->by) {
		r->forced = true;
		r->next = CUTLINE_ROLE_COURTESY;
	}
	if (cl_is_word(r->p, i, "by"))
		r->by = true;
	if (is_qualifier(r->p, i) && !cl_has_class(r->p, i, CL_W_CREDIT) &&
	    i + 1 == to)
		add_values(r, CUTLINE_ROLE_QUALIFIER, i, i + 1, 0);
}

/* Is the word at the front of a part no part of the name? */
static bool drops_front(const struct cl_credit_reader *r, uint32_t i,
			uint32_t to)
{
	if (cl_is_word(r->p, i, "the") && !cl_has_flag(r->p, i, CL_F_CAP))
		return true;
	if (cl_has_class(r->p, i, CL_W_CONJ) && !cl_has_flag(r->p, i, CL_F_CAP))
		return true;
	if (i + 1 < to && cl_is_reference(r->p, i))
		return true;
	if (cl_is_word(r->p, i, "collection") &&
	    cl_is_word(r->p, i + 1, "of") && i + 2 < to)
		return true;
	/* "Archivo Lima" is a name, "Archivo" is none */
	if (cl_is_listed(r->p, i, CL_L_KEEPER) && i + 1 < to &&
	    cl_has_flag(r->p, i, CL_F_CAP) &&
	    cl_has_flag(r->p, i + 1, CL_F_CAP))
		return is_kept_by(r->p, i);
	if (i + 2 == to && cl_is_listed(r->p, i + 1, CL_L_KEEPER) &&
	    cl_has_flag(r->p, i, CL_F_CAP) && cl_has_class(r->p, i, CL_W_PHOTO))
		return false; /* "Photo Collection" */
	return cl_credit_noise(r->p, i) ||
	       (is_qualifier(r->p, i) && r->before != '&');
}

/* "Fotograaf onbekend" */
static bool is_unknown(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from < to && !cl_is_word(p, from, "unknown") &&
	       !cl_is_word(p, from, "onbekend") &&
	       !cl_is_word(p, from, "unbekannt") &&
	       !cl_is_word(p, from, "inconnu") &&
	       !cl_is_word(p, from, "desconocido"))
		from++;
	return from < to;
}

/* Drop from the front what is no name; qualifiers become parts of their own. */
static uint32_t trim_front(struct cl_credit_reader *r, uint32_t from,
			   uint32_t to)
{
	struct cutline_agency a;

	while (from < to) {
		uint32_t end = cl_credit_aside(r->p, from, to);

		if (end != from) {
			add_values(r, CUTLINE_ROLE_QUALIFIER, from, end, 0);
			/* nobody is known: what follows is no photographer */
			r->creator |= is_unknown(r->p, from, end);
			from = end;
			continue;
		}
		if (is_agency(r, from, to, &a) &&
		    !cl_is_word(r->p, from, "official"))
			return from;
		if (cl_is_word(r->p, from, "for") && from + 1 < to) {
			r->forced = true;
			r->next = CUTLINE_ROLE_CLIENT;
			from++;
			continue;
		}
		if (!drops_front(r, from, to))
			return from;
		pass_front(r, from, to);
		from++;
	}
	return from;
}

/* Does the last word belong to the name: "Hulton Archive", "Fox Photos"? Not in
 * "AP Photo", which is AP as well. */
static bool keeps_last(const struct cl_credit_reader *r, uint32_t from,
		       uint32_t to)
{
	struct cutline_agency whole, rest;
	const struct cl_parse *p = r->p;
	bool known = cl_agency_at(p, from, to, &whole) == to;

	if (!known) /* an archive that nobody listed */
		return (cl_is_word(p, to - 1, "archives") ||
			cl_is_word(p, to - 1, "archive") ||
			cl_is_word(p, to - 1, "archief") ||
			cl_is_word(p, to - 1, "archiv")) &&
		       cl_has_flag(p, to - 1, CL_F_CAP) &&
		       !cl_is_word(p, from, "photo") &&
		       (cl_agency_at(p, from, to - 1, &rest) != to - 1 ||
			(cl_is_word(p, to - 1, "archive") &&
			 strcmp(rest.kind, "newspaper") == 0));
	if (!cl_has_class(p, to - 1, CL_W_PHOTOSTRIP))
		return !cl_is_word(p, to - 1, "staff") &&
		       !cl_is_word(p, to - 1, "file");
	return cl_agency_at(p, from, to - 1, &rest) != to - 1 ||
	       whole.name != rest.name ||
	       (cl_key_eq(cl_str_from(whole.name), cl_text_of(p, from, to)) &&
		!cl_is_word(p, from, "ap"));
}

static uint32_t trim_back(struct cl_credit_reader *r, uint32_t from,
			  uint32_t to, bool *photo)
{
	bool number = false;

	while (to > from) {
		const struct cl_parse *p = r->p;
		uint32_t i = to - 1;
		bool strip = cl_has_class(p, i, CL_W_PHOTOSTRIP) ||
			     is_qualifier(p, i) || cl_is_year(p, i) ||
			     (i > from && cl_is_reference(p, i)) ||
			     (p->tokens[i].kind >= CL_T_DASH &&
			      p->tokens[i].kind != CL_T_QUOTE_CLOSE &&
			      !cl_is_sign(p, i, '!') && !cl_is_sign(p, i, '+'));

		if (i > from && cl_is_listed(p, i, CL_L_NUMBER_WORD) &&
		    (r->after == ':' || number)) {
			to = i;
			continue;
		}
		number = cl_is_reference(p, i);
		if (i > from + 1 && cl_credit_aside(p, i - 1, to) == to) {
			to = i - 1;
			continue;
		}
		if (!strip || (i > from && keeps_last(r, from, to)))
			break;
		*photo |= cl_has_class(p, i, CL_W_PHOTOSTRIP) ||
			  cl_is_word(p, i, "file") || cl_is_word(p, i, "files");
		to--;
	}
	return to;
}

/* "Ana Lima-Imagn Images": a hyphen that no blank shows to be a separator. */
static bool split_hyphen(struct cl_credit_reader *r, uint32_t from, uint32_t to)
{
	struct cl_parse *p = r->p;

	for (uint32_t i = from; i < to; i++) {
		struct cl_str s = cl_token_text(p, i);
		size_t at = p->tokens[i].end, end = p->tokens[to - 1].end;
		struct cutline_agency a;
		struct cl_str tail;

		while (at > p->tokens[i].start && p->text.ptr[at - 1] != '-')
			at--;
		if (at == p->tokens[i].start || s.len < 4 ||
		    cl_has_class(p, from, CL_W_ARTICLE))
			continue;
		/* a second name may be that of an agency: "Cole-Stone" */
		if (i + 1 == to && r->ahead == CL_NEXT_AGENCY)
			continue;
		tail = cl_str_sub(p->text, at, end);
		if (!cutline_agency_find(tail.ptr, tail.len, &a) ||
		    strcmp(a.kind, "agency") != 0)
			continue; /* "Watt-Stern", "Ingersoll-Tate" */
		add_text(r, CUTLINE_ROLE_CREATOR, p->tokens[from].start,
			 at - 1);
		add_text(r, agency_role(r, &a), at, end);
		return true;
	}
	return false;
}

static bool holds_comma(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from < to && !cl_is_sign(p, from, ','))
		from++;
	return from < to;
}

static void take_unknown(struct cl_credit_reader *r, uint32_t from, uint32_t to,
			 bool photo)
{
	struct cl_parse *p = r->p;
	bool given = cl_is_given(p, from) && to - from >= 2;
	bool person = cl_like_person(p, from, to);
	double confidence = r->confidence;

	if (r->forced && r->next == CUTLINE_ROLE_COURTESY && person &&
	    r->after == ',' && r->ahead == CL_NEXT_AGENCY) {
		/* "courtesy of Ana Lima, Getty Images" */
		add_values(r, CUTLINE_ROLE_CREATOR, from, to, confidence - 0.1);
		return;
	}
	if (r->forced) {
		add_values(r, r->next, from, to, confidence);
		return;
	}
	if (holds_comma(p, from, to)) {
		add_values(r, CUTLINE_ROLE_CREATOR, from, to, confidence);
		return;
	}
	if (split_hyphen(r, from, to))
		return;
	if (cl_credit_organisation(r, from, to, photo)) {
		add_values(r, CUTLINE_ROLE_PROVIDER, from, to,
			   confidence - 0.05);
		return;
	}
	if (!r->creator && (person || r->by || to - from == 1))
		add_values(r, CUTLINE_ROLE_CREATOR, from, to, confidence);
	else if (person && (r->before == '&' || given ||
			    (r->before == ',' && to - from >= 2 &&
			     r->last == CUTLINE_ROLE_CREATOR)))
		add_values(r, CUTLINE_ROLE_CREATOR, from, to, confidence - 0.1);
	else if (to - from <= 8)
		add_values(r, CUTLINE_ROLE_PROVIDER, from, to,
			   confidence - 0.15);
}

/* "U.S. Army Staff Sgt. Ana Lima": the service, then the rank, then the name;
 * "ANP ANA LIMA", "Belga Photo Ana Lima": the agency, then the name. */
static uint32_t split_service(struct cl_credit_reader *r, uint32_t from,
			      uint32_t to)
{
	struct cutline_agency a;
	uint32_t end = cl_agency_at(r->p, from, to, &a), next = end;

	if (end == from || end >= to)
		return from;
	while (next < to && cl_has_class(r->p, next, CL_W_PHOTOSTRIP))
		next++;
	if (!cl_has_class(r->p, end, CL_W_RANK) &&
	    !(to - next >= 2 && strcmp(a.kind, "agency") == 0 &&
	      cl_like_person(r->p, next, to) &&
	      (next > end || cl_is_given(r->p, next) ||
	       (cl_has_flag(r->p, next, CL_F_UPPER) &&
		cl_has_flag(r->p, to - 1, CL_F_UPPER)))))
		return from;
	end = trim_back(r, from, end, &(bool){ false });
	add_values(r, agency_role(r, &a), from, end, r->confidence);
	r->by = true;
	return next;
}

static void take_reference(struct cl_credit_reader *r, uint32_t from,
			   uint32_t to)
{
	struct cl_parse *p = r->p;
	struct cutline_value *v;

	cl_add_part(p, CUTLINE_ROLE_REFERENCE, cl_text_of(p, from, to),
		    cl_span_of(p, from, to));
	v = cl_add_value(p, CUTLINE_REFERENCES, cl_text_of(p, from, to),
			 cl_span_of(p, from, to), 0.9, r->rule);
	if (v && !v->kind)
		v->kind = "other";
	r->last = CUTLINE_ROLE_REFERENCE;
}

/* What is no name but stands in a part of its own: number, licence, day, "left"
 * in the credit of a pair of pictures, the town of a museum. */
static bool take_other(struct cl_credit_reader *r, uint32_t from, uint32_t to)
{
	const struct cl_parse *p = r->p;

	if (cl_credit_number(p, from, to) ||
	    (r->last == CUTLINE_ROLE_REFERENCE && to == from + 1 &&
	     p->tokens[from].kind == CL_T_NUMBER)) {
		take_reference(r, from, to);
		return true;
	}
	if (cl_credit_licence(p, from) && to - from <= 5) {
		add_values(r, CUTLINE_ROLE_LICENCE, from, to, 0.9);
		r->origin = false;
		return true;
	}
	if (to == from + 1 && r->before == '(' && cl_is_word(p, from, "c"))
		return true; /* "(C)" */
	if (r->keeper && r->before == ',' && cl_credit_town(p, from, to))
		return true;
	if (cl_credit_date(p, from) ||
	    (to == from + 1 && r->last != CUTLINE_ROLE_QUALIFIER &&
	     cl_has_class(p, from, CL_W_MONTH) && !cl_is_given(p, from)))
		return true;
	if (to == from + 1 && r->after == ':' &&
	    cl_is_listed(p, from, CL_L_NUMBER_WORD))
		return true;
	return cl_is_listed(p, from, CL_L_CREDIT_PLACE) &&
	       cl_is_listed(p, to - 1, CL_L_CREDIT_PLACE) && to - from <= 2;
}

/* The address of a page or for mail is how to reach somebody, no name; in a
 * by-line that says no more, it stands for the name. */
static bool take_address(struct cl_credit_reader *r, uint32_t from, uint32_t to)
{
	struct cl_str s = cl_token_text(r->p, from);
	bool domain = cl_is_domain(r->p, from) && r->p->in_fields && r->by;

	if (to > from + 1 && !cl_is_word(r->p, from, "http") &&
	    !cl_is_word(r->p, from, "https"))
		return false;
	if (!domain && cl_str_find_char(s, '@', 0) == s.len &&
	    !cl_str_starts_nocase(s, CL_STR("www.")) &&
	    !cl_is_word(r->p, from, "http") && !cl_is_word(r->p, from, "https"))
		return false;
	if (r->p->in_fields && r->by && !r->creator)
		add_values(r, CUTLINE_ROLE_CREATOR, from, to, 0.6);
	return true;
}

/* Where a day, or the words of somebody's trade, begin in a part. */
static uint32_t cut_part(const struct cl_credit_reader *r, uint32_t from,
			 uint32_t to)
{
	for (uint32_t i = from + 1; i < to; i++)
		if (cl_credit_date(r->p, i))
			return i;
	return to;
}

static bool has_keeper(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from < to && !cl_is_listed(p, from, CL_L_KEEPER))
		from++;
	return from < to;
}

void cl_credit_part(struct cl_credit_reader *r, uint32_t from, uint32_t to)
{
	struct cl_parse *p = r->p;
	struct cutline_agency a;
	bool photo = false, ranked;
	uint32_t end;

	from = trim_front(r, from, to);
	if (from < to && cl_credit_gift(p, from)) {
		/* the giver lends no picture: part of a museum's line only */
		add_values(r, CUTLINE_ROLE_QUALIFIER, from, to, 0);
		return;
	}
	if (from < to && cl_credit_number(p, from, to)) {
		take_reference(r, from, to);
		return;
	}
	to = trim_back(r, from, cut_part(r, from, to), &photo);
	if (from >= to ||
	    (r->origin && r->before == ',' && !cl_credit_licence(p, from)))
		return;
	if (is_agency(r, from, to, &a)) {
		add_values(r, agency_role(r, &a), from, to, r->confidence);
		r->keeper = strcmp(a.kind, "library") == 0 ||
			    strcmp(a.kind, "museum") == 0;
		r->origin = false;
		return;
	}
	if (take_other(r, from, to) || take_address(r, from, to))
		return;
	if (r->origin && r->before == 'o' && !cl_is_domain(p, from))
		return;
	r->keeper = has_keeper(p, from, to);
	from = split_service(r, from, to);
	end = r->forced ? from : cl_skip_ranks(p, from, to);
	ranked = end != from;
	r->by |= ranked;
	from = end;
	end = r->creator ? to : cl_find_unit(p, from, to, ranked);
	if (end < to && !r->forced && cl_like_person(p, from, end)) {
		take_unknown(r, from, end, false);
		from = end;
	}
	take_unknown(r, from, to, photo);
}
