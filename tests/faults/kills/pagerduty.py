"""The stand-in for PagerDuty behind a gateway. It is the program tests/support/pagerduty-standin of the same build, or what STANDIN says."""

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import urlparse

from . import common
from .common import Gateway, Upstream, marker_of

HEADERS = {"Accept": "application/vnd.pagerduty+json;version=2", "Content-Type": "application/json", "Authorization": "Token token=user-key"}
# What an incident shows of each, by the person who acts.
LOGGED = {"acknowledge": "acknowledge_log_entry", "snooze": "snooze_log_entry", "resolve": "resolve_log_entry", "escalate": "escalate_log_entry"}
STATUS = {"acknowledge": "acknowledged", "snooze": "acknowledged", "resolve": "resolved"}
WISHES = [["ack"], ["comment", "--text", "looking"], ["snooze", "--for", "2h"], ["escalate", "--level", "2"], ["resolve"]]


class Account(Upstream):
    def __init__(self):
        program = os.environ.get("STANDIN") or Path(common.QDECK).resolve().parents[2] / "tests/support/pagerduty-standin"
        self.process = common.start([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        super().__init__(urlparse(self.process.stdout.readline().strip()).port)

    def open(self, title):
        self.process.stdin.write(title + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def read(self, path, noun):
        status, text, _ = self.ask("GET", path, None, HEADERS)
        return json.loads(text)[noun] if status == 200 else []


class World:
    modes = ["pass", "lose", "late", "late", "cut", "cut"] + [f"deny{s}" for s in (302, 400, 404, 408, 409, 500, 502, 503, 504)]

    def __init__(self):
        self.account = Account()
        self.ids = {}
        # What lands when it has been sent again is there twice: the API has no way to tell.
        self.gateways = [Gateway(self.account, latest=0.6)]

    def config(self):
        return (f"backends:\n- {{name: pd, type: pagerduty, url: '{self.gateways[0].url}', "
                f"authorization: {{type: Token, credentials_file: '{common.secret('key', 'user-key')}'}}}}\n")

    def prepare(self, number):
        title = f"Incident {number}"
        self.ids[title] = self.account.open(title)
        return title

    def wish(self, number):
        return WISHES[number % len(WISHES)]

    def repair(self, _):
        pass

    def faults(self, entries):
        faults = []
        for entry in entries:
            path = "/incidents/" + self.ids[entry["title"]]
            incident = self.account.read(path, "incident")
            log = [one["type"] for one in self.account.read(path + "/log_entries", "log_entries") if one["agent"]["id"] == "PANA001"]
            verb = entry["verb"]
            if verb == "note":
                count = sum(marker_of(entry) in note["content"] for note in self.account.read(path + "/notes", "notes"))
            else:
                count = log.count(LOGGED[verb])
            holds = count > 0 and STATUS.get(verb, incident["status"]) == incident["status"]
            if count > 1:
                faults.append(f"doubled: {verb} {entry['title']}: {count} times")
            if entry["state"] == "confirmed" and not holds:
                faults.append(f"confirmed, not in force: {verb} {entry['title']}: {incident['status']}")
            elif entry["state"] in ("rejected", "expired", "conflict") and holds:
                faults.append(f"{entry['state']}, but in force: {verb} {entry['title']}: {entry['detail']}")
            elif entry["state"] == "superseded" and not holds:
                faults.append(f"superseded, not in force: {verb} {entry['title']}: {incident['status']}")
        return faults
