/* SPDX-License-Identifier: MIT */
/*
 * HTML. libxml2 reads it and tells of elements and text one by one; no tree is
 * built. The text of a block element is a unit. A `figcaption` and an element
 * whose class names a caption are units that are captions whatever they say;
 * one whose class names a credit belongs to the caption beside it. The image
 * beside is the last one since the figure began.
 *
 * Reading stops where elements are nested deeper than DEPTH_MAX: libxml2 looks
 * through its stack of open elements at every end tag, which a page of nothing
 * but tags would make quadratic.
 */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/utf8.h"
#include "document/source.h"
#include "document/unit.h"

#define DEPTH_MAX 256

/* A caption is no longer; what is, is a container that is only named so. */
#define MARKED_MAX 4000

struct reader {
	struct cl_units *u;
	struct cl_source source;
	htmlParserCtxtPtr parser;
	struct cl_buf text;
	struct cl_buf map; /* uint32_t each */
	struct cl_unit unit;
	unsigned depth;
	unsigned marked; /* depth of the element that is a caption or credit */
	unsigned figure; /* depth of the figure we are in */
	unsigned silent; /* depth of a title or other text not shown */
	size_t hush;     /* where in the text that began */
	unsigned link;   /* depth of the link we are in */
	unsigned breaks; /* line breaks since the last character */
	size_t linked;   /* bytes of the unit that are a link's */
	bool after_cell; /* a cell of the row stands before */
	bool blank;      /* a blank stands before the next character */
	const char *image;
};

/* Append the bytes of one character; each maps to a byte of the character found
 * last, the last one to its last byte. */
static void put(struct reader *r, const char *bytes, size_t len)
{
	size_t start = r->source.start;
	size_t last = r->source.end > start ? r->source.end - 1 : start;

	for (size_t i = 0; i < len; i++) {
		size_t at = start + i < last ? start + i : last;
		uint32_t place = (uint32_t)(i + 1 == len ? last : at);

		if (len == 1)
			place = (uint32_t)start;
		cl_buf_add(&r->map, &place, sizeof(place));
	}
	cl_buf_add(&r->text, bytes, len);
}

/* End the unit, if it holds text. */
static void end_unit(struct reader *r)
{
	r->unit.end = r->text.len;
	if (r->silent) {
		r->blank = true;
		return;
	}
	if (r->unit.end > r->unit.start) {
		r->unit.link = r->linked * 2 > r->unit.end - r->unit.start;
		if (r->unit.marked && r->unit.end - r->unit.start > MARKED_MAX)
			r->unit.marked = false;
		r->unit.image = r->image;
		if (r->unit.marked)
			r->image = NULL;
		cl_units_add(r->u, &r->unit);
		put(r, "\n", 1);
	}
	r->unit = (struct cl_unit){ .start = r->text.len };
	r->unit.adjoins = r->figure > 0 ||
			  (r->u->count && r->u->items[r->u->count - 1].marked);
	r->linked = 0;
	r->blank = false;
}

static const char *attribute(const xmlChar **atts, const char *name)
{
	for (; atts && atts[0]; atts += 2)
		if (xmlStrcasecmp(atts[0], (const xmlChar *)name) == 0)
			return (const char *)atts[1];
	return NULL;
}

static bool has_word(const char *text, struct cl_str word)
{
	struct cl_str s = cl_str_from(text);

	return cl_str_find_nocase(s, word, 0) < s.len;
}

static bool has_one(const char *text, const char *const *words)
{
	while (*words && !has_word(text, cl_str_from(*words)))
		words++;
	return *words != NULL;
}

static bool is_named(const xmlChar *name, const char *const *names)
{
	for (; *names; names++)
		if (xmlStrEqual(name, (const xmlChar *)*names))
			return true;
	return false;
}

static const char *const inline_names[] = {
	"a",    "abbr",   "b",   "bdi", "cite", "code", "del", "em",
	"font", "i",      "img", "ins", "mark", "q",    "s",   "small",
	"span", "strong", "sub", "sup", "time", "u",    "wbr", NULL
};

static const char *const silent_names[] = { "title",    "option",   "textarea",
					    "noscript", "template", "nav",
					    "footer",   "button",   NULL };

