#!/usr/bin/env bash
# Miller 6.6.0 (Debian 12): mlr --icsv --ojson cat, on fields such as 0xff, .5 and 5.
# Expected: what looks like a number to it is written as a number of JSON, or between quotes. Seen: 0xff, .5 and "5." stand as they came, without
# quotes, which is no JSON: the whole output is refused by a reader, with exit 0 of mlr; 007, +5 and NaN are put between quotes.
# So: what mlr made is read with a clear word about the place where it stops being JSON; mlr's own -S leaves every field a text.
set -euo pipefail
package=miller=6.6.0-2+b3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
root/usr/bin/mlr --version
ask() { printf 'a\n%s\n' "$1" | root/usr/bin/mlr --icsv --ojson "${@:2}" cat >out && python3 -m json.tool out >/dev/null 2>&1 && echo valid || echo invalid; }
seen=
for field in 0xff .5 5. 007 +5 NaN 1e3 0.5; do
  word=$(ask "$field")
  echo "$field: $(sed -n 's/^ *"a": //p' out) ($word)"
  seen+="$word "
done
text=$(ask 0xff -S)
echo "0xff with -S: $(sed -n 's/^ *"a": //p' out) ($text)"
[ "$seen" = "invalid invalid invalid valid valid valid valid valid " ] && [ "$text" = valid ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
