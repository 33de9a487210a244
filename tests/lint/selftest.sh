#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: selftest.sh ROOT COMPILER ...
# The lint scripts themselves under test: each passes a small clean tree and
# fails when a fault is planted in it.
. "$(dirname "$0")/lib.sh"
source=$PWD
shift

tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
tree=$tmp/tree

# A header, three modules and a test, all as they should be.
plant_clean_tree()
{
	rm -rf "$tree"
	mkdir -p "$tree/include/cutline" "$tree/src/base" "$tree/src/date" \
		"$tree/src/cli" "$tree/tests/unit/base" "$tree/tests/fuzz"
	cd "$tree" || exit 99
	cp "$source/.clang-format" .
	cp "$source/include/cutline/status.h" include/cutline
	for file in src/base/str.c src/date/date.c src/cli/main.c \
		tests/unit/base/test_str.c; do
		printf '/* SPDX-License-Identifier: MIT */\n' >$file
	done
	cat >>src/base/str.c <<'END'
#include "cutline/status.h"

#include <string.h>

/* Not strcpy(): a comment, and "gets(" in a string, are no calls. */
const char *cutline_status_text(enum cutline_status status)
{
	return status ? "use printf(\"%s\") // TODAY é" : "'\"'";
}
END
	cat >>src/date/date.c <<'END'
#include "cutline/status.h"

#include <stdlib.h>

static const int days[] = { 31, 28 };
END
	echo "files('str.c')" >src/base/meson.build
	echo "files('date.c')" >src/date/meson.build
	echo "files('main.c')" >src/cli/meson.build
	echo "files('test_str.c')" >tests/unit/base/meson.build
	cd "$source" || exit 99
}

# passes WHAT SCRIPT [ARG ...]
passes()
{
	what=$1 script=$2
	shift 2
	check "$script passes $what" \
		"$("$lint/$script.sh" "$tree" "$@" 2>&1 | grep '^not ok' -A 9)"
}

# fails WHAT SCRIPT CHECK [ARG ...]: that check of the script fails.
fails()
{
	what=$1 script=$2 expected=$3
	shift 3
	"$lint/$script.sh" "$tree" "$@" >"$tmp/out" 2>&1
	status=$?
	check "$script finds $what" "$([ $status -ne 0 ] &&
		grep -q "^not ok [0-9]* - $expected" "$tmp/out" ||
		echo "status $status:" "$(cat "$tmp/out")")"
}

# planted FILE TEXT WHAT SCRIPT CHECK [ARG ...]: that check fails in a clean
# tree with one more line, TEXT as printf prints it, in FILE.
planted()
{
	plant_clean_tree
	printf "$2\n" >>"$tree/$1"
	shift 2
	fails "$@"
}

# lines COUNT: so many statements.
lines()
{
	awk -v n="$1" 'BEGIN { while (n-- > 0) print "\tx();" }'
}

# function LINES, of that length from its name to its last brace.
function_of()
{
	printf '\nvoid\nlong_one(int a,\n         int b)\n{\n'
	lines $(($1 - 4))
	printf '}\n'
}

plant_clean_tree
for script in layers banned sizes text format listed; do
	passes 'a clean tree' $script
done
passes 'a clean tree' headers "$@"

layers='includes keep the layers'
planted src/base/str.c '#include "date/date.h"' 'a higher layer' layers \
	"$layers"
planted src/date/date.c '#include "place/x.h"' 'a neighbour' layers \
	"$layers"
planted src/date/date.c '#include <cutline/catalog.h>' \
	'the public header of a higher layer' layers "$layers"
planted include/cutline/status.h '#include "cutline/date.h"' \
	'a public header that looks up' layers "$layers"
planted src/date/date.c '# include <sqlite3.h>' \
	'a foreign library by the wrong door' layers "$layers"
planted src/date/date.c '#include <libxml/tree.h>' \
	'a folder of a foreign library by the wrong door' layers "$layers"
planted src/cli/main.c '#include <ctype.h>' 'a header that is not wanted' \
	layers "$layers"
planted src/base/str.c '#include "buf.h"' 'a header without its module' \
	layers "$layers"
planted src/date/date.c '#include "date/../cli/opt.h"' 'a way around' layers \
	"$layers"

calls='no call without'
planted src/base/str.c 'int x(void) { return strcpy (a, b); }' strcpy banned \
	"$calls"
planted tests/unit/base/test_str.c '\tn = atoi(s);' 'atoi in a test' banned \
	"$calls"
planted src/cli/main.c '\tif (isalpha(c))' isalpha banned "$calls"
planted src/date/date.c '\tp = malloc(3);' malloc banned 'the heap'
planted src/date/date.c '\tgive(p, free);' 'free handed on' banned \
	'the heap'
planted src/date/date.c '/* x */ printf("");' 'printf after a comment' \
	banned 'the library prints'
planted src/date/date.c '\tfputs("", stderr);' stderr banned \
	'the library prints'
planted src/base/str.c 'typedef struct a a;' 'a typedef of a struct' banned \
	'no cleanup'
planted src/base/str.c '// x' 'a comment of C++' banned 'comments are'
planted src/base/str.c '/* TODO */' 'a note' banned 'no note'
plant_clean_tree
cat >>"$tree/src/date/date.c" <<'END'
static int free_it;
	cl_free(p);
	x->free(p);
	fprintf(f, "");
END
passes 'names that only look banned' banned

plant_clean_tree
function_of 100 >>"$tree/src/base/str.c"
passes 'a function of 100 lines' sizes
function_of 101 >>"$tree/src/base/str.c"
fails 'a function of 101 lines' sizes 'functions have'
plant_clean_tree
lines 601 >"$tree/src/base/names_table.c"
passes 'a long table' sizes
lines 601 >"$tree/src/base/names.c"
fails 'a long file' sizes 'files have'
plant_clean_tree
printf '\t%072d\n\t%071dé\n' 1 1 >>"$tree/src/base/str.c"
passes 'a line of 80 columns' sizes
planted src/base/str.c "$(printf '\\t%073d' 1)" 'a line of 81 columns' sizes \
	'lines have'

planted src/base/str.c 'int a; ' 'a blank at the end' text 'no blank'
planted src/base/str.c 'int a;\r' 'a carriage return' text 'no carriage'
plant_clean_tree
printf 'int a;' >>"$tree/src/base/str.c"
fails 'a last line without end' text 'the last line'
planted src/base/str.c '/* \302\240 */' 'a hard blank' text 'no invisible'
planted src/base/str.c '/* \342\200\256 */' \
	'a turn of the writing direction' text 'no invisible'
planted src/base/str.c '/* \377 */' 'a stray byte' text 'all is UTF-8'
planted src/base/new.c 'int a;' 'a file without licence' text \
	'every source names'

planted tests/unit/base/test_buf.c '' 'a test that does not run' listed \
	'every unit test'
planted src/base/buf.c '' 'a file that is not built' listed 'every source'
planted tests/fuzz/fuzz_date.c '' 'a target that is not built' listed \
	'every fuzz target'

planted src/base/str.c 'int a ;' 'a stray blank' format clang-format

planted include/cutline/x.h 'struct x { size_t n; };' \
	'a header that needs another' headers 'cutline/x.h as C' "$@"

