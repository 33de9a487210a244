#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn lexicon.txt into C: mklexicon.py IN OUT.

Makes an open-addressing table from each word to the set of its classes. The
hash is FNV-1a of the word's bytes, ASCII letters in lower case.
"""
import sys


def fnv(data):
    h = 2166136261
    for byte in data:
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    return h


def quote(s):
    return '"' + "".join(
        chr(b) if 32 <= b < 127 and b not in b'"\\?' else "\\%03o" % b
        for b in s.encode()) + '"'


def read(path):
    words, name = {}, None
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line.startswith("["):
            name = "CL_W_" + line.strip("[]").upper()
        elif line and not line.startswith("#"):
            for word in line.split():
                words.setdefault(word, set()).add(name)
    return words


def main():
    words = read(sys.argv[1])
    size = 1
    while size < 3 * len(words):
        size *= 2
    slots = [None] * size
    for word in sorted(words):
        at = fnv(word.encode()) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = word
    with open(sys.argv[2], "w", encoding="ascii") as out:
        out.write("/* Made by mklexicon.py from lexicon.txt. */\n"
                  '#include "caption/lexicon.h"\n\n'
                  "const struct cl_lexicon_slot cl_lexicon_slots[] = {\n")
        for word in slots:
            if word:
                classes = " | ".join(sorted(words[word]))
                out.write(f"\t{{ {quote(word)}, {len(word.encode())}, {classes} }},\n")
            else:
                out.write("\t{ 0, 0, 0 },\n")
        out.write(f"}};\nconst uint32_t cl_lexicon_mask = {size - 1};\n")


main()
