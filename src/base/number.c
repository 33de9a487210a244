/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"

/* Write n, with zeros in front up to a width, and return the length. */
static size_t write_digits(uint64_t n, size_t width, char *out)
{
	char reversed[20];
	size_t len = 0;

	do {
		reversed[len++] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0 || len < width);
	for (size_t i = 0; i < len; i++)
		out[i] = reversed[len - 1 - i];
	out[len] = 0;
	return len;
}

size_t cl_int_write(int64_t n, char out[CL_NUMBER_MAX])
{
	if (n >= 0)
		return write_digits((uint64_t)n, 1, out);
	out[0] = '-';
	return 1 + write_digits(0 - (uint64_t)n, 1, out + 1);
}

/* A program around the library may have set a locale whose decimal point is a
 * comma, or longer than a byte. */
static size_t with_point(const char *number, char *out)
{
	bool in_point = false;
	size_t len = 0;

	for (const char *c = number; *c; c++) {
		bool is_point = !cl_is_digit(*c) && *c != '-';

		if (!is_point)
			out[len++] = *c;
		else if (!in_point)
			out[len++] = '.';
		in_point = is_point;
	}
	out[len] = 0;
	return len;
}

static size_t write_large(double x, int decimals, char *out)
{
	char number[CL_NUMBER_MAX];

	(void)snprintf(number, sizeof(number), "%.*f", decimals, x);
	return with_point(number, out);
}

static size_t write_word(const char *word, char *out)
{
	size_t len = strlen(word);

	memcpy(out, word, len + 1);
	return len;
}

size_t cl_real_write(double x, int decimals, char out[CL_NUMBER_MAX])
{
	static const double limit = 1e300, exact = 1e15;
	size_t len = 0;
	double size = x < 0 ? -x : x;
	double scale = 1;
	uint64_t whole;

	if (x != x)
		return write_word("nan", out);
	if (size > limit)
		return write_word(x < 0 ? "-inf" : "inf", out);
	decimals = decimals < 0 ? 0 : decimals > 17 ? 17 : decimals;
	for (int i = 0; i < decimals; i++)
		scale *= 10;
	/* Beyond, the product below has no room for the last digit. */
	if (decimals > 9 || size * scale > exact)
		return write_large(x, decimals, out);
	whole = (uint64_t)(size * scale + 0.5);
	if (x < 0 && whole > 0)
		out[len++] = '-';
	len += write_digits(whole / (uint64_t)scale, 1, out + len);
	if (decimals == 0)
		return len;
	out[len++] = '.';
	return len + write_digits(whole % (uint64_t)scale, (size_t)decimals,
				  out + len);
}
