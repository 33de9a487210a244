/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* mkdtemp, mkfifo, nftw */
#include "import/walk.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fail_alloc.h"
#include "unit/test.h"

/* The folder of one test, the current one while the test runs. */
struct place {
	char folder[64];
	int back;
};

static struct place begin(void)
{
	struct place at = { .back = open(".", O_RDONLY | O_DIRECTORY) };

	memcpy(at.folder, "/tmp/cutline-walk-XXXXXX",
	       sizeof("/tmp/cutline-walk-XXXXXX"));
	assert_true(at.back >= 0);
	assert_non_null(mkdtemp(at.folder));
	assert_int_equal(chdir(at.folder), 0);
	return at;
}

static int remove_one(const char *path, const struct stat *st, int type,
		      struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void end(struct place *at)
{
	assert_int_equal(fchdir(at->back), 0);
	(void)close(at->back);
	(void)nftw(at->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	assert_int_equal(fail_alloc_live(), 0);
}

static void make_file(const char *name)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);

	assert_true(fd >= 0);
	(void)close(fd);
}

/* Add what was met: files by their path below the folder, "!" before what
 * cannot be reached. */
static void note(struct cl_buf *out, const struct place *at,
		 enum cl_walk_found found, const struct cl_walk_entry *entry)
{
	assert_int_not_equal(found, CL_WALK_NOMEM);
	if (found == CL_WALK_TROUBLE)
		cl_buf_add_char(out, '!');
	assert_int_equal(strncmp(entry->path, at->folder, strlen(at->folder)),
			 0);
	cl_buf_addf(out, "%s ", entry->path + strlen(at->folder) + 1);
}

static void walk_one(struct cl_walk *walk, const struct place *at,
		     const char *path, struct cl_buf *out)
{
	struct cl_walk_entry entry;
	enum cl_walk_found found = cl_walk_begin(walk, path, &entry);

	if (found == CL_WALK_END)
		found = cl_walk_next(walk, &entry);
	for (; found != CL_WALK_END; found = cl_walk_next(walk, &entry))
		note(out, at, found, &entry);
}

/* Walk the folder and the links in it. */
static void finds(const struct place *at, const char *wanted)
{
	struct cl_walk walk;
	struct cl_buf out;
	const char *link;

	cl_buf_init(&out, 1u << 20);
	cl_walk_init(&walk);
	walk_one(&walk, at, at->folder, &out);
	while ((link = cl_walk_link(&walk)))
		walk_one(&walk, at, link, &out);
	assert_string_equal(cl_buf_cstr(&out), wanted);
	cl_walk_release(&walk);
	cl_buf_release(&out);
}

static void names_come_in_byte_order(void **state)
{
	struct place at = begin();

	(void)state;
	make_file("b.jpg");
	make_file("a.jpg");
	make_file("B.jpg");
	make_file(".hidden");
	assert_int_equal(mkdir("aa", 0700), 0);
	make_file("aa/z");
	finds(&at, ".hidden B.jpg a.jpg aa/z b.jpg ");
	end(&at);
}

static void names_are_bytes(void **state)
{
	struct place at = begin();

	(void)state;
	make_file("new\nline.jpg");
	make_file("not\xFFutf8.jpg");
	finds(&at, "new\nline.jpg not\xFFutf8.jpg ");
	end(&at);
}

static void fifos_and_devices_are_passed_over(void **state)
{
	struct place at = begin();

	(void)state;
	assert_int_equal(mkfifo("a.jpg", 0600), 0);
	assert_int_equal(symlink("a.jpg", "b.jpg"), 0);
	assert_int_equal(symlink("/dev/zero", "c.jpg"), 0);
	make_file("d.jpg");
	finds(&at, "d.jpg ");
	end(&at);
}

static void links_to_folders_are_followed_once(void **state)
{
	struct place at = begin();

	(void)state;
	assert_int_equal(mkdir("m", 0700), 0);
	make_file("m/a");
	assert_int_equal(symlink("..", "m/up"), 0);
	assert_int_equal(symlink("m", "again"), 0);
	assert_int_equal(symlink("self", "self"), 0);
	finds(&at, "m/a ");
	end(&at);
}

static void links_lead_out_of_the_folder(void **state)
{
	struct place at = begin();

	(void)state;
	assert_int_equal(mkdir("in", 0700), 0);
	assert_int_equal(mkdir("out", 0700), 0);
	make_file("out/a");
	assert_int_equal(symlink("../out", "in/there"), 0);
	assert_int_equal(symlink("../out/a", "in/file"), 0);
	memcpy(at.folder + strlen(at.folder), "/in", sizeof("/in"));
	finds(&at, "file there/a ");
	at.folder[strlen(at.folder) - strlen("/in")] = 0;
	end(&at);
}

static void a_dangling_link_to_an_image_is_trouble(void **state)
{
	struct place at = begin();

	(void)state;
	assert_int_equal(symlink("gone", "a.jpg"), 0);
	assert_int_equal(symlink("gone", "b.txt"), 0);
	assert_int_equal(symlink("c.JPEG", "c.JPEG"), 0);
	finds(&at, "!a.jpg !c.JPEG ");
	end(&at);
}

