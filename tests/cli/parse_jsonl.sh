{
	printf '{"id": "a", "document_date": "2023-05-20", '
	printf '"text": "OSLO - MAY 17: Children march. (Bo Berg/NTB)"}\n'
} >captions.jsonl
cat >>captions.jsonl <<'END'
{"id": 7, "text": "Riga. (Photo by Ana Lima/AFP)"}
no object
["neither"]

{"text": 5}
{"by_line": "Ana Lima", "credit": "AFP/Getty Images"}
END
run parse --input=jsonl captions.jsonl 2>&1 | grep -E '^[^ ]|^$|creators'
"$CUTLINE" parse --input=jsonl --json captions.jsonl 2>/dev/null |
	grep -oE '^.*"text"|"creators": \["[^]]*.|"date_created": "[^,]*'
