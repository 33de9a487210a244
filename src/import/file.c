/* SPDX-License-Identifier: MIT */
/*
 * A camera or an agency's feed may write a file while it is read. Size, time
 * and inode are taken before and after; if they differ, what was read is thrown
 * away and read again, once.
 */
#include "import/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "import/kinds.h"

/* Messages stand behind the path, so they call the file this. */
static const char *const this_file = "the file";

struct cutline_file_stamp cl_file_stamp(const struct stat *st)
{
	static const int64_t per_second = 1000000000;

	return (struct cutline_file_stamp){
		.bytes = st->st_size,
		.mtime_ns = (int64_t)st->st_mtim.tv_sec * per_second +
			    st->st_mtim.tv_nsec,
		.inode = st->st_ino,
	};
}

static bool same_stamp(const struct cutline_file_stamp *a,
		       const struct cutline_file_stamp *b)
{
	return a->bytes == b->bytes && a->mtime_ns == b->mtime_ns &&
	       a->inode == b->inode;
}

static int open_file(const struct cl_walk_entry *entry)
{
	int fd;

	do {
		fd = openat(entry->at_fd, entry->name,
			    O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	} while (fd < 0 && errno == EINTR);
	return fd;
}

static enum cutline_status take_stamp(int fd, struct cutline_file_stamp *stamp,
				      struct cutline_error *err)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return cl_fail(err, CUTLINE_IO, "cannot stat the file: %s",
			       strerror(errno));
	if (!S_ISREG(st.st_mode))
		return cl_fail(err, CUTLINE_IO, "it is no file any more");
	*stamp = cl_file_stamp(&st);
	return CUTLINE_OK;
}

static enum cutline_status read_once(const struct cl_walk_entry *entry,
				     struct cutline_image **image,
				     struct cutline_file_stamp *stamp,
				     struct cutline_error *err)
{
	struct cutline_file_stamp after;
	enum cutline_status status;
	int fd = open_file(entry);

	if (fd < 0)
		return cl_fail(err, CUTLINE_IO, "cannot open the file: %s",
			       strerror(errno));
	status = take_stamp(fd, stamp, err);
	if (!status)
		status = cutline_image_read_fd(fd, this_file, image, err);
	if (!status)
		status = take_stamp(fd, &after, err);
	(void)close(fd);
	if (!status && !same_stamp(stamp, &after))
		status = cl_fail(err, CUTLINE_CONFLICT,
				 "it changed while it was read");
	if (status) {
		cutline_image_free(*image);
		*image = NULL;
	}
	return status;
}

static enum cl_file_outcome judge(const char *name, enum cutline_status status,
				  bool no_picture)
{
	switch (status) {
	case CUTLINE_OK:
		return no_picture ? CL_FILE_NO_PICTURE : CL_FILE_PHOTO;
	case CUTLINE_NOMEM:
		return CL_FILE_NOMEM;
	case CUTLINE_UNSUPPORTED:
		return CL_FILE_RAW;
	case CUTLINE_FORMAT:
		return cl_has_image_name(name) ? CL_FILE_FAILED
					       : CL_FILE_NO_IMAGE;
	default:
		return CL_FILE_FAILED;
	}
}

enum cl_file_outcome cl_file_read(const struct cl_walk_entry *entry,
				  struct cl_beside *beside,
				  struct cutline_photo **photo,
				  struct cutline_file_stamp *stamp,
				  struct cutline_error *err)
{
	struct cutline_image *image = NULL;
	enum cutline_status status;
	bool no_picture;

	*photo = NULL;
	status = read_once(entry, &image, stamp, err);
	if (status == CUTLINE_CONFLICT)
		status = read_once(entry, &image, stamp, err);
	if (!status)
		status = cl_beside_read(beside, entry, image, err);
	stamp->sidecars = beside->stamp;
	if (!status)
		status = cutline_photo_build(image, entry->path, photo, err);
	no_picture = !status && image->no_image_data;
	if (no_picture)
		(void)cl_fail(err, CUTLINE_FORMAT, "the picture is lost: %s",
			      image->no_image_data);
	cutline_image_free(image);
	return judge(entry->name, status, no_picture);
}
