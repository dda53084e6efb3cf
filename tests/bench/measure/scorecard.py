"""Points for evidence: additive log odds, straight lines between knots that only rise. Fitted by penalised maximum
likelihood (Newton's steps; inside each, coordinate descent with weights that stay above 0); lib/base/confidence.c is
the other reader of the tables."""
import collections
import math
import re

KNOTS = {"order": (200, 500, 800, 1000, 1200, 1500), "dense": (4, 8, 12, 20, 40), "told": (0, 40, 80),
         "words": (1, 3, 6, 12), "contained": (5, 20, 50, 80), "facts": (0, 30, 60), "shared": (20, 40, 60, 80, 100),
         "text": (-4000, -2000, 0, 1500, 3000, 5000, 8000), "around": (-600, -300, 0, 300, 600),
         "rarity": (5, 10, 20, 30, 50, 80)}
GRID = {"order": 20, "dense": 1, "told": 8, "words": 1, "contained": 5, "facts": 10, "shared": 10, "text": 100, "around": 50,
        "rarity": 2}  # rows are merged that differ by less
PENALTY = 1.0
TOTAL = 10_000  # of the weights
FORMS = ("reuters21578",)  # notices made from forms
ALONE = "order", "dense", "told", "words", "contained", "facts", "shared"
FOUND = "text", "around", "rarity"  # what a scan knows: all that the texts show alone, and the collection


def clipped(axis, value):
    low, high = KNOTS[axis][0], KNOTS[axis][-1]
    return min(max(value, low), high) // GRID[axis] * GRID[axis] if value is not None else None


def ramps(axis, value):
    knots = KNOTS[axis]
    return [min(1.0, max(0.0, (value - low) / (high - low))) for low, high in zip(knots, knots[1:])]


def merged(rows, weights, axes):
    """{values: [weight of reuse, of others]}"""
    cells = collections.defaultdict(lambda: [0.0, 0.0])
    for row, weight in zip(rows, weights):
        cells[tuple(clipped(axis, getattr(row, axis)) for axis in axes)][not row.is_reuse] += weight
    return cells


def solve(hessian, slope, start):
    """The least of x H x / 2 - slope x with all x but the first at least 0."""
    x = list(start)
    for _ in range(200):
        moved = 0.0
        for i, line in enumerate(hessian):
            new = x[i] + (slope[i] - sum(h * v for h, v in zip(line, x))) / line[i]
            new = new if i == 0 else max(0.0, new)
            moved, x[i] = max(moved, abs(new - x[i])), new
        if moved < 1e-6:
            break
    return x


def newton(lines, offsets=None):
    """lines: (features, weight of reuse, of others); feature 0 is 1. Returns the weights of the features."""
    size = len(lines[0][0])
    x = [0.0] * size
    for _ in range(30):
        hessian = [[(PENALTY if i == j and i else 0.0) for j in range(size)] for i in range(size)]
        slope = [0.0] * size
        for n, (features, yes, no) in enumerate(lines):
            held = [(i, f) for i, f in enumerate(features) if f]
            score = sum(x[i] * f for i, f in held)
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, score + (offsets[n] if offsets else 0.0)))))
            curve = max(1e-9, (yes + no) * p * (1 - p))
            pull = yes - (yes + no) * p + curve * score
            for i, f in held:
                slope[i] += f * pull
                line, step = hessian[i], f * curve
                for j, g in held:
                    line[j] += step * g
        new = solve(hessian, slope, x)
        moved = max(abs(a - b) for a, b in zip(new, x))
        # half steps at first: far from the end the curve is flat
        x = [a + (b - a) * (1.0 if moved < 3 else 3 / moved) for a, b in zip(x, new)]
        if moved < 1e-4:
            break
    return x


def unpack(axes, x):
    """Points of each knot, in thousandths."""
    points, at = {}, 1
    for axis in axes:
        total, own = 0.0, [0]
        for _ in KNOTS[axis][1:]:
            total += x[at]
            own.append(round(1000 * total))
            at += 1
        points[axis] = own
    return points


