#!/usr/bin/env bash
# datadog-metrics 0.12.1 (npm): figures of three minutes, each with its own timestamp, between two flushes, as a job that catches up sends them.
# Expected: a point for each minute. Seen: one point for a gauge, the last one; for a counter and a histogram one point of the last minute that holds
# the figures of all three; a distribution has a point for each. A gauge that is NaN once is sent as null, in place of the value before it.
# So: a flat stretch that ends with a high peak may be what a job sent after the fact; its own log has the minutes.
set -euo pipefail
package=datadog-metrics@0.12.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { BufferedMetricsLogger } = require("datadog-metrics");
const sent = [];
const logger = new BufferedMetricsLogger({ apiKey: "k", host: "h", flushIntervalSeconds: 0, reporter: { report: async series => { sent.push(...series); } } });
const start = 1780304400;
[1, 2, 3].forEach((value, minute) => {
  const time = (start + 60 * minute) * 1000;
  logger.gauge("gauge", value, [], time);
  logger.increment("counter", value, [], time);
  logger.histogram("histogram", value, [], time);
  logger.distribution("distribution", value, [], time);
});
logger.gauge("broken", 5);
logger.gauge("broken", NaN);
logger.flush();
setTimeout(() => {
  const points = name => JSON.stringify(sent.filter(one => one.metric === name).flatMap(one => one.points).map(([time, value]) =>
    [name === "broken" ? 0 : time - start, ...[value].flat()]));
  const seen = ["gauge", "counter", "histogram.count", "distribution", "broken"].map(name => {
    console.log(`${name}: ${points(name)}`);
    return points(name);
  });
  process.exit(seen.join(" ") === "[[120,3]] [[120,6]] [[120,3]] [[0,1],[60,2],[120,3]] [[0,null]]" ? 0 : 1);
}, 500);
J
echo "datadog-metrics $(node -p 'JSON.parse(fs.readFileSync("node_modules/datadog-metrics/package.json")).version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
