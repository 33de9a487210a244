#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Learn the tagger's weights from labelled captions.

  train.py OBSERVE CRF OUT LABELLED ...         write the model OUT
  train.py OBSERVE CRF --folds=4 [--only=PREFIX] LABELLED ...
        learn from three quarters, tag the last, four times; print the share of
        each kind of value that is found (F1), of captions of these ids only

OBSERVE and CRF are the programs of this folder. A labelled caption is a JSON
object a line, "id", "text", "document_date", and "gold" with the fields (see
the README of captions/); or a case of tests/cases. A value is looked for in the
tokens of its
caption; each place where it stands is an example.
"""
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

KINDS = ["persons", "events", "sublocation", "city", "province_state",
         "country", "creators", "agencies"]
UNIT = 24  # a weight of 1.0 in the model, as CL_WEIGHT_UNIT
LEAST = 2  # smaller ones are left out
LISTS = ["persons", "events", "creators", "agencies"]
# Grammars whose tokens hold no value: restriction, reference, boilerplate.
CLOSED = {2, 3, 4}
CREDIT, DATELINE = 1, 5
WORD, QUOTE_OPEN, QUOTE_CLOSE = 0, 6, 7
SIGHTS = ["word", "prefix", "suffix", "before", "after", "shape", "owner",
          "rule", "run", "left", "head", "right", "outer", "farther",
          "classes", "names", "stance"]
NUMBERS = 14
# What is looked at: sights of tokens at so many to the right.
TEMPLATES = [
    [("word", 0)], [("word", -1)], [("word", 1)], [("word", -2)], [("word", 2)],
    [("prefix", 0)], [("suffix", 0)], [("before", 0)], [("after", 0)],
    [("shape", 0)], [("shape", -1)], [("shape", 1)], [("shape", -2)],
    [("shape", 2)],
    [("owner", 0)], [("owner", -1)], [("owner", 1)],
    [("rule", 0)],
    [("classes", 0)], [("classes", -1)], [("classes", 1)],
    [("names", 0)], [("names", -1)], [("names", 1)], [("names", 2)],
    [("stance", 0)],
    [("run", 0)], [("left", 0)], [("head", 0)], [("right", 0)],
    [("outer", 0)], [("farther", 0)],
    [("shape", -1), ("shape", 0)], [("shape", 0), ("shape", 1)],
    [("classes", 0), ("shape", 1)], [("classes", -1), ("shape", 0)],
    [("rule", -1), ("rule", 0)], [("rule", 0), ("rule", 1)],
]
ABBREVIATED = {"united kingdom": ["UK", "U.K.", "Britain", "Great Britain"],
               "united states": ["US", "U.S.", "USA", "U.S.A.", "America"]}


def plain(s):
    s = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", s))
    s = "".join(c for c in s.casefold() if not unicodedata.combining(c))
    return re.sub(r"[\W_]", "", s)


def load_cases(path):
    """tests/cases: see run_cases.c there. Those with fields are left out."""
    out = []
    with open(path, encoding="utf-8") as text:
        blocks = text.read().split("\n== ")[1:]
    for n, block in enumerate(blocks):
        caption, date, gold, fields = [], None, {}, False
        for line in block.split("\n")[1:]:
            key, _, value = line.partition(": ")
            if line.startswith("> "):
                caption.append(line[2:])
            elif line.startswith("@ "):
                date = line[2:]
            elif key in KINDS + ["date_created"]:
                values = [re.sub(r" \(.*\)$", "", v)
                          for v in value.split(" | ")]
                gold[key] = values if key in LISTS else values[0]
            fields |= key in ("by_line", "credit", "source")
        if caption and not fields:
            out.append({"id": "%s-%d" % (os.path.basename(path), n),
                        "text": "\n".join(caption), "document_date": date,
                        "gold": {k: gold.get(k) for k in KINDS}})
    return out


def load(paths):
    out = []
    for path in paths:
        if path.endswith(".txt"):
            out += load_cases(path)
            continue
        with open(path, encoding="utf-8") as lines:
            out += [json.loads(line) for line in lines if line.strip()]
    return out


class Token:
    def __init__(self, parts, text):
        self.start, self.end, self.owner, self.kind = map(int, parts[:4])
        self.signs = None
        self.plain = plain(text[self.start:self.end].decode())
        word = parts[4]
        self.sights = {"word": [word], "before": [parts[5]],
                       "after": [parts[6]], "left": [parts[7]],
                       "head": [parts[8]], "right": [parts[9]],
                       "outer": [parts[10]], "farther": [parts[11]]}
        long = len(word) >= 5
        self.sights["prefix"] = [word[:3]] if long else []
        self.sights["suffix"] = [word[-3:]] if long else []
        for name, value in zip(("shape", "owner", "rule", "run"),
                               parts[12:16]):
            self.sights[name] = [value]
        for name, value in zip(("classes", "names", "stance"),
                               parts[16:19]):
            self.sights[name] = [str(b) for b in range(32)
                                 if int(value) >> b & 1]


def observe(program, records):
    """Tokens and known names of each record, by id."""
    lines = "".join(json.dumps({k: r.get(k) for k in
                                ("id", "text", "document_date")}) + "\n"
                    for r in records)
    out = subprocess.run([program], input=lines.encode(), check=True,
                         stdout=subprocess.PIPE).stdout.decode("latin-1")
    seen, texts = {}, {r["id"]: r["text"].encode() for r in records}
    for block in out.split("\n\n"):
        if not block.strip("\n"):
            continue
        head, *rest = block.strip("\n").split("\n")
        ident = head.split("\t")[1]
        tokens, names = [], []
        for line in rest:
            parts = line.split("\t")
            if parts[0] == "name":
                names.append((int(parts[1]), int(parts[2]), parts[3],
                              plain(parts[4].encode("latin-1").decode())))
            else:
                tokens.append(Token(parts, texts[ident]))
        seen[ident] = tokens, names
    return seen


def places_of(label, tokens):
    """Where the label stands: from, to."""
    want, out = plain(label), []
    for i in range(len(tokens)):
        got, k = "", i
        if not want or not tokens[i].plain:
            continue
        while k < len(tokens) and len(got) < len(want):
            got += tokens[k].plain
            k += 1
        if got == want:
            out.append((i, k))
    return out


def with_quotes(label, i, k, tokens):
    label = label.strip()
    if not label[0].isalnum() and i and tokens[i - 1].kind == QUOTE_OPEN:
        i -= 1
    if (not label[-1].isalnum() and k < len(tokens) and
            tokens[k].kind == QUOTE_CLOSE):
        k += 1
    return i, k


def as_list(value):
    return value if isinstance(value, list) else [value] if value else []


def tags_of(record, tokens, names):
    """A tag for each token, and the labels that are not found."""
    tags, lost = ["O"] * len(tokens), []

    def free(i, k):
        return all(tags[n] == "O" for n in range(i, k))

    def put(i, k, kind):
        for n in range(i, k):
            tags[n] = ("B-" if n == i else "I-") + kind

    def outside(i, k, closed):
        return not any(tokens[n].owner in closed for n in range(i, k))

    gold = record["gold"]
    for kind in ("creators", "agencies"):
        for label in sorted(as_list(gold[kind]), key=len, reverse=True):
            found = [f for f in places_of(label, tokens) if free(*f)]
            inside = [f for f in found if tokens[f[0]].owner == CREDIT]
            if not found:
                lost.append((kind, label))
            for f in inside or found[-1:]:
                if free(*f):
                    put(*f, kind)
    for kind in ("events", "persons", "sublocation"):
        closed = CLOSED if kind == "sublocation" else CLOSED | {DATELINE}
        for label in sorted(as_list(gold[kind]), key=len, reverse=True):
            found = [with_quotes(label, *f, tokens)
                     for f in places_of(label, tokens)]
            found = [f for f in found if outside(*f, closed) and free(*f)]
            if not found:
                lost.append((kind, label))
            for f in found:
                if free(*f):
                    put(*f, kind)
    for kind in ("city", "province_state", "country"):
        for label in as_list(gold[kind]):
            found = places_of(label, tokens)
            for other in ABBREVIATED.get(label.casefold(), []):
                found += places_of(other, tokens)
            found += [(i, k) for i, k, what, name in names
                      if what == kind and name == plain(label)]
            found = [f for f in found if outside(*f, CLOSED) and free(*f)]
            if not found:
                lost.append((kind, label))
            for f in found:
                if free(*f):
                    put(*f, kind)
    return tags, lost


def escape(sign):
    return "".join(c if "!" <= c <= "~" and c != "\\" else
                   "\\x%02x" % ord(c) for c in sign)


def signs_of(tokens, i):
    """The signs of a token: a template's number and its values."""
    if tokens[i].signs is None:
        tokens[i].signs = make_signs(tokens, i)
    return tokens[i].signs


