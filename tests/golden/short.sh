#!/bin/sh
# short.sh CLI FIXTURES: headlines and briefs of nine languages get one of the relations that their line names, either way
# round with the same confidence; only equal words are certain.
set -u
cli=$1 fixtures=$2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
file=$fixtures/short/pairs.jsonl
said() { "$cli" compare --format jsonl --pairs "$1" |
    sed -n 's/^{"type":"pair","id":"\([^"]*\)".*"relation":"\([^"]*\)","confidence":\([0-9.]*\).*/\1 \2 \3/p'; }
sed -n 's/^{"id": *"\([^"]*\)", *"relation": *"\([^"]*\)".*/\1 \2/p' "$file" > "$work/wanted"
sed 's/"a": "\(.*\)", "b": "\(.*\)"}$/"b": "\1", "a": "\2"}/' "$file" > "$work/turned.jsonl"
said "$file" > "$work/said"
said "$work/turned.jsonl" | diff "$work/said" - || { echo "the order of the texts matters"; exit 1; }
[ "$(wc -l < "$work/said")" = "$(wc -l < "$file")" ] || { echo "a pair got no verdict"; exit 1; }
LC_ALL=C join "$work/wanted" "$work/said" | awk '
    index("|" $2 "|", "|" $3 "|") == 0 { print; wrong = 1 }
    ($3 == "exact") != ($4 == "1.00") { print; wrong = 1 }
    END { exit wrong }'
