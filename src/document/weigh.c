/* SPDX-License-Identifier: MIT */
/*
 * What the caption's grammar takes for a credit is none in running prose:
 *
 *	... at the Museum of Modern Art (MoMA).     an organisation's letters
 *	Warner Bros./HBO made the sequel.           the subject of a sentence
 *	Photo credits: Getty Images, Alamy          a list for a whole page
 *
 * And where it finds none, one may end the text by its form alone:
 *
 *	... na rua — Foto: Reprodução/Redes sociais
 *	... à Nantes. CLAIRE LIMA POUR « LE SOIR »
 */
#include "document/unit.h"

#include <string.h>

#include "base/utf8.h"
#include "cutline/names.h"

#define LAST_WORDS 8
#define LAST_BYTES 90

/* A caption before a list of credits has at least so many bytes. */
#define CAPTION_MIN 20

static bool is_stop(char c)
{
	return c && strchr(".!?:\"", c) != NULL;
}

/* Does a sentence end before at? Signs of any other script count as its end. */
static bool after_stop(struct cl_str s, size_t at)
{
	while (at > 0 && cl_is_space(s.ptr[at - 1]))
		at--;
	return at == 0 || is_stop(s.ptr[at - 1]) || s.ptr[at - 1] == ')' ||
	       (unsigned char)s.ptr[at - 1] >= 0x80;
}

/* "(MoMA)" inside a sentence: one organisation that lends no pictures. */
static bool is_letters(struct cl_str s, struct cutline_span credit)
{
	struct cl_str inner = cl_str_sub(s, credit.start + 1, credit.end - 1);
	struct cutline_agency a;

	if (s.ptr[credit.start] != '(' || after_stop(s, credit.start) ||
	    cl_str_find_char(inner, ' ', 0) < inner.len ||
	    cl_str_find_char(inner, '/', 0) < inner.len)
		return false;
	return !cutline_agency_find(inner.ptr, inner.len, &a) ||
	       strcmp(a.kind, "agency") != 0;
}

/* "Warner Bros./HBO made": no bracket, no word of a credit, and the sentence
 * goes on. "hide caption" is the page's own. */
static bool is_subject(struct cl_str s, struct cutline_span credit)
{
	static const struct cl_str words[] = {
		CL_STR_INIT("hide caption"),
		CL_STR_INIT("toggle caption"),
		CL_STR_INIT("file"),
		CL_STR_INIT("via "),
	};
	static const struct cl_str marks[] = {
		CL_STR_INIT("photo"),  CL_STR_INIT("foto"),
		CL_STR_INIT("credit"), CL_STR_INIT("courtesy"),
		CL_STR_INIT("©"),      CL_STR_INIT("picture"),
	};
	struct cl_str text = cl_str_sub(s, credit.start, credit.end);
	struct cl_str rest = cl_str_sub(s, credit.end, s.len);

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (cl_str_find_nocase(text, marks[i], 0) < text.len)
			return false;
	if (text.ptr[0] == '(' || text.ptr[0] == '[' || !rest.len ||
	    rest.ptr[0] != ' ')
		return false;
	rest = cl_str_trim(rest);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (cl_str_starts_nocase(rest, words[i]))
			return false;
	return rest.len && cl_is_lower(rest.ptr[0]);
}

/* "(Source: the ministry)": what is told, not shown, unless by an agency. */
static bool is_source(struct cl_str s, struct cutline_span credit)
{
	static const struct cl_str words[] = {
		CL_STR_INIT("(source: "), CL_STR_INIT("(quelle: "),
		CL_STR_INIT("(fuente: "), CL_STR_INIT("(fonte: "),
		CL_STR_INIT("(bron: "),
	};
	struct cl_str text = cl_str_sub(s, credit.start, credit.end - 1);
	struct cutline_agency a;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (cl_str_skip_nocase(&text, words[i]))
			return !cutline_agency_find(text.ptr, text.len, &a) ||
			       strcmp(a.kind, "agency") != 0;
	return false;
}

size_t cl_weigh_credits(struct cl_str s, struct cutline_span *credits,
			size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		struct cl_str rest =
			cl_str_sub(s, credits[i].start, credits[i].start + 160);

		if (credits[i].end <= credits[i].start + 2 ||
		    is_letters(s, credits[i]) || is_subject(s, credits[i]) ||
		    is_source(s, credits[i]) ||
		    cl_is_list_of_credits(rest, credits[i].start < CAPTION_MIN))
			continue;
		credits[kept++] = credits[i];
	}
	return kept;
}

