/* SPDX-License-Identifier: MIT */
/* French and Italian small words that have lost their vowel. */
#ifndef CL_CAPTION_ELISION_H
#define CL_CAPTION_ELISION_H

#include "base/str.h"

/* The classes of the small word that ends with the apostrophe of which quote is
 * the number of bytes before it, at the head of word: "l'actrice" 1,
 * "dell'arte" 4. 0 when the word is one: "O'Hare", "D'Angelo", "Villa d'Este",
 * where named tells that a name stands before it. */
uint32_t cl_elision_classes(struct cl_str word, size_t quote, bool named);

#endif
