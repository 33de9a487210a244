run parse no-such-file
run parse .
run parse --input=html x
run parse --document-date=2023-02-30 x
run parse --document-date=yesterday x
echo 'Riga. (Photo by Ana Lima/AFP)' >good.txt
run parse --input=lines no-such-file good.txt
"$CUTLINE" parse --input=lines good.txt >/dev/full; echo "exit $?"
