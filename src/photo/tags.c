/* SPDX-License-Identifier: MIT */
/*
 * Which tags a field is read from. The order within a field is that of trust.
 *
 * From the IPTC Photo Metadata Standard 2025.1 with its mapping to IIM 4.2
 * and the IPTC Photo Metadata Mapping Guidelines 2023.1 for EXIF; PLUS LDF
 * 2.0; Getty's GIFT schema as ExifTool lists it. Names are ExifTool's. Places:
 * LocationShown comes before the older single fields, LocationCreated after
 * them, because only some of the pictures are taken where they show.
 */
#include "photo/tags.h"

#define AT(level, f, t, form)          \
 {                                     \
  f, CL_STR_INIT(t), form, level, NULL \
 }
#define FIELD(f, t, form) AT(0, f, t, form)
#define ALSO(f, t, form) AT(1, f, t, form)
#define LAST(f, t, form) AT(2, f, t, form)
#define NUMBER(t, kind)                                          \
 {                                                               \
  CUTLINE_REFERENCES, CL_STR_INIT(t), CL_FORM_REFERENCE, 0, kind \
 }
#define SHOWN "xmp:Iptc4xmpExt:LocationShown"
#define CREATED "xmp:Iptc4xmpExt:LocationCreated"

/* clang-format off: one tag a line */
const struct cl_source cl_sources[] = {
	FIELD(CUTLINE_CAPTION, "xmp:dc:description", CL_FORM_TEXT),
	FIELD(CUTLINE_CAPTION, "iim:Caption-Abstract", CL_FORM_TEXT),
	FIELD(CUTLINE_CAPTION, "exif:ImageDescription", CL_FORM_TEXT),
	ALSO(CUTLINE_CAPTION, "exif:XPComment", CL_FORM_TEXT),
	ALSO(CUTLINE_CAPTION, "exif:UserComment", CL_FORM_TEXT),

	FIELD(CUTLINE_HEADLINE, "xmp:photoshop:Headline", CL_FORM_TEXT),
	FIELD(CUTLINE_HEADLINE, "iim:Headline", CL_FORM_TEXT),

	FIELD(CUTLINE_TITLE, "xmp:dc:title", CL_FORM_TEXT),
	FIELD(CUTLINE_TITLE, "iim:ObjectName", CL_FORM_TEXT),
	FIELD(CUTLINE_TITLE, "exif:ImageTitle", CL_FORM_TEXT),
	ALSO(CUTLINE_TITLE, "exif:XPTitle", CL_FORM_TEXT),

	FIELD(CUTLINE_CREATORS, "xmp:dc:creator", CL_FORM_CREATORS),
	FIELD(CUTLINE_CREATORS, "iim:By-line", CL_FORM_CREATORS),
	FIELD(CUTLINE_CREATORS, "exif:Artist", CL_FORM_ARTIST),
	FIELD(CUTLINE_CREATORS, "exif:Photographer", CL_FORM_ARTIST),
	FIELD(CUTLINE_CREATORS, "exif:XPAuthor", CL_FORM_ARTIST),
	ALSO(CUTLINE_CREATORS, "xmp:plus:ImageCreatorName", CL_FORM_CREATORS),

	FIELD(CUTLINE_CREDIT_LINE, "xmp:photoshop:Credit", CL_FORM_CREDIT),
	FIELD(CUTLINE_CREDIT_LINE, "iim:Credit", CL_FORM_CREDIT),

	FIELD(CUTLINE_SOURCE, "xmp:photoshop:Source", CL_FORM_SOURCE),
	FIELD(CUTLINE_SOURCE, "iim:Source", CL_FORM_SOURCE),

	FIELD(CUTLINE_COPYRIGHT_NOTICE, "xmp:dc:rights", CL_FORM_TEXT),
	FIELD(CUTLINE_COPYRIGHT_NOTICE, "iim:CopyrightNotice", CL_FORM_TEXT),
	FIELD(CUTLINE_COPYRIGHT_NOTICE, "exif:Copyright", CL_FORM_TEXT),
	ALSO(CUTLINE_COPYRIGHT_NOTICE, "xmp:plus:CopyrightOwnerName",
	     CL_FORM_LIST),

	FIELD(CUTLINE_DATE_CREATED, "xmp:photoshop:DateCreated", CL_FORM_DATE),
	FIELD(CUTLINE_DATE_CREATED, "iim:DateCreated", CL_FORM_DATE),
	FIELD(CUTLINE_DATE_CREATED, "exif:DateTimeOriginal", CL_FORM_DATE),
	FIELD(CUTLINE_DATE_CREATED, "xmp:exif:DateTimeOriginal", CL_FORM_DATE),

	FIELD(CUTLINE_CAPTURED, "exif:DateTimeOriginal", CL_FORM_MOMENT),
	FIELD(CUTLINE_CAPTURED, "xmp:exif:DateTimeOriginal", CL_FORM_MOMENT),

	FIELD(CUTLINE_SUBLOCATION, SHOWN "Sublocation", CL_FORM_TEXT),
	ALSO(CUTLINE_SUBLOCATION, SHOWN "LocationName", CL_FORM_TEXT),
	LAST(CUTLINE_SUBLOCATION, "xmp:Iptc4xmpCore:Location", CL_FORM_TEXT),
	LAST(CUTLINE_SUBLOCATION, "iim:Sub-location", CL_FORM_TEXT),
	AT(3, CUTLINE_SUBLOCATION, CREATED "Sublocation", CL_FORM_TEXT),
	AT(4, CUTLINE_SUBLOCATION, CREATED "LocationName", CL_FORM_TEXT),

	FIELD(CUTLINE_CITY, SHOWN "City", CL_FORM_CITY),
	ALSO(CUTLINE_CITY, "xmp:photoshop:City", CL_FORM_CITY),
	ALSO(CUTLINE_CITY, "iim:City", CL_FORM_CITY),
	LAST(CUTLINE_CITY, CREATED "City", CL_FORM_CITY),

	FIELD(CUTLINE_PROVINCE_STATE, SHOWN "ProvinceState", CL_FORM_STATE),
	ALSO(CUTLINE_PROVINCE_STATE, "xmp:photoshop:State", CL_FORM_STATE),
	ALSO(CUTLINE_PROVINCE_STATE, "iim:Province-State", CL_FORM_STATE),
	LAST(CUTLINE_PROVINCE_STATE, CREATED "ProvinceState", CL_FORM_STATE),

	FIELD(CUTLINE_COUNTRY, SHOWN "CountryName", CL_FORM_COUNTRY),
	ALSO(CUTLINE_COUNTRY, "xmp:photoshop:Country", CL_FORM_COUNTRY),
	ALSO(CUTLINE_COUNTRY, "iim:Country-PrimaryLocationName",
	     CL_FORM_COUNTRY),
	LAST(CUTLINE_COUNTRY, CREATED "CountryName", CL_FORM_COUNTRY),

	FIELD(CUTLINE_COUNTRY_CODE, SHOWN "CountryCode", CL_FORM_CODE),
	ALSO(CUTLINE_COUNTRY_CODE, "xmp:Iptc4xmpCore:CountryCode",
	     CL_FORM_CODE),
	ALSO(CUTLINE_COUNTRY_CODE, "iim:Country-PrimaryLocationCode",
	     CL_FORM_CODE),
	LAST(CUTLINE_COUNTRY_CODE, CREATED "CountryCode", CL_FORM_CODE),
	AT(3, CUTLINE_COUNTRY_CODE, "iim:ContentLocationCode", CL_FORM_CODE),

	FIELD(CUTLINE_EVENTS, "xmp:Iptc4xmpExt:Event", CL_FORM_LIST),

	FIELD(CUTLINE_PERSONS, "xmp:Iptc4xmpExt:PersonInImage", CL_FORM_LIST),
	ALSO(CUTLINE_PERSONS, "xmp:Iptc4xmpExt:PersonInImageName",
	     CL_FORM_LIST),
	ALSO(CUTLINE_PERSONS, "xmp:GettyImagesGIFT:Personality", CL_FORM_LIST),

	FIELD(CUTLINE_KEYWORDS, "xmp:dc:subject", CL_FORM_LIST),
	FIELD(CUTLINE_KEYWORDS, "iim:Keywords", CL_FORM_LIST),
	FIELD(CUTLINE_KEYWORDS, "exif:XPKeywords", CL_FORM_SEMICOLON),

	NUMBER("xmp:GettyImagesGIFT:AssetID", "getty"),
	NUMBER("xmp:plus:ImageSupplierImageID", "other"),
	NUMBER("xmp:plus:CopyrightOwnerImageID", "other"),
	NUMBER("xmp:plus:ImageCreatorImageID", "other"),
	NUMBER("xmp:plus:LicensorImageID", "other"),
	NUMBER("xmp:Iptc4xmpExt:RegistryItemID", "other"),
	NUMBER("xmp:Iptc4xmpExt:DigitalImageGUID", "other"),
	NUMBER("xmp:photoshop:TransmissionReference", "other"),
	NUMBER("iim:OriginalTransmissionReference", "other"),
	NUMBER("iim:UniqueObjectName", "other"),
	NUMBER("iim:UniqueDocumentID", "other"),

	FIELD(CUTLINE_INSTRUCTIONS, "xmp:photoshop:Instructions",
	      CL_FORM_ORDERS),
	FIELD(CUTLINE_INSTRUCTIONS, "iim:SpecialInstructions", CL_FORM_ORDERS),
	FIELD(CUTLINE_USAGE_TERMS, "xmp:xmpRights:UsageTerms", CL_FORM_TEXT),
	ALSO(CUTLINE_USAGE_TERMS, "xmp:plus:OtherConstraints", CL_FORM_TEXT),
	FIELD(CUTLINE_LICENSOR, "xmp:plus:LicensorName", CL_FORM_TEXT),
	ALSO(CUTLINE_LICENSOR, "xmp:plus:LicensorID", CL_FORM_TEXT),
	ALSO(CUTLINE_LICENSOR, "xmp:plus:LicensorURL", CL_FORM_TEXT),
	ALSO(CUTLINE_LICENSOR, "xmp:plus:LicensorEmail", CL_FORM_TEXT),
	FIELD(CUTLINE_WEB_STATEMENT, "xmp:xmpRights:WebStatement",
	      CL_FORM_TEXT),
	FIELD(CUTLINE_DIGITAL_SOURCE_TYPE, "xmp:Iptc4xmpExt:DigitalSourceType",
	      CL_FORM_TEXT),

	FIELD(CUTLINE_ALT_TEXT, "xmp:Iptc4xmpCore:AltTextAccessibility",
	      CL_FORM_TEXT),
	ALSO(CUTLINE_ALT_TEXT, "xmp:Iptc4xmpCore:ExtDescrAccessibility",
	     CL_FORM_TEXT),
	FIELD(CUTLINE_CAPTION_WRITER, "xmp:photoshop:CaptionWriter",
	      CL_FORM_TEXT),
	FIELD(CUTLINE_CAPTION_WRITER, "iim:Writer-Editor", CL_FORM_TEXT),
	FIELD(CUTLINE_CREATOR_TITLE, "xmp:photoshop:AuthorsPosition",
	      CL_FORM_TEXT),
	FIELD(CUTLINE_CREATOR_TITLE, "iim:By-lineTitle", CL_FORM_TEXT),
	FIELD(CUTLINE_CAMERA, "exif:Model", CL_FORM_CAMERA),
	ALSO(CUTLINE_CAMERA, "xmp:tiff:Model", CL_FORM_CAMERA),
};
/* clang-format on */

const size_t cl_source_count = sizeof(cl_sources) / sizeof(*cl_sources);

/* XMP's copies of EXIF's tags count as EXIF: they come with the camera's. */
static bool repeats_exif(struct cl_str tag)
{
	return cl_str_starts(tag, CL_STR("xmp:exif:")) ||
	       cl_str_starts(tag, CL_STR("xmp:tiff:"));
}

enum cl_source_block cl_source_block(struct cl_str tag)
{
	switch (tag.len > 0 ? tag.ptr[0] : 0) {
	case 'x':
		return repeats_exif(tag) ? CL_BLOCK_EXIF : CL_BLOCK_XMP;
	case 'i':
		return CL_BLOCK_IIM;
	case 'e':
		return CL_BLOCK_EXIF;
	default:
		return CL_BLOCK_CAPTION;
	}
}
