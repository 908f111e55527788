#!/usr/bin/env bash
# netdata 1.37.1 (Debian 12): /api/v1/manage/health, an alarm is silenced and then the checks of another one are disabled.
# Expected: each of the two keeps its own state, and two alarm= in one command mean both. Seen: there is one type for all: DISABLE of the second
# turns the silence of the first into DISABLE, its checks stop too; of two alarm= the last alone counts. Each answer says that it was done.
# So: after each command LIST is read and shown; a silence and a disabling are never sent side by side; one alarm a command.
set -euo pipefail
package=netdata-core=1.37.1-2
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
mkdir cache config health lib log none web
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
input=$(python3 -c 'import socket; s = socket.socket(type=socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >config/netdata.conf <<C
[global]
  run as user = $(id -un)
[directories]
  config = $work/config
  stock config = $work/none
  log = $work/log
  cache = $work/cache
  lib = $work/lib
  web = $work/web
  plugins = $work/none
  health config = $work/health
  stock health config = $work/none
[db]
  mode = ram
[web]
  bind to = 127.0.0.1
  default port = $port
[plugins]
  proc = no
  diskspace = no
  cgroups = no
  tc = no
  idlejitter = no
  timex = no
  profile = no
  enable running new plugins = no
[statsd]
  bind to = udp:127.0.0.1:$input
[ml]
  enabled = no
[health]
  run at least every seconds = 1
C
cat >health/x.conf <<'C'
alarm: first
on: statsd_x.gauge
calc: 1
every: 1s
warn: $this > 10

alarm: second
on: statsd_x.gauge
calc: 1
every: 1s
warn: $this > 10
C
root/usr/sbin/netdata -D -c config/netdata.conf >out 2>&1 &
pid=$!
code=0
python3 - "$port" "$input" <<'P' || code=$?
import json, socket, sys, time, urllib.request as net
web = net.build_opener(net.ProxyHandler({}))
source = socket.socket(type=socket.SOCK_DGRAM)
def ask(path, **headers):
    request = net.Request(f"http://127.0.0.1:{sys.argv[1]}/api/v1/{path}", headers=headers)
    try:
        with web.open(request, timeout=5) as answer: return answer.read().decode()
    except OSError: return None
def alarms(): return {one["name"]: (one["silenced"], one["disabled"]) for one in json.loads(ask("alarms?all") or '{"alarms":{}}')["alarms"].values()}
for _ in range(120):
    source.sendto(b"x:5|g", ("127.0.0.1", int(sys.argv[2])))
    if len(alarms()) == 2: break
    time.sleep(0.5)
else: sys.exit(2)
print("netdata", json.loads(ask("info"))["version"])
key = open("lib/netdata.api.key").read().strip()
def order(query, wanted):
    said = ask("manage/health?" + query, **{"X-Auth-Token": key}).replace("\n", " ").strip()
    for _ in range(60):
        source.sendto(b"x:5|g", ("127.0.0.1", int(sys.argv[2])))
        if alarms() == wanted: break
        time.sleep(0.5)
    print(f"{query}: {said} (silenced, disabled): {alarms()}")
    return alarms() == wanted
on, silenced, disabled = (False, False), (True, False), (False, True)
found = [order(query, {"first": first, "second": second}) for query, first, second in (
    ("cmd=SILENCE&alarm=first", silenced, on), ("cmd=DISABLE&alarm=second", disabled, disabled), ("cmd=RESET", on, on),
    ("cmd=SILENCE&alarm=first&alarm=second", on, silenced))]
sys.exit(not all(found))
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "netdata does not run"; exit 2; }
echo "changed"; exit 1
