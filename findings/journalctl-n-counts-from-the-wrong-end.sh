#!/usr/bin/env bash
# journalctl 252 (Debian 12) on a journal of ten entries, one a minute from 09:00 to 09:09: -n with --since and with --until.
# Expected: the last three of what is asked for, as the manual says of -n, "the most recent events". Seen: with --since the first three of the time,
# so that the end of an incident is never seen; with --until the last three of the whole journal are taken first and cut then: nothing at all, with
# exit 0, where three or more entries stand behind that time, and fewer than three beside it. With -r, backwards, both are as expected.
# So: an empty answer to -n with --until is no proof of quiet; it's asked again with -r, or without -n.
set -euo pipefail
version=252.39-1~deb12u2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "systemd=$version" "libsystemd-shared=$version" "systemd-journal-remote=$version" >/dev/null 2>&1 || { echo "cannot get systemd $version"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
LD_LIBRARY_PATH=$(dirname "$(find root -name 'libsystemd-shared-*' | head -1)")
export LD_LIBRARY_PATH TZ=UTC
python3 - >in.export <<'P'
for i in range(10):
    print(f"__REALTIME_TIMESTAMP={(1780304400 + i * 60) * 1000000}\n__MONOTONIC_TIMESTAMP={1000000 + i * 60000000}\n"
          f"_BOOT_ID=0123456789abcdef0123456789abcdef\n_MACHINE_ID=0123456789abcdef0123456789abcdef\n_HOSTNAME=h\nPRIORITY=6\nMESSAGE=m{i}\n")
P
root/lib/systemd/systemd-journal-remote -o x.journal in.export >/dev/null 2>&1
root/bin/journalctl --version | head -1
seen=
ask() {
  local answer code=0
  answer=$(root/bin/journalctl --file x.journal --no-pager -q -o cat -n 3 "$@" | paste -sd' ') || code=$?
  echo "-n 3 $*: ${answer:-nothing}, exit $code"
  seen+="${answer:-nothing} $code;"
}
ask
ask --since "2026-06-01 09:04"
ask --until "2026-06-01 09:05:30"
ask --until "2026-06-01 09:07:30"
ask --since "2026-06-01 09:02" --until "2026-06-01 09:08:30"
ask -r --since "2026-06-01 09:04"
ask -r --until "2026-06-01 09:05:30"
[ "$seen" = "m7 m8 m9 0;m4 m5 m6 0;nothing 0;m7 0;m2 m3 m4 0;m9 m8 m7 0;m5 m4 m3 0;" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
