/* SPDX-License-Identifier: MIT */
#include "image/xmp.h"

#include <string.h>

#include "build.h"
#include "fail_alloc.h"
#include "unit/test.h"

static struct cl_record *read_packet(struct cl_str packet)
{
	struct cl_record *r = cl_record_new();

	assert_non_null(r);
	cl_xmp_read(r, packet, NULL);
	assert_false(r->failed);
	return r;
}

static void check(const struct cl_record *r, size_t n, const char *name,
		  const char *text)
{
	assert_true(n < r->image.tag_count);
	assert_string_equal(r->image.tags[n].name, name);
	assert_string_equal(r->image.tags[n].text, text);
}

static void check_one(struct cl_str packet, const char *name, const char *text)
{
	struct cl_record *r = read_packet(packet);

	assert_int_equal(r->image.warning_count, 0);
	assert_int_equal(r->image.tag_count, 1);
	check(r, 0, name, text);
	cl_record_free(r);
}

static void simple_values_are_elements_attributes_or_references(void **state)
{
	(void)state;
	check_one(CL_STR(BUILD_XMP("<photoshop:City> Malm\xC3\xB6 &amp; Lund\n"
				   "</photoshop:City>")),
		  "xmp:photoshop:City", "Malm\xC3\xB6 & Lund");
	check_one(CL_STR(BUILD_XMP("<plus:DataMining"
				   " rdf:resource='http://x/y'/>")),
		  "xmp:plus:DataMining", "http://x/y");
	check_one(CL_STR("<r:RDF xmlns:r='http://www.w3.org/1999/02/"
			 "22-rdf-syntax-ns#'><r:Description"
			 " xmlns:p='http://ns.adobe.com/photoshop/1.0/'"
			 " p:Credit='AFP'/></r:RDF>"),
		  "xmp:photoshop:Credit", "AFP");
	check_one(CL_STR(BUILD_XMP("<photoshop:City rdf:parseType='Resource'>"
				   "<rdf:value>Oslo</rdf:value>"
				   "</photoshop:City>")),
		  "xmp:photoshop:City", "Oslo");
}

/* A prefix means what the nearest element around says, and what it usually does
 * where none does; attributes take no part in the default namespace. */
static void prefixes_are_those_of_the_packet(void **state)
{
	static const char *const inside[] = {
		"<city xmlns='http://ns.adobe.com/photoshop/1.0/'>Oslo</city>",
		"<dc:city xmlns:dc='http://ns.adobe.com/photoshop/1.0/'>Oslo"
		"</dc:city><dc:city xmlns:dc='urn:other'>Rome</dc:city>",
		"<photoshop:city xml:lang='no' xmlns:xmlnsx='urn:x'>Oslo"
		"</photoshop:city><nobody:city>Rome</nobody:city>",
		"<photoshop:city>Oslo</photoshop:city>"
		"<dc:city xmlns:dc='urn:other'>Rome</dc:city>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(inside) / sizeof(inside[0]); i++) {
		struct cl_buf packet;

		cl_buf_init(&packet, BUILD_MAX);
		cl_buf_addf(&packet, "%s%s%s",
			    "<r:RDF xmlns:r='http://www.w3.org/1999/02/"
			    "22-rdf-syntax-ns#'><r:Description xmlns:photoshop="
			    "'http://ns.adobe.com/photoshop/1.0/' city='Rome'>",
			    inside[i], "</r:Description></r:RDF>");
		check_one(cl_buf_str(&packet), "xmp:photoshop:city", "Oslo");
		cl_buf_release(&packet);
	}
}

static void usual_prefixes_need_no_declaration(void **state)
{
	(void)state;
	check_one(CL_STR("<rdf:RDF><rdf:Description photoshop:City='Oslo'/>"
			 "</rdf:RDF>"),
		  "xmp:photoshop:City", "Oslo");
	check_one(CL_STR(BUILD_XMP("<xmp:Rating>3</xmp:Rating>")),
		  "xmp:xmp:Rating", "3");
}