/* A class that names a caption may be that of what shows or hides it. */
static const char *const no_caption[] = { "no-caption",  "captions",
					  "has-caption", "toggle",
					  "button",      "icon",
					  NULL };

/* "2023-04-17T10:00:00Z": its day. */
static void read_date(struct reader *r, const char *text)
{
	struct cutline_moment moment;

	if (text && r->u->date.shape == CUTLINE_DATE_NONE &&
	    cutline_moment_read(text, strlen(text), &moment))
		r->u->date = moment.date;
}

static void read_meta(struct reader *r, const xmlChar **atts)
{
	const char *name = attribute(atts, "property");

	if (!name)
		name = attribute(atts, "name");
	if (!name)
		name = attribute(atts, "itemprop");
	if (name &&
	    (strcmp(name, "article:published_time") == 0 ||
	     strcmp(name, "datePublished") == 0 || strcmp(name, "date") == 0))
		read_date(r, attribute(atts, "content"));
}

static void read_image(struct reader *r, const xmlChar **atts)
{
	const char *src = attribute(atts, "src");

	if (!src ||
	    (strncmp(src, "data:", 5) == 0 && attribute(atts, "data-src")))
		src = attribute(atts, "data-src");
	if (!src)
		return;
	r->image = cl_arena_dup(r->u->arena, cl_str_from(src));
	if (!r->image)
		r->u->failed = true;
	/* an image after its caption, in one figure */
	if (r->figure && r->u->count && r->u->items[r->u->count - 1].marked &&
	    !r->u->items[r->u->count - 1].image)
		r->u->items[r->u->count - 1].image = r->image;
}

/* Does the element begin a caption or a credit? */
static void begin_marked(struct reader *r, const xmlChar *name,
			 const xmlChar **atts)
{
	const char *class = attribute(atts, "class");
	bool caption = xmlStrEqual(name, (const xmlChar *)"figcaption");
	bool credit = false;

	if (class && !caption) {
		caption = has_word(class, CL_STR("caption")) &&
			  !has_one(class, no_caption);
		credit = !caption && has_word(class, CL_STR("credit"));
	}
	if (!caption && !credit)
		return;
	end_unit(r);
	r->unit.marked = caption;
	r->unit.credit = credit;
	r->marked = r->depth;
}

/* A line after one break, and a cell after another of its row, adjoin what
 * stands before. */
static void begin_block(struct reader *r, const xmlChar *name)
{
	bool cell = xmlStrEqual(name, (const xmlChar *)"td");

	end_unit(r);
	if (xmlStrEqual(name, (const xmlChar *)"tr"))
		r->after_cell = false;
	if (xmlStrEqual(name, (const xmlChar *)"br") && r->breaks++ == 0)
		r->unit.adjoins = true;
	if (cell && r->after_cell)
		r->unit.adjoins = true;
	r->after_cell |= cell;
}

static void start_element(void *data, const xmlChar *name, const xmlChar **atts)
{
	struct reader *r = data;

	if (++r->depth > DEPTH_MAX) {
		xmlStopParser(r->parser);
		return;
	}
	if (xmlStrEqual(name, (const xmlChar *)"meta"))
		read_meta(r, atts);
	else if (xmlStrEqual(name, (const xmlChar *)"time"))
		read_date(r, attribute(atts, "datetime"));
	else if (xmlStrEqual(name, (const xmlChar *)"img"))
		read_image(r, atts);
	if (!r->silent && is_named(name, silent_names)) {
		if (!r->marked)
			end_unit(r);
		r->hush = r->text.len;
		r->silent = r->depth;
	}
	if (!r->figure && xmlStrEqual(name, (const xmlChar *)"figure")) {
		r->figure = r->depth;
		r->image = NULL;
	}
	if (!r->link && xmlStrEqual(name, (const xmlChar *)"a"))
		r->link = r->depth;
	if (r->marked)
		r->blank |= !is_named(name, inline_names);
	else if (!is_named(name, inline_names))
		begin_block(r, name);
	if (!r->marked && !r->silent)
		begin_marked(r, name, atts);
}

static void keep_title(struct reader *r)
{
	struct cl_str s =
		cl_str_sub(cl_buf_str(&r->text), r->hush, r->text.len);

	if (r->u->title || s.len == 0)
		return;
	r->u->title = cl_arena_dup(r->u->arena, s);
	if (!r->u->title)
		r->u->failed = true;
}

