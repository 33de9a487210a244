#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: banned.sh [ROOT]
# Calls and forms that the conventions rule out, comments and strings aside.
# Files with a main() outside src/cli are programs of the build: they may use
# the heap and print. What stands in a folder gen/ belongs to one and may print.
. "$(dirname "$0")/lib.sh"

# grep_code PATTERN FILE ...: lines whose code matches.
grep_code()
{
	pattern=$1
	shift
	code_of "$@" | grep -E "^[^:]*:[0-9]*:(.*[^A-Za-z0-9_.>])?($pattern)"
}

all=$(c_files include src tests)
ours=$(c_files include src)
build=$(grep -lE '^int main\(' $(c_files src | grep -v '^src/cli/') /dev/null)
library=$(printf '%s\n' $ours | grep -v -e '^src/cli/' -e '/gen/')
outside_base=$(printf '%s\n' $ours | grep -v '^src/base/')
for program in $build; do
	library=$(printf '%s\n' $library | grep -vxF "$program")
	outside_base=$(printf '%s\n' $outside_base | grep -vxF "$program")
done


unlimited='strcpy|strcat|stpcpy|strncpy|strncat|sprintf|vsprintf|gets|scanf'
unlimited="$unlimited|sscanf|fscanf|alloca|tmpnam|mktemp|system|popen"
stateful='strtok|localtime|gmtime|ctime|asctime|setlocale'
loose='atoi|atol|atoll|atof'
locale='is(alpha|digit|alnum|space|upper|lower|punct|print|cntrl|xdigit|graph'
locale="$locale|blank)|to(upper|lower)"
check 'no call without a limit, a thread or a locale' "$(grep_code \
	"($unlimited|$stateful|$loose|$locale)[ 	]*\\(" $all)"

heap='malloc|calloc|realloc|reallocarray|aligned_alloc|posix_memalign|free'
heap="$heap|strdup|strndup|getline|getdelim|open_memstream|asprintf"
check 'the heap is used in base only' "$(grep_code \
	"($heap)([^A-Za-z0-9_]|\$)" $outside_base)"

prints='printf|vprintf|puts|putchar|perror|syslog|err|errx|warn|warnx'
check 'the library prints nothing and does not exit' "$(grep_code \
	"(stdout|stderr|($prints|exit|abort)[ 	]*\\()" $library)"

check 'no cleanup attribute, no typedef of a struct' "$(grep_code \
	'(__attribute__\(\((__)?cleanup|typedef (struct|union|enum))' $all)"

check 'comments are /* */' "$(code_of $all | grep -E '^[^:]*:[0-9]*:.*//')"

check 'no note to do something later' "$(grep -nwE 'TODO|FIXME|XXX|HACK' \
	$all)"
finish
