/* SPDX-License-Identifier: MIT */
#ifndef CL_PLACE_GEN_EMIT_H
#define CL_PLACE_GEN_EMIT_H

#include <stdio.h>

#include "place/gen/facts.h"

/* Write the facts as place/tables.h declares them; their names are sorted. */
void emit(const struct facts *f, FILE *out);

#endif
