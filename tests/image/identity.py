#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The identity of a picture stays when ExifTool rewrites its metadata.

usage: identity.py DUMP_TAGS FOLDER ...

DUMP_TAGS is the built tests/image/dump_tags. Each picture in the FOLDERs is
copied, and then in turn: given values in EXIF, IIM and XMP and another
orientation, cleared of all metadata, and, if it is a JPEG, given a trailer.
Each time the identity must be what it was. Files that ExifTool does not write
are left as they are. Prints TAP; without ExifTool the test is skipped.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

WRITE = ["-Orientation#=6", "-Artist=Ana Lima", "-IPTC:City=Oslo",
         "-XMP-dc:Description=" + 3000 * "far away ", "-XMP-dc:Creator=Bo"]
TRAILER = b"a trailer of some program " * 40


def identities(program, paths):
    """What is no picture has none."""
    out = subprocess.run([program] + [str(p) for p in paths],
                         stdout=subprocess.PIPE, check=True).stdout
    lines = [json.loads(line) for line in out.splitlines()]
    return {p: (line.get("identity"), line.get("warnings", []))
            for p, line in zip(paths, lines, strict=True)}


def exiftool(args, folder):
    subprocess.run(["exiftool", "-q", "-q", "-m", "-overwrite_original", *args,
                    str(folder)], check=False, stderr=subprocess.DEVNULL)


def add_trailers(paths):
    for path in paths:
        with open(path, "r+b") as file:
            if file.read(2) == b"\xff\xd8":
                file.seek(0, 2)
                file.write(TRAILER)


def copy(folders, target):
    """Numbers keep names apart, and ExifTool goes by the extension."""
    out = []
    for folder in folders:
        for path in sorted(pathlib.Path(folder).iterdir()):
            name = f"{len(out):04}{path.suffix or '.' + path.name}"
            if path.suffix in (".jsonl", ".tsv", ".txt", ".md") or \
                    not path.is_file():
                continue
            shutil.copyfile(path, target / name)
            out.append(target / name)
    return out


def compare(program, paths, before, what, number):
    """Files cut off have no end that a trailer could stand behind."""
    changed = written = 0
    for path, (now, _) in identities(program, paths).items():
        was, warnings = before[path][:2]
        if was is None or any("cut off" in w or "damaged" in w
                              for w in warnings):
            continue
        written += path.stat().st_size != before[path][2]
        if now != was:
            changed += 1
            print(f"# {before[path][3]}: {was} is now {now}")
    good = changed == 0 and written > 0
    print("ok" if good else "not ok", f"{number} - {what}: of {written} "
          f"changed files {changed} have another identity")


def main():
    program, folders = sys.argv[1], sys.argv[2:]
    folders = [f for f in folders if pathlib.Path(f).is_dir()]
    if not shutil.which("exiftool"):
        print("1..0 # SKIP no exiftool")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder)
        paths = copy(folders, target)
        before = {p: (*i, p.stat().st_size, p.name)
                  for p, i in identities(program, paths).items()}
        print("1..3")
        exiftool(WRITE, target)
        compare(program, paths, before, "values and orientation written", 1)
        exiftool(["-all="], target)
        compare(program, paths, before, "all metadata cleared", 2)
        add_trailers(paths)
        compare(program, paths, before, "a trailer added", 3)
    return 0


if __name__ == "__main__":
    sys.exit(main())
