"$CUTLINE" import "$SAMPLES" >/dev/null 2>&1
run facets --limit=1 agencies
run facets by in:leeds
run facets year
run facets --json --limit=2 city
run facets folder by:marsden
run facets city nosuchword
run facets
run facets colour
