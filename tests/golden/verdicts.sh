#!/bin/sh
# verdicts.sh CLI FIXTURES: the relations that scan gives to the archive's pairs are those that fixtures/archive.expected.tsv
# names, and no other pair is accused.
set -u
cli=$1 fixtures=$2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
awk -F '\t' 'NR > 1 && $3 != "-" { if ($1 < $2) print $1 "\t" $2 "\t" $3; else print $2 "\t" $1 "\t" $3 }' \
    "$fixtures/archive.expected.tsv" | LC_ALL=C sort > "$work/expected"
"$cli" scan --format jsonl --official 'official/**' "$fixtures/archive" |
    sed -n 's/^{"type":"pair","a":"\([^"]*\)","b":"\([^"]*\)","relation":"\([^"]*\)".*/\1\t\2\t\3/p' |
    awk -F '\t' '{ if ($1 < $2) print; else print $2 "\t" $1 "\t" $3 }' OFS='\t' | LC_ALL=C sort > "$work/found"
[ -s "$work/expected" ] && diff "$work/expected" "$work/found"
