#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: tests/gold/score.sh [BUILD]
# Scores the caption parser of a build on the labelled captions beside the
# tree, if they are there: the part that may be looked at and the part that is
# only measured, real and invented captions apart, then the captions found in
# articles. With ERRORS=FIELD the misses of that field in the first part.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$root/build}
gold=${GOLD:-$root/../shared/captions}
if [ ! -d "$gold/gold" ]; then
	echo "score: no labelled captions in $gold; set GOLD" >&2
	exit 0
fi
part=$(mktemp)
trap 'rm -f "$part"' EXIT
parse="$build/src/cli/cutline parse --json --input"
for which in look hold; do
	for kind in real invented; do
		echo "== $kind, $which"
		python3 "$root/tests/gold/split.py" "$which" \
			"$gold/gold/$kind.jsonl" >"$part"
		[ "$which" = hold ] && ERRORS=
		python3 "$gold/score.py" "$part" --run "$parse=jsonl" \
			${ERRORS:+--errors "$ERRORS"} || true
	done
	echo "== articles, $which"
	python3 "$root/tests/gold/split.py" "$which" \
		"$gold/gold/articles.jsonl" >"$part"
	python3 "$gold/score_articles.py" "$part" --run "$parse=document" ||
		true
done
