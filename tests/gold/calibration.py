#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What confidence is worth: calibration.py SCORE.py GOLD.jsonl --run 'CMD ...'

Feeds CMD the captions as score.py does and compares each value's confidence
with whether the value is right by score.py's rules. Prints a table by tenths,
the share of values at 0.95 or more, and how many of those are right.
"""
import importlib.util
import json
import shlex
import subprocess
import sys


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(command, records):
    lines = "".join(json.dumps({k: r.get(k) for k in
                                ("id", "text", "document_date")}) + "\n"
                    for r in records)
    out = subprocess.run(shlex.split(command), input=lines.encode(),
                         stdout=subprocess.PIPE, check=False).stdout
    return {r["id"]: r for r in map(json.loads, out.decode().splitlines())}


def judged(scorer, records, found):
    """(confidence, right) of every value found."""
    for r in records:
        evidence = found[r["id"]].get("evidence", {})
        for field in scorer.FIELDS:
            left = scorer.values(r["gold"], field)
            for item in evidence.get(field, []):
                hit = next((g for g in left
                            if scorer.same(field, g, item["value"]) == 1),
                           None)
                if hit is not None:
                    left.remove(hit)
                yield item["confidence"], hit is not None


def table(pairs):
    print("confidence     values  right  mean   off")
    for k in range(10):
        low, high = k / 10, (k + 1) / 10
        inside = [p for p in pairs
                  if low <= p[0] < high or (k == 9 and p[0] >= 1)]
        if not inside:
            continue
        right = sum(ok for _, ok in inside) / len(inside)
        mean = sum(c for c, _ in inside) / len(inside)
        print("%.1f to %.1f %9d  %.3f  %.3f %+.3f"
              % (low, high, len(inside), right, mean, right - mean))
    sure = [ok for c, ok in pairs if c >= 0.95]
    print("at 0.95 or more: %d of %d values (%.1f %%), %.1f %% of them right"
          % (len(sure), len(pairs), 100 * len(sure) / max(1, len(pairs)),
             100 * sum(sure) / max(1, len(sure))))


def main():
    if len(sys.argv) != 5 or sys.argv[3] != "--run":
        sys.exit(__doc__)
    scorer = load_scorer(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    table(list(judged(scorer, records, read(sys.argv[4], records))))


if __name__ == "__main__":
    main()
