#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Import the real pictures and compare what `show` says with ExifTool.

usage: dev_values.py CUTLINE FOLDER

FOLDER holds the files and EXPECT.jsonl. All of it is imported into a fresh
catalog; then each intact file's `show --json` must hold, under "values", what
EXPECT has for some tags; tests/image/expect.py compares and says what intact
means and which differences are agreed. Prints TAP, with counts, failures and
each difference as remarks. Without FOLDER the test is skipped.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "image"))
import expect  # noqa: E402

LEAST = 0.95
# What `show` has of it.
TAGS = (
    "EXIF:DateTimeOriginal", "EXIF:Artist", "EXIF:ImageDescription",
    "IPTC:Caption-Abstract", "IPTC:By-line", "IPTC:Credit", "IPTC:City",
    "IPTC:Country-PrimaryLocationName", "XMP-dc:Description",
    "XMP-dc:Creator",
)


def run(cutline, catalog, *args):
    return subprocess.run([cutline, "--catalog", catalog, *args],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          check=False)


def as_tags(photo, path):
    """The values of one file in the form that expect.compare() takes."""
    tags, gps, seen = [], None, set()
    for values in photo["values"].values():
        for v in values:
            if v["location"] != path or v["origin"] in seen:
                continue
            # A second block's value follows the first's; one is enough.
            seen.add(v["origin"])
            tags += [(v["origin"], 0, item, False) for item in v["value"]]
            if v["origin"] == "exif:GPS":
                gps = [float(x) for x in v["value"]]
    return {"tags": tags, "gps": gps}


def compare_all(cutline, catalog, folder, expects):
    agreed = expect.read_agreed()
    same_count = count = unexplained = 0
    for e in expects:
        path = str(folder / e["file"])
        shown = run(cutline, catalog, "show", "--json", "--", path)
        photo = json.loads(shown.stdout) if shown.returncode == 0 else None
        got = as_tags(photo, path) if photo else {}
        for tag, want, have, same in expect.compare(e, got, keys=TAGS):
            count += 1
            same_count += same
            if same:
                continue
            reason = expect.reason_for(agreed, e["file"], tag)
            unexplained += reason is None
            print(f"# {e['file']}: {tag}\n#   want {want}\n#   have {have}\n"
                  f"#   {reason or 'NOT EXPLAINED'}")
    print(f"# {same_count} of {count} values agree, {len(expects)} files")
    return same_count, count, unexplained


def check(ok, number, what):
    print("ok" if ok else "not ok", f"{number} - {what}")


def main():
    cutline, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    if not (folder / "EXPECT.jsonl").exists():
        print("1..0 # SKIP no real images at", folder)
        return 0
    print("1..5")
    with open(folder / "EXPECT.jsonl", encoding="utf-8") as lines:
        expects = [e for e in map(json.loads, lines) if expect.is_intact(e)]
    with tempfile.TemporaryDirectory() as temp:
        catalog = temp + "/catalog.db"
        first = run(cutline, catalog, "import", str(folder))
        for line in (first.stdout + first.stderr).decode().splitlines():
            print("#", line)
        check(first.returncode == 3, 1, "some files failed, each named")
        count = run(cutline, catalog, "search", "--count").stdout.decode()
        print("#", count.strip(), "photos")
        before = run(cutline, catalog, "search", "--json").stdout
        again = run(cutline, catalog, "import", str(folder))
        for line in again.stdout.decode().splitlines():
            print("#", line)
        after = run(cutline, catalog, "search", "--json").stdout
        check(again.returncode == 3 and before == after, 2,
              "a second import changes nothing")
        sound = run(cutline, catalog, "verify").returncode == 0
        check(sound, 3, "the catalog is sound")
        same, count, unexplained = compare_all(cutline, catalog, folder,
                                               expects)
    check(count > 0 and same >= LEAST * count, 4,
          f"at least {LEAST:.0%} of the values agree")
    check(not unexplained, 5, "each difference has a reason")
    return 0


if __name__ == "__main__":
    sys.exit(main())
