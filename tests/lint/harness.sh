#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: harness.sh ROOT COMPILER ...
# The means of the other tests under test: golden.sh sees each difference, and
# the replay of a corpus ends badly when the target does.
. "$(dirname "$0")/lib.sh"
source=$PWD
shift

tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

printf '#!/bin/sh\necho out "$@" in "$PWD"\necho err >&2\nexit 3\n' \
	>"$tmp/program"
chmod +x "$tmp/program"
printf 'run x "a b"\necho "$HOME" "$SAMPLES"\n' >"$tmp/a_test.sh"

golden()
{
	"$source/tests/cli/golden.sh" "$tmp/program" "$tmp/samples" \
		"$tmp/a_test.sh"
}

# ends WHAT STATUS COMMAND ...: 0 for success, anything else for failure.
ends()
{
	what=$1
	expected=$2
	shift 2
	output=$("$@" 2>&1)
	status=$?
	[ "$status" = 0 ] || status=1
	check "$what" "$([ "$status" = "$expected" ] ||
		echo "status $status: $output")"
}

ends 'a transcript without .out fails' 1 golden
GOLDEN_UPDATE=1 ends 'GOLDEN_UPDATE writes it' 0 golden
check 'the transcript is what a prompt shows' "$(cat <<'END' |
$ cutline x 'a b'
out x a b in TMP
err
[exit 3]
TMP/home SAMPLES
[end 0]
END
	diff - "$tmp/a_test.out")"
ends 'and the same again passes' 0 golden
sed -i 's/exit 3/exit 4/' "$tmp/program"
ends 'another exit status fails' 1 golden
sed -i 's/exit 4/exit 3/; s/err/Err/' "$tmp/program"
ends 'another message fails' 1 golden
sed -i 's/Err/err/' "$tmp/program"
echo 'exit 1' >>"$tmp/a_test.sh"
ends 'another end of the script fails' 1 golden

# A target that fails on an input of four bytes that begins with 0xFF.
cat >"$tmp/target.c" <<'END'
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	assert(!(size == 4 && data[0] == 0xFF));
	return 0;
}
END
"$@" -std=c11 -D_POSIX_C_SOURCE=200809L -I"$source/tests" -o "$tmp/replay" \
	"$source/tests/fuzz/replay.c" "$tmp/target.c"
mkdir "$tmp/corpus"
ends 'an empty corpus fails' 1 "$tmp/replay" "$tmp/corpus"
printf 'abc' >"$tmp/corpus/a"
ends 'a corpus that the target takes passes' 0 "$tmp/replay" "$tmp/corpus"
printf 'abcd' >"$tmp/corpus/b"
ends 'a neighbour that it does not take fails' 1 "$tmp/replay" "$tmp/corpus"
finish