def make_signs(tokens, i):
    out = ["bias"]
    for number, template in enumerate(TEMPLATES):
        values = [""]
        for sight, at in template:
            there = (tokens[i + at].sights[sight]
                     if 0 <= i + at < len(tokens) else
                     ["#"] if SIGHTS.index(sight) < NUMBERS else [])
            values = [v + ":" + escape(t) for v in values for t in there]
        out += [str(number) + v for v in values]
    return out


def common(records, seen, least=2):
    """The signs that stand in so many captions: others teach nothing."""
    count = {}
    for r in records:
        tokens, _ = seen[r["id"]]
        for sign in {s for i in range(len(tokens))
                     for s in signs_of(tokens, i)}:
            count[sign] = count.get(sign, 0) + 1
    return {sign for sign, n in count.items() if n >= least}


def write(path, records, seen, known=None, quiet=True):
    lost = 0
    with open(path, "w", encoding="ascii") as out:
        for r in records:
            tokens, names = seen[r["id"]]
            tags, missing = tags_of(r, tokens, names)
            lost += len(missing)
            for kind, label in [] if quiet else missing:
                print("train: %s: no %s “%s”" % (r["id"], kind, label),
                      file=sys.stderr)
            for i, tag in enumerate(tags):
                signs = [s for s in signs_of(tokens, i)
                         if known is None or s in known]
                out.write(" ".join(signs + [tag]) + "\n")
            out.write("\n")
    return lost


