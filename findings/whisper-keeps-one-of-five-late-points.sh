#!/usr/bin/env bash
# whisper 1.1.4 (Debian 12), a file of 60s for two hours and 300s for a day that adds up (aggregationMethod "sum"): an hour of one request a minute.
# Expected: 5 in each slot of 300 s, whether the points came in time or three hours late, as after a long outage of the network. Seen: 5 for those
# in time; 1 for late ones, as a point older than the finest archive is written into the next one as it is, over the one before; and one late
# point puts a slot that has its sum of 5 already to 1.
# So: a fall to a fifth that begins or ends with an outage may be the way of the points, not of the traffic.
set -euo pipefail
package=python3-whisper=1.1.4-2.2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1
echo "whisper $(dpkg-deb -f ./*.deb Version)"
code=0
python3 - <<'P' || code=$?
import sys
import whisper
start, now = 1780304400, [0]
whisper.time.time = lambda: now[0]
def hour(name, late):
    now[0] = start
    whisper.create(name, [(60, 120), (300, 288)], aggregationMethod="sum")
    points = [(start + 60 * n, 1) for n in range(60)]
    if late:
        now[0] = start + 4 * 3600
        whisper.update_many(name, points)
    else:
        for second, value in points:
            now[0] = second
            whisper.update(name, value, second)
        now[0] = start + 4 * 3600
def slots(name): return [int(value) for value in whisper.fetch(name, start - 1, start + 3599)[1][:11]]
hour("in time", late=False)
hour("late", late=True)
seen = {name: slots(name) for name in ("in time", "late")}
whisper.update("in time", 1, start + 660)
seen["in time, then one late point"] = slots("in time")
for name, values in seen.items(): print(f"{name}: {values}")
sys.exit(list(seen.values()) != [[5] * 11, [1] * 11, [5, 5, 1] + [5] * 8])
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
