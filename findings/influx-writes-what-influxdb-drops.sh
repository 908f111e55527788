#!/usr/bin/env bash
# influx 5.12.0 (npm), a client of InfluxDB for node, writing to InfluxDB 1.6.7 (Debian 12): one batch with the free space of a drive C:\, a point that
# lacks a value, a NaN and a good point.
# Expected: the tag drive=C:\; a field that is undefined or null left out, as where a schema is given. Seen: the backslash escapes the comma behind it,
# and undefined, null and NaN are written as these words, so that the server drops three of four points; its answer says "partial write" and dropped=0.
# With a schema, -0.5 of a field of whole numbers is stored as -1.
# So: a series that ends, or a drive that is in no chart, may be a point that was refused; what "partial write" says of dropped points is not their number.
set -euo pipefail
packages=(influx@5.12.0) server=influxdb=1.6.7~rc0-1+b13
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
apt-get download -q "$server" >/dev/null 2>&1 || { echo "cannot get $server"; exit 2; }
dpkg -x ./*.deb root
free() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port=$(free)
cat >conf <<C
reporting-disabled = true
bind-address = "127.0.0.1:$(free)"
[meta]
  dir = "$work/meta"
[data]
  dir = "$work/data"
  wal-dir = "$work/wal"
[http]
  bind-address = "127.0.0.1:$port"
[monitor]
  store-enabled = false
C
root/usr/bin/influxd -config conf >log 2>&1 &
pid=$!
for _ in $(seq 100); do curl -sf "http://127.0.0.1:$port/ping" && break; sleep 0.1; done
cat >ask.cjs <<'J'
const { InfluxDB, FieldType } = require("influx");
const at = { host: "127.0.0.1", port: +process.argv[2], database: "d" };
const plain = new InfluxDB(at);
const strict = new InfluxDB({ ...at, schema: [{ measurement: "n", tags: [], fields: { n: FieldType.INTEGER } }] });
const point = (measurement, fields, tags = {}) => ({ measurement, fields, tags, timestamp: new Date(1e12) });
const write = (client, ...points) => client.writePoints(points).then(() => "taken", error => error.message.match(/dropped=\d+/)[0]);
(async () => {
  await plain.createDatabase("d");
  const batch = await write(plain, point("disk", { free: 5 }, { drive: "C:\\", fstype: "ntfs" }), point("disk", { free: 6 }, { drive: "D:", fstype: "ntfs" }),
    point("disk", { free: 7, used: undefined }, { drive: "E:" }), point("disk", { free: NaN }, { drive: "F:" }));
  const kept = await plain.query("SELECT * FROM disk");
  await write(strict, point("n", { n: -0.5 }));
  const [whole] = await plain.query("SELECT * FROM n");
  console.log(`four points: ${batch}, kept: ${kept.map(row => row.drive)}`);
  console.log(`-0.5 as a whole number: ${whole.n}`);
  process.exit(batch === "dropped=0" && kept.length === 1 && kept[0].drive === "D:" && whole.n === -1 ? 0 : 1);
})();
J
echo "influx $(node -p 'JSON.parse(fs.readFileSync("node_modules/influx/package.json")).version')"
code=0; node ask.cjs "$port" || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
