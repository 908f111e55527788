#!/usr/bin/env bash
# Prometheus and promtool 2.42.0 (Debian 12): rule_files names one file, without a wildcard, that isn't there.
# Expected: the server refuses to start, or warns, as "promtool check config" does with exit 1. Seen: it starts, is ready, logs nothing of it, says
# that the configuration was loaded, and answers /api/v1/rules and /api/v1/alerts with 200 and empty lists.
# So: no alert from a server without any rule is no all-clear: an empty list of rules is said beside it.
set -euo pipefail
package=prometheus=2.42.0+ds-5+deb12u1
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" && wait "$pid"; } 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
root/usr/bin/prometheus --version 2>&1 | head -1
echo 'rule_files: [alerts.yml]' >prometheus.yml
check=0; root/usr/bin/promtool check config prometheus.yml >out 2>&1 || check=$?
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
root/usr/bin/prometheus --config.file=prometheus.yml --storage.tsdb.path=data --web.listen-address="127.0.0.1:$port" >log 2>&1 &
pid=$!
for _ in $(seq 300); do curl -sf -m 2 "http://127.0.0.1:$port/-/ready" >/dev/null && break; sleep 0.1; done
rules=$(curl -s -m 5 "http://127.0.0.1:$port/api/v1/rules")
alerts=$(curl -s -m 5 "http://127.0.0.1:$port/api/v1/alerts")
said=$(grep -c -e alerts.yml -e level=warn -e level=error log || true)
echo "promtool: exit $check; server: $rules $alerts, $said lines of the log about it"
[ "$check" = 1 ] && [ "$rules" = '{"status":"success","data":{"groups":[]}}' ] && [ "$alerts" = '{"status":"success","data":{"alerts":[]}}' ] && [ "$said" = 0 ] &&
  { echo "as found"; exit 0; }
echo "changed"; exit 1
