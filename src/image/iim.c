/* SPDX-License-Identifier: MIT */
/*
 * IPTC-IIM 4.2: datasets of five bytes of header (0x1C, record, dataset, length
 * big-endian) and data. A length with its top bit set is extended: its other
 * bits say in how many bytes the true length follows.
 *
 * What encoding texts are in, dataset 1:90 says, or should. Its ESC % G means
 * UTF-8, but is missing as often as it is wrong; so unless Latin-1 is declared
 * (ESC . A or ESC - A), text that is valid UTF-8 is UTF-8, told value by value,
 * because programs that write one field and keep the others mix them. The rest
 * is Windows-1252 or MacRoman, one of them for the whole block: base/guess.h.
 * Text that shifts between sets in the manner of ISO 2022 is kept as its bytes
 * are, with a remark.
 *
 * A text exactly as long as its dataset may be was perhaps cut there by who
 * wrote it; that is noted with the value. Maxima and numbers are those of the
 * standard's section 6, names ExifTool's.
 */
#include "image/iim.h"

#include <stdlib.h>

#include "base/cursor.h"

#define MARKER 0x1C

struct dataset {
	uint8_t number;
	uint16_t max;
	const char *name;
};

/* Record 2, by number. */
static const struct dataset application[] = {
	{ 3, 67, "iim:ObjectTypeReference" },
	{ 4, 68, "iim:ObjectAttributeReference" },
	{ 5, 64, "iim:ObjectName" },
	{ 7, 64, "iim:EditStatus" },
	{ 8, 2, "iim:EditorialUpdate" },
	{ 10, 1, "iim:Urgency" },
	{ 12, 236, "iim:SubjectReference" },
	{ 15, 3, "iim:Category" },
	{ 20, 32, "iim:SupplementalCategories" },
	{ 22, 32, "iim:FixtureIdentifier" },
	{ 25, 64, "iim:Keywords" },
	{ 26, 3, "iim:ContentLocationCode" },
	{ 27, 64, "iim:ContentLocationName" },
	{ 30, 8, "iim:ReleaseDate" },
	{ 35, 11, "iim:ReleaseTime" },
	{ 37, 8, "iim:ExpirationDate" },
	{ 38, 11, "iim:ExpirationTime" },
	{ 40, 256, "iim:SpecialInstructions" },
	{ 55, 8, "iim:DateCreated" },
	{ 60, 11, "iim:TimeCreated" },
	{ 62, 8, "iim:DigitalCreationDate" },
	{ 63, 11, "iim:DigitalCreationTime" },
	{ 65, 32, "iim:OriginatingProgram" },
	{ 70, 10, "iim:ProgramVersion" },
	{ 75, 1, "iim:ObjectCycle" },
	{ 80, 32, "iim:By-line" },
	{ 85, 32, "iim:By-lineTitle" },
	{ 90, 32, "iim:City" },
	{ 92, 32, "iim:Sub-location" },
	{ 95, 32, "iim:Province-State" },
	{ 100, 3, "iim:Country-PrimaryLocationCode" },
	{ 101, 64, "iim:Country-PrimaryLocationName" },
	{ 103, 32, "iim:OriginalTransmissionReference" },
	{ 105, 256, "iim:Headline" },
	{ 110, 32, "iim:Credit" },
	{ 115, 32, "iim:Source" },
	{ 116, 128, "iim:CopyrightNotice" },
	{ 118, 128, "iim:Contact" },
	{ 120, 2000, "iim:Caption-Abstract" },
	{ 121, 256, "iim:LocalCaption" },
	{ 122, 32, "iim:Writer-Editor" },
	{ 130, 2, "iim:ImageType" },
	{ 131, 1, "iim:ImageOrientation" },
	{ 135, 3, "iim:LanguageIdentifier" },
	{ 184, 64, "iim:JobID" },
	{ 185, 256, "iim:MasterDocumentID" },
	{ 186, 64, "iim:ShortDocumentID" },
	{ 187, 128, "iim:UniqueDocumentID" },
	{ 188, 128, "iim:OwnerID" },
};

static int compare(const void *key, const void *element)
{
	return *(const uint8_t *)key -
	       ((const struct dataset *)element)->number;
}

static const struct dataset *find(uint8_t record, uint8_t number)
{
	static const struct dataset charset = { 90, 32,
						"iim:CodedCharacterSet" };
	static const struct dataset unique_name = { 100, 80,
						    "iim:UniqueObjectName" };

	if (record == 1 && number == charset.number)
		return &charset;
	if (record == 1 && number == unique_name.number)
		return &unique_name;
	if (record != 2)
		return NULL;
	return bsearch(&number, application,
		       sizeof(application) / sizeof(application[0]),
		       sizeof(application[0]), compare);
}

enum declared {
	DECLARED_NOT,
	DECLARED_UTF8,
	DECLARED_LATIN1,
	DECLARED_OTHER,
};

