#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: tests/gold/train.sh BUILD
# Learns src/caption/tagger.model anew: from the labelled captions of
# captions/, the cases of tests/cases, and, if they are there, the part of those
# beside the tree that may be looked at, and the files of EXTRA. Some minutes
# on one core; the model's first lines say what it was made from, and fewer
# captions make a worse one. Commit it when tests/gold/score.sh, or train.py
# --folds where there are no captions to score, says that it is better. The
# cases count thrice, since they must hold.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$1
gold=${GOLD:-$root/../shared/captions}/gold
part=$(mktemp -d)
trap 'rm -rf "$part"' EXIT
ninja -C "$build" tests/gold/observe tests/gold/crf >&2
[ -d "$gold" ] || echo "train: no captions in $gold, learning without" >&2
for kind in real invented; do
	if [ -f "$gold/$kind.jsonl" ]; then
		python3 "$root/tests/gold/split.py" look "$gold/$kind.jsonl" \
			>"$part/$kind.jsonl"
	fi
done
set -- ${EXTRA:-} "$root"/tests/gold/captions/*.jsonl
for kind in credit dates events people places; do
	case=$root/tests/cases/$kind.txt
	set -- "$@" "$case" "$case" "$case"
done
for kind in "$part"/*.jsonl; do
	[ ! -f "$kind" ] || set -- "$@" "$kind"
done
python3 "$root/tests/gold/train.py" "$build/tests/gold/observe" \
	"$build/tests/gold/crf" "$root/src/caption/tagger.model" "$@"
