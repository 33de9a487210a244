/* SPDX-License-Identifier: MIT */
/*
 * IPTC-IIM 4.2, record 2, and 1:90 of record 1. Lengths are the standard's;
 * a desk's software cuts at them without a word, which is why credits end in
 * the middle of a client's name.
 */
#include <string.h>

#include "forge/forge.h"

/* What Windows-1252 has from 0x80 to 0x9f; 0: nothing. */
static const uint16_t cp1252[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
	0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178
};

struct writer {
	struct forge_buf *out;
	bool cp1252, uncut;
};

static uint32_t take_character(const char **text)
{
	const uint8_t *p = (const uint8_t *)*text;
	uint32_t c = p[0];
	int more = c < 0xc0 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;

	if (more)
		c &= 0x3fu >> more;
	for (int i = 1; i <= more; i++)
		c = c << 6 | (p[i] & 0x3fu);
	*text += 1 + more;
	return c;
}

static unsigned to_cp1252(uint32_t c)
{
	if (c < 0x80 || (c >= 0xa0 && c < 0x100))
		return c;
	for (unsigned i = 0; i < 32; i++) {
		if (cp1252[i] == c)
			return 0x80 + i;
	}
	return '?';
}

/* The longest start of at most max bytes that ends with a whole character. */
static size_t whole_characters(const char *text, size_t max)
{
	size_t len = strlen(text);

	if (len <= max)
		return len;
	while (max && ((uint8_t)text[max] & 0xc0) == 0x80)
		max--;
	return max;
}

static void put_head(struct forge_buf *out, unsigned record, unsigned dataset,
		     size_t len)
{
	forge_put_u8(out, 0x1c);
	forge_put_u8(out, record);
	forge_put_u8(out, dataset);
	if (len > 0x7fff)
		forge_die("too long for a dataset", "IIM");
	forge_put_u16be(out, (unsigned)len);
}

static void put_cp1252(const struct writer *w, unsigned dataset,
		       const char *text, size_t max)
{
	struct forge_buf bytes = { 0 };

	while (*text && bytes.len < max)
		forge_put_u8(&bytes, to_cp1252(take_character(&text)));
	put_head(w->out, 2, dataset, bytes.len);
	forge_put_buf(w->out, &bytes);
	forge_buf_release(&bytes);
}

static void put(const struct writer *w, unsigned dataset, const char *text,
		size_t max)
{
	size_t len;

	if (!text || !*text)
		return;
	if (w->uncut)
		max = 0x7fff;
	if (w->cp1252) {
		put_cp1252(w, dataset, text, max);
		return;
	}
	len = whole_characters(text, max);
	put_head(w->out, 2, dataset, len);
	forge_put(w->out, text, len);
}

static void put_list(const struct writer *w, unsigned dataset,
		     const char *const *list, size_t max)
{
	for (; *list; list++)
		put(w, dataset, *list, max);
}

/* 2:55 and 2:60; what is not known of a date is written as zeros. */
static void put_date(const struct writer *w, const char *text)
{
	struct forge_date d;
	char value[16];

	if (!text)
		return;
	forge_date_read(&d, text);
	memcpy(value, "00000000", 9);
	memcpy(value, d.year, 4);
	if (d.month[0])
		memcpy(value + 4, d.month, 2);
	if (d.day[0])
		memcpy(value + 6, d.day, 2);
	put(w, 55, value, 8);
	if (!d.time[0])
		return;
	memcpy(value, "000000+0000", 12);
	for (int i = 0; i < 3; i++)
		memcpy(value + 2 * i, d.time + 3 * i, 2);
	if (d.offset[0]) {
		memcpy(value + 6, d.offset, 3);
		memcpy(value + 9, d.offset + 4, 2);
	}
	put(w, 60, value, 11);
}

void forge_iim_make(struct forge_buf *out, const struct forge_picture *picture)
{
	const struct forge_fields *f = picture->iim;
	struct writer w = { out, picture->iim_charset == FORGE_CP1252,
			    picture->iim_uncut };

	if (picture->iim_charset == FORGE_UTF8) {
		put_head(out, 1, 90, 3);
		forge_put_text(out, "\033%G");
	}
	put_head(out, 2, 0, 2);
	forge_put_u16be(out, 4);
	put(&w, 5, f->object_name, 64);
	put_list(&w, 25, f->keywords, 64);
	put(&w, 40, f->instructions, 256);
	put_date(&w, f->date);
	put_list(&w, 80, f->by_lines, 32);
	put(&w, 85, f->by_line_title, 32);
	put(&w, 90, f->city, 32);
	put(&w, 92, f->sublocation, 32);
	put(&w, 95, f->state, 32);
	put(&w, 100, f->country_code, 3);
	put(&w, 101, f->country, 64);
	put(&w, 103, f->transmission_reference, 32);
	put(&w, 105, f->headline, 256);
	put(&w, 110, f->credit, 32);
	put(&w, 115, f->source, 32);
	put(&w, 116, f->copyright, 128);
	put(&w, 120, f->caption, 2000);
	put(&w, 122, f->caption_writer, 32);
}
