"""Whole runs against the clock."""
import math
import os
import statistics
import sys

from .program import REUSE, Failed, read_lines, timed
from .table import columns


class Bench:
    def __init__(self, program, corpus, runs, limit):
        self.program, self.runs, self.limit = program, runs, limit
        self.rows = []
        self.corpus = corpus
        if corpus.endswith(".xz"):
            self.corpus = self.path("corpus.jsonl")
            with open(self.corpus, "wb") as file:
                timed(["xz", "-dc", corpus], file)
        self.base = None

    def path(self, name):
        return os.path.join(self.program.folder, name)

    def scan(self, path, threads=None, output=None):
        where = ["--output", output] if output else []
        return timed([self.program.cli, "scan", "--quiet", "--format", "jsonl", *where,
                      *(["--threads", str(threads)] if threads else []), path], seconds_max=self.limit)

    def base_cost(self):
        """The scan of the whole corpus on one thread, which all else is held against."""
        if self.base is None:
            self.base = median([self.scan(self.corpus, 1) for _ in range(self.runs)])
        return self.base

    def add(self, part, case, path, cost, **more):
        megabytes = os.path.getsize(path) / 1e6
        row = {"part": part, "case": case, "mb": round(megabytes, 3), **cost, "mb_per_second": round(megabytes / cost["seconds"], 2),
               "ns_per_byte_cpu": round(1000 * cost["cpu_seconds"] / megabytes, 2), **more}
        self.rows.append(row)
        print(f"{part}: {case}: {cost['cpu_seconds']} CPU seconds", file=sys.stderr)  # runs are long
        return row

    def text(self):
        names = list(dict.fromkeys(name for row in self.rows for name in row))
        return columns(names, [[row.get(name) for name in names] for row in self.rows])


def median(costs):
    """The run of median wall clock; the machine's other work makes the mean useless."""
    return sorted(costs, key=lambda cost: cost["seconds"])[(len(costs) - 1) // 2]


def exponent(small, large, name):
    """Of growth in the bytes of the input."""
    return round(math.log(large[name] / max(small[name], 1e-3)) / math.log(large["mb"] / small["mb"]), 3)


def beside_words(bench):
    words, scans = [], []
    for _ in range(bench.runs):
        words.append(timed(["wc", "-w", bench.corpus], environment={"LC_ALL": "C.UTF-8"}))
        scans.append(bench.scan(bench.corpus))
    bench.add("words", "wc -w", bench.corpus, median(words))
    bench.add("words", "scan, all CPUs", bench.corpus, median(scans),
              ratio=round(statistics.median(s["seconds"] / w["seconds"] for s, w in zip(scans, words)), 2))


def every(source, target, step):
    with open(source, "rb") as lines, open(target, "wb") as output:
        output.writelines(line for i, line in enumerate(lines) if i % step == 0)


def growth(bench):
    """Exponents against the row above: 1 is linear."""
    above = None
    for name, step in (("a quarter", 4), ("a half", 2), ("all", 1)):
        path = bench.path("part.jsonl") if step > 1 else bench.corpus
        if step > 1:
            every(bench.corpus, path, step)
        cost = median([bench.scan(path, 1) for _ in range(bench.runs)]) if step > 1 else bench.base_cost()
        row = bench.add("growth", name, path, cost)
        if above:
            row.update(exponent_seconds=exponent(above, row, "seconds"), exponent_cpu=exponent(above, row, "cpu_seconds"),
                       exponent_memory=exponent(above, row, "peak_mib"))
        above = row


def threads(bench):
    runs = [(bench.scan(bench.corpus, 1), bench.scan(bench.corpus, 2)) for _ in range(bench.runs)]
    bench.add("threads", "1", bench.corpus, median([one for one, _ in runs]))
    bench.add("threads", "2", bench.corpus, median([two for _, two in runs]),
              ratio=round(statistics.median(one["seconds"] / two["seconds"] for one, two in runs), 2))


def truth(path):
    with open(path, encoding="utf8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def made(bench, documents):
    """A large corpus: what it costs, and the share of each kind of copy whose original was told."""
    made_path, truth_path, found_path = (bench.path(name) for name in ("made.jsonl", "truth.tsv", "found.jsonl"))
    generator = os.path.join(bench.program.stages, "bench_generate")
    if not os.access(generator, os.X_OK):
        raise Failed("bench_generate is not built")
    with open(made_path, "wb") as output:
        timed([generator, "--truth", truth_path, str(documents), bench.corpus], output)
    cost = bench.scan(made_path, output=found_path)
    told = {(r["a"], r["b"]) for r in read_lines(found_path) if r["type"] == "pair" and r["relation"] in REUSE}
    rows = truth(truth_path)
    recall = {}
    for kind in sorted({row[2] for row in rows}):
        pairs = [row for row in rows if row[2] == kind]
        recall[f"told_{kind}"] = round(sum((a, b) in told or (b, a) in told for a, b, _ in pairs) / len(pairs), 4)
    bench.add("made", f"{documents} documents", made_path, cost, pairs=len(told), **recall)
    words = timed(["wc", "-w", made_path], environment={"LC_ALL": "C.UTF-8"})
    bench.rows[-1]["ratio"] = round(cost["seconds"] / words["seconds"], 2)
    os.remove(found_path)
