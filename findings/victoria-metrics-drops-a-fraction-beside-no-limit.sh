#!/usr/bin/env bash
# VictoriaMetrics 1.79.5 (Debian 12): one series with the values 0.25, 0.75, 18446744073709551615 (how a "no limit" is written) and 0.5, and others.
# Expected: each value as it came, or the nearest float. Seen, once the values are on disk: 0, 0, 18446744073709548000 and 0, as all values of a
# block share one power of ten; 3.25 and 0.125 are 3.2 and 0.1 beside 1e17; and 0.9999999999999, an objective missed by little, is 1. Infinities do
# no harm to their neighbours.
# So: a zero beside a huge value may be a fraction that was lost; a ratio of 1 is held against the counts that it comes from.
set -euo pipefail
package=victoria-metrics=1.79.5+ds1-2+b5
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
echo "victoria-metrics $(dpkg-deb -f ./*.deb Version)"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
url=http://127.0.0.1:$port
root/usr/bin/victoria-metrics -storageDataPath=data -httpListenAddr="127.0.0.1:$port" -retentionPeriod=100y >log 2>&1 &
pid=$!
for _ in $(seq 100); do curl -sf "$url/health" >/dev/null && break; sleep 0.1; done
all="limit 0.25 0.75 18446744073709551615 0.5
large 3.25 1e17 0.125 7
ratio 0.9999999999999 1
infinite 3.25 +Inf 0.125 -Inf"
python3 - "$all" <<'P' >values
import sys
for row in sys.argv[1].splitlines():
    name, *values = row.split()
    for n, value in enumerate(values): print(name, value, 1780304400000 + n * 10000)
P
curl -sf --data-binary @values "$url/api/v1/import/prometheus"
read_all() {
  while read -r name values; do
    curl -sf "$url/api/v1/export?match=$name&start=1780304400&end=1780304500" >out
    echo "$name $values: $(sed 's/.*"values":\[\([^]]*\)\].*/\1/' out)"
  done <<<"$all"
}
found="limit 0.25 0.75 18446744073709551615 0.5: 0,0,18446744073709548000,0
large 3.25 1e17 0.125 7: 3.2,100000000000000000,0.1,7
ratio 0.9999999999999 1: 1,1
infinite 3.25 +Inf 0.125 -Inf: 3.25,+Inf,0.125,-Inf"
for _ in $(seq 100); do
  curl -sf "$url/internal/force_flush"
  seen=$(read_all)
  [ "$seen" = "$found" ] && break
  sleep 0.2
done
echo "$seen"
[ "$seen" = "$found" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
