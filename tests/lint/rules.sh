#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: rules.sh [ROOT]
# Every rule that the grammars of captions name has its sentence in
# src/caption/rule.c, for "cutline parse --explain". A rule's name is a string
# that a function takes as its last parameter, rule, that something called rule
# is given, or that a function called so returns.
. "$(dirname "$0")/lib.sh"
cd src/caption || exit 99

grammars=$(ls ./*.[ch] | grep -v '/rule\.[ch]$')

# The grammars in one line.
joined()
{
	cat $grammars | tr '\n\t' '  '
}

# The functions whose last parameter is a rule's name, as one pattern.
takers=$(joined | grep -oP '\w+(?=\([^(){};]*\bconst char \*rule\))' |
	sort -u | paste -sd'|')

# The code that names rules.
naming()
{
	joined | grep -oP "\b($takers)(\((?:[^()]|(?2))*\))"
	joined | grep -oP '\brule = [^;}]*'
	sed -n '/^[a-z].*rule(/,/^}/p' $grammars | grep 'return'
}

# The names, one a line; what a word or sign is compared with is none.
named()
{
	naming | sed -E 's/\b(cl_is_word|cl_is_sign|CL_STR)\([^()]*\)//g' |
		grep -oE '"[a-z]+(-[a-z]+)*"' | tr -d '"' | sort -u
}

told=$(sed -nE 's/^\t\{ "([a-z-]+)",.*/\1/p' rule.c)

check 'most of the sentences are of rules that are seen here' \
	"$([ "$(named | wc -l)" -gt $(($(echo "$told" | wc -l) / 2)) ] ||
		named)"
check 'every rule has its sentence' "$(named | while read -r name; do
	echo "$told" | grep -qxF -e "$name" || echo "$name"
done)"
check 'the sentences are sorted, each once' \
	"$(echo "$told" | sort -uc 2>&1)"
finish
