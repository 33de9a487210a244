/* SPDX-License-Identifier: MIT */
#include "image/image.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "image/blocks.h"
#include "image/containers.h"
#include "image/identity.h"
#include "image/jpeg.h"
#include "image/sniff.h"

const char *cutline_image_type_name(enum cutline_image_type type)
{
	switch (type) {
	case CUTLINE_IMAGE_JPEG:
		return "jpeg";
	case CUTLINE_IMAGE_PNG:
		return "png";
	case CUTLINE_IMAGE_TIFF:
		return "tiff";
	case CUTLINE_IMAGE_WEBP:
		return "webp";
	case CUTLINE_IMAGE_HEIF:
		return "heif";
	case CUTLINE_IMAGE_AVIF:
		return "avif";
	case CUTLINE_IMAGE_GIF:
		return "gif";
	case CUTLINE_IMAGE_RAW:
		return "raw";
	case CUTLINE_IMAGE_UNKNOWN:
		break;
	}
	return "unknown";
}

const char *cutline_charset_name(enum cutline_charset charset)
{
	switch (charset) {
	case CUTLINE_CHARSET_UTF8:
		return "UTF-8";
	case CUTLINE_CHARSET_UTF16:
		return "UTF-16";
	case CUTLINE_CHARSET_LATIN1:
		return "ISO 8859-1";
	case CUTLINE_CHARSET_WINDOWS_1252:
		return "Windows-1252";
	case CUTLINE_CHARSET_MACROMAN:
		return "MacRoman";
	case CUTLINE_CHARSET_ASCII:
		break;
	}
	return "ASCII";
}

/* What the walkers share while one file is read. */
struct reading {
	struct cl_record *record;
	struct cl_source *s;
	struct cl_blocks blocks;
	struct cl_extents extents;
	struct cutline_error *err;
};

static enum cutline_status read_jpeg(struct reading *i)
{
	struct cl_record *record = i->record;
	const char *why;

	if (cl_jpeg_read(i->s, &i->blocks, &i->extents, NULL, &why))
		return CUTLINE_OK;
	record->image.no_image_data = why;
	cl_record_warn(record, "damaged: %s", why);
	return i->s->status;
}

static enum cutline_status fail_raw(struct reading *i)
{
	(void)cl_fail(i->err, CUTLINE_UNSUPPORTED,
		      "%s is a camera's raw file, which is not read",
		      i->s->path);
	cl_hint(i->err, "export it as JPEG");
	return CUTLINE_UNSUPPORTED;
}

static enum cutline_status fail_unknown(struct reading *i)
{
	return cl_fail(i->err, CUTLINE_FORMAT,
		       i->s->size == 0 ? "%s is empty"
				       : "%s is no image file of a known kind",
		       i->s->path);
}

static enum cutline_status read_container(struct reading *i)
{
	switch (i->record->image.type) {
	case CUTLINE_IMAGE_JPEG:
		return read_jpeg(i);
	case CUTLINE_IMAGE_PNG:
		cl_png_read(i->s, &i->blocks, &i->extents);
		break;
	case CUTLINE_IMAGE_TIFF:
		if (!cl_tiff_read(i->s, &i->blocks, &i->extents))
			return fail_raw(i);
		break;
	case CUTLINE_IMAGE_WEBP:
		cl_webp_read(i->s, &i->blocks, &i->extents);
		break;
	case CUTLINE_IMAGE_HEIF:
	case CUTLINE_IMAGE_AVIF:
		cl_heif_read(i->s, &i->blocks, &i->extents);
		break;
	case CUTLINE_IMAGE_GIF:
		cl_gif_read(i->s, &i->blocks, &i->extents);
		break;
	case CUTLINE_IMAGE_RAW:
		return fail_raw(i);
	case CUTLINE_IMAGE_UNKNOWN:
		return fail_unknown(i);
	}
	return CUTLINE_OK;
}

static enum cutline_status read_all(struct reading *i)
{
	enum cutline_status status;

	i->record->image.type = cl_sniff(i->s);
	if (i->s->status)
		return i->s->status;
	i->record->image.bytes = i->s->size;
	status = read_container(i);
	if (status)
		return status;
	cl_blocks_read(&i->blocks);
	cl_identity_set(i->record, i->s, &i->extents);
	if (i->s->status)
		return i->s->status;
	return i->record->failed ? cl_nomem(i->err) : CUTLINE_OK;
}

enum cutline_status cl_picture_read(struct cl_source *s,
				    struct cutline_image **out,
				    struct cutline_error *err)
{
	struct reading i = { .s = s, .err = err };
	enum cutline_status status;

	*out = NULL;
	i.record = cl_record_new();
	if (!i.record)
		return cl_nomem(err);
	i.blocks.record = i.record;
	status = read_all(&i);
	cl_blocks_release(&i.blocks);
	cl_extents_release(&i.extents);
	if (status)
		cl_record_free(i.record);
	else
		*out = &i.record->image;
	return status;
}

static enum cutline_status read_sized(int fd, const char *path, int64_t size,
				      struct cutline_image **out,
				      struct cutline_error *err)
{
	struct cl_source s;
	enum cutline_status status;

	cl_source_file(&s, fd, path, size, err);
	status = cl_picture_read(&s, out, err);
	cl_source_release(&s);
	return status;
}

enum cutline_status cutline_image_read_fd(int fd, const char *path,
					  struct cutline_image **out,
					  struct cutline_error *err)
{
	struct stat st;

	*out = NULL;
	if (fstat(fd, &st) != 0)
		return cl_fail(err, CUTLINE_IO, "cannot stat %s: %s", path,
			       strerror(errno));
	if (!S_ISREG(st.st_mode))
		return cl_fail(err, CUTLINE_FORMAT, "%s is no regular file",
			       path);
	return read_sized(fd, path, st.st_size, out, err);
}

enum cutline_status cutline_image_read(const char *path,
				       struct cutline_image **out,
				       struct cutline_error *err)
{
	enum cutline_status status;
	struct stat st;
	int fd;

	*out = NULL;
	status = cl_file_open(AT_FDCWD, path, &fd, &st, err);
	if (status)
		return status;
	status = read_sized(fd, path, st.st_size, out, err);
	(void)close(fd);
	return status;
}

const char *cutline_image_tag(const struct cutline_image *image,
			      const char *name)
{
	for (size_t i = 0; i < image->tag_count; i++)
		if (image->tags[i].block == 0 &&
		    strcmp(image->tags[i].name, name) == 0)
			return image->tags[i].text;
	return NULL;
}

void cutline_image_free(struct cutline_image *image)
{
	/* The record begins with the image: see record.h. */
	cl_record_free((struct cl_record *)(void *)image);
}
