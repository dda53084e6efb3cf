"""False accusations: pairs that no machine rewrote, made from a corpus by rule or found in it. How many does twicetold
call rewritten, and on how many does it see strong machine signs?"""
import collections
import random
import re
import textwrap

from .corpora import by_half
from .program import shuffled
from .table import share

COUNT = 400
SILVER_MAX = 2000
REWRITTEN_MAX, STRONG_MAX = .01, .005

LOOKALIKES = {"e": "c", "c": "e", "l": "1", "i": "l", "o": "0", "a": "o", "n": "u", "u": "n", "h": "b", "t": "f", "s": "5",
              "m": "rn", "w": "vv", "d": "cl", "g": "q", "B": "8", "S": "5", "I": "l", "O": "0", "T": "I", "D": "O"}
NAMES = ("Corvane", "Melderis", "Tolbrae", "Ashwick", "Perrandi", "Quillon", "Vostrey", "Haldoren", "Brissac", "Nuvolane")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# American to British: endings by rule, then whole words.
ENDINGS = ((r"(\w{3,})ization(s?)\b", r"\1isation\2"), (r"(\w{4,})iz(e|ed|es|ing)\b", r"\1is\2"), (r"(\w{2,})yz(e|ed|ing)\b", r"\1ys\2"),
           (r"\b(fav|col|hon|hum|lab|neighb|behavi|rum|harb|vig|flav|endeav)or", r"\1our"), (r"\b(trave|cance|labe|mode|counse|fue)l(ed|ing|er)\b", r"\1ll\2"))
WORDS = {"center": "centre", "centers": "centres", "theater": "theatre", "defense": "defence", "offense": "offence",
         "license": "licence", "program": "programme", "programs": "programmes", "percent": "per cent", "gray": "grey",
         "skeptical": "sceptical", "aging": "ageing", "tire": "tyre", "tires": "tyres", "check": "cheque", "plow": "plough",
         "judgment": "judgement", "fulfill": "fulfil", "enrollment": "enrolment", "airplane": "aeroplane", "toward": "towards",
         "pajamas": "pyjamas", "jewelry": "jewellery", "mom": "mum", "meter": "metre", "liter": "litre", "cozy": "cosy"}


def ocr_noise(rate):
    def make(text, coin):
        noisy = []
        for letter in text:
            if not letter.isalpha() or coin.random() >= rate:
                noisy.append(letter)
            elif coin.random() < .15:
                noisy.append(coin.choice(["", letter + " "]))
            else:
                noisy.append(LOOKALIKES.get(letter) or coin.choice("aceimnorstu"))
        return "".join(noisy)
    return make


def blanks_lost(rate):
    return lambda text, coin: "".join("" if c == " " and coin.random() < rate else c for c in text)


def blanks_put_in(rate):
    return lambda text, coin: "".join(c + " " if c.isalpha() and coin.random() < rate else c for c in text)


def lines_numbered(text, coin):
    lines = textwrap.wrap(" ".join(text.split()), 72)
    return "\n".join(f"{i:4} {line}" for i, line in enumerate(lines, 1))


