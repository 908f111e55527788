#!/usr/bin/env bash
# ical.js 2.2.1 (npm), beside rrule-temporal 2.2.8: rotas that begin on Monday, 5 January 2026 at 09:00, by parts that RFC 5545 gives a rule.
# Expected: the Monday of week 23 and the 22nd Monday come once a year, in June and at its end; the first of Monday and Wednesday is one day a week.
# Seen: ical.js passes over BYWEEKNO, so that a shift of once a year is there each week; takes the 22nd Monday of a year for its second; and
# passes over BYSETPOS in a week, so that it's both days. rrule-temporal has all of them as the standard does.
# So: a calendar on such a reader that shows a rota each week of which the file says once a year is wrong, not the file.
set -euo pipefail
packages=(ical.js@2.2.1 rrule-temporal@2.2.8)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.mjs <<'J'
import ICAL from "ical.js";
import { RRuleTemporal } from "rrule-temporal";
const readers = {
  "ical.js": rule => {
    const times = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString("2026-01-05T09:00:00Z"));
    return [1, 2, 3].map(() => times.next().toString().slice(0, 10));
  },
  "rrule-temporal": rule => new RRuleTemporal({ rruleString: `DTSTART:20260105T090000Z\nRRULE:${rule};COUNT=3` }).all().map(time => time.toString().slice(0, 10)),
};
const seen = ["FREQ=YEARLY;BYWEEKNO=23;BYDAY=MO", "FREQ=YEARLY;BYDAY=22MO", "FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1"].flatMap(rule =>
  Object.entries(readers).map(([name, read]) => {
    const days = read(rule).join(" ");
    console.log(`${name}, ${rule}: ${days}`);
    return days;
  }));
const found = ["2026-01-05 2026-01-12 2026-01-19", "2026-06-01 2027-06-07 2028-06-05", "2026-01-12 2027-01-11 2028-01-10", "2026-06-01 2027-05-31 2028-05-29",
  "2026-01-05 2026-01-07 2026-01-12", "2026-01-05 2026-01-12 2026-01-19"];
process.exit(seen.join() === found.join() ? 0 : 1);
J
for name in ical.js rrule-temporal; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; TZ=UTC node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
