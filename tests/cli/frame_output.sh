# A full disk, a closed output, a reader that leaves early.
"$CUTLINE" version >/dev/full; echo "exit $?"
"$CUTLINE" version >&-; echo "exit $?"
"$CUTLINE" version 2>&-; echo "exit $?"
"$CUTLINE" help | true; echo "exit $?"
# Control characters in an argument do not reach the terminal.
"$CUTLINE" "$(printf 'evil\033[2J\302\233x\342\200\256')"; echo "exit $?"
# Colour only where it is wanted.
"$CUTLINE" --color=always help version | grep -c "$(printf '\033')"
"$CUTLINE" help version | grep -c "$(printf '\033')"
:
