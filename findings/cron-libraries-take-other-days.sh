#!/usr/bin/env bash
# @breejs/later 4.2.0, cron-schedule 6.0.0, cronosjs 1.7.1 and cron-converter 2.1.0 (npm): the days of hand-overs at 9 that begin in June 2026.
# Expected: 7 is Sunday, 6-7 the weekend and 0-7 every day; "13 * 5" is the 13th and each Friday, as cron has it; what a library doesn't know it
# refuses. Seen: later takes 7 for Saturday and 6-7 for Saturdays alone; cronosjs takes 0-7 for Sundays; later and cron-converter take "13 * 5"
# for Fridays that are a 13th; cron-schedule reads the number and passes over the rest, so that the first Monday of a month (1#1) is each Monday,
# the last Friday (5L) is each Friday, and 15/20 of the minutes is 15.
# So: a rota that other software makes of a cron line is compared by its times, not by its line.
set -euo pipefail
packages=(@breejs/later@4.2.0 cron-schedule@6.0.0 cronosjs@1.7.1 cron-converter@2.1.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.mjs <<'J'
import later from "@breejs/later";
import { parseCronExpression } from "cron-schedule";
import { CronosExpression } from "cronosjs";
import { getSchedule, stringToArray } from "cron-converter";
const from = new Date("2026-06-01T00:00:00Z");
later.date.UTC();
const readers = {
  later: line => later.schedule(later.parse.cron(line)).next(3, from),
  "cron-schedule": line => parseCronExpression(line).getNextDates(3, from),
  cronosjs: line => CronosExpression.parse(line).nextNDates(from, 3),
  "cron-converter": line => { const times = getSchedule(stringToArray(line), from, "UTC"); return [1, 2, 3].map(() => times.next().toJSDate()); },
};
const time = date => date.toISOString().slice(2, 16);
const seen = [["later", "0 9 * * 7"], ["later", "0 9 * * 6-7"], ["cronosjs", "0 9 * * 0-7"], ["later", "0 9 13 * 5"], ["cron-converter", "0 9 13 * 5"],
  ["cronosjs", "0 9 13 * 5"], ["cron-schedule", "0 9 * * 1#1"], ["cron-schedule", "0 9 * * 5L"], ["cron-schedule", "15/20 9 * * *"]].map(([name, line]) => {
  const times = readers[name](line).map(time).join(" ");
  console.log(`${name} "${line}": ${times}`);
  return times;
});
const found = ["26-06-06T09:00 26-06-13T09:00 26-06-20T09:00", "26-06-06T09:00 26-06-13T09:00 26-06-20T09:00", "26-06-07T09:00 26-06-14T09:00 26-06-21T09:00",
  "26-11-13T09:00 27-08-13T09:00 28-10-13T09:00", "26-11-13T09:00 27-08-13T09:00 28-10-13T09:00", "26-06-05T09:00 26-06-12T09:00 26-06-13T09:00",
  "26-06-01T09:00 26-06-08T09:00 26-06-15T09:00", "26-06-05T09:00 26-06-12T09:00 26-06-19T09:00", "26-06-01T09:15 26-06-02T09:15 26-06-03T09:15"];
process.exit(seen.join() === found.join() ? 0 : 1);
J
for name in @breejs/later cron-schedule cronosjs cron-converter; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; TZ=UTC node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
