# What a person sees: the caption with its parts marked, the fields below. What
# a mark looks like in each case is in tests/unit/cli/test_view.c.
script -qec true /dev/null >/dev/null 2>&1 || exit 77 # no terminal to be had
# on_terminal COLUMNS ARG ...: escapes appear as ^[; how sure the parser is, is
# not asked here.
on_terminal()
{
	columns=$1
	shift
	TERM=${term-xterm} script -qec \
		"stty cols $columns; \"$CUTLINE\" $*" /dev/null | plain
}

plain()
{
	tr -d '\r' | sed -E "s/$(printf '\033')/^[/g; s/[0-9]+ % sure/N % sure/"
}

cat >photocall.jsonl <<'END'
{"id": "photocall", "text": "CANNES, FRANCE - APRIL 17: (L-R) Ana Lima and Jo\
 Hart attend the \"Tide\" photocall during the 6th Harbour Film Festival on\
 April 17, 2023 in Cannes, France. (Photo by Bo Berg/WireImage via Getty\
 Images)"}
END
# One line a caption.
sed -i -e :a -e '/\\$/{N; s/\\\n//; ta' -e '}' photocall.jsonl
on_terminal 80 parse --input=jsonl photocall.jsonl
echo '# Without colour, narrow.'
NO_COLOR=1 on_terminal 40 parse --input=jsonl photocall.jsonl
echo '# Very narrow.'
NO_COLOR=1 on_terminal 20 parse --input=jsonl photocall.jsonl | tail -8
echo '# A terminal that can do nothing.'
term=dumb
on_terminal 40 parse --input=jsonl photocall.jsonl | head -4
unset term
echo '# The rules, in their words.'
NO_COLOR=1
export NO_COLOR
on_terminal 60 parse --input=jsonl --explain photocall.jsonl
on_terminal 40 parse --input=jsonl --explain photocall.jsonl | tail -3
echo '# Asked for in a pipe, as for less -R; else nothing there is marked.'
"$CUTLINE" --color=always parse --input=jsonl photocall.jsonl | plain | head -3
"$CUTLINE" parse --input=jsonl photocall.jsonl | head -3
on_terminal 40 parse --input=jsonl --json photocall.jsonl | cut -c1-40
echo '# Wide characters, accents, emoji; after joined ones the cursor is put.'
{
	printf '東京で写真家が雨のなか新しい市場を見る人びと。TOKYO, JAPAN - '
	printf 'MAY 3: Rene\314\201 Sato \360\237\221\251\342\200\215'
	printf '\360\237\232\200 waves. (Photo by Bo Berg/AFP)\n'
} >wide.txt
on_terminal 40 parse --input=lines wide.txt | sed '/^$/q; s/\xE2\x80\x8D/+/'
echo '# Nothing that a terminal would obey; no text; nothing read.'
cat >odd.jsonl <<'END'
{"id": "a\u001b[2J", "text": "\u001b]0;x\u0007 \u009b\u202e (Ana Lima/AFP)"}
{"id": "fields", "by_line": "Ana Lima\u0007", "credit": "AFP"}
{"id": "nothing", "text": "Nothing happened."}
{"id": "blank", "text": " \n "}
END
on_terminal 60 parse --input=jsonl odd.jsonl
