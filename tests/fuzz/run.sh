#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: run.sh SECONDS [TARGET ...]
# Builds the fuzz targets with clang (in build-fuzz, or $BUILD) and runs each
# for SECONDS, from the corpus of the repository and what earlier runs found.
# What makes a target fail is left in the build folder and named.
set -eu
seconds=${1:?usage: run.sh SECONDS [TARGET ...]}
shift
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILD:-$here/../../build-fuzz}

[ -d "$build" ] || CC=clang meson setup "$build" "$here/../.." >/dev/null
ninja -C "$build" fuzzers >"$build/fuzzers.log" || {
	tail -n 30 "$build/fuzzers.log"
	exit 1
}
[ $# -gt 0 ] || for source in "$here"/fuzz_*.c; do
	name=${source##*/fuzz_}
	set -- "$@" "${name%.c}"
done

failed=0
for name; do
	found=$build/corpus/$name
	log=$build/fuzz_$name.log
	set -- "$found" "$here/corpus/$name"
	[ ! -f "$here/$name.dict" ] || set -- "-dict=$here/$name.dict" "$@"
	mkdir -p "$found"
	if "$build/tests/fuzz/fuzz_$name" -max_total_time="$seconds" \
		-timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix="$build/$name-" "$@" >"$log" 2>&1; then
		runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
		rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
		cov=$(grep -o 'cov: [0-9]*' "$log" | tail -n 1)
		echo "ok $name: $runs runs, $rate a second, $cov"
	else
		failed=1
		echo "not ok $name: see $log"
		grep -E 'ERROR|SUMMARY|Assertion|runtime error|Test unit' \
			"$log" | head -n 10
	fi
done
exit $failed
