#!/usr/bin/env bash
# ts 0.67 (moreutils, Debian 12), ts -r FORMAT: lines whose times are written as RFC 3339 does it, with an offset.
# Expected: each time in the zone of the reader, or left as it is. Seen: of +05:30 the +05 is used, so that the time is half an hour off and ":30"
# stays behind it; after a fraction of a second the offset isn't used at all; with Z and without a fraction the time is passed over. +0530 is right.
# So: a log that went through ts -r is not put beside others by its times; an offset or a rest such as ":30" behind a time is the sign of it.
set -euo pipefail
packages=(moreutils=0.67-1 libtimedate-perl=2.3300-2 libtime-duration-perl=1.21-2)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
export PERL5LIB="$work/root/usr/share/perl5" TZ=UTC
echo "moreutils $(dpkg-deb -f ./moreutils_*.deb Version)"
seen=
for time in 09:00:00+0530 09:00:00+05:30 09:00:00.250+05:30 09:00:00Z; do
  line=$(echo "2026-06-01T$time up" | perl root/usr/bin/ts -r '%FT%T')
  echo "2026-06-01T$time up: $line"
  seen+="$line;"
done
found='2026-06-01T03:30:00 up;2026-06-01T04:00:00:30 up;2026-06-01T09:00:00+05:30 up;2026-06-01T09:00:00Z up;'
[ "$seen" = "$found" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
