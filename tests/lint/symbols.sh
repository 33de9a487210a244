#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: symbols.sh ROOT LIBCUTLINE.SO [CORE.A]
# The shared library exports what include/ declares and nothing else, each
# declaration is documented, and the core keeps no state.
library=$(realpath "$2")
core=${3:+$(realpath "$3")}
. "$(dirname "$0")/lib.sh"

exported=$(nm -D --defined-only "$library" | awk '{ print $NF }' |
	sed 's/@.*//' | sort)
declared=$(code_of include/cutline/*.h | sed 's/^[^:]*:[0-9]*://' |
	tr '\n\t' '  ' | sed 's/CUTLINE_API/\nCUTLINE_API/g' |
	sed -n 's/^CUTLINE_API[^(]*[ *]\(cutline_[a-z0-9_]*\)(.*/\1/p' | sort)

# only_in A B: lines of A that are not in B.
only_in()
{
	printf '%s\n' "$1" | grep -vxF -e "$2" | grep .
}

check 'every exported name begins with cutline_' \
	"$(printf '%s\n' "$exported" | grep -v '^cutline_' | grep .)"
check 'every exported name is declared' "$(only_in "$exported" "$declared")"
check 'every declared name is exported' "$(only_in "$declared" "$exported")"
check 'the lists are not empty' \
	"$([ -n "$exported" ] && [ -n "$declared" ] || echo 'nothing read')"
# One comment may stand for a few declarations without a blank line between.
check 'every declaration is documented' "$(awk '
/^$/ { documented = 0 }
/\*\/$/ { documented = 1 }
/^CUTLINE_API/ && !documented { print FILENAME ":" FNR ": " $0 }
' include/cutline/*.h)"

if [ -n "$core" ]; then
	check 'the core has no variables' "$(nm --format=sysv "$core" |
		awk -F'|' '
/:$/ { object = $1 }
$4 ~ /OBJECT/ && $7 ~ /\.(data|bss)/ && $7 !~ /\.data\.rel\.ro/ {
	print object, $1
}')"
fi
finish
