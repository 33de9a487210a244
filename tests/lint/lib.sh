# SPDX-License-Identifier: MIT
# Sourced by each lint script, whose first argument is the root of the tree (by
# default the one it lies in). A check passes when it has found nothing.
LC_ALL=C
export LC_ALL
lint=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$lint/../..}" || exit 99

checks=0
failed=0

# check NAME FINDINGS: Meson shows only standard error of what failed, so the
# findings go there as well.
check()
{
	checks=$((checks + 1))
	if [ -z "$2" ]; then
		echo "ok $checks - $1"
		return
	fi
	failed=1
	echo "not ok $checks - $1"
	printf '%s\n' "$2" | sed 's/^/# /'
	[ -t 1 ] || printf '%s: %s\n' "$1" "$2" >&2
}

# skip NAME WHY
skip()
{
	checks=$((checks + 1))
	echo "ok $checks - $1 # SKIP $2"
}

finish()
{
	echo "1..$checks"
	exit $failed
}

# The C files in the folders named, sorted.
c_files()
{
	find "$@" -name '*.[ch]' -type f | sort
}

# FILE:LINE:CODE of the C files named, without comments and the insides of
# strings.
code_of()
{
	[ $# -eq 0 ] || awk -f "$lint/code.awk" "$@"
}
