/* SPDX-License-Identifier: MIT */
#include "unit/test.h"

#include <string.h>

#include "cutline/names.h"
#include "names/agency_table.h"
#include "names/key.h"

static const char *name_of(const char *text)
{
	struct cutline_agency a;

	return cutline_agency_find(text, strlen(text), &a) ? a.name : NULL;
}

static void spelling_does_not_matter(void **state)
{
	(void)state;
	assert_string_equal(name_of("Getty Images"), "Getty Images");
	assert_string_equal(name_of("GETTYIMAGES"), "Getty Images");
	assert_string_equal(name_of("The Associated Press"), "AP");
	assert_string_equal(name_of("A.P."), "AP");
	assert_string_equal(name_of("picture-alliance"), "picture alliance");
	assert_string_equal(name_of("Suddeutsche Zeitung Photo"),
			    "Süddeutsche Zeitung");
	assert_string_equal(name_of("SÜDDEUTSCHE ZEITUNG PHOTO"),
			    "Süddeutsche Zeitung");
	assert_string_equal(name_of("ČTK"), "CTK");
	assert_string_equal(name_of("EPA/EFE"), "EPA-EFE");
	assert_string_equal(name_of("MediaPunch Inc."), "MediaPunch");
}

/* A list of credits has a section for each house. */
static void houses_of_one_owner_keep_their_names(void **state)
{
	(void)state;
	assert_string_equal(name_of("laSexta"), "laSexta");
	assert_string_equal(name_of("SAT.1"), "SAT.1");
	assert_string_equal(name_of("Walt Disney Studios"), "Disney");
	assert_string_equal(name_of("Disney Plus"), "Disney+");
	assert_string_equal(name_of("Aton"), "ATON Chile");
	assert_string_equal(name_of("House of Lords"), "House of Lords");
	assert_string_equal(name_of("Armada Española"), "Armada Española");
}

static bool have_one_key(const char *a, const char *b)
{
	struct cl_key x, y;
	bool same = cl_key_eq(cl_str_from(a), cl_str_from(b));

	cl_key_of(cl_str_from(a), &x);
	cl_key_of(cl_str_from(b), &y);
	assert_int_equal(same,
			 x.len == y.len && !memcmp(x.text, y.text, x.len));
	if (same)
		assert_true(cl_key_begins_alike(a[0], b[0]));
	return same;
}

static void keys_are_compared_without_making_them(void **state)
{
	char longer[CL_KEY_MAX + 10];

	(void)state;
	assert_true(have_one_key("Ana-Lima", "ANA LIMA"));
	assert_true(have_one_key("'n Ana", "N. Ana"));
	assert_true(have_one_key("Ana Søgaard", "ana sogaard"));
	assert_true(have_one_key("Ana—Lima", "AnaLima"));
	assert_true(have_one_key("", "..."));
	assert_false(have_one_key("Ana Lima", "Ana Lim"));
	assert_false(have_one_key("Ana Lim", "Ana Lima"));
	assert_false(have_one_key("Éva", "Ana"));
	memset(longer, 'a', sizeof(longer));
	longer[sizeof(longer) - 1] = '\0';
	assert_true(have_one_key(longer, longer + 1));
	assert_false(have_one_key(longer, longer + 20));
}

static void strangers_are_not_known(void **state)
{
	(void)state;
	assert_null(name_of(""));
	assert_null(name_of("the "));
	assert_null(name_of("Ana Lima"));
	assert_null(name_of("Getty Images extra"));
	assert_null(name_of("\xff\xfe"));
	assert_null(name_of("\xe4\xb8\xad\xe5\x9b\xbd"));
}

static void a_long_name_is_looked_at_in_part(void **state)
{
	char text[4096];
	struct cutline_agency a;

	(void)state;
	memset(text, 'a', sizeof(text));
	assert_false(cutline_agency_find(text, sizeof(text), &a));
}

static void parents_are_organisations(void **state)
{
	(void)state;
	assert_true(cl_agency_count >= 250);
	for (size_t i = 0; i < cl_agency_count; i++) {
		const char *parent = cl_agencies[i].parent;

		assert_string_equal(name_of(cl_agencies[i].name),
				    cl_agencies[i].name);
		if (*parent)
			assert_string_equal(name_of(parent), parent);
	}
}

static void letters_lose_their_marks(void **state)
{
	struct cl_key key;

	(void)state;
	cl_key_of(CL_STR("Łódź, Ærø & Straße – 5!"), &key);
	assert_int_equal(key.len, strlen("lodzaero&strasse5!"));
	assert_memory_equal(key.text, "lodzaero&strasse5!", key.len);
	assert_true(cl_key_eq(CL_STR("É. Côté"), CL_STR("e cote")));
	assert_false(cl_key_eq(CL_STR("Cote"), CL_STR("Cotes")));
}

static void roles_have_names(void **state)
{
	(void)state;
	assert_string_equal(cutline_role_name(CUTLINE_ROLE_CREATOR), "creator");
	assert_string_equal(cutline_role_name(CUTLINE_ROLE_REFERENCE),
			    "reference");
	assert_null(cutline_role_name((enum cutline_role)10));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spelling_does_not_matter),
		cmocka_unit_test(houses_of_one_owner_keep_their_names),
		cmocka_unit_test(keys_are_compared_without_making_them),
		cmocka_unit_test(strangers_are_not_known),
		cmocka_unit_test(a_long_name_is_looked_at_in_part),
		cmocka_unit_test(parents_are_organisations),
		cmocka_unit_test(letters_lose_their_marks),
		cmocka_unit_test(roles_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
