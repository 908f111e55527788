#!/usr/bin/env bash
# codeowners 5.1.1, codeowners-utils 1.0.2 and @snyk/github-codeowners 1.1.0 (npm), which say who owns a file by a CODEOWNERS.
# Expected, as GitHub's page about code owners says: docs/* is what lies in docs and not deeper; what follows # behind an owner is a comment; a blank in a
# path stands behind a backslash. Seen: docs/* owns docs/deep/b.txt in the first two, whose rules are those of .gitignore; the words of a comment are
# owners in the first, and an error that takes the whole file in the third; a path with a blank matches nothing in the first two, so that the owner of
# everything has it, and is again such an error in the third.
# So: owners that such a library worked out are looked at for folders below folders, comments and blanks before a review rests on them.
set -euo pipefail
packages=(codeowners@5.1.1 codeowners-utils@1.0.2 @snyk/github-codeowners@1.1.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const { mkdirSync, readFileSync, writeFileSync } = require("fs");
const Codeowners = require("codeowners");
const { parse, matchFile } = require("codeowners-utils");
const { OwnershipEngine } = require("@snyk/github-codeowners/dist/lib/ownership");
const readers = {
  codeowners: folder => { const owners = new Codeowners(folder); return path => owners.getOwner(path); },
  "codeowners-utils": folder => { const rules = parse(readFileSync(`${folder}/CODEOWNERS`, "utf8")); return path => matchFile(path, rules)?.owners; },
  "@snyk/github-codeowners": folder => { const engine = OwnershipEngine.FromCodeownersFile(`${folder}/CODEOWNERS`); return path => engine.calcFileOwnership(path); },
};
const questions = [
  ["* @all\ndocs/* @guide\n", "docs/deep/b.txt"],
  ["* @all\n/build/ @ops #keep the logs\n", "build/z.log"],
  ["* @all\n/with\\ space/ @space\n", "with space/f.txt"],
];
console.error = () => {};
const seen = questions.map(([rules, path], i) => {
  mkdirSync(`q${i}`);
  writeFileSync(`q${i}/CODEOWNERS`, rules);
  return Object.entries(readers).map(([name, read]) => {
    let owners;
    try { owners = read(`q${i}`)(path).join(" "); } catch { owners = "error"; }
    console.log(`${path}: ${name} says ${owners}`);
    return owners;
  }).join(", ");
});
process.exit(seen.join("|") === "@guide, @guide, @all|@ops #keep the logs, @ops, error|@all, @all, error" ? 0 : 1);
J
for name in codeowners codeowners-utils @snyk/github-codeowners; do
  echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"
done
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
