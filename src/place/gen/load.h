/* SPDX-License-Identifier: MIT */
/* One function a kind of text file; the order is that of main.c. */
#ifndef CL_PLACE_GEN_LOAD_H
#define CL_PLACE_GEN_LOAD_H

#include "place/gen/facts.h"

void load_countries(struct facts *f, const char *path);
void load_country_names(struct facts *f, const char *path);
void load_admin1(struct facts *f, const char *path);
void load_us_states(struct facts *f, const char *path);
void load_divisions(struct facts *f, const char *path);
void load_cities(struct facts *f, const char *path);
void load_exonyms(struct facts *f, const char *path);

#endif
