# Sourced: counts the altered facts that are listed among the changes. A line of pairs names them in "altered", parted by
# "; ": "number 34>43" is a change of this kind with 34 on the one side and 43 on the other, "quotation" any of its kind.

# PAIRS TOLD: prints what is not listed; sets listed, and claims: the changes of these kinds in the pairs that name some.
count_altered() {
    sed -n 's/^{"id": *"\([^"]*\)".*"altered": *"\([^"]*\)".*/\1|\2/p' "$1" |
        awk -F'|' '{ n = split($2, facts, "; "); for (i = 1; i <= n; i++) print $1 "|" facts[i] }' |
        sed 's/^\([^|]*\)|\([a-z]*\) *\([^>]*\)>*\(.*\)$/\1|\2|\3|\4/' > "$work/altered"
    listed=0
    while IFS='|' read -r id kind from to; do
        if grep -F "\"id\":\"$id\"" "$2" |
            grep -q "{\"kind\":\"$kind\",\"a\":\"[^\"]*$from[^\"]*\",\"b\":\"[^\"]*$to[^\"]*\""; then
            listed=$((listed + 1))
        else
            echo "not listed: $id, $kind $from -> $to"
        fi
    done < "$work/altered"
    cut -d'|' -f1 "$work/altered" | sort -u | sed 's/.*/"id":"&"/' > "$work/labelled"
    claims=$(grep -F -f "$work/labelled" "$2" | grep -oE '"kind":"(number|name|quotation|negation)","a"' | wc -l)
}
