"$CUTLINE" import "$SAMPLES/museum" >/dev/null 2>&1
echo old >list.txt
run credits --output=list.txt nosuchword
cat list.txt
run credits --output=list.txt by:lindqvist
cat list.txt
ls
run credits --output=no/such/folder/list.txt by:lindqvist
run credits --output=/dev/full by:lindqvist
run credits -o - --style=by-file by:lindqvist
