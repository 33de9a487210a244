/* SPDX-License-Identifier: MIT */
/*
 * Which of the encodings of older desks texts are in that do not say so and
 * are not UTF-8: Windows-1252 or MacRoman, by how their letters then stand.
 */
#ifndef CL_BASE_GUESS_H
#define CL_BASE_GUESS_H

#include "base/utf8.h"

/* What speaks for each; all zero to begin with. */
struct cl_evidence {
	int cp1252, macroman;
};

/* Add what a text says; one that is valid UTF-8 says nothing. Linear. */
void cl_evidence_add(struct cl_evidence *e, struct cl_str text);

/* CL_ENC_MACROMAN where clearly more speaks for it, else CL_ENC_CP1252. */
enum cl_encoding cl_evidence_judge(const struct cl_evidence *e);

/* Something was added, and both are about as likely. */
bool cl_evidence_is_weak(const struct cl_evidence *e);

#endif
