#!/usr/bin/env bash
# mtail 3.0.0-rc50 (Debian 12), --one_shot: a histogram with the buckets 1, 2, 4 over the values 0, 1, 5.
# Expected: 0 is below 1, so it is in the first bucket, and +Inf is the same as the count. Seen: 0 is in no bucket, not even in +Inf, and only in
# the count: count 3, +Inf 2. In its JSON a bucket holds its own values only, in Prometheus' text those of the smaller ones as well.
# So: a quantile of such a metric leaves the zeros out, and le="+Inf" isn't taken for the count; the count is read from _count.
set -euo pipefail
package=mtail=3.0.0~rc50-1+b6
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
cat >rules.mtail <<'T'
histogram took buckets 1, 2, 4
/took=(?P<took>[0-9.]+)/ {
  took = $took
}
T
printf 'took=0\ntook=1\ntook=5\n' >log
root/usr/bin/mtail --version
ask() { root/usr/bin/mtail --one_shot --one_shot_format="$1" --progs rules.mtail --logs log 2>/dev/null; }
text=$(ask prometheus | sed -n 's/^took_\([a-z]*\){prog="rules.mtail",*/\1 {/p' | tr '\n' ';')
json=$(ask json | python3 -c '
import json, sys
value = json.load(sys.stdin)["took"][0]["LabelValues"][0]["Value"]
print(value["Buckets"], value["Count"])')
echo "$text"
echo "$json"
[ "$text" = 'bucket {le="1"} 1;bucket {le="2"} 1;bucket {le="4"} 1;bucket {le="+Inf"} 2;sum {} 6;count {} 3;' ] &&
  [ "$json" = "{'+Inf': 1, '1': 1, '2': 0, '4': 0} 3" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
