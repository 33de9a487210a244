/* SPDX-License-Identifier: MIT */
/*
 * No text costs more a byte than it would if it were shorter: two pieces, over
 * and over, for each pair of those that grammars look around for. Times are of
 * the processor; a pair fails only if both eight times as much and again eight
 * times as much cost more than twice as much a byte, which other load does not
 * bring about.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "cutline/caption.h"

#include "unit/test.h"

static const char *const pieces[] = {
	"A ",
	"the ",
	"(",
	") ",
	"- ",
	", ",
	". ",
	"/",
	"\"a ",
	"Ana Lima ",
	"Paris ",
	"in ",
	"of ",
	"and ",
	"1 ",
	"1/2/1963 ",
	"April 1 ",
	"Photo by ",
	"AP ",
	"via ",
	"courtesy ",
	"(L) ",
	"from ",
	"Hall ",
	"festival ",
	"chairman ",
	"U.S. ",
	"FILE ",
	"says ",
	"de ",
	"'s ",
	"NORWAY OUT ",
	"\n",
	"© ",
	"| ",
	"EMBARGOED ",
	"Getty Images ",
	"China's ",
	"Monday ",
	"province ",
};
#define PIECES (sizeof(pieces) / sizeof(pieces[0]))

#define LENGTH 1500

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* Microseconds a byte, the best of some rounds. */
static double cost(size_t a, size_t b, size_t len, int rounds)
{
	static char text[64 * LENGTH + 64];
	double best = 1e9;
	size_t n = 0;

	while (n < len)
		n += (size_t)snprintf(text + n, 64, "%s%s", pieces[a],
				      pieces[b]);
	for (int i = 0; i < rounds; i++) {
		struct cutline_caption *c;
		double start = now_us(), took;

		assert_int_equal(cutline_caption_parse(text, n, NULL, &c, NULL),
				 CUTLINE_OK);
		took = (now_us() - start) / (double)n;
		best = took < best ? took : best;
		cutline_caption_free(c);
	}
	return best;
}

static void twice_the_text_takes_twice_the_time(void **state)
{
	(void)state;
	for (size_t i = 0; i < PIECES * PIECES; i++) {
		size_t a = i / PIECES, b = i % PIECES;
		double small = cost(a, b, LENGTH, 2);

		if (cost(a, b, 8 * LENGTH, 1) < 2 * small)
			continue;
		small = cost(a, b, 8 * LENGTH, 3);
		if (small < 2 * cost(a, b, LENGTH, 3))
			continue;
		if (cost(a, b, 64 * LENGTH, 1) > 2 * small)
			fail_msg("%s%s", pieces[a], pieces[b]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(twice_the_text_takes_twice_the_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
