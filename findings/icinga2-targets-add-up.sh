#!/usr/bin/env bash
# icinga2 2.13.6 (Debian 12): an action that is given a host beside a service, or a filter beside a name.
# Expected: each narrows the other, so "type":"Host","host":"a","service":"a!x" is one object, and "service":"b!b1" with a filter for b!b3 is none.
# Seen: 200, and all of them are acted on: a and a!x; b!b1 and b!b3; b!b1 also where the filter beside it matches nothing. Queries add up too.
# A filter alone that matches nothing is 500 with an empty list for an action, and 200 with an empty list for a query.
# So: an action has names of one type and nothing beside them; a name is never narrowed by a filter, the client compares for itself.
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
for (host in [ "a", "b" ]) {
  object Host host { import "passive" }
  for (name in [ "x", "b1", "b3" ]) { object Service name use (host) { import "passive"; host_name = host } }
}
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
filter = 'host.name == "b" && service.name == "b3"'
def targets(answer): return answer[0], sorted(result["name"].rpartition("!")[0] for result in answer[1])
seen = {
    "host and service": targets(act("add-comment", type="Host", host="a", service="a!x")),
    "service and filter": targets(act("add-comment", type="Service", service="b!b1", filter=filter)),
    "service and filter for nothing": targets(act("add-comment", type="Service", service="b!b1", filter="false")),
    "filter for nothing": targets(act("add-comment", type="Service", filter="false")),
}
def query(**body):
    status, results = ask("GET", "/objects/services", **body)
    return status, sorted(result["name"] for result in results)
seen["query, service and filter"] = query(service="b!b1", filter=filter)
seen["query, filter for nothing"] = query(filter="false")
for what, answer in seen.items(): print(f"{what}: {answer[0]} {answer[1]}")
both = ["b!b1", "b!b3"]
sys.exit(list(seen.values()) != [(200, ["a", "a!x"]), (200, both), (200, ["b!b1"]), (500, []), (200, both), (200, [])])
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "icinga2 does not run"; exit 2; }
echo "changed"; exit 1
