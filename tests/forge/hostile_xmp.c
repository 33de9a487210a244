/* SPDX-License-Identifier: MIT */
/* Packets of XMP made to cost time or memory, in a GIF, where they may be of
 * any length. */
#include <stdio.h>

#include "forge/forge.h"
#include "forge/hostile.h"

static void begin_gif(struct forge_buf *out)
{
	forge_put(out, "GIF89a\1\0\1\0\0\0\0", 13);
}

static void begin_packet(struct forge_buf *out)
{
	forge_put(out, "!\377\13XMP DataXMP", 14);
	forge_put_text(out, "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/"
			    "22-rdf-syntax-ns#\" xmlns:p=\"http://ns.adobe.com/"
			    "photoshop/1.0/\">");
}

static void end_packet(struct forge_buf *out)
{
	forge_put_text(out, "</rdf:RDF>");
	forge_put_u8(out, 1);
	for (unsigned i = 256; i-- > 0;)
		forge_put_u8(out, i);
	forge_put_u8(out, 0);
}

static void end_gif(struct forge_buf *out)
{
	forge_put(out, ",\0\0\0\0\1\0\1\0\0\2\0;", 13);
}

/* A structure with a name of len letters and many empty fields. */
static void put_structure(struct forge_buf *out, size_t len, int fields)
{
	begin_packet(out);
	forge_put_text(out, "<rdf:Description><p:");
	forge_put_fill(out, 'A', len);
	forge_put_text(out, " rdf:parseType=\"Resource\">");
	for (int i = 0; i < fields; i++)
		forge_put_text(out, "<p:b/>");
	forge_put_text(out, "</p:");
	forge_put_fill(out, 'A', len);
	forge_put_text(out, "></rdf:Description>");
	end_packet(out);
}

/* Each field's path with its structure's would be 100 KB. */
void forge_bad_xmp_long_names(struct forge_buf *out)
{
	begin_gif(out);
	put_structure(out, 100000, 20000);
	end_gif(out);
}

/* Names that are short enough, but very many. */
void forge_bad_xmp_many_names(struct forge_buf *out)
{
	begin_gif(out);
	for (int i = 0; i < 8; i++)
		put_structure(out, 240, 45000);
	end_gif(out);
}

/* The same property with another text each time, so that each may be one that
 * was there before. */
void forge_bad_xmp_repeats(struct forge_buf *out)
{
	char number[16];

	begin_gif(out);
	begin_packet(out);
	for (int i = 0; i < 20000; i++) {
		forge_put_text(out, "<rdf:Description p:");
		forge_put_fill(out, 'A', 240);
		snprintf(number, sizeof(number), "=\"%d\"/>", i);
		forge_put_text(out, number);
	}
	end_packet(out);
	end_gif(out);
}
