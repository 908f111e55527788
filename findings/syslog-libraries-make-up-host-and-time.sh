#!/usr/bin/env bash
# glossy 0.1.7 and nsyslog-parser 0.10.1 (npm): a line as rsyslog forwards it by default (<pri>ISO time, host, tag), and text with a bracket.
# Expected: time, host and text as they stand, or none of them. Seen: glossy takes a word of the text for the host and has no time; nsyslog-parser
# gives the line the time at which it is read and no host; of "- text [c z="3"] end" it takes the bracket for structured data and drops the end.
# So: a record from such a reader is tied to its line again: a host that no source has, or a time equal to the time of reading, is doubted.
set -euo pipefail
packages=(glossy@0.1.7 nsyslog-parser@0.10.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const glossy = require("glossy").Parse, nsyslog = require("nsyslog-parser");
const line = "<13>2026-05-06T07:08:09+02:00 web1 app: disk is full", before = Date.now();
let first;
glossy.parse(line, record => { first = record; });
const second = nsyslog(line);
const third = nsyslog('<34>1 2026-05-06T07:08:09Z web1 app 12 id - text [c z="3"] end');
const isNow = second.ts >= before && second.ts <= Date.now();
console.log(`glossy: host ${first.host}, time ${first.time}, text "${first.message}"`);
console.log(`nsyslog-parser: host "${second.host}", time is now: ${isNow}, text "${second.message}"`);
console.log(`nsyslog-parser: structured data ${JSON.stringify(third.structuredData)}, text "${third.message}"`);
const isFound = first.host === "disk" && first.time === undefined && first.message === "is full" && second.host === "" && isNow
  && JSON.stringify(third.structuredData) === '[{"$id":"c","z":"3"}]' && third.message === "text";
process.exit(isFound ? 0 : 1);
J
for name in glossy nsyslog-parser; do echo "$name $(node -p "require('$name/package.json').version")"; done
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
