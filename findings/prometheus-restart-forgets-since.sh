#!/usr/bin/env bash
# Prometheus 2.42.0 (Debian 12): alerts over a restart of the server, of rules with no for:, for: 3s and keep_firing_for: 1h.
# Expected: a firing alert comes back as it was, its activeAt restored from ALERTS_FOR_STATE, and one that keep_firing_for holds is still held.
# Seen: activeAt is the time of the restart, the for: is waited for again, and the held one is gone, seconds into its hour.
# So: "since" is the earliest activeAt seen of the same labels, and an alert that goes at a restart of the server isn't proof of recovery.
set -euo pipefail
package=prometheus=2.42.0+ds-5+deb12u1
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
prometheus=root/usr/bin/prometheus
"$prometheus" --version 2>&1 | head -1
echo 'global: {evaluation_interval: 1s}' >prometheus.yml
echo 'rule_files: [rules.yml]' >>prometheus.yml
cat >rules.yml <<'Y'
groups:
- name: alerts
  rules:
  - {alert: NoFor, expr: vector(1)}
  - {alert: For3s, expr: vector(1), for: 3s}
  - {alert: Held, expr: vector(1) unless on() begun, keep_firing_for: 1h}
  - {record: begun, expr: vector(1)}
Y
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
start() {
  "$prometheus" --config.file=prometheus.yml --storage.tsdb.path=data --web.listen-address="127.0.0.1:$port" >>log 2>&1 &
  server=$!
}
# Waits for these alerts in these states; prints a line "name state activeAt" of each alert, and leaves it in the file.
wait_for() {
  python3 - "$port" "$2" >"$1" <<'P'
import json, sys, time, urllib.request
web = urllib.request.build_opener(urllib.request.ProxyHandler({}))
lines = []
for _ in range(250):
    try:
        alerts = json.load(web.open(f"http://127.0.0.1:{sys.argv[1]}/api/v1/alerts", timeout=2))["data"]["alerts"]
    except OSError:
        alerts = []
    lines = sorted((a["labels"]["alertname"], "held" if "keepFiringSince" in a else a["state"], a["activeAt"]) for a in alerts)
    if " ".join(f"{name} {state}" for name, state, _ in lines) == sys.argv[2]: break
    time.sleep(0.1)
for line in lines: print(*line)
P
  sed "s/^/$1: /" "$1"
}
states() { cut -d' ' -f1,2 "$1" | tr '\n' ' '; }
since() { sed -n "s/^$2 [^ ]* //p" "$1"; }
start
wait_for before "For3s firing Held held NoFor firing"
[ "$(states before)" = "For3s firing Held held NoFor firing " ] || { echo "the machine is too slow to tell"; exit 2; }
kill "$server"; wait "$server" || true
start
wait_for after "For3s firing NoFor firing"
if [ "$(states after)" = "For3s firing NoFor firing " ] && [[ "$(since after NoFor)" > "$(since before NoFor)" && "$(since after For3s)" > "$(since before For3s)" ]]
then echo "as found"; exit 0; fi
echo "changed"; exit 1
