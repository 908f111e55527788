#!/usr/bin/env bash
# kubernetes-resource-parser 0.1.0 and k8s-resource-parser 0.2.2 (npm): quantities as the API of Kubernetes and its metrics write them.
# Expected: 1.5Gi is 1610612736 and 129e6 is 129000000 bytes, 250000000n and 250000u are a quarter of a core. Seen: the first gives 1 and 129 bytes,
# 250 million and 250 thousand cores; the second reads the bytes, but refuses n and u, in which the metrics of a cluster come.
# So: a panel of requests and limits from such a reader is off by a factor of a billion without a word; a quantity is shown as it was written too.
set -euo pipefail
packages=(kubernetes-resource-parser@0.1.0 k8s-resource-parser@0.2.2)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const names = ["kubernetes-resource-parser", "k8s-resource-parser"];
const seen = names.map(name => {
  const reader = require(name);
  console.log(name, JSON.parse(require("fs").readFileSync(`node_modules/${name}/package.json`)).version);
  return ["memory 2Gi", "memory 1.5Gi", "memory 129e6", "cpu 100m", "cpu 250000000n", "cpu 250000u"].map(text => {
    const [of, quantity] = text.split(" ");
    let answer;
    try { answer = reader[`${of}Parser`](quantity); } catch { answer = "refused"; }
    console.log(`${text}: ${answer}`);
    return answer;
  }).join(" ");
});
const found = ["2147483648 1 129 0.1 250000000 250000", "2147483648 1610612736 129000000 0.1 refused refused"];
process.exit(seen.join() === found.join() ? 0 : 1);
J
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