def renamed(text, coin):
    """The three commonest names get others, everywhere."""
    seen = collections.Counter(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", text))
    chosen = [name for name, n in seen.most_common(3) if n >= 3]
    for name, other in zip(chosen, coin.sample(NAMES, len(chosen))):
        text = re.sub(rf"\b{name}\b", other, text)
    return text if chosen else None


def british(text, coin):
    def like(word, pattern):
        return word[0].upper() + word[1:] if pattern[0].isupper() else word

    changed = 0
    for pattern, replacement in ENDINGS:
        text, n = re.subn(pattern, replacement, text)
        changed += n
    text, n = re.subn(r"\b(" + "|".join(WORDS) + r")\b", lambda m: like(WORDS[m[0].lower()], m[0]), text, flags=re.I)
    return text if changed + n >= 5 else None


def sub_edited(text, coin):
    """Wire copy: the tail cut, two paragraphs changed over, a sentence gone here and there, the house style."""
    paragraphs = [p for p in re.split(r"\n\s*\n", text) if p.strip()]
    if len(paragraphs) < 6:
        return None
    kept = paragraphs[:max(4, int(len(paragraphs) * coin.uniform(.5, .85)))]
    at = coin.randrange(1, len(kept) - 1)
    kept[at], kept[at + 1] = kept[at + 1], kept[at]
    for i in coin.sample(range(1, len(kept)), len(kept) // 4):
        sentences = re.split(r"(?<=[.!?]) ", kept[i])
        kept[i] = " ".join(sentences[:-1] or sentences)
    text = "\n\n".join(kept)
    for pattern, replacement in ((r"\bpercent\b", "per cent"), (r"\bsaid that\b", "said"), (r"\bU\.S\.", "US"), (r"\bapproximately\b", "about")):
        text = re.sub(pattern, replacement, text)
    return text


def new_figures(text, coin):
    """A template: each number and date another; None when there are few."""
    def other_number(match):
        return "".join(coin.choice("123456789" if i == 0 else "0123456789") for i in range(len(match[0])))

    text, numbers = re.subn(r"\d+", other_number, text)
    for names in (MONTHS, DAYS):
        turn = coin.randrange(1, len(names))
        text = re.sub(r"\b(" + "|".join(names) + r")\b", lambda m, n=names, t=turn: n[(n.index(m[0]) + t) % len(n)], text)
    return text if numbers >= 8 else None


RULES = {"OCR noise 2 %": ocr_noise(.02), "OCR noise 6 %": ocr_noise(.06), "OCR noise 12 %": ocr_noise(.12),
         "blanks lost 10 %": blanks_lost(.1), "blanks lost 30 %": blanks_lost(.3), "blanks put in 3 %": blanks_put_in(.03),
         "blanks put in 10 %": blanks_put_in(.1), "lines numbered": lines_numbered,
         "consistent rename": renamed, "British spelling": british, "wire copy cut and re-ordered": sub_edited,
         "template, new figures": new_figures}


def made_pairs(corpus, name, make):
    coin = random.Random(name)
    pairs = []
    for document in shuffled(corpus.documents.values(), 7):
        text = document["text"]
        if len(pairs) < COUNT and 900 <= len(text) <= 6000:
            other = make(text, coin)
            if other is not None and other != text:
                pairs.append((document["id"], text, other))
    return pairs


def silver_pairs(corpus):
    """Pairs that share much word for word: takes, updates, corrections, releases of one template."""
    chosen = shuffled([row for row in corpus.silver if .5 <= row[2] < 1], 8)[:SILVER_MAX]
    return [(a, corpus.documents[a]["text"], corpus.documents[b]["text"]) for a, b, _, _ in chosen]


def add(figures, program, name, corpus, pairs):
    records, cost = program.compare([pair[1:] for pair in pairs])
    items = list(zip(pairs, records))
    for measure, is_so, target in (("called rewritten", lambda r: r["relation"] == "rewritten", REWRITTEN_MAX),
                                   ("strong machine signs", lambda r: r["machine_signs"] == "strong", STRONG_MAX)):
        figures.add("accused", corpus.name, f"{name}: {measure}",
                    by_half(items, lambda i: i[0][0], lambda part: share(sum(is_so(i[1]) for i in part), len(part))),
                    ("≤", target), len(items))
    relations = collections.Counter(record["relation"] for record in records)
    accused = [pair[0] for pair, record in items if record["relation"] == "rewritten"][:3]
    figures.cost("accused", f"{corpus.name}, {name}", cost, pairs=len(pairs))
    return [name, len(pairs), ", ".join(f"{r} {n / len(pairs):.3f}" for r, n in relations.most_common()), " ".join(accused)]


def measure(figures, program, corpus, found_in):
    """corpus: for the rules; found_in: corpora with silver pairs."""
    rows = [add(figures, program, name, corpus, made_pairs(corpus, name, make)) for name, make in RULES.items()]
    rows += [add(figures, program, "J5 of .5 to 1", found, silver_pairs(found)) for found in found_in]
    figures.detail("accused: relation given", ["trap", "n", "relations", "accused, for example"], rows)
