#!/usr/bin/env bash
# icinga2 2.13.6 (Debian 12): a flexible downtime (fixed: false) that starts now, on a service that has been CRITICAL for some seconds.
# Expected: it is triggered now, and in effect for its duration. Seen: 200, and trigger_time is the service's last_state_change, before start_time,
# so the age of the problem is taken off: with a duration below that age it is never in effect (downtime_depth stays 0). On a service that becomes
# CRITICAL afterwards the same downtime is in effect. Icinga2's own issue 9797, mended in later versions.
# So: what is to last from now on is a fixed downtime, and the end of a flexible one is trigger_time + duration, whatever start_time says.
set -euo pipefail
package="icinga2-bin=2.13.6-2+deb12u2"
work=$(mktemp -d)
pid=
trap 'exec 2>/dev/null; [ -z "$pid" ] || kill -KILL -- "-$pid" || true; wait; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" libboost-{context,coroutine,filesystem,iostreams,program-options,regex,thread}1.74.0=1.74.0+ds1-21 \
  libicu72=72.1-3+deb12u1 libedit2=3.1-20221030-2 >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
icinga2=$(find "$work/root" -type f -path '*/icinga2/sbin/icinga2')
export LD_LIBRARY_PATH="$(dirname "$(find "$work/root" -name 'libicuuc.so.72' | head -1)")"
mkdir -p data/certs log cache spool run
key() { openssl req "$@" -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes 2>/dev/null; }
key -x509 -keyout ca.key -out data/certs/ca.crt -days 2 -subj /CN=Test
key -keyout data/certs/master.key -out master.csr -subj /CN=master
echo 'subjectAltName=IP:127.0.0.1' >names
openssl x509 -req -in master.csr -CA data/certs/ca.crt -CAkey ca.key -CAcreateserial -out data/certs/master.crt -days 2 -extfile names 2>/dev/null
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >icinga2.conf <<C
const NodeName = "master"
object Endpoint NodeName { }
object Zone "master" { endpoints = [ NodeName ] }
object ApiListener "api" { bind_host = "127.0.0.1"; bind_port = $port }
object ApiUser "root" { password = "secret"; permissions = [ "*" ] }
object CheckCommand "none" { command = [ "true" ] }
template Host "passive" { check_command = "none"; enable_active_checks = false }
template Service "passive" { check_command = "none"; enable_active_checks = false; max_check_attempts = 1 }
object Host "a" { import "passive" }
for (name in [ "old", "half", "fresh" ]) { object Service name { import "passive"; host_name = "a" } }
C
"$icinga2" --version | head -1
setsid "$icinga2" daemon -x warning -c icinga2.conf -DConfigDir=. -DDataDir=data -DLogDir=log -DCacheDir=cache -DSpoolDir=spool -DInitRunDir=run \
  -DPidPath=run/icinga2.pid "-DRunAsUser=$(id -un)" "-DRunAsGroup=$(id -gn)" >out 2>&1 &
pid=$!
code=0
python3 - "$port" <<'P' || code=$?
import base64, json, ssl, sys, time, urllib.error, urllib.request as net
web = net.build_opener(net.ProxyHandler({}), net.HTTPSHandler(context=ssl.create_default_context(cafile="data/certs/ca.crt")))
head = {"Accept": "application/json", "Authorization": "Basic " + base64.b64encode(b"root:secret").decode()}
def ask(method, path, **body):
    request = net.Request(f"https://127.0.0.1:{sys.argv[1]}/v1{path}", json.dumps(body).encode(), head, method=method)
    try:
        with web.open(request, timeout=10) as answer: return answer.status, json.load(answer)["results"]
    except urllib.error.HTTPError as error: return error.code, json.load(error).get("results")
def act(name, **body): return ask("POST", "/actions/" + name, author="me", comment="c", **body)
def attrs(kind, name): return ask("GET", f"/objects/{kind}/{name}")[1][0]["attrs"]
def ready():
    try: return ask("GET", "")[0] == 200
    except OSError: return False
if not any(ready() or time.sleep(0.1) for _ in range(200)): sys.exit(2)
def check(name, state): act("process-check-result", type="Service", service=name, exit_status=state, plugin_output="o")
for name in ("a!old", "a!half", "a!fresh"): check(name, 0)
for name in ("a!old", "a!half"): check(name, 2)
time.sleep(4)
def in_effect(name, seconds):
    """How many seconds the downtime was in effect."""
    ticks = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if attrs("services", name)["downtime_depth"]: ticks.append(time.monotonic())
        time.sleep(0.05)
    return ticks[-1] - ticks[0] if ticks else 0
def schedule(name, duration):
    now = int(time.time())
    status, made = act("schedule-downtime", type="Service", service=name, fixed=False, duration=duration, start_time=now, end_time=now + 60)
    if name == "a!fresh": check(name, 2)
    downtime, changed = attrs("downtimes", made[0]["name"]), attrs("services", name)["last_state_change"]
    lasted = in_effect(name, duration + 2)
    print(f"{name}, duration {duration}: {status}; trigger_time is last_state_change: {downtime['trigger_time'] == changed}, start_time "
          f"{downtime['trigger_time'] - now:+.1f} s; in effect for {lasted:.1f} s")
    return status == 200 and downtime["trigger_time"] == changed, downtime["trigger_time"] < now, lasted
old, half, fresh = schedule("a!old", 1), schedule("a!half", 14), schedule("a!fresh", 3)
sys.exit(not (old == (True, True, 0) and half[:2] == (True, True) and 0 < half[2] < 11 and fresh[:2] == (True, False) and fresh[2] > 1))
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "icinga2 does not run"; exit 2; }
echo "changed"; exit 1
