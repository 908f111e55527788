#!/usr/bin/env bash
# @opentelemetry/exporter-prometheus 0.301.0 (npm) scraped by Prometheus 2.42.0 (Debian 12): one counter has the attributes shop.id and shop_id.
# Expected: the two become one label with both values, joined, as OpenTelemetry's rule for Prometheus says. Seen: the label shop_id stands twice in
# one line of a 200; Prometheus refuses the whole scrape, with up 0 and none of the process's other metrics.
# So: up 0 beside a lastError of "not unique" is shown as a fault in what was scraped, not as a process that is down; lastError is always shown.
set -euo pipefail
packages=(@opentelemetry/exporter-prometheus@0.301.0 @opentelemetry/sdk-metrics@3.1.1)
server=prometheus=2.42.0+ds-5+deb12u1
work=$(mktemp -d)
pids=()
trap '[ "${#pids[@]}" = 0 ] || { kill "${pids[@]}" 2>/dev/null; wait "${pids[@]}" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$server" >/dev/null 2>&1 || { echo "cannot get $server"; exit 2; }
dpkg -x ./*.deb root
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
exporter=$(port)
port=$(port)
cat >serve.mjs <<'J'
import { PrometheusExporter } from "@opentelemetry/exporter-prometheus";
import { MeterProvider } from "@opentelemetry/sdk-metrics";
const reader = new PrometheusExporter({ host: "127.0.0.1", port: Number(process.argv[2]) });
const meter = new MeterProvider({ readers: [reader] }).getMeter("m");
meter.createCounter("healthy").add(1);
meter.createCounter("orders").add(5, { "shop.id": "a", shop_id: "b" });
setInterval(() => {}, 1000);
J
node serve.mjs "$exporter" &
pids+=($!)
echo "scrape_configs: [{job_name: x, scrape_interval: 1s, static_configs: [{targets: ['127.0.0.1:$exporter']}]}]" >config.yml
root/usr/bin/prometheus --version 2>&1 | sed -n 's/^\(prometheus, version [^ ]*\).*/\1/p'
echo "exporter-prometheus $(node -p 'JSON.parse(fs.readFileSync("node_modules/@opentelemetry/exporter-prometheus/package.json")).version')"
for _ in $(seq 100); do curl -sf "http://127.0.0.1:$exporter/metrics" >metrics && break; sleep 0.1; done
root/usr/bin/prometheus --config.file=config.yml --storage.tsdb.path=data --web.listen-address="127.0.0.1:$port" >log 2>&1 &
pids+=($!)
line=$(grep '^orders' metrics || true)
code=0
python3 - "$port" <<'P' || code=$?
import json, sys, time, urllib.parse, urllib.request
web = urllib.request.build_opener(urllib.request.ProxyHandler({}))
def ask(path):
    try:
        with web.open(f"http://127.0.0.1:{sys.argv[1]}/api/v1/{path}", timeout=5) as answer: return json.load(answer)["data"]
    except OSError: return None
def query(text): return [one["value"][1] for one in ask("query?" + urllib.parse.urlencode({"query": text}))["result"]]
for _ in range(150):
    targets = (ask("targets") or {"activeTargets": []})["activeTargets"]
    if targets and targets[0]["health"] != "unknown" and query("up"): break
    time.sleep(0.2)
else: sys.exit(2)
print(f"{targets[0]['health']}: {targets[0]['lastError']}; up: {query('up')}; healthy_total: {query('healthy_total')}")
sys.exit(not ("not unique" in targets[0]["lastError"] and query("up") == ["0"] and query("healthy_total") == []))
P
echo "$line"
[ "$code" = 0 ] && [[ $line == *'shop_id="a",shop_id="b"'* ]] && { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "Prometheus does not scrape"; exit 2; }
echo "changed"; exit 1
