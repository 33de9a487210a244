"$CUTLINE" import "$SAMPLES" >/dev/null 2>&1
s="search --format=paths --sort=name"
run $s event:festival
run $s 'by:"jo marsden"'
run $s agency:reuters
run $s -- -getty -afp in:leeds
run $s 'leeds (left OR trainer)'
run $s date:2024-03-09
run $s --explain 'date:..2022 has:caption'
run search --count
run search --count getty
run search --count nosuchword
run search nosuchword
run search --count missing:creators missing:agencies
