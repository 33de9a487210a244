# Sidecars of darktable's and of Adobe's kind: read with the picture, read again
# when they change, and told by show.
packet()
{
	cat <<END
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmp:MetadataDate="$2"
   xmlns:xmp="http://ns.adobe.com/xap/1.0/"
   xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
   photoshop:City="$1"/>
 </rdf:RDF>
</x:xmpmeta>
END
}

mkdir p
cp "$SAMPLES/news/flood-reuters.jpg" p/a.jpg
cp "$SAMPLES/news/file-ap.jpg" p/b.jpg
packet Arles 2031-01-01 >p/a.jpg.xmp
packet Nowhere 2031-01-01 >p/c.xmp
run import p
run import p
run search --count city:arles
run search --count city:nowhere
"$CUTLINE" show p/a.jpg | sed -n '/^city/,/^[d-z]/p'
"$CUTLINE" show --json p/a.jpg | grep -o '"city": "sidecar[^,}]*'
# A second one that is newer, then one that is damaged, then none.
packet Avignon 2031-01-02 >p/a.xmp
run --verbose import p
run search --count city:avignon
rm p/a.xmp
echo '<x:xmpmeta' >p/a.jpg.xmp
run --verbose import p
rm p/a.jpg.xmp
run import p
run search --count city:arles
# Without a catalog, and by the files' own names.
packet Arles 2031-01-01 >p/a.XMP
"$CUTLINE" --catalog=none.db show p/a.jpg | grep '^city'
run import p/*
