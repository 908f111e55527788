#!/usr/bin/env bash
# ical-generator 11.1.2 (npm): a shift given as JavaScript Dates, 2026-03-27 21:00 UTC, in a calendar or an event with timezone Europe/Berlin.
# Expected: DTSTART;TZID=Europe/Berlin:20260327T220000, or 21:00 with a Z. Seen: the clock of the machine that writes the file. With the zone on
# the calendar the start, UNTIL and DTSTAMP are bare (17:00 where TZ is New York), while EXDATE has the same digits under TZID=Europe/Berlin; with
# the zone on the event the digits of the machine's zone stand under TZID=Europe/Berlin. Only without any zone the instant is right, with a Z.
# So: a rota read from a file of this PRODID with bare or zoned times is shown with its first shift before it is taken; no zone is guessed.
set -euo pipefail
package=ical-generator@11.1.2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.mjs <<'J'
import ical from "ical-generator";
const shift = { id: "a", summary: "shift", start: new Date("2026-03-27T21:00:00Z"), end: new Date("2026-03-28T05:00:00Z"),
  repeating: { freq: "DAILY", until: new Date("2026-04-30T20:00:00Z"), exclude: [new Date("2026-03-29T21:00:00Z")] } };
const lines = (calendar, event) => {
  const made = ical({ name: "rota", ...calendar });
  made.createEvent({ ...shift, ...event });
  return made.toString().split("\r\n").filter(line => /^(DTSTART|RRULE|EXDATE)/.test(line)).join(" ");
};
const zone = { timezone: "Europe/Berlin" };
const seen = { "zone of the calendar": lines(zone, {}), "zone of the event": lines({}, zone), "no zone": lines({}, {}) };
for (const [what, text] of Object.entries(seen)) console.log(`${what}: ${text}`);
const found = ["DTSTART:20260327T170000 RRULE:FREQ=DAILY;UNTIL=20260430T160000 EXDATE;TZID=Europe/Berlin:20260329T170000",
  "DTSTART;TZID=Europe/Berlin:20260327T170000 RRULE:FREQ=DAILY;UNTIL=20260430T200000Z EXDATE;TZID=Europe/Berlin:20260329T170000",
  "DTSTART:20260327T210000Z RRULE:FREQ=DAILY;UNTIL=20260430T200000Z EXDATE:20260329T210000Z"];
process.exit(Object.values(seen).join() === found.join() ? 0 : 1);
J
echo "ical-generator $(sed -n 's/^ *"version": "\(.*\)".*/\1/p' node_modules/ical-generator/package.json | head -1)"
code=0; TZ=America/New_York node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
