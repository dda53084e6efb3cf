#!/bin/sh
# retold.sh CLI FIXTURES FOLDER: paraphrases and spun texts of sixteen languages are found, other texts on the same events
# are not accused (some are related), and the facts that a paraphrase alters are among the changes, with few beside them. Not all is found
# today; less than the counts below, or more that is wrong, is a loss.
set -u
cli=$1 fixtures=$2
found_least=44 rewritten_least=38 accused_most=0 related_least=17
listed_least=68 beside_most=18
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cat "$fixtures"/retold/*.jsonl > "$work/pairs.jsonl"
"$cli" compare --format jsonl --pairs "$work/pairs.jsonl" > "$work/told.jsonl"
sed -n 's/^{"id": *"\([^"]*\)", *"relation": *"\([^"]*\)".*/\1 \2/p' "$work/pairs.jsonl" > "$work/wanted"
sed -n 's/^{"type":"pair","id":"\([^"]*\)".*"relation":"\([^"]*\)".*/\1 \2/p' "$work/told.jsonl" > "$work/said"
LC_ALL=C sort "$work/wanted" > "$work/sorted"
LC_ALL=C sort "$work/said" | LC_ALL=C join "$work/sorted" - > "$work/both"
[ "$(wc -l < "$work/both")" = "$(wc -l < "$work/pairs.jsonl")" ] || { echo "a pair got no verdict"; exit 1; }
. "$3/altered.sh"
count_altered "$work/pairs.jsonl" "$work/told.jsonl"
echo "$listed of $(wc -l < "$work/altered") altered facts listed, $((claims - listed)) changes of their kinds beside them"
[ "$listed" -ge "$listed_least" ] && [ $((claims - listed)) -le $beside_most ] || exit 1
awk -v found_least=$found_least -v rewritten_least=$rewritten_least -v accused_most=$accused_most \
    -v related_least=$related_least '
    $2 == "rewritten" { retold++ }
    $2 == "rewritten" && $3 == "rewritten" { rewritten++ }
    $2 != "rewritten" && $3 == "related" { related++ }
    $3 != "unrelated" && $3 != "related" { if ($2 == "rewritten") found++; else { accused++; print "accused: " $1, $3 } }
    END {
        printf "%d of %d retold texts found, %d called rewritten, %d of %d others accused, %d related\n", found, retold,
            rewritten, accused, NR - retold, related
        exit found < found_least || rewritten < rewritten_least || accused > accused_most || related < related_least
    }' "$work/both"
