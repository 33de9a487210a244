#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: bench_thumbnail.sh BENCH_THUMBNAIL MAKE_PICTURES
# Times thumbnails of a thousand pictures of a desk, and of large ones.
set -eu
bench=$1
make=$2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

"$make" "$dir" 1000
find "$dir" -name '*.jpg' -exec "$bench" {} +
