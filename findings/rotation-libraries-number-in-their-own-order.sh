#!/usr/bin/env bash
# winston-daily-rotate-file 5.0.0 and rotating-file-stream 3.2.10 (npm), rotation by size and three files to keep: the numbers of their files.
# Expected: as with logrotate, app.log is written to and a higher number is older; or a higher number is always later. Seen: winston-daily-rotate-file
# writes into the file with the highest number, and the one without a number is the oldest, soon gone. rotating-file-stream takes the first number
# that is free, and the oldest file that it removes frees its number again: 01 has later lines than 04, and 04 is the oldest of all.
# So: the files of one log are put in order by the times of their lines or of their last change, never by number; a tail looks which one grows.
set -euo pipefail
packages=(winston@3.19.0 winston-daily-rotate-file@5.0.0 rotating-file-stream@3.2.10)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.mjs <<'J'
import fs from "fs";
import winston from "winston";
import DailyRotateFile from "winston-daily-rotate-file";
import { createStream } from "rotating-file-stream";
const pause = ms => new Promise(done => setTimeout(done, ms));
const line = (n, length) => `line ${String(n).padStart(2, "0")} `.padEnd(length, ".");
const lines = (folder, name) => fs.readFileSync(`${folder}/${name}`, "utf8").match(/(?<=line )\d+/g).join(" ");
async function written(folder) {
  const transport = new DailyRotateFile({ dirname: folder, filename: "app-%DATE%.log", datePattern: "YYYY", maxSize: "1k", maxFiles: 3,
    format: winston.format.printf(({ message }) => message) });
  const logger = winston.createLogger({ transports: [transport] });
  for (let n = 0; n < 12; n++) { logger.info(line(n, 500)); await pause(60); }
  await pause(300);
  logger.close();
  return fs.readdirSync(folder).filter(name => name.startsWith("app")).sort().map(name => `${name.slice(13)}: ${lines(folder, name)}`);
}
async function numbered(folder) {
  const stream = createStream("app.log", { path: folder, size: "40B", maxFiles: 3 });
  for (let n = 0; n < 13; n++) { await new Promise(done => stream.write(line(n, 21) + "\n", done)); await pause(30); }
  await new Promise(done => stream.end(done));
  return fs.readdirSync(folder).filter(name => /^\d.*app\.log$/.test(name)).sort().map(name => `${name.split("-")[2]}: ${lines(folder, name)}`);
}
const seen = [(await written("winston")).join(", ")];
for (let attempt = 1; attempt <= 3 && seen.length < 2; attempt++) {
  // The numbers begin again with each minute.
  const minute = new Date().getMinutes(), files = await numbered(`stream${attempt}`);
  if (new Date().getMinutes() === minute) seen.push(files.join(", "));
}
console.log(seen.join("\n"));
process.exit(seen.join("; ") === "1: 03 04 05, 2: 06 07 08, 3: 09 10 11; 01: 08 09, 02: 10 11, 04: 06 07" ? 0 : 1);
J
for name in winston-daily-rotate-file rotating-file-stream; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; TZ=UTC node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
