/* SPDX-License-Identifier: MIT */
/*
 * Metadata in the text chunks of a PNG (ISO/IEC 15948 section 11.3.4). A chunk
 * begins with a keyword that ends in NUL; then
 *
 * - tEXt: the text;
 * - zTXt: how it is compressed (0: zlib), the compressed text;
 * - iTXt: whether it is compressed, how, a language and the keyword in it, each
 *   ending in NUL, the text.
 *
 * The keyword "XML:com.adobe.xmp" says that the text is an XMP packet. One that
 * begins "Raw profile type " is how ImageMagick and its kin keep what they have
 * no chunk for: the block in hexadecimal digits, behind a line with its name
 * and one with its length. As eXIf and XMP have a place of their own in PNG,
 * which is mostly filled too, such profiles come last.
 *
 * Of all compressed texts together INFLATED_MAX bytes are made.
 */
#include "image/png_text.h"

#include "image/inflate.h"
#include "image/jpeg.h"

#define KEYWORD_MAX 80
#define TEXT_MAX ((int64_t)8 << 20)
#define INFLATED_MAX ((size_t)8 << 20)

enum {
	APP1 = 0xE1,
	APP13 = 0xED,
};

static const struct cl_str profile = CL_STR_INIT("Raw profile type ");

/* Cut the part before the next NUL off *s, NUL dropped; false without one. */
static bool take_field(struct cl_str *s, struct cl_str *field)
{
	size_t end = cl_str_find_char(*s, '\0', 0);

	if (end == s->len)
		return false;
	*field = cl_str_sub(*s, 0, end);
	*s = cl_str_sub(*s, end + 1, s->len);
	return true;
}

/* Go over what stands between keyword and text. */
static bool take_flags(char type, struct cl_str *s, bool *packed)
{
	struct cl_str skipped;

	*packed = type == 'z';
	if (type == 't')
		return true;
	if (type == 'z') {
		*s = cl_str_sub(*s, s->len > 0, s->len);
		return true;
	}
	if (s->len < 2)
		return false;
	*packed = s->ptr[0] != 0;
	*s = cl_str_sub(*s, 2, s->len);
	return take_field(s, &skipped) && take_field(s, &skipped);
}

/* The text, unpacked into out if it is packed. */
static struct cl_str unpack(struct cl_png_texts *t, struct cl_str s,
			    struct cl_buf *out)
{
	bool whole;

	cl_buf_init(out, INFLATED_MAX - t->inflated);
	whole = cl_inflate(s, out);
	t->inflated += out->len;
	t->blocks->record->failed |= out->failed;
	if (!whole)
		cl_record_warn(t->blocks->record,
			       "a compressed text is damaged or longer than "
			       "%zu bytes",
			       INFLATED_MAX);
	return cl_buf_str(out);
}

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The bytes that hexadecimal digits tell, blanks between them. */
static struct cl_str from_digits(struct cl_blocks *b, struct cl_str s)
{
	char *bytes = cl_arena_alloc(&b->arena, s.len / 2 + 1);
	size_t count = 0;
	int high = -1;

	if (!bytes) {
		b->record->failed = true;
		return (struct cl_str){ 0 };
	}
	for (size_t i = 0; i < s.len; i++) {
		int low = digit(s.ptr[i]);

		if (low < 0)
			continue;
		if (high >= 0)
			bytes[count++] = (char)(high << 4 | low);
		high = high >= 0 ? -1 : low;
	}
	return (struct cl_str){ bytes, count };
}

