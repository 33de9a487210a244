/* SPDX-License-Identifier: MIT */
#include "cutline/names.h"

static const char *const names[] = {
	[CUTLINE_ROLE_CREATOR] = "creator",
	[CUTLINE_ROLE_PROVIDER] = "provider",
	[CUTLINE_ROLE_COLLECTION] = "collection",
	[CUTLINE_ROLE_DISTRIBUTOR] = "distributor",
	[CUTLINE_ROLE_CLIENT] = "client",
	[CUTLINE_ROLE_COURTESY] = "courtesy",
	[CUTLINE_ROLE_RIGHTS] = "rights",
	[CUTLINE_ROLE_LICENCE] = "licence",
	[CUTLINE_ROLE_QUALIFIER] = "qualifier",
	[CUTLINE_ROLE_REFERENCE] = "reference",
};

const char *cutline_role_name(enum cutline_role role)
{
	if ((size_t)role >= sizeof(names) / sizeof(names[0]))
		return NULL;
	return names[role];
}
