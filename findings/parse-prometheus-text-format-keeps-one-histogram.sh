#!/usr/bin/env bash
# parse-prometheus-text-format 1.1.1 (npm): a histogram, and a summary, with a label.
# Expected: a set of buckets, a sum and a count for each value of the label. Seen: one set without its label, that of the last value; sum and count
# are left out. Gauges and counters keep their labels, and a summary without a label its sum and count.
# So: figures from a tool on this reader are those of one of several series; a quantile is worked out from the text itself.
set -euo pipefail
package=parse-prometheus-text-format@1.1.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const module_ = require("parse-prometheus-text-format"), parse = module_.default ?? module_;
const histogram = (of, one, all) => `h_bucket{of="${of}",le="1"} ${one}\nh_bucket{of="${of}",le="+Inf"} ${all}\nh_sum{of="${of}"} 9\nh_count{of="${of}"} ${all}\n`;
const texts = ["# TYPE h histogram\n" + histogram("a", 1, 2) + histogram("b", 5, 6),
  '# TYPE s summary\ns{of="a",quantile="0.5"} 1\ns_sum{of="a"} 3\ns_count{of="a"} 2\ns{of="b",quantile="0.5"} 9\ns_sum{of="b"} 8\ns_count{of="b"} 7\n',
  '# TYPE s summary\ns{quantile="0.5"} 1\ns_sum 3\ns_count 2\n', '# TYPE g gauge\ng{of="a"} 1\ng{of="b"} 2\n'];
const seen = texts.map(text => JSON.stringify(parse(text)[0].metrics));
console.log(seen.join("\n"));
const found = ['[{"buckets":{"1":"5","+Inf":"6"}}]', '[{"quantiles":{"0.5":"9"}}]', '[{"quantiles":{"0.5":"1"},"count":"2","sum":"3"}]',
  '[{"value":"1","labels":{"of":"a"}},{"value":"2","labels":{"of":"b"}}]'];
process.exit(seen.join() === found.join() ? 0 : 1);
J
echo "parse-prometheus-text-format $(node -p 'JSON.parse(fs.readFileSync("node_modules/parse-prometheus-text-format/package.json")).version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
