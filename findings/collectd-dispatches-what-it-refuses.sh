#!/usr/bin/env bash
# collectd 5.12.0 (Debian 12), unixsock: PUTVAL of a value that is older than the last of its series, and of one an hour ahead.
# Expected: an error for the older one; after the one ahead the series goes on with the next value of now. Seen: "0 Success: 1 value has been
# dispatched." for each, but GETVAL keeps the newest time: the value ahead stays and those of now are dropped, with "Value too old" in the log
# only, until the series is thrown out after its time-out; the csv plugin writes all of them, in the order in which they came.
# So: a value that was sent is read back; a time in LISTVAL that is ahead of the clock means that the values of now are being dropped.
set -euo pipefail
package=collectd-core=5.12.0-14
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
cat >collectd.conf <<C
Hostname "h"
FQDNLookup false
BaseDir "$work"
PIDFile "$work/pid"
PluginDir "$work/root/usr/lib/collectd"
TypesDB "$work/root/usr/share/collectd/types.db"
Interval 1
LoadPlugin logfile
<Plugin logfile>
  File "$work/log"
</Plugin>
LoadPlugin unixsock
<Plugin unixsock>
  SocketFile "$work/socket"
</Plugin>
LoadPlugin csv
<Plugin csv>
  DataDir "$work/csv"
</Plugin>
C
root/usr/sbin/collectd -h | sed -n 's/^\(collectd [0-9.]*[0-9]\).*/\1/p'
root/usr/sbin/collectd -f -C collectd.conf >out 2>&1 &
pid=$!
for _ in $(seq 100); do [ -S socket ] && break; sleep 0.1; done
code=0
python3 - <<'P' || code=$?
import glob, socket, sys, time
line = socket.socket(socket.AF_UNIX)
line.connect("socket")
file = line.makefile("rw")
def ask(command):
    print(command, file=file, flush=True)
    first = file.readline().strip()
    return [first, *(file.readline().strip() for _ in range(max(0, int(first.split()[0]))))]
now, answers = int(time.time()), []
for second, value in (now, 1), (now - 5, 2), (now + 3600, 3), (now + 1, 4):
    said = ask(f"PUTVAL h/a/gauge-x interval=10 {second}:{value}")[0]
    kept = ask("GETVAL h/a/gauge-x")[1]
    answers.append((said, float(kept.removeprefix("value="))))
    print(f"{second - now:+5} s, value {value}: {said} GETVAL: {kept}")
listed = float(ask("LISTVAL")[1].split()[0]) - now
refused = 0
for _ in range(50):
    refused = open("log").read().count("Value too old")
    written = [open(name).read().split()[1:] for name in glob.glob("csv/h/a/gauge-x-*")]
    if refused == 2 and sum(map(len, written)) == 4: break
    time.sleep(0.1)
values = [row.split(",")[1][0] for rows in sorted(written) for row in rows]
print(f"LISTVAL: {listed:+.0f} s; too old in the log: {refused}; values in csv: {' '.join(values)}")
good = "0 Success: 1 value has been dispatched."
sys.exit(answers != [(good, 1.0), (good, 1.0), (good, 3.0), (good, 3.0)] or listed != 3600 or refused != 2 or sorted(values) != list("1234"))
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
