# A folder as they really are: no picture, empty, links in a circle, a FIFO,
# names with control characters and with bytes that are no UTF-8.
mkdir -p p/sub
cp "$SAMPLES/news/flood-reuters.jpg" p/a.jpg
cp "$SAMPLES/news/file-ap.jpg" "p/$(printf 'x\033[2J\ny').jpg"
cp "$SAMPLES/news/file-pa.jpg" "p/sub/$(printf 'b\377').jpg"
echo 'no picture' >p/fake.jpg
: >p/empty.jpg
echo text >p/notes.txt
echo text >p/more.txt
mkfifo p/fifo.jpg
ln -s .. p/sub/up
run import p
run import p
"$CUTLINE" search --sort=name --format=paths | cat -v
"$CUTLINE" search --sort=name -0 | tr '\0' '\n' | od -c | grep -c 377
run search --count folder:sub
# Gone, come back, moved.
mv p/a.jpg .
run import p
run search --count missing:creators
mv a.jpg p/sub/moved.jpg
run import p
run import no-such-folder
run import p/fake.jpg
