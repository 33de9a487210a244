#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: manual.sh ROOT PROGRAM
# The manual pages and the program's help say the same: each command has a page
# and a file, under one summary, and each option of the help stands in the page
# and the other way round. An option is what a line of the page begins with.
program=$(realpath "$2")
. "$(dirname "$0")/lib.sh"
cd src/cli || exit 99

# options_of_help [COMMAND]: one a line, short and long.
options_of_help()
{
	"$program" help "$@" | sed -n '/^options/,/^$/p' |
		grep -oE '^ +-.*' | sed -E 's/^ +//; s/  .*//' |
		grep -oE '(^|[ ,])--?[A-Za-z0-9][A-Za-z0-9-]*' |
		tr -d ' ,' | sort -u
}

# options_of_page PAGE: likewise.
options_of_page()
{
	grep -E '^\*-' "$1" | grep -oE '\*--?[A-Za-z0-9][A-Za-z0-9-]*\*' |
		tr -d '*' | sort -u
}

# check_options PAGE [COMMAND]
check_options()
{
	page=$1
	shift
	options_of_help "$@" >"$tmp/help"
	options_of_page "$page" >"$tmp/page"
	check "$page has the options of the help" \
		"$(diff "$tmp/help" "$tmp/page" | grep '^[<>]' |
			sed 's/^</only in the help:/; s/^>/only in the page:/')"
}

tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

# COMMAND, a tab, its summary, which may go on in the next line.
"$program" help | awk '
/^commands:/ { inside = 1; next }
/^$/ { inside = 0 }
inside && /^  [a-z]/ {
	printf "%s%s\t", newline, $1
	newline = "\n"
	sub(/^  [a-z]+ +/, "")
	printf "%s", $0
	next
}
inside { sub(/^ */, ""); printf " %s", $0 }
END { print "" }' >"$tmp/commands"

check 'the help names commands' "$([ -s "$tmp/commands" ] || echo none)"
check 'every command file is a command' "$(for file in cmd_*.c; do
	name=${file#cmd_}
	grep -q "^${name%.c}	" "$tmp/commands" || echo "$file"
done)"
check 'every page is a command' "$(for file in cutline-*.1.scd; do
	name=${file#cutline-}
	grep -q "^${name%.1.scd}	" "$tmp/commands" || echo "$file"
done)"
check 'every page is built' "$(for file in cutline*.1.scd; do
	grep -qF "'${file%.1.scd}'" meson.build || echo "$file"
done)"
check_options cutline.1.scd

while IFS='	' read -r name summary; do
	page=cutline-$name.1.scd
	if [ ! -e "$page" ]; then
		check "$page" 'no such page'
		continue
	fi
	check "$page has the summary of the help" \
		"$(grep -qxF "cutline-$name - $summary" "$page" ||
			echo "not there: cutline-$name - $summary")"
	check "cutline.1.scd names cutline-$name" \
		"$(grep -qF "*cutline-$name*(1)" cutline.1.scd || echo no)"
	check "$page tells exit statuses and examples" \
		"$(for part in 'EXIT STATUS' EXAMPLES; do
			grep -qx "# $part" "$page" || echo "no $part"
		done)"
	check_options "$page" "$name"
done <"$tmp/commands"
finish
