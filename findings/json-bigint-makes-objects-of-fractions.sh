#!/usr/bin/env bash
# json-bigint 1.0.0 (npm): lines of a log whose times are seconds with a fraction (zap writes them so), read with it since they have 64-bit ids too.
# Expected: whole numbers beyond 2^53 become BigNumbers, all others are numbers. Seen: each number of more than 15 characters becomes an object,
# 1780304400.123456 with its six places too, and 1780304400.5 doesn't: two lines of one log have times of two kinds. Adding a second to the object
# adds the digit behind it (1780304400.1234561), and Number.isFinite says that it is none. With useNativeBigInt the whole line is refused.
# So: a time that such a reader passed on counts only after Number(); a chart of these lines has gaps where the digits are many, and a relay that has
# useNativeBigInt lacks lines.
set -euo pipefail
package=json-bigint@1.0.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const Reader = require("json-bigint");
const numbers = ["1780304400.5", "1780304400.123456", "0.00012345678901234"];
const seen = numbers.map(text => {
  const { ts } = Reader.parse(`{"ts":${text}}`);
  return `${text}: ${typeof ts}, finite ${Number.isFinite(ts)}, one later ${ts + 1}`;
});
seen.push(...numbers.map(text => {
  try { return `${text} with useNativeBigInt: ${Reader({ useNativeBigInt: true }).parse(`{"ts":${text}}`).ts}`; }
  catch (error) { return `${text} with useNativeBigInt: ${error.message}`; }
}));
console.log(seen.join("\n"));
const found = ["1780304400.5: number, finite true, one later 1780304401.5", "1780304400.123456: object, finite false, one later 1780304400.1234561",
  "0.00012345678901234: object, finite false, one later 0.000123456789012341", "1780304400.5 with useNativeBigInt: 1780304400.5",
  "1780304400.123456 with useNativeBigInt: Cannot convert 1780304400.123456 to a BigInt",
  "0.00012345678901234 with useNativeBigInt: Cannot convert 0.00012345678901234 to a BigInt"];
process.exit(seen.join() === found.join() ? 0 : 1);
J
echo "json-bigint $(node -p "JSON.parse(fs.readFileSync('node_modules/json-bigint/package.json')).version")"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
