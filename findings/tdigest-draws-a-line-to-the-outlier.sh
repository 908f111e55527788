#!/usr/bin/env bash
# tdigest 0.1.3 (npm): quantiles of 99 requests of 1 ms and one of 1000 ms, and of 1000 requests of 1 to 1000 ms.
# Expected: the median, p90 and p95 of the first are 1, or 1 with some decimals: the more requests, the nearer. Seen: 11, 810 and 910, since equal
# values become one point in the middle of their ranks and what lies between two points is a straight line; the second is right.
# So: quantiles of times in whole milliseconds, as most logs have them, aren't taken from such a service; they are worked out from buckets or lines.
set -euo pipefail
package=tdigest@0.1.3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { TDigest } = require("tdigest");
const seen = [[...Array(99).fill(1), 1000], Array.from({ length: 1000 }, (_, at) => at + 1)].map(times => {
  const digest = new TDigest();
  digest.push(times);
  digest.compress();
  const quantiles = [0.5, 0.9, 0.95].map(part => Math.round(digest.percentile(part)));
  console.log(`${times.length} requests in ${digest.size()} points: p50, p90 and p95 are ${quantiles.join(", ")}`);
  return quantiles;
});
const near = [500, 900, 950].every((real, at) => Math.abs(seen[1][at] - real) < 5);
process.exit(seen[0].join() === "11,810,910" && near ? 0 : 1);
J
echo "tdigest $(node -p 'JSON.parse(fs.readFileSync("node_modules/tdigest/package.json")).version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
