#!/usr/bin/env bash
# graphite-web 1.1.8 (Debian 12): /render with targets that go on behind a whole expression, as one writes sums in other languages.
# Expected: both metrics, or a refusal that says where it cannot read on. Seen: 200 with the part before alone, under its plain name: a.b + c.d and
# a.b, c.d answer a.b, scale(a.b,2)*3 answers scale(a.b,2), a.b) answers a.b. What breaks off inside a bracket answers an empty list, as a metric that
# does not exist. An unknown function alone is refused.
# So: what stands behind the first expression is refused before it is sent; two targets are two target= parameters.
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
for path in ("data/a/b.wsp", "data/c/d.wsp"):
    whisper.create(path, [(10, 60)], xFilesFactor=0)
    now = int(time.time())
    whisper.update_many(path, [(now - 10 * i, 1) for i in range(1, 50)])
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
ask() {
  curl -sG -w '\n%{http_code}' "$url/render" --data-urlencode "target=$1" -d from=-5min -d format=json | /usr/bin/python3 -c '
import json, sys
body, code = sys.stdin.read().rsplit("\n", 1)
print(code, "|".join(one["target"] for one in json.loads(body)) if code == "200" else "refused")'
}
seen=
for target in 'a.b' 'a.b + c.d' 'a.b, c.d' 'scale(a.b,2)*3' 'a.b)' 'scale(a.b,2' 'no.metric' 'nofunction(a.b)'; do
  answer=$(ask "$target")
  echo "$target: $answer"
  seen+="$answer;"
done
[ "$seen" = '200 a.b;200 a.b;200 a.b;200 scale(a.b,2);200 a.b;200 ;200 ;400 refused;' ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
