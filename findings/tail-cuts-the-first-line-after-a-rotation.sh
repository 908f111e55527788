#!/usr/bin/env bash
# tail 2.2.6 (npm), following a file that logrotate renames and makes anew, the first lines a second or more later.
# Expected: all lines of the new file, from its start. Seen: it goes on at the place where the old file ended: the first 13 bytes of the new one are
# left out where the old one had 13, so that a line is cut ("t" of "new file first") or a short one lost. With useWatchFile the same happens where
# the new file has lines before it is looked at. Where the file was named without its folder, nothing more comes. There is never an error.
# So: a feed of log lines from it begins with a part of a line after each rotation, or is silent; lines of that time are looked up in the file.
set -euo pipefail
package=tail@2.2.6
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { Tail } = require("tail"), fs = require("fs");
const pause = ms => new Promise(done => setTimeout(done, ms));
async function followed(file, options, first) {
  fs.writeFileSync(file, "old line\n");
  const tail = new Tail(file, options), lines = [];
  tail.on("line", line => lines.push(line));
  tail.on("error", error => lines.push(`error ${error}`));
  await pause(500);
  fs.appendFileSync(file, "one\n");
  await pause(700);
  fs.renameSync(file, `${file}.1`);
  fs.writeFileSync(file, options.useWatchFile ? first : "");
  await pause(2500);
  if (!options.useWatchFile) fs.appendFileSync(file, first);
  await pause(700);
  fs.appendFileSync(file, "last\n");
  await pause(1500);
  tail.unwatch();
  return lines.join(", ");
}
(async () => {
  const watch = { useWatchFile: true, fsWatchOptions: { interval: 100 } };
  const seen = await Promise.all([followed(`${process.cwd()}/a.log`, {}, "new file first\n"),
    followed(`${process.cwd()}/b.log`, {}, "first\nlater\nthird\n"), followed(`${process.cwd()}/c.log`, watch, "new file first\n"), followed("d.log", {}, "first\n")]);
  console.log(seen.join("\n"));
  process.exit(seen.join("; ") === "one, t, last; one, hird, last; one, t, last; one" ? 0 : 1);
})();
J
echo "tail $(node -p "JSON.parse(fs.readFileSync('node_modules/tail/package.json')).version")"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
