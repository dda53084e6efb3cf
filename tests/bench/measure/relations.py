"""Relations of labelled pairs: what they are called, how strong the machine signs, which text is said to be first."""
import collections
import math
import random

from .corpora import by_half
from .program import REUSE
from .table import share

RUNGS = {f"polish-{percent}": percent for percent in (1, 5, 10, 20, 35, 50, 75)}


def ranks(values):
    """Mean ranks of ties."""
    places = collections.defaultdict(list)
    for place, value in enumerate(sorted(values)):
        places[value].append(place)
    return [sum(places[value]) / len(places[value]) for value in values]


def rank_correlation(pairs):
    """Spearman's."""
    if len(pairs) < 3:
        return None
    x, y = (ranks(side) for side in zip(*pairs))
    mean = (len(pairs) - 1) / 2
    spread = math.sqrt(sum((p - mean) ** 2 for p in x) * sum((q - mean) ** 2 for q in y))
    return sum((p - mean) * (q - mean) for p, q in zip(x, y)) / spread if spread else None


def judge_first(record, is_turned):
    says = record.get("first", "unknown")
    return "unknown" if says == "unknown" else "right" if (says == "a") == is_turned else "wrong"


def compare_turned(program, corpus):
    """Half of the pairs are turned round, so that no order of the sides helps. [(pair, record, verdict on first)], cost"""
    coin = random.Random(4)
    turned = [coin.random() < .5 for _ in corpus.pairs]
    texts = ((corpus.documents[a]["text"], corpus.documents[b]["text"]) for a, b, _, _ in corpus.pairs)
    records, cost = program.compare([(b, a) if is_turned else (a, b) for (a, b), is_turned in zip(texts, turned)])
    return [(pair, record, judge_first(record, is_turned))
            for pair, record, is_turned in zip(corpus.pairs, records, turned)], cost


def add_first(figures, corpus, items):
    def right(part):
        return share(sum(i[2] == "right" for i in part), sum(i[2] != "unknown" for i in part))

    def add(measure, figure, target):
        figures.add("first", corpus.name, measure, by_half(items, lambda i: i[0][1], figure), target, len(items))

    add("right where decided", right, ("≥", .9))
    add("decided", lambda part: share(sum(i[2] != "unknown" for i in part), len(part)), ("≥", .3))
    add("certain and wrong", lambda part: sum(i[2] == "wrong" and i[1]["first_confidence"] == "certain" for i in part), ("≤", 0))
    domains = collections.defaultdict(list)
    for item in items:
        domains[item[0][3]].append(item)
    judged = [(right(part), domain) for domain, part in domains.items() if sum(i[2] != "unknown" for i in part) >= 20]
    if len(judged) > 1:
        figures.add("first", corpus.name, f"right in the worst of {len(judged)} domains ({min(judged)[1]})", min(judged)[0])
    labels = sorted({i[0][2] for i in items})
    counts = {label: collections.Counter(i[2] for i in items if i[0][2] == label) for label in labels}
    figures.detail(f"first {corpus.name}, share", ["label", "n", "right", "wrong", "unknown"],
                   [[label, c.total(), *(share(c[v], c.total()) for v in ("right", "wrong", "unknown"))] for label, c in counts.items()])


def add_labels(figures, corpus, items):
    counts = collections.defaultdict(collections.Counter)
    for (_, _, label, _), record, _ in items:
        counts[label].update(["n", record["relation"]] + ["strong"] * (record.get("machine_signs") == "strong"))
    relations = sorted({i[1]["relation"] for i in items})
    figures.detail(f"relations {corpus.name}, share", ["label", "n", *relations, "strong signs"],
                   [[label, c["n"], *(share(c[name], c["n"]) for name in [*relations, "strong"])] for label, c in sorted(counts.items())])


def add_share(figures, corpus, items, measure, labels, is_so, target):
    chosen = [i for i in items if i[0][2] in labels]
    values = by_half(chosen, lambda i: i[0][1], lambda part: share(sum(is_so(i[1]) for i in part), len(part)))
    figures.add("relations", corpus.name, measure, values if len(chosen) > 200 else values["all"], target, len(chosen))


def is_rewritten(record):
    return record["relation"] == "rewritten"


def is_reuse(record):
    return record["relation"] in REUSE


def add_ladder(figures, corpus, items):
    rungs = [i for i in items if i[0][2] in RUNGS]
    correlation = by_half(rungs, lambda i: i[0][1],
                          lambda part: rank_correlation([(RUNGS[i[0][2]], i[1]["jaccard"]) for i in part]))
    figures.add("relations", corpus.name, "rank correlation of degree and Jaccard", correlation, ("≤", -.75), len(rungs))
    for label in ("polish-1", "polish-5"):
        add_share(figures, corpus, items, f"{label} called rewritten", {label}, is_rewritten, ("≤", 0))
    for label in ("polish-75", "polish-major"):
        add_share(figures, corpus, items, f"{label} called rewritten", {label}, is_rewritten, ("≥", .5))


def measure(figures, program, corpus):
    items, cost = compare_turned(program, corpus)
    labels = {i[0][2] for i in items}
    if "non" in labels:
        add_share(figures, corpus, items, "non: reuse told", {"non"}, is_reuse, ("≤", 0))
        add_share(figures, corpus, items, "cut, light, heavy: reuse told", {"cut", "light", "heavy"}, is_reuse, ("≥", 53 / 57))
    if labels & set(RUNGS):
        add_ladder(figures, corpus, items)
    add_first(figures, corpus, [i for i in items if i[0][2] != "non"])
    add_labels(figures, corpus, items)
    figures.cost("relations", corpus.name, cost, pairs=len(items))
