"""Passages: the measures of text alignment by Potthast, Stein, Barrón-Cedeño and Rosso (2010), macro form.

Recall: of each true case, the share of its characters that detections cover; precision: the same of each detection;
granularity: detections a found case. plagdet = F1 / log2(1 + granularity). A detection finds a case when they overlap
on both sides.
"""
import collections
import json
import math

from .corpora import by_half
from .table import share

TARGETS = {"02-no-obfuscation": .985, "03-random-obfuscation": .915, "04-translation-obfuscation": .905,
           "05-summary-obfuscation": .70}


def touches(x, y):
    return all(min(p[1], q[1]) > max(p[0], q[0]) for p, q in zip(x, y))


def covered(span, others):
    """Characters of a span in the union of others."""
    total, reached = 0, span[0]
    for begin, end in sorted(others):
        begin, end = max(begin, reached), min(end, span[1])
        if end > begin:
            total, reached = total + end - begin, end
    return total


def covered_share(one, hits):
    length = sum(end - begin for begin, end in one)
    return sum(covered(span, [hit[side] for hit in hits]) for side, span in enumerate(one)) / max(1, length)


def scores(pairs):
    """pairs: (cases, detections) of each pair of texts, a span a side."""
    recall, precision, pieces = [], [], []
    for cases, detections in pairs:
        for case in cases:
            hits = [d for d in detections if touches(case, d)]
            recall.append(covered_share(case, hits))
            pieces += [len(hits)] if hits else []
        precision += [covered_share(d, [case for case in cases if touches(d, case)]) for d in detections]
    r, p = share(sum(recall), len(recall)), share(sum(precision), len(precision)) or 0.0
    granularity = share(sum(pieces), len(pieces)) or 1.0
    plagdet = None if r is None else (2 * p * r / (p + r) if p + r else 0.0) / math.log2(1 + granularity)
    return {"plagdet": plagdet, "precision": p, "recall": r, "granularity": granularity, "cases": len(recall),
            "detections": len(precision)}


def code_points(text, ranges):
    """Ranges of bytes as ranges of code points."""
    raw = text.encode("utf8")
    if len(raw) == len(text):
        return [tuple(r) for r in ranges]
    return [tuple(len(raw[:offset].decode("utf8")) for offset in r) for r in ranges]


def true_cases(corpus):
    cases = collections.defaultdict(list)
    for line in corpus.lines("passages.jsonl"):
        passage = json.loads(line)
        cases[passage["susp"], passage["src"]].append(
            tuple((begin, begin + count) for begin, count in (passage["this"], passage["source"])))
    return cases


def measure(figures, program, corpus):
    texts = {i: d["text"] for i, d in corpus.documents.items()}
    records, cost = program.compare([(texts[a], texts[b]) for a, b, _, _ in corpus.pairs])
    cases = true_cases(corpus)
    items = []
    for (a, b, label, _), record in zip(corpus.pairs, records):
        found = record.get("passages") or []
        sides = (code_points(texts[i], [p[side] for p in found]) for i, side in ((a, "a"), (b, "b")))
        items.append((b, label, (cases.get((a, b), []), list(zip(*sides)))))
    labels = sorted({label for _, label, _ in items})
    rows = []
    for label in [None, *labels]:
        chosen = [item for item in items if label in (None, item[1])]
        whole = scores([item[2] for item in chosen])
        rows.append([label or "all", *whole.values()])
        if whole["cases"]:
            values = by_half(chosen, lambda item: item[0], lambda part: scores([item[2] for item in part])["plagdet"])
            figures.add("plagdet", corpus.name, label or "overall", values,
                        ("≥", TARGETS.get(label, .925)), whole["cases"])
        else:
            figures.add("plagdet", corpus.name, f"detections in {label}", whole["detections"], ("≤", 0), len(chosen))
    figures.add("plagdet", corpus.name, "pairs a CPU second, reading included",
                len(items) / max(.001, cost["cpu_seconds"]), ("≥", 2500), len(items))
    figures.detail(f"plagdet {corpus.name}", ["class", *scores([])], rows)
    figures.cost("plagdet", corpus.name, cost, pairs=len(items))
