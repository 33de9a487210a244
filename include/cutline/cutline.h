/* SPDX-License-Identifier: MIT */
/**
 * @file
 * The whole library. Every header says of itself what it is for; status.h
 * says what holds for all.
 */
#ifndef CUTLINE_CUTLINE_H
#define CUTLINE_CUTLINE_H

#include <cutline/caption.h>
#include <cutline/catalog.h>
#include <cutline/credits.h>
#include <cutline/date.h>
#include <cutline/document.h>
#include <cutline/field.h>
#include <cutline/image.h>
#include <cutline/import.h>
#include <cutline/names.h>
#include <cutline/photo.h>
#include <cutline/place.h>
#include <cutline/status.h>
#include <cutline/version.h>

#endif
