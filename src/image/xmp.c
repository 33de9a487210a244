/* SPDX-License-Identifier: MIT */
/*
 * XMP: the part of RDF/XML that its specification allows (XMP Specification
 * part 1, annex C), read in one pass by expat.
 *
 * - A property is a child element or an attribute of rdf:Description.
 * - Its value is text, rdf:resource, an array (rdf:Alt, rdf:Bag, rdf:Seq of
 *   rdf:li) or a structure (rdf:parseType="Resource", rdf:Description inside,
 *   or attributes); rdf:value in a structure is the property's own value.
 * - Values get the property's name with the usual prefix of its namespace;
 *   fields of structures are flattened as ExifTool does. An array gives one
 *   value for each item, in order. Of languages (rdf:Alt) x-default comes
 *   first, and texts that repeat it are left out. So is a property that says
 *   the same a second time.
 * - Only known namespaces count, and not the editing history.
 *
 * No XMP needs a document type, and one is where entity bombs live: reading
 * ends there. So it does at the end of rdf:RDF, at DEPTH_MAX elements one
 * inside the other, after NODES_MAX of them or PIECES_MAX pieces of text, and
 * where the names of values take too much room (xmp_label.h). A packet with
 * more than NODES_MAX attributes is not read at all, since expat takes a second
 * and hundreds of megabytes for a flood of them in one tag. Whatever was read
 * before something damaged is kept; faults that can be mended are (xmp_mend.c).
 */
#include "image/xmp.h"

#include <errno.h>
#include <expat.h>
#include <string.h>

#include "base/alloc.h"
#include "image/xmp_label.h"
#include "image/xmp_mend.h"
#include "image/xmp_names.h"

#define DEPTH_MAX 64
#define NODES_MAX 50000
#define PIECES_MAX 1000000
#define REPEAT_MAX 256
#define LOOKS_MAX 100000

enum role {
	OUTSIDE, /* around rdf:RDF */
	RDF,
	NODE,  /* rdf:Description directly in rdf:RDF */
	VALUE, /* a property, a field or an item of an array */
	LIST,
	FIELDS, /* rdf:Description as a value */
};

struct frame {
	enum role role;
	struct cl_xmp_label label; /* of values inside */
	bool has_child;
	bool is_struct;  /* its children are fields */
	bool is_default; /* item in the language x-default */
	bool is_guid;    /* xmpNote:HasExtendedXMP */
	bool is_alt;
	size_t first;      /* LIST: number of values before it */
	size_t default_at; /* LIST: which of its values is x-default */
};

struct reader {
	struct cl_record *r;
	struct cl_xmp_labels labels;
	XML_Parser parser;
	char *guid;
	struct frame frames[DEPTH_MAX + 1]; /* frames[0]: the document */
	size_t depth;
	size_t nodes, pieces;
	struct cl_xmp_scope scope;
	struct cl_buf text;
	size_t first;     /* the tag before which this packet's begin */
	uint64_t seen[4]; /* a bit for the sum of each name: see is_repeat() */
	unsigned looks;
	const char *stopped; /* why, when it is a fault */
	bool done;
};

static void stop(struct reader *x, const char *why)
{
	x->stopped = why;
	(void)XML_StopParser(x->parser, XML_FALSE);
}

static void emit(struct reader *x, struct cl_xmp_label label,
		 struct cl_str text)
{
	struct cl_origin origin = { .name = label.name,
				    .block = x->r->xmp_blocks };

	if (label.name)
		cl_record_add(x->r, origin, text, CL_ENC_UTF8);
}

/* Whether the property was there before with the same text; programs write
 * some twice. The sums of names tell at once of most that they are new; the
 * others are looked for among the last values, at LOOKS_MAX values of a packet
 * at most, and not for a record that is full. */
static bool is_repeat(struct reader *x, const char *name, struct cl_str text)
{
	unsigned sum = 0;
	size_t at = x->r->image.tag_count;
	bool known;

	for (const char *p = name; *p; p++)
		sum = sum * 31 + (uint8_t)*p;
	sum ^= sum >> 8;
	known = !x->r->tags_full && x->seen[sum / 64 % 4] >> sum % 64 & 1;
	x->seen[sum / 64 % 4] |= (uint64_t)1 << sum % 64;
	for (int left = REPEAT_MAX; known && left > 0 && at-- > x->first;
	     left--) {
		if (++x->looks > LOOKS_MAX)
			return false;
		if (strcmp(x->r->tags[at].name, name) == 0 &&
		    strncmp(x->r->tags[at].text, text.ptr, text.len) == 0 &&
		    x->r->tags[at].text[text.len] == '\0')
			return true;
	}
	return false;
}

