/* SPDX-License-Identifier: MIT */
/*
 * One sentence a rule, for people who never read a grammar. Each name that the
 * grammars give to cl_add_value() and the like stands here: tests/lint/rules.sh
 * looks.
 */
#include "caption/rule.h"

#include <stdlib.h>
#include <string.h>

struct rule {
	const char *name;
	const char *text;
};

/* Sorted by name. */
static const struct rule rules[] = {
	{ "credit-agency",
	  "A bracket, or the end of the text, that names a known agency." },
	{ "credit-bracket",
	  "A bracket that says it is a credit, such as “(Photo by …)”." },
	{ "credit-chain",
	  "Names joined by “/” or “via” outside brackets, one of them a known "
	  "agency, or at the very end." },
	{ "credit-field",
	  "A credit field beside the text: by-line, credit or source." },
	{ "credit-giver",
	  "The sentence itself says who released or issued the picture." },
	{ "credit-licence",
	  "An author's name before a Creative Commons licence: “… by … is "
	  "licensed under CC …”, “by …, CC …”." },
	{ "credit-line",
	  "A line or last sentence of photographer, comma, agency or "
	  "newspaper." },
	{ "credit-marked",
	  "Words outside brackets that open a credit, such as “Photo:” or "
	  "“©”." },
	{ "credit-name",
	  "A bracket at the very end that holds nothing but a name." },
	{ "credit-slash",
	  "A bracket at the very end with names joined by “/”, none of them "
	  "known." },
	{ "credit-tail",
	  "The last sentence or line, in the form of a credit though no word "
	  "opens it." },
	{ "date-body", "A day in the sentence that tells of the picture." },
	{ "date-taken",
	  "A day that the words before it call the picture's own, as in “in "
	  "this … photo”." },
	{ "dateline",
	  "The place and day that open the caption, before a dash or colon." },
	{ "event-head",
	  "A noun of occasion, such as “premiere” or “match”, and the words "
	  "that belong to it." },
	{ "event-position",
	  "Capitals where an occasion is expected, as after “during”." },
	{ "gazetteer",
	  "Not written: it follows from the place that is, by the table of "
	  "places." },
	{ "learned",
	  "Found by weights learned from labelled captions; no grammar saw "
	  "it." },
	{ "name",
	  "Capitals that look like a person's name and take part in the "
	  "sentence." },
	{ "name-couple",
	  "A first name before “and” that shares the surname of the next "
	  "name." },
	{ "name-list",
	  "A name in a list that says who stands where, such as “(L-R)”." },
	{ "name-position",
	  "A name with its place in the picture, such as “(left)”." },
	{ "name-titled",
	  "A name after a title, rank, role, relation or team." },
	{ "place-after", "A place after a venue and a comma." },
	{ "place-chain", "Places from small to large, parted by commas." },
	{ "place-in",
	  "A well-known place after a word such as “in” or “near”." },
	{ "place-lone",
	  "A large city and a date in a short sentence of their own." },
	{ "place-owner", "A country before “'s”, as in “China's Sichuan”." },
	{ "place-quarter",
	  "A place beside a larger city that is the picture's." },
	{ "place-set-off",
	  "A place set off by commas, after an occasion or a venue." },
	{ "place-unknown",
	  "A name after “in” or “near” that the table of places lacks, or "
	  "knows as a small place." },
	{ "reference", "A number in the form of an agency's or archive's." },
	{ "region-word",
	  "A name with a word for a region, such as “province” or “county”." },
	{ "restriction",
	  "A phrase that limits the use, such as “Editorial use only”." },
	{ "tags", "The country that stands before a list of subjects." },
	{ "venue-at",
	  "A name after “at” that is no known place and no occasion." },
	{ "venue-chain",
	  "A name with a word for a venue, before a comma and its city." },
	{ "venue-compound",
	  "A word for a venue at the end of a compound, as in “Stadthalle”." },
	{ "venue-district",
	  "A name with “district”, “neighbourhood” or the like." },
	{ "venue-first",
	  "A word for a venue before its name, as in “place de la Riponne”." },
	{ "venue-named",
	  "A name after a preposition with its article: “au Grand Rex”." },
	{ "venue-object",
	  "A name with a word for a venue anywhere in the sentence." },
	{ "venue-ship", "A ship, by its prefix or after “aboard”." },
	{ "venue-word",
	  "A name with a word for a venue, such as “stadium”, after “at” or "
	  "“in”." },
	{ "weekday",
	  "A weekday, counted back from the day the document appeared." },
	{ "year", "A year, or a year and month, without a day." },
};

static int compare(const void *key, const void *rule)
{
	return strcmp(key, ((const struct rule *)rule)->name);
}

const char *cl_rule_text(const char *name)
{
	const struct rule *rule =
		bsearch(name, rules, sizeof(rules) / sizeof(rules[0]),
			sizeof(rules[0]), compare);

	return rule ? rule->text : NULL;
}
