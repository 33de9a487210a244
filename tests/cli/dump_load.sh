run -q import "$SAMPLES/museum"
run dump
db=$HOME/.local/share/cutline/catalog.db
id=$(python3 - "$db" <<'PY'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(db.execute("SELECT identity FROM photo WHERE id = 1").fetchone()[0])
PY
) || exit 77
# a LINE: one more of the dump.
a()
{
	printf '{"format":1,"kind":%s}\n' "$1" >>facts.jsonl
}
a '"batch","batch":1,"made":"2023-04-17T09:30:00Z","command":"set city=Nice",'\
'"undoes":null'
a '"batch","batch":3,"made":"2023-04-17T09:31:00Z","command":"undo","undoes":1'
of='"photo":"'$id'","field":"city","name":""'
a '"change","batch":1,"of":"edit",'"$of"',"old":null,"new":["Nice"]'
a '"change","batch":3,"of":"edit",'"$of"',"old":["Nice"],"new":null'
a '"edit","photo":"xxh3:00","field":"city","items":["Lima"]'
a '"edit","photo":"'$id'","field":"events","items":[]'
a '"alias","field":"persons","name":"C. Stache","means":"Christof Stache"'
a '"decision","document":"a.html","caption":"Été, \"left\"","photo":null,'\
'"verdict":"none","parsed":{"text":"Été"}'
a '"search","name":"mine","query":"by:lima -getty"'
run dump --load=facts.jsonl --dry-run
run dump
run dump --load=facts.jsonl
"$CUTLINE" dump | diff facts.jsonl - && echo same
run dump again.jsonl
diff facts.jsonl again.jsonl && echo same
run verify
run dump --load=facts.jsonl
# Into a catalog made anew.
run -q --catalog=new.db import "$SAMPLES/museum"
run -q --catalog=new.db dump --load=- <facts.jsonl
run -q --catalog=new.db dump new.jsonl
diff facts.jsonl new.jsonl && echo same
# What is refused, whole.
run -q --catalog=bad.db import "$SAMPLES/museum"
for line in 'no JSON' '{"format":1,"kind":"picture"}' '{"format":2}' \
	'{"format":1,"kind":"edit","photo":"x","field":"cty","items":[]}' \
	'{"format":1,"kind":"edit","photo":"x","field":"city","items":"a"}' \
	'{"format":1,"kind":"edit","field":"city","items":[]}'; do
	(head -n 2 facts.jsonl; echo "$line") >bad.jsonl
	run --catalog=bad.db dump --load=bad.jsonl
done
run --catalog=bad.db dump
run dump --load=absent.jsonl
run dump --load=facts.jsonl more.jsonl

# What would cost the catalog.
ln -s "$db" link.db
run dump "$db"
run dump link.db
run credits --output="$db" by:lima
run dump --dry-run again.jsonl
run verify