/* The value of a property that is no array. */
static void emit_simple(struct reader *x, struct cl_xmp_label label,
			struct cl_str text)
{
	if (label.name && text.len > 0 && !is_repeat(x, label.name, text))
		emit(x, label, text);
}

static bool is_guid(struct cl_xmp_name name)
{
	return name.space == CL_XMP_NOTE &&
	       cl_str_eq(name.local, CL_STR("HasExtendedXMP"));
}

static void take_guid(struct reader *x, struct cl_str value)
{
	if (!x->guid || value.len == 0 || value.len >= CL_XMP_GUID_MAX)
		return;
	memcpy(x->guid, value.ptr, value.len);
	x->guid[value.len] = '\0';
}

/* Attributes that are properties (of rdf:Description in rdf:RDF) or fields. */
static void take_attributes(struct reader *x, struct frame *frame,
			    const char **attributes)
{
	for (; attributes[0]; attributes += 2) {
		struct cl_xmp_name name =
			cl_xmp_name(&x->scope, attributes[0], true);
		struct cl_str value = cl_str_from(attributes[1]);

		if (is_guid(name))
			take_guid(x, value);
		if (frame->role == NODE)
			emit_simple(x, cl_xmp_label_top(&x->labels, name),
				    value);
		else if (name.space != CL_XMP_XML)
			emit(x,
			     cl_xmp_label_field(&x->labels, frame->label, name),
			     value);
	}
}

/* The attributes of a property or item, which say how its value is given. */
static void open_value(struct reader *x, struct frame *frame,
		       const char **attributes)
{
	for (; attributes[0]; attributes += 2) {
		struct cl_xmp_name name =
			cl_xmp_name(&x->scope, attributes[0], true);
		struct cl_str value = cl_str_from(attributes[1]);

		if (name.space == CL_XMP_XML) {
			frame->is_default |=
				cl_str_eq_nocase(value, CL_STR("x-default"));
		} else if (name.space != CL_XMP_RDF) {
			frame->is_struct = true;
			emit(x,
			     cl_xmp_label_field(&x->labels, frame->label, name),
			     value);
		} else if (cl_str_eq(name.local, CL_STR("parseType"))) {
			frame->is_struct |=
				cl_str_eq(value, CL_STR("Resource"));
		} else if (cl_str_eq(name.local, CL_STR("resource")) ||
			   cl_str_eq(name.local, CL_STR("value"))) {
			frame->has_child = true;
			emit(x, frame->label, value);
		}
	}
}

static bool is_list(struct cl_xmp_name name)
{
	return name.space == CL_XMP_RDF &&
	       (cl_str_eq(name.local, CL_STR("Alt")) ||
		cl_str_eq(name.local, CL_STR("Bag")) ||
		cl_str_eq(name.local, CL_STR("Seq")));
}

static void open_list(struct reader *x, struct frame *frame,
		      struct cl_xmp_name name)
{
	frame->role = LIST;
	frame->is_alt = cl_str_eq(name.local, CL_STR("Alt"));
	frame->first = x->r->image.tag_count;
	frame->default_at = SIZE_MAX;
}

/* An element inside a value: an array, a structure or a field. */
static void open_in_value(struct reader *x, const struct frame *parent,
			  struct frame *frame, struct cl_xmp_name name,
			  const char **attributes)
{
	frame->label = parent->label;
	if (parent->role == FIELDS || parent->is_struct) {
		frame->role = VALUE;
		frame->label =
			cl_xmp_label_field(&x->labels, parent->label, name);
		open_value(x, frame, attributes);
	} else if (is_list(name)) {
		open_list(x, frame, name);
	} else {
		frame->role = FIELDS;
		take_attributes(x, frame, attributes);
	}
}

static void open_element(struct reader *x, struct frame *parent,
			 struct frame *frame, struct cl_xmp_name name,
			 const char **attributes)
{
	switch (parent->role) {
	case OUTSIDE:
		frame->role =
			name.space == CL_XMP_RDF &&
					cl_str_eq(name.local, CL_STR("RDF"))
				? RDF
				: OUTSIDE;
		break;
	case RDF:
		frame->role = NODE;
		take_attributes(x, frame, attributes);
		break;
	case NODE:
		frame->role = VALUE;
		frame->label = cl_xmp_label_top(&x->labels, name);
		frame->is_guid = is_guid(name);
		open_value(x, frame, attributes);
		break;
	case LIST:
		frame->role = VALUE;
		frame->label = parent->label;
		open_value(x, frame, attributes);
		break;
	case VALUE:
	case FIELDS:
		open_in_value(x, parent, frame, name, attributes);
		break;
	}
}

