#!/bin/bash
# SPDX-License-Identifier: MIT
# usage: bench_image.sh BENCH_IMAGE MAKE_PICTURES
# Times reading of a thousand pictures of a desk, stage by stage, and beside it
# what ExifTool, Exiv2 and libexif's own command, where they are installed, take
# for the same files: all of them in one process each, so that starting it does
# not count. ExifTool and Exiv2 read the same blocks; exif only EXIF; none of
# them makes an identity.
set -eu
bench=$1
make=$2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# us NAME COMMAND ...: the processor's time in microseconds a file.
us()
{
	local name=$1 TIMEFORMAT='%U %S'

	shift
	command -v "$1" >/dev/null || {
		echo "$name: not installed"
		return
	}
	{ time find "$dir" -name '*.jpg' -exec "$@" {} + >/dev/null 2>&1; } \
		2>&1 | awk -v name="$name" -v n="$count" '
		{ printf "%-14s %7.1f us\n", name, ($1 + $2) * 1e6 / n }'
}

"$make" "$dir" 1000
count=$(find "$dir" -name '*.jpg' | wc -l)
find "$dir" -name '*.jpg' -exec "$bench" {} +
us exiftool exiftool -fast2 -j
us exiv2 exiv2 -q -pa
us exif exif -m
