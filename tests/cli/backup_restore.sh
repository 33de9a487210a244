run -q import "$SAMPLES/museum"
run backup --dry-run copy.db
run backup copy.db
run backup copy.db
run backup --force copy.db
run --catalog=copy.db verify
run backup "$HOME/.local/share/cutline/catalog.db"
run backup no/such/folder/copy.db
# Back again: after more was imported, and after damage.
run -q import "$SAMPLES/news"
run restore --dry-run copy.db
run search --count
run restore copy.db
run search --count
dd if=/dev/zero of="$HOME/.local/share/cutline/catalog.db" bs=1 seek=4096 \
	count=60000 conv=notrunc 2>/dev/null
run search --count
run restore copy.db
run search --count
ls "$HOME/.local/share/cutline"
# To where there is none.
run --catalog=new.db restore copy.db
run --catalog=new.db search --count
# What is refused.
run restore absent.db
run restore "$HOME/.local/share/cutline/catalog.db"
echo 'my letters' >letters.db
run restore letters.db
run --catalog=letters.db restore copy.db
cat letters.db
dd if=/dev/zero of=copy.db bs=1 seek=40960 count=60000 conv=notrunc 2>/dev/null
run restore copy.db
run search --count
ls
