#!/usr/bin/env bash
# gray-matter 4.0.3 (npm): runbooks whose front matter is broken, is never closed, or is none at all.
# Expected: broken YAML is an error each time that the file is read; without a closing line, or between two rulers, there is no front matter.
# Seen: the error comes once, and the second reading of the same text gives no data and the whole file as its body, as if all were well; without a
# closing line the whole file is data and the body empty; the steps between two rulers at the beginning go away as data; what a program changes in
# the data of one file is in the data of the next one with the same text.
# So: a runbook that shows no owner, or no steps, is held against its file; front matter is closed, a mapping, and read afresh each time.
set -euo pipefail
package=gray-matter@4.0.3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const matter = require("gray-matter");
const read = (name, text) => {
  let seen;
  try { const { data, content } = matter(text); seen = JSON.stringify([data, content]); } catch (error) { seen = error.name; }
  console.log(`${name}: ${seen}`);
  return seen;
};
const broken = "---\nowner: [db\n---\n# Stop\n", whole = "---\nowner: db\n---\n";
const seen = [read("broken", broken), read("broken, again", broken), read("never closed", "---\nowner: db\n"),
  read("two rulers", "---\n\nFirst: stop it\n\n---\n\nThen start it\n")];
matter(whole).data.owner = "web";
seen.push(read("after a change", whole));
const found = ["YAMLException", JSON.stringify([{}, broken]), '[{"owner":"db"},""]',
  '[{"First":"stop it"},"\\nThen start it\\n"]', '[{"owner":"web"},""]'];
process.exit(seen.join() === found.join() ? 0 : 1);
J
echo "gray-matter $(node -p 'require("gray-matter/package.json").version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
