#!/usr/bin/env bash
# ts-ics 2.4.6 (npm): extendByRecurrenceRule on three rotas that all begin with a shift at 09:00.
# Expected: the first shift is among the times, all are at 09:00, and COUNT=3 gives three. Seen: of "the first Monday of a month" (BYDAY=1MO) and
# "the last Friday" the first is left out and the others are at 00:00; of "daily on Monday and Tuesday" with COUNT=3 there are two.
# So: a rota that passed such a reader is held against the calendar that it came from; a shift at midnight that no rule names is a sign of it.
set -euo pipefail
package=ts-ics@2.4.6
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.mjs <<'J'
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from "ts-ics";
const end = new Date("2027-12-31T00:00:00Z");
const rotas = [["FREQ=MONTHLY;BYDAY=1MO;COUNT=3", "2026-06-01"], ["FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2026-06-26"],
  ["FREQ=DAILY;BYDAY=MO,TU;COUNT=3", "2026-06-01"], ["FREQ=WEEKLY;BYDAY=MO;COUNT=3", "2026-06-01"]];
const seen = rotas.map(([value, day]) => {
  const rule = convertIcsRecurrenceRule(undefined, { value });
  const times = extendByRecurrenceRule(rule, { start: new Date(`${day}T09:00:00Z`), end }).map(time => time.toISOString().slice(5, 16));
  console.log(`${value} from ${day}T09:00: ${times.join(" ")}`);
  return times.join(" ");
});
const found = ["07-06T00:00 08-03T00:00 09-07T00:00", "07-31T00:00 08-28T00:00 09-25T00:00", "06-01T09:00 06-02T09:00",
  "06-01T09:00 06-08T09:00 06-15T09:00"];
process.exit(seen.join() === found.join() ? 0 : 1);
J
echo "ts-ics $(node -p 'JSON.parse(fs.readFileSync("node_modules/ts-ics/package.json")).version')"
code=0; TZ=UTC node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
