#!/usr/bin/env bash
# ics 3.12.0 (npm): createEvent of a rota in UTC (startInputType "utc") with exclusionDates, on a machine in Berlin.
# Expected: the day off is excluded at the time of the shift, 22:00 UTC. Seen: exclusionDates are always times of the machine's zone, so the EXDATE
# is at 20:00 UTC and takes no shift out; where the start is written without a zone (startOutputType "local"), the EXDATE is still in UTC.
# So: an EXDATE that hits no shift of its rule is shown as a fault of the calendar: the day off that was meant is still on call.
set -euo pipefail
package=ics@3.12.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { createEvent } = require("ics");
const seen = [{ startInputType: "utc" }, { startInputType: "local", startOutputType: "local" }].map(types => {
  const { value } = createEvent({ title: "night", start: [2026, 6, 1, 22, 0], duration: { hours: 8 }, recurrenceRule: "FREQ=DAILY;COUNT=3",
    exclusionDates: [[2026, 6, 2, 22, 0]], ...types });
  const lines = value.match(/(DTSTART|EXDATE)[^\r\n]*/g).join(" ");
  console.log(`${JSON.stringify(types)}: ${lines}`);
  return lines;
});
process.exit(seen.join() === "DTSTART:20260601T220000Z EXDATE:20260602T200000Z,DTSTART:20260601T220000 EXDATE:20260602T200000Z" ? 0 : 1);
J
echo "ics $(node -p 'JSON.parse(fs.readFileSync("node_modules/ics/package.json")).version')"
code=0; TZ=Europe/Berlin node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
