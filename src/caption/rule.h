/* SPDX-License-Identifier: MIT */
/* The names of the rules that values are read by, in plain words. */
#ifndef CL_CAPTION_RULE_H
#define CL_CAPTION_RULE_H

#include <stddef.h>

/* What a rule goes by, as a sentence for a person; NULL for a name that is no
 * rule's. */
const char *cl_rule_text(const char *name);

#endif
