#!/usr/bin/env bash
# uPlot 1.6.32 (npm): uPlot.tzDate, which the axis of a chart in another zone than the machine's is drawn with; the machine is in Berlin.
# Expected: the clock of the zone that was asked for; UTC has no clock change at all. Seen: in the two nights in which Berlin's clock changes, hours
# of UTC are an hour off, so that one stands there twice and one is missing; of New York it is the hour that Berlin lacks or has twice.
# So: a chart in UTC on a machine with summer time isn't proof of an hour in these nights; a time is compared as a number, not from the axis.
set -euo pipefail
package=uplot@1.6.32
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const uPlot = require("uplot");
const clock = uPlot.fmtDate("{HH}:{mm}");
const nights = [["UTC", "2026-03-29T00:30Z"], ["UTC", "2026-10-25T00:30Z"], ["America/New_York", "2026-03-29T05:30Z"]];
const seen = nights.map(([zone, from]) => {
  const times = [0, 1, 2, 3].map(hours => new Date(Date.parse(from) + hours * 3600e3));
  const drawn = times.map(time => clock(uPlot.tzDate(time, zone))).join(" ");
  const real = times
    .map(time => time.toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" })).join(" ");
  console.log(`${zone} from ${from}: ${drawn}, really ${real}`);
  return `${drawn} of ${real}`;
});
const found = ["00:30 00:30 01:30 03:30 of 00:30 01:30 02:30 03:30", "00:30 02:30 02:30 03:30 of 00:30 01:30 02:30 03:30",
  "01:30 03:30 03:30 04:30 of 01:30 02:30 03:30 04:30"];
process.exit(seen.join() === found.join() ? 0 : 1);
J
echo "uplot $(node -p 'JSON.parse(fs.readFileSync("node_modules/uplot/package.json")).version')"
code=0; TZ=Europe/Berlin node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