/* 300 folders deep; the names make a path of some 60,000 bytes, beyond
 * PATH_MAX, and at each level a file comes after the folder. */
static void depth_costs_no_descriptors(void **state)
{
	enum {
		DEPTH = 300,
		NAME = 200
	};
	struct place at = begin();
	struct cl_walk walk;
	struct cl_walk_entry entry;
	enum cl_walk_found found;
	char name[NAME + 1];
	size_t count = 0, longest = 0;

	(void)state;
	memset(name, 'd', NAME);
	name[NAME] = 0;
	for (int i = 0; i < DEPTH; i++) {
		make_file("z.jpg");
		assert_int_equal(mkdir(name, 0700), 0);
		assert_int_equal(chdir(name), 0);
	}
	cl_walk_init(&walk);
	assert_int_equal(cl_walk_begin(&walk, at.folder, &entry), CL_WALK_END);
	while ((found = cl_walk_next(&walk, &entry)) == CL_WALK_FILE) {
		size_t len = strlen(entry.path);
		int probe = dup(0);

		assert_true(probe < 64);
		(void)close(probe);
		longest = len > longest ? len : longest;
		count++;
	}
	assert_int_equal(found, CL_WALK_END);
	assert_int_equal(count, DEPTH);
	assert_true(longest > (DEPTH - 1) * (size_t)NAME);
	assert_true(cl_walk_was_whole(&walk, at.folder));
	cl_walk_release(&walk);
	for (int i = 0; i < DEPTH; i++) {
		assert_int_equal(chdir(".."), 0);
		assert_int_equal(rmdir(name), 0);
		assert_int_equal(unlink("z.jpg"), 0);
	}
	end(&at);
}

static void what_is_not_there_is_trouble(void **state)
{
	struct place at = begin();
	struct cl_walk walk;
	struct cl_walk_entry entry;
	char path[128];

	(void)state;
	(void)snprintf(path, sizeof(path), "%s/no", at.folder);
	cl_walk_init(&walk);
	assert_int_equal(cl_walk_begin(&walk, path, &entry), CL_WALK_TROUBLE);
	assert_string_equal(entry.why,
			    "cannot be reached: No such file or directory");
	assert_false(cl_walk_was_whole(&walk, path));
	assert_false(cl_walk_was_whole(&walk, at.folder));
	assert_true(cl_walk_was_whole(&walk, "/elsewhere"));
	cl_walk_release(&walk);
	end(&at);
}

static void a_file_and_a_fifo_may_be_named(void **state)
{
	struct place at = begin();
	struct cl_walk walk;
	struct cl_walk_entry entry;
	char path[128];

	(void)state;
	make_file("a");
	assert_int_equal(mkfifo("f", 0600), 0);
	cl_walk_init(&walk);
	(void)snprintf(path, sizeof(path), "%s/a", at.folder);
	assert_int_equal(cl_walk_begin(&walk, path, &entry), CL_WALK_FILE);
	assert_string_equal(entry.path, path);
	assert_int_equal(cl_walk_next(&walk, &entry), CL_WALK_END);
	(void)snprintf(path, sizeof(path), "%s/f", at.folder);
	assert_int_equal(cl_walk_begin(&walk, path, &entry), CL_WALK_TROUBLE);
	cl_walk_release(&walk);
	end(&at);
}

/* Walk to the end or to the first failing allocation. */
static bool walk_fails(const struct place *at, size_t *files)
{
	struct cl_walk walk;
	struct cl_walk_entry entry;
	enum cl_walk_found found;

	*files = 0;
	cl_walk_init(&walk);
	found = cl_walk_begin(&walk, at->folder, &entry);
	if (found == CL_WALK_END)
		found = cl_walk_next(&walk, &entry);
	while (found == CL_WALK_FILE) {
		++*files;
		found = cl_walk_next(&walk, &entry);
	}
	cl_walk_release(&walk);
	return found == CL_WALK_NOMEM;
}

static void every_allocation_may_fail(void **state)
{
	struct place at = begin();
	size_t files;
	long n = 0;
	bool failed;

	(void)state;
	assert_int_equal(mkdir("in", 0700), 0);
	make_file("in/a");
	assert_int_equal(symlink("..", "in/up"), 0);
	do {
		fail_alloc_after(n++);
		failed = walk_fails(&at, &files);
		fail_alloc_after(-1);
		assert_int_equal(fail_alloc_live(), 0);
	} while (failed);
	assert_int_equal(files, 1);
	assert_true(n > 4);
	end(&at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_come_in_byte_order),
		cmocka_unit_test(names_are_bytes),
		cmocka_unit_test(fifos_and_devices_are_passed_over),
		cmocka_unit_test(links_to_folders_are_followed_once),
		cmocka_unit_test(links_lead_out_of_the_folder),
		cmocka_unit_test(a_dangling_link_to_an_image_is_trouble),
		cmocka_unit_test(depth_costs_no_descriptors),
		cmocka_unit_test(what_is_not_there_is_trouble),
		cmocka_unit_test(a_file_and_a_fifo_may_be_named),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
