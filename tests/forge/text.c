/* SPDX-License-Identifier: MIT */
/* Reading the dates and numbers of a description. */
#include <string.h>

#include "forge/forge.h"

static void take(char *to, size_t size, const char *from, size_t len)
{
	size_t n = len < size - 1 ? len : size - 1;

	memcpy(to, from, n);
	to[n] = '\0';
}

void forge_date_read(struct forge_date *date, const char *text)
{
	size_t len = strlen(text);
	size_t digits;

	*date = (struct forge_date){ 0 };
	if (len != 4 && len != 7 && len != 10 && (len < 19 || text[10] != 'T'))
		forge_die("no such date", text);
	take(date->year, sizeof(date->year), text, 4);
	if (len >= 7)
		take(date->month, sizeof(date->month), text + 5, 2);
	if (len >= 10)
		take(date->day, sizeof(date->day), text + 8, 2);
	if (len < 19)
		return;
	take(date->time, sizeof(date->time), text + 11, 8);
	text += 19;
	if (*text == '.') {
		digits = strspn(text + 1, "0123456789");
		take(date->subsecond, sizeof(date->subsecond), text + 1,
		     digits);
		text += 1 + digits;
	}
	if (strcmp(text, "Z") == 0)
		text = "+00:00";
	if (*text && strlen(text) != 6)
		forge_die("no such offset", text);
	take(date->offset, sizeof(date->offset), text, 6);
}

long forge_decimal(const char *text, long scale)
{
	long sign = *text == '-' ? -1 : 1;
	long value = 0;

	if (*text == '-' || *text == '+')
		text++;
	for (; *text >= '0' && *text <= '9'; text++)
		value = 10 * value + (*text - '0');
	value *= scale;
	if (*text == '.')
		text++;
	for (; *text >= '0' && *text <= '9' && scale >= 10; text++) {
		scale /= 10;
		value += scale * (*text - '0');
	}
	return sign * value;
}
