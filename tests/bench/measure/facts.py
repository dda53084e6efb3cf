"""Altered facts of the fixtures: which are listed among the changes, and what is listed beside them.

A line names them in "altered", parted by "; ": "number 34>43" is a change of this kind with 34 on the one side and 43 on
the other, "quotation" any of its kind.
"""
import glob
import os

from .program import read_lines
from .table import share

KINDS = ("number", "name", "quotation", "negation")
ALL_NAMED = ("retold",)  # sets in which nothing but what is named was altered


def read_facts(line):
    facts = []
    for fact in line["altered"].split("; "):
        kind, _, sides = fact.partition(" ")
        a, _, b = sides.partition(">")
        facts.append((kind, a, b))
    return facts


def is_told(fact, change):
    kind, a, b = fact
    return change["kind"] == kind and a in change["a"] and b in change["b"]


def measure(figures, program, folder, name):
    """folder: of the fixtures; name: of a set in it."""
    lines = [line for path in sorted(glob.glob(os.path.join(folder, name, "*.jsonl"))) for line in read_lines(path)
             if "altered" in line]
    records, cost = program.compare([(line["a"], line["b"]) for line in lines])
    named, others = [], []  # (kind, line, fact or change, whether it is listed)
    for line, record in zip(lines, records):
        facts = read_facts(line)
        changes = [change for change in record.get("changes", []) if change["kind"] in KINDS]
        named += [(fact[0], line["id"], fact, any(is_told(fact, change) for change in changes)) for fact in facts]
        others += [(change["kind"], line["id"], change) for change in changes
                   if not any(is_told(fact, change) for fact in facts)]
    for kind in KINDS:
        of_kind = [item for item in named if item[0] == kind]
        if of_kind:
            figures.add("facts", name, f"{kind} altered and listed", share(sum(i[3] for i in of_kind), len(of_kind)), None, len(of_kind))
        if name in ALL_NAMED:
            figures.add("facts", name, f"{kind} listed that was not altered", sum(i[0] == kind for i in others), None, len(lines))
    figures.detail(f"facts {name}, not listed", ["pair", "kind", "a", "b"], [[i[1], *i[2]] for i in named if not i[3]])
    if name in ALL_NAMED:
        figures.detail(f"facts {name}, listed though not altered", ["pair", "kind", "a", "b"],
                       [[i[1], i[0], *(" ".join(i[2][side].split()) for side in "ab")] for i in others])
    figures.cost("facts", name, cost, pairs=len(lines))
