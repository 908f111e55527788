#!/usr/bin/env bash
# turndown 7.2.5 with turndown-plugin-gfm 1.0.2 (npm): the HTML of a wiki's runbook as Markdown, and that Markdown as HTML again with marked 18.2.1.
# Expected: the runbook says the same as before. Seen: the box of a step is kept where it stands in the item itself and lost, with its tick, where
# the item has a paragraph or a label, as each list with blank lines has; "delete pod <name>" comes as an element called name, so that a reader sees
# "delete pod"; a pipe in a cell isn't escaped, so that "ps | grep x" loses "grep x" to the next column and the cell there to nothing.
# So: a runbook that was converted is compared with the page that it came from, first its boxes, its <names> and its tables.
set -euo pipefail
packages=(turndown@7.2.5 turndown-plugin-gfm@1.0.2 marked@18.2.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const Turndown = require("turndown"), { gfm } = require("turndown-plugin-gfm");
const box = '<input type="checkbox" checked>';
const pages = { item: `<ul><li>${box} done</li></ul>`, paragraph: `<ul><li><p>${box} done</p></li></ul>`, label: `<ul><li><label>${box} done</label></li></ul>`,
  name: "<p>delete pod &lt;name&gt; now</p>", table: "<table><thead><tr><th>run</th><th>then</th></tr></thead><tbody><tr><td>ps | grep x</td><td>wait</td></tr></tbody></table>" };
import("marked").then(({ marked }) => {
  const seen = Object.entries(pages).map(([name, html]) => {
    const text = new Turndown().use(gfm).turndown(html);
    const cells = [...marked.parse(text).matchAll(/<td>(.*?)<\/td>/g)].map(match => match[1]).join("|");
    const read = cells || marked.parse(text).replace(/<input[^>]*>/g, "[x]").replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();
    console.log(`${name}: ${JSON.stringify(text)} is read as "${read}"`);
    return read;
  });
  process.exit(seen.join(";") === "[x] done;done;done;delete pod now;ps|grep x" ? 0 : 1);
});
J
for name in turndown turndown-plugin-gfm; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
