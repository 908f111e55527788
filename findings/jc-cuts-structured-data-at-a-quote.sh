#!/usr/bin/env bash
# jc 1.22.5 (Debian 12), --syslog: lines of RFC 5424 with structured data.
# Expected: a value with an escaped quote is whole, an element without parameters keeps its name, a process id that is a word stays one.
# Seen: no line is called unparsable, but the value ends at its first escaped quote, the element's name is null, and "x12" becomes the number 12.
# So: structured data that came through this tool is a lead to the line, not a copy of it; the line itself is kept beside it.
set -euo pipefail
package=jc=1.22.5-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1
cat >lines <<'T'
<34>1 2026-06-01T09:00:00Z host app 12 id [a@1 said="disk \"root\" full" free="0"] text
<34>1 2026-06-01T09:00:00Z host app 12 id [a@1] text
<34>1 2026-06-01T09:00:00Z host app x12 id - text
T
echo "jc $(dpkg-deb -f ./*.deb Version)"
code=0
python3 -m jc --syslog <lines | python3 -c '
import json, sys
seen = [(one.get("unparsable"), one["structured_data"], one["proc_id"], one["message"]) for one in json.load(sys.stdin)]
print(*seen, sep="\n")
found = [(None, [{"identity": "a@1", "parameters": {"said": "disk ", "free": "0"}}], 12, "text"),
         (None, [{"identity": None, "parameters": {}}], 12, "text"), (None, None, 12, "text")]
sys.exit(seen != found)' || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
