/* SPDX-License-Identifier: MIT */
#ifndef FORGE_MD5_H
#define FORGE_MD5_H

#include <stddef.h>
#include <stdint.h>

/* The digest Photoshop keeps of an IIM block. No defence against anybody. */
void forge_md5(const uint8_t *data, size_t len, uint8_t digest[16]);

#endif
