#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compare what cutline reads of real files with what is expected of them.

usage: expect.py DUMP_TAGS FOLDER

DUMP_TAGS is the built tests/image/dump_tags; FOLDER holds the files and
EXPECT.jsonl (ExifTool's values; see the README.md beside it). Compared are the
intact files, by the tags of TAGS below, after folding white space. Differences
with a good reason stand in agreed.txt. Prints TAP; totals by tag and each
difference as remarks. Without FOLDER the test is skipped.
"""
import json
import pathlib
import subprocess
import sys

LEAST = 0.99
GPS_TOLERANCE = 1e-6
TAGS = {
    "EXIF:DateTimeOriginal": "exif:DateTimeOriginal",
    "EXIF:Artist": "exif:Artist",
    "EXIF:ImageDescription": "exif:ImageDescription",
    "IPTC:Caption-Abstract": "iim:Caption-Abstract",
    "IPTC:By-line": "iim:By-line",
    "IPTC:Credit": "iim:Credit",
    "IPTC:City": "iim:City",
    "IPTC:Country-PrimaryLocationName": "iim:Country-PrimaryLocationName",
    "XMP-dc:Description": "xmp:dc:description",
    "XMP-dc:Creator": "xmp:dc:creator",
}
# ExifTool's warnings that say nothing against the metadata.
HARMLESS = ("[minor]", "IPTCDigest is not current")


def is_intact(expect):
    warnings = expect.get("warning") or []
    if isinstance(warnings, str):
        warnings = [warnings]
    return (not expect.get("error") and not expect.get("exif_problems")
            and all(w.startswith(HARMLESS) for w in warnings))


def fold(value):
    return " ".join(str(value).split())


def decode(raw):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def expected_values(expect, key):
    """The value as a list. ExifTool shows EXIF bytes that are not UTF-8 as
    "?", and decodes IIM without a declared encoding as Latin-1 even where the
    bytes are UTF-8: what they are then stands under keys of its own."""
    value = expect["fields"].get(key)
    raw = expect.get("exif_raw_hex", {}).get(key.removeprefix("EXIF:"))
    if raw and "?" in str(value):
        whole = bytes.fromhex(raw[0]["hex"])
        if len(whole) == raw[0]["count"]:
            value = decode(whole).rstrip("\0")
    as_utf8 = expect.get("iptc_if_read_as_utf8", {}).get(key)
    if as_utf8 and "?" not in as_utf8.replace("?", "", str(value).count("?")):
        value = as_utf8
    if value is None:
        return []
    values = value if isinstance(value, list) else [value]
    return [fold(v) for v in values if fold(v)]


def read_values(tags, name):
    return [fold(text) for tag, block, text, _ in tags
            if tag == name and block == 0]


def compare_gps(expect, got):
    fields = expect["fields"]
    if not str(fields.get("GPS:Latitude", "")) or \
            not str(fields.get("GPS:Longitude", "")):
        return []
    want = [float(fields["GPS:Latitude"]), float(fields["GPS:Longitude"])]
    have = got.get("gps")
    same = have and all(abs(a - b) <= GPS_TOLERANCE
                        for a, b in zip(want, have))
    return [("GPS", want, have, bool(same))]


def compare(expect, got):
    """(tag, wanted, read, same) for each value that the file has."""
    out = []
    for key, name in TAGS.items():
        want = expected_values(expect, key)
        if not want:
            continue
        have = read_values(got.get("tags", []), name)
        out.append((key, want, have, want == have or
                    fold(" ; ".join(want)) == fold(" ; ".join(have))))
    return out + compare_gps(expect, got)


def read_agreed():
    path = pathlib.Path(__file__).with_name("agreed.txt")
    agreed = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            file, tag, reason = line.split("\t")
            agreed[file, tag] = reason
    return agreed


def dump(program, folder, names):
    out = subprocess.run([program] + [str(folder / n) for n in names],
                         stdout=subprocess.PIPE, check=True).stdout
    lines = [json.loads(line) for line in out.splitlines()]
    return dict(zip(names, lines, strict=True))


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (folder / "EXPECT.jsonl").exists():
        print("1..0 # SKIP no real images at", folder)
        return 0
    with open(folder / "EXPECT.jsonl", encoding="utf-8") as lines:
        expects = [e for e in map(json.loads, lines) if is_intact(e)]
    got = dump(program, folder, [e["file"] for e in expects])
    agreed = read_agreed()
    totals, wrong, used = {}, 0, set()
    for e in expects:
        for tag, want, have, same in compare(e, got[e["file"]]):
            total = totals.setdefault(tag, [0, 0])
            total[1] += 1
            total[0] += same
            if same:
                continue
            reason = agreed.get((e["file"], tag))
            used.add((e["file"], tag))
            wrong += reason is None
            print(f"# {e['file']}: {tag}\n#   want {want}\n#   have {have}"
                  f"\n#   {'agreed: ' + reason if reason else 'NOT AGREED'}")
    for tag, (same, count) in totals.items():
        print(f"# {same:4}/{count:<4} {tag}")
    same = sum(t[0] for t in totals.values())
    count = sum(t[1] for t in totals.values())
    print(f"# {same} of {count} values agree, {len(expects)} files")
    stale = set(agreed) - used
    for file, tag in stale:
        print(f"# agreed.txt: no longer different: {file} {tag}")
    print("1..3")
    print("ok" if same >= LEAST * count else "not ok",
          f"1 - at least {LEAST:.0%} of the values agree")
    print("not ok" if wrong else "ok", "2 - each difference has a reason")
    print("not ok" if stale else "ok", "3 - each reason is needed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
