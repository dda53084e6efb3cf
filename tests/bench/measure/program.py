"""Runs twicetold and other programs; says what a run cost."""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile

REUSE = {"exact", "noisy", "updated", "rewritten", "excerpt", "near_duplicate", "partial"}
RUNNER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "runner.py")


class Failed(Exception):
    pass


def timed(arguments, output=subprocess.DEVNULL, environment=None, seconds_max=None):
    """Runs a program to its end: {"seconds", "cpu_seconds", "peak_mib"}; Failed when it fails or takes too long."""
    what = " ".join(arguments[:2])
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as errors, open(reading, encoding="utf8") as told:
        child = subprocess.Popen([sys.executable, "-I", "-S", RUNNER, str(writing), *arguments], stdout=output, stderr=errors,
                                 stdin=subprocess.DEVNULL, env={**os.environ, **(environment or {})}, pass_fds=[writing],
                                 start_new_session=True)
        os.close(writing)
        try:
            child.wait(seconds_max)
        except subprocess.TimeoutExpired as late:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            raise Failed(f"{what}: over {seconds_max} seconds") from late
        cost = json.loads(told.read() or '{"exit": -1}')
        errors.seek(0)
        words = errors.read().decode("utf8", "replace").strip()[-1000:]
    if cost.pop("exit") not in (0, 1 if "compare" in arguments else 0):
        raise Failed(f"{what} failed: {words}")
    return cost


def write_lines(path, objects):
    with open(path, "w", encoding="utf8") as file:
        for one in objects:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")


def read_lines(path):
    with open(path, encoding="utf8") as file:
        yield from map(json.loads, file)


class Program:
    """The command line and the stage programs of one build."""

    def __init__(self, build, folder, threads=None):
        self.cli = os.path.join(build, "cli", "twicetold")
        self.stages = os.path.join(build, "tests", "bench")
        self.folder = folder  # for what is written on the way
        self.threads = ["--threads", str(threads)] if threads else []
        if not os.access(self.cli, os.X_OK):
            sys.exit(f"bench: no {self.cli}: build first, or say --build")

    def scan(self, documents):
        """(records, cost)"""
        source, target = (os.path.join(self.folder, name) for name in ("scan.jsonl", "found.jsonl"))
        write_lines(source, documents)
        with open(target, "wb") as output:
            cost = timed([self.cli, "scan", "--quiet", "--format", "jsonl", *self.threads, source], output)
        return list(read_lines(target)), cost

    def compare(self, pairs):
        """(the record of each pair of texts, in order, cost)"""
        source, target = (os.path.join(self.folder, name) for name in ("pairs.jsonl", "told.jsonl"))
        write_lines(source, ({"id": str(n), "a": a, "b": b} for n, (a, b) in enumerate(pairs)))
        with open(target, "wb") as output:
            cost = timed([self.cli, "compare", "--quiet", "--format", "jsonl", "--pairs", source], output)
        told = {record["id"]: record for record in read_lines(target) if record.get("type") == "pair"}
        missing = [n for n in range(len(pairs)) if str(n) not in told]
        if missing:
            raise Failed(f"compare: no record for {len(missing)} pairs, the first is number {missing[0]}")
        return [told[str(n)] for n in range(len(pairs))], cost

    def candidate_rows(self, documents, with_around=True):
        """(a, b, weight, share, evidence of the texts around, families of all) of the candidate pairs of documents, or None when
        bench_candidate is not built. Without with_around that evidence is 0 and no pair is compared."""
        stage = os.path.join(self.stages, "bench_candidate")
        if not os.access(stage, os.X_OK):
            return None
        source, target = (os.path.join(self.folder, name) for name in ("scan.jsonl", "candidates.tsv"))
        write_lines(source, documents)
        timed([stage, *(["--around"] if with_around else []), "--pairs", target, source])
        with open(target, encoding="utf8") as file:
            cells = (line.rstrip("\n").split("\t") for line in file)
            return [(*row[:4], *row[5:7]) for row in cells]

    def candidates(self, documents):
        """The candidate pairs of documents, or None when bench_candidate is not built."""
        rows = self.candidate_rows(documents, with_around=False)
        return None if rows is None else {frozenset(row[:2]) for row in rows}


def shuffled(items, seed):
    items = list(items)
    random.Random(seed).shuffle(items)
    return items
