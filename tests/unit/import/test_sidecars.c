/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* mkdtemp, nftw */
#include "import/beside.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cutline/import.h"
#include "fail_alloc.h"
#include "unit/test.h"

#define PACKET(city, date)                                                   \
 "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"                                      \
 "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"             \
 "<r:Description xmlns:p='http://ns.adobe.com/photoshop/1.0/' p:City='" city \
 "' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:MetadataDate='" date        \
 "'/></r:RDF></x:xmpmeta>"

/* One test's folder, which is the current one, with pictures in "in". */
struct desk {
	char folder[64];
	int back;
	struct cutline_catalog *catalog;
	struct cutline_import_counts counts;
	struct cl_buf told;
};

static void write_file(const char *name, const void *data, size_t len)
{
	FILE *file = fopen(name, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(data, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static void write_packet(const char *name, const char *packet)
{
	write_file(name, packet, strlen(packet));
}

static void write_picture(const char *name, uint8_t scan)
{
	const uint8_t jpeg[] = {
		0xFF, 0xD8, 0xFF, 0xC0, 0, 11,   8,    0,    1,    0,
		1,    1,    1,    0x11, 0, 0xFF, 0xDA, 0,    8,    1,
		1,    0,    0,    63,   0, 0x12, scan, 0xFF, 0xD9,
	};

	write_file(name, jpeg, sizeof(jpeg));
}

static void begin(struct desk *desk)
{
	*desk = (struct desk){ .back = open(".", O_RDONLY | O_DIRECTORY) };
	memcpy(desk->folder, "/tmp/cutline-beside-XXXXXX",
	       sizeof("/tmp/cutline-beside-XXXXXX"));
	assert_true(desk->back >= 0);
	assert_non_null(mkdtemp(desk->folder));
	assert_int_equal(chdir(desk->folder), 0);
	assert_int_equal(mkdir("in", 0700), 0);
	cl_buf_init(&desk->told, 1u << 16);
}

static int remove_one(const char *path, const struct stat *st, int type,
		      struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void end(struct desk *desk)
{
	cutline_catalog_close(desk->catalog);
	cl_buf_release(&desk->told);
	assert_int_equal(fchdir(desk->back), 0);
	(void)close(desk->back);
	(void)nftw(desk->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	assert_int_equal(fail_alloc_live(), 0);
}

static void warned(void *context, const char *path, const char *warning)
{
	struct desk *desk = context;

	cl_buf_addf(&desk->told, "%s: %s\n", strrchr(path, '/') + 1, warning);
}

static enum cutline_status import(struct desk *desk, const char *const *paths,
				  size_t count)
{
	const struct cutline_import_options options = {
		.events = { .context = desk, .warned = warned },
	};
	enum cutline_status status;

	cl_buf_clear(&desk->told);
	cutline_catalog_close(desk->catalog);
	status = cutline_catalog_open("catalog.db", CUTLINE_CATALOG_CREATE,
				      &desk->catalog, NULL);
	if (status)
		return status;
	return cutline_import(desk->catalog, paths, count, &options,
			      &desk->counts, NULL);
}

/* "new changed same missing failed skipped" */
static void counts_are(const struct desk *desk, const char *wanted)
{
	const struct cutline_import_counts *c = &desk->counts;
	char text[128];

	(void)snprintf(text, sizeof(text), "%u %u %u %u %u %u",
		       (unsigned)c->fresh, (unsigned)c->changed,
		       (unsigned)c->same, (unsigned)c->missing,
		       (unsigned)c->failed, (unsigned)c->skipped);
	assert_string_equal(text, wanted);
}

static void imports(struct desk *desk, const char *path, const char *wanted)
{
	assert_int_equal(import(desk, &path, 1), CUTLINE_OK);
	counts_are(desk, wanted);
}

static bool told(const struct desk *desk, const char *words)
{
	return strstr(cl_buf_cstr(&desk->told), words) != NULL;
}

static void a_picture_is_read_again_when_its_sidecar_changes(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_picture("in/b.jpg", 2);
	imports(&desk, "in", "2 0 0 0 0 0");
	write_packet("in/a.jpg.xmp", PACKET("Oslo", "2024-01-01"));
	imports(&desk, "in", "0 1 1 0 0 0");
	imports(&desk, "in", "0 0 2 0 0 0");
	imports(&desk, "in/a.jpg", "0 0 1 0 0 0");
	write_packet("in/a.jpg.xmp", PACKET("Bergen", "2024-01-01"));
	imports(&desk, "in", "0 1 1 0 0 0");
	assert_int_equal(rename("in/a.jpg.xmp", "in/a.xmp"), 0);
	imports(&desk, "in/a.jpg", "0 1 0 0 0 0");
	imports(&desk, "in", "0 0 2 0 0 0");
	assert_int_equal(unlink("in/a.xmp"), 0);
	imports(&desk, "in", "0 1 1 0 0 0");
	imports(&desk, "in", "0 0 2 0 0 0");
	end(&desk);
}

static void one_sidecar_may_be_that_of_several_files(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_picture("in/a.jpeg", 2);
	write_packet("in/a.cr2", "raw");
	write_packet("in/a.XMP", PACKET("Oslo", "2024-01-01"));
	imports(&desk, "in", "2 0 0 0 0 1");
	imports(&desk, "in", "0 0 2 0 0 1");
	write_packet("in/a.XMP", PACKET("Bergen", "2024-01-01"));
	imports(&desk, "in", "0 2 0 0 0 1");
	end(&desk);
}

static void what_belongs_to_no_picture_is_counted(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_packet("in/a_01.jpg.xmp", PACKET("Oslo", "2024-01-01"));
	write_packet("in/notes.txt", "text");
	write_packet("in/notes.xmp", PACKET("Oslo", "2024-01-01"));
	write_packet("in/.xmp", PACKET("Oslo", "2024-01-01"));
	imports(&desk, "in", "1 0 0 0 0 4");
	assert_string_equal(desk.counts.kinds[0].name, "xmp");
	assert_int_equal(desk.counts.kinds[0].count, 2);
	/* A picture may be called so, too. */
	write_picture("in/notes.xmp", 2);
	imports(&desk, "in", "1 0 1 0 0 3");
	imports(&desk, "in", "0 0 2 0 0 3");
	end(&desk);
}

static void folders_links_and_odd_names_do_no_harm(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	assert_int_equal(mkdir("in/a.jpg.xmp", 0700), 0);
	write_picture("in/a.jpg.xmp/b.jpg", 2);
	assert_int_equal(symlink("a.jpg.xmp", "in/a.xmp"), 0);
	assert_int_equal(symlink("nowhere", "in/a.XMP"), 0);
	assert_int_equal(symlink("/dev/zero", "in/a.jpg.XMP"), 0);
	write_picture("in/new\nline\xFF.jpg", 3);
	write_packet("in/new\nline\xFF.jpg.xmp", PACKET("Oslo", "2024") "<");
	imports(&desk, "in", "3 0 0 0 0 0");
	write_packet("out.xmp", PACKET("Oslo", "2024-01-01"));
	assert_int_equal(symlink("../out.xmp", "in/a.Xmp"), 0);
	imports(&desk, "in", "0 1 2 0 0 0");
	write_packet("out.xmp", "damaged");
	imports(&desk, "in", "0 1 2 0 0 0");
	assert_true(told(&desk, "a.jpg: sidecar a.Xmp: the XMP"));
	assert_int_equal(desk.counts.warned, 1);
	end(&desk);
}

static void what_cannot_be_read_is_tried_again(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_packet("in/a.xmp", "");
	assert_int_equal(truncate("in/a.xmp", CUTLINE_IMAGE_METADATA_MAX + 1),
			 0);
	imports(&desk, "in", "1 0 0 0 0 0");
	assert_true(told(&desk, "the sidecar was not read: a.xmp is longer"));
	imports(&desk, "in", "0 1 0 0 0 0");
	write_packet("in/a.xmp", PACKET("Oslo", "2024-01-01"));
	imports(&desk, "in", "0 1 0 0 0 0");
	imports(&desk, "in", "0 0 1 0 0 0");
	end(&desk);
}

static void files_asked_for_by_path_know_their_sidecars(void **state)
{
	static const char *const all[] = { "in", "in/a.jpg", "in/a.jpg.xmp",
					   "in/b.xmp", "in/b.png.jpg" };
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_packet("in/a.jpg.xmp", PACKET("Oslo", "2024-01-01"));
	write_picture("in/b.png.jpg", 2);
	write_packet("in/b.xmp", PACKET("Oslo", "2024-01-01"));
	assert_int_equal(import(&desk, all + 1, 4), CUTLINE_OK);
	counts_are(&desk, "2 0 0 0 0 1");
	assert_int_equal(import(&desk, all, 3), CUTLINE_OK);
	counts_are(&desk, "0 0 2 0 0 1");
	imports(&desk, "in/a.jpg.xmp", "0 0 0 0 0 1");
	assert_int_equal(import(&desk, all, 2), CUTLINE_OK);
	counts_are(&desk, "0 0 2 0 0 1");
	end(&desk);
}

static void the_catalog_is_no_sidecar(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("catalog.jpg", 1);
	imports(&desk, ".", "1 0 0 0 0 1");
	assert_int_equal(symlink("catalog.db", "catalog.xmp"), 0);
	imports(&desk, ".", "0 0 1 0 0 4");
	end(&desk);
}

static void every_allocation_may_fail(void **state)
{
	static const char *const paths[] = { "in", "in/b.jpg" };
	enum cutline_status status;
	struct desk desk;
	long n = 0, asked;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_packet("in/a.jpg.xmp", PACKET("Oslo", "2024-01-01"));
	write_picture("in/b.jpg", 2);
	write_packet("in/b.xmp", PACKET("Oslo", "2024-01-01"));
	do {
		cutline_catalog_close(desk.catalog);
		desk.catalog = NULL;
		fail_alloc_after(n++);
		status = import(&desk, paths, 2);
		asked = fail_alloc_count();
		fail_alloc_after(-1);
		if (status == CUTLINE_NOMEM)
			continue;
		assert_int_equal(status, CUTLINE_OK);
		assert_int_equal(desk.counts.fresh + desk.counts.same, 2);
		assert_int_equal(desk.counts.skipped, 0);
	} while (asked >= n);
	assert_true(n > 10);
	assert_int_equal(import(&desk, paths, 2), CUTLINE_OK);
	counts_are(&desk, "0 0 2 0 0 0");
	end(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_picture_is_read_again_when_its_sidecar_changes),
		cmocka_unit_test(one_sidecar_may_be_that_of_several_files),
		cmocka_unit_test(what_belongs_to_no_picture_is_counted),
		cmocka_unit_test(folders_links_and_odd_names_do_no_harm),
		cmocka_unit_test(what_cannot_be_read_is_tried_again),
		cmocka_unit_test(files_asked_for_by_path_know_their_sidecars),
		cmocka_unit_test(the_catalog_is_no_sidecar),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
