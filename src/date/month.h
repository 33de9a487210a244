/* SPDX-License-Identifier: MIT */
/*
 * Names of months and days of the week in captions: English with the usual
 * abbreviations, with or without full stop, and the full names in German,
 * French, Spanish, Italian, Portuguese and Dutch. Case and accents do not
 * matter here: whether "may" or "march" is a month is the caller's to judge.
 */
#ifndef CL_DATE_MONTH_H
#define CL_DATE_MONTH_H

#include "base/str.h"

/* 1 to 12. */
bool cl_month_find(struct cl_str word, int *month);

/* 0 is Monday, 6 Sunday, as in cutline_day_weekday(). */
bool cl_weekday_find(struct cl_str word, int *weekday);

#endif
