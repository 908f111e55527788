#!/usr/bin/env bash
# prom-client 15.1.3 (npm): a gauge that is not a number, in the text that Prometheus scrapes.
# Expected: NaN, as the description of the format writes it. Seen: Nan, in the old format and in OpenMetrics; infinity is +Inf and -Inf as usual.
# So: a reader of metrics takes not-a-number in any case of its letters; one that knows "NaN" only loses the sample or the whole scrape.
set -euo pipefail
package=prom-client@15.1.3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { Gauge, Registry } = require("prom-client");
(async () => {
  const seen = [];
  for (const type of [Registry.PROMETHEUS_CONTENT_TYPE, Registry.OPENMETRICS_CONTENT_TYPE]) {
    const registry = new Registry(type);
    const gauge = new Gauge({ name: "ratio", help: "x", labelNames: ["of"], registers: [registry] });
    gauge.set({ of: "nothing" }, NaN);
    gauge.set({ of: "zero" }, -Infinity);
    seen.push(...(await registry.metrics()).split("\n").filter(line => line.startsWith("ratio")));
  }
  console.log(seen.join("\n"));
  const two = 'ratio{of="nothing"} Nan,ratio{of="zero"} -Inf';
  process.exit(seen.join() === `${two},${two}` ? 0 : 1);
})();
J
echo "prom-client $(node -p 'require("prom-client/package.json").version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
