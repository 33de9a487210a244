/* SPDX-License-Identifier: MIT */
#include "cutline/photo.h"

const char *cutline_difference_name(enum cutline_difference difference)
{
	static const char *const names[] = {
		[CUTLINE_DIFFERENCE_NONE] = "none",
		[CUTLINE_DIFFERENCE_SPELLING] = "spelling",
		[CUTLINE_DIFFERENCE_ENCODING] = "encoding",
		[CUTLINE_DIFFERENCE_CUT] = "cut",
		[CUTLINE_DIFFERENCE_NAME] = "name",
		[CUTLINE_DIFFERENCE_ALIAS] = "alias",
		[CUTLINE_DIFFERENCE_PART] = "part",
		[CUTLINE_DIFFERENCE_ZONE] = "time zone",
		[CUTLINE_DIFFERENCE_DAY] = "issue or scan",
		[CUTLINE_DIFFERENCE_REAL] = "real",
	};
	size_t at = (size_t)difference;

	return at < sizeof(names) / sizeof(*names) ? names[at] : NULL;
}