/* More declarations than there is room for take nothing from the others. */
static void a_flood_of_prefixes_hides_none(void **state)
{
	struct cl_buf packet;

	(void)state;
	cl_buf_init(&packet, BUILD_MAX);
	cl_buf_add_cstr(&packet,
			"<r:RDF xmlns:r='http://www.w3.org/1999/02/"
			"22-rdf-syntax-ns#'><r:Description xmlns:photoshop="
			"'http://ns.adobe.com/photoshop/1.0/'");
	for (int i = 0; i < 100; i++)
		cl_buf_addf(&packet, " xmlns:p%d='urn:p'", i);
	cl_buf_add_cstr(&packet, "><photoshop:City>Oslo</photoshop:City>"
				 "</r:Description></r:RDF>");
	check_one(cl_buf_str(&packet), "xmp:photoshop:City", "Oslo");
	cl_buf_release(&packet);
}

static void arrays_give_a_value_an_item(void **state)
{
	struct cl_record *r = read_packet(
		CL_STR(BUILD_XMP("<dc:subject><rdf:Bag><rdf:li>sea</rdf:li>"
				 "<rdf:li/><rdf:li>ships</rdf:li></rdf:Bag>"
				 "</dc:subject>")));

	(void)state;
	assert_int_equal(r->image.tag_count, 2);
	check(r, 0, "xmp:dc:subject", "sea");
	check(r, 1, "xmp:dc:subject", "ships");
	cl_record_free(r);
}

static void the_default_language_comes_first(void **state)
{
	struct cl_record *r = read_packet(
		CL_STR(BUILD_XMP("<photoshop:City>Bern</photoshop:City>"
				 "<dc:description><rdf:Alt>"
				 "<rdf:li xml:lang='de'>Schiffe</rdf:li>"
				 "<rdf:li xml:lang='en'>Ships</rdf:li>"
				 "<rdf:li xml:lang='x-default'>Ships</rdf:li>"
				 "</rdf:Alt></dc:description>")));

	(void)state;
	assert_int_equal(r->image.tag_count, 3);
	check(r, 0, "xmp:photoshop:City", "Bern");
	check(r, 1, "xmp:dc:description", "Ships");
	check(r, 2, "xmp:dc:description", "Schiffe");
	cl_record_free(r);
}

static void structures_are_flattened(void **state)
{
	(void)state;
	check_one(CL_STR(BUILD_XMP("<Iptc4xmpExt:LocationCreated><rdf:Bag>"
				   "<rdf:li rdf:parseType='Resource'>"
				   "<Iptc4xmpExt:City>Oslo</Iptc4xmpExt:City>"
				   "</rdf:li></rdf:Bag>"
				   "</Iptc4xmpExt:LocationCreated>")),
		  "xmp:Iptc4xmpExt:LocationCreatedCity", "Oslo");
	check_one(CL_STR(BUILD_XMP("<Iptc4xmpExt:LocationCreated><rdf:Bag>"
				   "<rdf:li Iptc4xmpExt:City='Oslo'/>"
				   "</rdf:Bag>"
				   "</Iptc4xmpExt:LocationCreated>")),
		  "xmp:Iptc4xmpExt:LocationCreatedCity", "Oslo");
	check_one(CL_STR(BUILD_XMP("<plus:Licensor><rdf:Seq><rdf:li>"
				   "<rdf:Description"
				   " plus:LicensorURL='http://x'/>"
				   "</rdf:li></rdf:Seq></plus:Licensor>")),
		  "xmp:plus:LicensorURL", "http://x");
	check_one(CL_STR(BUILD_XMP("<Iptc4xmpCore:CreatorContactInfo"
				   " Iptc4xmpCore:CiAdrCity='Oslo'/>")),
		  "xmp:Iptc4xmpCore:CreatorCity", "Oslo");
	check_one(CL_STR(BUILD_XMP(
			  "<Iptc4xmpExt:PersonInImageWDetails><rdf:Bag>"
			  "<rdf:li rdf:parseType='Resource'>"
			  "<Iptc4xmpExt:PersonName><rdf:Alt>"
			  "<rdf:li xml:lang='x-default'>Bo Ek</rdf:li>"
			  "</rdf:Alt></Iptc4xmpExt:PersonName></rdf:li>"
			  "</rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>")),
		  "xmp:Iptc4xmpExt:PersonInImageName", "Bo Ek");
}

