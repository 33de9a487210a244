# What a terminal gets: colour, rows that fit, nothing of strangers obeyed.
script -qec true /dev/null >/dev/null 2>&1 || exit 77 # no terminal to be had
on_terminal()
{
	TERM=${term-xterm} script -qec "\"$CUTLINE\" $*" /dev/null |
		tr -d '\r' | sed "s/$(printf '\033')/^[/g"
}

"$CUTLINE" import "$SAMPLES/festival" >/dev/null 2>&1
on_terminal search --sort=name reuters
on_terminal search --limit=1 --sort=name reuters
on_terminal search nosuchword
term=dumb
on_terminal search --limit=1 --sort=name reuters
unset term
NO_COLOR=1
export NO_COLOR
on_terminal --color=always search --format=ids --limit=1 --sort=name reuters
on_terminal search --limit=1 --sort=name reuters
on_terminal -q search --limit=1 --sort=name reuters
printf 'Evil \033]0;x\007 \302\233 \342\200\256 (Ana Lima/AFP)\n' >evil.txt
on_terminal parse --input=lines evil.txt | head -2
on_terminal parse --input=lines --json evil.txt | cut -c1-60
mkdir p
cp "$SAMPLES/museum/visitors-afp.jpg" "p/$(printf 'a\033[2Jb').jpg"
on_terminal -q import p
on_terminal search --format=paths file:2jb
on_terminal search -0 file:2jb
