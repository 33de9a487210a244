/* SPDX-License-Identifier: MIT */
#ifndef CL_NAMES_AGENCY_H
#define CL_NAMES_AGENCY_H

#include "cutline/names.h"
#include "names/key.h"

/* Find an organisation by the key of its name, without "the" and "Inc". */
bool cl_agency_by_key(const struct cl_key *key, struct cutline_agency *out);

/* May a name in the table begin with the word of this key? Rarely true of one
 * that does not; never false of one that does. */
bool cl_agency_begins(const struct cl_key *word);

#endif
