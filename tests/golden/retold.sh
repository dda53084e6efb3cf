#!/bin/sh
# retold.sh CLI FIXTURES: paraphrases and spun texts of sixteen languages are found, and other texts on the same events are
# not accused. Not all are found today; fewer than the counts below are a loss.
set -u
cli=$1 fixtures=$2
found_least=44 rewritten_least=38 accused_most=0
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
for file in "$fixtures"/retold/*.jsonl; do
    sed -n 's/^{"id": *"\([^"]*\)", *"relation": *"\([^"]*\)".*/\1 \2/p' "$file" >> "$work/wanted"
    "$cli" compare --format jsonl --pairs "$file" |
        sed -n 's/^{"type":"pair","id":"\([^"]*\)".*"relation":"\([^"]*\)".*/\1 \2/p' >> "$work/said"
done
LC_ALL=C sort "$work/wanted" > "$work/sorted"
LC_ALL=C sort "$work/said" | LC_ALL=C join "$work/sorted" - > "$work/both"
[ "$(wc -l < "$work/both")" = "$(cat "$fixtures"/retold/*.jsonl | wc -l)" ] || { echo "a pair got no verdict"; exit 1; }
awk -v found_least=$found_least -v rewritten_least=$rewritten_least -v accused_most=$accused_most '
    $2 == "rewritten" { retold++ }
    $2 == "rewritten" && $3 == "rewritten" { rewritten++ }
    $3 != "unrelated" && $3 != "related" { if ($2 == "rewritten") found++; else { accused++; print "accused: " $1, $3 } }
    END {
        printf "%d of %d retold texts found, %d called rewritten, %d of %d others accused\n", found, retold, rewritten,
            accused, NR - retold
        exit found < found_least || rewritten < rewritten_least || accused > accused_most
    }' "$work/both"
