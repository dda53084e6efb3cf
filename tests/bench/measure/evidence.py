"""What was measured of pairs whose truth is known: the rows that a confidence is fitted on and held against.

Labels are mended where they are known to be wrong: documents that no labelled pair speaks of are left out; originals
that are near copies, or share a run of eight words, are one family; a pair across families that shares such a run is
in doubt, and counts as right where it was told, and not at all among pairs without reuse.
"""
import collections
import os

from . import short
from .corpora import Families, half
from .program import REUSE, Failed, shuffled, timed, write_lines
from .scorecard import FORMS
from .shingles import WORD, shared_shingles, shingle_set

NO_REUSE = {"non", "01-no-plagiarism"}
RUN = 8
FORM_FACTS = 60
CANDIDATES_MAX = 25_000
Row = collections.namedtuple("Row", "source kind is_reuse half relation said tokens order dense told words contained facts shared around rarity")


def read_rows(program, pairs, documents):
    """pairs: (a, b, weight, share, evidence of the texts around, families, if known); yields what bench_evidence prints of each, as strings by column."""
    stage = os.path.join(program.stages, "bench_evidence")
    if not os.access(stage, os.X_OK):
        raise Failed("bench_evidence is not built")
    asked, texts, told = (os.path.join(program.folder, name) for name in ("asked.tsv", "texts.jsonl", "evidence.tsv"))
    with open(asked, "w", encoding="utf8") as file:
        file.writelines("\t".join(map(str, pair)) + "\n" for pair in pairs)
    write_lines(texts, ({"id": d["id"], "text": d["text"]} for d in documents))
    with open(told, "wb") as output:
        timed([stage, asked, texts], output)
    with open(told, encoding="utf8") as file:
        header = next(file).rstrip("\n").split("\t")
        for line in file:
            yield dict(zip(header, line.rstrip("\n").split("\t")))


