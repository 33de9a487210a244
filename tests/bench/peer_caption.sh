#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: peer_caption.sh BENCH_CAPTION FILE ...
# The parser beside two of JavaScript's on the captions of the same files, one
# after the other (forms: bench_caption.c): compromise, which finds people,
# places and organisations, and chrono-node, which finds dates. npm installs
# them into a temporary folder; nothing else needs them.
set -eu
bench=$1
shift
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
script=$(dirname "$0")/peer_caption.js

npm install --prefix "$dir" --no-audit --no-fund --loglevel=error \
	compromise@14 chrono-node@2 >/dev/null
"$bench" "$@" | sed -n '1s/^/cutline: /p'
NODE_PATH=$dir/node_modules node "$script" "$@"
