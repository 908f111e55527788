#!/usr/bin/env bash
# graphite-web 1.1.8 (Debian 12): /render of 20 minutes with maxDataPoints=121 of a metric every 10 s, alone and beside one every 300 s.
# Expected: 120 points of the first in both answers, since 120 are fewer than 121. Seen: alone they come as they are; beside the other two become one,
# every 20 s, and a peak of 100 is 50: the server thins each series as if all reached to the last point of the coarsest. It is silent on this.
# So: where one series is coarser than asked and another has been thinned, the question is put again with so many more points.
set -euo pipefail
package=graphite-web=1.1.8-2
[ -f /usr/lib/python3/dist-packages/pyparsing/__init__.py ] && /usr/bin/python3 -c 'import django, whisper, tagging, cairocffi' 2>/dev/null ||
  { echo "needs what graphite-web depends on: python3-django python3-django-tagging python3-whisper python3-cairocffi python3-pyparsing"; exit 2; }
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
mkdir -p data/a data/c log
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >probe_settings.py <<P
from graphite.settings import *
SECRET_KEY = 'x'
ALLOWED_HOSTS = ['*']
STORAGE_DIR = WHISPER_DIR = '$work/data'
STANDARD_DIRS = DATA_DIRS = [WHISPER_DIR]
LOG_DIR = '$work/log'
INDEX_FILE = '$work/index'
CARBONLINK_HOSTS = []
DATABASES = {'default': {'NAME': '$work/db', 'ENGINE': 'django.db.backends.sqlite3'}}
P
cat >serve.py <<'P'
import sys, time, whisper
from wsgiref.simple_server import WSGIRequestHandler, make_server
now = int(time.time()) // 600 * 600
for path, step in (("data/a/b.wsp", 10), ("data/c/d.wsp", 300)):
    whisper.create(path, [(step, 7200 // step)], xFilesFactor=0)
    whisper.update_many(path, [(now - at, 100 if at == 1830 else 0) for at in range(0, 3600, step)])
import django
django.setup()
from django.core.management import call_command
call_command("migrate", run_syncdb=True, verbosity=0)
from graphite.wsgi import application
class Quiet(WSGIRequestHandler):
    def log_message(self, *_): pass
make_server("127.0.0.1", int(sys.argv[1]), application, handler_class=Quiet).serve_forever()
P
PYTHONPATH=$work:$work/root/usr/lib/python3/dist-packages DJANGO_SETTINGS_MODULE=probe_settings /usr/bin/python3 serve.py "$port" >out 2>&1 &
pid=$!
url=http://127.0.0.1:$port
for _ in $(seq 100); do curl -sf "$url/version/" >version && break; sleep 0.2; done
echo "graphite-web $(cat version)"
code=0
/usr/bin/python3 - "$url" <<'P' || code=$?
import json, sys, time, urllib.parse, urllib.request as net
web = net.build_opener(net.ProxyHandler({}))
now = int(time.time()) // 600 * 600
def ask(*targets):
    query = [("target", target) for target in targets] + [("from", now - 2400), ("until", now - 1200), ("maxDataPoints", 121), ("format", "json")]
    with web.open(f"{sys.argv[1]}/render?{urllib.parse.urlencode(query)}", timeout=20) as answer:
        for one in json.loads(answer.read()):
            if one["target"] == "a.b":
                points = one["datapoints"]
                return len(points), points[1][1] - points[0][1], max(value or 0 for value, _ in points)
alone, beside = ask("a.b"), ask("a.b", "c.d")
print("a.b (10 s) alone: %d points, every %d s, peak %g" % alone)
print("a.b beside c.d (300 s): %d points, every %d s, peak %g" % beside)
sys.exit((alone[1:], beside[1:]) != ((10, 100), (20, 50)))
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
