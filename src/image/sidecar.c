/* SPDX-License-Identifier: MIT */
/*
 * A sidecar is a file with an XMP packet beside a picture, for programs that
 * leave the picture as it is: "a.jpg.xmp" (darktable, digiKam) or "a.xmp"
 * (Adobe, Photo Mechanic), which a RAW file and its JPEG share. darktable's
 * "a_01.jpg.xmp" belongs to a duplicate, which is no file of its own, and is
 * nobody's here.
 *
 * Its values get "sidecar:" before their names. Where several lie beside one
 * picture, that with the newest xmp:MetadataDate comes first; those without
 * a date that can be compared stay in the order in which names are asked.
 */
#include "image/sidecar.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "image/record.h"
#include "image/xmp.h"

#define PREFIX "sidecar:"
#define DATE_TAG PREFIX "xmp:xmp:MetadataDate"

bool cl_is_sidecar_name(struct cl_str name)
{
	return name.len > CL_SIDECAR_ENDING_LEN &&
	       cl_str_eq_nocase(cl_str_sub(name,
					   name.len - CL_SIDECAR_ENDING_LEN,
					   name.len),
				CL_STR(".xmp"));
}

/* Where the last part of a path begins. */
static size_t last_part(struct cl_str path)
{
	size_t from = path.len;

	while (from > 0 && path.ptr[from - 1] != '/')
		from--;
	return from;
}

struct cl_str cl_sidecar_base(struct cl_str name)
{
	size_t from = last_part(name);

	for (size_t i = name.len; i > from + 1; i--)
		if (name.ptr[i - 1] == '.')
			return cl_str_sub(name, 0, i - 1);
	return name;
}

bool cl_sidecar_name(struct cl_buf *out, struct cl_str picture, unsigned n)
{
	static const char *const endings[] = { ".xmp", ".XMP", ".Xmp" };
	static const size_t count = sizeof(endings) / sizeof(*endings);
	struct cl_str base = cl_sidecar_base(picture);

	if (n >= (base.len < picture.len ? 2 * count : count))
		return false;
	cl_buf_clear(out);
	cl_buf_add_str(out, n < count ? picture : base);
	cl_buf_add_cstr(out, endings[n % count]);
	return true;
}

static struct cl_record *record_of(struct cutline_image *image)
{
	/* The record begins with the image: see record.h. */
	return (struct cl_record *)(void *)image;
}

static const char *name_in(const char *path)
{
	return path + last_part(cl_str_from(path));
}

/* Put "sidecar:" before the names of the tags from a number on. */
static void rename_tags(struct cl_record *r, size_t from, unsigned block)
{
	const char *old = NULL, *fresh = NULL;

	for (size_t i = from; i < r->image.tag_count; i++) {
		struct cutline_tag *tag = &r->tags[i];

		if (!old || (tag->name != old && strcmp(tag->name, old) != 0))
			fresh = cl_arena_printf(&r->arena, PREFIX "%s",
						tag->name);
		old = tag->name;
		tag->name = fresh ? fresh : old;
		tag->block = block;
		r->failed = r->failed || !fresh;
	}
}

/* Say before the remarks from a number on which file they are about. */
static void rename_warnings(struct cl_record *r, size_t from, const char *path)
{
	struct cl_buf name;

	if (from == r->image.warning_count)
		return;
	cl_buf_init(&name, SIZE_MAX);
	cl_utf8_add_visible(&name, cl_str_from(name_in(path)));
	for (size_t i = from; i < r->image.warning_count; i++) {
		const char *line =
			cl_arena_printf(&r->arena, "sidecar %s: %s",
					cl_buf_cstr(&name), r->warnings[i]);

		r->failed = r->failed || name.failed || !line;
		if (line)
			r->warnings[i] = line;
	}
	cl_buf_release(&name);
}

static bool is_of_sidecar(const struct cutline_tag *tag)
{
	return strncmp(tag->name, PREFIX, sizeof(PREFIX) - 1) == 0;
}

static void read_date(struct cl_record *r, unsigned block,
		      struct cutline_moment *out)
{
	*out = (struct cutline_moment){ 0 };
	for (size_t i = 0; i < r->image.tag_count; i++) {
		const struct cutline_tag *tag = &r->tags[i];

		if (tag->block != block || strcmp(tag->name, DATE_TAG) != 0)
			continue;
		if (!cutline_moment_read(tag->text, strlen(tag->text), out))
			*out = (struct cutline_moment){ 0 };
		return;
	}
}

/* Give the last sidecar the number at, those from there on one more. */
static void move_last(struct cl_record *r, size_t at)
{
	size_t last = r->image.sidecar_count - 1;
	const char *path = r->sidecars[last];
	struct cutline_moment date = r->sidecar_dates[last];

	for (size_t i = last; i > at; i--) {
		r->sidecars[i] = r->sidecars[i - 1];
		r->sidecar_dates[i] = r->sidecar_dates[i - 1];
	}
	r->sidecars[at] = path;
	r->sidecar_dates[at] = date;
	for (size_t i = 0; i < r->image.tag_count; i++) {
		struct cutline_tag *tag = &r->tags[i];

		if (!is_of_sidecar(tag) || tag->block < at)
			continue;
		tag->block = tag->block == last ? (unsigned)at : tag->block + 1;
	}
}

