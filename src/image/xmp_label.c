/* SPDX-License-Identifier: MIT */
#include "image/xmp_label.h"

#include <string.h>

static char *put(char *to, struct cl_str s)
{
	if (s.len > 0)
		memcpy(to, s.ptr, s.len);
	return to + s.len;
}

/* One behind the other; NULL when that is too long or there is no room. */
static char *join(struct cl_xmp_labels *labels, struct cl_str front,
		  struct cl_str middle, struct cl_str end)
{
	size_t len = front.len + middle.len + end.len;
	char *name;

	if (len > CL_XMP_LABEL_MAX)
		return NULL;
	labels->used += len + 1;
	if (labels->used > CL_XMP_LABELS_MAX)
		return NULL;
	name = cl_arena_alloc(&labels->record->arena, len + 1);
	if (!name) {
		labels->record->failed = true;
		return NULL;
	}
	(void)put(put(put(name, front), middle), end);
	return name;
}

/* A path with the name that goes with it. */
static struct cl_xmp_label label_of(struct cl_xmp_labels *labels,
				    const char *path, size_t prefix)
{
	struct cl_xmp_label label = { path, path, prefix };
	struct cl_str all = cl_str_from(path);
	struct cl_str front = cl_str_sub(all, 0, prefix);
	struct cl_str rest = cl_str_sub(all, prefix, all.len);
	struct cl_str start;
	size_t used;

	if (path && cl_xmp_rename(front, rest, &start, &used))
		label.name = join(labels, front, start,
				  cl_str_sub(rest, used, rest.len));
	return label;
}

struct cl_xmp_label cl_xmp_label_top(struct cl_xmp_labels *labels,
				     struct cl_xmp_name name)
{
	if (name.space != CL_XMP_KNOWN || cl_xmp_is_noise(name))
		return (struct cl_xmp_label){ 0 };
	return label_of(
		labels,
		join(labels, name.prefix, name.local, (struct cl_str){ 0 }),
		name.prefix.len);
}

struct cl_xmp_label cl_xmp_label_field(struct cl_xmp_labels *labels,
				       struct cl_xmp_label structure,
				       struct cl_xmp_name field)
{
	struct cl_str start = cl_str_from(structure.path);
	size_t prefix = structure.prefix;
	char *path;

	if (!structure.name)
		return (struct cl_xmp_label){ 0 };
	if (field.space == CL_XMP_RDF)
		return cl_str_eq(field.local, CL_STR("value"))
			       ? structure
			       : (struct cl_xmp_label){ 0 };
	if (cl_str_starts(field.local, cl_str_sub(start, prefix, start.len)))
		start = cl_str_sub(start, 0, prefix);
	path = join(labels, start, field.local, (struct cl_str){ 0 });
	if (path && cl_is_lower(path[start.len]))
		path[start.len] = (char)(path[start.len] - 'a' + 'A');
	return label_of(labels, path, prefix);
}
