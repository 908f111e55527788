#!/usr/bin/env bash
# discount 2.2.7 (Debian 12): markdown -ftoc on a runbook with a heading twice, and one with code in it.
# Expected: the second heading gets an anchor of its own, as other readers of Markdown give it check-1 or check_1; code in a heading is its text.
# Seen: both have the anchor "Check", so every link to the second step leads to the first; the markup of <code> is part of the other anchor.
# So: a link with an anchor from a page that discount made is followed by hand where a heading stands there twice.
set -euo pipefail
packages=(discount=2.2.7-2 libmarkdown2=2.2.7-2)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$work/root" -name 'libmarkdown.so.2' | head -1)")
export LD_LIBRARY_PATH
root/usr/bin/markdown -V | sed 's/^markdown: //; s/,.*//'
cat >runbook.md <<'T'
# Database

## Check

## Stop `db`

## Check
T
root/usr/bin/markdown -ftoc runbook.md >page
seen=$(sed -n 's/^<a name="\(.*\)"><\/a>$/\1/p' page | tr '\n' ' ')
echo "anchors: $seen"
[ "$seen" = "Database Check Stop--3c-code-3e-db-3c--2f-code-3e- Check " ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