static void add_profile(struct cl_blocks *b, struct cl_str name,
			struct cl_str bytes)
{
	if (cl_str_starts(bytes, CL_STR("II*\0")) ||
	    cl_str_starts(bytes, CL_STR("MM\0*")))
		cl_blocks_add(b, CL_BLOCK_EXIF, bytes, false);
	else if (cl_str_eq(name, CL_STR("exif")) ||
		 cl_str_eq(name, CL_STR("APP1")))
		cl_jpeg_take(b, APP1, bytes);
	else if (cl_str_eq(name, CL_STR("iptc")) ||
		 cl_str_eq(name, CL_STR("8bim")))
		cl_jpeg_take(b, APP13, bytes);
	else if (cl_str_eq(name, CL_STR("xmp")))
		cl_blocks_add(b, CL_BLOCK_XMP, bytes, false);
}

static bool is_read(struct cl_str name)
{
	static const struct cl_str known[] = {
		CL_STR_INIT("8bim"), CL_STR_INIT("APP1"), CL_STR_INIT("exif"),
		CL_STR_INIT("iptc"), CL_STR_INIT("xmp"),
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (cl_str_eq(name, known[i]))
			return true;
	return false;
}

/* A text behind "\n" name "\n" length "\n". */
static void take_profile(struct cl_blocks *b, struct cl_str name,
			 struct cl_str text)
{
	struct cl_str line;
	struct cl_str bytes;
	uint32_t want;

	text = cl_str_trim(text);
	if (!cl_str_split(&text, '\n', &line) ||
	    !cl_str_split(&text, '\n', &line))
		return;
	bytes = from_digits(b, text);
	if (cl_str_to_u32(cl_str_trim(line), UINT32_MAX, &want) &&
	    bytes.len < want)
		cl_record_warn(b->record, "a metadata block is cut off");
	add_profile(b, name, bytes);
}

/* Read the whole chunk whose keyword is wanted. */
static void read_text(struct cl_png_texts *t, char type, int64_t at,
		      int64_t len)
{
	size_t got;
	const uint8_t *p = cl_source_peek(t->s, at, (size_t)len, &got);
	struct cl_str s = { (const char *)p, got };
	struct cl_str keyword;
	struct cl_buf unpacked;
	bool packed;

	if ((int64_t)got < len)
		cl_record_warn(t->blocks->record,
			       "a metadata block is cut off");
	if (!take_field(&s, &keyword) || !take_flags(type, &s, &packed))
		return;
	cl_buf_init(&unpacked, 0);
	if (packed)
		s = unpack(t, s, &unpacked);
	if (cl_str_skip(&keyword, profile))
		take_profile(t->blocks, keyword, s);
	else
		cl_blocks_add(t->blocks, CL_BLOCK_XMP, s, false);
	cl_buf_release(&unpacked);
}

void cl_png_text(struct cl_png_texts *t, struct cl_str type, int64_t at,
		 int64_t len)
{
	static const struct cl_str xmp = CL_STR_INIT("XML:com.adobe.xmp");
	char kind = type.ptr[0];
	size_t got;
	const uint8_t *p = cl_source_peek(t->s, at, KEYWORD_MAX, &got);
	struct cl_str s = { (const char *)p, got };
	struct cl_str keyword;
	bool is_xmp;

	s.len = (int64_t)got < len ? got : (size_t)len;
	if (!take_field(&s, &keyword))
		return;
	is_xmp = cl_str_eq(keyword, xmp);
	if (!is_xmp && !(cl_str_skip(&keyword, profile) && is_read(keyword)))
		return;
	if (len > TEXT_MAX) {
		cl_record_warn(t->blocks->record,
			       "a text of more than %lld bytes is not read",
			       (long long)TEXT_MAX);
		return;
	}
	if (is_xmp) {
		read_text(t, kind, at, len);
	} else if (t->count < CL_PNG_PROFILES) {
		t->profiles[t->count].type = kind;
		t->profiles[t->count].at = at;
		t->profiles[t->count].len = len;
		t->count++;
	}
}

void cl_png_profiles(struct cl_png_texts *t)
{
	for (size_t i = 0; i < t->count; i++)
		read_text(t, t->profiles[i].type, t->profiles[i].at,
			  t->profiles[i].len);
}
