/* SPDX-License-Identifier: MIT */
/* The XMP packet, with each property in the form the IPTC standard gives it. */
#include <string.h>

#include "forge/forge.h"

static const char head[] =
	"<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	" <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	"  <rdf:Description rdf:about=\"\"";
static const char tail[] = "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n";
static const char end[] = "<?xpacket end=\"w\"?>";

static const char *const namespaces[][2] = {
	{ "dc", "http://purl.org/dc/elements/1.1/" },
	{ "photoshop", "http://ns.adobe.com/photoshop/1.0/" },
	{ "Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" },
	{ "Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/" },
	{ "xmp", "http://ns.adobe.com/xap/1.0/" },
	{ "xmpRights", "http://ns.adobe.com/xap/1.0/rights/" },
	{ "plus", "http://ns.useplus.org/ldf/xmp/1.0/" },
	{ "GettyImagesGIFT", "http://xmp.gettyimages.com/gift/1.0/" },
};

/* A property with one value of plain text. */
struct simple {
	const char *name, *value;
};

static void put_escaped(struct forge_buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '&')
			forge_put_text(out, "&amp;");
		else if (*text == '<')
			forge_put_text(out, "&lt;");
		else if (*text == '>')
			forge_put_text(out, "&gt;");
		else if (*text == '"')
			forge_put_text(out, "&quot;");
		else if (*text == '\n')
			/* In an attribute a bare one would become a blank. */
			forge_put_text(out, "&#xA;");
		else
			forge_put(out, text, 1);
	}
}

static void put_attribute(struct forge_buf *out, const struct simple *p)
{
	forge_put_text(out, "\n   ");
	forge_put_text(out, p->name);
	forge_put_text(out, "=\"");
	put_escaped(out, p->value);
	forge_put_text(out, "\"");
}

static void put_element(struct forge_buf *out, const struct simple *p)
{
	forge_put_text(out, "   <");
	forge_put_text(out, p->name);
	forge_put_text(out, ">");
	put_escaped(out, p->value);
	forge_put_text(out, "</");
	forge_put_text(out, p->name);
	forge_put_text(out, ">\n");
}

static void put_tag(struct forge_buf *out, const char *open, const char *name,
		    const char *close)
{
	forge_put_text(out, open);
	forge_put_text(out, name);
	forge_put_text(out, close);
}

/* kind is rdf:Alt, rdf:Bag or rdf:Seq. */
static void put_list(struct forge_buf *out, const char *name, const char *kind,
		     const char *const *list)
{
	const char *item = strcmp(kind, "rdf:Alt") == 0
				   ? "     <rdf:li xml:lang=\"x-default\">"
				   : "     <rdf:li>";

	if (!list[0])
		return;
	put_tag(out, "   <", name, ">\n");
	put_tag(out, "    <", kind, ">\n");
	for (; *list; list++) {
		forge_put_text(out, item);
		put_escaped(out, *list);
		forge_put_text(out, "</rdf:li>\n");
	}
	put_tag(out, "    </", kind, ">\n");
	put_tag(out, "   </", name, ">\n");
}

static void put_alt(struct forge_buf *out, const char *name, const char *text)
{
	const char *const list[] = { text, NULL };

	put_list(out, name, "rdf:Alt", list);
}

/* An XMP date is what was described, but without a fraction: desks drop it. */
static const char *xmp_date(char *value, const char *text)
{
	struct forge_date d;
	size_t len;

	if (!text)
		return NULL;
	forge_date_read(&d, text);
	len = strlen(text) < 19 ? strlen(text) : 19;
	memcpy(value, text, len);
	memcpy(value + len, d.offset, strlen(d.offset) + 1);
	return value;
}

static void put_simple(struct forge_buf *out, const struct forge_picture *p,
		       void (*put)(struct forge_buf *, const struct simple *))
{
	const struct forge_fields *f = p->xmp;
	char date[32];
	const struct simple properties[] = {
		{ "photoshop:Headline", f->headline },
		{ "photoshop:Credit", f->credit },
		{ "photoshop:Source", f->source },
		{ "photoshop:AuthorsPosition", f->by_line_title },
		{ "photoshop:CaptionWriter", f->caption_writer },
		{ "photoshop:DateCreated", xmp_date(date, f->date) },
		{ "photoshop:City", f->city },
		{ "photoshop:State", f->state },
		{ "photoshop:Country", f->country },
		{ "photoshop:Instructions", f->instructions },
		{ "photoshop:TransmissionReference",
		  f->transmission_reference },
		{ "Iptc4xmpCore:Location", f->sublocation },
		{ "Iptc4xmpCore:CountryCode", f->country_code },
		{ "Iptc4xmpExt:DigitalSourceType", f->digital_source_type },
		{ "xmp:CreatorTool", f->software },
		{ "xmpRights:WebStatement", f->web_statement },
		{ "plus:ImageSupplierImageID", f->supplier_image_id },
		{ "GettyImagesGIFT:AssetID", f->asset_id },
	};

	for (size_t i = 0; i < sizeof(properties) / sizeof(*properties); i++) {
		if (properties[i].value)
			put(out, &properties[i]);
	}
}

static void put_structured(struct forge_buf *out, const struct forge_fields *f)
{
	put_list(out, "dc:creator", "rdf:Seq", f->by_lines);
	put_alt(out, "dc:title", f->object_name);
	put_alt(out, "dc:description", f->caption);
	put_alt(out, "dc:rights", f->copyright);
	put_list(out, "dc:subject", "rdf:Bag", f->keywords);
	put_list(out, "Iptc4xmpExt:PersonInImage", "rdf:Bag", f->persons);
	put_alt(out, "Iptc4xmpExt:Event", f->event);
	put_alt(out, "xmpRights:UsageTerms", f->usage_terms);
}

/* Room for later editors, in lines of a hundred bytes as Adobe leaves it. */
static void put_padding(struct forge_buf *out, size_t from, size_t size)
{
	size_t used = out->len - from + sizeof(end) - 1;

	while (used < size) {
		size_t line = size - used < 100 ? size - used : 100;

		forge_put_fill(out, ' ', line - 1);
		forge_put_text(out, "\n");
		used += line;
	}
}

void forge_xmp_make(struct forge_buf *out, const struct forge_picture *picture)
{
	size_t from = out->len;

	forge_put_text(out, head);
	for (size_t i = 0; i < sizeof(namespaces) / sizeof(*namespaces); i++) {
		put_tag(out, "\n    xmlns:", namespaces[i][0], "=\"");
		put_tag(out, "", namespaces[i][1], "\"");
	}
	if (picture->xmp_attributes)
		put_simple(out, picture, put_attribute);
	forge_put_text(out, ">\n");
	if (!picture->xmp_attributes)
		put_simple(out, picture, put_element);
	put_structured(out, picture->xmp);
	forge_put_text(out, tail);
	put_padding(out, from, picture->xmp_size);
	forge_put_text(out, end);
}
