/* SPDX-License-Identifier: MIT */
#include "import/kinds.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static struct cl_str extension_of(const char *name)
{
	const char *dot = strrchr(name, '.');

	if (!dot || dot == name)
		return (struct cl_str){ 0 };
	return cl_str_from(dot + 1);
}

bool cl_has_image_name(const char *name)
{
	static const char *const extensions[] = {
		"avif", "gif", "heic", "heif", "hif", "jfif", "jif",  "jpe",
		"jpeg", "jpg", "mpo",  "png",  "tif", "tiff", "webp",
	};
	struct cl_str extension = extension_of(name);

	for (size_t i = 0; i < sizeof(extensions) / sizeof(*extensions); i++)
		if (cl_str_eq_nocase(extension, cl_str_from(extensions[i])))
			return true;
	return false;
}

/* The kind's name: letters and digits, for it is shown on terminals. */
static void name_kind(const char *name, bool raw, char kind[16])
{
	struct cl_str extension = extension_of(name);

	if (extension.len == 0) {
		memcpy(kind, "no ending", sizeof("no ending"));
		return;
	}
	for (size_t i = 0; i < extension.len; i++) {
		char c = cl_to_lower(extension.ptr[i]);

		if (i == 15 ||
		    (!cl_is_alpha(c) && !cl_is_digit(c) && c != '-')) {
			memcpy(kind, "other", sizeof("other"));
			return;
		}
		kind[i] = raw && cl_is_lower(c) ? (char)(c - ('a' - 'A')) : c;
		kind[i + 1] = 0;
	}
}

static struct cutline_import_kind *find(struct cutline_import_counts *counts,
					const char *kind)
{
	for (size_t i = 0; i < counts->kind_count; i++)
		if (strcmp(counts->kinds[i].name, kind) == 0)
			return &counts->kinds[i];
	return NULL;
}

void cl_kinds_count(struct cutline_import_counts *counts, const char *name,
		    bool raw)
{
	char kind[16] = { 0 };
	struct cutline_import_kind *found;

	name_kind(name, raw, kind);
	counts->skipped++;
	found = find(counts, kind);
	/* One place is kept for "other". */
	if (!found && counts->kind_count >= CUTLINE_IMPORT_KINDS - 1) {
		memcpy(kind, "other", sizeof("other"));
		found = find(counts, kind);
	}
	if (!found) {
		found = &counts->kinds[counts->kind_count++];
		*found = (struct cutline_import_kind){ 0 };
		memcpy(found->name, kind, sizeof(kind));
	}
	found->count++;
}

static bool is_other(const struct cutline_import_kind *kind)
{
	return strcmp(kind->name, "other") == 0;
}

static int most_first(const void *a, const void *b)
{
	const struct cutline_import_kind *x = a, *y = b;

	if (is_other(x) != is_other(y))
		return is_other(x) ? 1 : -1;
	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return strcmp(x->name, y->name);
}

void cl_kinds_sort(struct cutline_import_counts *counts)
{
	if (counts->kind_count > 1)
		qsort(counts->kinds, counts->kind_count,
		      sizeof(counts->kinds[0]), most_first);
}
