/* SPDX-License-Identifier: MIT */
/*
 * Where a caption begins in running text that ends in its credit. It is all of
 * the text, unless
 *
 *	... the team said. Nov 12, 2022; Tulsa, Oklahoma, USA; ...
 *	... the team said. FILE - A guard ...
 *	... he said. TULSA, OKLAHOMA - NOVEMBER 12: A guard ...
 *
 * one of its sentences opens as only captions do; or one tells what somebody
 * said, after which the caption begins; or it is so long that it must be a
 * story, of which the last two sentences at most are the caption.
 *
 * It ends with the credit, or with what agencies add: "(KENYA - Tags: SPORT)",
 * "EDITORIAL USE ONLY".
 */
#include "document/unit.h"

#include <string.h>

#include "date/month.h"

/* Longer captions of more sentences are hardly written. */
#define LONG_BYTES 900
#define LONG_SENTENCES 5

/* The tags of a picture are no longer. */
#define TAGS_MAX 120

/* Nor is what ends a caption in brackets: "(EL PAÍS)". */
#define LAST_BRACKET 30

static bool is_upper_word(struct cl_str word)
{
	size_t letters = 0;

	for (size_t i = 0; i < word.len; i++) {
		if (cl_is_lower(word.ptr[i]))
			return false;
		letters += cl_is_upper(word.ptr[i]);
	}
	return letters >= 3;
}

/* "TULSA, OKLAHOMA - NOVEMBER 12:" */
static bool opens_in_capitals(struct cl_str s)
{
	struct cl_str rest = cl_str_sub(s, 0, 80), word;
	size_t upper = 0;

	while (cl_str_split(&rest, ' ', &word)) {
		int month;

		if (cl_month_find(word, &month) && upper > 0)
			return is_upper_word(word) && rest.len &&
			       cl_is_digit(rest.ptr[0]);
		if (word.len >= 3 && !is_upper_word(word) &&
		    cl_is_alpha(word.ptr[0]))
			return false;
		upper += is_upper_word(word);
	}
	return false;
}

/* "Nov 12, 2022; Tulsa" */
static bool opens_with_day(struct cl_str s)
{
	size_t semicolon = cl_str_find_char(cl_str_sub(s, 0, 24), ';', 0);
	struct cl_str day = cl_str_sub(s, 0, semicolon), month, word = day;
	int number;

	if (semicolon >= 24 || semicolon >= s.len ||
	    !cl_str_split(&word, ' ', &month))
		return false;
	if (month.len && month.ptr[month.len - 1] == '.')
		month.len--;
	return cl_month_find(month, &number) && word.len &&
	       cl_is_digit(word.ptr[0]) && cl_is_digit(day.ptr[day.len - 1]);
}

static bool opens_caption(struct cl_str s)
{
	return cl_str_starts(s, CL_STR("FILE - ")) ||
	       cl_str_starts(s, CL_STR("FILE — ")) ||
	       cl_str_starts(s, CL_STR("FILE – ")) ||
	       cl_str_starts(s, CL_STR("FILE PHOTO: ")) || opens_with_day(s) ||
	       opens_in_capitals(s);
}

/* Does a sentence begin at at? It stands after a full stop or a bracket, and
 * before that is no abbreviation of one or two letters. */
static bool begins_sentence(struct cl_str s, size_t at)
{
	size_t end = at;

	if (at == 0)
		return true;
	if (!cl_is_space(s.ptr[at - 1]) || cl_is_space(s.ptr[at]) ||
	    cl_is_lower(s.ptr[at]) || cl_is_digit(s.ptr[at]))
		return false;
	while (end > 0 && cl_is_space(s.ptr[end - 1]))
		end--;
	if (end < 4)
		return false;
	if (cl_str_ends(cl_str_sub(s, 0, end), CL_STR("”")))
		end -= 3;
	else if (s.ptr[end - 1] == '"' || s.ptr[end - 1] == ')')
		end--;
	if (end < 4 || !strchr(".!?", s.ptr[end - 1]))
		return false;
	return s.ptr[end - 2] == ')' || cl_is_digit(s.ptr[end - 2]) ||
	       (cl_is_lower(s.ptr[end - 2]) && cl_is_lower(s.ptr[end - 3]) &&
		cl_is_lower(s.ptr[end - 4]));
}

/* Does the sentence tell what somebody said? What ends a caption may; so those
 * before the last are asked. */
static bool tells(struct cl_str s)
{
	static const struct cl_str words[] = {
		CL_STR_INIT(" said "), CL_STR_INIT(" said."),
		CL_STR_INIT(" says "), CL_STR_INIT(" says."),
		CL_STR_INIT(" told "), CL_STR_INIT(" added."),
		CL_STR_INIT(",” "),    CL_STR_INIT(",\" "),
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (cl_str_find(s, words[i], 0) < s.len)
			return true;
	return false;
}

size_t cl_caption_begin(struct cl_str s)
{
	size_t last[2] = { 0, 0 }, count = 0, said = 0, before = 0;

	for (size_t i = 0; i + 4 < s.len; i++) {
		if (!begins_sentence(s, i))
			continue;
		if (count && tells(cl_str_sub(s, before, i)))
			said = i;
		if (opens_caption(cl_str_sub(s, i, s.len)))
			return i;
		before = i;
		last[0] = last[1];
		last[1] = i;
		count++;
	}
	if (s.len < LONG_BYTES && count <= LONG_SENTENCES)
		return said;
	return said > last[0] ? said : last[0];
}

/* "(KENYA - Tags: SPORT)" at at, or a short bracket that ends the text: the
 * place after it, or at. */
static size_t tags_end(struct cl_str s, size_t at, size_t end)
{
	size_t close;

	if (at >= end || s.ptr[at] != '(')
		return at;
	close = cl_str_find_char(cl_str_sub(s, 0, end), ')', at);
	if (close + 1 == end && close - at <= LAST_BRACKET)
		return end;
	if (close >= end || close - at > TAGS_MAX ||
	    cl_str_find(cl_str_sub(s, at, close), CL_STR("Tags:"), 0) ==
		    close - at)
		return at;
	return close + 1;
}

/* "EDITORIAL USE ONLY. NO RESALES.": its words in capitals. */
static size_t terms_end(struct cl_str s, size_t at, size_t end)
{
	static const struct cl_str heads[] = {
		CL_STR_INIT("EDITORIAL USE "), CL_STR_INIT("FOR EDITORIAL "),
		CL_STR_INIT("NO RESALE"),      CL_STR_INIT("NO ARCHIVE"),
		CL_STR_INIT("NO SALES"),       CL_STR_INIT("RESTRICTED TO "),
		CL_STR_INIT("TPX IMAGES "),    CL_STR_INIT("MANDATORY CREDIT"),
	};
	struct cl_str rest = cl_str_sub(s, at, end);
	size_t i = 0, last = at;

	while (i < sizeof(heads) / sizeof(heads[0]) &&
	       !cl_str_starts(rest, heads[i]))
		i++;
	if (i == sizeof(heads) / sizeof(heads[0]))
		return at;
	for (; at < end && !cl_is_lower(s.ptr[at]); at++)
		if (cl_is_space(s.ptr[at]))
			last = at;
	return at < end ? last : end;
}

size_t cl_caption_end(struct cl_str s, size_t at, size_t end)
{
	size_t next = at, after;

	while (next < end && cl_is_space(s.ptr[next]))
		next++;
	after = tags_end(s, next, end);
	if (after == next)
		after = terms_end(s, next, end);
	return after > next ? after : at;
}
