/* SPDX-License-Identifier: MIT */
#include "image/inflate.h"

#define ZLIB_CONST
#include <zlib.h>

#include "base/alloc.h"

#define PIECE ((size_t)16 << 10)

static void *zip_alloc(void *opaque, unsigned count, unsigned size)
{
	(void)opaque;
	return cl_alloc_zero(count, size);
}

static void zip_free(void *opaque, void *p)
{
	(void)opaque;
	cl_free(p);
}

static bool read_stream(z_stream *z, struct cl_buf *out)
{
	uint8_t piece[PIECE];
	int status = Z_OK;

	while (status == Z_OK && out->len < out->max && !out->failed) {
		size_t room = out->max - out->len;

		z->next_out = piece;
		z->avail_out = (unsigned)(room < PIECE ? room : PIECE);
		status = inflate(z, Z_NO_FLUSH);
		cl_buf_add(out, piece, (size_t)(z->next_out - piece));
	}
	if (status == Z_MEM_ERROR)
		out->failed = true;
	return status == Z_STREAM_END;
}

bool cl_inflate(struct cl_str in, struct cl_buf *out)
{
	z_stream z = {
		.zalloc = zip_alloc,
		.zfree = zip_free,
		.next_in = (const Bytef *)in.ptr,
		.avail_in = (unsigned)in.len,
	};
	bool whole;

	if (inflateInit(&z) != Z_OK) {
		out->failed = true;
		return false;
	}
	whole = read_stream(&z, out);
	(void)inflateEnd(&z);
	return whole;
}
