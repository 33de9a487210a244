/* SPDX-License-Identifier: MIT */
#include "cutline/status.h"

const char *cutline_status_text(enum cutline_status status)
{
	switch (status) {
	case CUTLINE_OK:
		return "done";
	case CUTLINE_NOMEM:
		return "out of memory";
	case CUTLINE_IO:
		return "input or output failed";
	case CUTLINE_NOT_FOUND:
		return "not found";
	case CUTLINE_FORMAT:
		return "wrong format";
	case CUTLINE_LIMIT:
		return "over a limit";
	case CUTLINE_BUSY:
		return "busy";
	case CUTLINE_CONFLICT:
		return "changed meanwhile";
	case CUTLINE_UNSUPPORTED:
		return "not supported";
	case CUTLINE_DAMAGED:
		return "damaged";
	case CUTLINE_STOPPED:
		return "stopped";
	}
	return "unknown status";
}
