#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compare what cutline reads of real files with what ExifTool reads.

usage: expect.py DUMP_TAGS FOLDER [--damaged]

DUMP_TAGS is the built tests/image/dump_tags; FOLDER holds the files and
EXPECT.jsonl (ExifTool's values; see the README.md beside it). Compared are the
intact files, by every tag of EXPECT.jsonl and, where ExifTool is installed, by
every other tag of mapped.txt. Differences with a good reason stand in
agreed.txt. Prints TAP; totals by tag and each difference as remarks. Without
FOLDER the test is skipped. With --damaged the other files are compared, to
look at.
"""
import fnmatch
import json
import pathlib
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from rendering import fold, key_of, render, same  # noqa: E402

HERE = pathlib.Path(__file__).parent
LEAST = 0.99
GPS_TOLERANCE = 1e-6
# ExifTool's warnings that say nothing against the metadata.
HARMLESS = ("[minor]", "IPTCDigest is not current")


def is_intact(expect):
    warnings = expect.get("warning") or []
    if isinstance(warnings, str):
        warnings = [warnings]
    return (not expect.get("error") and not expect.get("exif_problems")
            and all(w.startswith(HARMLESS) for w in warnings))


def decode(raw):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def as_list(value):
    values = value if isinstance(value, list) else [value]
    return [fold(v) for v in values if fold(v)]


def expected_values(expect, key):
    """The values that count as right, as lists. ExifTool shows EXIF bytes that
    are not UTF-8 as "?", and decodes IIM without a declared encoding as
    Latin-1 even where the bytes are UTF-8: what they are then stands under
    keys of its own. Of a tag that is no list but stands more than once it
    shows one; we show all."""
    value = expect["fields"].get(key)
    raw = expect.get("exif_raw_hex", {}).get(key.removeprefix("EXIF:"))
    if raw and "?" in str(value):
        whole = bytes.fromhex(raw[0]["hex"])
        if len(whole) == raw[0]["count"]:
            value = decode(whole).rstrip("\0")
    as_utf8 = expect.get("iptc_if_read_as_utf8", {}).get(key)
    if as_utf8 and "?" not in str(as_utf8).replace("?", "",
                                                   str(value).count("?")):
        value = as_utf8
    wants = [as_list(value)]
    if key.startswith("IPTC:") and key in expect.get("other_copies", {}):
        wants.append(as_list(expect["other_copies"][key]))
    return [w for w in wants if w]


def read_values(got):
    """Our values of the blocks that count, by lower-case name."""
    values = {}
    for tag, block, text, *_ in got.get("tags", []):
        if block == 0:
            values.setdefault(tag.lower(), []).append(fold(text))
    return values


def is_equal(name, want, have):
    """Whether our values are those, verbatim or as ExifTool renders them."""
    for list_ in have, [fold(render(name, text)) for text in have]:
        if len(want) == len(list_) and all(map(same, want, list_)) or \
                any(same(join(want), join(list_)) for join in
                    (" ; ".join, " ".join)):
            return True
    return False


def compare_gps(expect, got):
    fields = expect["fields"]
    if not str(fields.get("GPS:Latitude", "")) or \
            not str(fields.get("GPS:Longitude", "")):
        return []
    want = [float(fields["GPS:Latitude"]), float(fields["GPS:Longitude"])]
    have = got.get("gps")
    equal = have and all(abs(a - b) <= GPS_TOLERANCE
                         for a, b in zip(want, have))
    return [("GPS", want, have, bool(equal))]


def compare(expect, got, more=None, keys=None):
    """(tag, wanted, read, same) for each value that the file has; of keys
    only, if given."""
    out = []
    have_all = read_values(got)
    seen = set()
    for key in expect["fields"]:
        name = key_of(key)
        if not name or key.startswith("GPS:") or (keys and key not in keys):
            continue
        seen.add(name)
        wants = expected_values(expect, key)
        have = have_all.get(name, [])
        if wants:
            out.append((key, wants[0], have,
                        any(is_equal(name, w, have) for w in wants)))
    for name, (key, want) in (more or {}).items():
        if name not in seen and want:
            have = have_all.get(name, [])
            out.append((key, want, have, is_equal(name, want, have)))
    return out + compare_gps(expect, got)


def patterns():
    lines = (HERE / "mapped.txt").read_text(encoding="utf-8").splitlines()
    return [line.lower() for line in lines
            if line and not line.startswith("#")]


def merge(fields, mapped):
    """ExifTool's fields by our names: texts in further languages, and a tag of
    several directories, stand in one list."""
    out = {}
    for key, value in fields.items():
        name = key_of(key)
        if not name or not any(fnmatch.fnmatchcase(name, p) for p in mapped):
            continue
        first = out.setdefault(name, (key, []))[1]
        if not first or key.startswith("XMP"):
            first += [v for v in as_list(value) if v not in first]\
                if first else as_list(value)
    return out


def run_exiftool(folder, names):
    """What ExifTool here reads of the mapped tags, by file; nothing if there
    is none, or it is none of those whose conventions rendering.py knows."""
    if not shutil.which("exiftool"):
        return {}
    out = subprocess.run(
        ["exiftool", "-json", "-G1", "-n", "-q", "-q", "-charset",
         "iptc=Latin", "--"] + [str(folder / n) for n in names],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    mapped = patterns()
    return {pathlib.Path(f["SourceFile"]).name: merge(f, mapped)
            for f in json.loads(out or "[]")}


def read_agreed():
    path = HERE / "agreed.txt"
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


def report(totals, agreed, used, wrong, files):
    for tag, (equal, count) in sorted(totals.items()):
        print(f"# {equal:4}/{count:<4} {tag}")
    equal = sum(t[0] for t in totals.values())
    count = sum(t[1] for t in totals.values())
    print(f"# {equal} of {count} values agree, {files} files")
    stale = {key for key in agreed if not any(
        fnmatch.fnmatchcase(u[0], key[0]) and
        fnmatch.fnmatchcase(u[1], key[1]) for u in used)}
    for file, tag in sorted(stale):
        print(f"# agreed.txt: no longer different: {file} {tag}")
    print("1..3")
    print("ok" if equal >= LEAST * count else "not ok",
          f"1 - at least {LEAST:.0%} of the values agree")
    print("not ok" if wrong else "ok", "2 - each difference has a reason")
    print("not ok" if stale else "ok", "3 - each reason is needed")


def reason_for(agreed, file, tag):
    for (files, tags), reason in agreed.items():
        if fnmatch.fnmatchcase(file, files) and \
                fnmatch.fnmatchcase(tag, tags):
            return reason
    return None


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (folder / "EXPECT.jsonl").exists():
        print("1..0 # SKIP no real images at", folder)
        return 0
    damaged = "--damaged" in sys.argv
    with open(folder / "EXPECT.jsonl", encoding="utf-8") as lines:
        expects = [e for e in map(json.loads, lines)
                   if is_intact(e) != damaged]
    names = [e["file"] for e in expects]
    got = dump(program, folder, names)
    more = run_exiftool(folder, names)
    agreed = read_agreed()
    totals, wrong, used = {}, 0, set()
    for e in expects:
        for tag, want, have, equal in compare(e, got[e["file"]],
                                              more.get(e["file"], {})):
            total = totals.setdefault(tag, [0, 0])
            total[1] += 1
            total[0] += equal
            if equal:
                continue
            reason = reason_for(agreed, e["file"], tag)
            used.add((e["file"], tag))
            wrong += reason is None
            print(f"# {e['file']}: {tag}\n#   want {want}\n#   have {have}"
                  f"\n#   {'agreed: ' + reason if reason else 'NOT AGREED'}")
    report(totals, agreed, used, wrong, len(expects))
    return 0


if __name__ == "__main__":
    sys.exit(main())
