/* SPDX-License-Identifier: MIT */
#include "cutline/version.h"

const char *cutline_version(void)
{
	return CUTLINE_VERSION;
}
