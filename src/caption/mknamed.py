#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn the names of places, occasions and people into C:
mknamed.py VENUES EVENTS PEOPLE OUT.

named.h says what the table is. The words that a name may be cut into are those
between its blanks and signs, and what a caption joins of them.
"""
import re
import sys
import unicodedata

FIRST_BITS = 65536  # CL_NAMED_FIRST_BITS
PREFIX_BITS = 131072  # CL_NAMED_PREFIX_BITS
WORD_MAX = 24  # CL_WORD_MAX
KINDS = 7  # CL_NAMED_ANY
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
OPEN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
        "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t"}
APART = re.compile(r"[^\w]+")


def key(name):
    """Of names/key.h."""
    name = "".join(OPEN.get(c, c) for c in name.lower())
    return "".join(c for c in unicodedata.normalize("NFD", name)
                   if not unicodedata.combining(c) and
                   (c.isalnum() or c in "&+!") and
                   (ord(c) < 128 or c.isalpha()))


def fnv(text):
    h = 2166136261
    for byte in text.encode():
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    return h


def second_hash(text):
    """cl_hash_of() of base/word.c."""
    data = text.encode()
    h = len(data)
    for at in range(0, len(data), 8):
        h ^= int.from_bytes(data[at:at + 8], "little")
        h = h * FACTORS[0] % 2**64
        h ^= h >> 32
    return h & 0xFFFFFFFF


def word_hash(word):
    data = word.encode()[:WORD_MAX].ljust(WORD_MAX, b"\0")
    parts = (int.from_bytes(data[i:i + 8], "little")
             for i in range(0, WORD_MAX, 8))
    return sum(p * f for p, f in zip(parts, FACTORS)) % 2**64 >> 32


def read(path, kind, names):
    """The names of a file, each only once in it."""
    here = {}
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        if line.startswith("#") or not line.strip():
            continue
        for name in line.strip().rstrip(",").split(","):
            name = name.strip()
            if not key(name):
                sys.exit(f"{path}:{number}: a name is empty")
            if key(name) in here:
                sys.exit(f"{path}:{number}: {name} is there twice, "
                         f"also as {here[key(name)]}")
            here[key(name)] = name
    for k, name in here.items():
        names.setdefault(k, [0, name])[0] |= kind


def prefixes(name):
    """The keys of what stands before its blanks and signs, and of it all."""
    ends = [m.start() for m in APART.finditer(name)] + [len(name)]
    ends += [m.end() for m in APART.finditer(name)]
    return {key(name[:end]) for end in ends} - {""}


def put_bits(out, name, hashes, size):
    bits = [0] * (size // 32)
    for h in hashes:
        bits[h % size // 32] |= 1 << h % size % 32
    out.write(f"const uint32_t cl_named_{name}[] = {{\n")
    for k in range(0, len(bits), 6):
        out.write("\t" + ", ".join(f"{b}u" for b in bits[k:k + 6]) + ",\n")
    out.write("};\n")


def main():
    names = {}
    for n, path in enumerate(sys.argv[1:-1]):
        read(path, 1 << n, names)
    size = len(names) * 4 // 3 | 1
    slots = [0] * size
    for k in sorted(names):
        at = fnv(k) % size
        while slots[at]:
            at = (at + 1) % size
        slots[at] = second_hash(k) & ~KINDS | names[k][0]
    starts, firsts = set(), set()
    for _, name in names.values():
        starts |= {fnv(p) for p in prefixes(name)}
        firsts.add(word_hash(key(APART.split(name)[0])))
    with open(sys.argv[-1], "w", encoding="ascii") as out:
        out.write("/* Made by mknamed.py. */\n"
                  '#include "caption/named.h"\n\n'
                  "const uint32_t cl_named_slots[] = {\n")
        for k in range(0, size, 6):
            out.write("\t" + ", ".join(f"{s}u" for s in slots[k:k + 6])
                      + ",\n")
        out.write(f"}};\nconst uint32_t cl_named_size = {size};\n")
        put_bits(out, "first", firsts, FIRST_BITS)
        put_bits(out, "prefixes", starts, PREFIX_BITS)


main()
