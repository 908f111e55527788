#!/usr/bin/env bash
# lowdown 1.0.0 (Debian 12): a page of a runbook that begins with a warning or with its steps instead of a heading.
# Expected: all of it is on the page; metadata are what stands between rules of "---". Seen: where the first line has a colon, the whole first paragraph
# is taken for metadata and isn't there, without a word and with exit 0: a "Warning: …" of two lines, "At 09:00 …", and a list whose first step has a
# colon, with all of its steps. A blank line or a heading before it keeps it, and so does --parse-no-metadata.
# So: a runbook is compared line by line with a page that lowdown made; a page that has no first step or no warning isn't short, it is cut.
set -euo pipefail
package=lowdown=1.0.0-2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
echo "lowdown $(dpkg-deb -f ./*.deb Version)"
page() { root/usr/bin/lowdown -Thtml "$@" | sed 's/<[^>]*>//g' | paste -sd' ' | xargs; }
steps=$'1. Stop: the writer\n2. Look at the disk\n3. Start the writer\n\nThen wait.'
seen=("$(page <<<"$steps")" "$(page <<<$'Warning: never restart the primary,\nask the team first.\n\nThen wait.')" "$(page <<<$'At 09:00 stop it.\n\nThen wait.')"
  "$(page --parse-no-metadata <<<"$steps")" "$(page <<<$'# Disk full\n\n'"$steps")")
printf '"%s"\n' "${seen[@]}"
whole='Stop: the writer Look at the disk Start the writer Then wait.'
[ "${seen[*]:0:3}" = 'Then wait. Then wait. Then wait.' ] && [ "${seen[3]}" = "$whole" ] && [ "${seen[4]}" = "Disk full $whole" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
