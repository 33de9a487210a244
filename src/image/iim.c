/* SPDX-License-Identifier: MIT */
/*
 * IPTC-IIM 4.2: datasets of five bytes of header (0x1C, record, dataset, length
 * big-endian) and data. A length with its top bit set is extended: its other
 * bits say in how many bytes the true length follows.
 *
 * What encoding texts are in, dataset 1:90 says, or should. Its ESC % G means
 * UTF-8, but is missing as often as it is wrong; so unless Latin-1 is declared
 * (ESC . A or ESC - A), text that is valid UTF-8 is UTF-8 and the rest
 * Windows-1252, told apart value by value, because programs that write one
 * field and keep the others mix them.
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

struct reader {
	struct cl_record *r;
	struct cl_cursor c;
	bool latin1; /* 1:90 says so */
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

static void add(struct reader *i, uint8_t record, uint8_t number,
		struct cl_str value)
{
	const struct dataset *d = find(record, number);
	struct cl_origin origin;
	enum cl_encoding encoding;

	if (record == 1 && number == 90)
		i->latin1 = cl_str_eq(value, CL_STR("\x1B.A")) ||
			    cl_str_eq(value, CL_STR("\x1B-A"));
	if (!d)
		return;
	origin = (struct cl_origin){ d->name, i->r->iim_blocks,
				     value.len == d->max };
	encoding = i->latin1 ? CL_ENC_CP1252 : cl_guess_encoding(value);
	/* Cut at the limit, a last half of a character is that. */
	if (origin.at_limit && !i->latin1 &&
	    cl_utf8_is_ascii(cl_whole_characters(value)))
		encoding = CL_ENC_UTF8;
	cl_record_add(i->r, origin, value, encoding);
}

/* Read one dataset; false at the end of what can be read. */
static bool take_dataset(struct reader *i)
{
	struct cl_cursor *c = &i->c;
	uint8_t record;
	uint8_t number;
	size_t len;

	if (cl_cursor_left(c) == 0)
		return false;
	if (*c->at != MARKER) {
		check_rest(i);
		return false;
	}
	cl_skip(c, 1);
	record = cl_take_u8(c);
	number = cl_take_u8(c);
	len = take_length(c);
	if (c->past_end || len > cl_cursor_left(c)) {
		cl_record_warn(i->r, "IIM dataset %u:%u is cut off", record,
			       number);
		len = cl_cursor_left(c);
	}
	add(i, record, number,
	    (struct cl_str){ (const char *)cl_take_bytes(c, len), len });
	return true;
}

void cl_iim_read(struct cl_record *r, struct cl_str bytes)
{
	struct reader i = { .r = r, .c = cl_cursor_over(bytes.ptr, bytes.len) };

	if (r->iim_blocks == 0)
		r->iim = bytes;
	while (take_dataset(&i))
		continue;
	r->iim_blocks++;
}
