#!/usr/bin/env bash
# @pagerduty/pdjs 2.2.4 (npm): all() on lists of several pages in PagerDuty's published form, and get() with a requestTimeout of half a second.
# Expected: an error where a page can't be had; a list by cursor followed through next_cursor; an error after half a second. Seen: where the second
# page answers 500, all() resolves with the status 200 of the first and a list whose last member is undefined; of a list by cursor it brings the
# first page; an answer that takes two seconds is waited for, as the timer does nothing.
# So: incidents that a script on this client counted may be those of the first pages; a member that is undefined is the sign of it.
set -euo pipefail
package=@pagerduty/pdjs@2.2.4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { api } = require("@pagerduty/pdjs");
const pages = {
  "/incidents": at => at ? [500, { error: { code: 2100, message: "Internal Error" } }] : [200, { incidents: [{ id: "P1" }, { id: "P2" }], offset: 0, limit: 2, more: true }],
  "/records": (_, cursor) => [200, { records: [{ id: cursor ?? "R1" }], limit: 1, next_cursor: cursor ? null : "R2" }],
};
const server = require("http").createServer((request, answer) => {
  const asked = new URL(request.url, "http://h"), page = pages[asked.pathname.slice("/api.com".length)];
  const [status, body] = page ? page(Number(asked.searchParams.get("offset")), asked.searchParams.get("cursor")) : [200, { slow: [] }];
  setTimeout(() => answer.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body)), page ? 0 : 2000);
});
server.listen(0, "127.0.0.1", async () => {
  const client = api({ token: "t" }), url = path => ({ url: `http://127.0.0.1:${server.address().port}/api.com${path}` });
  const word = given => given.then(answer => answer, error => `error: ${error.message}`);
  const incidents = await word(client.all("", url("/incidents"))), records = await word(client.all("", url("/records")));
  const began = Date.now(), slow = await word(client.get("", { ...url("/slow"), requestTimeout: 500 })), took = Date.now() - began;
  console.log("second page 500:", incidents.status ?? incidents, incidents.resource);
  console.log("list by cursor:", JSON.stringify(records.data ?? records));
  console.log(`requestTimeout 500: ${slow.status ?? slow} after ${took} ms`);
  const seen = [incidents.status, incidents.resource?.length, incidents.resource?.[2], records.data?.length, slow.status, took >= 2000];
  process.exit(seen.join() === "200,3,,1,200,true" ? 0 : 1);
});
J
echo "pdjs $(node -p 'JSON.parse(fs.readFileSync("node_modules/@pagerduty/pdjs/package.json")).version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
