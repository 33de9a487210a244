/* SPDX-License-Identifier: MIT */
#include "cutline/caption.h"

static const char *const names[] = {
	[CUTLINE_DATE_ROLE_CREATED] = "created",
	[CUTLINE_DATE_ROLE_DATELINE] = "dateline",
	[CUTLINE_DATE_ROLE_ISSUED] = "issued",
	[CUTLINE_DATE_ROLE_MENTIONED] = "mentioned",
};

const char *cutline_date_role_name(enum cutline_date_role role)
{
	if ((size_t)role >= sizeof(names) / sizeof(names[0]))
		return NULL;
	return names[role];
}