static void end_element(void *data, const xmlChar *name)
{
	struct reader *r = data;

	if (r->silent && r->silent == r->depth) {
		if (xmlStrEqual(name, (const xmlChar *)"title"))
			keep_title(r);
		cl_buf_truncate(&r->text, r->hush); /* drop it */
		cl_buf_truncate(&r->map, r->hush * sizeof(uint32_t));
		r->blank = true;
		r->silent = 0;
	} else if (r->marked == r->depth && r->marked) {
		end_unit(r);
		r->marked = 0;
		r->unit.adjoins = true;
	} else if (xmlStrEqual(name, (const xmlChar *)"br")) {
		; /* it stands for itself */
	} else if (!r->marked && !is_named(name, inline_names)) {
		end_unit(r);
	} else if (r->marked) {
		r->blank |= !is_named(name, inline_names);
	}
	if (r->figure == r->depth)
		r->figure = 0;
	if (r->link == r->depth)
		r->link = 0;
	if (r->depth)
		r->depth--;
}

static void characters(void *data, const xmlChar *bytes, int len)
{
	struct reader *r = data;
	struct cl_str s = { (const char *)bytes, (size_t)len };
	size_t at = 0;

	while (at < s.len) {
		uint32_t code;
		size_t step = cl_utf8_decode(s, at, &code);

		if (cl_is_space(s.ptr[at])) {
			r->blank = true;
			at += step;
			continue;
		}
		cl_source_find(&r->source, code);
		if (r->blank && r->text.len > r->unit.start) {
			put(r, " ", 1);
		}
		r->blank = false;
		r->breaks = 0;
		put(r, s.ptr + at, step);
		r->linked += r->link ? step : 0;
		at += step;
	}
}

/* Scripts and styles. */
static void ignore(void *data, const xmlChar *bytes, int len)
{
	(void)data;
	(void)bytes;
	(void)len;
}

static bool parse(struct reader *r, struct cl_str source)
{
	htmlSAXHandler sax = {
		.startElement = start_element,
		.endElement = end_element,
		.characters = characters,
		.ignorableWhitespace = characters,
		.cdataBlock = ignore,
	};
	bool ok;

	r->parser = htmlCreatePushParserCtxt(&sax, r, NULL, 0, NULL,
					     XML_CHAR_ENCODING_UTF8);
	if (!r->parser)
		return false;
	htmlCtxtUseOptions(r->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
					      HTML_PARSE_NOWARNING |
					      HTML_PARSE_NONET |
					      HTML_PARSE_IGNORE_ENC);
	htmlParseChunk(r->parser, source.ptr, (int)source.len, 1);
	ok = r->parser->errNo != XML_ERR_NO_MEMORY;
	end_unit(r);
	htmlFreeParserCtxt(r->parser);
	return ok;
}

void cl_units_from_html(struct cl_units *u, struct cl_str source)
{
	struct reader r = { .u = u, .source = { .html = source } };

	cl_buf_init(&r.text, source.len * 2 + 64);
	cl_buf_init(&r.map, source.len * 8 + 256);
	if (!parse(&r, source) || !cl_units_hand_over(u, &r.text, &r.map))
		u->failed = true;
	cl_buf_release(&r.text);
	cl_buf_release(&r.map);
}

static const struct cl_str signs[] = {
	CL_STR_INIT("<!doctype html"),
	CL_STR_INIT("<html"),
	CL_STR_INIT("<p>"),
	CL_STR_INIT("<p "),
	CL_STR_INIT("<div"),
	CL_STR_INIT("<figure"),
	CL_STR_INIT("<figcaption"),
	CL_STR_INIT("<article"),
	CL_STR_INIT("<img "),
	CL_STR_INIT("<li"),
	CL_STR_INIT("<body"),
	CL_STR_INIT("<h1"),
	CL_STR_INIT("<table"),
	CL_STR_INIT("<section"),
};

bool cl_is_html(struct cl_str source)
{
	struct cl_str head =
		cl_str_sub(source, 0, source.len < 4096 ? source.len : 4096);

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (cl_str_find_nocase(head, signs[i], 0) < head.len)
			return true;
	return false;
}
