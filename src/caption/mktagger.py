#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn tagger.model into C: mktagger.py IN OUT.

Words get numbers, every value of every template a row of weights.
"""
import math
import re
import sys

SIGHTS = ["word", "prefix", "suffix", "before", "after", "shape", "owner",
          "rule", "run", "left", "head", "right", "classes", "names", "stance"]
VOCABULARY = {"word": 0, "before": 0, "after": 0, "left": 0, "head": 0,
              "right": 0, "prefix": 1, "suffix": 2}
SIZES = {"shape": 32, "owner": 16, "rule": 32, "run": 32, "classes": 32, "names": 32,
         "stance": 32}
KINDS = ["persons", "events", "sublocation", "city", "province_state",
         "country", "creators", "agencies"]
TAGS = ["O"] + [b + "-" + k for k in KINDS for b in "BI"]
UNIT = 24
POWERS = 512


def fnv(data):
    h = 2166136261
    for byte in data:
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    return h


def unescape(s):
    return re.sub(r"\\x(..)", lambda m: chr(int(m.group(1), 16)),
                  s).encode("latin-1")


def quote(data):
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\?'
                         else "\\%03o" % b for b in data) + '"'


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
        self.bases, base = [], 0
        for template in templates:
            self.bases.append(base)
            size = 1
            for sight, _ in template:
                size *= self.size(sight)
            base += size
        self.count = base
        for sign, weights in signs.items():
            if sign != "bias":
                self.rows[self.row(sign)] = weights

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
        return self.bases[n] + at


def put_words(out, number, words):
    size = 16
    while size < 2 * len(words):
        size *= 2
    slots = [None] * size
    for word in sorted(words):
        at = fnv(word) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = word
    out.write(f"static const struct cl_vocabulary_slot words_{number}[] = {{\n")
    for word in slots:
        out.write(f"\t{{ {quote(word)}, {words[word]} }},\n" if word
                  else "\t{ 0, 0 },\n")
    out.write("};\n")
    return size - 1


def put_rows(out, table):
    weights, starts = [], []
    for row in range(table.count + 1):
        starts.append(len(weights))
        weights += table.rows.get(row, [])
    out.write("const uint32_t cl_rows[] = {\n")
    for k in range(0, len(starts), 12):
        out.write("\t" + ", ".join(map(str, starts[k:k + 12])) + ",\n")
    out.write("};\nconst struct cl_weight cl_weights[] = {\n")
    for tag, weight in weights:
        weight = max(-127, min(127, weight))
        out.write(f"\t{{ {tag}, {weight} }},\n")
    out.write("\t{ 0, 0 },\n};\n")


def put_steps(out, steps, signs):
    bias = dict(signs.get("bias", []))
    out.write("const int16_t cl_bias[CL_TAGS] = { %s };\n" % ", ".join(
        str(bias.get(k, 0)) for k in range(len(TAGS))))
    for kind, name, form in (
            ("int16_t", "cl_transitions",
             lambda w: str(max(-32000, round(UNIT * w)))),
            ("float", "cl_transition_odds", lambda w: "%.9gf" % math.exp(w)
             if math.exp(w) % 1 else "%.1ff" % math.exp(w))):
        out.write(f"const {kind} {name}[CL_TAGS][CL_TAGS] = {{\n")
        for a in TAGS:
            out.write("\t{ " + ", ".join(
                form(steps.get((a, b), 0.0) if legal(a, b) else -30.0)
                for b in TAGS) + " },\n")
        out.write("};\n")
    out.write("const float cl_powers[CL_POWERS] = {\n")
    for k in range(POWERS):
        out.write("\t%.9ef,\n" % math.exp(-k / UNIT))
    out.write("};\n")


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


def legal(a, b):
    """Only what has begun goes on."""
    return b[0] != "I" or a[2:] == b[2:]


def main():
    templates, steps, signs, chances = read(sys.argv[1])
    table = Table(templates, signs)
    with open(sys.argv[2], "w", encoding="ascii") as out:
        out.write("/* Made by mktagger.py from tagger.model. */\n"
                  '#include "caption/tagger_table.h"\n\n')
        masks = [put_words(out, n, w) for n, w in enumerate(table.words)]
        out.write("const struct cl_vocabulary_slot *const cl_vocabularies"
                  "[CL_VOCS] = {\n\twords_0, words_1, words_2\n};\n")
        out.write("const uint32_t cl_vocabulary_masks[CL_VOCS] = "
                  "{ %d, %d, %d };\n" % tuple(masks))
        out.write("const struct cl_template cl_templates[] = {\n")
        for template, base in zip(templates, table.bases):
            (sight, at), (other, other_at) = (template + [(None, 0)])[:2]
            out.write("\t{ %d, %d, %d, %d, %d, %d },\n" % (
                SIGHTS.index(sight),
                SIGHTS.index(other) if other else len(SIGHTS), at, other_at,
                table.size(other) if other else 1, base))
        out.write("};\nconst size_t cl_template_count = %d;\n"
                  % len(templates))
        put_rows(out, table)
        put_steps(out, steps, signs)
        put_chances(out, chances)


main()
