#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn lexicon.txt into C: mklexicon.py IN ... OUT.

Makes the words, each with its classes ([month]) and lists ([list issued]), and
an open-addressing table of them by the hash of base/word.c.
"""
import sys

WORD_MAX = 24  # CL_WORD_MAX
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


def parts(word):
    data = word.encode().ljust(WORD_MAX, b"\0")
    return [int.from_bytes(data[i:i + 8], "little")
            for i in range(0, WORD_MAX, 8)]


def word_hash(word):
    return sum(p * f for p, f in zip(parts(word), FACTORS)) % 2**64 >> 32


def read(path, words):
    name = None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.strip()
        if line.startswith("[list "):
            name = "CL_L_" + line[6:-1].upper()
        elif line.startswith("["):
            name = "CL_W_" + line.strip("[]").upper()
        elif line and not line.startswith("#"):
            for word in line.split():
                if len(word.encode()) > WORD_MAX:
                    sys.exit(f"{path}:{number}: {word} is too long")
                words.setdefault(word, set()).add(name)


def either(names):
    return " | ".join(sorted(names)) or "0"


def main():
    words = {}
    for path in sys.argv[1:-1]:
        read(path, words)
    size = 1
    while size < 2 * len(words):
        size *= 2
    slots = [0] * size
    with open(sys.argv[-1], "w", encoding="ascii") as out:
        out.write("/* Made by mklexicon.py. */\n"
                  '#include "caption/lexicon.h"\n\n'
                  "const struct cl_lexicon_word cl_lexicon_words[] = {\n"
                  "\t{ { 0 }, 0, 0 },\n")
        for number, word in enumerate(sorted(words), 1):
            at = word_hash(word) & (size - 1)
            while slots[at]:
                at = (at + 1) & (size - 1)
            slots[at] = number
            numbers = ", ".join(f"0x{p:X}u" for p in parts(word))
            classes = either(n for n in words[word] if n.startswith("CL_W_"))
            lists = either(n for n in words[word] if n.startswith("CL_L_"))
            out.write(f"\t{{ {{ {numbers} }}, {classes}, {lists} }},\n")
        out.write("};\n\nconst uint16_t cl_lexicon_slots[] = {\n")
        for number in slots:
            out.write(f"\t{number},\n")
        out.write(f"}};\nconst uint32_t cl_lexicon_mask = {size - 1};\n")


main()
