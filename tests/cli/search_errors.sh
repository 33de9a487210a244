"$CUTLINE" import "$SAMPLES/museum" >/dev/null 2>&1
run search 'getty photgrapher:lima'
run search 'käthe agncy:x'
run search '(leeds OR hull'
run search 'by:"ana lima'
run search date:yesterday
run search has:nothing
run search -getty
run search ')'
"$CUTLINE" search "$(head -c 9000 /dev/zero | tr '\0' a)"; echo "exit $?"
