#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: instructions.sh BENCH_CAPTION FILE ...
# How many instructions the parser takes for each byte of the captions in the
# files (forms: bench_caption.c), by valgrind's callgrind, which counts the same
# on every machine of a kind whatever else it does. KEEP=FILE keeps the profile,
# for `callgrind_annotate FILE`.
set -eu
bench=$1
shift
profile=${KEEP:-$(mktemp)}
[ -n "${KEEP:-}" ] || trap 'rm -f "$profile"' EXIT

bytes=$("$bench" --once "$@" | sed 's/.* of \([0-9]*\) bytes/\1/')
valgrind --tool=callgrind --callgrind-out-file="$profile" \
	--toggle-collect=cutline_caption_parse \
	--toggle-collect=cutline_caption_free "$bench" --once "$@" 2>&1 |
	awk -v n="$bytes" '/refs/ {
		gsub(",", "", $NF)
		printf "%d bytes: %.1f instructions a byte\n", n, $NF / n
	}'
