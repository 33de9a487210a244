/* SPDX-License-Identifier: MIT */
/*
 * Interrupt and termination, for a command that has something to finish. The
 * first one is noted; a second ends the program at once.
 */
#ifndef CL_CLI_SIGNALS_H
#define CL_CLI_SIGNALS_H

#include <stdbool.h>

void cl_signals_catch(void);
bool cl_signals_came(void);

/* If one came, end as it would have ended the program: a shell then knows. */
void cl_signals_obey(void);

#endif
