"""Reliability: of the pairs said so sure, how many are right (DeGroot and Fienberg 1983)."""
import collections

from . import scorecard
from .evidence import is_right
from .program import REUSE
from .table import columns, share

EDGES = (0, .3, .5, .7, .8, .9, .95, .985, 1.01)
COARSE = (0, .5, .8, .95, 1.01)
Said = collections.namedtuple("Said", "row confidence weight")


def said_of(rows, weights, card, prior):
    """card None: as the program said."""
    for row, weight in zip(rows, weights):
        chance = None if card is None else card.chance(row, prior) / 100
        yield Said(row, row.said if chance is None else chance if row.relation in REUSE else 1 - chance, weight)


def figures(items):
    """(n, mean said, share right)"""
    weight = sum(i.weight for i in items)
    return (len(items), share(sum(i.confidence * i.weight for i in items), weight),
            share(sum(is_right(i.row) * i.weight for i in items), weight))


def in_bin(items, low, high):
    return [i for i in items if low <= i.confidence + 1e-9 < high]


def error(items):
    """Mean distance of said and right, bin by bin."""
    total = sum(i.weight for i in items)
    parts = [(sum(i.weight for i in part), *figures(part)[1:]) for part in
             (in_bin(items, *edge) for edge in zip(EDGES, EDGES[1:])) if part]
    return share(sum(w * abs(s - r) for w, s, r in parts), total)


def halves(items):
    return {name: [i for i in items if i.row.half == name] for name in ("tuning", "checking")}


def rounded(values):
    return [round(v, 3) if isinstance(v, float) else v for v in values]


def diagram(items):
    parts, rows = halves(items), []
    for low, high in zip(EDGES, EDGES[1:]):
        cells = [cell for part in parts.values() for cell in rounded(figures(in_bin(part, low, high)))]
        rows.append([f"{low:g} to {min(high, 1):g}", *cells])
    rows.append(["all", *(cell for part in parts.values() for cell in rounded(figures(part)))])
    rows.append(["mean error", *(cell for part in parts.values() for cell in ("", "", rounded([error(part)])[0]))])
    return columns(["said", *(f"{name} {what}" for name in parts for what in ("n", "said", "right"))], rows)


def groups(items, key):
    """By key, the checking half: all of them, then from .95 on."""
    found = collections.defaultdict(list)
    for item in items:
        if item.row.half == "checking":
            found[key(item.row)].append(item)
    rows = [[name, *rounded(figures(part)), *rounded(figures(in_bin(part, .945, 1.01))), *rounded([error(part)])]
            for name, part in sorted(found.items())]
    return columns(["", "n", "said", "right", "sure n", "sure said", "sure right", "mean error"], rows)


def weighted(rows, prior):
    if prior == "found":
        return scorecard.source_weights(rows)
    return scorecard.even_weights(rows)


def by_source(rows):
    found = collections.defaultdict(list)
    for row in rows:
        found[row.source].append(row)
    return found


def evened(rows, prior, card):
    """Each corpus by itself."""
    return [item for part in by_source(rows).values()
            for item in said_of(part, weighted(part, prior) if len({row.is_reuse for row in part}) == 2 else [1] * len(part),
                                card, prior)]


def left_out(chosen, found):
    """Each corpus by points that were fitted without it."""
    lines = []
    for prior, rows in (("chosen", chosen), ("found", found)):
        for name, own in sorted(by_source(rows).items()):
            card = scorecard.fit([r for r in chosen if r.source != name], [r for r in found if r.source != name])
            items = list(evened(own, prior, card))
            cells = [c for edge in zip(COARSE, COARSE[1:]) for c in rounded(figures(in_bin(items, *edge)))]
            lines.append([prior, name, *cells, *rounded([error(items)])])
    names = [f"{low:g}–{min(high, 1):g} {what}" for low, high in zip(COARSE, COARSE[1:]) for what in ("n", "said", "right")]
    return columns(["", "left out", *names, "mean error"], lines)


def report(chosen, found, card, is_apart, is_said):
    parts = []
    shown = None if is_said else card
    for prior, rows, words in (("chosen", chosen, "chosen pairs, reuse as likely as not"), ("found", found, "pairs told by a scan")):
        items = list(said_of(rows, weighted(rows, prior), shown, prior))
        parts += [f"{words}\n{diagram(items)}", f"by relation, checking half\n{groups(items, lambda row: row.relation)}",
                  f"by corpus, checking half, each by itself\n{groups(evened(rows, prior, shown), lambda row: row.source)}"]
        if prior == "chosen":
            own = [i for i in evened(rows, prior, shown) if i.row.source == "short texts"]
            parts.append(f"short texts by kind, checking half\n{groups(own, lambda row: row.kind)}")
    if is_apart:
        parts.append(f"fitted without a corpus, measured on it\n{left_out(chosen, found)}")
    return "\n\n".join(parts)
