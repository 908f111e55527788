#!/usr/bin/env bash
# pino-loki 3.0.0 and winston-loki 6.1.7 (npm): what reaches Loki of pino's own isoTime, of a property 500 as a label, of a level above fatal, and of
# a label 0.
# Expected: nanoseconds as a text, labels as texts, the highest level that Loki's names have. Seen: "NaN" for the time, 500 and 0 as numbers, which
# Loki refuses together with every other line of the batch; and "info" for a level 70 that is called alert.
# So: a hole in the lines of one program while others go on may be a refused batch, and level=info may hide the worst of them.
set -euo pipefail
packages=(pino-loki@3.0.0 pino@10.4.0 winston-loki@6.1.7 winston@3.19.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.mjs <<'J'
import http from "http";
import pino from "pino";
import winston from "winston";
import WinstonLoki from "winston-loki";
const streams = [];
const server = http.createServer((request, answer) => {
  let body = "";
  request.on("data", part => body += part).on("end", () => { streams.push(...JSON.parse(body).streams); answer.writeHead(204).end(); });
});
await new Promise(done => server.listen(0, "127.0.0.1", done));
const host = `http://127.0.0.1:${server.address().port}`;
const wait = async count => { for (let n = 0; n < 200 && streams.length < count; ++n) await new Promise(done => setTimeout(done, 50)); };
const transport = pino.transport({ target: "pino-loki", options: { host, batching: { interval: 1 }, propsToLabels: ["status"] } });
const logger = pino({ timestamp: pino.stdTimeFunctions.isoTime, customLevels: { alert: 70 } }, transport);
logger.info({ status: 500 }, "failed");
logger.alert("worst");
await wait(2);
winston.createLogger({ transports: [new WinstonLoki({ host, json: true, interval: 1, labels: { code: 0 } })] }).info("done");
await wait(3);
const seen = streams.map(({ stream, values }) => JSON.stringify({ level: stream.level, label: stream.status ?? stream.code, time: values[0][0].replace(/^\d{19}$/, "ns") }));
console.log(seen.join("\n"));
const found = ['{"level":"info","label":500,"time":"NaN"}', '{"level":"info","time":"NaN"}', '{"level":"info","label":0,"time":"ns"}'];
process.exit(seen.join() === found.join() ? 0 : 1);
J
for name in pino-loki winston-loki; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