/* Are there at most so many words and no end of a sentence between? */
static bool is_short(struct cl_str s)
{
	struct cl_str word;
	size_t count = 0;

	while (cl_str_split(&s, ' ', &word)) {
		if (word.len && ++count > LAST_WORDS)
			return false;
		if (word.len > 2 && s.len && is_stop(word.ptr[word.len - 1]))
			return false;
	}
	return count > 0;
}

/* Does a sentence end before at, or a dash or bar stand there? */
static bool opens_last(struct cl_str s, size_t at)
{
	while (at > 0 && s.ptr[at - 1] == ' ')
		at--;
	return at > 0 && s.ptr[at - 1] != ':' &&
	       (after_stop(s, at) || strchr("-|/\n", s.ptr[at - 1]));
}

/* "Photo by me": the writer's own. */
static size_t find_own(struct cl_str s)
{
	static const struct cl_str own[] = {
		CL_STR_INIT("Photo by me"),
		CL_STR_INIT("Photos by me"),
		CL_STR_INIT("Photo by the author"),
		CL_STR_INIT("Photo by author"),
		CL_STR_INIT("Photos by the author"),
	};
	struct cl_str text = s;

	while (text.len && text.ptr[text.len - 1] == '.')
		text.len--;
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (text.len > own[i].len && cl_str_ends(text, own[i]) &&
		    opens_last(s, text.len - own[i].len))
			return text.len - own[i].len;
	return s.len;
}

/* The place of "Foto:" near the end, or s.len. */
static size_t find_mark(struct cl_str s)
{
	static const struct cl_str marks[] = {
		CL_STR_INIT("Foto: "),         CL_STR_INIT("Fotos: "),
		CL_STR_INIT("Photo: "),        CL_STR_INIT("Photos: "),
		CL_STR_INIT("Photograph: "),   CL_STR_INIT("Photo credit: "),
		CL_STR_INIT("Photo Credit: "), CL_STR_INIT("Credit: "),
		CL_STR_INIT("Picture: "),      CL_STR_INIT("Bild: "),
		CL_STR_INIT("Imagem: "),       CL_STR_INIT("Imagen: "),
		CL_STR_INIT("Image: "),        CL_STR_INIT("Beeld: "),
		CL_STR_INIT("Quelle: "),       CL_STR_INIT("Crédit photo : "),
		CL_STR_INIT("Crédits : "),     CL_STR_INIT("Photo : "),
	};
	size_t from = s.len > LAST_BYTES ? s.len - LAST_BYTES : 0;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t at = cl_str_find(s, marks[i], from);

		if (at > 0 && at + marks[i].len < s.len && opens_last(s, at) &&
		    !cl_is_lower(s.ptr[at + marks[i].len]) &&
		    is_short(cl_str_sub(s, at + marks[i].len, s.len)))
			return at;
	}
	return s.len;
}

/* Two words or more in capitals, signs between them. */
static bool all_capitals(struct cl_str s)
{
	struct cl_str word;
	size_t words = 0;

	while (cl_str_split(&s, ' ', &word)) {
		size_t upper = 0;

		for (size_t i = 0; i < word.len; i++) {
			if (cl_is_lower(word.ptr[i]) ||
			    cl_is_digit(word.ptr[i]))
				return false;
			upper += cl_is_upper(word.ptr[i]);
		}
		words += upper >= 2;
	}
	return words >= 2;
}

/* The place after the last end of a sentence, or s.len. */
static size_t find_capitals(struct cl_str s)
{
	size_t from = s.len > LAST_BYTES ? s.len - LAST_BYTES : 0;

	for (size_t at = s.len; at > from + 3; at--)
		if (s.ptr[at - 2] == '.' && s.ptr[at - 1] == ' ' &&
		    !cl_is_upper(s.ptr[at - 3]))
			return all_capitals(cl_str_sub(s, at, s.len)) ? at
								      : s.len;
	return s.len;
}

bool cl_last_credit(struct cl_str s, struct cutline_span *credit)
{
	size_t at = find_mark(s);

	if (at == s.len)
		at = find_own(s);
	if (at == s.len)
		at = find_capitals(s);
	credit->start = at;
	credit->end = s.len;
	return at < s.len;
}
