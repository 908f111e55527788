#!/usr/bin/env bash
# amtool 0.25.0 (Debian 12): "amtool silence import" of a list made by "amtool silence query --expired -o json".
# Expected: an expired silence is made anew, since the import is for what a query printed, or the command fails. Seen: Alertmanager refuses it with 400
# (its end is past), amtool writes that to stderr and ends with 0; nothing was made. The same silence in force is imported, also with 0.
# So: the exit of an import proves nothing; who restores silences counts them afterwards, and gives an expired one a new end.
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
amtool() { root/usr/bin/amtool --alertmanager.url="http://127.0.0.1:$port" "$@"; }
root/usr/bin/amtool --version 2>&1 | head -1
id=$(amtool silence add -a me -c test alertname=a)
amtool silence query -o json >active.json
amtool silence expire "$id"
amtool silence query --expired -o json >expired.json
expired=0; amtool silence import <expired.json >out 2>&1 || expired=$?
made=$(amtool silence query -q | grep -c . || true)
active=0; amtool silence import <active.json >>out 2>&1 || active=$?
then=$(amtool silence query -q | grep -c . || true)
echo "expired: exit $expired, silences in force $made; in force: exit $active, silences $then"
grep -o "end time can't be in the past" out || true
[ "$expired$made$active$then" = 0001 ] && grep -q "can't be in the past" out && { echo "as found"; exit 0; }
echo "changed"; exit 1
