/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_XMP_NAMES_H
#define CL_IMAGE_XMP_NAMES_H

#include "base/buf.h"

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

/*
 * The namespaces that are declared where a reader is. Resolving them here and
 * not in expat, which then need not write every URI out before every name,
 * makes a usual packet a quarter cheaper. All zero is the outermost level. Of
 * more declarations than there is room for, or of longer prefixes, the rest
 * is not noted: their prefixes mean what they mean farther out, or usually.
 */
#define CL_XMP_SCOPES 64
#define CL_XMP_PREFIX 31

struct cl_xmp_scope {
	struct {
		const void *space; /* NULL: not one we know */
		size_t depth;
		uint8_t len;
		char prefix[CL_XMP_PREFIX];
	} list[CL_XMP_SCOPES];
	size_t count;
};

/* Take in what an element at depth declares among its attributes, which are
 * expat's; forget what was declared at depth or deeper. */
void cl_xmp_scope_open(struct cl_xmp_scope *scope, size_t depth,
		       const char **attributes);
void cl_xmp_scope_close(struct cl_xmp_scope *scope, size_t depth);

/* What a name as it stands in the packet means: "dc:creator". A declaration
 * counts as of the namespace xml, and so says nothing. */
struct cl_xmp_name cl_xmp_name(const struct cl_xmp_scope *scope,
			       const char *name, bool is_attribute);

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
