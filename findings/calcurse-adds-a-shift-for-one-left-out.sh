#!/usr/bin/env bash
# calcurse 4.7.1 (Debian 12): the import of an on-call calendar (-i) with a COUNT, an EXDATE and a moved shift (RECURRENCE-ID).
# Expected: of four weekly shifts without the second, three are left; a moved shift takes the place of the one that it moves. Seen: COUNT counts
# only what is left, so a fourth comes a week after the last; the moved shift stands beside the one that it moves, and none is called skipped.
# So: whoever lets another program read a calendar of ours hands it single shifts; an export never leaves COUNT and EXDATE in one rule.
set -euo pipefail
package=calcurse=4.7.1-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
python3 - >rota.ics <<'P'
def event(*lines): return ["BEGIN:VEVENT", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"]
lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//Test//EN",
         *event("UID:1", "DTSTART:20260601T090000Z", "DTEND:20260601T100000Z", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20260608T090000Z", "SUMMARY:weekly"),
         *event("UID:2", "DTSTART:20260602T090000Z", "DTEND:20260602T100000Z", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:base"),
         *event("UID:2", "RECURRENCE-ID:20260609T090000Z", "DTSTART:20260609T150000Z", "DTEND:20260609T160000Z", "SUMMARY:moved"), "END:VCALENDAR"]
print("\r\n".join(lines), end="\r\n")
P
mkdir data
calcurse() { TZ=UTC LC_ALL=C root/usr/bin/calcurse -D data "$@"; }
calcurse --version | head -1
calcurse -i rota.ics
seen=$(calcurse -Q --from 06/01/2026 --days 40 --format-apt '%S %m\n' --format-recur-apt '%S %m\n' | grep . | paste -sd ' ' -)
echo "$seen"
[ "$seen" = "06/01/26: 09:00 weekly 06/02/26: 09:00 base 06/09/26: 09:00 base 15:00 moved 06/15/26: 09:00 weekly 06/22/26: 09:00 weekly \
06/29/26: 09:00 weekly" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
