#!/usr/bin/env bash
# curl and libcurl 7.88.1 with zlib 1.2.13 (Debian 12): a body of Content-Encoding: gzip that ends before its end.
# Expected: an error for a body whose last bytes (checksum and length) or more are missing. Seen: exit 0 and whatever could be unpacked, even
# where the cut goes through the middle of the content.
# So: who must know that a list is whole unpacks it and looks at the end of the stream.
set -euo pipefail
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q curl=7.88.1-10+deb12u15 libcurl4=7.88.1-10+deb12u15 >/dev/null 2>&1 || { echo "cannot get curl 7.88.1-10+deb12u15"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
cat >server.py <<'P'
import gzip, http.server
whole = gzip.compress(b'["whole"]', mtime=0)
class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args): pass
    def do_GET(self):
        body = whole[:len(whole) - int(self.path[1:])]
        self.send_response(200)
        self.send_header('Content-Encoding', 'gzip')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)
server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
open('port', 'w').write(str(server.server_port))
server.serve_forever()
P
python3 server.py & pid=$!
for _ in $(seq 50); do [ -s port ] && break; sleep 0.1; done
export LD_LIBRARY_PATH="$(dirname "$(find "$work/root" -name 'libcurl.so.4' | head -1)")"
curl="root/usr/bin/curl"
$curl --version | head -1
seen=
for cut in 0 4 8 11; do
  code=0; text=$($curl -sS --compressed "http://127.0.0.1:$(cat port)/$cut" 2>/dev/null) || code=$?
  echo "cut by $cut bytes: exit $code, \"$text\""
  seen="$seen$code"
done
[ "$seen" = 0000 ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
