#!/usr/bin/env bash
# systemd-journal-gatewayd 252 (Debian 12): an Accept header with more than the bare name of a type.
# Expected: "application/json, text/plain", "application/json; charset=utf-8" and "application/json;q=0.9" give JSON, or 406. Seen: 200 and plain
# text, in short lines without cursor and year; only the exact text "application/json" is known, in small letters.
# So: one type is sent, bare, and the Content-Type of the answer is looked at before it is read: a proxy or a library may add to the header.
set -euo pipefail
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q systemd-journal-remote=252.39-1~deb12u2 >/dev/null 2>&1 || { echo "cannot get systemd-journal-remote"; exit 2; }
dpkg -x ./*.deb root
tools=root/lib/systemd; [ -d "$tools" ] || tools=root/usr/lib/systemd
printf '%s\n' __REALTIME_TIMESTAMP=1700000000000000 __MONOTONIC_TIMESTAMP=1000000 _BOOT_ID=0123456789abcdef0123456789abcdef \
  _MACHINE_ID=0123456789abcdef0123456789abcdef _HOSTNAME=h PRIORITY=6 "MESSAGE=a line" "" >in.export
mkdir journal
"$tools/systemd-journal-remote" -o journal/x.journal in.export >/dev/null 2>&1
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
systemd-socket-activate -l "127.0.0.1:$port" "$tools/systemd-journal-gatewayd" -D "$work/journal" >log 2>&1 &
pid=$!
for _ in $(seq 100); do curl -sf -m 5 "http://127.0.0.1:$port/machine" >/dev/null && break; sleep 0.1; done
"$tools/systemd-journal-gatewayd" --version | head -1
seen=
for accept in 'application/json' 'application/json, text/plain' 'application/json; charset=utf-8' 'application/json;q=0.9' 'Application/JSON'; do
  answer=$(curl -s -m 10 -o /dev/null -w '%{http_code} %{content_type}' -H "Accept: $accept" "http://127.0.0.1:$port/entries")
  echo "$accept: $answer"
  seen="$seen$answer;"
done
text='200 text/plain;'
[ "$seen" = "200 application/json;$text$text$text$text" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
