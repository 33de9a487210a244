printf '%s\n' \
	'Riga, Latvia, 3 May 2021. (Photo by Ana Lima/AFP via Getty Images)' \
	'' \
	'A caption without a credit.' >captions.txt
"$CUTLINE" parse --input=lines captions.txt | grep -E '^[^ ]|^$|creators'
"$CUTLINE" parse --input=lines --json <captions.txt | cut -c1-60
# A year from the day it appeared.
echo 'OSLO, NORWAY - MAY 17: Children march. (Photo by Bo Berg/NTB)' >one.txt
"$CUTLINE" parse --input=lines --json --document-date=2023-05-20 one.txt |
	grep -o '"date_created": "[^,]*'
# Bytes that a terminal would obey.
printf 'A \033]0;x\007 \302\233 \342\200\256. (Ana Lima/AFP)\n' >evil.txt
"$CUTLINE" parse --input=lines evil.txt | head -2
# A line that is too long for a caption.
{ head -c 1100000 /dev/zero | tr '\0' x; echo; echo 'Oslo. (Bo Berg/NTB)'; } |
	"$CUTLINE" parse --input=lines --json - | cut -c1-40
