/* SPDX-License-Identifier: MIT */
/* XMP, IIM and Photoshop resources that are wrong. */
#include <stdio.h>
#include <string.h>

#include "forge/forge.h"
#include "forge/hostile.h"

#define XMP_HEAD "http://ns.adobe.com/xap/1.0/"
#define EXTENSION_HEAD "http://ns.adobe.com/xmp/extension/"
#define GUID "0123456789ABCDEF0123456789ABCDEF"
#define RDF \
 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"

static void put_times(struct forge_buf *out, const char *text, size_t times)
{
	while (times-- > 0)
		forge_put_text(out, text);
}

static void finish_xmp(struct forge_buf *out, struct forge_buf *packet)
{
	forge_put_u16be(out, 0xffd8);
	forge_segment(out, 0xffe1, XMP_HEAD, sizeof(XMP_HEAD), packet->data,
		      packet->len);
	forge_put_picture(out);
	forge_buf_release(packet);
}

void forge_bad_xmp_laughs(struct forge_buf *out)
{
	struct forge_buf packet = { 0 };
	char line[64];

	forge_put_text(&packet, "<?xml version=\"1.0\"?>\n<!DOCTYPE x [\n"
				"<!ENTITY l0 \"ha\">\n");
	for (int i = 1; i < 10; i++) {
		snprintf(line, sizeof(line), "<!ENTITY l%d \"", i);
		forge_put_text(&packet, line);
		snprintf(line, sizeof(line), "&l%d;", i - 1);
		put_times(&packet, line, 10);
		forge_put_text(&packet, "\">\n");
	}
	forge_put_text(&packet, "]>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
				"&l9;</x:xmpmeta>");
	finish_xmp(out, &packet);
}

void forge_bad_xmp_doctype(struct forge_buf *out)
{
	struct forge_buf packet = { 0 };

	forge_put_text(&packet,
		       "<?xml version=\"1.0\"?>\n<!DOCTYPE x SYSTEM "
		       "\"http://127.0.0.1:9/x.dtd\" [\n"
		       "<!ENTITY file SYSTEM \"file:///etc/hostname\">]>\n"
		       "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" RDF
		       "<rdf:Description xmlns:photoshop=\""
		       "http://ns.adobe.com/photoshop/1.0/\">"
		       "<photoshop:City>&file;</photoshop:City>"
		       "</rdf:Description></rdf:RDF></x:xmpmeta>");
	finish_xmp(out, &packet);
}

/* As deep as one segment lets it be. */
void forge_bad_xmp_nested(struct forge_buf *out)
{
	struct forge_buf packet = { 0 };

	forge_put_text(&packet, "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" RDF);
	put_times(&packet, "<a>", 9000);
	put_times(&packet, "</a>", 9000);
	forge_put_text(&packet, "</rdf:RDF></x:xmpmeta>");
	finish_xmp(out, &packet);
}

/* A hundred thousand elements deep. */
void forge_bad_xmp_sidecar(struct forge_buf *out)
{
	forge_put_text(out, "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" RDF);
	put_times(out, "<a>", 100000);
	put_times(out, "</a>", 100000);
	forge_put_text(out, "</rdf:RDF></x:xmpmeta>");
}

static void put_extension_note(struct forge_buf *out)
{
	static const char note[] =
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" RDF
		"<rdf:Description xmlns:xmpNote=\""
		"http://ns.adobe.com/xmp/note/\" xmpNote:HasExtendedXMP=\"" GUID
		"\"/></rdf:RDF></x:xmpmeta>";

	forge_put_u16be(out, 0xffd8);
	forge_segment(out, 0xffe1, XMP_HEAD, sizeof(XMP_HEAD), note,
		      sizeof(note) - 1);
}

static void put_extension(struct forge_buf *out, uint32_t length,
			  uint32_t offset, const void *bytes, size_t len)
{
	struct forge_buf body = { 0 };

	forge_put_text(&body, GUID);
	forge_put_u32be(&body, length);
	forge_put_u32be(&body, offset);
	forge_put(&body, bytes, len);
	forge_segment(out, 0xffe1, EXTENSION_HEAD, sizeof(EXTENSION_HEAD),
		      body.data, body.len);
	forge_buf_release(&body);
}

