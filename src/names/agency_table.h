/* SPDX-License-Identifier: MIT */
/* The table that mkagencies.py makes of agencies.txt. */
#ifndef CL_NAMES_AGENCY_TABLE_H
#define CL_NAMES_AGENCY_TABLE_H

#include "cutline/names.h"

struct cl_agency_slot {
	const char *key; /* NULL: free */
	uint16_t agency; /* index into cl_agencies */
};

extern const struct cutline_agency cl_agencies[];
extern const size_t cl_agency_count;
extern const struct cl_agency_slot cl_agency_slots[];
/* Bits for the hashes (base/word.h) of the names' first words. */
#define CL_AGENCY_FIRST_BITS 32768u
extern const uint32_t cl_agency_first[CL_AGENCY_FIRST_BITS / 32];

/* Bits for the hashes of all that keys begin with, byte by byte. */
#define CL_AGENCY_PREFIX_BITS 131072u
extern const uint32_t cl_agency_prefixes[CL_AGENCY_PREFIX_BITS / 32];

extern const uint32_t cl_agency_mask; /* a power of two less one */

#endif
