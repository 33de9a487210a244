run import --dry-run "$SAMPLES"
ls "$HOME" | wc -l
run import "$SAMPLES"
run import "$SAMPLES"
run import --dry-run "$SAMPLES"
run --quiet import "$SAMPLES/museum"
run verify
run search --count
