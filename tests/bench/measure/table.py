"""Figures: one row a measure, whole and by halves, beside the target it is held against."""
from .corpora import HALVES


def share(part, whole):
    return part / whole if whole else None


class Figures:
    def __init__(self):
        self.rows, self.details, self.costs = [], [], []

    def add(self, task, corpus, measure, values, target=None, count=None):
        """values: a number, or one by half; target: ("≥" or "≤", number)."""
        if not isinstance(values, dict):
            values = {"all": values}
        judged = values.get("checking", values["all"])
        is_met = None
        if target and judged is not None:
            is_met = judged >= target[1] if target[0] == "≥" else judged <= target[1]
        self.rows.append({"task": task, "set": corpus, "measure": measure, "n": count,
                          **{name: rounded(values.get(name)) for name in HALVES},
                          "target": target and f"{target[0]} {target[1]:.3g}", "is_met": is_met})

    def detail(self, title, header, rows):
        self.details.append({"title": title, "header": header, "rows": [[rounded(cell) for cell in row] for row in rows]})

    def cost(self, task, corpus, cost, **more):
        self.costs.append({"task": task, "set": corpus, **cost, **more})

    def as_object(self):
        return {"figures": self.rows, "details": self.details, "costs": self.costs}

    def text(self, with_details):
        header = ["task", "set", "measure", "n", *HALVES, "target", ""]
        mark = {True: "met", False: "MISSED", None: ""}
        body = [[row[name] for name in header[:-1]] + [mark[row["is_met"]]] for row in self.rows]
        parts = [columns(header, body)]
        if with_details:
            parts += [f"{d['title']}\n{columns(d['header'], d['rows'])}" for d in self.details]
        names = list(dict.fromkeys(name for cost in self.costs for name in cost))
        parts.append(columns(names, [[cost.get(name) for name in names] for cost in self.costs]))
        return "\n\n".join(parts)


def rounded(value):
    return round(value, 4) if isinstance(value, float) else value


def shown(cell):
    return "" if cell is None else f"{cell:.4g}" if isinstance(cell, float) else str(cell)


def columns(header, rows):
    cells = [[shown(cell) for cell in row] for row in [header, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in cells]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])
