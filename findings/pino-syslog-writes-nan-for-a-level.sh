#!/usr/bin/env bash
# pino-syslog 4.0.0 with pino 10.4.0 (npm): a line with a level of one's own, and a line of a logger without base.
# Expected: a severity for the level; "-" for a host and a process that aren't known, as RFC 5424 says. Seen: <NaN> for a level that isn't among the
# customLevels of its settings; a host and a process that are called undefined; and of each time the milliseconds are cut off.
# So: a host called undefined is none, and lines that a syslog server drops may be those of a level of one's own.
set -euo pipefail
packages=(pino-syslog@4.0.0 pino@10.4.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >log.cjs <<'J'
const pino = require("pino"), out = { write: line => process.stdout.write(line) }, base = { pid: 5, hostname: "h" };
const timestamp = () => ',"time":1780304400123';
const all = {
  level: () => pino({ base, timestamp, customLevels: { notice: 35 } }, out).notice("own level"),
  base: () => pino({ base: null, timestamp }, out).info("no base"),
};
all[process.argv[2]]();
J
for name in pino-syslog pino; do echo "$name $(node -p "JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version")"; done
seen=
for kind in level base; do
  node log.cjs "$kind" | node node_modules/pino-syslog/psyslog.js --newline >out
  cat out
  seen+="$(cut -d' ' -f1-5 out);"
done
[ "$seen" = '<NaN>1 2026-06-01T09:00:00Z h - 5;<134>1 2026-06-01T09:00:00Z undefined - undefined;' ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
