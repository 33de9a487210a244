/* SPDX-License-Identifier: MIT */
/*
 * Writing JSON (RFC 8259) into a buffer. The writer places commas and quotes;
 * text is written as valid UTF-8 with control characters escaped, malformed
 * bytes as U+FFFD. Keys are literals of ours and not escaped.
 *
 *	cl_json_object(&j);
 *	cl_json_key(&j, "format");
 *	cl_json_int(&j, 1);
 *	cl_json_end(&j);
 */
#ifndef CL_BASE_JSON_H
#define CL_BASE_JSON_H

#include "base/buf.h"

#define CL_JSON_DEPTH 32

struct cl_json {
	struct cl_buf *out;
	unsigned depth;
	bool after_key;
	bool compact; /* set after init: no blanks between tokens */
	bool has_item[CL_JSON_DEPTH];
	char close[CL_JSON_DEPTH];
};

void cl_json_init(struct cl_json *j, struct cl_buf *out);
void cl_json_object(struct cl_json *j);
void cl_json_array(struct cl_json *j);
void cl_json_end(struct cl_json *j); /* closes the innermost */
void cl_json_key(struct cl_json *j, const char *key);
void cl_json_str(struct cl_json *j, struct cl_str s);
void cl_json_cstr(struct cl_json *j, const char *s); /* NULL writes null */
void cl_json_int(struct cl_json *j, int64_t n);
void cl_json_real(struct cl_json *j, double x, int decimals);
void cl_json_bool(struct cl_json *j, bool b);
void cl_json_null(struct cl_json *j);

/* A key with its value in one call. */
void cl_json_key_cstr(struct cl_json *j, const char *key, const char *s);
void cl_json_key_int(struct cl_json *j, const char *key, int64_t n);
void cl_json_key_bool(struct cl_json *j, const char *key, bool b);

/* An array of strings. */
void cl_json_key_list(struct cl_json *j, const char *key,
		      const char *const *list, size_t count);

/* Standard base64 (RFC 4648 section 4) as a string. */
void cl_json_base64(struct cl_json *j, const void *data, size_t len);

#endif
