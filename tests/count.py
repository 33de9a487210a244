#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Count what really ran: usage: count.py TESTLOG.json ...

Reads the logs that `meson test` leaves in meson-logs/testlog.json, one JSON
object a test. A test that prints TAP counts each line "ok" or "not ok" of its
own, any other counts once by its result. Names what failed or was skipped and
ends with a line "N passed, M failed"; exits 1 if something failed, if a test
printed fewer lines than its plan says, or if nothing passed.
"""
import json
import re
import sys

PLAN = re.compile(r"^1\.\.(\d+)", re.M)
POINT = re.compile(r"^(not )?ok\b *\d*(?: *- *)?([^#\n]*)(# *(\w+))?", re.M)
FINE = {"OK", "SKIP", "EXPECTEDFAIL"}


def count_points(output):
    """(passed, failed names, skipped names) of a text in TAP."""
    passed, failed, skipped = 0, [], []
    for bad, name, _, directive in POINT.findall(output):
        directive = directive.upper()
        if directive == "SKIP":
            skipped.append(name.strip())
        elif bad and directive != "TODO":
            failed.append(name.strip())
        else:
            passed += 1
    return passed, failed, skipped


def count_test(test):
    """The same for one object of the log."""
    name, result = test["name"], test["result"]
    output = test.get("stdout") or ""
    plan = PLAN.search(output)
    if not plan:
        if result == "SKIP":
            return 0, [], [name]
        return (1, [], []) if result in FINE else (0, [f"{name}: {result}"], [])
    passed, failed, skipped = count_points(output)
    failed = [f"{name}: {point}" for point in failed]
    skipped = [f"{name}: {point}" for point in skipped]
    seen = passed + len(failed) + len(skipped)
    if seen != int(plan.group(1)):
        failed.append(f"{name}: {seen} of {plan.group(1)} planned")
    elif result not in FINE and not failed:
        failed.append(f"{name}: {result}")
    if plan.group(1) == "0":
        skipped.append(name)
    return passed, failed, skipped


def main(paths):
    passed, failed, skipped = 0, [], []
    for path in paths:
        with open(path, encoding="utf-8") as log:
            for line in log:
                p, f, s = count_test(json.loads(line))
                passed += p
                failed += f
                skipped += s
    for name in skipped:
        print(f"skipped: {name}")
    for name in failed:
        print(f"failed: {name}")
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
