#!/usr/bin/env bash
# croniter 1.3.5 (Debian 12): "0 9 1 * *", a hand-over on the first of each month, in Europe/Berlin, asked on 2 March and on 2 October.
# Expected: 09:00 on each first; at most the night of the change itself is in doubt. Seen: with a zone of zoneinfo or dateutil the first hand-over
# after a change is an hour off, days or weeks later: 08:00 and then 09:00 too on 1 April, 10:00 on 1 November. With pytz all are at 09:00.
# Known to croniter as its issue 70.
# So: hand-over times that another program made are held against the hour of the others; one that is an hour off is shown as such.
set -euo pipefail
packages=(python3-croniter=1.3.5-3 python3-dateutil=2.8.2-2 python3-six=1.16.0-4 python3-tz=2022.7.1-4)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1
echo "croniter $(find root -name 'croniter-*.egg-info' | sed 's/.*croniter-\(.*\)\.egg-info/\1/')"
code=0
python3 - <<'P' || code=$?
import datetime, sys, zoneinfo
import dateutil.tz, pytz
from croniter import croniter
name = "Europe/Berlin"
zones = {"zoneinfo": lambda time: time.replace(tzinfo=zoneinfo.ZoneInfo(name)), "dateutil": lambda time: time.replace(tzinfo=dateutil.tz.gettz(name)),
         "pytz": lambda time: pytz.timezone(name).localize(time)}
seen = {}
for kind, within in zones.items():
    for month in 3, 10:
        times = croniter("0 9 1 * *", within(datetime.datetime(2026, month, 2)))
        seen[kind, month] = [times.get_next(datetime.datetime).strftime("%m-%dT%H:%M") for _ in range(3)]
        print(f"{kind}, from 2026-{month:02}-02: {' '.join(seen[kind, month])}")
off = {3: ["04-01T08:00", "04-01T09:00", "05-01T09:00"], 10: ["11-01T10:00", "12-01T09:00", "01-01T09:00"]}
right = {3: ["04-01T09:00", "05-01T09:00", "06-01T09:00"], 10: ["11-01T09:00", "12-01T09:00", "01-01T09:00"]}
sys.exit(any(times != (right if kind == "pytz" else off)[month] for (kind, month), times in seen.items()))
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
