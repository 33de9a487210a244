/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_XMP_NAMES_H
#define CL_IMAGE_XMP_NAMES_H

#include "base/str.h"

/* What stands between namespace and local name in the names expat gives. */
#define CL_XMP_SEPARATOR '\n'

enum cl_xmp_space {
	CL_XMP_KNOWN, /* properties we keep */
	CL_XMP_RDF,
	CL_XMP_XML,
	CL_XMP_NOTE,
	CL_XMP_OTHER, /* anything else */
};

struct cl_xmp_name {
	enum cl_xmp_space space;
	struct cl_str prefix; /* of a known namespace: "xmp:dc:" */
	struct cl_str local;
};

struct cl_xmp_name cl_xmp_name(const char *expat_name);

/* Properties of known namespaces that are bulky and tell nothing about the
 * picture: the editing history, thumbnails. */
bool cl_xmp_is_noise(struct cl_xmp_name name);

/* How the beginning of a path is called, if otherwise than by its words.
 * prefix is that of its namespace; path the names of a property and of the
 * fields inside one after the other, "RegistryIdRegItemId". True with the new
 * beginning and how much of the path it stands for. */
bool cl_xmp_rename(struct cl_str prefix, struct cl_str path,
		   struct cl_str *start, size_t *used);

#endif
