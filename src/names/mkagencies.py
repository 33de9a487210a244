#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn agencies.txt into C: mkagencies.py IN OUT.

Makes the organisations, and an open-addressing table from the key of each name
and alias (names/key.h says what a key is) to its organisation.
"""
import re
import sys
import unicodedata

FIRST_BITS = 32768  # CL_AGENCY_FIRST_BITS
PREFIX_BITS = 131072  # CL_AGENCY_PREFIX_BITS
WORD_MAX = 24  # CL_WORD_MAX
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)

OPEN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
        "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t"}


def key(name):
    name = name.lower()
    name = "".join(OPEN.get(c, c) for c in name)
    name = unicodedata.normalize("NFD", name)
    kept = "".join(c for c in name
                   if not unicodedata.combining(c) and
                   (c.isalnum() or c in "&+!") and (ord(c) < 128 or c.isalpha()))
    return kept


def drop_the(name):
    return name[4:] if name.lower().startswith("the ") else name


def fnv(data):
    h = 2166136261
    for byte in data:
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    return h


def word_hash(word):
    """The hash of base/word.c."""
    data = word.encode()[:WORD_MAX].ljust(WORD_MAX, b"\0")
    parts = (int.from_bytes(data[i:i + 8], "little") for i in range(0, WORD_MAX, 8))
    return sum(p * f for p, f in zip(parts, FACTORS)) % 2**64 >> 32


def quote(s):
    return '"' + "".join(
        chr(b) if 32 <= b < 127 and b not in b'"\\?' else "\\%03o" % b
        for b in s.encode()) + '"'


def first_words(name):
    """What a name begins with: its first piece, and, should a credit write it
    as one word, all of it."""
    name = drop_the(name)
    return {key(re.split(r"[\s/!+&,:#.'’-]", name)[0]), key(name)}


def bit_set(hashes, size):
    bits = [0] * (size // 32)
    for h in hashes:
        bits[h % size // 32] |= 1 << h % size % 32
    return bits


def read(path):
    rows, keys, firsts = [], {}, set()
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [f.strip() for f in line.split("|")]
        if len(fields) != 5 or not fields[0] or not fields[4]:
            sys.exit(f"{path}:{number}: five fields, a name and a source wanted")
        for name in [fields[0]] + fields[3].split(";"):
            k = key(drop_the(name.strip()))
            firsts |= first_words(name.strip())
            if k and keys.setdefault(k, len(rows)) != len(rows):
                sys.exit(f"{path}:{number}: {name.strip()} is also {rows[keys[k]][0]}")
        rows.append(fields)
    return rows, keys, firsts


def main():
    rows, keys, firsts = read(sys.argv[1])
    starts = {k.encode()[:n] for k in keys for n in range(len(k.encode()) + 1)}
    first_bits = bit_set((word_hash(word) for word in firsts), FIRST_BITS)
    prefix_bits = bit_set((fnv(start) for start in starts), PREFIX_BITS)
    size = 1
    while size < 3 * len(keys):
        size *= 2
    slots = [None] * size
    for k, row in sorted(keys.items()):
        at = fnv(k.encode()) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = (k, row)
    with open(sys.argv[2], "w", encoding="ascii") as out:
        out.write("/* Made by mkagencies.py from agencies.txt. */\n"
                  '#include "names/agency_table.h"\n\n'
                  "const struct cutline_agency cl_agencies[] = {\n")
        for name, kind, parent, _, _ in rows:
            out.write(f"\t{{ {quote(name)}, {quote(kind)}, {quote(parent)} }},\n")
        out.write(f"}};\nconst size_t cl_agency_count = {len(rows)};\n\n"
                  "const struct cl_agency_slot cl_agency_slots[] = {\n")
        for slot in slots:
            out.write(f"\t{{ {quote(slot[0])}, {slot[1]} }},\n" if slot else "\t{ 0, 0 },\n")
        out.write("};\n\n")
        for name, bits in (("first", first_bits), ("prefixes", prefix_bits)):
            out.write(f"const uint32_t cl_agency_{name}[] = {{\n")
            for word in bits:
                out.write(f"\t{word}u,\n")
            out.write("};\n\n")
        out.write(f"const uint32_t cl_agency_mask = {size - 1};\n")


main()
