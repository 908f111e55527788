#!/usr/bin/env bash
# datamash 1.7 (Debian 12): figures over a column of latencies with a NaN, as a query that divides by zero exports it, and the newest of two times in
# microseconds since 1970.
# Expected: the same maximum and median for the same values in any order, and the newest time as it stands. Seen: the maximum of nan, 1, 3 is nan
# and its median 1; of 1, nan, 3 it is 3, and the median nan; of 1, 3, nan both are 3; only --narm always gives 3 and 2. The newest time is
# 1.7961283411235e+15: fourteen digits are written, so that 1796128341123456 cannot be found again.
# So: figures of a file with a NaN in it are believed only with --narm, and a time in microseconds is taken with --format %.0f.
set -euo pipefail
package=datamash=1.7-2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
datamash() { LC_ALL=C root/usr/bin/datamash "$@" | tr '\t' ' '; }
root/usr/bin/datamash --version | head -1
figures() { printf '%s\n' "$@" | datamash max 1 median 1; }
seen="$(figures nan 1 3); $(figures 1 nan 3); $(figures 1 3 nan)"
sure="$(printf '%s\n' nan 1 3 | datamash --narm max 1 median 1); $(printf '%s\n' 1 nan 3 | datamash --narm max 1 median 1)"
times=$(printf '%s\n' 1796128341123455 1796128341123456 | datamash max 1)
echo "max and median of nan 1 3; 1 nan 3; 1 3 nan: $seen"
echo "with --narm: $sure"
echo "the newest of two times: $times"
[ "$seen|$sure|$times" = "nan 1; 3 nan; 3 3|3 2; 3 2|1.7961283411235e+15" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
