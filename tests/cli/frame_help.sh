run
run help
run help version
run version --help
run --help version
run help no-such
