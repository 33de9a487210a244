#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Split labelled captions by a hash of their ids, always the same way.

  split.py look GOLD.jsonl     the 70 % that may be read to make rules
  split.py hold GOLD.jsonl     the 30 % that are opened only to measure
"""
import hashlib
import json
import sys


def look(ident):
    return int(hashlib.sha256(ident.encode()).hexdigest(), 16) % 10 < 7


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("look", "hold"):
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                ident = json.loads(line)["id"]
                if look(ident) == (sys.argv[1] == "look"):
                    sys.stdout.write(line)


if __name__ == "__main__":
    main()
