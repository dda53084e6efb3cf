"""Runs one peer over a JSONL file in the way its manual shows, and writes the groups of duplicates it found.

    run.py PEER CORPUS OUTPUT THREADS

Started by tests/bench/peers with the Python of the peer's own virtual environment. Where a peer lets one choose: shingles
of 5 words, 128 slots, 32 bands of 4 rows, which is what twicetold's bands are.
"""
import collections
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile

WORDS, SLOTS, BANDS, ROWS, THRESHOLD = 5, 128, 32, 4, .5


def documents(path):
    """(ids, texts)"""
    with open(path, encoding="utf8") as lines:
        objects = [json.loads(line) for line in lines]
    return [one["id"] for one in objects], [one["text"] for one in objects]


def shingles(text):
    """The cheapest that Python offers: words between blanks."""
    words = text.lower().split()
    return [" ".join(words[i:i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))]


def joined(count, lists):
    """Groups of element numbers from lists of elements alike to each other."""
    parent = list(range(count))

    def root(x):
        while parent[x] != x:
            parent[x] = x = parent[parent[x]]
        return x

    for alike in lists:
        for other in alike[1:]:
            parent[root(other)] = root(alike[0])
    groups = collections.defaultdict(list)
    for x in range(count):
        groups[root(x)].append(x)
    return [group for group in groups.values() if len(group) > 1]


# ---- peers: (ids, groups of numbers), or (ids, None, numbers flagged) when a peer gives no groups ----------------

def datasketch(path, _):
    from datasketch import MinHash, MinHashLSH
    ids, texts = documents(path)
    index = MinHashLSH(num_perm=SLOTS, params=(BANDS, ROWS))
    sketches = MinHash.generator(([s.encode() for s in shingles(text)] for text in texts), num_perm=SLOTS)
    found = []
    for number, sketch in enumerate(sketches):
        found.append([number, *index.query(sketch)])
        index.insert(number, sketch)
    return ids, joined(len(ids), found)


def rensa(path, _):
    from rensa import RMinHash, RMinHashLSH
    ids, texts = documents(path)
    sketches = RMinHash.from_token_sets([shingles(text) for text in texts], num_perm=SLOTS, seed=42)
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=SLOTS, num_bands=BANDS)
    index.insert_many(sketches)
    return ids, joined(len(ids), [[number, *alike] for number, alike in enumerate(index.query_all(sketches))])


def rensa_rho(path, _):
    """Its fastest way: sampled positions, and flags instead of groups."""
    from rensa import RMinHash, RMinHashLSH
    ids, texts = documents(path)
    matrix = RMinHash.digest_matrix_from_token_sets_rho([shingles(text) for text in texts], num_perm=SLOTS, seed=42)
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=SLOTS, num_bands=BANDS)
    flags = index.query_duplicate_flags_matrix_one_shot(matrix)
    return ids, None, [number for number, flag in enumerate(flags) if flag]


def fastsketchlsh(path, threads):
    from FastSketchLSH import LSH, FastSimilaritySketch
    ids, texts = documents(path)
    sketches = FastSimilaritySketch(size=SLOTS, seed=42).batch([shingles(text) for text in texts], num_threads=threads)
    index = LSH(num_perm=SLOTS, num_bands=BANDS, num_threads=threads)
    index.insert(sketches)
    return ids, joined(len(ids), [[number, *alike] for number, alike in enumerate(index.query(sketches))])


def gaoya(path, _):
    from gaoya.minhash import MinHashStringIndex
    ids, texts = documents(path)
    index = MinHashStringIndex(hash_size=32, jaccard_threshold=THRESHOLD, num_bands=BANDS, band_size=ROWS, num_hashes=None,
                               analyzer="word", lowercase=True, ngram_range=(WORDS, WORDS), id_container="vec")
    index.par_bulk_insert_docs(list(range(len(ids))), texts)
    return ids, joined(len(ids), [[number, *alike] for number, alike in enumerate(index.par_bulk_query(texts))])


def fast_dedup(path, _):
    """Sketches alone: it has no index, and its slots cannot be read."""
    from fast_dedup import MinHash
    ids, texts = documents(path)
    sketches = []
    for text in texts:
        sketch = MinHash(SLOTS, 1)
        for shingle in shingles(text):
            sketch.update(shingle)
        sketches.append(sketch)
    return ids, None, None


def text_dedup(path, threads):
    folder = tempfile.mkdtemp()
    try:
        subprocess.run([sys.executable, "-m", "text_dedup.minhash", "--path", "json", "--data_files", os.path.abspath(path),
                        "--split", "train", "--column", "text", "--idx_column", "id", "--ngram", str(WORDS), "--num_perm",
                        str(SLOTS), "--b", str(BANDS), "--r", str(ROWS), "--min_length", "0", "--hash_func", "xxh3", "--debug",
                        "--num_proc", str(threads), "--cache_dir", os.path.join(folder, "cache"), "--output",
                        os.path.join(folder, "out")], check=True, cwd=folder, stdout=sys.stderr,
                       env={**os.environ, "HF_HOME": folder, "HF_HUB_OFFLINE": "1"})
        with open(os.path.join(folder, "out", "uf.pkl"), "rb") as file:
            parent = pickle.load(file).parent
    finally:
        shutil.rmtree(folder)
    groups = collections.defaultdict(list)
    for member in parent:
        first = member
        while parent[first] != first:
            first = parent[first]
        groups[first].append(member)
    ids = list(parent)
    place = {member: number for number, member in enumerate(ids)}
    return ids, [[place[member] for member in group] for group in groups.values() if len(group) > 1]


PEERS = {"datasketch": datasketch, "rensa": rensa, "rensa-rho": rensa_rho, "fastsketchlsh": fastsketchlsh, "gaoya": gaoya,
         "fast-dedup": fast_dedup, "text-dedup": text_dedup}


def main():
    peer, corpus, output, threads = sys.argv[1:]
    ids, groups, *flagged = PEERS[peer](corpus, int(threads))
    told = {"groups": None if groups is None else [[ids[number] for number in group] for group in groups],
            "flagged": [ids[number] for number in flagged[0]] if flagged and flagged[0] is not None else None}
    with open(output, "w", encoding="utf8") as file:
        json.dump(told, file)


if __name__ == "__main__":
    main()
