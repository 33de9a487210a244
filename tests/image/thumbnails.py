#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""thumbnails.py MAKE_THUMBNAILS DIR

A thumbnail of each real picture in DIR, whose EXPECT.jsonl says under "djpeg"
whether libjpeg-turbo's own command decodes it: where that does so without a
remark there is one, of the picture's shape, within half a second; where that
fails there is none. Without DIR there is nothing to compare, and that is said.
"""
import json
import os
import subprocess
import sys
import tempfile

SIDES = (120, 400)
MS_MAX = 500.0


def run(make, side, directory, names):
    paths = [os.path.join(directory, name) for name in names]
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run([make, str(side), out] + paths,
                              stdout=subprocess.PIPE, check=False)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return done.returncode, [line.split("\t") for line in lines]


def judge(expect, side, fields):
    """What is wrong with one result; None when nothing."""
    djpeg = expect.get("djpeg") or ""
    failed = fields[1].startswith("failed")
    if float(fields[2 if failed else 4].split()[0]) > MS_MAX:
        return "took " + fields[-1]
    if djpeg == "ok" and failed:
        return fields[-1]
    if djpeg.startswith("fails") and not failed:
        return "djpeg fails, and there is a thumbnail"
    if failed:
        return None
    if max(map(int, fields[1].split("x"))) >= 2 * side:
        return "is " + fields[1]
    if djpeg == "ok" and "damaged" in fields[3]:
        return "is called damaged"
    return None


def main():
    make, directory = sys.argv[1:]
    try:
        with open(os.path.join(directory, "EXPECT.jsonl")) as f:
            expect = [json.loads(line) for line in f]
    except FileNotFoundError:
        print("1..1\nok 1 - there are no real pictures to compare with")
        return
    names = [e["file"] for e in expect]
    print("1..%d" % len(SIDES))
    for n, side in enumerate(SIDES, 1):
        code, rows = run(make, side, directory, names)
        wrong = ["%s: %s" % (e["file"], why) for e, row in zip(expect, rows)
                 for why in [judge(e, side, row)] if why]
        if code or len(rows) != len(names):
            wrong.append("stopped after %d files" % len(rows))
        print("%sok %d - %d pictures, longer side %d"
              % ("not " if wrong else "", n, len(rows), side))
        for line in wrong:
            print("# " + line)


main()
