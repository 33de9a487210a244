#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn tagger.model into C: mktagger.py IN OUT.

Words get numbers. Every value of every template has a place in one index, which
leads to a row of weights; rows that are the same are written once. The rows of
one word in all templates that look at single words stand side by side. Of the
templates a function is made that adds the rows of what is seen of a token.
"""
import math
import re
import sys

SIGHTS = ["word", "prefix", "suffix", "before", "after", "shape", "owner",
          "rule", "run", "left", "head", "right", "outer", "farther",
          "classes", "names", "stance"]
VOCABULARY = {"word": 0, "before": 0, "after": 0, "left": 0, "head": 0,
              "right": 0, "outer": 0, "farther": 0, "prefix": 1, "suffix": 2}
SIZES = {"shape": 40, "owner": 16, "rule": 32, "run": 32, "classes": 32,
         "names": 32, "stance": 32}
KINDS = ["persons", "events", "sublocation", "city", "province_state",
         "country", "creators", "agencies"]
BITS = SIGHTS.index("classes")  # the first sight that is a set of bits
AROUND = 2  # CL_SEEN_AROUND
TAGS = ["O"] + [b + "-" + k for k in KINDS for b in "BI"]
WORD_MAX, LONG_WORD, PART = 24, 5, 3  # as observe.c has them
PART_SLOTS = 4096
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
UNIT = 24
POWERS = 512
SCORE_MAX, STEP_MAX = 7850, 190  # sums of four and of seven fit 16 bits
# As the table has them: what begins, what goes on; and nothing, against which
# the others are weighed.
LANES = ["B-" + k for k in KINDS] + ["I-" + k for k in KINDS]


def parts(word):
    """Of base/word.h."""
    data = word.ljust(WORD_MAX, b"\0")
    return [int.from_bytes(data[k:k + 8], "little")
            for k in range(0, WORD_MAX, 8)]


def word_hash(word):
    return sum(p * f for p, f in zip(parts(word), FACTORS)) % 2**64 >> 32


def unescape(s):
    if s == "##":
        return b"#"  # the sign; a single one is the edge of the text
    return re.sub(r"\\x(..)", lambda m: chr(int(m.group(1), 16)),
                  s).encode("latin-1")


def read(path):
    templates, steps, signs = [], {}, {}
    chances = {"knots": []}
    for line in open(path, encoding="ascii"):
        parts = line.split()
        if not parts or parts[0] == "#":
            continue
        if parts[0] == "template":
            templates.append([(parts[k], int(parts[k + 1]))
                              for k in range(1, len(parts), 2)])
        elif parts[0] == "knots":
            chances["knots"] = parts[1:]
        elif parts[0] == "chance":
            chances[parts[1]] = parts[2:]
        elif parts[0] == "step":
            steps[parts[1], parts[2]] = float(parts[3])
        else:
            signs[parts[0]] = [(TAGS.index(t), int(w)) for t, w in
                               (x.rsplit("=", 1) for x in parts[1:])]
    return templates, steps, signs, chances


def values_of(sign, template):
    """The values of a sign; a colon may be a value's own."""
    rest = sign.split(":", 1)[1]
    if len(template) == 1:
        return [rest]
    return rest.split(":")