def learn(crf, records, seen, model, test=None):
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "train")
        lost = write(data, records, seen, common(records, seen),
                     test is not None)
        command = [crf, data, model]
        if test is not None:
            command.append(os.path.join(folder, "test"))
            write(command[-1], test, seen)
        out = subprocess.run(command, check=True, stdout=subprocess.PIPE)
        return lost, out.stdout.decode()


def spans(tags):
    out = []
    for i, tag in enumerate(tags):
        if tag[0] == "B":
            k = i + 1
            while k < len(tags) and tags[k] == "I-" + tag[2:]:
                k += 1
            out.append((tag[2:], i, k))
    return set(out)


def part(record, folds):
    """The part of a record: a hash of its id, always the same."""
    digest = hashlib.sha256(record["id"].encode()).hexdigest()
    return int(digest, 16) % folds


def cross(crf, records, seen, folds, only=""):
    """Tag each part with what the others teach: for each caption the values
    wanted, and those found with the least chance of their tags."""
    for n in range(folds):
        test = [r for r in records
                if part(r, folds) == n and r["id"].startswith(only)]
        rest = [r for r in records if part(r, folds) != n]
        _, out = learn(crf, rest, seen, os.devnull, test)
        for block in out.strip("\n").split("\n\n"):
            rows = [line.split(" ") for line in block.split("\n")]
            want, got = (spans([r[k] for r in rows]) for k in (0, 1))
            yield want, {s: min(float(rows[i][2]) for i in range(*s[1:]))
                         for s in got}


