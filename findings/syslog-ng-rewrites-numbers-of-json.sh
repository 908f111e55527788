#!/usr/bin/env bash
# syslog-ng 3.38.1 (Debian 12): a line of JSON through json-parser and out again by $(format-json), as a relay does it.
# Expected: numbers become texts with the same digits, and null is left out or stays. Seen: a number with a fraction gets six digits, so that
# 0.00000025 is "0.000000" and 1.5 "1.500000"; 12345678901234567890 is "9223372036854775807"; null is an empty text.
# So: a duration of 0.000000 or an id of 9223372036854775807 from such a relay is no value; ids are compared with that in mind.
set -euo pipefail
packages=(syslog-ng-core=3.38.1-5+deb12u1 libivykis0=0.42.4-1)
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
library() { dirname "$(find "$work/root" -name "$1" | head -1)"; }
LD_LIBRARY_PATH="$(library 'libsyslog-ng-*.so.0'):$(library 'libivykis.so.0')"
export LD_LIBRARY_PATH
cat >syslog-ng.conf <<C
@version: 3.38
source in { file("$work/in" flags(no-parse)); };
parser json { json-parser(prefix(".j.")); };
destination out { file("$work/out" template("\$(format-json --key .j.* --rekey .j.* --shift 3)\n")); };
log { source(in); parser(json); destination(out); };
C
echo '{"id":12345678901234567890,"took":0.00000025,"load":1.5,"count":2,"user":null}' >in
server=root/usr/sbin/syslog-ng
modules=$(library libjson-plugin.so)
"$server" --version --module-path "$modules" 2>/dev/null | sed -n 's/^\(syslog-ng 3 (\(.*\))\).*/syslog-ng \2/p'
"$server" -F -f syslog-ng.conf --module-path "$modules" --persist-file "$work/persist" --pidfile "$work/pid" --control "$work/control" --no-caps >log 2>&1 &
pid=$!
for _ in $(seq 100); do [ -s out ] && break; sleep 0.1; done
[ -s out ] || { echo "syslog-ng does not run"; exit 2; }
cat out
code=0
python3 - <<'P' || code=$?
import json, sys
sys.exit(json.load(open("out")) != {"id": "9223372036854775807", "took": "0.000000", "load": "1.500000", "count": "2", "user": ""})
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
