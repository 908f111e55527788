#!/usr/bin/env bash
# InfluxDB 1.6.7 (Debian 12): count by GROUP BY time(1d) and tz('America/Santiago'), where the clock goes back at midnight, of one point an hour.
# Expected: a row a day, 25 points on the day that has 25 hours, as in Europe/Berlin. Seen: with fill(0) one row more, of 23:00 on 4 April with 0
# points, right after the row of that day with its 25; with fill(previous) the 25 stand there a second time, so that sums are too high. With
# fill(none), and in zones that change at 2 or 3, all is right.
# So: a day with nothing in a report by days is looked at by hours; two rows of one day are one.
set -euo pipefail
package=influxdb=1.6.7~rc0-1+b13
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
root/usr/bin/influxd version
free() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port=$(free)
cat >conf <<C
reporting-disabled = true
bind-address = "127.0.0.1:$(free)"
[meta]
  dir = "$work/meta"
[data]
  dir = "$work/data"
  wal-dir = "$work/wal"
[http]
  bind-address = "127.0.0.1:$port"
[monitor]
  store-enabled = false
C
root/usr/bin/influxd -config conf >log 2>&1 &
pid=$!
url=http://127.0.0.1:$port
for _ in $(seq 100); do curl -sf "$url/ping" && break; sleep 0.1; done
curl -sf "$url/query" --data-urlencode "q=CREATE DATABASE d" >out
python3 -c 'for n in range(24 * 330): print(f"m v=1i {(1767225600 + n * 3600) * 10**9}")' | curl -sf "$url/write?db=d" --data-binary @-
ask() {
  curl -sfG "$url/query" --data-urlencode db=d --data-urlencode \
    "q=SELECT count(v) FROM m WHERE time >= '$1' AND time < '$2' GROUP BY time(1d) fill($3) tz('$4')" |
    python3 -c 'import json, sys; print(*(f"{time[5:13]}={count}" for time, count in json.load(sys.stdin)["results"][0]["series"][0]["values"]))'
}
seen=
for fill in none 0 previous; do
  rows=$(ask 2026-04-03 2026-04-07 "$fill" America/Santiago)
  echo "Santiago, fill($fill): $rows"
  seen+="$rows;"
done
rows=$(ask 2026-10-24 2026-10-27 0 Europe/Berlin)
echo "Berlin, fill(0): $rows"
seen+=$rows
found='04-03T00=24 04-04T00=25 04-05T00=24 04-06T00=24;04-03T00=24 04-04T00=25 04-04T23=0 04-05T00=24 04-06T00=24;'
found+='04-03T00=24 04-04T00=25 04-04T23=25 04-05T00=24 04-06T00=24;10-24T00=24 10-25T00=25 10-26T00=24'
[ "$seen" = "$found" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
