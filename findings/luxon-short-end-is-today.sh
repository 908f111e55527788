#!/usr/bin/env bash
# luxon 3.7.2 (npm): Interval.fromISO of a shift whose end is written short, as ISO 8601 allows: 2026-01-01T22:00/06:00.
# Expected: the end takes what it lacks from the start, or the interval is invalid. Seen: it is valid, and its end is at 06:00 of the day on
# which the program runs; "2026-01-01/02" ends at 2 o'clock of that day. Only an end with its whole date is read right.
# So: an interval with a short end is written out in full before it is handed on, and one from such a reader is held against its text.
set -euo pipefail
package=luxon@3.7.2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { Interval, DateTime } = require("luxon");
const today = DateTime.utc().toISODate();
const ends = ["2026-01-01T22:00/06:00", "2026-01-01/02", "2026-01-01T22:00/2026-01-02T06:00"].map(text => {
  const interval = Interval.fromISO(text, { zone: "utc" });
  console.log(`${text}: ${interval.isValid ? interval.toISO({ suppressMilliseconds: true }) : "invalid"}`);
  return interval.isValid ? interval.end.toISO({ suppressMilliseconds: true }) : "invalid";
});
const found = [`${today}T06:00:00Z`, `${today}T02:00:00Z`, "2026-01-02T06:00:00Z"];
process.exit(ends.join() === found.join() ? 0 : 1);
J
echo "luxon $(node -p 'require("luxon/package.json").version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
