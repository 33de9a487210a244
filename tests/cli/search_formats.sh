"$CUTLINE" import "$SAMPLES" >/dev/null 2>&1
# Parts of a line: number, date, credit, caption, path.
"$CUTLINE" search --sort=name agency:pa | cut -f1-3,5
run search --limit=3 --sort=name --format=ids getty
run search --limit=3 --sort=name --format=paths getty
run search --limit=2 --offset=1 --sort=name --format=ids getty
"$CUTLINE" search --sort=name --format=csv by:thorburn | cut -d, -f1-3,5
"$CUTLINE" search --limit=1 --sort=name --json getty |
	grep -o '^{"format": 1, "id": [0-9]*'
"$CUTLINE" search --limit=2 --sort=name -0 getty | tr '\0' '|'; echo
"$CUTLINE" search --limit=2 --sort=name -0 --format=ids getty | tr '\0' '|'
echo
run search -0 --format=csv getty
run search --json --format=csv getty
run search --limit=0
run search --sort=size
run search getty --count
"$CUTLINE" search | wc -l
"$CUTLINE" search --json >/dev/full; echo "exit $?"
