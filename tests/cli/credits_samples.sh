"$CUTLINE" import "$SAMPLES" >/dev/null 2>&1
q='(in:leeds -getty) OR file:metadata'
run credits "$q"
run credits --style=by-agency "$q"
run credits --style=by-file "$q"
"$CUTLINE" credits --format=csv "$q" | tr -d '\r'
run credits --json --style=by-agency "$q"
run -q credits by:thorburn
run credits --styles
run credits nosuchword
run credits --style=by-agencies
run credits --json --format=csv
