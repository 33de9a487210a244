/* SPDX-License-Identifier: MIT */
#include "cli/signals.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t came;

static void note(int signal_number)
{
	came = signal_number;
}

/* Ignored ones stay ignored, as nohup wants it. */
static void catch_one(int signal_number)
{
	struct sigaction action = { 0 };
	struct sigaction old;

	action.sa_handler = note;
	action.sa_flags = SA_RESETHAND | SA_RESTART;
	(void)sigemptyset(&action.sa_mask);
	if (sigaction(signal_number, NULL, &old) == 0 &&
	    old.sa_handler != SIG_IGN)
		(void)sigaction(signal_number, &action, NULL);
}

void cl_signals_catch(void)
{
	catch_one(SIGINT);
	catch_one(SIGTERM);
}

bool cl_signals_came(void)
{
	return came != 0;
}

void cl_signals_obey(void)
{
	int signal_number = came;

	if (signal_number == 0)
		return;
	(void)signal(signal_number, SIG_DFL);
	(void)raise(signal_number);
}
