#!/usr/bin/env bash
# simple-git 4.0.2 (npm): tags().latest in repositories with the tags of some releases.
# Expected: the newest by version, or by date, and never a candidate beside its release. Seen: v1.10.0-rc.1 where v1.10.0 and v2 are there too, since
# it sorts a candidate behind its release and passes over tags without a dot; nothing at all where tags are release-11 and release-12; and
# api/v1.11.0, the tag of another part.
# So: "deployed is behind the latest release" from such a tool is checked against the tags themselves; the order of releases is an own one.
set -euo pipefail
package=simple-git@4.0.2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.mjs <<'J'
import { execFileSync } from "child_process";
import { simpleGit } from "simple-git";
const seen = [];
for (const tags of ["v1.9.0 v1.10.0-rc.1 v1.10.0 v2", "release-11 release-12", "v1.9.9 v1.10.0 api/v1.11.0"]) {
  const folder = `repository-${seen.length}`, git = (...words) => execFileSync("git", ["-C", folder, ...words], { stdio: "pipe" });
  execFileSync("git", ["init", "-q", folder]);
  git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "one");
  for (const tag of tags.split(" ")) git("tag", tag);
  const { latest } = await simpleGit(folder).tags();
  console.log(`${tags}: the latest is ${latest}`);
  seen.push(latest);
}
process.exit(JSON.stringify(seen) === JSON.stringify(["v1.10.0-rc.1", undefined, "api/v1.11.0"]) ? 0 : 1);
J
echo "simple-git $(node -p 'JSON.parse(fs.readFileSync("node_modules/simple-git/package.json")).version')"
code=0; GIT_CONFIG_GLOBAL=/dev/null node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
