#!/usr/bin/env bash
# pino-gelf 2.2.0 (npm): lines of pino for a Graylog server, with levels of one's own (25 verbose, 35 notice), and with level and time as texts.
# Expected: the severity of syslog next to the level (notice is 5), a number stays one, and the time of the line is sent. Seen: each level that isn't
# pino's own is 2, critical, 25 below info too; a level as text ("warn", pino's formatters.level) is sent without a level, which GELF takes for 1,
# alert; pino's isoTime is sent without a time, so that it gets that of its arrival; the number 0.25 is the text "0.25".
# So: alerts on the severity of such a stream page for verbose lines; its level and time are believed only where the line itself says the same.
set -euo pipefail
package=pino-gelf@2.2.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { spawn } = require("child_process"), { createSocket } = require("dgram"), { unzipSync } = require("zlib");
const lines = [{ level: 30, time: 1780304400123 }, { level: 25, time: 1780304400123, took: 0.25 }, { level: 35, time: 1780304400123 },
  { level: "warn", time: 1780304400123 }, { level: 30, time: "2026-06-01T09:00:00.123Z" }].map(line => ({ ...line, msg: "m", hostname: "h" }));
const found = ["level 6 timestamp 1780304400.123 took undefined", 'level 2 timestamp 1780304400.123 took "0.25"',
  "level 2 timestamp 1780304400.123 took undefined", "level undefined timestamp 1780304400.123 took undefined",
  "level 6 timestamp undefined took undefined"];
const seen = [], server = createSocket("udp4");
const end = code => { sender.kill(); server.close(); process.exit(code); };
let sender;
server.on("message", bytes => {
  const message = JSON.parse(bytes[0] === 0x7b ? bytes : unzipSync(bytes));
  seen.push(`level ${message.level} timestamp ${message.timestamp} took ${JSON.stringify(message._took)}`);
  console.log(JSON.stringify(lines[seen.length - 1]), "->", seen.at(-1));
  if (seen.length === lines.length) end(seen.join() === found.join() ? 0 : 1);
  else sender.stdin.write(JSON.stringify(lines[seen.length]) + "\n");
});
server.bind(0, "127.0.0.1", () => {
  sender = spawn("node_modules/.bin/pino-gelf", ["log", "-h", "127.0.0.1", "-p", String(server.address().port)], { stdio: ["pipe", "ignore", "inherit"] });
  sender.stdin.write(JSON.stringify(lines[0]) + "\n");
  setTimeout(() => end(2), 20000);
});
J
echo "pino-gelf $(node -p "JSON.parse(fs.readFileSync('node_modules/pino-gelf/package.json')).version")"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "pino-gelf sends nothing"; exit 2; }
echo "changed"; exit 1
