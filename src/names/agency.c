/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "names/agency.h"
#include "names/agency_table.h"

/* The words that a firm's name may end in or go without. */
static const struct cl_str tails[] = {
	CL_STR_INIT(" inc"), CL_STR_INIT(" inc."), CL_STR_INIT(" llc"),
	CL_STR_INIT(" ltd"), CL_STR_INIT(" ltd."),
};

static struct cl_str drop_tail(struct cl_str name)
{
	if (!name.len || !strchr("cCdD.", name.ptr[name.len - 1]))
		return name; /* what they end in */
	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
		size_t rest = name.len - tails[i].len;

		if (name.len > tails[i].len &&
		    cl_str_eq_nocase(cl_str_sub(name, rest, name.len),
				     tails[i]))
			return cl_str_trim(cl_str_sub(name, 0, rest));
	}
	return name;
}

static bool key_begins(struct cl_str piece)
{
	struct cl_key key;
	struct cl_word word;

	cl_key_of(piece, &key);
	word = cl_word_of((struct cl_str){ key.text, key.len });
	return cl_agency_begins(&word);
}

/* Its first piece tells, or all of it ("GettyImages"). */
bool cl_agency_may_begin(struct cl_str word)
{
	size_t len = 0;

	while (len < word.len && word.ptr[len] != '-' && word.ptr[len] != '&' &&
	       word.ptr[len] != '.' && word.ptr[len] != '\'')
		len++;
	return key_begins(cl_str_sub(word, 0, len)) ||
	       (len < word.len && key_begins(word));
}

bool cl_agency_by_key(const struct cl_key *key, struct cutline_agency *out)
{
	uint32_t at;

	if (key->len == 0)
		return false;
	for (at = key->hash & cl_agency_mask; cl_agency_slots[at].key;
	     at = (at + 1) & cl_agency_mask) {
		const char *k = cl_agency_slots[at].key;

		if (strncmp(k, key->text, key->len) == 0 &&
		    k[key->len] == '\0') {
			*out = cl_agencies[cl_agency_slots[at].agency];
			return true;
		}
	}
	return false;
}

static bool find(struct cl_str name, struct cutline_agency *out)
{
	struct cl_key key;

	cl_key_of(name, &key);
	return cl_agency_goes_on(&key) && cl_agency_by_key(&key, out);
}

bool cutline_agency_find(const char *name, size_t len,
			 struct cutline_agency *out)
{
	struct cl_str s = { name, len < CL_KEY_MAX ? len : CL_KEY_MAX };
	struct cl_str bare;

	s = cl_str_trim(s);
	cl_str_skip_nocase(&s, CL_STR("the "));
	if (find(s, out))
		return true;
	bare = drop_tail(s);
	return bare.len < s.len && find(bare, out);
}