static void what_is_said_twice_counts_once(void **state)
{
	struct cl_record *r;

	(void)state;
	check_one(CL_STR(BUILD_XMP("<photoshop:City>Oslo</photoshop:City>"
				   "<photoshop:City>Oslo</photoshop:City>")),
		  "xmp:photoshop:City", "Oslo");
	r = read_packet(CL_STR(BUILD_XMP(
		"<photoshop:City>Oslo</photoshop:City>"
		"<photoshop:State>Oslo</photoshop:State>"
		"<photoshop:City>Bergen</photoshop:City>"
		"<dc:subject><rdf:Bag><rdf:li>sea</rdf:li><rdf:li>sea</rdf:li>"
		"</rdf:Bag></dc:subject>")));
	assert_int_equal(r->image.tag_count, 5);
	cl_record_free(r);
}

/* Names that ExifTool gives otherwise than by the schema's words. */
static void names_are_exiftools(void **state)
{
	(void)state;
	check_one(CL_STR(BUILD_XMP("<Iptc4xmpExt:DigImageGUID>1"
				   "</Iptc4xmpExt:DigImageGUID>")),
		  "xmp:Iptc4xmpExt:DigitalImageGUID", "1");
	check_one(CL_STR(BUILD_XMP("<Iptc4xmpExt:EventIdentity>1"
				   "</Iptc4xmpExt:EventIdentity>")),
		  "xmp:Iptc4xmpExt:EventIdentity", "1");
	check_one(CL_STR(BUILD_XMP("<Iptc4xmpExt:ArtworkOrObject><rdf:Bag>"
				   "<rdf:li Iptc4xmpExt:AOSourceInvNo='7'/>"
				   "</rdf:Bag></Iptc4xmpExt:ArtworkOrObject>")),
		  "xmp:Iptc4xmpExt:ArtworkSourceInventoryNo", "7");
	check_one(CL_STR(BUILD_XMP("<Iptc4xmpExt:ArtworkOrObject><rdf:Bag>"
				   "<rdf:li Iptc4xmpExt:AOTitle='Sea'/>"
				   "</rdf:Bag></Iptc4xmpExt:ArtworkOrObject>")),
		  "xmp:Iptc4xmpExt:ArtworkTitle", "Sea");
	check_one(CL_STR(BUILD_XMP("<plus:Version>2.0.1</plus:Version>")),
		  "xmp:plus:PLUSVersion", "2.0.1");
	check_one(CL_STR(BUILD_XMP(
			  "<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li>"
			  "<rdf:Description><Iptc4xmpExt:RegionBoundary"
			  " Iptc4xmpExt:rbX='0.5'/></rdf:Description>"
			  "</rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>")),
		  "xmp:Iptc4xmpExt:ImageRegionBoundaryX", "0.5");
	check_one(CL_STR(BUILD_XMP(
			  "<m:Regions xmlns:m='http://www.metadataworkinggroup"
			  ".com/schemas/regions/' rdf:parseType='Resource'>"
			  "<m:RegionList><rdf:Bag>"
			  "<rdf:li m:Name='Bo Ek'/></rdf:Bag></m:RegionList>"
			  "</m:Regions>")),
		  "xmp:mwg-rs:RegionName", "Bo Ek");
}

static void other_namespaces_and_history_are_left(void **state)
{
	(void)state;
	check_one(CL_STR(BUILD_XMP(
			  "<q:City xmlns:q='http://other/'>Rome</q:City>"
			  "<xmpMM:History><rdf:Seq><rdf:li"
			  " xmlns:e='http://e/' e:action='saved'/></rdf:Seq>"
			  "</xmpMM:History>"
			  "<z:City xmlns:z='http://ns.adobe.com/photoshop/1.0/'"
			  ">Oslo</z:City>")),
		  "xmp:photoshop:City", "Oslo");
}

