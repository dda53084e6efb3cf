"""Exact counting of word-5-shingles: the yardstick that owes nothing to the program under test."""
import collections
import heapq
import itertools
import math
import re

WORD = re.compile(r"\w+")


def shingle_set(text, k=5):
    words = WORD.findall(text.lower())
    return {hash(tuple(words[i:i + k])) for i in range(max(1, len(words) - k + 1))} if words else set()


def overlap(a, b):
    """(Jaccard, share of the smaller set)"""
    shared = len(a & b)
    return (shared / len(a | b), shared / min(len(a), len(b))) if a and b else (0.0, 0.0)


def shared_shingles(texts):
    """All pairs of ids that share a shingle: {(a, b): (Jaccard, share of the smaller set)}; texts: {id: text}."""
    sets = {i: shingle_set(text) for i, text in texts.items()}
    holders = collections.defaultdict(list)
    for i, shingles in sets.items():
        for shingle in shingles:
            holders[shingle].append(i)
    shared = collections.Counter()
    for ids in holders.values():
        shared.update(itertools.combinations(ids, 2))
    sizes = {i: len(shingles) for i, shingles in sets.items()}
    return {(a, b): (count / (sizes[a] + sizes[b] - count), count / min(sizes[a], sizes[b]))
            for (a, b), count in shared.items()}


def similar(texts, least):
    """The pairs of ids whose Jaccard similarity is least or more, exactly: frozensets of two.

    Of two sets so alike the least frequent shingles cannot all differ, so only the beginnings of the sets, ordered by
    frequency, are met with each other (Chaudhuri, Ganti and Kaushik 2006)."""
    sets = {i: shingle_set(text) for i, text in texts.items()}
    frequency = collections.Counter(itertools.chain.from_iterable(sets.values()))
    holders = collections.defaultdict(list)
    found = set()
    for i, own in sorted(sets.items(), key=lambda item: len(item[1])):
        beginning = heapq.nsmallest(len(own) - math.ceil(least * len(own)) + 1, own, key=lambda s: (frequency[s], s))
        for other in {other for shingle in beginning for other in holders[shingle]}:
            if len(sets[other]) >= least * len(own) and overlap(own, sets[other])[0] >= least:
                found.add(frozenset((i, other)))
        for shingle in beginning:
            if frequency[shingle] > 1:
                holders[shingle].append(i)
    return found
