#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: sizes.sh [ROOT]
# Functions have at most 100 lines, files at most 600, lines at most 80
# columns. A file whose name ends in _table.c or _table.h holds a table, which
# may be as long as it is. Kernel style makes a function easy to see: its body
# stands between a brace and a brace in column one.
. "$(dirname "$0")/lib.sh"

files=$(c_files include src tests)
shell=$(find .ci src tests -type f \( -name '*.sh' -o \
	-path '*.ci/run' -o -name meson.build \) | sort)

functions=$(awk '
FNR == 1 {
	inside = 0
}
/^[A-Za-z_].*\(/ && !inside {
	name = $0
	sub(/[ \t]*\(.*/, "", name)
	sub(/.*[ \t*]/, "", name)
	first = FNR
}
/^\{$/ {
	inside = 1
}
/^\}$/ && inside {
	inside = 0
	print FNR - first + 1, FILENAME ":" first ": " name
}' $files | sort -n)

check 'functions have at most 100 lines' "$(printf '%s\n' "$functions" |
	awk '$1 > 100 { print $2, $3, $1, "lines" }')"

check 'files have at most 600 lines' "$(printf '%s\n' $files $shell |
	grep -v '_table\.[ch]$' | xargs wc -l |
	awk '$1 > 600 && $2 != "total" { print $2 ":", $1, "lines" }')"

# A character counts once, whatever its bytes.
check 'lines have at most 80 columns' "$(for file in $files $shell; do
	tr -d '\200-\277' <"$file" | expand | awk -v file="$file" \
		'length > 80 { print file ":" NR ": " length " columns" }'
done)"

printf '%s\n' "$functions" | grep ' src/' | awk '
{ lines[NR] = $1 }
END {
	if (NR)
		printf "# %d functions in src: median %d lines, " \
			"9 of 10 below %d, longest %d\n", NR,
			lines[int((NR + 1) / 2)], lines[int(NR * 0.9) + 1],
			lines[NR]
}'
finish
