#!/usr/bin/env bash
# Alertmanager and amtool 0.25.0 (Debian 12): GET /silences?filter=… and "amtool silence query", asked for the silences of an alert.
# Expected: filter=alertname="x" finds a silence on alertname=~"x|y", which hides that alert, and alertname=~"z.*" (amtool's help has such a
# line) finds one on alertname="z". Seen: a filter finds only a silence with a matcher of the same name, operator and text; everything else
# is 200 and an empty list.
# So: who looks for the silences that hide an alert asks for all of them and matches for himself; an empty answer to a filter is no proof.
set -euo pipefail
package=prometheus-alertmanager=0.25.0-1+b4
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
printf 'route: {receiver: none}\nreceivers: [{name: none}]\n' >config.yml
root/usr/bin/prometheus-alertmanager --config.file=config.yml --storage.path=data --web.listen-address="127.0.0.1:$port" --cluster.listen-address= >log 2>&1 &
pid=$!
for _ in $(seq 200); do curl -sf "http://127.0.0.1:$port/-/ready" >/dev/null && break; sleep 0.1; done
amtool() { root/usr/bin/amtool --alertmanager.url="http://127.0.0.1:$port" silence query -q "$1" | grep -c . || true; }
root/usr/bin/prometheus-alertmanager --version 2>&1 | head -1
api=$(python3 - "$port" <<'P'
import json, sys, time, urllib.parse, urllib.request
web = urllib.request.build_opener(urllib.request.ProxyHandler({}))
url = f"http://127.0.0.1:{sys.argv[1]}/api/v2/silences"
def stamp(seconds): return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + seconds))
for value, regex in ("x|y", True), ("z", False):
    silence = {"matchers": [{"name": "alertname", "value": value, "isRegex": regex}], "startsAt": stamp(0), "endsAt": stamp(3600), "createdBy": "me", "comment": "test"}
    web.open(urllib.request.Request(url, json.dumps(silence).encode(), {"Content-Type": "application/json"})).close()
for filter in 'alertname="x"', 'alertname=~"x|y"', 'alertname=~"z.*"', 'alertname=~"z"', 'alertname="z"':
    print(f"{filter}: {len(json.load(web.open(url + '?' + urllib.parse.urlencode({'filter': filter}))))}")
P
)
tool="amtool: $(amtool 'alertname=~"z.*"'), $(amtool 'alertname="z"')"
echo "$api"
echo "$tool for the third and the last"
[ "$(grep -o '[0-9]*$' <<<"$api" | tr '\n' ' ')" = "0 1 0 0 1 " ] && [ "$tool" = "amtool: 0, 1" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
