/* SPDX-License-Identifier: MIT */
/*
 * Photoshop's image resources: "8BIM", number, a name with its length before
 * it, length, data; name and data padded to even length (Adobe Photoshop File
 * Formats Specification, "Image Resource Blocks"). Number 0x0404 holds IIM;
 * 0x0425 the MD5 of its bytes as they were when the XMP packet was last made
 * to agree with it.
 */
#include <string.h>

#include "base/cursor.h"
#include "image/iim.h"
#include "image/md5.h"

#define ID_IIM 0x0404
#define ID_DIGEST 0x0425
#define DIGEST_LEN 16

struct resource {
	uint16_t id;
	struct cl_str data;
	bool cut; /* it says it is longer than what is there */
};

static bool take_signature(struct cl_cursor *c)
{
	static const char known[][5] = { "8BIM", "PHUT", "DCSR", "AgHg",
					 "MeSa" };

	if (cl_cursor_left(c) < 4)
		return false;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (memcmp(c->at, known[i], 4) == 0) {
			cl_skip(c, 4);
			return true;
		}
	}
	return false;
}

/* Go to the next resource after something that is none. */
static bool resync(struct cl_cursor *c)
{
	struct cl_str rest = { (const char *)c->at, cl_cursor_left(c) };
	size_t at = cl_str_find(rest, CL_STR("8BIM"), 0);

	if (at == rest.len)
		return false;
	cl_skip(c, at);
	return true;
}

static bool take_resource(struct cl_cursor *c, struct resource *out)
{
	size_t len;

	if (!take_signature(c) && !(resync(c) && take_signature(c)))
		return false;
	out->id = cl_take_u16be(c);
	len = cl_take_u8(c);
	cl_skip(c, len + (len + 1) % 2);
	len = cl_take_u32be(c);
	if (c->past_end)
		return false;
	out->cut = len > cl_cursor_left(c);
	if (out->cut)
		len = cl_cursor_left(c);
	out->data.ptr = (const char *)cl_take_bytes(c, len);
	out->data.len = len;
	if (len % 2 == 1 && cl_cursor_left(c) > 0 && *c->at == 0)
		cl_skip(c, 1);
	return true;
}

void cl_irb_read(struct cl_record *r, struct cl_str bytes)
{
	struct cl_cursor c = cl_cursor_over(bytes.ptr, bytes.len);
	struct resource one;

	while (take_resource(&c, &one)) {
		if (one.id == ID_IIM && one.cut)
			cl_record_warn(r, "the IIM block is cut off");
		if (one.id == ID_IIM)
			cl_iim_read(r, one.data);
		if (one.id == ID_DIGEST && !r->digest.ptr &&
		    one.data.len == DIGEST_LEN)
			r->digest = one.data;
	}
}

static bool fits(struct cl_str iim, struct cl_str digest)
{
	uint8_t sum[DIGEST_LEN];

	cl_md5(iim, sum);
	return memcmp(digest.ptr, sum, DIGEST_LEN) == 0;
}

/* In TIFF the block may be padded to whole longs, which the digest does not
 * count. Of no block at all Photoshop keeps the digest of no bytes. */
void cl_irb_check_digest(struct cl_record *r)
{
	struct cl_str iim = r->iim;

	r->image.has_digest = r->digest.ptr != NULL;
	if (!r->digest.ptr)
		return;
	for (int padding = 0; padding < 4; padding++) {
		r->image.digest_matches |= fits(iim, r->digest);
		if (iim.len == 0 || iim.ptr[iim.len - 1] != '\0')
			break;
		iim.len--;
	}
}