static void clear_text(struct reader *x)
{
	x->r->failed |= x->text.failed;
	cl_buf_clear(&x->text);
}

static void on_start(void *data, const char *name, const char **attributes)
{
	struct reader *x = data;
	struct frame *parent = &x->frames[x->depth];

	if (x->stopped || x->done)
		return;
	if (x->depth == DEPTH_MAX || ++x->nodes > NODES_MAX) {
		stop(x, "it is nested too deeply or has too many elements");
		return;
	}
	parent->has_child = true;
	clear_text(x);
	x->depth++;
	parent[1] = (struct frame){ 0 };
	cl_xmp_scope_open(&x->scope, x->depth, attributes);
	open_element(x, parent, &parent[1], cl_xmp_name(&x->scope, name, false),
		     attributes);
	if (x->labels.used > CL_XMP_LABELS_MAX)
		stop(x, "the names of its values take too much room");
}

/* One byte more than is kept, so that the record sees that it was longer. */
static void on_text(void *data, const char *text, int len)
{
	struct reader *x = data;
	const struct frame *frame = &x->frames[x->depth];
	size_t room = CUTLINE_IMAGE_VALUE_MAX + 1 - x->text.len;

	if (x->stopped || x->done)
		return;
	if (++x->pieces > PIECES_MAX)
		stop(x, "its text is in too many pieces");
	if (frame->role != VALUE || frame->has_child ||
	    (!frame->label.name && !frame->is_guid))
		return;
	cl_buf_add(&x->text, text, (size_t)len < room ? (size_t)len : room);
}

/* Bring the value in x-default to the front of its list. */
static void put_default_first(struct cl_record *r, size_t first, size_t at)
{
	struct cutline_tag tag = r->tags[at];

	memmove(&r->tags[first + 1], &r->tags[first],
		(at - first) * sizeof(tag));
	r->tags[first] = tag;
}

/* Leave out texts in other languages that only repeat the first. */
static void drop_repeats(struct cl_record *r, size_t first)
{
	size_t to = first + 1;

	for (size_t i = first + 1; i < r->image.tag_count; i++)
		if (r->tags[i].name != r->tags[first].name ||
		    strcmp(r->tags[i].text, r->tags[first].text) != 0)
			r->tags[to++] = r->tags[i];
	r->image.tag_count = to;
}

static void close_list(struct reader *x, const struct frame *frame)
{
	struct cl_record *r = x->r;

	if (!frame->is_alt || r->image.tag_count <= frame->first + 1)
		return;
	if (frame->default_at < r->image.tag_count)
		put_default_first(r, frame->first, frame->default_at);
	drop_repeats(r, frame->first);
}

static void close_value(struct reader *x, struct frame *frame)
{
	size_t at = x->r->image.tag_count;
	struct cl_str text = cl_str_trim(cl_buf_str(&x->text));

	if (frame->is_guid)
		take_guid(x, text);
	if (!frame->has_child && !frame->is_struct && frame[-1].role == NODE)
		emit_simple(x, frame->label, text);
	else if (!frame->has_child && !frame->is_struct)
		emit(x, frame->label, text);
	if (frame->is_default && frame[-1].role == LIST &&
	    x->r->image.tag_count > at)
		frame[-1].default_at = at;
}

static void on_end(void *data, const char *name)
{
	struct reader *x = data;
	struct frame *frame = &x->frames[x->depth];

	(void)name;
	if (x->stopped || x->done)
		return;
	if (frame->role == VALUE)
		close_value(x, frame);
	else if (frame->role == LIST)
		close_list(x, frame);
	cl_xmp_scope_close(&x->scope, x->depth);
	x->depth--;
	clear_text(x);
	if (frame->role == RDF) {
		x->done = true;
		(void)XML_StopParser(x->parser, XML_FALSE);
	}
}

static void on_doctype(void *data, const char *name, const char *system,
		       const char *public, int has_subset)
{
	(void)name;
	(void)system;
	(void)public;
	(void)has_subset;
	stop(data, "it has a document type, which XMP never needs");
}

/* Expat takes some failed allocations for faults of the text ("unbound
 * prefix"), so they are noted in errno, which is each thread's own. */
static void *xml_alloc(size_t size)
{
	void *p = cl_alloc(size);

	if (!p)
		errno = ENOMEM;
	return p;
}

static void *xml_realloc(void *old, size_t size)
{
	void *p = cl_realloc(old, size);

	if (!p)
		errno = ENOMEM;
	return p;
}

