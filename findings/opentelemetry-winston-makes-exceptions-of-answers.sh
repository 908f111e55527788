#!/usr/bin/env bash
# @opentelemetry/winston-transport 0.34.0 with sdk-logs 0.223.1 and winston 3.19.0 (npm): lines of level info.
# Expected: only an Error becomes an exception; code, name and error of a line stay its attributes. Seen: { code: 200 } gives exception.type 200,
# { name: "worker" } exception.type worker, { error: 0 } exception.message 0 in place of the attribute, and a word behind the message
# exception.message. The same field within the first argument, or of a child logger, makes none.
# So: lines with exception.type or exception.message are not counted as exceptions; a stack, or the level, has to say so too.
set -euo pipefail
packages=(@opentelemetry/winston-transport@0.34.0 @opentelemetry/sdk-logs@0.223.1 @opentelemetry/api-logs@0.223.1 winston@3.19.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const winston = require("winston");
const { OpenTelemetryTransportV3 } = require("@opentelemetry/winston-transport");
const { logs } = require("@opentelemetry/api-logs");
const { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } = require("@opentelemetry/sdk-logs");
const exporter = new InMemoryLogRecordExporter();
logs.setGlobalLoggerProvider(new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] }));
const logger = winston.createLogger({ transports: [new OpenTelemetryTransportV3()] });
logger.info("answered", { code: 200 });
logger.info("started", { name: "worker" });
logger.info("done", { error: 0 });
logger.info("paid", "order 17");
logger.info({ message: "answered", code: 200 });
logger.child({ name: "worker" }).info("started");
const seen = exporter.getFinishedLogRecords().map(record => `${record.severityText} ${record.body}: ${JSON.stringify(record.attributes)}`);
console.log(seen.join("\n"));
const expected = ['info answered: {"code":200,"exception.type":"200"}', 'info started: {"name":"worker","exception.type":"worker"}', 'info done: {"exception.message":"0"}',
  'info paid: {"exception.message":"order 17"}', 'info answered: {"code":200}', 'info started: {"name":"worker"}'];
process.exit(seen.join() === expected.join() ? 0 : 1);
J
echo "winston-transport $(node -p 'JSON.parse(fs.readFileSync("node_modules/@opentelemetry/winston-transport/package.json")).version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
