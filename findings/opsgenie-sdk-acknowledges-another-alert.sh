#!/usr/bin/env bash
# opsgenie-sdk 0.5.1 (npm): acknowledge() by aliases such as job#1, host/disk and "full?", and a request that fails, with maxAttempts: 1.
# Expected: the alias escaped in /v2/alerts/{identifier}/acknowledge, as the published interface wants it, and one attempt. Seen: of job#1 the # and
# all behind it stays here, so that the request goes to the alert "job", without the verb and by id, not by alias; host/disk and "full?" name other
# paths; and a failed request is tried again after five seconds, as maxAttempts isn't used.
# So: an acknowledgement from a script on it is read back from the alert; aliases with # / ? are the ones to look at.
set -euo pipefail
package=opsgenie-sdk@0.5.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const client = require("opsgenie-sdk"), asked = [];
const server = require("http").createServer((request, answer) => {
  asked.push(`${request.method} ${request.url}`);
  request.resume().on("end", () => answer.writeHead(request.url.includes("busy") ? 500 : 202, { "Content-Type": "application/json" }).end('{"result":"Request will be processed"}'));
});
const log = console.log;
server.listen(0, "127.0.0.1", async () => {
  client.configure({ host: `http://127.0.0.1:${server.address().port}`, api_key: "k", maxAttempts: 1, retryDelay: 100 });
  const acknowledge = identifier => new Promise(done => client.alertV2.acknowledge({ identifier, identifierType: "alias" }, { user: "ana" }, done));
  for (const alias of ["plain", "job#1", "host/disk", "full?"]) {
    await acknowledge(alias);
    log(`${alias}: ${asked.at(-1)}`);
  }
  const before = asked.length;
  acknowledge("busy");
  await new Promise(done => setTimeout(done, 8000));
  log(`attempts in 8 s with maxAttempts 1: ${asked.length - before}`);
  const verb = "acknowledge/?identifierType=alias";
  const found = [`POST /v2/alerts/plain/${verb}`, "POST /v2/alerts/job", `POST /v2/alerts/host/disk/${verb}`, `POST /v2/alerts/full?/${verb}`];
  process.exit(asked.slice(0, 4).join() === found.join() && asked.length - before === 2 ? 0 : 1);
});
J
echo "opsgenie-sdk $(node -p 'JSON.parse(fs.readFileSync("node_modules/opsgenie-sdk/package.json")).version')"
code=0; node ask.cjs 2>/dev/null || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
