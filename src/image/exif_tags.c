/* SPDX-License-Identifier: MIT */
/*
 * Tag numbers from Exif 3.0, 3.1 (CIPA DC-008) and TIFF 6.0, those of Windows
 * (0x9C9B on) from Microsoft's Photo Metadata Policies; names as ExifTool
 * spells them.
 */
#include "image/exif_tags.h"

static const struct cl_exif_tag main_tags[] = {
	{ 0x000B, CL_EXIF_TEXT, "exif:ProcessingSoftware" },
	{ 0x010D, CL_EXIF_TEXT, "exif:DocumentName" },
	{ 0x010E, CL_EXIF_TEXT, "exif:ImageDescription" },
	{ 0x010F, CL_EXIF_TEXT, "exif:Make" },
	{ 0x0110, CL_EXIF_TEXT, "exif:Model" },
	{ 0x0112, CL_EXIF_NUMBER, "exif:Orientation" },
	{ 0x0131, CL_EXIF_TEXT, "exif:Software" },
	{ 0x0132, CL_EXIF_TEXT, "exif:ModifyDate" },
	{ 0x013B, CL_EXIF_TEXT, "exif:Artist" },
	{ 0x013C, CL_EXIF_TEXT, "exif:HostComputer" },
	{ 0x4746, CL_EXIF_NUMBER, "exif:Rating" },
	{ 0x8298, CL_EXIF_COPYRIGHT, "exif:Copyright" },
	{ 0x829A, CL_EXIF_NUMBER, "exif:ExposureTime" },
	{ 0x829D, CL_EXIF_NUMBER, "exif:FNumber" },
	{ 0x8827, CL_EXIF_NUMBER, "exif:ISO" },
	{ 0x9003, CL_EXIF_TEXT, "exif:DateTimeOriginal" },
	{ 0x9004, CL_EXIF_TEXT, "exif:CreateDate" },
	{ 0x9010, CL_EXIF_TEXT, "exif:OffsetTime" },
	{ 0x9011, CL_EXIF_TEXT, "exif:OffsetTimeOriginal" },
	{ 0x9012, CL_EXIF_TEXT, "exif:OffsetTimeDigitized" },
	{ 0x9209, CL_EXIF_NUMBER, "exif:Flash" },
	{ 0x920A, CL_EXIF_NUMBER, "exif:FocalLength" },
	{ 0x9214, CL_EXIF_NUMBER, "exif:SubjectArea" },
	{ 0x9286, CL_EXIF_COMMENT, "exif:UserComment" },
	{ 0x9287, CL_EXIF_NUMBER, "exif:LearningOptOutIn" },
	{ 0x9290, CL_EXIF_TEXT, "exif:SubSecTime" },
	{ 0x9291, CL_EXIF_TEXT, "exif:SubSecTimeOriginal" },
	{ 0x9292, CL_EXIF_TEXT, "exif:SubSecTimeDigitized" },
	{ 0x9C9B, CL_EXIF_UTF16, "exif:XPTitle" },
	{ 0x9C9C, CL_EXIF_UTF16, "exif:XPComment" },
	{ 0x9C9D, CL_EXIF_UTF16, "exif:XPAuthor" },
	{ 0x9C9E, CL_EXIF_UTF16, "exif:XPKeywords" },
	{ 0x9C9F, CL_EXIF_UTF16, "exif:XPSubject" },
	{ 0xA002, CL_EXIF_NUMBER, "exif:ExifImageWidth" },
	{ 0xA003, CL_EXIF_NUMBER, "exif:ExifImageHeight" },
	{ 0xA420, CL_EXIF_TEXT, "exif:ImageUniqueID" },
	{ 0xA430, CL_EXIF_TEXT, "exif:OwnerName" },
	{ 0xA431, CL_EXIF_TEXT, "exif:SerialNumber" },
	{ 0xA432, CL_EXIF_NUMBER, "exif:LensInfo" },
	{ 0xA433, CL_EXIF_TEXT, "exif:LensMake" },
	{ 0xA434, CL_EXIF_TEXT, "exif:LensModel" },
	{ 0xA435, CL_EXIF_TEXT, "exif:LensSerialNumber" },
	{ 0xA436, CL_EXIF_TEXT, "exif:ImageTitle" },
	{ 0xA437, CL_EXIF_TEXT, "exif:Photographer" },
	{ 0xA438, CL_EXIF_TEXT, "exif:ImageEditor" },
	{ 0xA439, CL_EXIF_TEXT, "exif:CameraFirmware" },
	{ 0xA43A, CL_EXIF_TEXT, "exif:RAWDevelopingSoftware" },
	{ 0xA43B, CL_EXIF_TEXT, "exif:ImageEditingSoftware" },
	{ 0xA43C, CL_EXIF_TEXT, "exif:MetadataEditingSoftware" },
};

static const struct cl_exif_tag gps_tags[] = {
	{ 0x0001, CL_EXIF_TEXT, "exif:GPSLatitudeRef" },
	{ 0x0002, CL_EXIF_NUMBER, "exif:GPSLatitude" },
	{ 0x0003, CL_EXIF_TEXT, "exif:GPSLongitudeRef" },
	{ 0x0004, CL_EXIF_NUMBER, "exif:GPSLongitude" },
	{ 0x0005, CL_EXIF_NUMBER, "exif:GPSAltitudeRef" },
	{ 0x0006, CL_EXIF_NUMBER, "exif:GPSAltitude" },
	{ 0x0007, CL_EXIF_NUMBER, "exif:GPSTimeStamp" },
	{ 0x0010, CL_EXIF_TEXT, "exif:GPSImgDirectionRef" },
	{ 0x0011, CL_EXIF_NUMBER, "exif:GPSImgDirection" },
	{ 0x0012, CL_EXIF_TEXT, "exif:GPSMapDatum" },
	{ 0x001D, CL_EXIF_TEXT, "exif:GPSDateStamp" },
	{ 0x001F, CL_EXIF_NUMBER, "exif:GPSHPositioningError" },
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

_Static_assert(COUNT(main_tags) <= CL_EXIF_TAGS_MAX, "room for each tag once");
_Static_assert(COUNT(gps_tags) <= CL_EXIF_TAGS_MAX, "room for each tag once");

const struct cl_exif_tag *cl_exif_tag_find(uint16_t tag, bool gps)
{
	const struct cl_exif_tag *list = gps ? gps_tags : main_tags;
	size_t from = 0;
	size_t to = gps ? COUNT(gps_tags) : COUNT(main_tags);

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (list[middle].tag == tag)
			return &list[middle];
		if (list[middle].tag < tag)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}
