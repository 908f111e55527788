#!/usr/bin/env bash
# spacetime 7.15.0 (npm): the clock of a zone at instants of earlier years, and texts of ISO 8601 with an offset.
# Expected: the clock that people had, and the instant of the text. Seen: the rules of today for every year, so that Mexico City in July 2021, Cairo
# and Tehran in July 2021 and Istanbul in January 2015 are an hour off; +05:45, as in Nepal, is read as +05:00, while +05:30 is right.
# So: the times of old incidents from a tool on this library are compared as instants only; a review of last year's nights is done elsewhere.
set -euo pipefail
package=spacetime@7.15.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.mjs <<'J'
import spacetime from "spacetime";
const seen = [];
for (const [zone, time] of [["America/Mexico_City", "2021-07-01"], ["Africa/Cairo", "2021-07-01"], ["Asia/Tehran", "2021-07-01"],
  ["Europe/Istanbul", "2015-01-01"], ["Europe/Berlin", "2021-07-01"], ["Africa/Cairo", "2026-07-01"]]) {
  const noon = Date.parse(`${time}T12:00Z`), said = spacetime(noon, zone).format("{time-24}").padStart(5, "0");
  const real = new Date(noon).toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  console.log(`${zone} ${time} 12:00 UTC: ${said}, really ${real}`);
  seen.push(`${said} ${real}`);
}
for (const text of ["2026-06-01T09:00:00+05:45", "2026-06-01T09:00:00+05:30"]) {
  const said = new Date(spacetime(text).epoch).toISOString().slice(11, 16), real = new Date(text).toISOString().slice(11, 16);
  console.log(`${text}: ${said} UTC, really ${real} UTC`);
  seen.push(`${said} ${real}`);
}
const found = "06:00 07:00,15:00 14:00,15:30 16:30,15:00 14:00,14:00 14:00,15:00 15:00,04:00 03:15,03:30 03:30";
process.exit(seen.join() === found ? 0 : 1);
J
echo "spacetime $(node -p 'JSON.parse(fs.readFileSync("node_modules/spacetime/package.json")).version')"
code=0; TZ=UTC node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
