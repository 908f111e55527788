#!/usr/bin/env bash
# dateutils 0.4.10 (Debian 12): ddiff in months and days from the end of January, and dconv on times of logs.
# Expected: 31 January to 1 March is a month and a day, as for other ends of months; a time that a format doesn't fit is refused; what is rewritten
# with -S is a time. Seen: "1 months 62 days" of 29 days, 63 in a leap year, though from the 15th all is right; with -i "%FT%T%Z" a fraction makes
# the offset behind it count for nothing, with exit 0; and dconv -S --zone takes 6:09:00 out of 2026:09:00:00 of an access log for the time, so
# that the line's year becomes 20211.
# So: an age or a budget "in months and days" is worked out from the two dates themselves.
set -euo pipefail
package=dateutils=0.4.10-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
tool() { TZ=UTC "root/usr/bin/dateutils.$1" "${@:2}"; }
tool ddiff --version | head -1
seen=
note() { echo "$1: $2"; seen+="$2;"; }
for days in "2026-01-31 2026-03-01" "2024-01-31 2024-03-01" "2026-01-15 2026-03-16"; do
  note "$days" "$(tool ddiff $days -f '%m months %d days') of $(tool ddiff $days -f '%d')"
done
for time in 2026-06-01T09:00:00+02:00 2026-06-01T09:00:00.250+02:00; do note "$time" "$(tool dconv -i '%FT%T%Z' -f '%FT%TZ' "$time")"; done
line='[01/Jun/2026:09:00:00 +0200] "GET /"'
note "$line" "$(echo "$line" | tool dconv -S --zone Asia/Kolkata)"
found='1 months 62 days of 29;1 months 63 days of 30;2 months 1 days of 60;2026-06-01T07:00:00Z;2026-06-01T09:00:00Z;[01/Jun/20211:39:00:00 +0200] "GET /";'
[ "$seen" = "$found" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
