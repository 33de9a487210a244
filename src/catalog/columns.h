/* SPDX-License-Identifier: MIT */
#ifndef CL_CATALOG_COLUMNS_H
#define CL_CATALOG_COLUMNS_H

/* The columns of the full-text index: a photo's text fields in the order of
 * cl_words_fields (fields.h), then the distributors of its credit, then its
 * files' names. */
#define CL_WORDS_COLUMNS                                     \
 "creators, agencies, sublocation, city, province_state, "   \
 "country, events, persons, \"references\", restrictions, "  \
 "caption, headline, title, credit_line, copyright_notice, " \
 "country_code, keywords, usage_terms, instructions, "       \
 "licensor, web_statement, source, digital_source_type, "    \
 "alt_text, caption_writer, creator_title, camera, via, file"
#define CL_WORDS_COLUMN_COUNT 29
#define CL_WORDS_VALUES                                         \
 "?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18," \
 "?19,?20,?21,?22,?23,?24,?25,?26,?27,?28,?29,?30"

#endif
