#!/usr/bin/env bash
# prometheus-query 3.5.1 (npm): a client on answers in Prometheus's published form: +Inf and -Inf, a warning with a hook for warnings, and targets().
# Expected: Infinity, which JavaScript has; the hook called; targets("active") asks for the active ones. Seen: NaN for both infinities, as for a real
# NaN; the hook is never called, as warnings are looked for beside the answer, not in it; the state goes out under the name query, which
# Prometheus passes over, so that dropped targets come too.
# So: a figure or a panel from such a client says nothing of a ratio over zero or of an answer that is partial: the server is asked itself.
set -euo pipefail
package=prometheus-query@3.5.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { PrometheusDriver } = require("prometheus-query");
const asked = [], warnings = [];
const vector = ["+Inf", "-Inf", "NaN", "1e+06"].map((value, n) => ({ metric: { n: `${n}` }, value: [1780304400.123, value] }));
const server = require("http").createServer((request, answer) => {
  asked.push(request.url.replace(/time=[^&]*&?/, ""));
  const data = request.url.includes("targets") ? { activeTargets: [], droppedTargets: [] } : { resultType: "vector", result: vector };
  answer.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ status: "success", data, warnings: ["a store did not answer"] }));
});
server.listen(0, "127.0.0.1", async () => {
  const endpoint = `http://127.0.0.1:${server.address().port}`;
  const client = new PrometheusDriver({ endpoint, warningHook: given => warnings.push(...given) });
  const values = (await client.instantQuery("q")).result.map(({ value }) => value.value);
  await client.targets("active");
  console.log(`+Inf -Inf NaN 1e+06: ${values.join(" ")}`);
  console.log(`warnings that the hook got: ${warnings.length}`);
  console.log(asked.join("\n"));
  process.exit(`${values}|${warnings}|${asked[1]}` === "NaN,NaN,NaN,1000000||/api/v1/targets?query=active" ? 0 : 1);
});
J
echo "prometheus-query $(node -p 'JSON.parse(fs.readFileSync("node_modules/prometheus-query/package.json")).version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
