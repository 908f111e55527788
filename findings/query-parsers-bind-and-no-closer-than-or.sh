#!/usr/bin/env bash
# liqe 3.8.7 and lucene 2.1.1 (npm): searches of lines with AND and OR in one sentence, without brackets, and with a minus before a field.
# Expected: AND binds closer than OR, and -host:web is "not web". Seen: liqe goes from left to right, so that "level:error OR host:web AND status:500"
# leaves out an error with 503; lucene's tree goes from right to left, so that "a AND b OR c" is a AND (b OR c), and its -host:web is a field called
# -host. In liqe a status that is the text 500 answers to status:500 but not to status:>=500.
# So: a search that was built with either is taken over with brackets around each part, and the count of its answers is compared.
set -euo pipefail
packages=(liqe@3.8.7 lucene@2.1.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const { filter, parse } = require("liqe"), lucene = require("lucene");
const lines = [{ n: 1, level: "error", host: "web", status: 500 }, { n: 2, level: "error", host: "db", status: 503 }, { n: 3, level: "info", host: "web", status: "500" }];
const draw = node => node.operator ? `(${draw(node.left)} ${node.operator} ${draw(node.right)})` : `${node.field === "<implicit>" ? "" : `${node.field}=`}${node.term}`;
const seen = [];
for (const text of ["level:error OR host:web AND status:500", "level:error OR (host:web AND status:500)", "status:500", "status:>=500"]) {
  seen.push(filter(parse(text), lines).map(line => line.n).join(" "));
  console.log(`liqe, ${text}: lines ${seen.at(-1)}`);
}
for (const text of ["a AND b OR c", "a OR b AND c", "level:error AND -host:web"]) {
  seen.push(draw(lucene.parse(text)));
  console.log(`lucene, ${text}: ${seen.at(-1)}`);
}
const found = ["1 3", "1 2 3", "1 3", "1 2", "(a AND (b OR c))", "(a OR (b AND c))", "(level=error AND -host=web)"];
process.exit(seen.join("|") === found.join("|") ? 0 : 1);
J
for name in liqe lucene; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
