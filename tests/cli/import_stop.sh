# Stopped in the middle, an import ends as the signal would have ended it, and
# the same command goes on.
mkdir p
i=0
while [ $i -lt 20 ]; do
	i=$((i + 1))
	cp -R "$SAMPLES" p/$i
	rm p/$i/news/broken-transfer.jpg
done
"$CUTLINE" import p >out 2>err &
pid=$!
while [ ! -s "$XDG_DATA_HOME/cutline/catalog.db" ]; do
	sleep 0.02
done
kill -TERM $pid
wait $pid 2>/dev/null
echo "exit $?"
grep stopped err
sed 's/[0-9]* new/N new/' out
"$CUTLINE" import p 2>/dev/null |
	sed 's/[0-9]* new, 0 changed, [0-9]* same/N new, 0 changed, N same/'
run verify