# A program with one command and one page, which agree.
plant_program()
{
	plant_clean_tree
	cat >"$tree/cutline" <<'END'
#!/bin/sh
if [ $# -eq 1 ]; then
	printf 'commands:\n  find   look for\n         things\n\n'
	printf 'options of every command:\n  -q, --quiet   x --y\n'
else
	printf 'options:\n  -0            null\n      --top=N   so many\n'
fi
END
	chmod +x "$tree/cutline"
	printf "'cutline' 'cutline-find'\n" >>"$tree/src/cli/meson.build"
	printf '*-q*, *--quiet*\n\tx\n\n*cutline-find*(1)\n' \
		>"$tree/src/cli/cutline.1.scd"
	printf 'cutline-find - look for things\n\n*-0*\n\n*--top*=_N_\n\n%s' \
		"$(printf '# EXIT STATUS\n# EXAMPLES')" \
		>"$tree/src/cli/cutline-find.1.scd"
	touch "$tree/src/cli/cmd_find.c"
}

# disagrees SED FILE WHAT CHECK: after that edit of a file of src/cli.
disagrees()
{
	plant_program
	sed -i "$1" "$tree/src/cli/$2"
	fails "$3" manual "$4" "$tree/cutline"
}

plant_program
passes 'pages that agree' manual "$tree/cutline"
disagrees 's/--top/--topmost/' cutline-find.1.scd 'an option of another name' \
	'cutline-find.1.scd has the options'
disagrees 's/\*-q\*, //' cutline.1.scd 'a short option that is missing' \
	'cutline.1.scd has the options'
disagrees 's/look for/search/' cutline-find.1.scd 'another summary' \
	'cutline-find.1.scd has the summary'
disagrees 's/EXIT/X/' cutline-find.1.scd 'a missing section' \
	'cutline-find.1.scd tells'
plant_program
rm "$tree/src/cli/cutline-find.1.scd"
fails 'a missing page' manual cutline-find.1.scd "$tree/cutline"
plant_program
touch "$tree/src/cli/cmd_lose.c"
fails 'a file without command' manual 'every command file' "$tree/cutline"

# plant_rules: a grammar that names rules in each way, and their sentences.
plant_rules()
{
	plant_clean_tree
	mkdir "$tree/src/caption"
	cat >"$tree/src/caption/name.c" <<'END'
void cl_add(struct cl_parse *p, double sure,
	    const char *rule);
static const char *bracket_rule(int n)
{
	if (n) {
		return "bracket";
	}
	return NULL;
}
static struct reader reader = { .rule = "field", };
void cl_find(struct cl_parse *p)
{
	cl_add(p, (cl_is_word(p, "left") ? 1 : 2),
	       cl_is_list(p) ? "name-list" : "name");
}
END
	for name in bracket field name name-list; do
		printf '\t{ "%s", "Seen." },\n' $name
	done >"$tree/src/caption/rule.c"
}

# untold NAME WHAT
untold()
{
	plant_rules
	sed -i "/\"$1\"/d" "$tree/src/caption/rule.c"
	fails "$2" rules 'every rule has its sentence'
}

plant_rules
passes 'rules with their sentences' rules
untold bracket 'a rule that is returned'
untold field 'a rule that is kept'
untold name-list 'a rule that is handed on'
plant_rules
printf '\t{ "brackets", "Out of order." },\n' >>"$tree/src/caption/rule.c"
fails 'sentences out of order' rules 'the sentences are sorted'

# build NAME CODE COMPILER ...: a shared library of the code.
build()
{
	name=$1
	printf "$2\n" >"$tmp/$name.c"
	shift 2
	"$@" -fPIC -c -o "$tmp/$name.o" "$tmp/$name.c"
	"$@" -shared -o "$tmp/$name.so" "$tmp/$name.o"
}

plant_clean_tree
text='const char *cutline_status_text(int s) { return s ? "" : 0; }'
build good "__attribute__((visibility(\"default\"))) $text\n\
static const char *const names[] = { \"a\" };\n\
const char *const *cl_x(void);\n\
const char *const *cl_x(void) { return names; }" "$@" -fvisibility=hidden
passes 'exports that are declared' symbols "$tmp/good.so" "$tmp/good.o"
build more "$text int cutline_more(void) { return 1; }" "$@"
fails 'an export that is not declared' symbols 'every exported name is' \
	"$tmp/more.so"
build other "$text int cl_other(void) { return 1; }" "$@"
fails 'an export of another name' symbols 'every exported name begins' \
	"$tmp/other.so"
build state "$text int cl_x(void) { static int n; return n++; }" "$@"
fails 'a variable in a function' symbols 'the core has no variables' \
	"$tmp/state.so" "$tmp/state.o"
planted include/cutline/status.h 'CUTLINE_API int cutline_x(void);' \
	'a declaration that is not exported' symbols 'every declared name' \
	"$tmp/good.so"
planted include/cutline/status.h 'CUTLINE_API int cutline_x(void);' \
	'a declaration without comment' symbols 'every declaration is' \
	"$tmp/good.so"
finish
