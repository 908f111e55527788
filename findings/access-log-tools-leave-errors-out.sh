#!/usr/bin/env bash
# haproxy_log_analysis 2.0~b0 and logswan 2.1.12 (Debian 12): small logs with errors of a client by IPv6, of a load balancer whose host has a full
# name, in a line with syslog's ISO time, and for an address with an escaped quote.
# Expected: each line counted, as it's valid. Seen: haproxy_log_analysis counts none of the first three, so that its status codes are 200 alone; only
# counter_invalid tells. logswan counts the request with \" in its address among the hits and the methods, but not among the status codes, so that
# its 500 isn't there.
# So: a share of errors from either is held against the number of lines in the file.
set -euo pipefail
packages=(python3-haproxy-log-analysis=2.0~b0-4 logswan=2.1.12-1+b1 libmaxminddb0=1.7.1-1 libjansson4=2.14-2)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1 LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(dirname "$(find root -name 'libjansson.so.4' | head -1)")
for name in python3-haproxy-log-analysis logswan; do echo "$name $(dpkg-deb -f ./"$name"_*.deb Version)"; done
syslog='Jun  1 09:00:00 localhost haproxy[9]:' rest='145 - - ---- 1/1/1/0/0 0/0 "GET /a HTTP/1.1"'
request() { echo "$1 $2:2290 [01/Jun/2026:09:00:00.123] fe be/s1 0/0/1/80/81 $3 $rest"; }
{ request "$syslog" 10.0.0.1 200; request "$syslog" 2001:db8::1 504; request "${syslog/localhost/web.example}" 10.0.0.2 502
  request "2026-06-01T09:00:00+02:00 localhost haproxy[9]:" 10.0.0.3 503; } >haproxy
line() { echo "10.0.0.$1 - - [01/Jun/2026:09:00:0$1 +0200] \"GET $2 HTTP/1.1\" $3 512 \"-\" \"-\""; }
{ line 1 /a 200; line 2 '/b?q=\"x\"' 500; line 3 /c 503; } >access
seen=
note() { echo "$1: $2"; seen+="$2;"; }
analyse() { python3 -W ignore -c 'from haproxy.main import console_script; console_script()' -l haproxy -c "$1" 2>error | sed '1,/====/d' | tr -d '\n'; }
for command in counter status_codes_counter counter_invalid; do note "haproxy_log_analysis $command" "$(analyse "$command")"; done
root/usr/bin/logswan access >out 2>error
note "logswan" "$(python3 -c '
import json
answer = json.load(open("out"))
print("hits", answer["hits"]["total"], "invalid", answer["invalid_lines"], *(f"{one['"'data'"']}={one['"'hits'"']}" for one in answer["methods"] + answer["status"]))')"
[ "$seen" = "1;defaultdict(<class 'int'>, {'200': 1});3;hits 3 invalid 0 GET=3 200=1 503=1;" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
