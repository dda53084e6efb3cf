#!/bin/sh
# relations.sh CLI FIXTURES: compare gives the pairs of nine languages, and those of articles that hold a rewritten
# paragraph of another, the relation that each line names. Where the texts are unrelated, related will do.
set -u
cli=$1 fixtures=$2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
for file in "$fixtures"/languages/*.jsonl "$fixtures"/embedded/*.jsonl; do
    sed -n 's/^{"id": *"\([^"]*\)", *"relation": *"\([^"]*\)".*/\1 \2/p' "$file" > "$work/wanted"
    "$cli" compare --format jsonl --pairs "$file" |
        sed -n 's/^{"type":"pair","id":"\([^"]*\)".*"relation":"\([^"]*\)".*/\1 \2/p' > "$work/said"
    [ "$(wc -l < "$work/wanted")" -ge 3 ] || { echo "$file: too few pairs"; exit 1; }
    LC_ALL=C join "$work/wanted" "$work/said" > "$work/both"
    [ "$(wc -l < "$work/both")" = "$(wc -l < "$file")" ] || { echo "$file: a pair got no verdict"; exit 1; }
    awk '$2 != $3 && !($2 == "unrelated" && $3 == "related")' "$work/both"
done > "$work/wrong" || { cat "$work/wrong"; exit 1; }
LC_ALL=C sort "$work/wrong" | diff /dev/null -
