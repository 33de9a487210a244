#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: bad_input.sh CUTLINE SAMPLES FORGE MAKE_PICTURES
# Import of what no one would wish to import. Each time: a clear message, the
# right exit status, all the rest imported, nothing lost, and a second import
# that changes nothing. Prints TAP.
absolute()
{
	case $1 in
	/*) printf '%s' "$1" ;;
	*) printf '%s' "$PWD/$1" ;;
	esac
}

program=$(absolute "$1") samples=$(absolute "$2")
forge=$(absolute "$3") make_pictures=$(absolute "$4")
good=$samples/news/flood-reuters.jpg
LC_ALL=C
export LC_ALL

TMP=$(mktemp -d) || exit 99
mounted=
clean_up()
{
	[ -z "$mounted" ] || umount "$mounted"
	chmod -R u+rwX "$TMP"
	rm -rf "$TMP"
}
trap clean_up EXIT
trap 'exit 99' HUP INT TERM
cd "$TMP" || exit 99

checks=0
failed=0

# ok NAME: the status of the last command decides.
ok()
{
	if [ $? -eq 0 ]; then
		result=ok
	else
		result='not ok'
		failed=1
		sed 's/^/# /' out err 2>/dev/null
	fi
	checks=$((checks + 1))
	echo "$result $checks - $1"
}

skip()
{
	checks=$((checks + 1))
	echo "ok $checks - $1 # SKIP $2"
}

# A folder "in" with one good picture, and no catalog.
begin()
{
	rm -rf in catalog.db*
	mkdir in
	cp "$good" in/good.jpg
}

# The program with the test's catalog; exit status 124 when it hangs. Crashes
# of a sanitizer build exit with a status that no test expects.
cutline()
{
	timeout 60 "$program" --catalog catalog.db "$@"
}

# imports STATUS SUMMARY: import "in" with this exit status and last line.
imports()
{
	wanted=$1 summary=$2
	shift 2
	cutline import "${@:-in}" >out 2>err
	status=$?
	[ $status -eq "$wanted" ] || {
		echo "exit $status, not $wanted" >>err
		return 1
	}
	[ "$(tail -n 1 out)" = "imported: $summary" ]
}

count_is()
{
	[ "$(cutline search --count)" = "$1" ]
}

# The catalog is sound, and importing once more changes nothing in it.
stays()
{
	cutline verify >out 2>err || return 1
	cutline search --json >before
	cutline import in >out 2>err
	cutline search --json >after
	cmp before after >>err
}

# says TEXT: it stands in the last import's messages.
says()
{
	grep -qF -- "$1" err
}

# No pictures at all.
begin
printf 'This is no picture.\n' >in/text.jpg
: >in/empty.jpg
head -c 3000 /dev/zero >in/zero.jpeg
printf '%%PDF-1.4' >in/paper.pdf
imports 3 '1 new, 0 changed, 0 same, 0 moved, 0 missing, 3 failed' &&
	says 'in/text.jpg: ' && says 'in/empty.jpg: the file is empty' &&
	says 'in/zero.jpeg: ' && says 'not read: 1 pdf' && count_is 1
ok 'what is no JPEG, or empty, is named and the rest imported'
stays
ok 'no picture: the same again changes nothing'

# Cut files.
begin
size=$(wc -c <"$good")
at=0 files=0
while [ $at -lt "$size" ]; do
	head -c $at "$good" >in/cut-$at.jpg
	at=$((at + 100)) files=$((files + 1))
done
cutline import in >out 2>err
status=$?
new=$(sed -n 's/^imported: \([0-9]*\) new.*/\1/p' out)
lost=$(sed -n 's/.* \([0-9]*\) failed$/\1/p' out)
[ $status -eq 3 ] && [ $((new + lost)) -eq $((files + 1)) ] &&
	[ "$lost" -ge 1 ] && [ "$new" -ge 2 ] &&
	[ "$(grep -c '^cutline: .*/cut-' err)" -eq "$lost" ]
ok "cut at every 100th byte: $files files, each imported or named"
stays
ok 'cut files: the same again changes nothing'

# Hostile files.
begin
"$forge" --hostile hostile >/dev/null && cp hostile/exif-entries-65535.jpg in
imports 0 '2 new, 0 changed, 0 same, 0 moved, 0 missing, 0 failed' &&
	says '1 with damaged or odd metadata' && stays
ok '65,535 EXIF entries: imported with a warning'
cp hostile/* in
cutline import in >out 2>err
[ $? -eq 3 ] && count_is "$(cutline search --format=ids | wc -l)" && stays
ok 'every hostile file is imported or named'

# No files.
begin
mkfifo in/fifo.jpg
ln -s /dev/zero in/zero.jpg
ln -s fifo.jpg in/to-fifo.jpg
imports 0 '1 new, 0 changed, 0 same, 0 moved, 0 missing, 0 failed' && stays
ok 'a FIFO and /dev/zero are passed over'

begin
mkdir in/sub
cp "$samples/news/visit-pool.jpg" in/sub
ln -s .. in/sub/up
ln -s sub in/again
ln -s self.jpg in/self.jpg
imports 3 '2 new, 0 changed, 0 same, 0 moved, 0 missing, 1 failed' &&
	says 'in/self.jpg: cannot follow the link' && count_is 2 && stays
ok 'loops of links end, each file is read once'

# Names.
begin
odd=$(printf 'in/two\nlines \377.jpg')
mv in/good.jpg "$odd"
imports 0 '1 new, 0 changed, 0 same, 0 moved, 0 missing, 0 failed' &&
	[ "$(cutline search --format=paths -0 | tr '\0' x)" = \
		"$(printf '%s/%sx' "$TMP" "$odd")" ] &&
	cutline search --json | grep -q '"path_bytes": "' && stays
ok 'a name with a newline and a byte that is not UTF-8 is kept'
printf 'x' >"$(printf 'in/\033[31mred\377.jpg')"
cutline import in >out 2>err
[ $? -eq 3 ] && says '\x1b[31mred\xff.jpg' && ! grep -q "$(printf '\033')" err
ok 'such a name reaches no terminal as it is'

# What may not be read.
begin
mkdir in/locked
cp "$samples/news/visit-pool.jpg" in/locked
cp "$samples/news/medic-army.jpg" in/shut.jpg
imports 0 '3 new, 0 changed, 0 same, 0 moved, 0 missing, 0 failed'
ok 'three pictures, before two are locked away'
touch in/shut.jpg
chmod 0 in/locked in/shut.jpg
if [ "$(id -u)" -ne 0 ]; then
	as=
elif command -v setpriv >/dev/null; then
	as='setpriv --reuid=65534 --regid=65534 --clear-groups'
	chmod a+rx "$TMP"
	chown -R 65534:65534 "$TMP"
fi
if [ "${as-none}" = none ] ||
	! $as timeout 60 "$program" version >/dev/null 2>&1; then
	skip 'an unreadable folder and file are named' 'no other user to be'
	skip 'unreadable is not missing' 'no other user to be'
else
	$as timeout 60 "$program" --catalog catalog.db import in >out 2>err
	[ $? -eq 3 ] && says 'in/locked: cannot open the folder: Permission' &&
		says 'in/shut.jpg: cannot open the file: Permission' &&
		grep -q '0 new, 0 changed, 1 same, 0 moved, 0 missing, 2' out
	ok 'an unreadable folder and file are named'
	count_is 3 && [ "$(cutline search --json | grep -c \
		'"missing": false')" -eq 3 ]
	ok 'unreadable is not missing'
fi
chmod 755 in/locked
chmod 644 in/shut.jpg

begin
imports 0 '1 new, 0 changed, 0 same, 0 moved, 0 missing, 0 failed'
mv in away
imports 3 '0 new, 0 changed, 0 same, 0 moved, 0 missing, 1 failed' &&
	says 'in: cannot be reached: No such file or directory' &&
	count_is 1 && mv away in && stays
ok 'a folder that is not there marks nothing missing'

# The catalog.
begin
timeout 60 "$program" --catalog /dev/null/catalog.db import in >out 2>err
[ $? -eq 5 ] && says '/dev/null/catalog.db' && says 'hint: '
ok 'a catalog that cannot be written there'
printf 'Dear diary\n' >diary
cp diary diary.old
timeout 60 "$program" --catalog diary import in >out 2>err
[ $? -eq 4 ] && says 'diary is no catalog' && says 'hint: ' &&
	cmp diary diary.old
ok 'a file that is no catalog stays as it is'

begin
mkdir in/deep
cp "$samples/news/visit-pool.jpg" in/deep
timeout 60 "$program" --catalog in/catalog.db import in >out 2>err
[ $? -eq 0 ] && [ "$(tail -n 1 out)" = \
	'imported: 2 new, 0 changed, 0 same, 0 moved, 0 missing, 0 failed' ] &&
	timeout 60 "$program" --catalog in/catalog.db import in >out 2>err &&
	timeout 60 "$program" --catalog in/catalog.db verify >out 2>err
ok 'the catalog may lie in the folder'

# Full disks.
begin
"$make_pictures" pictures 120 >/dev/null
rm -rf in
mv pictures in
mkdir small
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=600k none small 2>err; then
	mounted=$TMP/small
	timeout 60 "$program" --catalog small/catalog.db import in >out 2>err
	[ $? -eq 5 ] && says 'cutline: ' && says 'hint: '
	ok 'a full disk: a message and exit status 5'
	mount -o remount,size=32m "$mounted" &&
		timeout 60 "$program" --catalog small/catalog.db import in \
			>out 2>err &&
		[ "$(timeout 60 "$program" --catalog small/catalog.db search \
			--count)" -eq 120 ] &&
		timeout 60 "$program" --catalog small/catalog.db verify >out
	ok 'a full disk: with more room it goes on, and nothing is lost'
	umount "$mounted"
	mounted=
else
	skip 'a full disk: a message and exit status 5' 'may not mount'
	skip 'a full disk: with more room it goes on' 'may not mount'
fi

# SIGXFSZ ignored, a write past the limit fails as on a full disk.
cutline import "in/d000" >out 2>err
kept=$(cutline search --count)
cutline search --json | sort >before
(
	trap '' XFSZ
	ulimit -f 900
	cutline import in
) >out 2>err
[ $? -eq 5 ] && says 'cutline: ' && cutline verify >out 2>err &&
	[ "$(cutline search --count)" -ge "$kept" ]
ok 'a file-size limit: a message and exit status 5, the catalog sound'
cutline search --json | sort >after
[ -z "$(comm -23 before after)" ]
ok 'a file-size limit: what was in is still in'
cutline import in >out 2>err && count_is 120 && stays
ok 'a file-size limit: without it the import goes on'

echo "1..$checks"
exit $failed
