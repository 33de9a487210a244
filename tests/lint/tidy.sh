#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: tidy.sh BUILD [FILE ...]
# clang-tidy over the sources of a build folder that clang configured (its
# warning options are read there). Not part of the tests: it takes minutes.
set -eu
build=$(cd "${1:?usage: tidy.sh BUILD [FILE ...]}" && pwd)
shift
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- $(find src tests -name '*.c' | sort)
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p "$build"
