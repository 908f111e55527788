#!/usr/bin/env bash
# conventional-commits-parser 6.4.0 (npm): commits in the form of Conventional Commits 1.0.0 that say with ! that something breaks.
# Expected: type feat, scope api, and a note of what breaks, as for a footer BREAKING CHANGE. Seen: with ! before the colon it reads nothing: no type, no
# scope, no subject, no note; the commit that most needs to be in a list of changes is the one without a type. The options that read it are in a
# package of its own (conventional-changelog-conventionalcommits).
# So: a change list made with it that shows no breaking change says nothing; a commit without a type is shown, and its first line searched for "!:".
set -euo pipefail
package=conventional-commits-parser@6.4.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.mjs <<'J'
import { CommitParser } from "conventional-commits-parser";
const seen = ["feat(api): add v2", "feat(api)!: drop v1", "fix!: close the port", "feat: add v2\n\nBREAKING CHANGE: v1 is gone"].map(text => {
  const { type, scope, subject, notes } = new CommitParser().parse(text);
  const words = `type ${type ?? "-"}, scope ${scope ?? "-"}, subject ${subject ?? "-"}, notes ${notes.length}`;
  console.log(`${JSON.stringify(text)}: ${words}`);
  return words;
});
const found = ["type feat, scope api, subject add v2, notes 0", "type -, scope -, subject -, notes 0", "type -, scope -, subject -, notes 0",
  "type feat, scope -, subject add v2, notes 1"];
process.exit(seen.join() === found.join() ? 0 : 1);
J
echo "conventional-commits-parser $(node -p "JSON.parse(fs.readFileSync('node_modules/conventional-commits-parser/package.json')).version")"
code=0; node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
