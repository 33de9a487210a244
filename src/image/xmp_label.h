/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_XMP_LABEL_H
#define CL_IMAGE_XMP_LABEL_H

#include "image/record.h"
#include "image/xmp_names.h"

/* What a value is called. */
struct cl_xmp_label {
	const char *name; /* NULL: it is skipped */
	/* Prefix, property and the fields inside, as far as it differs. */
	const char *path;
	size_t prefix; /* bytes of it in both */
};

/* The labels of one packet, which live as long as the record. Names of more
 * than CL_XMP_LABEL_MAX bytes are none we know, and all are CL_XMP_LABELS_MAX
 * at most: a structure's name stands in that of each field again, so that a
 * few bytes of a packet may ask for many. Values without a label are skipped.
 */
#define CL_XMP_LABEL_MAX 256
#define CL_XMP_LABELS_MAX ((size_t)2 << 20)

struct cl_xmp_labels {
	struct cl_record *record;
	size_t used; /* bytes; beyond the limit: there is no room for more */
};

/* The label of a property of rdf:Description. */
struct cl_xmp_label cl_xmp_label_top(struct cl_xmp_labels *labels,
				     struct cl_xmp_name name);

/* The label of a field of the structure that has a label. A field that begins
 * with the property's own name is called by that alone. */
struct cl_xmp_label cl_xmp_label_field(struct cl_xmp_labels *labels,
				       struct cl_xmp_label structure,
				       struct cl_xmp_name field);

#endif
