"""Short texts made from a corpus by rule: headlines, sentences and pairs of sentences with little changed, and look-alikes
that are no copies. Each pair: (kind, original's id, text, other text)."""
import collections
import json
import os
import random
import re

from .corpora import half
from .program import shuffled
from .traps import new_figures, ocr_noise

SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z“\"])|(?<=[。！？])|\n+")
WORD = re.compile(r"\w+")
WORDS_MIN, WORDS_MAX = 4, 40
COUNT = 400
REUSE_KINDS = ("a word dropped", "a word changed", "new figures", "noise", "two sentences, a word changed", "excerpt",
               "rewritten sentence", "other languages: a character or word dropped")
OTHER_KINDS = ("two sentences of one text", "sentences of two reports", "headlines that share words",
               "other languages: two sentences of one text")


def words(text):
    return WORD.findall(text.lower())


def sentences(text):
    found = [" ".join(s.split()) for s in SENTENCE.split(text)]
    return [s for s in found if WORDS_MIN <= len(words(s)) <= WORDS_MAX]


def alike(x, y):
    """Dice's coefficient of the words."""
    x, y = set(words(x)), set(words(y))
    return 2 * len(x & y) / max(1, len(x) + len(y))


def closest(xs, ys):
    """The two sentences, one a side, with most words in common, that are not the same."""
    pairs = [(alike(x, y), x, y) for x in xs for y in ys if words(x) != words(y)]
    return max(pairs) if pairs else None


def without_word(text, coin):
    parts = text.split(" ")
    at = coin.randrange(len(parts))
    return " ".join(parts[:at] + parts[at + 1:]) if len(parts) > 3 else None


def with_word(text, coin, other):
    parts, stock = text.split(" "), [w for w in WORD.findall(other) if len(w) > 3]
    at = max(range(len(parts)), key=lambda i: (min(len(parts[i]), 5), coin.random()))
    if len(parts) <= 3 or not stock:
        return None
    parts[at] = coin.choice(stock)
    return " ".join(parts)


def new_digits(text, coin):
    other, count = re.subn(r"\d", lambda m: coin.choice("123456789".replace(m[0], "")), text)
    return other if count else None


def edits(documents):
    coin = random.Random("edits")
    counts = collections.Counter()
    for document in shuffled(documents, 11):
        own = sentences(document["text"])
        if len(own) < 8:
            continue
        at = coin.randrange(len(own) - 1)
        one, two, other = own[at], own[at] + " " + own[at + 1], own[at - 3]
        figures = [s for s in own if re.search(r"\d", s)]
        made = {"a word dropped": (one, without_word(one, coin)), "a word changed": (one, with_word(one, coin, other)),
                "noise": (two, ocr_noise(.06)(two, coin)), "two sentences, a word changed": (two, with_word(two, coin, other)),
                "excerpt": (one, " ".join(own[max(0, at - 4):at + 5])),
                "new figures": (figures[0], new_digits(figures[0], coin)) if figures else (None, None)}
        for kind, (text, changed) in made.items():
            if changed and words(text) != words(changed) and counts[kind] < COUNT:
                counts[kind] += 1
                yield kind, document["id"], text, changed
        if min(counts[kind] for kind in made) >= COUNT:
            return


def rewrites(corpus):
    """Of a copy and its original the sentences that are closest on both sides, when they are long enough to tell."""
    count = 0
    for copy, original, _, _ in shuffled(corpus.pairs, 12):
        xs, ys = (sentences(corpus.documents[i]["text"]) for i in (copy, original))
        if not 3 <= min(len(xs), len(ys)) or max(len(xs), len(ys)) > 40:
            continue
        x = xs[len(xs) // 2]
        y = max(ys, key=lambda s: alike(x, s))
        if alike(x, y) >= .4 and max(xs, key=lambda s: alike(s, y)) == x and words(x) != words(y):
            yield "rewritten sentence", original, x, y
            count += 1
        if count >= COUNT:
            return


def same_text(documents):
    for document in shuffled(documents, 13)[:COUNT]:
        own = sentences(document["text"])[:40]
        best = closest(own[:20], own[20:])
        if best:
            yield "two sentences of one text", document["id"], best[1], best[2]


def two_reports(pairs, documents):
    """pairs: ids of reports on one topic that share no run of eight words."""
    for a, b in shuffled(pairs, 14)[:COUNT]:
        best = closest(sentences(documents[a]["text"])[:30], sentences(documents[b]["text"])[:30])
        if best:
            yield "sentences of two reports", a, best[1], best[2]


def headlines(documents):
    """Titles of different reports, each with the one of a hundred others that has most words in common with it."""
    titles = [(d["id"], d["title"], d["text"]) for d in shuffled(documents, 15) if len(words(d.get("title") or "")) >= WORDS_MIN]
    for at in range(0, min(len(titles), 100 * COUNT) - 100, 100):
        number, title, text = titles[at]
        best = max(titles[at + 1:at + 100], key=lambda t: alike(title, t[1]))
        if words(best[1]) != words(title) and alike(text, best[2]) < .5:
            yield "headlines that share words", number, title, best[1]


def languages(folder):
    """Sentences of the project's own texts in other scripts."""
    coin = random.Random("languages")
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        with open(os.path.join(folder, name), encoding="utf8") as lines:
            texts = [(row["id"], row["a"]) for row in map(json.loads, lines)]
        for number, text in texts:
            own = [s.strip() for s in re.split(r"(?<=[.!?؟])\s+|(?<=[。！？])|\n+", text) if 12 <= len(s.strip()) <= 200]
            is_spaceless = bool(re.search(r"[぀-ヿ一-鿿]", text))
            for one in own[:4]:
                at = coin.randrange(1, len(one) - 1)
                changed = one[:at] + one[at + 1:] if is_spaceless else without_word(one, coin)
                if changed and words(changed) != words(one):
                    yield "other languages: a character or word dropped", number, one, changed
            if len(own) > 1:
                yield "other languages: two sentences of one text", number, own[0], own[1]


def is_reuse(kind):
    return kind in REUSE_KINDS


def half_of(pair):
    return half(pair[1])
