"""Input made to be slow: everything alike, everything from one template, one huge text, one word for ever; shapes that are unlucky."""
import json
import os

from . import shapes
from .program import Failed, timed
from .speed import exponent, median

MEGABYTE = 1_000_000


def corpus_text(bench, size):
    """Texts of the corpus one after the other, size bytes or so; told again from the start when it is too small."""
    parts, have = [], 0
    while have < size:
        with open(bench.corpus, encoding="utf8") as lines:
            for line in lines:
                parts.append(json.loads(line)["text"])
                have += len(parts[-1].encode("utf8", "replace")) + 2
                if have >= size:
                    break
    return "\n\n".join(parts)


def write(path, texts):
    with open(path, "w", encoding="utf8", errors="replace") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")


def generated(kind, count):
    def make(bench, path, size):
        generator = os.path.join(bench.program.stages, "bench_generate")
        if not os.access(generator, os.X_OK):
            raise Failed("bench_generate is not built")
        with open(path, "wb") as output:
            timed([generator, "--one", kind, str(max(2, int(count * size))), bench.corpus], output)
    return make


def shaped(texts):
    def make(bench, path, size):
        write(path, texts(bench, size))
    return make


def one_text(bench, path, size):
    write(path, [corpus_text(bench, int(100 * MEGABYTE * size))])


def two_texts(bench, path, size):
    """Twice the same large text, the second with every hundredth word another."""
    text = corpus_text(bench, int(20 * MEGABYTE * size))
    words = text.split(" ")
    words[::100] = [f"other{i % 7}" for i in range(len(words[::100]))]
    write(path, [text, " ".join(words)])


def one_word(bench, path, size):
    write(path, ["word " * int(1_000_000 * size)])


def one_word_twice(bench, path, size):
    """So that there is a pair to compare."""
    count = int(1_000_000 * size)
    write(path, ["word " * count, "word " * (count * 9 // 10) + "other"])


def two_words(bench, path, size):
    """Every shingle many times on both sides, in no order."""
    count = int(500_000 * size)
    write(path, ["here there " * count, "there there here " * (count * 2 // 3)])


CASES = (("10^5 identical documents", generated("exact", 100_000)), ("10^5 from one template", generated("template", 100_000)),
         ("10^4 edits of one document", generated("edited", 10_000)), ("2,000 edits of one document", generated("edited", 2_000)),
         ("20,000 copies of one document with OCR noise", generated("noisy", 20_000)),
         ("20,000 excerpts of one document", generated("excerpt", 20_000)), ("one document of 100 MB", one_text),
         ("two of 20 MB, 1 % of the words differ", two_texts), ("one word 10^6 times", one_word),
         ("one word 10^6 times, two documents", one_word_twice), ("two words 10^6 times, two documents", two_words),
         *((name, shaped(texts)) for name, texts in shapes.SHAPES))


def measure(bench, size):
    """times_corpus: CPU seconds a byte against the corpus; exponent: from half the size to the whole."""
    base = 1000 * bench.base_cost()["cpu_seconds"] / (os.path.getsize(bench.corpus) / MEGABYTE)
    for name, make in CASES:
        above = None
        for part in (.5, 1):
            path = bench.path("hostile.jsonl")
            make(bench, path, size * part)
            case = f"{name}{'' if size == 1 else f', times {size:g}'}{', half' if part < 1 else ''}"
            try:
                cost = median([bench.scan(path, 1) for _ in range(1 if part < 1 else min(bench.runs, 2))])
            except Failed as failure:
                bench.rows.append({"part": "hostile", "case": case, "failed": str(failure)[-200:]})
                break
            row = bench.add("hostile", case, path, cost)
            row["times_corpus"] = round(row["ns_per_byte_cpu"] / base, 2)
            if above:
                row["exponent_cpu"] = exponent(above, row, "cpu_seconds")
                row["exponent_memory"] = exponent(above, row, "peak_mib")
            above = row
