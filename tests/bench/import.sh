#!/bin/bash
# SPDX-License-Identifier: MIT
# usage: import.sh CUTLINE MAKE_PICTURES [COUNT [FOLDER]]
# How many files a second of processor time (user and system) a whole import
# takes in, warm cache, and beside it exiftool on 1,000 of the same files in the
# same run. Makes COUNT pictures (20,000) in FOLDER, or in a temporary one that
# is removed afterwards; 20,000 are 1.6 GB.
set -eu

cutline=$1 make_pictures=$2 count=${3:-20000} folder=${4:-}
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
pictures=${folder:-$temp/pictures}
sample=1000

# Run a command and print its user and system seconds together.
cpu_seconds()
{
	local TIMEFORMAT='%U %S'

	{ time "$@" >"$temp/out" 2>"$temp/err"; } 2>&1 | awk '{ print $1 + $2 }'
}

[ -d "$pictures" ] || "$make_pictures" "$pictures" "$count"
find "$pictures" -name '*.jpg' | sort >"$temp/names"
count=$(wc -l <"$temp/names")
xargs -d '\n' cat <"$temp/names" >/dev/null

import()
{
	rm -f "$temp/catalog.db"*
	"$cutline" --catalog "$temp/catalog.db" import "$pictures"
}

for run in 1 2 3 4 5; do
	seconds=$(cpu_seconds import)
	tail -1 "$temp/out"
	best=$(awk -v s="$seconds" -v b="${best:-$seconds}" \
		'BEGIN { print (s < b ? s : b) }')
done
ours=$(awk -v n="$count" -v s="$best" 'BEGIN { printf "%.0f", n / s }')
printf 'cutline import: %d files, %.2f s of processor (best of 5), ' \
	"$count" "$best"
printf '%d files a second\n' "$ours"
again=$(cpu_seconds "$cutline" --catalog "$temp/catalog.db" import "$pictures")
printf 'the same again: %.2f s\n' "$again"
stat -c 'catalog: %s bytes' "$temp/catalog.db"

if ! command -v exiftool >/dev/null; then
	echo 'exiftool is not installed: nothing to compare with'
	exit
fi
mkdir "$temp/sample"
awk -v n="$count" -v want="$sample" \
	'int(NR * want / n) > int((NR - 1) * want / n)' "$temp/names" |
	awk -v to="$temp/sample" '{ printf "%s\n%s/%06d.jpg\n", $0, to, NR }' |
	xargs -d '\n' -n 2 ln -s
sample=$(find "$temp/sample" -name '*.jpg' | wc -l)
seconds=$(cpu_seconds exiftool -fast2 -r -json "$temp/sample")
theirs=$(awk -v n="$sample" -v s="$seconds" 'BEGIN { printf "%.0f", n / s }')
printf 'exiftool -fast2 -r -json: %d files, %.2f s, %d files a second\n' \
	"$sample" "$seconds" "$theirs"
awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "ratio: %.1f\n", a / b }'
