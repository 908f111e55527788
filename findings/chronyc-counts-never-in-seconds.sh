#!/usr/bin/env bash
# chrony 4.3 (Debian 12): chronyc -c sources and tracking, where no server has ever answered.
# Expected: the field for the last sample is empty or "-", as it is in the table without -c; so are offset and error. Seen: 4294967295 seconds since
# the last sample, 0.000000000 for its offset and its error, and an offset of 0 of the system's clock in tracking; only "?" and stratum 0 tell.
# So: an offset counts only where the reach isn't 0, and 4294967295 is "never", not 136 years; a panel of offsets alone shows a perfect clock.
set -euo pipefail
package=chrony=4.3-2+deb12u3
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
printf 'server 192.0.2.1 offline\nport 0\ncmdport 0\nbindcmdaddress %s/socket\npidfile %s/pid\n' "$work" "$work" >chrony.conf
root/usr/sbin/chronyd --version | sed 's/ (+.*//'
root/usr/sbin/chronyd -d -x -U -u "$(id -un)" -f "$work/chrony.conf" >log 2>&1 &
pid=$!
ask() { root/usr/bin/chronyc -h "$work/socket" "$@"; }
for _ in $(seq 100); do ask -c sources >out 2>/dev/null && [ -s out ] && break; sleep 0.1; done
sources=$(cat out)
[ -n "$sources" ] || { echo "chronyd does not run"; exit 2; }
tracking=$(ask -c tracking)
last=$(ask sources | awk '/192\.0\.2\.1/ { print $6 }')
echo "sources: $sources"
echo "tracking: $tracking"
echo "the last sample in the table without -c: $last"
[ "$sources" = "^,?,192.0.2.1,0,6,0,4294967295,0.000000000,0.000000000,0.000000000" ] && [ "$last" = - ] &&
  [[ $tracking == "00000000,,0,0.000000000,0.000000000,0.000000000,"*",Not synchronised" ]] && { echo "as found"; exit 0; }
echo "changed"; exit 1
