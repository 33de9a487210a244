/* SPDX-License-Identifier: MIT */
/*
 * A ship is where its sailors are: "aboard USS Nimitz", "the bulk carrier Brave
 * Commander". Its prefix tells it; without one, "aboard" and what it is. It is
 * nearer than the port it lies in.
 */
#include "caption/places.h"

static bool is_prefix(const struct cl_parse *p, uint32_t i)
{
	return cl_is_listed(p, i, CL_L_SHIP) && cl_is_cap(p, i) &&
	       cl_has_flag(p, i, CL_F_UPPER);
}

static bool is_aboard(const struct cl_parse *p, uint32_t i)
{
	return cl_is_listed(p, i, CL_L_ABOARD);
}

/* "aboard the bulk carrier Brave Commander": the name after small words. */
static uint32_t unnamed_ship(const struct cl_parse *p, uint32_t i,
			     uint32_t limit)
{
	uint32_t k = i + 1;

	while (k < limit && k < i + 6 && cl_is_free(p, k) &&
	       p->tokens[k].kind == CL_T_WORD && !cl_has_flag(p, k, CL_F_CAP))
		k++;
	return k > i + 1 && cl_is_cap(p, k) ? k : i;
}

uint32_t cl_take_ship(struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t from = i, end;
	double sure = 0.6;

	if (is_aboard(p, i) && !is_prefix(p, i + 1)) {
		from = unnamed_ship(p, i, limit);
		if (from == i || is_prefix(p, from))
			return i;
		sure = 0.94;
	} else if (!is_prefix(p, i) || !cl_is_cap(p, i + 1)) {
		return i;
	}
	end = cl_run_end(p, from, limit);
	if (from == i && i > 0 && !cl_has_flag(p, i, CL_F_SENTENCE) &&
	    !cl_has_class(p, i - 1, CL_W_VERB))
		sure = 0.99;
	cl_add_venue(p, from, end, sure, "venue-ship");
	return end;
}
