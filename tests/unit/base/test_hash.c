/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include "unit/test.h"

static void hash_of(const char *data, size_t len, size_t piece, char out[33])
{
	struct cl_hash *hash = cl_hash_new();

	assert_non_null(hash);
	for (size_t at = 0; at < len; at += piece)
		cl_hash_add(hash, data + at,
			    len - at < piece ? len - at : piece);
	cl_hash_hex(hash, out);
	cl_hash_free(hash);
}

/* Identities in catalogs rest on these: XXH3_128bits() in one call gives the
 * same. */
static void known_inputs_give_known_hashes(void **state)
{
	char out[33];

	(void)state;
	hash_of("", 0, 1, out);
	assert_string_equal(out, "99aa06d3014798d86001c324468d497f");
	hash_of("cutline", 7, 7, out);
	assert_string_equal(out, "ef9d8aff1c92f0eba5543b0d4002d7f9");
}

static void pieces_make_no_difference(void **state)
{
	static char data[5000];
	char whole[33];
	char pieces[33];

	(void)state;
	for (size_t i = 0; i < sizeof(data); i++)
		data[i] = (char)(i * 7 >> 3);
	hash_of(data, sizeof(data), sizeof(data), whole);
	hash_of(data, sizeof(data), 1, pieces);
	assert_string_equal(whole, pieces);
	hash_of(data, sizeof(data), 999, pieces);
	assert_string_equal(whole, pieces);
	hash_of(data, sizeof(data) - 1, 999, pieces);
	assert_string_not_equal(whole, pieces);
}

static void short_hashes_depend_on_bytes_and_seed(void **state)
{
	uint64_t hash = cl_hash_short("abc", 3, 0);

	(void)state;
	/* XXH3's value for nothing with seed 0. */
	assert_true(cl_hash_short("", 0, 0) == 0x2D06800538D394C2u);
	assert_true(cl_hash_short("abc", 3, 0) == hash);
	assert_true(cl_hash_short("abd", 3, 0) != hash);
	assert_true(cl_hash_short("ab", 2, 0) != hash);
	assert_true(cl_hash_short("abc", 3, 1) != hash);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_inputs_give_known_hashes),
		cmocka_unit_test(pieces_make_no_difference),
		cmocka_unit_test(short_hashes_depend_on_bytes_and_seed),
	};

	cl_hash_free(NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
