#!/usr/bin/env bash
# pino 10.4.0 and pino-pretty 13.2.0 (npm): pino's own pino.stdTimeFunctions.unixTime (seconds), read by pino's own formatter with a date in its times.
# Expected: the time at which the line was written, as with epochTime, isoTime and isoTimeNano. Seen: 21 January 1970 for each line, as seconds are
# taken for milliseconds; without a date (as pino-pretty has it unless told) it is just another time of the day, 14:31:44 for 09:00:00.
# So: times of a console's formatter are not compared with an incident's; the number in the line tells its unit: below 10^11 it is seconds.
set -euo pipefail
packages=(pino@10.4.0 pino-pretty@13.2.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const pino = require("pino"), pretty = require("pino-pretty");
Date.now = () => Date.UTC(2026, 5, 1, 9);
const seen = ["epochTime", "unixTime"].map(name => {
  let line = "";
  pino({ base: null, timestamp: pino.stdTimeFunctions[name] }, { write: text => { line = text; } }).info("disk full");
  const shown = [{ translateTime: "yyyy-mm-dd HH:MM:ss" }, {}].map(options => pretty.prettyFactory({ colorize: false, ...options })(line).trim());
  console.log(`${name} ${line.trim()} -> ${shown.join(" | ")}`);
  return shown.join("|");
});
process.exit(seen[0] === "[2026-06-01 09:00:00] INFO: disk full|[09:00:00.000] INFO: disk full"
  && seen[1] === "[1970-01-21 14:31:44] INFO: disk full|[14:31:44.400] INFO: disk full" ? 0 : 1);
J
for name in pino pino-pretty; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; TZ=UTC node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
