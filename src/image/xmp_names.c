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

struct cl_xmp_name cl_xmp_name(const char *expat_name)
{
	const char *cut = strrchr(expat_name, CL_XMP_SEPARATOR);
	struct cl_xmp_name name = { .space = CL_XMP_OTHER };
	struct cl_str uri;

	if (!cut) {
		name.local = cl_str_from(expat_name);
		return name;
	}
	uri = (struct cl_str){ expat_name, (size_t)(cut - expat_name) };
	name.local = cl_str_from(cut + 1);
	for (size_t i = 0; i < sizeof(spaces) / sizeof(spaces[0]); i++) {
		if (cl_str_eq(uri, spaces[i].uri)) {
			name.space = spaces[i].space;
			name.prefix = spaces[i].prefix;
			break;
		}
	}
	return name;
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

struct flat {
	struct cl_str property, field, name;
};

#define FLAT(property, field, name)                            \
 {                                                             \
  CL_STR_INIT(property), CL_STR_INIT(field), CL_STR_INIT(name) \
 }

static const struct flat flats[] = {
	FLAT("CreatorContactInfo", "CiAdrCity", "CreatorCity"),
	FLAT("CreatorContactInfo", "CiAdrCtry", "CreatorCountry"),
	FLAT("CreatorContactInfo", "CiAdrExtadr", "CreatorAddress"),
	FLAT("CreatorContactInfo", "CiAdrPcode", "CreatorPostalCode"),
	FLAT("CreatorContactInfo", "CiAdrRegion", "CreatorRegion"),
	FLAT("CreatorContactInfo", "CiEmailWork", "CreatorWorkEmail"),
	FLAT("CreatorContactInfo", "CiTelWork", "CreatorWorkTelephone"),
	FLAT("CreatorContactInfo", "CiUrlWork", "CreatorWorkURL"),
	FLAT("PersonInImageWDetails", "PersonCharacteristic",
	     "PersonInImageCharacteristic"),
	FLAT("PersonInImageWDetails", "PersonDescription",
	     "PersonInImageDescription"),
	FLAT("PersonInImageWDetails", "PersonId", "PersonInImageId"),
	FLAT("PersonInImageWDetails", "PersonName", "PersonInImageName"),
	FLAT("RegistryId", "RegEntryRole", "RegistryEntryRole"),
	FLAT("RegistryId", "RegItemId", "RegistryItemID"),
	FLAT("RegistryId", "RegOrgId", "RegistryOrganisationID"),
};

struct cl_str cl_xmp_flat_name(struct cl_str property, struct cl_str field)
{
	for (size_t i = 0; i < sizeof(flats) / sizeof(flats[0]); i++)
		if (cl_str_eq(property, flats[i].property) &&
		    cl_str_eq(field, flats[i].field))
			return flats[i].name;
	return (struct cl_str){ 0 };
}