/* The deep sidecar again, as ExtendedXMP in eleven segments. */
void forge_bad_xmp_extended(struct forge_buf *out)
{
	struct forge_buf packet = { 0 };

	forge_bad_xmp_sidecar(&packet);
	put_extension_note(out);
	for (size_t at = 0; at < packet.len; at += 65000) {
		size_t left = packet.len - at;

		put_extension(out, (uint32_t)packet.len, (uint32_t)at,
			      packet.data + at, left < 65000 ? left : 65000);
	}
	forge_put_picture(out);
	forge_buf_release(&packet);
}

/* Twenty bytes of four gigabytes, and a piece beyond the end. */
void forge_bad_xmp_extended_length(struct forge_buf *out)
{
	put_extension_note(out);
	put_extension(out, 0xffffffff, 0, "<x:xmpmeta xmlns:x=\"", 20);
	put_extension(out, 0xffffffff, 0xfffffff0, "<x:xmpmeta xmlns:x=\"", 20);
	forge_put_picture(out);
}

void forge_bad_xmp_not_closed(struct forge_buf *out)
{
	struct forge_buf packet = { 0 };

	forge_put_text(&packet, "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" RDF
				"<rdf:Description rdf:about=\"\" dc:title=\"");
	forge_put_fill(&packet, 'a', 60000);
	finish_xmp(out, &packet);
}

static void finish_iim(struct forge_buf *out, struct forge_buf *iim)
{
	struct forge_buf resources = { 0 };

	forge_resource(&resources, 0x0404, iim->data, iim->len);
	forge_put_u16be(out, 0xffd8);
	forge_segment(out, 0xffed, "Photoshop 3.0", 14, resources.data,
		      resources.len);
	forge_put_picture(out);
	forge_buf_release(&resources);
	forge_buf_release(iim);
}

/* Length 0x8000 and how many bytes the true length has. */
static void put_extended(struct forge_buf *iim, unsigned length_of_length)
{
	forge_put(iim, "\34\2\170", 3);
	forge_put_u16be(iim, 0x8000 | length_of_length);
}

void forge_bad_iim_extended_length(struct forge_buf *out)
{
	struct forge_buf iim = { 0 };

	put_extended(&iim, 4);
	forge_put_u32be(&iim, 0xffffffff);
	forge_put_text(&iim, "A caption of four gigabytes");
	finish_iim(out, &iim);
}

void forge_bad_iim_length_of_length(struct forge_buf *out)
{
	struct forge_buf iim = { 0 };

	put_extended(&iim, 0x7fff);
	forge_put_fill(&iim, 0xff, 300);
	put_extended(&iim, 0);
	put_extended(&iim, 8);
	forge_put_fill(&iim, 0, 8);
	finish_iim(out, &iim);
}

void forge_bad_iim_past_end(struct forge_buf *out)
{
	struct forge_buf iim = { 0 };

	forge_put(&iim, "\34\2\132\0\4Oslo", 9);
	forge_put(&iim, "\34\2\170\177\377cut", 8);
	finish_iim(out, &iim);
}

/* Shifts of ISO 2022 in the marker and in the text. */
void forge_bad_iim_charset(struct forge_buf *out)
{
	struct forge_buf iim = { 0 };

	forge_put(&iim, "\34\1\132\0\6\33.A\33$B", 11);
	forge_put(&iim, "\34\2\170\0\13\16\33NSm\370rbr\370d", 16);
	forge_put(&iim, "\34\2\120\0\0", 5);
	forge_put(&iim, "\34\2", 2);
	finish_iim(out, &iim);
}

void forge_bad_resource_size(struct forge_buf *out)
{
	forge_put_u16be(out, 0xffd8);
	forge_segment(out, 0xffed, "Photoshop 3.0", 14,
		      "8BIM\4\4\0\0\377\377\377\377\34\2\132\0\4Oslo", 21);
	forge_segment(out, 0xffed, "Photoshop 3.0", 14,
		      "8BIM\4\4\0\0\177\377\377\376", 12);
	forge_put_picture(out);
}

void forge_bad_resource_name(struct forge_buf *out)
{
	forge_put_u16be(out, 0xffd8);
	forge_segment(out, 0xffed, "Photoshop 3.0", 14, "8BIM\4\4\377cut off",
		      14);
	forge_segment(out, 0xffed, "Photoshop 3.0", 14, "8BI", 3);
	forge_put_picture(out);
}
