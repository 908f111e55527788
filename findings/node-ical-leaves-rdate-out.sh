#!/usr/bin/env bash
# node-ical 0.27.2 (npm), parseICS() and expandRecurringEvent(): a rota's RDATE, and a change of it with RANGE=THISANDFUTURE.
# Expected: the dates of RDATE are there beside those of the rule, and a change for "this and future" holds from its day on. Seen: RDATE is parsed
# and left out, with a rule and without one; the change is taken for its own day only, the days after it keep the old hours. No error, no mark.
# So: who reads a rota with such a library compares it with the file: a line RDATE or RANGE=THISANDFUTURE in it means that shifts are missing.
set -euo pipefail
package=node-ical@0.27.2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const ical = require("node-ical");
const read = (...events) => {
  const lines = events.flatMap(event => ["BEGIN:VEVENT", "UID:a", "DTSTAMP:20260101T000000Z", "SUMMARY:shift", ...event, "END:VEVENT"]);
  const text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
  const rota = ical.sync.parseICS(text).a;
  const window = { from: new Date("2026-04-01T00:00:00Z"), to: new Date("2026-06-01T00:00:00Z") };
  return ical.expandRecurringEvent(rota, window).map(shift => shift.start.toISOString().slice(8, 13)).join(" ");
};
const shift = ["DTSTART:20260501T080000Z", "DURATION:PT4H"];
const daily = [...shift, "RRULE:FREQ=DAILY;COUNT=3"];
const seen = {
  "rule and RDATE": read([...daily, "RDATE:20260510T080000Z"]),
  "RDATE alone": read([...shift, "RDATE:20260510T080000Z"]),
  "this and future": read(daily, ["RECURRENCE-ID;RANGE=THISANDFUTURE:20260502T080000Z", "DTSTART:20260502T100000Z", "DURATION:PT4H"]),
};
for (const [what, starts] of Object.entries(seen)) console.log(`${what}: ${starts} (day and hour of each start)`);
process.exit(Object.values(seen).join() === "01T08 02T08 03T08,01T08,01T08 02T10 03T08" ? 0 : 1);
J
echo "node-ical $(sed -n 's/^ *"version": "\(.*\)".*/\1/p' node_modules/node-ical/package.json | head -1)"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
