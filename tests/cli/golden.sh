#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: golden.sh PROGRAM SAMPLES SCRIPT.sh
# Runs SCRIPT in an empty folder with a home of its own and compares what it
# prints, both streams, and its exit status with SCRIPT.out. GOLDEN_UPDATE=1
# writes SCRIPT.out instead.
#
# A script may use $CUTLINE, $SAMPLES and
#	run ARG ...	the command as a prompt shows it, its output, and its
#			exit status when that is not 0
# One that cannot run here says "exit 77" and counts as skipped.
# The names of the temporary folder and of the samples appear in the output as
# TMP and SAMPLES.
absolute()
{
	case $1 in
	/*) printf '%s' "$1" ;;
	*) printf '%s' "$PWD/$1" ;;
	esac
}

CUTLINE=$(absolute "$1")
SAMPLES=$(absolute "$2")
script=$(absolute "$3")
expected=${script%.sh}.out

TMP=$(mktemp -d) || exit 99
TMP=$(cd "$TMP" && pwd -P)
trap 'chmod -R u+rwX "$TMP"; rm -rf "$TMP"' EXIT
trap 'exit 99' HUP INT TERM
mkdir "$TMP/home" "$TMP/work"

unset CUTLINE_CATALOG NO_COLOR TERM COLUMNS
HOME=$TMP/home
XDG_DATA_HOME=$HOME/.local/share
XDG_CONFIG_HOME=$HOME/.config
XDG_CACHE_HOME=$HOME/.cache
LC_ALL=C.UTF-8
TZ=UTC0
export CUTLINE SAMPLES TMP HOME LC_ALL TZ
export XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME

run()
{
	printf '$ cutline'
	for word; do
		case $word in
		'' | *[!A-Za-z0-9_./:=,@%+-]*)
			printf " '%s'" "$word"
			;;
		*)
			printf ' %s' "$word"
			;;
		esac
	done
	printf '\n'
	"$CUTLINE" "$@" || printf '[exit %d]\n' $?
}

(
	cd "$TMP/work" || exit 99
	. "$script"
) >"$TMP/raw" 2>&1 </dev/null
status=$?
[ $status -ne 77 ] || exit 77
printf '[end %d]\n' $status >>"$TMP/raw"
sed -e "s|$TMP/work|TMP|g" -e "s|$TMP|TMP|g" -e "s|$SAMPLES|SAMPLES|g" \
	"$TMP/raw" >"$TMP/actual"

if [ "${GOLDEN_UPDATE:-}" = 1 ]; then
	cp "$TMP/actual" "$expected"
	exit
fi
diff -u "$expected" "$TMP/actual" >&2
