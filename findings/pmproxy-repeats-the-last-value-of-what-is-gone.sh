#!/usr/bin/env bash
# pmproxy and pmseries 6.0.3 (Debian 12) with redis 7.0: an archive of two disks, of which one is pulled after three of six records.
# Expected: six values of sda and three of sdb, as pmdumplog shows them. Seen: six of each, sdb's last one again and again, with each new time, as if it
# stood still; a value left out in between is repeated in the same way. And disk.x{instance.name=="sda"} answers both disks.
# So: a flat line of an instance may be nothing; whether it is there is asked of /pmapi.
set -euo pipefail
work=$(mktemp -d)
pids=
trap '[ -z "$pids" ] || { kill $pids 2>/dev/null; wait $pids 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
for package in pcp pcp-conf libpcp3 libpcp-web1 libpcp-import1 libpcp-mmv1 libpcp-archive1 libpcp-pmda3 libpcp-gui2 libpcp-trace2 python3-pcp libuv1 redis-server \
  redis-tools liblzf1 liblua5.1-0 lua-bitop lua-cjson libhiredis0.14; do
  apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
done
for deb in ./*.deb; do dpkg -x "$deb" root; done
export LD_LIBRARY_PATH=$work/root/usr/lib/x86_64-linux-gnu:$work/root/lib/x86_64-linux-gnu PATH=$work/root/usr/bin:$PATH
export PYTHONPATH=$work/root/usr/lib/python3/dist-packages PCP_CONF=$work/pcp.conf PCP_RUN_DIR=$work PCP_TMP_DIR=$work PCP_LOG_DIR=$work
sed "s#=/usr#=$work/root/usr#; s#=/etc#=$work/root/etc#" root/etc/pcp.conf >pcp.conf
free() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port=$(free) redis=$(free) start=$(($(date +%s) / 60 * 60 - 600))
/usr/bin/python3 - "$start" <<'P' || { echo "the archive cannot be written"; exit 2; }
import sys
from pcp import pmapi, pmi
log = pmi.pmiLogImport("archive")
log.pmiSetHostname("probe")
log.pmiSetTimezone("UTC")
disks = log.pmiInDom(510, 1)
log.pmiAddMetric("disk.x", log.pmiID(510, 0, 1), pmapi.c_api.PM_TYPE_U64, disks, pmapi.c_api.PM_SEM_INSTANT, log.pmiUnits(0, 0, 1, 0, 0, 0))
for number, name in enumerate(("sda", "sdb")): log.pmiAddInstance(disks, name, number)
for row in range(6):
    log.pmiPutValue("disk.x", "sda", str(row))
    if row < 3: log.pmiPutValue("disk.x", "sdb", str(10 + row))
    log.pmiWrite(int(sys.argv[1]) + 10 * row, 0)
log.pmiEnd()
P
echo "pmdumplog: $(pmdumplog archive disk.x | grep -c sda) of sda, $(pmdumplog archive disk.x | grep -c sdb) of sdb"
redis-server --port "$redis" --bind 127.0.0.1 --save '' --dir "$work" >redis.log 2>&1 &
pids=$!
for _ in $(seq 100); do redis-cli -p "$redis" ping >/dev/null 2>&1 && break; sleep 0.1; done
pmseries -h 127.0.0.1 -p "$redis" --load "{source.path: \"$work/archive\"}" >loaded 2>&1 || { cat loaded; exit 2; }
printf '[pmproxy]\npcp.enabled = true\nhttp.enabled = true\nredis.enabled = true\nsecure.enabled = false\n[redis]\nenabled = true\nservers = 127.0.0.1:%s\n[discover]
enabled = false\n[pmseries]\nenabled = true\n' "$redis" >conf
root/usr/lib/pcp/bin/pmproxy -f -A -t -i 127.0.0.1 -p "$port" -c conf -l log -s socket -r "$redis" -h 127.0.0.1 -U "$(id -un)" >out 2>&1 &
pids+=" $!"
code=0
python3 - "$port" "$start" <<'P' || code=$?
import json, sys, time, urllib.parse, urllib.request as net
web = net.build_opener(net.ProxyHandler({}))
def ask(path, **query):
    with web.open(f"http://127.0.0.1:{sys.argv[1]}/series/{path}?{urllib.parse.urlencode(query, quote_via=urllib.parse.quote)}", timeout=5) as answer:
        return json.loads(answer.read())
for _ in range(100):
    try: found = ask("query", expr="disk.x"); break
    except OSError: time.sleep(0.1)
else: sys.exit(2)
names = {one["instance"]: one["name"] for one in ask("instances", series=found[0])}
rows = ask("values", series=found[0], start=int(sys.argv[2]), finish=int(sys.argv[2]) + 60)
seen = {name: [row["value"] for row in rows if names[row["instance"]] == name] for name in ("sda", "sdb")}
filtered = sorted({names[row["instance"]] for row in ask("query", expr='disk.x{instance.name=="sda"}[samples:1]')})
print("pmproxy:", seen, "filtered by sda:", filtered)
sys.exit(seen != {"sda": list("012345"), "sdb": ["10", "11", "12", "12", "12", "12"]} or filtered != ["sda", "sdb"])
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "pmproxy does not run"; cat log out; exit 2; }
echo "changed"; exit 1
