/* SPDX-License-Identifier: MIT */
#include "image/md5.h"

#include <stdio.h>
#include <string.h>

#include "unit/test.h"

static void check(struct cl_str text, const char *want)
{
	uint8_t sum[16];
	char hex[33];

	cl_md5(text, sum);
	for (size_t i = 0; i < 16; i++)
		(void)snprintf(hex + 2 * i, 3, "%02x", sum[i]);
	assert_string_equal(hex, want);
}

/* RFC 1321 appendix A.5. */
static void the_standards_examples_hold(void **state)
{
	(void)state;
	check(CL_STR(""), "d41d8cd98f00b204e9800998ecf8427e");
	check(CL_STR("a"), "0cc175b9c0f1b6a831c399e269772661");
	check(CL_STR("message digest"), "f96b697d7cb7938d525a2f31aaf161d0");
	check(CL_STR("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		     "0123456789"),
	      "d174ab98d277d9f5a5611c2c9f419d9f");
	check(CL_STR("1234567890123456789012345678901234567890123456789012345"
		     "6789012345678901234567890"),
	      "57edf4a22be3c955ac49da2e2107b67a");
}

/* Where the length no longer fits in the block, and at a block's end. */
static void lengths_around_a_block_hold(void **state)
{
	static const char *const want[] = {
		"04364420e25c512fd958a70738aa8f72", /* 55 */
		"668a72d5ba17f08e62dabcafad6db14b", /* 56 */
		"c1bb4f81d892b2d57947682aeb252456", /* 64 */
	};
	static const size_t len[] = { 55, 56, 64 };
	char text[64];

	(void)state;
	memset(text, 'x', sizeof(text));
	for (size_t i = 0; i < 3; i++)
		check((struct cl_str){ text, len[i] }, want[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_standards_examples_hold),
		cmocka_unit_test(lengths_around_a_block_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
