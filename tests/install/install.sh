#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: install.sh ROOT BUILD VERSION COMPILER ...
# What `meson install` puts into a folder is whole: the program runs from
# there, and programs in C and C++ are built with what pkg-config says.
build=$(realpath "$2")
version=$3
source=$(realpath "$1")
. "$source/tests/lint/lib.sh"
shift 3

tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

meson install -C "$build" --no-rebuild --destdir "$tmp/dest" --quiet \
	>"$tmp/log" 2>&1
check 'meson install succeeds' "$([ $? = 0 ] || cat "$tmp/log")"

pc=$(find "$tmp/dest" -name cutline.pc)
program=$(find "$tmp/dest" -path '*/bin/cutline')
check 'there is one pkg-config file' \
	"$([ -f "$pc" ] || echo "found: $pc")"
LD_LIBRARY_PATH=$(dirname "$(dirname "$pc")")
PKG_CONFIG_PATH=$(dirname "$pc")
PKG_CONFIG_SYSROOT_DIR=$tmp/dest
export LD_LIBRARY_PATH PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR

check 'the program runs' "$("$program" version 2>&1 |
	grep -vxF "cutline $version")"
check 'every public header is there' "$(
	find "$tmp/dest" -path '*/include/cutline/*' | sed 's|.*/||' |
		sort >"$tmp/headers"
	ls include/cutline | sort | diff - "$tmp/headers")"
if command -v scdoc >/dev/null; then
	check 'every manual page is there' "$(
		find "$tmp/dest" -name '*.[15]' | sed 's|.*/||' |
			sort >"$tmp/pages"
		ls src/cli/*.scd | sed 's|.*/||; s|\.scd$||' | sort |
			diff - "$tmp/pages")"
fi
check 'nothing else is there' "$(cd "$tmp/dest" &&
	find . -type f -o -type l | grep -v '\.[15]$' | grep -vE \
		'/bin/cutline$|/include/cutline/|/libcutline\.so|\.pc$')"

# client LANGUAGE COMPILER ...: builds and runs the client.
client()
{
	language=$1
	shift
	"$@" -x "$language" "-DCUTLINE_WANTED=\"$version\"" -o "$tmp/client" \
		"$source/tests/install/client.c" \
		$(pkg-config --cflags --libs cutline) 2>&1 &&
		"$tmp/client" >"$tmp/out" 2>&1 &&
		grep -q 'is no date' "$tmp/out" ||
		echo "failed: $(cat "$tmp/out")"
}

check 'a client in C works' "$(client c "$@" -std=c11)"
if command -v c++ >/dev/null; then
	check 'a client in C++ works' "$(client c++ c++)"
else
	skip 'a client in C++ works' 'no C++ compiler'
fi
finish
