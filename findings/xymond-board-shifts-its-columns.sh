#!/usr/bin/env bash
# xymond 4.3.30 (Debian 12): xymondboard with fields=…, for a status whose first line has a pipe, and with a field that it doesn't know.
# Expected: the pipe is written \p in every text, as it is in msg; an unknown field is an error or an empty column. Seen: msg has \p, line1 has
# the raw pipe, so what follows stands one column to the right; the unknown field is left out without a word, so it stands one to the left.
# So: ask for line1 last, or for msg in its place; a row is read only if its columns are as many as were asked for.
set -euo pipefail
package=xymon=4.3.30-1+b2
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
mkdir etc tmp log
echo '127.0.0.1 a # noconn' >etc/hosts.cfg
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export XYMONSERVERROOT="$work" XYMONHOME="$work" HOSTSCFG="$work/etc/hosts.cfg" XYMONTMP="$work/tmp" XYMONSERVERLOGS="$work/log" XYMONVAR="$work" \
  MACHINE=a MACHINEDOTS=a
server=$(find root -type f -path '*/server/bin/xymond')
"$server" --no-daemon --listen="127.0.0.1:$port" --checkpoint-file="$work/checkpoint" --pidfile="$work/pid" --log="$work/log/xymond.log" >out 2>&1 &
pid=$!
code=0
python3 - "$port" <<'P' || code=$?
import socket, sys, time
def ask(text):
    with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=10) as line:
        line.sendall(text.encode())
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(4096), b"")).decode()
def ready():
    try: return ask("ping")
    except OSError: return ""
version = next((said for said in (ready() or time.sleep(0.1) for _ in range(100)) if said), None)
if not version: sys.exit(2)
print(version.strip())
ask("status a.disk red 91 % | root\nsecond line")
seen = []
for fields in "testname,line1,color", "testname,msg,color", "testname,nosuch,color":
    seen.append(ask(f"xymondboard host=a test=disk fields={fields}").strip())
    print(f"{fields}: {seen[-1]}")
sys.exit(seen != ["disk|red 91 % | root|red", r"disk|status a.disk red 91 % \p root\nsecond line|red", "disk|red"])
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "xymond does not run"; exit 2; }
echo "changed"; exit 1
