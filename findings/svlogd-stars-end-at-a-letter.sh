#!/usr/bin/env bash
# runit 2.1.2 (svlogd) and daemontools 0.76 (multilog), Debian 12: a filter "-*debug*" that shall leave the lines of level debug out of a log.
# Expected: it leaves out every line with debug in it, as the same words do in a shell or a search. Seen: a star goes only as far as the next place
# of the letter behind it and never tries again: "disk: debug" stays, as its first d isn't that of debug, and so does "old debug line", while
# "-*trace*" takes out "level=trace" and leaves "start trace". Both say nothing of it. The other way round "+*error*" loses "service error".
# So: what a log of svlogd or multilog lacks says nothing: a line that a filter should have let in may be missing; look at the pattern in its config.
set -euo pipefail
packages=(runit=2.1.2-54 daemontools=1:0.76-8.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; echo "$(dpkg-deb -f "$file" Package) $(dpkg-deb -f "$file" Version)"; done
printf '%s\n' 'debug: a' 'x debug b' 'disk: debug c' 'old debug d' 'level=trace e' 'start trace f' >lines
mkdir svlogd
printf '%s\n' '-*debug*' '-*trace*' >svlogd/config
root/usr/bin/svlogd svlogd <lines
root/usr/bin/multilog '-*debug*' '-*trace*' ./multilog <lines
printf '%s\n' 'error a' 'db error b' 'service error c' >lines
root/usr/bin/multilog '-*' '+*error*' ./kept <lines
seen=("$(paste -sd, svlogd/current)" "$(paste -sd, multilog/current)" "$(paste -sd, kept/current)")
printf '%s\n' "svlogd keeps: ${seen[0]}" "multilog keeps: ${seen[1]}" "multilog lets in: ${seen[2]}"
left='disk: debug c,old debug d,start trace f'
[ "${seen[0]}" = "$left" ] && [ "${seen[1]}" = "$left" ] && [ "${seen[2]}" = "error a,db error b" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
