"""A real Icinga2 behind a gateway; it is stopped and started now and then. It is stopped politely: killed, it forgets acknowledgements itself."""

import base64
import getpass
import grp
import json
import os
import shutil
import signal
import subprocess
import time

from . import common
from .common import HOUR, Gateway, Upstream, folder, free_port

CONFIG = """const NodeName = "master"
const PluginDir = "/nonexistent"
include <itl>
object CheckerComponent "checker" {{ }}
object Endpoint NodeName {{ }}
object Zone "master" {{ endpoints = [ NodeName ] }}
object ApiUser "root" {{ password = "secret"; permissions = [ "*" ] }}
object ApiListener "api" {{ bind_host = "127.0.0.1"; bind_port = {port} }}
object Host "web" {{ check_command = "dummy"; enable_active_checks = false }}
"""
SERVICE = 'object Service "s{number}" {{ host_name = "web"; check_command = "dummy"; enable_active_checks = false; max_check_attempts = 1 }}\n'
AUTHORIZATION = "Basic " + base64.b64encode(b"root:secret").decode()
WISHES = [["ack", "--for", "1h", "--text", "looking"], ["comment", "--text", "looking"], ["silence", "--for", "1h", "--text", "looking"]]


class Server(Upstream):
    TLS = common.unverified()

    def __init__(self, count):
        super().__init__(free_port())
        self.process, self.folder = None, folder / "icinga"
        for name in ("data/certs", "log", "cache", "spool", "run"):
            (self.folder / name).mkdir(parents=True)
        services = "".join(SERVICE.format(number=number) for number in range(count))
        (self.folder / "icinga2.conf").write_text(CONFIG.format(port=self.port) + services)
        certificates = self.folder / "data/certs"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
                        "-subj", "/CN=master", "-keyout", certificates / "master.key", "-out", certificates / "master.crt"],
                       check=True, stderr=subprocess.DEVNULL)
        shutil.copy(certificates / "master.crt", certificates / "ca.crt")

    def start(self):
        places = {"ConfigDir": ".", "DataDir": "data", "LogDir": "log", "CacheDir": "cache", "SpoolDir": "spool", "InitRunDir": "run",
                  "PidPath": "run/icinga2.pid"}
        arguments = [shutil.which("icinga2") or "/usr/sbin/icinga2", "daemon", "-x", "critical", "-c", "icinga2.conf"]
        arguments += [f"-D{name}={self.folder / place}" for name, place in places.items()]
        arguments += [f"-DRunAsUser={getpass.getuser()}", f"-DRunAsGroup={grp.getgrgid(os.getgid()).gr_name}"]
        # It is three processes, which end together.
        self.process = common.start(arguments, cwd=self.folder, start_new_session=True)
        for _ in range(300):
            if self.query("/v1")[0] == 200:
                return
            time.sleep(0.1)
        raise SystemExit("icinga2 does not start")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self):
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def is_write(self, method, path):
        return path.startswith("/v1/actions/")

    def is_offered(self, path):
        return path != "/v1/events"

    def query(self, path, body="{}", method="GET"):
        headers = {"Accept": "application/json", "Authorization": AUTHORIZATION, "X-HTTP-Method-Override": method}
        return self.ask("POST", path, body, headers)

    def objects(self, plural):
        status, text, _ = self.query("/v1/objects/" + plural)
        return [(one["name"], one["attrs"]) for one in json.loads(text)["results"]] if status == 200 else []

    def check(self, name, state):
        body = {"type": "Service", "services": [name], "exit_status": state, "plugin_output": "as told"}
        for _ in range(50):
            if self.query("/v1/actions/process-check-result", json.dumps(body), "POST")[0] == 200:
                return
            time.sleep(0.2)


class World:
    modes = ["pass", "lose", "late", "late", "cut", "cut", "die"] + [f"deny{s}" for s in (302, 400, 403, 404, 408, 500, 502, 503, 504)]

    def __init__(self, rounds):
        self.server = Server(rounds * common.EACH)
        # A comment that lands when it has been sent again is one more: the server has no way to tell.
        self.gateways = [Gateway(self.server, latest=0.6)]
        self.server.start()

    def config(self):
        return (f"backends:\n- {{name: icinga, type: icinga2, url: '{self.gateways[0].url}', settling_time: 0s, "
                f"basic_auth: {{username: root, password_file: '{common.secret('password', 'secret')}'}}}}\n")

    def prepare(self, number):
        self.server.check(f"web!s{number}", 2)
        return f"s{number}"

    def wish(self, number):
        return WISHES[number % len(WISHES)]

    def repair(self, _):
        if self.server.process.poll() is not None:
            self.server.start()

    def faults(self, entries):
        faults = []
        services, comments, downtimes = (dict(self.server.objects(p)) for p in ("services", "comments", "downtimes"))
        if not services:
            return ["the server cannot be read"]
        now = time.time()
        for entry in entries:
            texts = {**{name: one["text"] for name, one in comments.items()},
                     **{name: one["comment"] for name, one in downtimes.items() if one["start_time"] <= now < one["end_time"]}}
            if entry["verb"] == "acknowledge":
                texts = {n: t for n, t in texts.items() if services["!".join(n.split("!")[:2])]["acknowledgement"]}
            # Each service was asked for once; what went together bears one marker.
            held = [name for name, text in texts.items() if name.startswith(f"web!{entry['title']}!") and "[qd:" in text]
            if len(held) > 1:
                faults.append(f"doubled: {entry['verb']} {entry['title']} by {held}")
            if entry["state"] == "confirmed" and entry["silence"] not in held:
                faults.append(f"confirmed, not in force: {entry['verb']} {entry['title']}")
            elif entry["state"] == "confirmed" and entry["verb"] == "silence":
                one = downtimes[entry["silence"]]
                if abs(one["end_time"] - one["start_time"] - HOUR) > 90:
                    faults.append(f"confirmed, lasts otherwise: {entry['title']}")
            elif entry["state"] in common.ENDED and held:
                faults.append(f"{entry['state']}, but in force: {entry['verb']} {entry['title']}: {entry['detail']}")
        return faults
