#!/usr/bin/env bash
# icinga2 2.13.6 (Debian 12): a downtime with child_options DowntimeTriggeredChildren and all_services, on a host that another depends on.
# Expected: removing it removes all that it made, the answer to making it names it all. Seen: the downtimes of the host's own services go with it
# ("and 2 child downtimes"), those of the child host and of that host's services stay in effect; their triggered_by names what is gone.
# Icinga2's own issue 10333, mended in later versions.
# So: the names in child_downtimes of the answer are kept, or found by triggered_by, and removed one by one.
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
for (host in [ "parent", "child" ]) {
  object Host host { import "passive" }
  for (name in [ "x", "y" ]) { object Service name use (host) { import "passive"; host_name = host } }
}
object Dependency "needs" { parent_host_name = "parent"; child_host_name = "child" }
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
def ready():
    try: return ask("GET", "")[0] == 200
    except OSError: return False
if not any(ready() or time.sleep(0.1) for _ in range(200)): sys.exit(2)
def depths():
    objects = ask("GET", "/objects/hosts")[1] + ask("GET", "/objects/services")[1]
    return {one["name"]: int(one["attrs"]["downtime_depth"]) for one in sorted(objects, key=lambda one: one["name"])}
def settled(wanted):
    """The depths, as soon as they are as wanted, and for as long as that lasts, or after five seconds."""
    for _ in range(50):
        if depths() == wanted: break
        time.sleep(0.1)
    time.sleep(2)
    return depths()
now = int(time.time())
status, made = act("schedule-downtime", type="Host", host="parent", all_services=True, child_options="DowntimeTriggeredChildren", start_time=now,
                   end_time=now + 600)
top = made[0]["name"]
everything = dict.fromkeys(("child", "child!x", "child!y", "parent", "parent!x", "parent!y"), 1)
before = settled(everything)
removed, answer = ask("POST", "/actions/remove-downtime", type="Downtime", downtime=top)
left = {name: int(name.startswith("child")) for name in everything}
after = settled(left)
orphans = ask("GET", "/objects/downtimes")[1]
print(f"scheduled: {status}, downtime_depth {before}")
print(f"removed: {removed}, \"{answer[0]['status'].replace(top, 'parent!<id>')}\", downtime_depth {after}")
print(f"downtimes left: {len(orphans)}, triggered_by the removed one: {sum(one['attrs']['triggered_by'] == top for one in orphans)}")
sys.exit(not (status == removed == 200 and before == everything and after == left and len(orphans) == 3
              and all(one["attrs"]["triggered_by"] == top for one in orphans)))
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "icinga2 does not run"; exit 2; }
echo "changed"; exit 1
