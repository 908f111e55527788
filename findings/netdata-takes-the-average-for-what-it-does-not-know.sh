#!/usr/bin/env bash
# netdata 1.37.1 (Debian 12): /api/v1/data of one chart with a way to group, a dimension or a time that is misspelt.
# Expected: 400 or 404 that names it. Seen: 200 with other numbers: group=maximum, group=95th and group=p95 are the average (max, min and percentile95 are
# known), of dimensions=user,usr only user comes, and after=abc is a window that nobody asked for. Only where no dimension at all exists it is 404.
# So: group and dimensions of the answer are compared with the question, times are written by ourselves.
set -euo pipefail
package=netdata-core=1.37.1-2
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
mkdir cache config health lib log none web
free() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port=$(free)
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
  diskspace = no
  cgroups = no
  tc = no
  idlejitter = no
  timex = no
  enable running new plugins = no
[statsd]
  enabled = no
[ml]
  enabled = no
[health]
  enabled = no
C
root/usr/sbin/netdata -D -c config/netdata.conf >out 2>&1 &
pid=$!
code=0
python3 - "$port" <<'P' || code=$?
import json, sys, time, urllib.error, urllib.request as net
web = net.build_opener(net.ProxyHandler({}))
def ask(path):
    try:
        with web.open(f"http://127.0.0.1:{sys.argv[1]}/api/v1/{path}", timeout=5) as answer: return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error: return error.code, ""
    except OSError: return 0, ""
data = "data?chart=system.cpu&format=json&options=jsonwrap&points=1&after=-10"
for _ in range(120):
    code, body = ask(data)
    if code == 200 and any(json.loads(body)["result"]["data"][:1]) and json.loads(body)["last_entry"] - json.loads(body)["first_entry"] > 10: break
    time.sleep(0.5)
else: sys.exit(2)
print("netdata", json.loads(ask("info")[1])["version"])
def said(query):
    code, body = ask(f"{data}&{query}")
    answer = json.loads(body) if code == 200 else {}
    return code, answer.get("group"), answer.get("dimension_names", [])
found = []
for group in ("max", "percentile95", "maximum", "95th", "p95"):
    code, used, _ = said(f"group={group}")
    print(f"group={group}: {code} {used}")
    found.append((code, used))
for dimensions in ("user,usr", "usr"):
    code, _, names = said(f"dimensions={dimensions}")
    print(f"dimensions={dimensions}: {code} {names}")
    found.append((code, names))
code, _ = ask("data?chart=system.cpu&format=json&after=abc")
print(f"after=abc: {code}")
sys.exit(found != [(200, "max"), (200, "percentile95"), (200, "average"), (200, "average"), (200, "average"), (200, ["user"]), (404, [])] or code != 200)
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "netdata does not run"; exit 2; }
echo "changed"; exit 1
