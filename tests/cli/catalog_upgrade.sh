# A catalog that an earlier version made, from the SQL kept beside the tests.
sql=${SAMPLES%/samples}/tests/unit/catalog/schema_1.sql
python3 - "$sql" <<'PY' || exit 77
import sqlite3, sys
db = sqlite3.connect("old.db")
db.executescript(open(sys.argv[1]).read())
PY
run --catalog=old.db search --format=ids lima
run --catalog=old.db search --format=ids lima
run --catalog=old.db verify
ls
cp old.db.backup-schema-1 old.db
run --quiet --catalog=old.db search --count
cp old.db.backup-schema-1 newer.db
python3 -c 'import sqlite3; db = sqlite3.connect("newer.db")
db.execute("PRAGMA user_version=999")' || exit 77
run --catalog=newer.db search lima
