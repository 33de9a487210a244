/* SPDX-License-Identifier: MIT */
/*
 * What stands in a credit and names nobody: phrases of rights and of unknown
 * photographers ("Public domain", "Fotograaf onbekend"), numbers of archives
 * ("LC-USF34-1234"), the day.
 */
#include "caption/credit.h"

static const char *const phrases[] = {
	"all rights reserved",
	"artist unknown",
	"attribution",
	"autor desconocido",
	"autore sconosciuto",
	"copyright free",
	"creative commons",
	"crown copyright",
	"crown copyright reserved",
	"d r",
	"d.r",
	"derechos reservados",
	"domaine public",
	"dominio público",
	"domínio público",
	"droits réservés",
	"editorial use only",
	"fair use",
	"fotograaf onbekend",
	"fotograf unbekannt",
	"fotógrafo desconocido",
	"free of rights",
	"fotografo sconosciuto",
	"gemeinfrei",
	"handout photo",
	"no archives",
	"no known copyright restrictions",
	"no resale",
	"no sales",
	"no ventas",
	"own work",
	"photographe inconnu",
	"photographer not credited",
	"photographer unknown",
	"public domain",
	"publiek domein",
	"rechtefrei",
	"solo uso editorial",
	"some rights reserved",
	"tous droits réservés",
	"unknown author",
	"unknown photographer",
	"used with permission",
	"uso editorial",
};

/* The token after the words, or i. */
static uint32_t words_at(const struct cl_parse *p, uint32_t i, uint32_t to,
			 const char *words)
{
	struct cl_str rest = cl_str_from(words), word;
	uint32_t end = i;

	while (cl_str_split(&rest, ' ', &word)) {
		if (end >= to || !cl_str_eq_nocase(cl_token_stem(p, end), word))
			return i;
		end++;
	}
	return end;
}

uint32_t cl_credit_aside(const struct cl_parse *p, uint32_t i, uint32_t to)
{
	uint32_t best = i;

	if (i >= to || p->tokens[i].kind != CL_T_WORD ||
	    !cl_is_listed(p, i, CL_L_CREDIT_ASIDE))
		return i;
	for (size_t k = 0; k < sizeof(phrases) / sizeof(phrases[0]); k++) {
		uint32_t end;

		if (phrases[k][0] != p->tokens[i].first)
			continue;
		end = words_at(p, i, to, phrases[k]);
		best = end > best ? end : best;
	}
	return best;
}

bool cl_credit_gift(const struct cl_parse *p, uint32_t i)
{
	if (cl_is_word(p, i, "gift") || cl_is_word(p, i, "bequest"))
		return cl_is_word(p, i + 1, "of") ||
		       cl_is_word(p, i + 1, "from");
	if (cl_is_word(p, i, "purchase") || cl_is_word(p, i, "purchased"))
		return !cl_has_flag(p, i + 1, CL_F_CAP);
	return cl_is_word(p, i, "donated") && cl_is_word(p, i + 1, "by");
}

bool cl_is_reference(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);
	size_t digits = 0, small = 0;

	if (p->tokens[i].kind > CL_T_NUMBER || s.len < 4)
		return false;
	for (size_t k = 0; k < s.len; k++) {
		digits += cl_is_digit(s.ptr[k]);
		small += cl_is_lower(s.ptr[k]);
	}
	if (cl_is_year(p, i))
		return false;
	return digits >= 5 || (digits >= 3 && small == 0 && s.len > digits) ||
	       (digits == s.len && digits >= 4);
}

bool cl_credit_date(const struct cl_parse *p, uint32_t i)
{
	if (cl_has_class(p, i, CL_W_MONTH))
		return i + 1 < p->count &&
		       (p->tokens[i + 1].kind == CL_T_NUMBER);
	return i + 1 < p->count && p->tokens[i].kind == CL_T_NUMBER &&
	       p->tokens[i].end - p->tokens[i].start <= 2 &&
	       (cl_has_class(p, i + 1, CL_W_MONTH) ||
		(cl_is_sign(p, i + 1, '/') && i + 2 < p->count &&
		 p->tokens[i + 2].kind == CL_T_NUMBER) ||
		(cl_is_sign(p, i + 1, '.') && i + 2 < p->count &&
		 cl_has_class(p, i + 2, CL_W_MONTH)));
}
