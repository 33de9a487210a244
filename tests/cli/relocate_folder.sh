cp -r "$SAMPLES/museum" "$SAMPLES/news" .
mkdir disk
mv museum news disk
run -q import disk
mv disk stick
run -q import disk
run relocate disk stick/
run -q import stick
run search --format=paths folder:stick
# A disk that was unplugged while an import ran.
run relocate stick usb
mkdir usb
run -q import usb
mv stick/museum stick/news usb
run relocate --dry-run usb/museum usb/old
mv usb/museum usb/old
run relocate usb/museum usb/old
run search --count folder:old
run search --count folder:museum
run verify
run relocate usb/museum usb/old
run relocate usb usb/old
run relocate usb/old usb/old
# Into a folder that is known, where a name is taken.
cp usb/old/*.jpg usb
touch -d 2020-01-01 usb/*.jpg
run -q import usb
run relocate usb/old usb
run verify
run relocate "" usb
