#!/usr/bin/env bash
# ical2html 3.0 (Debian 12): a rota as a month's table, with -z for the zone of its readers.
# Expected: a shift from 00:00 to 08:00 of 3 June in Berlin stands in the box of the third, and an EXDATE takes a shift out. Seen: the times are
# those of Berlin, but the box is that of the day in UTC, the second; the shift that EXDATE takes out is drawn.
# So: a rota that a page shows is checked against our own reading of its calendar; a shift at midnight is the one to look at.
set -euo pipefail
packages=(ical2html=3.0-1 libical3=3.0.16-1+b1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
LD_LIBRARY_PATH="$(dirname "$(find "$work/root" -name 'libical.so.3' | head -1)")"
export LD_LIBRARY_PATH
python3 - >rota.ics <<'P'
def event(uid, *lines): return ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"]
lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//Test//EN",
         *event(1, "DTSTART:20260602T220000Z", "DTEND:20260603T060000Z", "SUMMARY:night"),
         *event(2, "DTSTART:20260605T090000Z", "DTEND:20260605T100000Z", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20260606T090000Z", "SUMMARY:day"),
         "END:VCALENDAR"]
print("\r\n".join(lines), end="\r\n")
P
root/usr/bin/ical2html -z Europe/Berlin 20260601 P4W rota.ics >page.html
echo "ical2html $(sed -n 's/.*ical2html=\([0-9.]*\).*/\1/p' <<<"${packages[0]}")"
seen=$(python3 - <<'P'
import re
page = re.sub(r"<[^>]*>", "\n", re.sub(r'<abbr[^>]*>', "", open("page.html").read()))
day, found, time = "", [], ""
for line in page.split("\n"):
    line = line.strip()
    if re.fullmatch(r"\d{1,2}", line): day = line
    elif re.match(r"\d\d:\d\d", line): time += line
    elif line in ("night", "day"): found.append(f"{day}: {time} {line}"); time = ""
print("; ".join(found))
P
)
echo "$seen"
[ "$seen" = "2: 00:00 night; 5: 11:00 day; 6: 11:00 day; 7: 11:00 day" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
