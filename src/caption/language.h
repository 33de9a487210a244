/* SPDX-License-Identifier: MIT */
/* The language of a caption, as far as its grammar of places goes. */
#ifndef CL_CAPTION_LANGUAGE_H
#define CL_CAPTION_LANGUAGE_H

#include "caption/parse.h"

enum cl_language {
	CL_LANG_UNASKED,
	CL_LANG_ENGLISH,
	CL_LANG_GERMAN,   /* every noun has a capital */
	CL_LANG_ROMANCE,  /* French, Spanish, Italian, Portuguese */
	CL_LANG_NORTHERN, /* Dutch, the Scandinavian ones, Polish */
};

/* Told by the small words, once for a caption. */
enum cl_language cl_language_of(struct cl_parse *p);

#endif
