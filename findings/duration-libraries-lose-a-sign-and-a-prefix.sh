#!/usr/bin/env bash
# iso8601-duration 2.1.4 and timestring 7.0.0 (npm): a reminder before a shift (-PT15M), and durations as Go programs write them into logs (350µs).
# Expected: minus fifteen minutes or an error; 0.35 ms or an error, as timestring gives one for 10ns. Seen: plus fifteen minutes, since what
# stands before the P is passed over, and PT1H30 is an hour; 350µs is 350 seconds, since the µ is passed over.
# So: a duration that another program read is held against its text; one of ours has its own reader, which refuses what it doesn't take whole.
set -euo pipefail
packages=(iso8601-duration@2.1.4 timestring@7.0.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.mjs <<'J'
import { parse, toSeconds } from "iso8601-duration";
import timestring from "timestring";
const told = (name, read) => text => {
  let answer;
  try { answer = `${read(text)}`; } catch { answer = "error"; }
  console.log(`${name} ${text}: ${answer}`);
  return answer;
};
const seen = [...["-PT15M", "PT15M", "PT1H30", "P-1D"].map(told("iso8601-duration, s:", text => toSeconds(parse(text)))),
  ...["350µs", "350ms", "10ns"].map(told("timestring, ms:", text => timestring(text, "ms")))];
process.exit(seen.join() === "900,900,3600,error,350000,350,error" ? 0 : 1);
J
for name in iso8601-duration timestring; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
