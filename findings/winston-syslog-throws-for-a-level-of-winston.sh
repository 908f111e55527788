#!/usr/bin/env bash
# winston-syslog 2.7.1 with winston 3.19.0 (npm): a logger with winston's own levels, a transport to syslog and a file.
# Expected: as its README says, a level that syslog does not have (verbose, http, silly) is ignored there, and the file has every line. Seen: the call
# that logs such a line throws "Cannot log unknown syslog level" into the program, each time, and the first of them is not in the file either.
# So: a program that dies when its log is made more verbose may die of its log; that lines are missing in one place says nothing of the other.
set -euo pipefail
packages=(winston-syslog@2.7.1 winston@3.19.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const winston = require("winston");
require("winston-syslog");
const dgram = require("dgram"), fs = require("fs");
const socket = dgram.createSocket("udp4"), received = [];
socket.on("message", message => received.push(message.toString().match(/"level":"(\w+)"/)[1]));
socket.bind(0, "127.0.0.1", async () => {
  const pause = () => new Promise(done => setTimeout(done, 200));
  const logger = winston.createLogger({ level: "silly", transports: [
    new winston.transports.Syslog({ host: "127.0.0.1", port: socket.address().port, protocol: "udp4" }),
    new winston.transports.File({ filename: "all.log" })] });
  const said = [];
  for (const level of ["info", "verbose", "warn", "http", "silly", "error"]) {
    try { logger.log(level, "line"); } catch (error) { said.push(`${level}: ${error.message}`); }
    await pause();
  }
  const written = fs.readFileSync("all.log", "utf8").trim().split("\n").map(line => JSON.parse(line).level);
  console.log(said.join("\n"));
  console.log(`syslog: ${received}\nfile: ${written}`);
  const threw = said.length === 3 && said.every(text => text.includes("Cannot log unknown syslog level"));
  process.exit(threw && `${received}` === "info,warn,error" && `${written}` === "info,warn,http,silly,error" ? 0 : 1);
});
J
echo "winston-syslog $(node -p 'JSON.parse(fs.readFileSync("node_modules/winston-syslog/package.json")).version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
