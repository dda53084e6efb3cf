"""Corpora in a folder: NAME.docs.jsonl, NAME.pairs.tsv, NAME.passages.jsonl, NAME.silver.tsv, each also as .xz.

docs: an object a line, "id", "text" and what else is known. pairs: copy, original, label, detail. passages: "susp",
"src", "this" and "source" as [first code point, count]. silver: a, b, word-5-shingle Jaccard, containment.
"""
import functools
import hashlib
import json
import lzma
import os


class Families:
    """Disjoint sets."""

    def __init__(self):
        self.above = {}

    def find(self, x):
        self.above.setdefault(x, x)
        while self.above[x] != x:
            self.above[x] = self.above[self.above[x]]
            x = self.above[x]
        return x

    def join(self, a, b):
        self.above[self.find(a)] = self.find(b)


class Corpus:
    def __init__(self, folder, name):
        self.folder, self.name = folder, name

    def path(self, kind):
        for suffix in ("", ".xz"):
            path = os.path.join(self.folder, f"{self.name}.{kind}{suffix}")
            if os.path.exists(path):
                return path
        return None

    def has(self, kind):
        return self.path(kind) is not None

    def lines(self, kind):
        path = self.path(kind)
        if path is None:
            raise FileNotFoundError(f"{self.folder}: no {self.name}.{kind}[.xz]")
        with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf8", errors="replace") as file:
            yield from file

    def rows(self, kind):
        return [line.rstrip("\n").split("\t") for line in self.lines(kind)]

    @functools.cached_property
    def documents(self):
        """By id, in the order of the file."""
        found = {}
        for line in self.lines("docs.jsonl"):
            document = json.loads(line)
            # What no text may hold becomes a blank or a question mark: offsets in code points stay.
            document["text"] = document["text"].replace("\0", " ").encode("utf8", "replace").decode("utf8")
            found[document["id"]] = document
        return found

    @functools.cached_property
    def pairs(self):
        """(copy, original, label, detail) of documents that are there."""
        return [tuple((row + [""])[:4]) for row in self.rows("pairs.tsv")
                if row[0] in self.documents and row[1] in self.documents]

    @functools.cached_property
    def silver(self):
        return [(a, b, float(j), float(c)) for a, b, j, c in self.rows("silver.tsv")]

    @functools.cached_property
    def original_of(self):
        """Each document's original: itself when it is no copy."""
        above = {copy: original for copy, original, _, _ in self.pairs} if self.has("pairs.tsv") else {}
        return {i: above.get(i, i) for i in self.documents}


HALVES = ("all", "tuning", "checking")


def half(original):
    """Which half an original and all that came of it belongs to: for good, whatever the corpus."""
    return HALVES[1 + hashlib.sha256(original.encode("utf8")).digest()[0] % 2]


def by_half(items, original, figure):
    """figure of all items, of the tuning and of the checking half."""
    parts = {name: [] for name in HALVES}
    for item in items:
        parts["all"].append(item)
        parts[half(original(item))].append(item)
    return {name: figure(part) for name, part in parts.items()}
