"""What the three sources have in common: qdeck and how it is killed, gateways that lose, delay, cut or deny writes, and the rounds."""

import http.client
import http.server
import json
import os
import random
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from datetime import datetime
from pathlib import Path

QDECK = os.environ.get("QDECK") or sys.exit("Set QDECK to the qdeck to test")
HOUR = 3600
EACH = 3  # alerts of a round, which are acted upon at once
ENDED = ("rejected", "expired", "superseded", "conflict")
rng = random.Random(int(os.environ.get("SEED", "1")))
folder = Path(tempfile.mkdtemp(prefix="qd-acts-"))
started = []


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def stamp(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def start(arguments, **more):
    """Starts a server that ends with this script."""
    process = subprocess.Popen(arguments, **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **more})
    started.append(process)
    return process


def end_all():
    for process in started:
        process.kill()
    shutil.rmtree(folder, ignore_errors=True)


def secret(name, text):
    path = folder / name
    path.touch(mode=0o600)
    path.write_text(text)
    return path


class Upstream:
    """A server behind a gateway: where it is and how it is asked."""

    TLS = None

    def __init__(self, port):
        self.port = port

    def ask(self, method, path, body=None, headers=None):
        try:
            if self.TLS:
                connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=20, context=self.TLS)
            else:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            connection.request(method, path, body, headers or {"Content-Type": "application/json"})
            reply = connection.getresponse()
            return reply.status, reply.read(), reply.getheader("Content-Type") or ""
        except (OSError, http.client.HTTPException):
            return 0, b"", ""

    def is_write(self, method, path):
        return method != "GET"

    def is_offered(self, path):
        return True

    def stop(self):
        """What happens to it in the mode "die", which is not for all."""


class Gateway:
    """Passes on to a server what `mode` does not break: the next write only."""

    def __init__(self, upstream, latest=5.0):
        self.upstream, self.latest, self.mode = upstream, latest, "pass"
        gateway = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def handle_any(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                gateway.answer(self, body)

            do_GET = do_POST = do_PUT = do_DELETE = handle_any

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # qdeck is killed in the middle of its requests
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    @staticmethod
    def drop(handler):
        handler.close_connection = True
        try:
            handler.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def answer(self, handler, body):
        upstream, path = self.upstream, handler.path
        headers = {k: v for k, v in handler.headers.items() if k.lower() not in ("host", "connection", "accept-encoding")}
        is_write = upstream.is_write(handler.command, path)
        mode = self.mode if is_write else "pass"
        if is_write:
            self.mode = "pass"
        if mode in ("lose", "late"):
            if mode == "late":
                request = (handler.command, path, body, headers)
                threading.Timer(rng.uniform(min(0.5, self.latest / 2), self.latest), upstream.ask, request).start()
            return self.drop(handler)
        status, text, kind = upstream.ask(handler.command, path, body, headers) if upstream.is_offered(path) else (404, b"{}", "application/json")
        if mode == "die":
            upstream.stop()
        if status == 0 or mode == "die":
            return self.drop(handler)
        if mode.startswith("deny"):
            status, text, kind = int(mode[4:]), rng.choice([b"not found", b"", b"<html>no</html>"]), "text/html"
        length = len(text)
        if mode == "cut":
            text = text[:rng.randrange(max(1, length))]
        handler.send_response(status)
        handler.send_header("Content-Type", kind or "text/plain")
        handler.send_header("Content-Length", str(length))
        handler.end_headers()
        handler.wfile.write(text)
        if mode == "cut":
            self.drop(handler)


def qdeck(*words, limit=60.0):
    process = subprocess.Popen([QDECK, "--config", str(folder / "config.yaml"), "--data-dir", str(folder / "data"), "--json", *words],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        out, _ = process.communicate(timeout=limit)
        return out
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return ""


def items(*words):
    out = qdeck(*words)
    return json.loads(out)["items"] if out else []


def marker_of(entry):
    return "[qd:" + entry["id"].replace("-", "")[:12] + "]"


def run(world, rounds):
    """So many rounds, then peace; 0 where nothing was lost, doubled or said wrongly."""
    (folder / "config.yaml").write_text(world.config())
    asked = 0
    for number in range(rounds):
        titles = [world.prepare(number * EACH + one) for one in range(EACH)]
        qdeck("sync", "--once")
        mine = [a["id"] for a in items("alerts", "--cached") if a["title"] in titles]
        words = world.wish(number)
        for gateway in world.gateways:
            # Where all members die at once, what they had taken dies with them: that is no fault of ours.
            is_other_dying = any(other is not gateway and other.mode == "die" for other in world.gateways)
            gateway.mode = rng.choice([mode for mode in world.modes if mode != "die" or not is_other_dying])
        if mine:
            asked += len(mine)
            qdeck(words[0], *mine, *words[1:], limit=rng.choice([0.3, 0.6, 1, 2, 60]))
        for gateway in world.gateways:
            gateway.mode = "pass"
        world.repair(number)
    # Everything is up: what is open is settled, and the last late landing has been seen.
    time.sleep(6)
    for _ in range(8):
        qdeck("sync", "--once")
        time.sleep(1)
    entries = items("outbox", "--cached")
    faults = world.faults(entries)
    states = {}
    for entry in entries:
        states[entry["state"]] = states.get(entry["state"], 0) + 1
    faults += [f"not settled: {e['title']}: {e['state']}: {e['detail']}" for e in entries if e["state"] in ("queued", "sending", "unknown")]
    print(f"{rounds} rounds, {asked} asked, outbox {states}, {len(faults)} faults")
    print("\n".join(faults))
    return 1 if faults or not entries else 0


def unverified():
    """The certificate is of an authority that the test has made itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
