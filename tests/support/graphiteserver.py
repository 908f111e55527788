"""Serves graphite-web over whisper files of a folder: graphiteserver.py FOLDER PORT.

FOLDER/series.json is a list of {"name": "a.b", "archives": [[seconds, points], ...], "method": "average", "points": [[seconds, value], ...]}; a name with ";"
is one with tags.
"""
import json
import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import whisper

folder, port = os.path.abspath(sys.argv[1]), int(sys.argv[2])
data = os.path.join(folder, "whisper")
os.makedirs(data, exist_ok=True)
os.makedirs(os.path.join(folder, "log"), exist_ok=True)
with open(os.path.join(folder, "graphite_for_tests.py"), "w") as settings:
    settings.write(f"""
from graphite.settings import *
SECRET_KEY = 'of a test'
ALLOWED_HOSTS = ['*']
STORAGE_DIR = WHISPER_DIR = {data!r}
STANDARD_DIRS = DATA_DIRS = [WHISPER_DIR]
LOG_DIR = {os.path.join(folder, "log")!r}
INDEX_FILE = {os.path.join(folder, "index")!r}
CARBONLINK_HOSTS = []
TIME_ZONE = 'UTC'
DATABASES = {{'default': {{'NAME': {os.path.join(folder, "graphite.db")!r}, 'ENGINE': 'django.db.backends.sqlite3'}}}}
""")
sys.path.insert(0, folder)
os.environ["DJANGO_SETTINGS_MODULE"] = "graphite_for_tests"

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from graphite.tags.utils import TaggedSeries  # noqa: E402

call_command("migrate", run_syncdb=True, verbosity=0)

from graphite.storage import STORE  # noqa: E402
from graphite.wsgi import application  # noqa: E402

if os.path.exists(os.path.join(folder, "series.json")):
    for series in json.load(open(os.path.join(folder, "series.json"))):
        path = TaggedSeries.encode(series["name"], sep=os.sep) if ";" in series["name"] else series["name"].replace(".", os.sep)
        path = os.path.join(data, path + ".wsp")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        whisper.create(path, series["archives"], xFilesFactor=0, aggregationMethod=series.get("method", "average"))
        whisper.update_many(path, series["points"])
        if ";" in series["name"]:
            STORE.tagdb.tag_series(series["name"])


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Handler(WSGIRequestHandler):
    def log_message(self, *_):
        pass


make_server("127.0.0.1", port, application, Server, Handler).serve_forever()
