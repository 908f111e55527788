#!/usr/bin/env bash
# rosters 0.0.1 (npm), which names the person on call, with the clock held at chosen times in Europe/Berlin.
# Expected: a layer from 22:00 to 06:00 is the night; weeks and days go round in turn; a day begins at midnight. Seen: that layer is never on call, as
# the time must be after its start and before its end on one day; from midnight to one the time is "24:30:00", so that a layer from 00:00 isn't
# on call then either; of two people the one of the last week of 2026 has the first of 2027 too, as the number of the week is counted anew; and
# in summer the person of a day changes at 01:00.
# So: a rota that comes out of such a list is looked at over a whole night and over New Year's Eve before it's relied on.
set -euo pipefail
package=rosters@0.0.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { getOnCallPerson } = require("rosters");
const Clock = Date;
let now = 0;
globalThis.Date = class extends Clock { constructor(...given) { given.length ? super(...given) : super(now); } };
const user = name => ({ name }), turn = every => ({ layers: [{ rotation: { every, users: [user("Ana"), user("Ben")] } }] });
const night = { layers: [{ user: user("Day") }, { start: "22:00:00", end: "06:00:00", user: user("Night") }] };
const early = { layers: [{ user: user("Day") }, { start: "00:00:00", end: "08:00:00", user: user("Early") }] };
const ask = (schedule, times) => times.map(time => { now = Clock.parse(time); return getOnCallPerson(schedule).name; }).join(" ");
const questions = {
  "22:00 to 06:00 at 23:00, 00:30 and 05:00": [night, ["2026-06-01T23:00+02:00", "2026-06-02T00:30+02:00", "2026-06-02T05:00+02:00"]],
  "00:00 to 08:00 at 00:30 and 01:30": [early, ["2026-06-02T00:30+02:00", "2026-06-02T01:30+02:00"]],
  "weeks from 21 December": [turn("week"), ["2026-12-21T12:00Z", "2026-12-28T12:00Z", "2027-01-04T12:00Z", "2027-01-11T12:00Z"]],
  "1 July 00:30 and 01:30, 2 July 00:30 and 01:30": [turn("day"), ["2026-07-01T00:30+02:00", "2026-07-01T01:30+02:00", "2026-07-02T00:30+02:00", "2026-07-02T01:30+02:00"]],
  "1 February 00:30 and 01:30": [turn("day"), ["2026-02-01T00:30+01:00", "2026-02-01T01:30+01:00"]],
};
const seen = Object.entries(questions).map(([name, question]) => {
  const names = ask(...question);
  console.log(`${name}: ${names}`);
  return names;
});
process.exit(seen.join("|") === "Day Day Day|Day Early|Ana Ben Ben Ana|Ben Ana Ana Ben|Ana Ana" ? 0 : 1);
J
echo "rosters $(node -p 'JSON.parse(fs.readFileSync("node_modules/rosters/package.json")).version')"
code=0; TZ=Europe/Berlin node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