static void check_stopped(struct cl_str packet, const char *words)
{
	struct cl_record *r = read_packet(packet);

	assert_true(build_warned(&r->image, words));
	cl_record_free(r);
}

static void a_document_type_ends_reading(void **state)
{
	(void)state;
	check_stopped(CL_STR("<!DOCTYPE a [<!ENTITY b 'bbbb'>"
			     "<!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>"),
		      "document type");
	check_stopped(CL_STR("<!DOCTYPE a SYSTEM '/etc/passwd'><a/>"),
		      "document type");
}

static void what_comes_before_a_fault_is_kept(void **state)
{
	struct cl_record *r = read_packet(CL_STR(BUILD_XMP(
		"<photoshop:City>Oslo</photoshop:City><dc:title & broken")));

	(void)state;
	check(r, 0, "xmp:photoshop:City", "Oslo");
	assert_true(build_warned(&r->image, "damaged"));
	cl_record_free(r);
	check_stopped(CL_STR("no XML"), "damaged");
	check_stopped(CL_STR("<a/>"), "no RDF");
}

static void nesting_and_floods_end(void **state)
{
	struct cl_buf b;

	(void)state;
	cl_buf_init(&b, BUILD_MAX);
	for (int i = 0; i < 1000; i++)
		cl_buf_add_cstr(&b, "<a>");
	check_stopped(cl_buf_str(&b), "nested too deeply");
	cl_buf_clear(&b);
	cl_buf_add_cstr(&b, "<a>");
	for (int i = 0; i < 60000; i++)
		cl_buf_add_cstr(&b, "<b/>");
	check_stopped(cl_buf_str(&b), "too many elements");
	cl_buf_release(&b);
}

/* In one tag they would cost expat a second and hundreds of megabytes. */
static void a_flood_of_attributes_is_refused(void **state)
{
	struct cl_buf b;

	(void)state;
	cl_buf_init(&b, BUILD_MAX);
	cl_buf_add_cstr(&b, "<a");
	for (int i = 0; i <= 50000; i++)
		cl_buf_addf(&b, " a%d=''", i);
	cl_buf_add_cstr(&b, "/>");
	check_stopped(cl_buf_str(&b), "too many attributes");
	cl_buf_clear(&b);
	cl_buf_add_cstr(&b, "<a>");
	for (int i = 0; i < 2000000; i++)
		cl_buf_add_char(&b, '\n');
	check_stopped(cl_buf_str(&b), "too many pieces");
	cl_buf_release(&b);
}

/* A field's path holds its structure's. */
static void long_names_are_left_and_many_end_reading(void **state)
{
	static const char longer[] = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
				     "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
	struct cl_buf b;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&b, BUILD_MAX);
	cl_buf_add_cstr(&b, "<r:RDF xmlns:r='http://www.w3.org/1999/02/"
			    "22-rdf-syntax-ns#'><r:Description"
			    " photoshop:City='Oslo'><photoshop:A");
	for (int i = 0; i < 200; i++)
		cl_buf_add_char(&b, 'a');
	cl_buf_add_cstr(&b, " r:parseType='Resource'>");
	for (int i = 0; i < 300; i++)
		cl_buf_addf(&b, "<dc:b%s>x</dc:b%s>", i ? "" : longer,
			    i ? "" : longer);
	r = read_packet(cl_buf_str(&b));
	assert_int_equal(r->image.tag_count, 1 + 299);
	cl_record_free(r);
	for (int i = 0; i < 20000; i++)
		cl_buf_add_cstr(&b, "<dc:b/>");
	r = read_packet(cl_buf_str(&b));
	check(r, 0, "xmp:photoshop:City", "Oslo");
	assert_int_equal(r->image.tag_count, 1 + 299);
	assert_int_equal(r->image.warning_count, 1);
	assert_non_null(strstr(r->image.warnings[0], "too much room"));
	cl_record_free(r);
	cl_buf_release(&b);
}

