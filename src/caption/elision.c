/* SPDX-License-Identifier: MIT */
/*
 * "l'École militaire", "dell'arte", "qu'elle": a small word and a word, which
 * are two tokens so that the grammars see the second. A capital at the head
 * makes it a name ("L'Oréal", "D'Angelo") unless a small letter follows, as at
 * the head of a sentence ("L'actrice"); "d'" between capitals is within a name
 * ("Beatrice d'Este").
 */
#include "caption/elision.h"

#include "base/utf8.h"
#include "caption/character.h"
#include "caption/lexicon.h"

#define ARTICLE CL_W_ARTICLE
#define OF (CL_W_PREP | CL_W_PARTICLE)

static const struct {
	struct cl_str word;
	uint32_t classes;
} elided[] = {
	{ CL_STR_INIT("l"), ARTICLE },      { CL_STR_INIT("d"), OF },
	{ CL_STR_INIT("qu"), CL_W_CONJ },   { CL_STR_INIT("un"), ARTICLE },
	{ CL_STR_INIT("all"), CL_W_PREP },  { CL_STR_INIT("dall"), CL_W_PREP },
	{ CL_STR_INIT("dell"), OF },        { CL_STR_INIT("nell"), CL_W_PREP },
	{ CL_STR_INIT("sull"), CL_W_PREP }, { CL_STR_INIT("quest"), ARTICLE },
	{ CL_STR_INIT("quell"), ARTICLE },
};

uint32_t cl_elision_classes(struct cl_str word, size_t quote, bool named)
{
	struct cl_str head = cl_str_sub(word, 0, quote);
	size_t len;
	bool capital;

	cl_code_at(word, quote, &len);
	capital = cl_is_capital(cl_code_at(word, quote + len, &len));
	if (capital && (cl_is_upper(word.ptr[0]) ||
			(named && cl_str_eq(head, CL_STR("d")))))
		return 0;
	for (size_t i = 0; i < sizeof(elided) / sizeof(elided[0]); i++)
		if (cl_str_eq_nocase(head, elided[i].word))
			return elided[i].classes;
	return 0;
}
