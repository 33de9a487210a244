#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: headers.sh ROOT COMPILER ...
# Each public header compiles alone and twice, without a warning, as C11 and,
# where there is a C++ compiler, as C++.
. "$(dirname "$0")/lib.sh"
shift

tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

# compile HEADER LANGUAGE COMPILER ...
compile()
{
	header=$1
	language=$2
	shift 2
	printf '#include <%s>\n#include <%s>\n' "$header" "$header" >"$tmp/a"
	"$@" -x "$language" -fsyntax-only -Iinclude -Wall -Wextra -Wpedantic \
		-Wconversion -Wshadow -Wundef -Werror "$tmp/a" 2>&1 |
		grep . || :
}

for path in include/cutline/*.h; do
	header=${path#include/}
	check "$header as C" "$(compile "$header" c "$@" -std=c11 \
		-Wstrict-prototypes -Wmissing-prototypes)"
	if command -v c++ >/dev/null; then
		check "$header as C++" "$(compile "$header" c++ c++ -std=c++11)"
	else
		skip "$header as C++" 'no C++ compiler'
	fi
done
finish
