#!/usr/bin/env bash
# @sigyn/logql 2.2.0 (npm): queries of Loki's language, read and written out again.
# Expected: the same query, or an error. Seen: a label that is compared behind "| json" is compared before it, and becomes a part of the stream
# selector, which no stream has; a query without a line filter gets its own text as one; an escaped quote cuts a text; line_format goes away.
# So: a query that went through such a builder finds nothing without an error; it is compared with the text that was meant before it is believed.
set -euo pipefail
package=@sigyn/logql@2.2.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.mjs <<'J'
import { LogQL } from "@sigyn/logql";
const queries = ['{app="a"} |= `x`', '{app="a"} |= `x` | json | level="error"', '{app="a"} |= `x` | json | level = "error"', '{app="a"} | logfmt',
  '{app="a"} |= "say \\"x\\""', '{app="a"} |= `x` | line_format "{{.msg}}"'];
const seen = queries.map(query => `${new LogQL(query)}`);
queries.forEach((query, at) => console.log(`${query}  becomes  ${seen[at]}`));
const found = ['{app="a"} |= `x`', '{app="a",level="error"} |= `x` | level = "error" | json', '{app="a"} |= `x` | level = "error" | json',
  '{app="a"} |= `{app="a"} | logfmt` | logfmt', '{app="a"} |= `say \\`', '{app="a"} |= `x`'];
process.exit(seen.join() === found.join() ? 0 : 1);
J
echo "@sigyn/logql $(node -p 'JSON.parse(fs.readFileSync("node_modules/@sigyn/logql/package.json")).version')"
code=0; node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