def fold(crf, records, seen, folds, only):
    count = {kind: [0, 0, 0] for kind in KINDS}
    for want, got in cross(crf, records, seen, folds, only):
        for kind in KINDS:
            a = {s for s in want if s[0] == kind}
            b = {s for s in got if s[0] == kind}
            for k, m in enumerate((a & b, b - a, a - b)):
                count[kind][k] += len(m)
    for kind, (tp, fp, fn) in count.items():
        print("%-15s %.3f" % (kind, 2 * tp / max(1, 2 * tp + fp + fn)))


def is_right(span, want):
    """Found as wanted; of occasions and venues most words suffice."""
    kind, i, k = span
    for other, a, b in want:
        shared = min(k, b) - max(i, a)
        if other == kind and (shared * 2 >= 0.75 * (k - i + b - a)
                              if kind in ("events", "sublocation") else
                              (i, k) == (a, b)):
            return True
    return False


KNOTS = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 1]


def calibration(found):
    """Chances as they come out, at the knots: pairs of chance and whether it
    was right; the share of right ones between knots, made to rise (pool
    adjacent violators)."""
    bins = []
    for low, high in zip(KNOTS, KNOTS[1:]):
        inside = [(c, ok) for c, ok in found
                  if low <= c < high or c == high == 1]
        n = len(inside) + 2  # two more, at the middle of the bin
        bins.append([n, (sum(ok for _, ok in inside) + low + high) / n, 1])
    pooled = []
    for b in bins:
        pooled.append(b)
        while len(pooled) > 1 and pooled[-2][1] > pooled[-1][1]:
            n, share, width = pooled.pop()
            m, other, more = pooled[-1]
            pooled[-1] = [n + m, (n * share + m * other) / (n + m),
                          width + more]
    shares = [share for _, share, width in pooled for _ in range(width)]
    return ["%.3f" % share for share in shares]


def calibrate(crf, records, seen, folds=4):
    found = {kind: [] for kind in KINDS}
    for want, got in cross(crf, records, seen, folds):
        for span, chance in got.items():
            found[span[0]].append((chance, is_right(span, want)))
    return {kind: calibration(pairs) for kind, pairs in found.items()}


def save(raw, path, records, paths, shares):
    """The learner's output as the model: a line a sign."""
    steps, signs = [], {}
    with open(raw, encoding="ascii") as lines:
        for line in lines:
            what, a, b, *c = line.split()
            if what == "step":
                steps.append((a, b, c[0]))
            else:
                signs.setdefault(a, []).append((b, float(c[0])))
    with open(path, "w", encoding="ascii") as out:
        out.write("# The tagger's weights, made by tests/gold/train.py from %d "
                  "captions.\n" % len(records))
        out.write("# Sets: %s\n" % ", ".join(sorted(
            {os.path.basename(p) for p in paths})))
        for template in TEMPLATES:
            out.write("template " + " ".join("%s %d" % t for t in template)
                      + "\n")
        out.write("knots " + " ".join(map(str, KNOTS)) + "\n")
        for kind, values in shares.items():
            out.write("chance %s %s\n" % (kind, " ".join(values)))
        for a, b, w in steps:
            out.write("step %s %s %s\n" % (a, b, w))
        for sign in sorted(signs):
            weights = ["%s=%d" % (tag, round(UNIT * w))
                       for tag, w in signs[sign]
                       if abs(round(UNIT * w)) >= LEAST]
            if weights:
                out.write(sign + " " + " ".join(weights) + "\n")


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    opts = dict(a[2:].split("=", 1) for a in sys.argv[1:]
                if a.startswith("--"))
    if len(args) < 3:
        sys.exit(__doc__)
    observer, crf = args[:2]
    paths = args[2:] if "folds" in opts else args[3:]
    records = load(paths)
    seen = observe(observer, records)
    if "folds" in opts:
        fold(crf, records, seen, int(opts["folds"]), opts.get("only", ""))
        return
    with tempfile.TemporaryDirectory() as folder:
        raw = os.path.join(folder, "raw")
        lost, _ = learn(crf, records, seen, raw)
        save(raw, args[2], records, paths, calibrate(crf, records, seen))
    print("train: %d captions, %d labels not found in their text"
          % (len(records), lost))


if __name__ == "__main__":
    main()
