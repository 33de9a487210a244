#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: text.sh [ROOT]
# What an editor does not show: blanks at the end of a line, a last line
# without end, invisible characters, bytes that are not UTF-8. Corpora and
# samples are data and may hold anything; transcripts and tables may end a line
# in a blank.
. "$(dirname "$0")/lib.sh"

files=$(find README.md LICENSE meson.build .clang-format .clang-tidy \
	.gitignore .ci include src tests -type f ! -path 'tests/fuzz/corpus/*' \
	! -name '*.jpg' ! -path '*/__pycache__/*' 2>/dev/null | sort)
code=$(printf '%s\n' $files |
	grep -E '\.([ch]|sh|py|awk|scd|md|build)$|ci/run$')
licensed=$(printf '%s\n' $files | grep -E '\.([ch]|sh|py|awk)$|ci/run$' |
	grep -vE '^tests/cli/[a-z_0-9-]*\.sh$')

check 'no blank at the end of a line' "$(grep -nE '[ 	]$' $code)"

check 'no carriage return' "$(grep -nlP '\r' $files)"

check 'the last line ends' "$(for file in $files; do
	[ ! -s "$file" ] || [ -z "$(tail -c 1 "$file")" ] || echo "$file"
done)"

invisible='\xC2[\xA0\xAD]|\xE2\x80[\x8B-\x8F\xA8-\xAE]|\xE2\x81[\xA0-\xAF]'
check 'no invisible character' "$(grep -nP "$invisible|\\xEF\\xBB\\xBF" \
	$files)"

check 'all is UTF-8' "$(for file in $files; do
	iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1 || echo "$file"
done)"

check 'every source names its licence at the top' "$(for file in $licensed; do
	head -n 2 "$file" | grep -q 'SPDX-License-Identifier: MIT' ||
		echo "$file"
done)"

check 'no path of one machine' "$(grep -nE '(^|[ "'"'"'=])/(work|home|root)/' \
	$files | grep -v '^tests/lint/text.sh:')"
finish