/* Each character of text in width bytes. */
static void put_wide(struct cl_buf *b, const char *text, size_t width, bool big)
{
	for (size_t i = 0; text[i]; i++)
		for (size_t k = 0; k < width; k++)
			build_u8(b, k == (big ? width - 1 : 0)
					    ? (unsigned)text[i]
					    : 0);
}

static void a_packet_may_be_utf16_or_utf32(void **state)
{
	static const char text[] =
		BUILD_XMP("<photoshop:City>Oslo</photoshop:City>");
	static const char declared[] =
		"<?xml version='1.0' encoding='UTF-16'?>" BUILD_XMP(
			"<photoshop:City>Oslo</photoshop:City>");
	struct cl_buf b;

	(void)state;
	for (int i = 0; i < 16; i++) {
		size_t width = i & 1 ? 4 : 2;
		bool big = i & 2;

		cl_buf_init(&b, BUILD_MAX);
		if (i & 4 && width == 4)
			cl_buf_add(&b, big ? "\0\0\xFE\xFF" : "\xFF\xFE\0\0",
				   4);
		else if (i & 4)
			cl_buf_add(&b, big ? "\xFE\xFF" : "\xFF\xFE", 2);
		put_wide(&b, i & 8 ? declared : text, width, big);
		check_one(cl_buf_str(&b), "xmp:photoshop:City", "Oslo");
		cl_buf_release(&b);
	}
}

static void check_mended(struct cl_str packet, const char *name,
			 const char *text)
{
	struct cl_record *r = read_packet(packet);

	assert_true(build_warned(&r->image, "mended"));
	assert_int_equal(r->image.warning_count, 1);
	assert_int_equal(r->image.tag_count, 2);
	check(r, 0, "xmp:photoshop:City", "Oslo");
	check(r, 1, name, text);
	cl_record_free(r);
}

#define BUILD_MENDED(inside) \
 BUILD_XMP("<photoshop:City>Oslo</photoshop:City>" inside)

static void what_xml_refuses_is_mended(void **state)
{
	(void)state;
	check_mended(CL_STR(BUILD_MENDED("<photoshop:State>Sk\xE5ne, Malm"
					 "\xC3\xB6</photoshop:State>")),
		     "xmp:photoshop:State", "Sk\xC3\xA5ne, Malm\xC3\xB6");
	check_mended(
		CL_STR(BUILD_MENDED("<photoshop:Credit>AT&T &lt;R&D&gt; "
				    "&nbsp; &#228;&#0;</photoshop:Credit>")),
		"xmp:photoshop:Credit", "AT&T <R&D> &nbsp; \xC3\xA4");
	check_mended(CL_STR(BUILD_MENDED("<photoshop:Credit>a\x01"
					 "b\xEF\xBF\xBF</photoshop:Credit>")),
		     "xmp:photoshop:Credit", "a b");
	check_mended(CL_STR("<?xml version='1.0'?>" BUILD_MENDED(
			     "<dc:format>a & b</dc:format>")),
		     "xmp:dc:format", "a & b");
}

/* A mended packet that has other faults too says what it is worth. */
static void what_cannot_be_mended_ends_there(void **state)
{
	struct cl_record *r = read_packet(
		CL_STR(BUILD_XMP("<photoshop:City>A & B</photoshop:City>"
				 "<photoshop:State>Oslo</photoshop:City>")));

	(void)state;
	assert_int_equal(r->image.tag_count, 1);
	check(r, 0, "xmp:photoshop:City", "A & B");
	assert_true(build_warned(&r->image, "damaged"));
	assert_false(build_warned(&r->image, "mended"));
	cl_record_free(r);
	check_stopped(CL_STR("<a>&</a><!DOCTYPE a [<!ENTITY b 'b'>]><c>&b;"
			     "</c>"),
		      "damaged");
}

