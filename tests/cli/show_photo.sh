# Without a catalog a file is read on the spot.
cd "$SAMPLES" || exit
"$CUTLINE" show news/rally-conflict-date.jpg | head -3
"$CUTLINE" show news/rally-conflict-date.jpg |
	sed -n '/^date_created/,/^[a-c]/p'
run show news/no-metadata.jpg
run show news/broken-transfer.jpg
run show no-such-file
run show 1
"$CUTLINE" import . >/dev/null 2>&1
"$CUTLINE" show news/rally-conflict-date.jpg | head -3
"$CUTLINE" show 1 9999 >"$TMP/out"
echo "exit $?"
head -3 "$TMP/out"
run show 9999
run show
"$CUTLINE" show --json football/final-ap.jpg |
	grep -oE '"(id|captured)": "?[^,"]*|"locations"'
