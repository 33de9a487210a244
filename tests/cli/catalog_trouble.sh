run search x
run facets by
run credits
run verify
run show 1
run --catalog=other.db search x
# No catalog: it stays as it is.
echo 'my letters' >letters.db
run --catalog=letters.db search x
run --catalog=letters.db import "$SAMPLES/museum"
cat letters.db
# A place where none can be made.
run --catalog=letters.db/x/catalog.db import "$SAMPLES/museum"
run --catalog="$TMP" search x
# Where it is.
CUTLINE_CATALOG=$TMP/env.db "$CUTLINE" -q import "$SAMPLES/museum"
CUTLINE_CATALOG=$TMP/env.db "$CUTLINE" search --count
CUTLINE_CATALOG=$TMP/env.db "$CUTLINE" --catalog=$TMP/none.db search --count
XDG_DATA_HOME=$TMP/data "$CUTLINE" -q import "$SAMPLES/museum"
ls "$TMP/data/cutline"
XDG_DATA_HOME=relative HOME= "$CUTLINE" search --count; echo "exit $?"
# Damage.
dd if=/dev/zero of="$TMP/env.db" bs=1 seek=4096 count=20000 conv=notrunc \
	2>/dev/null
CUTLINE_CATALOG=$TMP/env.db "$CUTLINE" verify >out 2>err; echo "exit $?"
