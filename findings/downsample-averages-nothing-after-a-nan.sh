#!/usr/bin/env bash
# downsample 1.4.0 (npm), which thins series for charts: 1,000 points of 10 with one NaN at 50, and with a gap of null from 400 to 600.
# Expected: a NaN spoils the averages that it is in, and a gap stays a gap or is left out. Seen: ASAP and SMA go on adding to one sum, so that from the
# first average with the NaN to the end every value is NaN, which JSON writes as null; a gap of null counts as 0: a service that was not measured is
# drawn at 0.
# So: a line that ends for good, or falls to 0, behind such thinning is looked at in its own points.
set -euo pipefail
packages=(downsample@1.4.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const { ASAP, SMA } = require("downsample");
const series = value => Array.from({ length: 1000 }, (_, at) => [at, value(at)]);
const nan = series(at => at === 50 ? NaN : 10), gap = series(at => at >= 400 && at < 600 ? null : 10);
const values = (thin, data, size) => thin(data, size).map(point => point.y);
const seen = {};
for (const [name, thin, size] of [["ASAP", ASAP, 20], ["SMA", SMA, 20]]) {
  const spoilt = values(thin, nan, size), last = spoilt.lastIndexOf(10);
  const lowest = Math.min(...values(thin, gap, size));
  seen[name] = [spoilt.length, last, lowest];
  console.log(`${name}: ${spoilt.length} averages, the last that is a number is number ${last}; the lowest beside the gap is ${lowest}`);
}
process.exit(seen.ASAP[1] === 0 && seen.SMA[1] < 51 && seen.SMA[0] > 900 && seen.ASAP[2] === 0 && seen.SMA[2] === 0 ? 0 : 1);
J
echo "downsample $(node -p 'JSON.parse(fs.readFileSync("node_modules/downsample/package.json")).version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