def line(points, axis, value):
    """As the program does it, in whole numbers."""
    knots, own = KNOTS[axis], points[axis]
    if value <= knots[0]:
        return own[0]
    for low, high, before, after in zip(knots, knots[1:], own, own[1:]):
        if value <= high:
            return before + (after - before) * (value - low) // (high - low)
    return own[-1]


class Card:
    """begin: {"chosen", "found"}; points by axis."""

    def __init__(self, begin, points):
        self.begin, self.points = begin, points

    def alone(self, row):
        return self.begin["chosen"] + sum(line(self.points, axis, getattr(row, axis)) for axis in ALONE)

    def known(self, row):
        """Values on the axes of FOUND."""
        return self.alone(row), row.around, row.rarity

    def chance(self, row, prior):
        """Hundredths."""
        total = self.alone(row)
        if prior == "found":
            total = self.begin["found"] + sum(line(self.points, axis, v) for axis, v in zip(FOUND, self.known(row)))
        odds = math.exp(total / 1000) if total < 30_000 else 1e13
        return min(99, max(1, math.floor(100 * odds / (1 + odds) + .5)))

    def text(self):
        """The header that lib/base/confidence.c includes."""
        lines = ["/* Written by tests/bench/calibration --fit from labelled pairs; not by hand. Values, then points. */"]
        for axis in KNOTS:
            knots = ", ".join(f"{{{k}, {p}}}" for k, p in zip(KNOTS[axis], self.points[axis]))
            lines.append(f"static const knot {axis}_knots[] = {{{knots}}};")
        lines.append(f"enum {{ BEGIN_CHOSEN = {self.begin['chosen']}, BEGIN_FOUND = {self.begin['found']} }};")
        return "\n".join(lines) + "\n"


def parse(text):
    points = {axis: [int(p) for _, p in re.findall(r"\{(-?\d+), (-?\d+)\}", knots)]
              for axis, knots in re.findall(r"(\w+)_knots\[\] = \{(.*)\};", text)}
    number = {name: int(value) for name, value in re.findall(r"(\w+) = (-?\d+)", text)}
    return Card({"chosen": number["BEGIN_CHOSEN"], "found": number["BEGIN_FOUND"]}, points)


def even_weights(rows):
    """As much reuse as none; inside, a corpus weighs as the root of its size."""
    sizes = collections.Counter((row.source, row.is_reuse) for row in rows)
    weights = [sizes[row.source, row.is_reuse] ** -.5 for row in rows]
    totals = [sum(w for w, row in zip(weights, rows) if row.is_reuse == is_reuse) for is_reuse in (False, True)]
    return [w * TOTAL / 2 / totals[row.is_reuse] for w, row in zip(weights, rows)]


def source_weights(rows):
    """Every collection the same, with what it holds of right and wrong, but half for one of forms."""
    sizes = collections.Counter(row.source for row in rows)
    return [TOTAL / len(sizes) / sizes[row.source] / (1 + (row.source in FORMS)) for row in rows]


def fit(chosen, found):
    cells = merged(chosen, even_weights(chosen), ALONE)
    lines = [([1.0] + [r for axis, v in zip(ALONE, values) for r in ramps(axis, v)], *w) for values, w in cells.items()]
    x = newton(lines)
    card = Card({"chosen": round(1000 * x[0]), "found": 0},
                {**unpack(ALONE, x), **{axis: [0] * len(KNOTS[axis]) for axis in FOUND}})
    cells = collections.defaultdict(lambda: [0.0, 0.0])
    for row, weight in zip(found, source_weights(found)):
        values = tuple(clipped(axis, v) for axis, v in zip(FOUND, card.known(row)))
        cells[values][not row.is_reuse] += weight
    x = newton([([1.0] + [r for axis, v in zip(FOUND, values) for r in ramps(axis, v)], *w) for values, w in cells.items()])
    card.begin["found"] = round(1000 * x[0])
    card.points.update(unpack(FOUND, x))
    return card
