/* SPDX-License-Identifier: MIT */
#include "caption/named.h"

#include "unit/test.h"

static unsigned find(const char *name)
{
	struct cl_key key;

	cl_key_of(cl_str_from(name), &key);
	return cl_named_find(&key);
}

static bool begins(const char *word)
{
	struct cl_word w = cl_word_of(cl_str_from(word));

	return cl_named_begins(&w);
}

static bool goes_on(const char *words)
{
	struct cl_key key;

	cl_key_of(cl_str_from(words), &key);
	return cl_named_goes_on(&key);
}

static void a_name_is_what_its_list_says(void **state)
{
	(void)state;
	assert_int_equal(find("Madison Square Garden"), CL_NAMED_VENUE);
	assert_int_equal(find("Cannes Film Festival"), CL_NAMED_EVENT);
	assert_int_equal(find("Le Corbusier"), CL_NAMED_PERSON);
	assert_int_equal(find("Orange Bowl"), CL_NAMED_VENUE | CL_NAMED_EVENT);
}

static void case_accents_and_signs_do_not_matter(void **state)
{
	(void)state;
	assert_int_equal(find("ANFIELD"), CL_NAMED_VENUE);
	assert_int_equal(find("Champs Elysees"), CL_NAMED_VENUE);
	assert_int_equal(find("Champs-Élysées"), CL_NAMED_VENUE);
	assert_int_equal(find("Levi’s Stadium"), CL_NAMED_VENUE);
	assert_int_equal(find("Beyonce"), CL_NAMED_PERSON);
	assert_int_equal(find("BEYONCÉ"), CL_NAMED_PERSON);
}

static void other_names_are_not_known(void **state)
{
	(void)state;
	assert_int_equal(find(""), 0);
	assert_int_equal(find("Madison Square"), 0);
	assert_int_equal(find("Madison Square Garden Road"), 0);
	assert_int_equal(find("Ana Ferreira-Quint"), 0);
}

/* No hash of a name may be missed: the last of each list, and one whose first
 * word is short, or a number. */
static void beginnings_of_names_are_known(void **state)
{
	(void)state;
	assert_true(begins("madison"));
	assert_true(begins("10"));
	assert_true(begins("st"));
	assert_true(begins("Zyzzyx") == false);
	assert_true(goes_on("Madison Square"));
	assert_true(goes_on("Madison Square Garden"));
	assert_true(goes_on("Levi's"));
	assert_true(goes_on("Levi"));
	assert_false(goes_on("Madison Square Garden Road"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_what_its_list_says),
		cmocka_unit_test(case_accents_and_signs_do_not_matter),
		cmocka_unit_test(other_names_are_not_known),
		cmocka_unit_test(beginnings_of_names_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