struct reader {
	struct cl_record *r;
	struct cl_cursor c;
	enum declared declared;
	bool shifts; /* some text does */
};

struct item {
	uint8_t record, number;
	struct cl_str value;
	bool cut; /* it says it is longer than what is there */
};

/* The length of the dataset whose header is being read. */
static size_t take_length(struct cl_cursor *c)
{
	size_t len = cl_take_u16be(c);
	size_t bytes;

	if (!(len & 0x8000))
		return len;
	bytes = len & 0x7FFF;
	if (bytes > 4) {
		cl_skip(c, SIZE_MAX);
		return 0;
	}
	for (len = 0; bytes > 0; bytes--)
		len = len << 8 | cl_take_u8(c);
	return len;
}

/* Read one dataset; false where none begins. */
static bool take_item(struct cl_cursor *c, struct item *out)
{
	size_t len;

	if (cl_cursor_left(c) == 0 || *c->at != MARKER)
		return false;
	cl_skip(c, 1);
	out->record = cl_take_u8(c);
	out->number = cl_take_u8(c);
	len = take_length(c);
	out->cut = c->past_end || len > cl_cursor_left(c);
	if (out->cut)
		len = cl_cursor_left(c);
	out->value.ptr = (const char *)cl_take_bytes(c, len);
	out->value.len = len;
	return true;
}

/* Only zeros may follow the last dataset: some programs pad with them. */
static void check_rest(struct reader *i)
{
	while (cl_cursor_left(&i->c) > 0) {
		if (cl_take_u8(&i->c) != 0) {
			cl_record_warn(i->r, "the IIM block is damaged or ends "
					     "in other data");
			return;
		}
	}
}

/* What 1:90 says: ESC % G, or its levels ESC % / G to I; ESC . A, ESC - A. */
static enum declared declared_by(struct cl_str value)
{
	if (cl_str_eq(value, CL_STR("\x1B%G")) ||
	    cl_str_eq(value, CL_STR("\x1B%/G")) ||
	    cl_str_eq(value, CL_STR("\x1B%/H")) ||
	    cl_str_eq(value, CL_STR("\x1B%/I")))
		return DECLARED_UTF8;
	if (cl_str_eq(value, CL_STR("\x1B.A")) ||
	    cl_str_eq(value, CL_STR("\x1B-A")))
		return DECLARED_LATIN1;
	return value.len > 0 ? DECLARED_OTHER : DECLARED_NOT;
}

static bool has_shift(struct cl_str value)
{
	for (size_t i = 0; i < value.len; i++)
		if (value.ptr[i] == '\x0E' || value.ptr[i] == '\x0F' ||
		    value.ptr[i] == '\x1B')
			return true;
	return false;
}

/* Look at all datasets once to know what the texts are in. */
static void judge(struct reader *i)
{
	struct cl_cursor c = i->c;
	struct cl_evidence e = { 0, 0 };
	struct item item;

	while (take_item(&c, &item)) {
		if (item.record == 1 && item.number == 90)
			i->declared = declared_by(item.value);
		else if (find(item.record, item.number)) {
			cl_evidence_add(&e, item.value);
			i->shifts |= has_shift(item.value);
		}
	}
	if (i->declared == DECLARED_LATIN1)
		return;
	cl_record_judge(i->r, &e, "IIM");
	if (i->shifts)
		cl_record_warn(i->r, "the IIM block's text shifts between "
				     "character sets, which is not read");
}

static void add(struct reader *i, const struct item *item)
{
	const struct dataset *d = find(item->record, item->number);
	struct cl_origin origin = { 0 };
	struct cl_str value = item->value;

	if (!d)
		return;
	origin.name = d->name;
	origin.block = i->r->iim_blocks;
	origin.at_limit = value.len == d->max;
	if (i->declared == DECLARED_LATIN1)
		cl_record_add(i->r, origin, value, CL_ENC_LATIN1);
	else if ((i->declared == DECLARED_UTF8 && cl_utf8_valid(value)) ||
		 /* Cut at the limit, a last half of a character is that. */
		 (origin.at_limit &&
		  cl_utf8_is_ascii(cl_whole_characters(value))))
		cl_record_add(i->r, origin, value, CL_ENC_UTF8);
	else
		cl_record_add_guessed(i->r, origin, value);
}

void cl_iim_read(struct cl_record *r, struct cl_str bytes)
{
	struct reader i = { .r = r, .c = cl_cursor_over(bytes.ptr, bytes.len) };
	struct item item;

	if (r->iim_blocks == 0)
		r->iim = bytes;
	judge(&i);
	while (take_item(&i.c, &item)) {
		if (item.cut)
			cl_record_warn(r, "IIM dataset %u:%u is cut off",
				       item.record, item.number);
		add(&i, &item);
	}
	check_rest(&i);
	r->iim_blocks++;
}
