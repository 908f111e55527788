#!/usr/bin/env bash
# node-statsd 0.1.1, statsd-client 0.4.7 and hot-shots 17.1.1 (npm): what goes over the wire for increment by 0 and by -2, and for a gauge of -5.
# Expected: a:0|c or nothing, a:-2|c, and two lines that set the gauge, as -5 alone means "5 less". Seen: node-statsd sends 1 for 0, so that
# "increment by the number of errors" counts one where there was none; statsd-client sends 2 for -2; all three send g:-5|g, so that a temperature of
# -5 that is told each minute falls by 5 each minute.
# So: a counter that grows by one at each beat may be a zero; a gauge that falls in even steps may be a value below zero.
set -euo pipefail
packages=(node-statsd@0.1.1 statsd-client@0.4.7 hot-shots@17.1.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const dgram = require("dgram");
const socket = dgram.createSocket("udp4");
const next = () => new Promise(done => { socket.once("message", text => done(`${text}`.trim())); setTimeout(() => done("nothing"), 2000); });
socket.bind(0, "127.0.0.1", async () => {
  const host = "127.0.0.1", { port } = socket.address();
  const [Node, Client, Hot] = ["node-statsd", "statsd-client", "hot-shots"].map(name => require(name));
  const clients = { "node-statsd": new Node(host, port), "statsd-client": new Client({ host, port }),
    "hot-shots": new Hot({ host, port, maxBufferSize: 0 }) };
  const seen = [];
  for (const [name, client] of Object.entries(clients)) {
    const sent = [];
    for (const send of [() => client.increment("a", 0), () => client.increment("a", -2), () => client.gauge("g", -5)]) {
      const heard = next();
      send();
      sent.push(await heard);
    }
    console.log(`${name} ${JSON.parse(require("fs").readFileSync(`node_modules/${name}/package.json`)).version}: ${sent.join(" ")}`);
    seen.push(sent.join(" "));
  }
  process.exit(seen.join() === "a:1|c a:-2|c g:-5|g,a:0|c a:2|c g:-5|g,a:0|c a:-2|c g:-5|g" ? 0 : 1);
});
J
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
