#!/usr/bin/env bash
# rsyslog 8.2302 (Debian 12), imfile and mmjsonparse: lines of JSON whose trace_id is a number of 64 bits without a sign, as some tracers write it.
# Expected: the number as it stood, as it is with 1.10, 1E5 and 123456789.123456789. Seen: each whole number above 9223372036854775807 becomes
# 9223372036854775807, so that two traces are one; a text is cut at its first \u0000, even where it is the beginning; -0 is 0. The raw line has all.
# So: a trace with that number, or a search that finds lines of many requests, is looked up in the raw lines.
set -euo pipefail
packages=(rsyslog=8.2302.0-1+deb12u2 libestr0=0.1.11-1 libfastjson4=1.2304.0-1 liblognorm5=2.0.6-4)
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" unpacked; done
libraries=$(echo "$work"/unpacked/usr/lib/*/rsyslog)
export LD_LIBRARY_PATH=${libraries%/rsyslog}
unpacked/usr/sbin/rsyslogd -v | head -1
cat >conf <<C
global(workDirectory="$work")
module(load="imfile" mode="polling" PollingInterval="1")
module(load="mmjsonparse")
input(type="imfile" file="$work/in" tag="t:" ruleset="r")
template(name="t" type="list") { property(name="\$!trace_id" format="json") constant(value="\n") }
ruleset(name="r") {
  action(type="mmjsonparse" cookie="")
  action(type="omfile" file="$work/out" template="t")
}
C
values=(12345678901234567890 9934567890123456789 9223372036854775806 1.10 123456789.123456789 -0 '"a\u0000b"')
for value in "${values[@]}"; do echo "{\"trace_id\":$value}"; done >in
unpacked/usr/sbin/rsyslogd -n -f conf -i "$work/pid" -M "$libraries" >log 2>&1 &
pid=$!
for _ in $(seq 100); do [ -f out ] && [ "$(wc -l <out)" = "${#values[@]}" ] && break; sleep 0.1; done
paste -d' ' <(printf '%s ->\n' "${values[@]}") out
[ "$(paste -sd' ' out)" = "9223372036854775807 9223372036854775807 9223372036854775806 1.10 123456789.123456789 0 a" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
