#!/usr/bin/env bash
# logfmt 1.4.0 and @jclem/logfmt2 2.4.3 (npm): a record with a trace of two lines, and one with an address that has = in it, both ways.
# Expected: "\n" in quotes is a line break, as the loggers that write it mean it; = after the first belongs to the value; a record stays on a line.
# Seen: both read \n as n and \t as t, so that "panic\nmain.go" is "panicnmain.go"; logfmt drops each further = of a bare value, logfmt2 begins
# another field there; logfmt writes a line break raw, so that one record becomes two, logfmt2 makes a blank of it.
# So: a trace or an address that went through either isn't searched for as a whole, and a line without fields may be the rest of the one before.
set -euo pipefail
packages=(logfmt@1.4.0 @jclem/logfmt2@2.4.3)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const logfmt = require("logfmt"), logfmt2 = require("@jclem/logfmt2");
const both = { logfmt: [logfmt.parse, logfmt.stringify], logfmt2: [logfmt2.decode, logfmt2.encode] };
const seen = Object.entries(both).map(([name, [read, write]]) => {
  const answers = [read('msg="panic\\n\\tmain.go:7"'), read("path=/a?b=c&d=e"), write({ msg: "panic\nmain.go:7" })].map(given => JSON.stringify(given));
  console.log(`${name}: ${answers.join(" ")}`);
  return answers.join(" ");
});
const found = [String.raw`{"msg":"panicntmain.go:7"} {"path":"/a?bc&de"} "msg=panic\nmain.go:7"`,
  String.raw`{"msg":"panicntmain.go:7"} {"path":"/a?b","c&d":"e"} "msg=\"panic main.go:7\""`];
process.exit(seen.join("|") === found.join("|") ? 0 : 1);
J
for name in logfmt @jclem/logfmt2; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
