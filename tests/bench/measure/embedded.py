"""Rewritten passages in other articles: an original is put between two sentences of one news article, its copy into
another. Beside them pairs of articles that hold passages of different originals, where nothing is to be found. And a scan
of such articles, each original once, among those into which nothing was put: each is a near copy of one of these."""
import random
import re

from .corpora import by_half
from .passages import code_points, scores
from .program import REUSE, shuffled
from .table import share

EACH = 250  # of a label
WORDS = (350, 1100)
LENGTHS = ((30, 50, "30 to 50 words"), (50, 100, "50 to 100 words"), (100, 10000, "100 words and more"))
SENTENCE_END = re.compile(r"[.!?][\"”]?\s+")


def articles(haystack):
    """Without end: each once, then all over again."""
    chosen = [d["text"] for d in shuffled(haystack.documents.values(), 5) if WORDS[0] < len(d["text"].split()) < WORDS[1]]
    while True:
        yield from chosen


def put_into(article, text, coin):
    """The article with the text as a paragraph of its own, and where it stands."""
    ends = [match.end() for match in SENTENCE_END.finditer(article)] or [len(article)]
    at = coin.choice(ends)
    before = article[:at].rstrip() + "\n\n"
    return before + text + "\n\n" + article[at:], (len(before), len(before) + len(text))


def chosen_pairs(corpus):
    """(original's id, copy, original)"""
    by_label = {}
    for copy, original, label, _ in shuffled(corpus.pairs, 11):
        texts = [corpus.documents[i]["text"] for i in (copy, original)]
        if min(len(text.split()) for text in texts) >= LENGTHS[0][0]:
            by_label.setdefault(label, []).append((original, *texts))
    return [pair for label in sorted(by_label) for pair in by_label[label][:EACH]]


def embedded(pairs, haystack, seed):
    """(original's id, words of the copy, the two articles, where in them)"""
    coin, hosts = random.Random(seed), articles(haystack)
    made = []
    for original, *texts in pairs:
        sides = [put_into(next(hosts), text, coin) for text in texts]
        made.append((original, len(texts[0].split()), [s[0] for s in sides], tuple(s[1] for s in sides)))
    return made


def detections(record, texts):
    found = record.get("passages") or []
    sides = (code_points(text, [p[side] for p in found]) for text, side in zip(texts, "ab"))
    return list(zip(*sides))


def is_found(item):
    return item[1]["relation"] in REUSE


def scan(figures, program, corpus, haystack, items):
    once = list({made[0]: made for made in items}.values())
    names = [[f"made{n}.{side}" for side in "ab"] for n in range(len(once))]
    made = [{"id": i, "text": text} for ids, item in zip(names, once) for i, text in zip(ids, item[2])]
    records, cost = program.scan(made + list(haystack.documents.values()))
    told = {frozenset((r["a"], r["b"])) for r in records if r["type"] == "pair"}
    found = [(item, frozenset(ids) in told) for ids, item in zip(names, once)]
    figures.add("embedded", corpus.name, "found in a scan of all articles",
                by_half(found, lambda f: f[0][0], lambda half: share(sum(f[1] for f in half), len(half))), None, len(found))
    figures.cost("embedded", corpus.name + ", scan", cost, documents=len(made) + len(haystack.documents))


def measure(figures, program, corpus, haystack):
    pairs = chosen_pairs(corpus)
    strangers = [(a[0], a[1], b[2]) for a, b in zip(pairs, pairs[1:]) if a[0] != b[0]][::5]
    items = embedded(pairs, haystack, 1)
    told, cost = program.compare([made[2] for made in items])
    found = list(zip(items, told))
    for least, most, name in LENGTHS:
        part = [item for item in found if least <= item[0][1] < most]
        figures.add("embedded", corpus.name, f"found, copies of {name}",
                    by_half(part, lambda i: i[0][0], lambda half: share(sum(map(is_found, half)), len(half))),
                    None, len(part))
    cases = [(made[0], ([made[3]], detections(record, made[2]))) for made, record in found]
    figures.add("embedded", corpus.name, "plagdet",
                by_half(cases, lambda c: c[0], lambda half: scores([c[1] for c in half])["plagdet"]), None, len(cases))
    other, _ = program.compare([made[2] for made in embedded(strangers, haystack, 2)])
    figures.add("embedded", corpus.name, "found where nothing is", sum(r["relation"] in REUSE for r in other), None, len(other))
    figures.cost("embedded", corpus.name, cost, pairs=len(found))
    scan(figures, program, corpus, haystack, items)
