"""Collections of unlucky shape: one masthead over everything, one form that thousands fill in, long texts and their parts."""
import json
import random
import re

MASTHEAD = ("The Harbour Ledger comes out every weekday at Ledger & Quay Press, a cooperative owned by its readers. Views given in "
            "these columns belong to those who sign them and bind neither the cooperative nor its printers. Corrections reach us by "
            "post at 14 Ropewalk, or at the desk between nine and noon; they are printed on page two. No part of this issue may be "
            "stored, sold on or read aloud for profit unless the cooperative agreed beforehand in writing.")
CLAUSE_WORDS = ("notice reader term service account privacy partner consent device holder invoice parcel charter clause tenant "
                "insurer remedy carrier voucher refund waiver schedule tribunal licence deposit mandate covenant").split()
CLAUSE_LINKS = "the of and to in for under by with from that any each such no not may shall must at on after before unless until".split()
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")


def texts(bench):
    with open(bench.corpus, encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def pieces_of(text, size):
    """Whole paragraphs of about size bytes together."""
    pieces, piece = [], []
    for paragraph in filter(str.strip, text.split("\n")):
        piece.append(paragraph)
        if sum(map(len, piece)) >= size:
            pieces.append("\n\n".join(piece))
            piece = []
    return pieces


def pieces(bench, size):
    """The first of each text, then the second of each, so that the parts of one text stand apart."""
    of_texts = [pieces_of(text, size) for text in texts(bench)]
    for number in range(max(map(len, of_texts), default=0)):
        yield from (of_text[number] for of_text in of_texts if number < len(of_text))


def boilerplate(size):
    """Clauses in paragraphs of four, size bytes or so."""
    draw, clauses = random.Random(3), []
    while sum(map(len, clauses)) < size:
        clauses.append(" ".join(draw.choice(CLAUSE_WORDS if i % 2 else CLAUSE_LINKS) for i in range(18)).capitalize() + ".")
    return "\n\n".join(" ".join(clauses[i:i + 4]) for i in range(0, len(clauses), 4))


def under_one_head(head, piece_size, count):
    def make(bench, size):
        for number, piece in zip(range(int(count * size)), pieces(bench, piece_size)):
            yield f"{piece}\n\n{head}"
    return make


def names_of(bench, most=60_000):
    names = []
    for text in texts(bench):
        names += NAME.findall(text)
        if len(names) >= most:
            break
    return sorted(set(names))


def a_form(bench):
    """A text with many names, to be filled with others."""
    return next(text for text in texts(bench) if len(text) > 2500 and len(NAME.findall(text)) > 40)[:3600]


def fill(form, names, number):
    draw, drawn = random.Random(number), {}
    figures = re.sub(r"\d+", lambda found: str(draw.randrange(10 ** len(found[0]))), form)
    return NAME.sub(lambda found: drawn.setdefault(found[0], draw.choice(names)), figures)


def forms(count):
    def make(bench, size):
        form, names = a_form(bench), names_of(bench)
        return (fill(form, names, number) for number in range(int(count * size)))
    return make


def families(of, words=330):
    """Of so many edits of one text each, of 1 to 5 % of the words."""
    def make(bench, size):
        draw, every = random.Random(1), " ".join(names_of(bench)).lower().split()
        for _, piece in zip(range(int(50 * size)), pieces(bench, 6 * words)):
            for _ in range(of):
                share = draw.uniform(.01, .05)
                yield " ".join(draw.choice(every) if draw.random() < share else word for word in piece.split(" "))
    return make


def long_texts(count, parts, size_each=70_000, part_size=4_000):
    """Books, as it were, and some of their chapters."""
    def make(bench, size):
        books, book = [], []
        for text in texts(bench):
            book.append(text)
            if sum(map(len, book)) >= size_each:
                books.append("\n\n".join(book))
                book = []
            if len(books) >= count * size:
                break
        yield from books
        draw = random.Random(2)
        for _ in range(int(parts * size)):
            book = draw.choice(books)
            begin = book.find(" ", draw.randrange(max(1, len(book) - part_size)))
            yield book[begin + 1:begin + part_size]
    return make


SHAPES = (("10^5 short texts under one masthead", under_one_head(MASTHEAD, 400, 100_000)),
          ("18,000 texts with 2 KB of boilerplate", under_one_head(boilerplate(2000), 2000, 18_000)),
          ("2,500 fillings of one form", forms(2_500)), ("families of 62 edits", families(62)),
          ("66 long texts and 250 parts of them", long_texts(66, 250)))
