#!/usr/bin/env bash
# croner 11.0.1 and cron-parser 5.10.6 (npm): a hand-over by cron in Europe/Berlin on 2026-03-29, where 02:00 to 03:00 doesn't exist.
# Expected: both libraries do the same, and "30 2" and "*/30 2" are moved or left out alike. Seen: of "30 2 * * *" cron-parser makes 03:30 and
# croner 03:00; of "*/30 2 * * *" cron-parser makes 03:00 and 03:30, while croner has none on that day.
# So: a rota that comes as a cron expression is shown with the times that its own program made; none is worked out for the night of the change.
set -euo pipefail
packages=(croner@11.0.1 cron-parser@5.10.6)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.mjs <<'J'
import { Cron } from "croner";
import parser from "cron-parser";
const timezone = "Europe/Berlin", from = new Date("2026-03-28T12:00:00Z"), end = new Date("2026-03-29T22:00:00Z");
const night = times => times.filter(time => time < end).map(time => time.toLocaleTimeString("en-GB", { timeZone: timezone, timeStyle: "short" })).join(" ") || "none";
const parsed = (text, count) => {
  const times = (parser.CronExpressionParser ?? parser).parse(text, { currentDate: from, tz: timezone });
  return night(Array.from({ length: count }, () => times.next().toDate()));
};
const seen = ["30 2 * * *", "*/30 2 * * *"].map(text => {
  const both = [parsed(text, 4), night(new Cron(text, { timezone }).nextRuns(4, from))];
  console.log(`${text}: cron-parser ${both[0]}, croner ${both[1]}`);
  return both.join();
});
process.exit(seen.join(";") === "03:30,03:00;03:00 03:30,none" ? 0 : 1);
J
for name in croner cron-parser; do echo "$name $(sed -n 's/^ *"version": "\(.*\)".*/\1/p' "node_modules/$name/package.json" | head -1)"; done
code=0; node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
