run serch x
run versoin
run --versoin
run --catalog
run version --color=alway
run version --color sometimes
run version --quiet=yes
run version extra
run version -x
run help version extra
run -q version --color=never
run -- version --verbos
"$CUTLINE" version -v | sed 's/\([a-z]\) [0-9].*/\1 …/'
run --catalog= search
run credits --output ''