class Table:
    def __init__(self, templates, signs):
        self.templates, self.words = templates, [{}, {}, {}]
        self.rows = {}
        for sign in sorted(signs):
            if sign == "bias":
                continue
            template = templates[int(sign.split(":")[0])]
            for (sight, _), value in zip(template, values_of(sign, template)):
                v = VOCABULARY.get(sight)
                if v is not None and value != "#":
                    self.words[v].setdefault(unescape(value),
                                             2 + len(self.words[v]))
        self.bases, self.strides, base = [0] * len(templates), {}, 0
        for group in self.groups():
            size = len(group)
            for sight, _ in templates[group[0]]:
                size *= self.size(sight)
            for k, n in enumerate(group):
                self.bases[n] = base + k
                self.strides[n] = len(group)
            base += size
        self.count = base
        for sign, weights in signs.items():
            if sign != "bias":
                self.rows[self.row(sign)] = weights

    def groups(self):
        """Templates whose rows are mixed: of one vocabulary, or alone."""
        groups = {}
        for n, template in enumerate(self.templates):
            key = n
            if len(template) == 1:
                sight = template[0][0]
                key = "of %d" % VOCABULARY[sight] if sight in VOCABULARY else n
            groups.setdefault(key, []).append(n)
        return groups.values()

    def size(self, sight):
        if sight in VOCABULARY:
            return 2 + len(self.words[VOCABULARY[sight]])
        return SIZES[sight]

    def number(self, sight, value):
        if sight in VOCABULARY:
            if value == "#":
                return 1
            return self.words[VOCABULARY[sight]][unescape(value)]
        return 1 if value == "#" else int(value)

    def row(self, sign):
        n = int(sign.split(":")[0])
        at = 0
        template = self.templates[n]
        for (sight, _), value in zip(template, values_of(sign, template)):
            at = at * self.size(sight) + self.number(sight, value)
        return self.bases[n] + at * self.strides[n]


def put_words(out, words, prefixes, suffixes):
    size = 16
    while size < 2 * len(words):
        size *= 2
    slots = [0] * size
    for word in sorted(words):
        at = word_hash(word) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = words[word]
    out.write("const struct cl_known_word cl_known_words[] = {\n"
              "\t{ { 0 }, 0, 0 },\n\t{ { 0 }, 0, 0 },\n")
    for word in sorted(words, key=words.get):
        is_long = len(word) >= LONG_WORD
        out.write("\t{ { %s }, %d, %d },\n" % (
            ", ".join(f"0x{p:X}u" for p in parts(word)),
            prefixes.get(word[:PART], 0) if is_long else 0,
            suffixes.get(word[-PART:], 0) if is_long else 0))
    out.write("};\nconst uint16_t cl_word_slots[] = {\n")
    for k in range(0, size, 12):
        out.write("\t" + ", ".join(map(str, slots[k:k + 12])) + ",\n")
    out.write("};\nconst uint32_t cl_word_mask = %d;\n" % (size - 1))


def put_parts(out, name, numbers):
    slots = [(0, 0)] * PART_SLOTS
    assert len(numbers) < PART_SLOTS
    for part in sorted(numbers):
        key = int.from_bytes(part, "little")
        at = (key * 2654435769) % 2**32 >> 20
        while slots[at][0]:
            at = (at + 1) % PART_SLOTS
        slots[at] = key, numbers[part]
    out.write(f"const struct cl_part_slot {name}[CL_PART_SLOTS] = {{\n")
    for key, number in slots:
        out.write(f"\t{{ {key}, {number} }},\n")
    out.write("};\n")


def lanes_of(weights):
    """Of the tags but O, each less the weight of O."""
    weight = {TAGS[tag]: max(-127, min(127, w)) for tag, w in weights}
    lanes = tuple(weight.get(t, 0) - weight.get("O", 0) for t in LANES)
    assert all(-127 <= w <= 127 for w in lanes), weights
    return lanes


def put_rows(out, table):
    rows, index = {(0,) * len(LANES): 0}, []
    for row in range(table.count):
        lanes = lanes_of(table.rows.get(row, []))
        index.append(rows.setdefault(lanes, len(rows)))
    assert len(rows) <= 65536
    out.write("const uint16_t cl_row_of[] = {\n")
    for k in range(0, len(index), 12):
        out.write("\t" + ", ".join(map(str, index[k:k + 12])) + ",\n")
    out.write("};\nconst int8_t cl_rows[][CL_LANES] = {\n")
    for lanes in rows:
        out.write("\t{ " + ", ".join(map(str, lanes)) + " },\n")
    out.write("};\n")


def most(table, signs):
    """No score is more, nor less below 0."""
    total = max(map(abs, lanes_of(signs.get("bias", []))))
    for n, template in enumerate(table.templates):
        of = {}
        for sign, weights in signs.items():
            if sign.split(":")[0] == str(n):
                bit = values_of(sign, template)[0] \
                    if SIGHTS.index(template[0][0]) >= BITS else 0
                most = max(map(abs, lanes_of(weights)))
                of[bit] = max(of.get(bit, 0), most)
        total += sum(of.values())
    return total


