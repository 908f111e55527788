#!/usr/bin/env bash
# systemd-journal-gatewayd 252 (Debian 12): a seek by time with a skip back (Range: entries=t=<hex µs>:-N:M).
# Expected: the skip is clamped at the first entry, as a skip from a cursor is. Seen: where nothing stands before the place, the answer is
# 200 with no entry at all; the same place with a skip of 0 gives every entry.
# So: an empty answer to a skip back is no proof of an empty journal; it is asked again without the skip.
set -euo pipefail
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q systemd-journal-remote=252.39-1~deb12u2 >/dev/null 2>&1 || { echo "cannot get systemd-journal-remote"; exit 2; }
dpkg -x ./*.deb root
tools=root/lib/systemd; [ -d "$tools" ] || tools=root/usr/lib/systemd
python3 - >in.export <<'P'
for i in range(5):
    print(f"__REALTIME_TIMESTAMP={1700000000000000 + i * 1000000}\n__MONOTONIC_TIMESTAMP={1000000 + i * 1000000}\n"
          f"_BOOT_ID=0123456789abcdef0123456789abcdef\n_MACHINE_ID=0123456789abcdef0123456789abcdef\n_HOSTNAME=h\nPRIORITY=6\nMESSAGE=line {i}\n")
P
mkdir journal
"$tools/systemd-journal-remote" -o journal/x.journal in.export >/dev/null 2>&1
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
systemd-socket-activate -l "127.0.0.1:$port" "$tools/systemd-journal-gatewayd" -D "$work/journal" >log 2>&1 &
pid=$!
sleep 1
"$tools/systemd-journal-gatewayd" --version | head -1
ask() { curl -s -o body -w '%{http_code} ' -H 'Accept: application/vnd.fdo.journal' -H "Range: entries=t=1:$1" "http://127.0.0.1:$port/entries"; grep -c '^MESSAGE=' body || true; }
back=$(ask -200:2200)
none=$(ask 0:2200)
echo "skip -200: $back; skip 0: $none (status, entries)"
[ "$back" = "200 0" ] && [ "$none" = "200 5" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
