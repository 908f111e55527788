#!/usr/bin/env bash
# vega-time 3.3.0 and d3-time 3.1.1 (npm): quarters of an hour in the night in which Berlin's clock goes from 03:00 back to 02:00, put into hours.
# Expected: both know that there are two hours with the name 02:00, as both keep instants. Seen: d3-time's timeHour.floor has two; vega-time's
# timeFloor puts those of the second hour into the first, while its timeSequence of hours lists both.
# So: a bar chart by the hour shows twice the errors, and beside it none, in one night of the year; a doubled 02:00 there is no incident.
set -euo pipefail
packages=(vega-time@3.3.0 d3-time@3.1.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.mjs <<'J'
import { timeHour } from "d3-time";
import { timeFloor, timeSequence } from "vega-time";
const from = Date.parse("2026-10-24T23:00Z"), quarters = Array.from({ length: 16 }, (_, at) => new Date(from + at * 900e3));
const counted = floor => {
  const hours = {};
  for (const time of quarters) {
    const hour = new Date(floor(time)).toISOString().slice(11, 16);
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return Object.entries(hours).map(([hour, count]) => `${hour}Z ${count}`).join(", ");
};
const listed = timeSequence("hours", quarters[0], quarters[15]).map(time => time.toISOString().slice(11, 16) + "Z").join(", ");
const seen = [counted(time => timeHour.floor(time)), counted(timeFloor(["year", "month", "date", "hours"])), listed];
console.log(`d3-time: ${seen[0]}\nvega-time: ${seen[1]}\nvega-time's hours: ${seen[2]}`);
process.exit(seen.join("; ") === "23:00Z 4, 00:00Z 4, 01:00Z 4, 02:00Z 4; 23:00Z 4, 00:00Z 8, 02:00Z 4; 23:00Z, 00:00Z, 01:00Z, 02:00Z" ? 0 : 1);
J
for name in vega-time d3-time; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; TZ=Europe/Berlin node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
