#!/usr/bin/env bash
# notify-send 0.8.1 (libnotify-bin, Debian 12): a summary and a body with backslashes, as a matcher or a Windows path has them.
# Expected: the notification daemon gets both as they stand. Seen: the summary does, but the body is read as an escaped text of C: \d becomes d,
# \temp a tab and "emp", \101 an A, and a backslash at the end goes away. A hint boolean:transient:yes is false without a word.
# So: a script that tells of an alert doubles each backslash of the body and none of the summary; a program of ours talks to the daemon itself.
set -euo pipefail
packages=(libnotify-bin=0.8.1-1 libnotify4=0.8.1-1)
npm=dbus-next@0.10.2
command -v dbus-run-session >/dev/null || { echo "dbus-run-session is missing"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
npm install --no-audit --no-fund --ignore-scripts "$npm" >/dev/null 2>&1 || { echo "cannot get $npm"; exit 2; }
LD_LIBRARY_PATH=$(dirname "$(find "$work/root" -name 'libnotify.so.4' | head -1)")
export LD_LIBRARY_PATH
cat >ask.cjs <<'J'
const { execFileSync, execFile } = require("child_process"), dbus = require("dbus-next");
const send = "root/usr/bin/notify-send", heard = [];
class Daemon extends dbus.interface.Interface {
  GetServerInformation() { return ["listener", "none", "1", "1.2"]; }
  GetCapabilities() { return ["body"]; }
  Notify(app, id, icon, summary, body, actions, hints) { return heard.push([summary, body, hints.transient?.value]); }
}
Daemon.configureMembers({ methods: { GetServerInformation: { outSignature: "ssss" }, GetCapabilities: { outSignature: "as" },
  Notify: { inSignature: "susssasa{sv}i", outSignature: "u" } } });
(async () => {
  console.log(execFileSync(send, ["--version"]).toString().trim().replace("root/usr/bin/", ""));
  const bus = dbus.sessionBus();
  bus.export("/org/freedesktop/Notifications", new Daemon("org.freedesktop.Notifications"));
  await bus.requestName("org.freedesktop.Notifications");
  const run = (...words) => new Promise(done => execFile(send, words, { timeout: 10000 }, done));
  for (const text of [String.raw`5\d+`, String.raw`D:\temp`, String.raw`x\101`, "end\\"]) await run(text, text);
  await run("-h", "boolean:transient:yes", "hint");
  for (const one of heard) console.log(JSON.stringify(one));
  const found = [["5\\d+", "5d+", null], ["D:\\temp", "D:\temp", null], ["x\\101", "xA", null], ["end\\", "end", null], ["hint", "", false]];
  process.exit(JSON.stringify(heard) === JSON.stringify(found) ? 0 : 1);
})();
J
code=0; dbus-run-session -- node ask.cjs 2>log || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
