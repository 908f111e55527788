#!/usr/bin/env bash
# @datadog/sketches-js 2.1.1 (npm): a sketch of 1 to 100 ms of one host merged with one of 10 to 1000 ms that came from another through toProto().
# Expected: count, sum, min and max of both hosts, as a merge in one process has them. Seen: count and quantiles are those of both; sum and max stay
# those of the first host, so that the mean of 200 requests is 25 ms in place of 278 and the maximum 100 ms beside a median of 91 and a p99 of 983;
# a sketch that is read alone has a sum of 0, a minimum of Infinity and a maximum of -Infinity.
# So: means and maxima that come out of merged sketches are not shown beside their quantiles; a maximum below a quantile is the sign of it.
set -euo pipefail
packages=(@datadog/sketches-js@2.1.1 protobufjs@7.5.4)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const { DDSketch } = require("@datadog/sketches-js");
const host = times => {
  const sketch = new DDSketch({ relativeAccuracy: 0.01 });
  for (let n = 1; n <= 100; ++n) sketch.accept(n * times);
  return sketch;
};
const sent = sketch => DDSketch.fromProto(sketch.toProto());
const sketches = { "merged in one process": host(1), "merged with one that was sent": host(1), "one that was sent": sent(host(10)) };
sketches["merged in one process"].merge(host(10));
sketches["merged with one that was sent"].merge(sent(host(10)));
const seen = Object.entries(sketches).map(([name, sketch]) => {
  const figures = [sketch.count, sketch.sum, sketch.min, sketch.max, Math.round(sketch.getValueAtQuantile(0.5)), Math.round(sketch.getValueAtQuantile(0.99))];
  console.log(`${name}: count ${figures[0]}, sum ${figures[1]}, min ${figures[2]}, max ${figures[3]}, p50 ${figures[4]}, p99 ${figures[5]}`);
  return figures.join(" ");
});
const [whole, part, alone] = seen;
process.exit(whole.startsWith("200 55550 1 1000 91 ") && part === whole.replace("55550 1 1000", "5050 1 100") && alone.startsWith("100 0 Infinity -Infinity ") ? 0 : 1);
J
echo "sketches-js $(node -p 'JSON.parse(fs.readFileSync("node_modules/@datadog/sketches-js/package.json")).version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
