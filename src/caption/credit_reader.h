/* SPDX-License-Identifier: MIT */
/* What the files that read one credit share: credit_chain.c cuts it into
 * parts, credit_part.c tells what each is. */
#ifndef CL_CAPTION_CREDIT_READER_H
#define CL_CAPTION_CREDIT_READER_H

#include "caption/credit.h"

/* What the part after the one in hand looks like. */
enum cl_credit_next {
	CL_NEXT_NONE,
	CL_NEXT_OTHER,
	CL_NEXT_PERSON, /* two words or more that may be a person's name */
	CL_NEXT_GIVEN,  /* and they begin with a given name */
	CL_NEXT_AGENCY, /* a known one */
	CL_NEXT_INITIALS,
};

struct cl_credit_reader {
	struct cl_parse *p;
	enum cutline_role next; /* role of the next part, if forced */
	bool forced;
	bool by;      /* "by" came just before: a person follows */
	bool creator; /* this credit has named one */
	bool origin;  /* "from Leeds": what follows tells where he is from */
	bool owned;   /* "Archives" and the like stood before the name */
	bool keeper;  /* the part before named a museum, library or archive */
	enum cl_credit_next ahead;
	char before; /* the separator before the part: / , & and so on */
	char after;  /* and the one after it */
	enum cutline_role last; /* what the part before was */
	double confidence;
	const char *rule;
};

/* Read tokens from to to, between two separators. */
void cl_credit_part(struct cl_credit_reader *r, uint32_t from, uint32_t to);

/* Is the part an organisation by its words, its place and its neighbours?
 * photo: the word Photo followed it. */
bool cl_credit_organisation(const struct cl_credit_reader *r, uint32_t from,
			    uint32_t to, bool photo);

/* "Bild 183-S1234", "99123456"; "CC BY 4.0"; a city, state or country. */
bool cl_credit_number(const struct cl_parse *p, uint32_t from, uint32_t to);
bool cl_credit_licence(const struct cl_parse *p, uint32_t i);
bool cl_credit_town(const struct cl_parse *p, uint32_t from, uint32_t to);

/* Words that are no part of a name: "Photo", "Courtesy", "should read". */
bool cl_credit_noise(const struct cl_parse *p, uint32_t i);

#endif
