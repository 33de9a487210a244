#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the samples anew and compares them with those in the repository.
#
# usage: samples_reproducible.sh FORGE SAMPLES
#
# Another JPEG encoder may draw other bytes. Then only what does not come from
# it is compared: the IIM and XMP segments (EXIF holds a thumbnail).
set -u

forge=$1
samples=$2
made=$(mktemp -d) || exit 1
trap 'rm -rf "$made"' EXIT

recorded=$(sed -n 's/^encoder: //p' "$samples/make.txt")
same_encoder=no
[ "$recorded" = "$("$forge" --encoder)" ] && same_encoder=yes

same() {
	if [ "$same_encoder" = yes ]; then
		cmp -s "$made/$1" "$samples/$1"
	else
		"$forge" --metadata "$made/$1" >"$made/a" &&
			"$forge" --metadata "$samples/$1" >"$made/b" &&
			cmp -s "$made/a" "$made/b"
	fi
}

pictures() {
	(cd "$1" && find . -name '*.jpg' | sort | sed 's,^\./,,')
}

"$forge" "$samples/make.txt" "$made" || exit 1
pictures "$made" >"$made/list"
pictures "$samples" >"$made/committed"
n=0
report() {
	n=$((n + 1))
	[ "$1" -eq 0 ] || printf 'not '
	echo "ok $n - $2"
}
[ "$same_encoder" = yes ] ||
	echo "# made with $recorded: metadata only"
[ -s "$made/list" ]
report $? "the recipe makes pictures"
cmp -s "$made/list" "$made/committed"
report $? "recipe and folder name the same pictures"
while read -r picture; do
	same "$picture"
	report $? "$picture"
done <"$made/list"
echo "1..$n"
