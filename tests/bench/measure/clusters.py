"""Clusters of natural duplicates: pairs that exact counting or a catalogue names, chaining, and far members."""
import collections

from .corpora import by_half
from .program import REUSE, Failed, shuffled
from .shingles import overlap, shingle_set
from .table import share

SAMPLE = 4000
LEVELS = (("J5 ≥ .9", lambda j, c: j >= .9, None), ("J5 ≥ .5", lambda j, c: j >= .5, .995), ("J5 ≥ .3", lambda j, c: j >= .3, None),
          ("C5 ≥ .7", lambda j, c: c >= .7, None))


class Result:
    def __init__(self, records):
        self.told = {frozenset((r["a"], r["b"])): r["relation"] for r in records
                     if r["type"] == "pair" and r["relation"] in REUSE}
        self.clusters = [r for r in records if r["type"] == "cluster"]
        self.home, self.hub = {}, {}
        for cluster in self.clusters:
            for member in cluster["members"]:
                if member["id"] in self.home:
                    raise Failed(f"scan: {member['id']} is in two clusters")
                self.home[member["id"]] = cluster["cluster"]
                self.hub[member["id"]] = cluster["canonical"]

    def is_told(self, pair):
        return frozenset(pair[:2]) in self.told

    def is_together(self, pair):
        return pair[0] in self.home and self.home[pair[0]] == self.home.get(pair[1])


def add_pairs(figures, corpus, result, name, pairs, told_min):
    for measure, is_hit, target in (("told", result.is_told, told_min), ("in one cluster", result.is_together, None)):
        figures.add("clusters", corpus.name, f"{name} {measure}",
                    by_half(pairs, lambda pair: min(pair[:2]), lambda part: share(sum(map(is_hit, part)), len(part))),
                    target and ("≥", target), len(pairs))


def add_far(figures, corpus, result):
    sets = {}

    def shingles(i):
        if i not in sets:
            sets[i] = shingle_set(corpus.documents[i]["text"])
        return sets[i]

    members = shuffled(sorted(m for m, hub in result.hub.items() if m != hub), 5)[:SAMPLE]
    far = [m for m in members if overlap(shingles(m), shingles(result.hub[m]))[0] < .02]
    figures.add("clusters", corpus.name, "members with J5 < .02 to their canonical", len(far), ("≤", 0), len(members))
    near = shuffled(sorted(sorted(pair) for pair, r in result.told.items() if r == "near_duplicate"), 6)[:SAMPLE]
    overlaps = [overlap(shingles(a), shingles(b)) for a, b in near]
    weak = sum(j < .1 and c < .2 for j, c in overlaps)
    figures.add("clusters", corpus.name, "near_duplicate pairs that share little", weak, ("≤", 0), len(near))


def measure(figures, program, corpus):
    records, cost = program.scan(corpus.documents.values())
    result = Result(records)
    for name, is_meant, told_min in LEVELS if corpus.has("silver.tsv") else ():
        pairs = [row for row in corpus.silver if is_meant(*row[2:])]
        if pairs:
            add_pairs(figures, corpus, result, name, pairs, told_min)
    if corpus.has("pairs.tsv"):
        add_pairs(figures, corpus, result, "catalogue", corpus.pairs, .97)
    add_far(figures, corpus, result)
    sizes = sorted((len(c["members"]) for c in result.clusters), reverse=True)
    figures.add("clusters", corpus.name, "largest cluster", sizes[0] if sizes else 0, None, len(sizes))
    kinds = collections.Counter(result.told.values()).most_common()
    links = collections.Counter(r["relation"] for r in records if r["type"] == "link").most_common()
    figures.detail(f"clusters {corpus.name}: largest {sizes[:8]}", ["told", "pairs"],
                   [*map(list, kinds), *([f"link {name}", n] for name, n in links)])
    figures.cost("clusters", corpus.name, cost, documents=len(corpus.documents), pairs=len(result.told))
