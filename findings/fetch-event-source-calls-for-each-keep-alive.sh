#!/usr/bin/env bash
# @microsoft/fetch-event-source 2.0.1 and eventsource-parser 3.1.1 (npm): a stream of events with two comments that keep it open and one event.
# Expected: one message, as the standard of server-sent events has it: a block without data is none, and a message carries the last id that was
# given, in its own block or before. Seen: fetch-event-source calls onmessage for each comment, for an id or a retry alone and for an event without
# data, with data "", which is no JSON. eventsource-parser calls once. Both give the message no id where it came in a block before, as a server sends
# a mark of where to go on.
# So: messages without data are passed over before JSON is read, else each keep-alive looks like a broken event; the last id is kept by oneself.
set -euo pipefail
packages=(@microsoft/fetch-event-source@2.0.1 eventsource-parser@3.1.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.mjs <<'J'
import http from "http";
import { createRequire } from "module";
import { createParser } from "eventsource-parser";
const require = createRequire(import.meta.url);
const stream = ": keep-alive\n\nid: 7\n\ndata: {\"alert\":1}\n\n:\n\nretry: 5000\n\nevent: ping\n\n";
globalThis.window = globalThis;
globalThis.document = { hidden: false, addEventListener() {}, removeEventListener() {} };
const { fetchEventSource } = require("@microsoft/fetch-event-source");
const server = http.createServer((question, answer) => answer.writeHead(200, { "Content-Type": "text/event-stream" }).end(stream));
await new Promise(ready => server.listen(0, "127.0.0.1", ready));
const seen = { "fetch-event-source": [], "eventsource-parser": [] };
await fetchEventSource(`http://127.0.0.1:${server.address().port}/`, {
  fetch: globalThis.fetch, onmessage: message => seen["fetch-event-source"].push(`${message.data}#${message.id}`),
  onclose() {}, onerror(error) { throw error; } });
server.close();
createParser({ onEvent: event => seen["eventsource-parser"].push(`${event.data}#${event.id}`) }).feed(stream);
for (const [name, messages] of Object.entries(seen)) console.log(`${name}: ${messages.length} ${JSON.stringify(messages)}`);
const found = { "fetch-event-source": ["#", "#7", '{"alert":1}#', "#", "#", "#"], "eventsource-parser": ['{"alert":1}#undefined'] };
process.exit(JSON.stringify(seen) === JSON.stringify(found) ? 0 : 1);
J
for name in @microsoft/fetch-event-source eventsource-parser; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
code=0; node ask.mjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
