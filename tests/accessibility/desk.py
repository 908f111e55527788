"""A desktop for one test: a screen, a session bus and an accessibility bus of its own, an Alertmanager, and the real window before them.

Everything listens on loopback or in a folder of its own and ends with the desk.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import datetime, timedelta, timezone
from pathlib import Path

PROGRAMS = {  # what is called, and the package that has it
    "Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "dbus-daemon": "dbus", "gdbus": "libglib2.0-bin",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core", "prometheus-alertmanager": "prometheus-alertmanager",
}
RUNBOOK = """---
title: Queue depth
alerts: [QueueDepth]
---
# Queue depth

## Check
- [ ] Look at the consumers of the queue
- [ ] Look at the last deployment

## Mitigate
- [ ] Add two consumers
"""


def missing(more=()):
    """Packages without which there is no desk; empty is good."""
    lacking = [package for program, package in (PROGRAMS | dict(more)).items() if shutil.which(program) is None]
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        lacking.append("python3-gi and gir1.2-atspi-2.0")
    return lacking


def idle(seconds):
    """Waits; whoever listens meanwhile takes its place."""
    time.sleep(seconds)


def until(question, seconds=30):
    """Asks until the answer is true; the last answer."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer or time.monotonic() > end:
            return answer
        idle(0.1)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Desk:
    """Made in a `with`; the environment of this process is that of the desk from then on."""

    def __init__(self, build):
        self.program = Path(build).resolve() / "app/desktop/quarterdeck"
        self.folder = Path(tempfile.mkdtemp(prefix="quarterdeck-desk-"))
        self.processes = []
        self.window = None
        self.port = free_port()

    def __enter__(self):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
        try:
            self.furnish()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, *arguments, **more):
        process = subprocess.Popen([str(a) for a in arguments], **({"stdin": subprocess.DEVNULL} | more))
        self.processes.append(process)
        return process

    def furnish(self):
        for name in [n for n in os.environ if n.startswith(("XDG_", "QUARTERDECK_", "DBUS_", "AT_SPI", "QT_"))]:
            del os.environ[name]
        run = self.folder / "run"
        run.mkdir(mode=0o700)
        os.environ |= {"HOME": str(self.folder), "XDG_RUNTIME_DIR": str(run), "QUARTERDECK_CONFIG_DIR": str(self.folder / "config"), "TZ": "UTC",
                       "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0", "GSETTINGS_BACKEND": "memory", "NO_AT_BRIDGE": "1"}
        self.quiet = open(self.folder / "log", "wb")
        screen = self.start("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", stdout=subprocess.PIPE, stderr=self.quiet)
        os.environ["DISPLAY"] = ":" + screen.stdout.readline().decode().strip()
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE, stderr=self.quiet)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.start("openbox", stderr=self.quiet)
        # As a screen reader does when it starts.
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            subprocess.run(["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method",
                            "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", name, "<true>"], check=True, stdout=self.quiet)
        self.serve()

    def serve(self):
        folder = self.folder / "alertmanager"
        folder.mkdir()
        (folder / "alertmanager.yml").write_text("route: {receiver: nobody, group_wait: 1h}\nreceivers: [{name: nobody}]\n")
        self.start("prometheus-alertmanager", f"--config.file={folder}/alertmanager.yml", f"--storage.path={folder}/data",
                   "--cluster.listen-address=", f"--web.listen-address=127.0.0.1:{self.port}", stderr=self.quiet)
        assert until(self.is_serving), "Alertmanager did not come up"
        (self.folder / "runbooks").mkdir()
        (self.folder / "runbooks" / "QueueDepth.md").write_text(RUNBOOK)
        (self.folder / "config").mkdir()
        (self.folder / "config" / "preferences.json").write_text(json.dumps({"author": "ana", "notifications": False, "utc": True}))
        (self.folder / "config.yaml").write_text(
            "version: 1\ncurrent-context: production\ncontexts:\n- {name: production, backends: [alertmanager]}\nbackends:\n"
            f"- {{name: alertmanager, type: alertmanager, url: 'http://127.0.0.1:{self.port}', poll_interval: 2s, settling_time: 1s}}\n"
            f"runbooks: ['{self.folder}/runbooks']\nservices:\n- {{name: orders, owner: payments}}\n")

    def is_serving(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/-/ready", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def post(self, *alerts):
        """Alerts as (name, severity, service, summary); each began three minutes ago."""
        begin = datetime.now(timezone.utc) - timedelta(minutes=3)
        end = begin + timedelta(hours=6)
        found = [{"labels": {"alertname": name, "severity": severity, "service": service}, "annotations": {"summary": summary},
                  "startsAt": begin.isoformat(), "endsAt": end.isoformat()} for name, severity, service, summary in alerts]
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/api/v2/alerts", json.dumps(found).encode(), {"Content-Type": "application/json"})
        urllib.request.urlopen(request, timeout=30).read()

    def open_window(self, *arguments):
        """The program before the desk, and active. `arguments` instead of the desk's own configuration."""
        arguments = arguments or ("--config", self.folder / "config.yaml", "--data-dir", self.folder / "data")
        self.window = self.start(self.program, *arguments, stdout=self.quiet, stderr=self.quiet)
        name = ["xdotool", "search", "--onlyvisible", "--pid", str(self.window.pid), "--name", "Quarterdeck"]
        found = until(lambda: subprocess.run(name, capture_output=True, text=True, check=False).stdout.split(), 60)
        assert found, "there is no window: " + (self.folder / "log").read_text(errors="replace")[-2000:]
        subprocess.run(["xdotool", "windowactivate", "--sync", found[0]], check=True, timeout=30)

    def wait_for_page(self, title):
        """Until the window is called so; its pages name it."""
        name = ["xdotool", "search", "--onlyvisible", "--pid", str(self.window.pid), "--name", f"^{title} – Quarterdeck"]
        assert until(lambda: subprocess.run(name, capture_output=True, text=True, check=False).stdout.split(), 30), f"there is no page {title}"

    def close_window(self):
        self.window.terminate()
        self.window.wait(20)

    @staticmethod
    def press(*keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True, timeout=10)
            idle(0.15)

    @staticmethod
    def type(text):
        subprocess.run(["xdotool", "type", "--delay", "40", text], check=True, timeout=20)
