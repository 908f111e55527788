#!/usr/bin/env bash
# jo 1.9 (Debian 12): a script that reports a deployment as JSON with jo, values without a type, as its manual shows it.
# Expected: a number where the text is one in JSON, and its digits as they stood; a text for all else. Seen: the release 1.10 is 1.1, which is another
# one; a commit whose short id is digits and one e (12345e67) is 1.2345e+71; the ticket 0123 is 123, the host 0x10 is 16, a phone number loses its +,
# and a 64-bit trace is rounded. Other commits and releases of the same script stay texts. -s name=… keeps the text.
# So: a change whose commit or release is a JSON number was one that jo (or the like) rewrote: it is matched with no commit, and shown as doubtful.
set -euo pipefail
package=jo=1.9-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
jo=root/usr/bin/jo
"$jo" -v
seen=("$("$jo" release=1.10 commit=12345e67 ticket=0123 host=0x10 phone=+49301234567 trace=12345678901234567890)"
  "$("$jo" release=1.10.1 commit=12345f67)" "$("$jo" -- -s release=1.10 -s commit=12345e67)")
printf '%s\n' "${seen[@]}"
[ "${seen[0]}" = '{"release":1.1,"commit":1.2345e+71,"ticket":123,"host":16,"phone":49301234567,"trace":1.234567890123457e+19}' ] &&
  [ "${seen[1]}" = '{"release":"1.10.1","commit":"12345f67"}' ] && [ "${seen[2]}" = '{"release":"1.10","commit":"12345e67"}' ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
