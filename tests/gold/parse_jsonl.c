/* SPDX-License-Identifier: MIT */
/* Reads captions as JSON Lines on standard input, writes them parsed: what
 * score.py wants of a command. Not installed. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "caption/json.h"

static bool parse(const char *line, struct cl_buf *out)
{
	json_t *o = json_loads(line, 0, NULL);
	const char *text = json_string_value(json_object_get(o, "text"));
	const char *id = json_string_value(json_object_get(o, "id"));
	const char *date =
		json_string_value(json_object_get(o, "document_date"));
	struct cutline_caption_options opts = { 0 };
	struct cutline_caption *c;
	struct cl_json j;
	bool ok = false;

	if (date && cutline_date_parse(date, strlen(date), &opts.document_date,
				       NULL) != CUTLINE_OK)
		opts.document_date = (struct cutline_date){ 0 };
	if (text && cutline_caption_parse(text, strlen(text), &opts, &c,
					  NULL) == CUTLINE_OK) {
		cl_json_init(&j, out);
		cl_caption_json(&j, c, id, NULL);
		cutline_caption_free(c);
		ok = true;
	}
	json_decref(o);
	return ok;
}

int main(void)
{
	static char line[1 << 20];
	struct cl_buf out;

	cl_buf_init(&out, 64u << 20);
	while (fgets(line, sizeof(line), stdin)) {
		cl_buf_clear(&out);
		if (!parse(line, &out))
			return 1;
		puts(cl_buf_cstr(&out));
	}
	cl_buf_release(&out);
	return 0;
}
