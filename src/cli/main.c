/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "cutline/cutline.h"

int main(void)
{
	(void)printf("cutline %s\n", cutline_version());
	return 0;
}
