#!/usr/bin/env bash
# statsd 0.9.0 (npm): a request of 250 ms sent as a histogram (|h) and as a distribution (|d), as clients of DogStatsD do, beside a timer (|ms).
# Expected: what the server doesn't know is a bad line, or is taken for a timer. Seen: it is added to a counter of that name, so that three requests of
# 250 ms are 750, and nothing is counted as bad. A timer with @0.1 counts 10 for each that came, but adds its time once: sum / count is a tenth of
# the mean beside it.
# So: a counter that grows by hundreds for each request may be milliseconds; a mean is read from mean, never from sum and count.
set -euo pipefail
package=statsd@0.9.0
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts --omit=optional "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
echo "statsd $(node -p "JSON.parse(fs.readFileSync('node_modules/statsd/package.json')).version")"
read -r port other < <(python3 -c 'import socket
both = [socket.socket(socket.AF_INET, kind) for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM)]
for one in both: one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in both))')
cat >backend.js <<'J'
const fs = require("fs");
exports.init = (start, config, events) => {
  events.on("flush", (time, { counters, timers, timer_data: data }) => {
    if (!timers.sampled) return;
    const seen = `histogram ${counters.histogram}, distribution ${counters.distribution}, bad ${counters["statsd.bad_lines_seen"]}, ` +
      `sampled timer: count ${data.sampled.count} sum ${data.sampled.sum} mean ${data.sampled.mean}`;
    fs.writeFileSync("seen.new", seen + "\n");
    fs.renameSync("seen.new", "seen");
  });
  return true;
};
J
printf '{ address: "127.0.0.1", port: %s, mgmt_address: "127.0.0.1", mgmt_port: %s, flushInterval: 500, backends: ["%s/backend.js"] }\n' \
  "$port" "$other" "$work" >config.js
node node_modules/statsd/stats.js config.js >log 2>&1 &
pid=$!
for _ in $(seq 100); do
  python3 - "$port" <<'P'
import socket, sys
lines = ["histogram:250|h", "distribution:250|d"] * 3 + ["sampled:250|ms|@0.1"]
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto("\n".join(lines).encode(), ("127.0.0.1", int(sys.argv[1])))
P
  for _ in $(seq 10); do [ -f seen ] && break 2; sleep 0.1; done
done
[ -f seen ] || { echo "statsd does not run"; exit 2; }
cat seen
[ "$(cat seen)" = "histogram 750, distribution 750, bad 0, sampled timer: count 10 sum 250 mean 250" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
