#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: count.sh [ROOT]
# tests/count.py, which .ci/run believes, counts right.
. "$(dirname "$0")/lib.sh"

tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

# log RESULT STDOUT: one more test in the log.
log()
{
	printf '{"name": "t%d", "result": "%s", "stdout": "%s"}\n' \
		"$((n += 1))" "$1" "$2" >>"$tmp/log"
}

# counts WHAT STATUS TEXT: what count.py prints of the log, which then is empty.
counts()
{
	actual=$(python3 tests/count.py "$tmp/log" 2>&1)
	status=$?
	check "$1" "$([ "$status $actual" = "$2 $3" ] ||
		echo "expected $2 $3; got $status $actual")"
	n=0
	: >"$tmp/log"
}

n=0
log OK 'hello'
log OK '1..2\nok 1 - a\nok 2 - b\n'
log OK 'ok 1 - plan at the end\n# not ok, says a comment\n1..1\n'
counts 'plain tests once, points of TAP each' 0 '4 passed, 0 failed'

log OK '1..1\nok 1 - a\n'
log FAIL ''
log TIMEOUT '1..3\nok 1 - a\n'
log ERROR '1..2\nok 1 - a\nnot ok 2 - b\n'
log ERROR '1..1\nok 1 - a\n'
counts 'each way to fail' 1 'failed: t2: FAIL
failed: t3: 1 of 3 planned
failed: t4: b
failed: t5: ERROR
4 passed, 4 failed'

log SKIP ''
log SKIP '1..0 # SKIP no tool\n'
log OK '1..2\nok 1 - a # SKIP no tool\nok 2 - b\n'
counts 'what was skipped did not pass' 0 'skipped: t1
skipped: t2
skipped: t3: a
1 passed, 0 failed'

counts 'nothing is no success' 1 '0 passed, 0 failed'
finish
