#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: listed.sh [ROOT]
# A test that no meson.build names never runs.
. "$(dirname "$0")/lib.sh"

# unlisted FILE ...: those whose name their folder's meson.build lacks.
unlisted()
{
	for file; do
		[ -e "$file" ] || continue
		name=$(basename "$file")
		case $name in
		fuzz_*.c) name=${name#fuzz_} name=${name%.c} ;;
		*_*.sh) name=${name%.sh} ;;
		esac
		grep -qF "'$name'" "$(dirname "$file")/meson.build" ||
			echo "$file"
	done
}

check 'every source is built' "$(unlisted src/*/*.c)"
check 'every unit test is listed' "$(unlisted tests/unit/*/test_*.c)"
check 'every fuzz target is listed' "$(unlisted tests/fuzz/fuzz_*.c)"
check 'every fuzz target has a corpus' "$(for file in tests/fuzz/fuzz_*.c; do
	[ -e "$file" ] || continue
	name=${file##*/fuzz_}
	ls "tests/fuzz/corpus/${name%.c}"/* >/dev/null 2>&1 || echo "$file"
done)"
check 'every transcript is listed' "$(unlisted tests/cli/*_*.sh)"
check 'every transcript says what it expects' "$(for file in \
	tests/cli/*_*.sh; do
	[ ! -e "$file" ] || [ -e "${file%.sh}.out" ] || echo "$file"
done)"
finish
