#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: format.sh [ROOT]
# The form is what clang-format 14 makes of .clang-format; other versions
# differ in small things and are not asked.
. "$(dirname "$0")/lib.sh"

for program in clang-format-14 clang-format; do
	case $("$program" --version 2>/dev/null) in
	*' version 14.'*)
		check 'clang-format would change nothing' "$(c_files include \
			src tests | xargs "$program" --dry-run 2>&1 |
			grep warning:)"
		finish
		;;
	esac
done
skip 'clang-format would change nothing' 'no clang-format 14'
finish