/* Find the last sidecar's place among those before it. */
static void put_newest_first(struct cl_record *r)
{
	size_t last = r->image.sidecar_count - 1;
	size_t at = last;

	while (at > 0 && cutline_moment_is_later(&r->sidecar_dates[last],
						 &r->sidecar_dates[at - 1]))
		at--;
	if (at < last)
		move_last(r, at);
	if (last > 0)
		cl_record_warn(r,
			       "several sidecars; what %s says comes first%s",
			       name_in(r->sidecars[0]),
			       cutline_moment_is_later(&r->sidecar_dates[0],
						       &r->sidecar_dates[1])
				       ? ", it is newer"
				       : "");
}

/* Read a packet as one sidecar more. */
static void add(struct cl_record *r, struct cl_str packet, const char *path)
{
	size_t tags = r->image.tag_count, remarks = r->image.warning_count;
	size_t number = r->image.sidecar_count;

	if (cl_str_trim(packet).len == 0)
		cl_record_warn(r, "it is empty");
	else
		cl_xmp_read(r, packet, NULL);
	rename_tags(r, tags, (unsigned)number);
	rename_warnings(r, remarks, path);
	r->sidecars[number] = cl_arena_dup(&r->arena, cl_str_from(path));
	if (!r->sidecars[number])
		r->failed = true;
	if (r->failed)
		return;
	read_date(r, (unsigned)number, &r->sidecar_dates[number]);
	r->image.sidecars = r->sidecars;
	r->image.sidecar_count++;
	put_newest_first(r);
}

static enum cutline_status read_packet(int at_fd, const char *name,
				       struct cl_buf *packet,
				       struct cutline_error *err)
{
	enum cutline_status status;
	struct stat st;
	int fd;

	status = cl_file_open(at_fd, name, &fd, &st, err);
	if (status)
		return status;
	if (st.st_size > (int64_t)packet->max)
		status = cl_fail(err, CUTLINE_LIMIT,
				 "%s is longer than %zu bytes", name,
				 packet->max);
	else
		status = cl_file_read_all(fd, name, packet, err);
	(void)close(fd);
	return status;
}

static enum cutline_status read_file(struct cutline_image *image, int at_fd,
				     const char *name, const char *path,
				     struct cutline_error *err)
{
	struct cl_record *r = record_of(image);
	enum cutline_status status;
	struct cl_buf packet;

	if (image->sidecar_count == CUTLINE_IMAGE_SIDECARS_MAX)
		return cl_fail(err, CUTLINE_LIMIT,
			       "%s: a picture has %d sidecars at most", name,
			       CUTLINE_IMAGE_SIDECARS_MAX);
	cl_buf_init(&packet, CUTLINE_IMAGE_METADATA_MAX);
	status = read_packet(at_fd, name, &packet, err);
	if (!status)
		add(r, cl_buf_str(&packet), path);
	cl_buf_release(&packet);
	return !status && r->failed ? cl_nomem(err) : status;
}

enum cutline_status cl_sidecar_take(struct cutline_image *image, int at_fd,
				    const char *name, const char *path,
				    bool *read, struct cutline_error *err)
{
	struct cl_record *r = record_of(image);
	struct cutline_error why;
	enum cutline_status status = read_file(image, at_fd, name, path, &why);

	*read = !status;
	if (status == CUTLINE_NOMEM)
		return cl_nomem(err);
	if (status)
		cl_record_warn(r, "the sidecar was not read: %s", why.text);
	return r->failed ? cl_nomem(err) : CUTLINE_OK;
}

enum cutline_status cutline_image_read_sidecar(struct cutline_image *image,
					       const char *path,
					       struct cutline_error *err)
{
	return read_file(image, AT_FDCWD, path, path, err);
}

/* Are the files met on the way one, by two names of a file system that does not
 * tell capitals? */
static bool is_known(const struct stat *met, size_t count,
		     const struct stat *st)
{
	for (size_t i = 0; i < count; i++)
		if (met[i].st_dev == st->st_dev && met[i].st_ino == st->st_ino)
			return true;
	return false;
}

enum cutline_status cutline_image_find_sidecars(struct cutline_image *image,
						const char *path,
						struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	struct stat met[CL_SIDECAR_NAMES_MAX];
	size_t count = 0;
	struct cl_buf name;
	bool read;

	cl_buf_init(&name, SIZE_MAX);
	for (unsigned n = 0;
	     !status && cl_sidecar_name(&name, cl_str_from(path), n); n++) {
		const char *beside = cl_buf_cstr(&name);

		if (name.failed) {
			status = cl_nomem(err);
			break;
		}
		if (stat(beside, &met[count]) != 0 ||
		    !S_ISREG(met[count].st_mode) ||
		    is_known(met, count, &met[count]))
			continue;
		count++;
		status = cl_sidecar_take(image, AT_FDCWD, beside, beside, &read,
					 err);
	}
	cl_buf_release(&name);
	return status;
}