def row_of(told, source, kind, is_reuse, where, record=None):
    """record: what a scan said of the pair."""
    said = record or told
    return Row(source, kind, is_reuse, where, said["relation"], float(said["confidence"]), int(told["tokens"]),
               int(100 * float(told["order"]) // 1), int(told["dense"]), int(told["told"]), int(told["words"]),
               int(told["contained"]), int(told["facts"]), int(told["shared"]), int(100 * float(told["around"]) // 1), int(100 * float(told["rarity"]) // 1))


class Truth:
    def __init__(self, corpus, haystack):
        self.corpus, self.haystack = corpus, haystack.documents if haystack else {}
        self.labelled = {i for pair in corpus.pairs for i in pair[:2]} if corpus.has("pairs.tsv") else set()
        self.families, self.runs = Families(), {}
        for copy, original, label, _ in corpus.pairs if self.labelled else ():
            if label not in NO_REUSE:
                self.families.join(copy, original)
        texts = {i: corpus.documents[i]["text"] for i in set(corpus.original_of.values()) & self.labelled}
        for (a, b), (jaccard, _) in shared_shingles(texts).items():
            if jaccard >= .5:
                self.families.join(a, b)
        self.wide = Families()
        for i in self.labelled:
            self.wide.join(i, self.families.find(i))
        holders = {}
        for i, text in texts.items():
            for run in shingle_set(text, RUN):
                self.wide.join(i, holders.setdefault(run, i))

    def text(self, i):
        return (self.corpus.documents.get(i) or self.haystack[i])["text"]

    def share_run(self, a, b):
        for i in (a, b):
            if i not in self.runs:
                if len(self.runs) > 20_000:
                    self.runs.clear()
                self.runs[i] = shingle_set(self.text(i), RUN)
            # a was perhaps forgotten when b was read
        return bool(self.runs.get(a, set()) & self.runs.get(b, set()))

    def of(self, a, b):
        """"copy", "run" (in doubt), "other", or None: nobody knows."""
        inside = [i for i in (a, b) if i in self.corpus.documents]
        if any(i not in self.labelled for i in inside):
            return None
        if len(inside) == 2 and self.families.find(a) == self.families.find(b):
            return "copy"
        if len(inside) == 2 and self.wide.find(a) == self.wide.find(b):
            return "run"
        return "run" if self.share_run(a, b) else "other"

    def of_form(self, told, record):
        """Of a notice nobody knows; but who fills in a form anew, with other figures, copies no text from the last one."""
        relation = (record or told)["relation"]
        is_claimed = relation in REUSE
        if relation == "updated" or not (is_claimed or int(told["facts"]) < FORM_FACTS):
            return None
        if self.share_run(told["a"], told["b"]):
            return "run" if is_claimed else None
        return "other"

    def half(self, a, b):
        inside = [i for i in (a, b) if i in self.corpus.documents]
        return half(self.corpus.original_of[inside[0]] if inside else min(a, b))

    def source(self, a, b):
        return self.corpus.name if {a, b} & set(self.corpus.documents) else "haystack"


def labelled(program, corpus):
    """The pairs that somebody chose."""
    labels = {pair[:2]: pair[2] for pair in corpus.pairs}
    pairs = [(*pair, 0, 0) for pair in labels]
    for told in read_rows(program, pairs, corpus.documents.values()):
        label = labels[told["a"], told["b"]]
        yield row_of(told, corpus.name, label, label not in NO_REUSE, half(told["b"]))


def candidates(program, corpus, haystack):
    """(chosen, found): candidate pairs without reuse, and those that a scan tells."""
    documents = list(corpus.documents.values())
    if haystack:
        documents += [d for i, d in haystack.documents.items() if i not in corpus.documents]
    truth, is_form = Truth(corpus, haystack), corpus.name in FORMS
    rows = program.candidate_rows([{"id": d["id"], "text": d["text"]} for d in documents])
    records, _ = program.scan({"id": d["id"], "text": d["text"]} for d in documents)
    scanned = {frozenset((r["a"], r["b"])): r for r in records if r["type"] == "pair" and r["relation"] != "exact"}
    asked = shuffled(rows, 16)[:CANDIDATES_MAX]
    asked += [row for row in shuffled(rows, 18) if frozenset(row[:2]) in scanned][:CANDIDATES_MAX]
    chosen, found = {}, {}
    for told in read_rows(program, asked, documents):
        a, b = told["a"], told["b"]
        record = scanned.get(frozenset((a, b)))
        label = truth.of_form(told, record) if is_form else truth.of(a, b)
        if label is None:
            continue
        where, source = truth.half(a, b), truth.source(a, b)
        if label == "other" and not (is_form and record):
            chosen[a, b] = row_of(told, source, "candidate", False, where)
        if record:
            found[a, b] = row_of(told, source, label, label != "other", where, record)
    return list(chosen.values()), list(found.values())


def short_pairs(program, corpora, haystack, forms, reports):
    """Sentences and headlines by rule; look-alikes in doubt, which share a run of four words, are left out."""
    made = list(short.edits(haystack.documents.values())) + list(short.same_text(haystack.documents.values()))
    made += short.two_reports(reports, haystack.documents)
    made += [pair for corpus in corpora for pair in short.rewrites(corpus)]
    made += short.headlines(forms.documents.values()) if forms else []
    made += short.languages(os.path.join(os.path.dirname(__file__), "..", "..", "..", "fixtures", "languages"))
    made = [pair for pair in made if short.is_reuse(pair[0]) or not shingle_set(pair[2], 4) & shingle_set(pair[3], 4)
            or len(WORD.findall(pair[2])) < 4 or pair[0].startswith("headlines")]
    documents = [{"id": f"{side}{n}", "text": pair[2 + (side == "b")]} for n, pair in enumerate(made) for side in "ab"]
    for told in read_rows(program, [(f"a{n}", f"b{n}", 0, 0) for n in range(len(made))], documents):
        kind, original, _, _ = made[int(told["a"][1:])]
        yield row_of(told, "short texts", kind, short.is_reuse(kind), half(original))


def is_right(row):
    return row.is_reuse == (row.relation in REUSE)
