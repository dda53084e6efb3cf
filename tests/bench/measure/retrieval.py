"""Retrieval: is each copy's original told, among many other documents, and what is told that is not so?"""
import collections

from .corpora import HALVES, Families, by_half, half
from .program import REUSE, shuffled
from .shingles import shared_shingles, shingle_set
from .table import share

RUN = 8  # words
PASSAGE = "partial"  # the least claim


def families_of(corpus):
    families = Families()
    for copy, original, _, _ in corpus.pairs:
        families.join(copy, original)
    return families


def near_copies(corpus):
    """What the labels get wrong: pairs of originals that are one text under two ids."""
    texts = {i: corpus.documents[i]["text"] for i in set(corpus.original_of.values())}
    return [pair for pair, (jaccard, _) in shared_shingles(texts).items() if jaccard >= .5]


def false_pairs(corpus, told, families):
    """Pairs told that touch the set and join two families: (a, b, relation)."""
    for (a, b), relation in told.items():
        inside = [i for i in (a, b) if i in corpus.documents]
        if inside and not (len(inside) == 2 and families.find(a) == families.find(b)):
            yield a, b, relation


class Runs:
    """Whether two documents, or what they are copies of, share a run of words: then they share text, whatever the labels say."""

    def __init__(self, corpus, haystack):
        self.corpus, self.haystack, self.known = corpus, haystack.documents if haystack else {}, {}
        self.labelled = {i for pair in corpus.pairs for i in pair[:2]}

    def of(self, i):
        if i not in self.known:
            document = self.corpus.documents.get(i) or self.haystack[i]
            self.known[i] = shingle_set(document["text"], RUN)
        return self.known[i]

    def sides(self, i):
        return {i, self.corpus.original_of.get(i, i)}

    def are_unlike(self, a, b):
        """False also of a document of the set that no labelled pair speaks of: nobody knows its original."""
        is_known = all(i in self.labelled or i not in self.corpus.documents for i in (a, b))
        return is_known and not any(self.of(x) & self.of(y) for x in self.sides(a) for y in self.sides(b))


def where(corpus, a, b):
    return half(corpus.original_of[a if a in corpus.documents else b])


def per_thousand(corpus, false):
    documents = collections.Counter(half(original) for original in corpus.original_of.values())
    documents["all"] = len(corpus.documents)
    halves = [where(corpus, a, b) for a, b, _ in false]
    return {name: 1000 * sum(name in ("all", half) for half in halves) / max(1, documents[name]) for name in HALVES}


def add_canonical(figures, corpus, clusters):
    """Of clusters with an original and nothing but copies of it: is it the canonical version, and would chance say so?"""
    rows = []
    for cluster in clusters:
        members = [member["id"] for member in cluster["members"]]
        originals = {corpus.original_of.get(i) for i in members}
        original = originals.pop()
        if not originals and original in members:
            rows.append((original, cluster["canonical"] == original, 1 / len(members)))
    for measure, at in (("clusters whose canonical version is the original", 1), ("… by chance", 2)):
        figures.add("retrieval", corpus.name, measure,
                    by_half(rows, lambda row: row[0], lambda part: share(sum(row[at] for row in part), len(part))), None, len(rows))


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
    figures.add("retrieval", corpus.name, "… told as more than a shared passage",
                by_original(corpus.pairs, lambda pair: told.get(pair[:2], PASSAGE) != PASSAGE), None, len(corpus.pairs))
    if held is not None:
        kept = [pair for pair in corpus.pairs if frozenset(pair[:2]) in held]
        figures.add("retrieval", corpus.name, "recall of the candidates",
                    by_original(corpus.pairs, lambda pair: frozenset(pair[:2]) in held), None, len(corpus.pairs))
        figures.add("retrieval", corpus.name, "told of the candidates", by_original(kept, is_told), ("≥", .98), len(kept))


def add_false(figures, corpus, told, haystack):
    families, runs, rows = families_of(corpus), Runs(corpus, haystack), []

    def add(measure, joined, false):
        figures.add("retrieval", corpus.name, measure, per_thousand(corpus, false), ("≤", .5), len(false))
        kinds = collections.Counter(relation for _, _, relation in false).most_common()
        rows.append([measure, joined, len(false), ", ".join(f"{relation} {n}" for relation, n in kinds)])

    add("false pairs per 1000 documents", 0, list(false_pairs(corpus, told, families)))
    joined = near_copies(corpus)
    for pair in joined:
        families.join(*pair)
    false = list(false_pairs(corpus, told, families))
    add("… once near copies among originals (J5 ≥ .5) are joined", len(joined), false)
    false = [pair for pair in false if runs.are_unlike(*pair[:2])]
    add(f"… and without pairs of texts or originals that share {RUN} words in a row", len(joined), false)
    rewritten = [pair for pair in false if pair[2] == "rewritten"]
    figures.add("retrieval", corpus.name, "… of them called rewritten", per_thousand(corpus, rewritten), None, len(rewritten))
    figures.detail(f"retrieval {corpus.name}: false pairs", ["", "originals joined", "false", "relations"], rows)
    if haystack:
        inside = [pair for pair in told if not any(i in corpus.documents for i in pair)]
        unlike = sum(runs.are_unlike(*pair) for pair in inside)
        figures.add("retrieval", corpus.name, "pairs told inside the haystack", len(inside), None, len(inside))
        figures.add("retrieval", corpus.name, f"… that share no {RUN} words in a row", unlike, None, len(inside))


def measure(figures, program, corpus, haystack, recall_min):
    documents = list(corpus.documents.values())
    if haystack:
        documents += [d for i, d in haystack.documents.items() if i not in corpus.documents]
    documents = shuffled([{"id": d["id"], "text": d["text"]} for d in documents], 1)
    records, cost = program.scan(documents)
    told, clusters = {}, []
    for record in records:
        if record["type"] == "pair" and record["relation"] in REUSE:
            told[record["a"], record["b"]] = record["relation"]
        elif record["type"] == "cluster":
            clusters.append(record)
    both_ways = {**told, **{(b, a): relation for (a, b), relation in told.items()}}
    held = program.candidates(documents)
    add_recall(figures, corpus, both_ways, held, recall_min)
    add_false(figures, corpus, told, haystack)
    add_canonical(figures, corpus, clusters)
    add_kinds(figures, corpus, both_ways, held)
    figures.cost("retrieval", corpus.name, cost, documents=len(documents), candidates=None if held is None else len(held))
