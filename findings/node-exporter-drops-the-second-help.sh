#!/usr/bin/env bash
# node_exporter 1.5.0 (Debian 12), textfile collector: two files give samples of one metric with other labels; their HELP, or their TYPE, differs.
# Expected: both samples, or node_textfile_scrape_error 1. Seen: 200, the sample of the second file is missing, node_textfile_scrape_error is 0
# and node_scrape_collector_success 1; only promhttp_metric_handler_errors_total{cause="gathering"} grows, seen at the next scrape.
# So: a series that is missing beside clean error metrics isn't proof of health; a panel for such files watches the last of them too.
set -euo pipefail
package=prometheus-node-exporter=1.5.0-1+b6
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
mkdir files
printf '# HELP backup_age Age.\n# TYPE backup_age gauge\nbackup_age{of="a"} 1\n# TYPE runs gauge\nruns{of="a"} 1\n' >files/a.prom
printf '# HELP backup_age Age of the backup.\n# TYPE backup_age gauge\nbackup_age{of="b"} 2\n# TYPE runs counter\nruns{of="b"} 2\n' >files/b.prom
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
exporter=root/usr/bin/prometheus-node-exporter
"$exporter" --version 2>&1 | head -1
"$exporter" --web.listen-address="127.0.0.1:$port" --collector.textfile.directory=files >log 2>&1 &
pid=$!
url="http://127.0.0.1:$port/metrics?collect[]=textfile"
for _ in $(seq 300); do curl -sgf -m 5 "$url" >first && break; sleep 0.1; done
code=$(curl -sg -m 5 -o second -w '%{http_code}' "$url")
seen=$(grep -E '^(backup_age|runs|node_textfile_scrape_error|node_scrape_collector_success)' second | sort | tr '\n' ';')
before=$(sed -n 's/^promhttp_metric_handler_errors_total{cause="gathering"} //p' first)
after=$(sed -n 's/^promhttp_metric_handler_errors_total{cause="gathering"} //p' second)
echo "status $code; $seen errors of gathering $before, then $after"
found='backup_age{of="a"} 1;node_scrape_collector_success{collector="textfile"} 1;node_textfile_scrape_error 0;runs{of="a"} 1;'
[ "$code" = 200 ] && [ "$seen" = "$found" ] && [ "$before" = 0 ] && [ "$after" = 1 ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