/* Parse text, UTF-8 whatever it says. False when it is refused; then *code and
 * *line say why and where. */
static bool parse(struct reader *x, struct cl_str text, enum XML_Error *code,
		  unsigned long *line)
{
	static const XML_Memory_Handling_Suite memory = { xml_alloc,
							  xml_realloc,
							  cl_free };
	enum XML_Status status = XML_STATUS_OK;

	errno = 0;
	x->parser = XML_ParserCreate_MM("UTF-8", &memory, NULL);
	if (!x->parser) {
		x->r->failed = true;
		return true;
	}
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_start, on_end);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	status = XML_Parse(x->parser, text.ptr, (int)text.len, XML_TRUE);
	if (errno == ENOMEM)
		x->r->failed = true;
	*code = XML_GetErrorCode(x->parser);
	*line = XML_GetCurrentLineNumber(x->parser);
	XML_ParserFree(x->parser);
	x->parser = NULL;
	return status == XML_STATUS_OK || x->done || x->stopped || x->r->failed;
}

/* Faults that cl_xmp_mend() knows. */
static bool is_mendable(enum XML_Error code)
{
	return code == XML_ERROR_INVALID_TOKEN ||
	       code == XML_ERROR_BAD_CHAR_REF ||
	       code == XML_ERROR_UNDEFINED_ENTITY ||
	       code == XML_ERROR_MISPLACED_XML_PI;
}

/* Begin again with nothing read. */
static void reset(struct reader *x)
{
	x->r->image.tag_count = x->first;
	x->frames[0] = (struct frame){ 0 };
	x->depth = 0;
	x->nodes = 0;
	x->pieces = 0;
	x->labels.used = 0;
	x->scope.count = 0;
	x->looks = 0;
	memset(x->seen, 0, sizeof(x->seen));
	cl_buf_clear(&x->text);
}

/* Once more with a mended copy; true when that was read. */
static bool parse_mended(struct reader *x, struct cl_str text)
{
	struct cl_buf mended;
	enum XML_Error code;
	unsigned long line;
	bool read;

	cl_buf_init(&mended, CL_XMP_MENDED_MAX);
	cl_xmp_mend(&mended, text);
	x->r->failed |= mended.failed;
	reset(x);
	read = parse(x, cl_buf_str(&mended), &code, &line);
	cl_buf_release(&mended);
	return read;
}

static void parse_packet(struct reader *x, struct cl_str text)
{
	enum XML_Error code = XML_ERROR_NONE;
	unsigned long line = 0;
	const char *end = "";

	if (!parse(x, text, &code, &line)) {
		if (is_mendable(code) && text.len <= CL_XMP_MEND_MAX &&
		    parse_mended(x, text))
			end = "; it was mended";
		cl_record_warn(x->r,
			       "the XMP packet is damaged at its line %lu: "
			       "%s%s",
			       line, XML_ErrorString(code), end);
		return;
	}
	if (x->stopped)
		cl_record_warn(x->r,
			       "the XMP packet was not read to its end: "
			       "%s",
			       x->stopped);
	else if (!x->done)
		cl_record_warn(x->r, "the XMP packet holds no RDF");
}

/* Attributes, counted by their equals signs, of which text has few. */
static bool has_flood(struct cl_str packet)
{
	size_t count = 0;

	for (const char *p = packet.ptr, *end = p + packet.len; p;) {
		p = memchr(p, '=', (size_t)(end - p));
		if (p && (++count > NODES_MAX || ++p == end))
			break;
	}
	return count > NODES_MAX;
}

void cl_xmp_read(struct cl_record *r, struct cl_str packet,
		 char guid[CL_XMP_GUID_MAX])
{
	struct reader x = { .r = r,
			    .labels = { .record = r },
			    .guid = guid,
			    .first = r->image.tag_count };
	struct cl_buf utf8;
	struct cl_str text;

	if (packet.len == 0 || packet.len > CUTLINE_IMAGE_METADATA_MAX)
		return;
	cl_buf_init(&utf8, (size_t)2 * CUTLINE_IMAGE_METADATA_MAX);
	text = cl_xmp_utf8(&utf8, packet);
	r->failed |= utf8.failed;
	cl_buf_init(&x.text, CUTLINE_IMAGE_VALUE_MAX + 1);
	if (text.len > 0 && has_flood(text))
		cl_record_warn(r, "the XMP packet has too many attributes and "
				  "was not read");
	else if (text.len > 0 && !r->failed)
		parse_packet(&x, text);
	cl_buf_release(&x.text);
	cl_buf_release(&utf8);
}
