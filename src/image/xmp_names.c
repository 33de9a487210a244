/* SPDX-License-Identifier: MIT */
/*
 * Namespaces by the URIs of the XMP Specification part 2, the IPTC Photo
 * Metadata Standard 2023.1, PLUS LDF 2.0 and Getty Images' GIFT; a file may
 * give them any prefix. Flattened names are those of ExifTool's XMP tables.
 */
#include "image/xmp_names.h"

#include <string.h>

struct space {
	struct cl_str uri;
	enum cl_xmp_space space;
	struct cl_str prefix;
};

#define KNOWN(uri, prefix)                            \
 {                                                    \
  CL_STR_INIT(uri), CL_XMP_KNOWN, CL_STR_INIT(prefix) \
 }

static const struct space spaces[] = {
	{ CL_STR_INIT("http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
	  CL_XMP_RDF, CL_STR_INIT("rdf") },
	{ CL_STR_INIT("http://www.w3.org/XML/1998/namespace"), CL_XMP_XML,
	  CL_STR_INIT("xml") },
	{ CL_STR_INIT("http://ns.adobe.com/xmp/note/"), CL_XMP_NOTE,
	  CL_STR_INIT("xmpNote") },
	KNOWN("http://purl.org/dc/elements/1.1/", "xmp:dc:"),
	KNOWN("http://ns.adobe.com/photoshop/1.0/", "xmp:photoshop:"),
	KNOWN("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
	      "xmp:Iptc4xmpCore:"),
	KNOWN("http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
	      "xmp:Iptc4xmpExt:"),
	KNOWN("http://ns.adobe.com/xap/1.0/", "xmp:xmp:"),
	KNOWN("http://ns.adobe.com/xap/1.0/rights/", "xmp:xmpRights:"),
	KNOWN("http://ns.adobe.com/xap/1.0/mm/", "xmp:xmpMM:"),
	KNOWN("http://ns.useplus.org/ldf/xmp/1.0/", "xmp:plus:"),
	KNOWN("http://xmp.gettyimages.com/gift/1.0/", "xmp:GettyImagesGIFT:"),
	KNOWN("http://ns.adobe.com/exif/1.0/", "xmp:exif:"),
	KNOWN("http://cipa.jp/exif/1.0/", "xmp:exifEX:"),
	KNOWN("http://ns.adobe.com/exif/1.0/aux/", "xmp:aux:"),
	KNOWN("http://ns.adobe.com/tiff/1.0/", "xmp:tiff:"),
	KNOWN("http://ns.adobe.com/lightroom/1.0/", "xmp:lr:"),
	KNOWN("http://www.metadataworkinggroup.com/schemas/regions/",
	      "xmp:mwg-rs:"),
};

static const struct space *find_space(struct cl_str uri)
{
	for (size_t i = 0; i < sizeof(spaces) / sizeof(spaces[0]); i++)
		if (cl_str_eq(uri, spaces[i].uri))
			return &spaces[i];
	return NULL;
}

/* The prefix that an attribute declares; empty is the default one's. */
static bool is_declaration(const char *name, struct cl_str *prefix)
{
	*prefix = cl_str_from(name);
	if (!cl_str_skip(prefix, CL_STR("xmlns")))
		return false;
	return prefix->len == 0 || cl_str_skip(prefix, CL_STR(":"));
}

void cl_xmp_scope_open(struct cl_xmp_scope *scope, size_t depth,
		       const char **attributes)
{
	struct cl_str prefix;

	for (; attributes[0]; attributes += 2) {
		size_t n = scope->count;

		if (attributes[0][0] != 'x' ||
		    !is_declaration(attributes[0], &prefix) ||
		    n == CL_XMP_SCOPES || prefix.len > CL_XMP_PREFIX)
			continue;
		if (prefix.len > 0)
			memcpy(scope->list[n].prefix, prefix.ptr, prefix.len);
		scope->list[n].len = (uint8_t)prefix.len;
		scope->list[n].depth = depth;
		scope->list[n].space = find_space(cl_str_from(attributes[1]));
		scope->count++;
	}
}

void cl_xmp_scope_close(struct cl_xmp_scope *scope, size_t depth)
{
	while (scope->count > 0 && scope->list[scope->count - 1].depth >= depth)
		scope->count--;
}

/* The namespace whose usual prefix it is. */
static const struct space *find_usual(struct cl_str prefix)
{
	for (size_t i = 0; i < sizeof(spaces) / sizeof(spaces[0]); i++) {
		struct cl_str usual = spaces[i].prefix;

		if (cl_str_skip(&usual, CL_STR("xmp:")))
			usual.len--;
		if (cl_str_eq(usual, prefix))
			return &spaces[i];
	}
	return NULL;
}

/* A prefix that is declared nowhere means what it usually does: some programs
 * leave declarations out. */
static const struct space *find_prefix(const struct cl_xmp_scope *scope,
				       struct cl_str prefix)
{
	for (size_t i = scope->count; i-- > 0;)
		if (scope->list[i].len == prefix.len &&
		    (prefix.len == 0 || memcmp(scope->list[i].prefix,
					       prefix.ptr, prefix.len) == 0))
			return scope->list[i].space;
	return prefix.len > 0 ? find_usual(prefix) : NULL;
}

struct cl_xmp_name cl_xmp_name(const struct cl_xmp_scope *scope,
			       const char *name, bool is_attribute)
{
	struct cl_xmp_name out = { .space = CL_XMP_OTHER };
	struct cl_str whole = cl_str_from(name);
	size_t colon = cl_str_find_char(whole, ':', 0);
	struct cl_str prefix = cl_str_sub(whole, 0, colon);
	const struct space *space = NULL;

	out.local = whole;
	if (colon < whole.len)
		out.local = cl_str_sub(whole, colon + 1, whole.len);
	else
		prefix.len = 0;
	if (cl_str_starts(whole, CL_STR("xml")) &&
	    (cl_str_eq(prefix, CL_STR("xml")) ||
	     (is_attribute && is_declaration(name, &prefix)))) {
		out.space = CL_XMP_XML;
		return out;
	}
	/* Attributes without a prefix are of no namespace. */
	if (colon < whole.len || !is_attribute)
		space = find_prefix(scope, prefix);
	if (space) {
		out.space = space->space;
		out.prefix = space->prefix;
	}
	return out;
}

bool cl_xmp_is_noise(struct cl_xmp_name name)
{
	static const struct cl_str noise[] = {
		CL_STR_INIT("DocumentAncestors"),
		CL_STR_INIT("History"),
		CL_STR_INIT("Ingredients"),
		CL_STR_INIT("Manifest"),
		CL_STR_INIT("Pantry"),
		CL_STR_INIT("TextLayers"),
		CL_STR_INIT("Thumbnails"),
		CL_STR_INIT("Versions"),
	};

	for (size_t i = 0; i < sizeof(noise) / sizeof(noise[0]); i++)
		if (cl_str_eq(name.local, noise[i]))
			return true;
	return false;
}

struct rename {
	struct cl_str path, name;
};

#define ROW(path, name)                \
 {                                     \
  CL_STR_INIT(path), CL_STR_INIT(name) \
 }

static const struct rename of_core[] = {
	ROW("CreatorContactInfoCiAdrCity", "CreatorCity"),
	ROW("CreatorContactInfoCiAdrCtry", "CreatorCountry"),
	ROW("CreatorContactInfoCiAdrExtadr", "CreatorAddress"),
	ROW("CreatorContactInfoCiAdrPcode", "CreatorPostalCode"),
	ROW("CreatorContactInfoCiAdrRegion", "CreatorRegion"),
	ROW("CreatorContactInfoCiEmailWork", "CreatorWorkEmail"),
	ROW("CreatorContactInfoCiTelWork", "CreatorWorkTelephone"),
	ROW("CreatorContactInfoCiUrlWork", "CreatorWorkURL"),
};

static const struct rename of_ext[] = {
	ROW("AboutCvTermCvTermId", "AboutCvTermId"),
	ROW("AboutCvTermCvTermName", "AboutCvTermName"),
	ROW("AboutCvTermCvTermRefinedAbout", "AboutCvTermRefinedAbout"),
	ROW("AddlModelInfo", "AdditionalModelInformation"),
	ROW("ArtworkOrObjectAO", "Artwork"),
	ROW("ArtworkOrObjectAOCreatorId", "ArtworkCreatorID"),
	ROW("ArtworkOrObjectAOCurrent", "Artwork"),
	ROW("ArtworkOrObjectAOCurrentCopyrightOwnerId",
	    "ArtworkCopyrightOwnerID"),
	ROW("ArtworkOrObjectAOCurrentLicensorId", "ArtworkLicensorID"),
	ROW("ArtworkOrObjectAOSourceInvNo", "ArtworkSourceInventoryNo"),
	ROW("CVterm", "ControlledVocabularyTerm"),
	ROW("DigImageGUID", "DigitalImageGUID"),
	ROW("DigitalSourcefileType", "DigitalSourceFileType"),
	ROW("EmbdEncRightsExprEncRightsExpr", "EmbeddedEncodedRightsExpr"),
	ROW("EmbdEncRightsExprRightsExprEncType",
	    "EmbeddedEncodedRightsExprType"),
	ROW("EmbdEncRightsExprRightsExprLangId",
	    "EmbeddedEncodedRightsExprLangID"),
	ROW("EventExt", "ShownEvent"),
	ROW("EventId", "EventID"),
	ROW("ImageRegionRCtype", "ImageRegionCtype"),
	ROW("ImageRegionRId", "ImageRegionID"),
	ROW("ImageRegionRRole", "ImageRegionRole"),
	ROW("ImageRegionRegionBoundary", "ImageRegionBoundary"),
	ROW("ImageRegionRegionBoundaryRb", "ImageRegionBoundary"),
	ROW("ImageRegionRegionBoundaryRbVerticesRbX",
	    "ImageRegionBoundaryVerticesX"),
	ROW("ImageRegionRegionBoundaryRbVerticesRbY",
	    "ImageRegionBoundaryVerticesY"),
	ROW("IptcLastEdited", "IPTCLastEdited"),
	ROW("LinkedEncRightsExprLinkedRightsExpr", "LinkedEncodedRightsExpr"),
	ROW("LinkedEncRightsExprRightsExprEncType",
	    "LinkedEncodedRightsExprType"),
	ROW("LinkedEncRightsExprRightsExprLangId",
	    "LinkedEncodedRightsExprLangID"),
	ROW("PersonInImageWDetailsPersonCharacteristic",
	    "PersonInImageCharacteristic"),
	ROW("PersonInImageWDetailsPersonCharacteristicCvId",
	    "PersonInImageCvTermCvId"),
	ROW("PersonInImageWDetailsPersonCharacteristicCvTermId",
	    "PersonInImageCvTermId"),
	ROW("PersonInImageWDetailsPersonCharacteristicCvTermName",
	    "PersonInImageCvTermName"),
	ROW("PersonInImageWDetailsPersonCharacteristicCvTermRefinedAbout",
	    "PersonInImageCvTermRefinedAbout"),
	ROW("PersonInImageWDetailsPersonDescription",
	    "PersonInImageDescription"),
	ROW("PersonInImageWDetailsPersonId", "PersonInImageId"),
	ROW("PersonInImageWDetailsPersonName", "PersonInImageName"),
	ROW("ProductInImageProductDescription", "ProductInImageDescription"),
	ROW("ProductInImageProductGTIN", "ProductInImageGTIN"),
	ROW("ProductInImageProductName", "ProductInImageName"),
	ROW("RegistryId", "RegistryID"),
	ROW("RegistryIdRegEntryRole", "RegistryEntryRole"),
	ROW("RegistryIdRegItemId", "RegistryItemID"),
	ROW("RegistryIdRegOrgId", "RegistryOrganisationID"),
};

static const struct rename of_exif[] = {
	ROW("ExposureBiasValue", "ExposureCompensation"),
	ROW("FocalLengthIn35mmFilm", "FocalLengthIn35mmFormat"),
	ROW("GPSTimeStamp", "GPSDateTime"),
	ROW("ISOSpeedRatings", "ISO"),
	ROW("OECF", "Opto-ElectricConvFactor"),
	ROW("PixelXDimension", "ExifImageWidth"),
	ROW("PixelYDimension", "ExifImageHeight"),
};

static const struct rename of_exif_ex[] = {
	ROW("BodySerialNumber", "SerialNumber"),
	ROW("CameraOwnerName", "OwnerName"),
	ROW("InteroperabilityIndex", "InteropIndex"),
	ROW("LensSpecification", "LensInfo"),
	ROW("Temperature", "AmbientTemperature"),
};

static const struct rename of_photoshop[] = {
	ROW("ICCProfile", "ICCProfileName"),
};

static const struct rename of_plus[] = {
	ROW("Version", "PLUSVersion"),
};

static const struct rename of_regions[] = {
	ROW("Regions", "Region"),
	ROW("RegionsRegionList", "Region"),
};

static const struct rename of_tiff[] = {
	ROW("ImageLength", "ImageHeight"),
};

struct renames {
	struct cl_str prefix;
	const struct rename *rows;
	size_t count;
};

#define LIST(prefix, rows)                                    \
 {                                                            \
  CL_STR_INIT(prefix), rows, sizeof(rows) / sizeof((rows)[0]) \
 }

static const struct renames lists[] = {
	LIST("xmp:Iptc4xmpCore:", of_core),
	LIST("xmp:Iptc4xmpExt:", of_ext),
	LIST("xmp:exif:", of_exif),
	LIST("xmp:exifEX:", of_exif_ex),
	LIST("xmp:mwg-rs:", of_regions),
	LIST("xmp:photoshop:", of_photoshop),
	LIST("xmp:plus:", of_plus),
	LIST("xmp:tiff:", of_tiff),
};

/* Whether path is the row's, or goes on with a field of it. */
static bool begins(struct cl_str path, struct cl_str row)
{
	return cl_str_starts(path, row) &&
	       (path.len == row.len || cl_is_upper(path.ptr[row.len]));
}

bool cl_xmp_rename(struct cl_str prefix, struct cl_str path,
		   struct cl_str *start, size_t *used)
{
	const struct renames *list = lists;
	const struct renames *end = lists + sizeof(lists) / sizeof(lists[0]);

	while (list < end && !cl_str_eq(list->prefix, prefix))
		list++;
	*used = 0;
	for (size_t i = 0; list < end && i < list->count; i++) {
		const struct rename *row = &list->rows[i];

		if (row->path.len > *used && begins(path, row->path)) {
			*start = row->name;
			*used = row->path.len;
		}
	}
	return *used > 0;
}