def seen(sight, at):
    """The C of a sight of a token near by."""
    assert abs(at) <= AROUND
    n = SIGHTS.index(sight)
    if n < BITS:
        return f"seen[{at}].number[{n}]"
    return f"seen[{at}].bits[{n - BITS}]"


def put_templates(out, table):
    """Rows of numbers are added one a template, of bits one a bit."""
    out.write("void cl_weigh(const struct cl_seen *seen, "
              "int16_t score[CL_LANES])\n{\n"
              "\tint16_t sum[CL_LANES];\n\n"
              "\tmemcpy(sum, cl_bias, sizeof(sum));\n")
    for n, template in enumerate(table.templates):
        one, base = seen(*template[0]), table.bases[n]
        values = table.size(template[1][0]) if template[1:] else \
            table.strides[n]
        other = seen(*template[1]) if template[1:] else "0"
        if SIGHTS.index(template[0][0]) < BITS:
            out.write(f"\tadd_row(sum, {base} + {one} * {values} + {other});\n")
        else:
            out.write(f"\tadd_rows(sum, {base} + {other}, {one}, {values});\n")
    out.write("\tmemcpy(score, sum, sizeof(sum));\n}\n")


def put_steps(out, steps, signs):
    out.write("const int16_t cl_bias[CL_LANES] = { %s };\n" % ", ".join(
        map(str, lanes_of(signs.get("bias", [])))))
    for kind, name, form in (
            ("int16_t", "cl_steps", lambda w: str(round(UNIT * w))),
            ("float", "cl_step_odds", lambda w: "%.9ef" % math.exp(w))):
        def row(pairs):
            return "{ " + ", ".join(form(steps.get(ab, 0.0))
                                    for ab in pairs) + " }"
        begins = LANES[:len(KINDS)]
        sources = LANES + ["O"]
        out.write(f"const struct {name} {name} = {{\n\t{{\n")
        for a in sources:
            out.write("\t\t" + row((a, b) for b in begins) + ",\n")
        out.write("\t},\n\t" + row((a, "I-" + a[2:]) for a in LANES) + ",\n\t"
                  + row((a, "O") for a in sources) + ",\n")
        if kind == "float":
            out.write("\t{\n")
            for b in begins:
                out.write("\t\t" + row((a, b) for a in sources) + ",\n")
            out.write("\t},\n")
        out.write("};\n")
    out.write("const float cl_powers[CL_POWERS + 1] = {\n")
    for k in range(POWERS):
        out.write("\t%.9ef,\n" % math.exp(-k / UNIT))
    out.write("\t0,\n};\n")


def put_chances(out, chances):
    knots = chances["knots"]
    out.write("const size_t cl_knot_count = %d;\n" % len(knots))
    out.write("const float cl_knots[] = { %s };\n" % ", ".join(
        "%.4ff" % float(k) for k in knots))
    out.write("const float cl_chances[CL_TAG_KINDS][CL_KNOTS] = {\n")
    for kind in KINDS:
        out.write("\t{ %s },\n" % ", ".join(
            "%.4ff" % float(c) for c in chances[kind]))
    out.write("};\n")


def main():
    templates, steps, signs, chances = read(sys.argv[1])
    table = Table(templates, signs)
    if most(table, signs) > SCORE_MAX or \
            max(abs(UNIT * w) for w in steps.values()) > STEP_MAX:
        sys.exit("the model's weights are too large: train it with more "
                 "regularization, or make the tagger's sums wider")
    with open(sys.argv[2], "w", encoding="ascii") as out:
        out.write("/* Made by mktagger.py from tagger.model. */\n"
                  '#include "caption/tagger_table.h"\n\n')
        words, prefixes, suffixes = table.words
        put_words(out, words, prefixes, suffixes)
        put_parts(out, "cl_prefixes", prefixes)
        put_parts(out, "cl_suffixes", suffixes)
        put_rows(out, table)
        put_steps(out, steps, signs)
        put_templates(out, table)
        put_chances(out, chances)


main()
