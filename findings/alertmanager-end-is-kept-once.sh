#!/usr/bin/env bash
# Alertmanager 0.25.0 (Debian 12): an alert that is posted with an end in an hour (endsAt), then posted again.
# Expected: the last endsAt counts; or, where it has none, the hour stays, or becomes resolve_timeout (5 minutes), at once. Seen: an earlier end
# in the future is ignored, a later one counts; the first post without endsAt keeps the hour, the second makes it 5 minutes.
# So: who wants an alert to end sooner posts it with an endsAt that is past; endsAt is no promise, and is read anew before it is shown.
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
root/usr/bin/prometheus-alertmanager --version 2>&1 | head -1
code=0
python3 - "$port" <<'P' || code=$?
import json, sys, time, urllib.request
web = urllib.request.build_opener(urllib.request.ProxyHandler({}))
url = f"http://127.0.0.1:{sys.argv[1]}/api/v2/alerts"
begun = time.time()
def stamp(seconds): return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(begun + seconds))
def post(name, end=None):
    alert = {"labels": {"alertname": name}, "startsAt": stamp(-60)} | ({"endsAt": stamp(end)} if end else {})
    web.open(urllib.request.Request(url, json.dumps([alert]).encode(), {"Content-Type": "application/json"})).close()
    for alert in json.load(web.open(url)):
        if alert["labels"]["alertname"] == name: at = alert["endsAt"]
    return next((word for word, seconds in {"10 minutes": 600, "an hour": 3600, "2 hours": 7200}.items() if at[:19] + "Z" == stamp(seconds)), "resolve_timeout")
seen = {"with ends": [post("a", 3600), post("a", 600), post("a", 7200)], "without": [post("b", 3600), post("b"), post("b")]}
for what, ends in seen.items(): print(f"{what}: {', '.join(ends)}")
sys.exit(list(seen.values()) != [["an hour", "an hour", "2 hours"], ["an hour", "an hour", "resolve_timeout"]])
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
