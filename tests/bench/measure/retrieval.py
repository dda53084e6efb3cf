"""Retrieval: is each copy's original told, among many other documents, and what is told that is not so?"""
import collections

from .corpora import HALVES, Families, by_half, half
from .program import REUSE, shuffled
from .shingles import shared_shingles
from .table import share


def families_of(corpus):
    families = Families()
    for copy, original, _, _ in corpus.pairs:
        families.join(copy, original)
    return families


def joins(corpus):
    """What the labels get wrong: pairs of originals that are one text under several ids, and those that share a passage."""
    texts = {i: corpus.documents[i]["text"] for i in set(corpus.original_of.values())}
    overlaps = shared_shingles(texts)
    return (("… once near copies among originals (J5 ≥ .5) are joined", [pair for pair, (j, _) in overlaps.items() if j >= .5]),
            ("… and those that share a passage (C5 ≥ .3)", [pair for pair, (_, c) in overlaps.items() if c >= .3]))


def false_pairs(corpus, told, families):
    """Pairs told that touch the set and join two families: (half, relation)."""
    false = []
    for (a, b), relation in told.items():
        inside = [i for i in (a, b) if i in corpus.documents]
        if inside and not (len(inside) == 2 and families.find(a) == families.find(b)):
            false.append((half(corpus.original_of[inside[0]]), relation))
    return false


def per_thousand(corpus, false):
    documents = collections.Counter(half(original) for original in corpus.original_of.values())
    documents["all"] = len(corpus.documents)
    return {name: 1000 * sum(name in ("all", where) for where, _ in false) / max(1, documents[name]) for name in HALVES}


def add_kinds(figures, corpus, told, held):
    by_kind = collections.defaultdict(collections.Counter)
    for copy, original, kind, _ in corpus.pairs:
        relation = told.get((copy, original))
        by_kind[kind].update(["n", *([relation, "found"] if relation else [])])
        by_kind[kind]["candidate"] += held is not None and frozenset((copy, original)) in held
    relations = sorted(REUSE & {name for counts in by_kind.values() for name in counts})
    figures.detail(f"retrieval {corpus.name}: copies whose original was told, by kind",
                   ["kind", "n", "candidate", "found", *relations],
                   [[kind, c["n"], share(c["candidate"], c["n"]) if held is not None else None, share(c["found"], c["n"]),
                     *(share(c[r], c["n"]) for r in relations)] for kind, c in sorted(by_kind.items())])


def add_recall(figures, corpus, told, held, recall_min):
    def rate(is_hit):
        return lambda pairs: share(sum(map(is_hit, pairs)), len(pairs))

    def by_original(pairs, is_hit):
        return by_half(pairs, lambda pair: pair[1], rate(is_hit))

    def is_told(pair):
        return pair[:2] in told

    figures.add("retrieval", corpus.name, "recall", by_original(corpus.pairs, is_told), ("≥", recall_min), len(corpus.pairs))
    if held is not None:
        kept = [pair for pair in corpus.pairs if frozenset(pair[:2]) in held]
        figures.add("retrieval", corpus.name, "recall of the candidates",
                    by_original(corpus.pairs, lambda pair: frozenset(pair[:2]) in held), None, len(corpus.pairs))
        figures.add("retrieval", corpus.name, "told of the candidates", by_original(kept, is_told), ("≥", .98), len(kept))


def add_false(figures, corpus, told):
    families = families_of(corpus)
    rows = []

    def add(measure, joined, target):
        false = false_pairs(corpus, told, families)
        figures.add("retrieval", corpus.name, measure, per_thousand(corpus, false), target, len(false))
        kinds = collections.Counter(relation for _, relation in false).most_common()
        rows.append([measure, joined, len(false), ", ".join(f"{relation} {n}" for relation, n in kinds)])
        return false

    add("false pairs per 1000 documents", 0, ("≤", .5))
    for measure, pairs in joins(corpus):
        for pair in pairs:
            families.join(*pair)
        false = add(measure, len(pairs), ("≤", .5))
    rewritten = [pair for pair in false if pair[1] == "rewritten"]
    figures.add("retrieval", corpus.name, "… of them called rewritten", per_thousand(corpus, rewritten), None, len(rewritten))
    figures.detail(f"retrieval {corpus.name}: false pairs", ["", "originals joined", "false", "relations"], rows)


def measure(figures, program, corpus, haystack, recall_min):
    documents = list(corpus.documents.values())
    if haystack:
        documents += [d for i, d in haystack.documents.items() if i not in corpus.documents]
    documents = shuffled([{"id": d["id"], "text": d["text"]} for d in documents], 1)
    records, cost = program.scan(documents)
    told = {}
    for record in records:
        if record["type"] == "pair" and record["relation"] in REUSE:
            told[record["a"], record["b"]] = record["relation"]
    both_ways = {**told, **{(b, a): relation for (a, b), relation in told.items()}}
    held = program.candidates(documents)
    add_recall(figures, corpus, both_ways, held, recall_min)
    add_false(figures, corpus, told)
    add_kinds(figures, corpus, both_ways, held)
    figures.cost("retrieval", corpus.name, cost, documents=len(documents), candidates=None if held is None else len(held))