static void padding_around_the_packet_is_nothing(void **state)
{
	(void)state;
	check_one(CL_STR("\0\0junk " BUILD_XMP("<photoshop:City>Oslo"
					       "</photoshop:City>")),
		  "xmp:photoshop:City", "Oslo");
	check_one(CL_STR(" \n" BUILD_XMP("<photoshop:City>Oslo"
					 "</photoshop:City>") "   \0\0\0"),
		  "xmp:photoshop:City", "Oslo");
}

static void the_extension_is_named(void **state)
{
	char guid[CL_XMP_GUID_MAX] = "";
	struct cl_record *r = cl_record_new();

	(void)state;
	assert_non_null(r);
	cl_xmp_read(r,
		    CL_STR(BUILD_XMP("<xmpNote:HasExtendedXMP>0123"
				     "</xmpNote:HasExtendedXMP>")),
		    guid);
	assert_string_equal(guid, "0123");
	cl_record_free(r);
}

static void a_long_text_is_cut(void **state)
{
	struct cl_record *r;
	struct cl_buf b;

	(void)state;
	cl_buf_init(&b, BUILD_MAX);
	cl_buf_add_cstr(&b, "<r:RDF xmlns:r='http://www.w3.org/1999/02/"
			    "22-rdf-syntax-ns#'><r:Description"
			    " xmlns:p='http://ns.adobe.com/photoshop/1.0/'>"
			    "<p:City>");
	for (size_t i = 0; i < 1000000; i++)
		build_u8(&b, 'x');
	cl_buf_add_cstr(&b, "</p:City></r:Description></r:RDF>");
	r = read_packet(cl_buf_str(&b));
	assert_int_equal(strlen(r->image.tags[0].text),
			 CUTLINE_IMAGE_VALUE_MAX);
	cl_record_free(r);
	cl_buf_release(&b);
}

static void every_allocation_may_fail(void **state)
{
	struct cl_str packet =
		CL_STR(BUILD_MENDED("<photoshop:Credit>AT&T</photoshop:Credit>"
				    "<plus:Version>1</plus:Version>"));
	struct cl_record *r;
	bool failed;
	long n = 0;

	(void)state;
	do {
		r = cl_record_new();
		assert_non_null(r);
		fail_alloc_after(n++);
		cl_xmp_read(r, packet, NULL);
		fail_alloc_after(-1);
		failed = r->failed;
		if (!failed)
			assert_int_equal(r->image.tag_count, 3);
		cl_record_free(r);
		assert_int_equal(fail_alloc_live(), 0);
	} while (failed);
	assert_true(n > 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			simple_values_are_elements_attributes_or_references),
		cmocka_unit_test(prefixes_are_those_of_the_packet),
		cmocka_unit_test(usual_prefixes_need_no_declaration),
		cmocka_unit_test(a_flood_of_prefixes_hides_none),
		cmocka_unit_test(arrays_give_a_value_an_item),
		cmocka_unit_test(the_default_language_comes_first),
		cmocka_unit_test(structures_are_flattened),
		cmocka_unit_test(what_is_said_twice_counts_once),
		cmocka_unit_test(names_are_exiftools),
		cmocka_unit_test(other_namespaces_and_history_are_left),
		cmocka_unit_test(a_document_type_ends_reading),
		cmocka_unit_test(what_comes_before_a_fault_is_kept),
		cmocka_unit_test(nesting_and_floods_end),
		cmocka_unit_test(a_flood_of_attributes_is_refused),
		cmocka_unit_test(long_names_are_left_and_many_end_reading),
		cmocka_unit_test(a_packet_may_be_utf16_or_utf32),
		cmocka_unit_test(what_xml_refuses_is_mended),
		cmocka_unit_test(what_cannot_be_mended_ends_there),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(padding_around_the_packet_is_nothing),
		cmocka_unit_test(the_extension_is_named),
		cmocka_unit_test(a_long_text_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
