#!/usr/bin/env bash
# amtool and Alertmanager 0.25.0 (Debian 12): a matcher in braces, as PromQL and Alertmanager's own page write it, is no matcher there.
# Expected: '{foo=x,bar=y}' is refused or read as two matchers. Seen: exit 0, and one silence on the alert named "{foo=x,bar=y}", which
# hides nothing; the same with quoted values, '{foo="x"}', is refused.
# So: a matcher for amtool is written without braces, and ours in braces are taken apart before they are sent.
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
for _ in $(seq 50); do curl -sf "http://127.0.0.1:$port/-/ready" >/dev/null && break; sleep 0.1; done
amtool() { root/usr/bin/amtool --alertmanager.url="http://127.0.0.1:$port" "$@"; }
root/usr/bin/amtool --version 2>&1 | head -1
bare=0; amtool silence add -a me -c test '{foo=x,bar=y}' >out 2>&1 || bare=$?
quoted=0; amtool silence add -a me -c test '{foo="x"}' >>out 2>&1 || quoted=$?
silences=$(curl -s "http://127.0.0.1:$port/api/v2/silences" | python3 -c 'import json, sys; print([[(m["name"], m["value"]) for m in s["matchers"]] for s in json.load(sys.stdin)])')
echo "exit $bare and $quoted; silences: $silences"
[ "$bare" = 0 ] && [ "$quoted" != 0 ] && [ "$silences" = "[[('alertname', '{foo=x,bar=y}')]]" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
