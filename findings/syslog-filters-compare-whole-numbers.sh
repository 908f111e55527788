#!/usr/bin/env bash
# rsyslog 8.2302 and syslog-ng 3.38.1 (Debian 12): a filter that passes requests with took > 9 (seconds, a number of JSON), and its opposite.
# Expected: 9.5 is more than 9; a line without the field is neither more nor less; a text isn't a number. Seen: both cut the fraction, so that 9.5 isn't
# more (syslog-ng: it is equal to 9) and 0.25 > 0 is false; a line without the field and null count as 0, so they are less than 9; the text "slow" is
# more than 9 to rsyslog, which compares it as text, and less than 9 to syslog-ng.
# So: what such a filter sent on is no count of slow requests: up to a whole second above the limit is missing, and "fast" has those without a time.
set -euo pipefail
packages=(rsyslog=8.2302.0-1+deb12u2 libestr0=0.1.11-1 libfastjson4=1.2304.0-1 liblognorm5=2.0.6-4 syslog-ng-core=3.38.1-5+deb12u1 libivykis0=0.42.4-1)
work=$(mktemp -d)
pids=()
trap '[ -z "${pids[*]}" ] || { kill "${pids[@]}" 2>/dev/null; wait "${pids[@]}" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
for name in rsyslog syslog-ng-core; do echo "$name $(dpkg-deb -f ./"${name}"_*.deb Version)"; done
library() { dirname "$(find "$work/root" -name "$1" | head -1)"; }
LD_LIBRARY_PATH="$(library 'libfastjson.so.4'):$(library 'libsyslog-ng-*.so.0'):$(library 'libivykis.so.0')"
export LD_LIBRARY_PATH
values=('"took":10.5' '"took":9.5' '"took":0.25' '"took":8' '"took":null' '"took":"slow"' '"user":"a"')
for value in "${values[@]}"; do echo "{$value}"; done >in
cat >rsyslog.conf <<C
global(workDirectory="$work")
module(load="imfile" mode="polling" PollingInterval="1")
module(load="mmjsonparse")
input(type="imfile" file="$work/in" tag="t:" ruleset="r")
template(name="t" type="string" string="%\$!seen%\n")
ruleset(name="r") {
  action(type="mmjsonparse" cookie="")
  set \$!seen = "";
  if \$!took > 9 then set \$!seen = \$!seen & ">9 ";
  if \$!took < 9 then set \$!seen = \$!seen & "<9 ";
  if \$!took > 0 then set \$!seen = \$!seen & ">0 ";
  action(type="omfile" file="$work/rsyslog.out" template="t")
}
C
root/usr/sbin/rsyslogd -n -f rsyslog.conf -i "$work/rsyslog.pid" -M "$(library imfile.so)" >rsyslog.log 2>&1 &
pids+=($!)
{
  printf '@version: 3.38\nsource in { file("%s/in" flags(no-parse)); };\nparser json { json-parser(prefix(".j.")); };\n' "$work"
  printf 'destination all { file("%s/syslog-ng.out" template("${MSG} ${seen}\\n")); };\n' "$work"
  printf 'rewrite r { set("" value("seen")); set("${seen}>9 " value("seen") condition("${.j.took}" > "9"));
    set("${seen}<9 " value("seen") condition("${.j.took}" < "9")); set("${seen}==9 " value("seen") condition("${.j.took}" == "9"));
    set("${seen}>0 " value("seen") condition("${.j.took}" > "0")); };\n'
  printf 'log { source(in); parser(json); rewrite(r); destination(all); };\n'
} >syslog-ng.conf
root/usr/sbin/syslog-ng -F -f syslog-ng.conf --module-path "$(library libjson-plugin.so)" --persist-file "$work/persist" --pidfile "$work/pid" \
  --control "$work/control" --no-caps >syslog-ng.log 2>&1 &
pids+=($!)
for _ in $(seq 150); do
  [ -f rsyslog.out ] && [ -f syslog-ng.out ] && [ "$(wc -l <rsyslog.out)" = "${#values[@]}" ] && [ "$(wc -l <syslog-ng.out)" = "${#values[@]}" ] && break
  sleep 0.1
done
[ -s rsyslog.out ] && [ -s syslog-ng.out ] || { echo "rsyslog or syslog-ng does not run"; exit 2; }
sed 's/^{[^}]*} *//; s/ *$//' syslog-ng.out >ng
sed 's/ *$//' rsyslog.out >rs
paste -d'|' in rs ng
[ "$(paste -sd, rs)" = ">9 >0,>0,<9,<9 >0,<9,>9 >0,<9" ] && [ "$(paste -sd, ng)" = ">9 >0,==9 >0,<9,<9 >0,<9,<9,<9" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
