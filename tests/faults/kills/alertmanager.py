"""Two real Alertmanagers in one cluster, each behind a gateway; a member is killed now and then (kill -9)."""

import json
import time
from datetime import datetime

from . import common
from .common import HOUR, Gateway, Upstream, folder, free_port, marker_of, stamp

REFUSALS = [302, 400, 404, 408, 409, 410, 499, 500, 502, 503, 504]


class Member(Upstream):
    def __init__(self, name):
        super().__init__(free_port())
        self.name, self.gossip, self.peer, self.process = name, free_port(), None, None

    def start(self):
        config = folder / "am.yml"
        config.write_text("route: {receiver: r}\nreceivers: [{name: r}]\n")
        arguments = ["prometheus-alertmanager", f"--config.file={config}", f"--storage.path={folder / self.name}",
                     f"--web.listen-address=127.0.0.1:{self.port}", f"--cluster.listen-address=127.0.0.1:{self.gossip}",
                     "--cluster.gossip-interval=50ms", "--cluster.pushpull-interval=1s", "--cluster.settle-timeout=1s"]
        if self.peer:
            arguments.append(f"--cluster.peer=127.0.0.1:{self.peer.gossip}")
        self.process = common.start(arguments)
        for _ in range(200):
            if self.ask("GET", "/api/v2/status")[0] == 200:
                return
            time.sleep(0.1)
        raise SystemExit(f"{self.name} does not start")

    def stop(self):
        self.process.kill()
        self.process.wait()

    def silences(self):
        status, text, _ = self.ask("GET", "/api/v2/silences")
        return json.loads(text) if status == 200 else []


def post_alert(members, name):
    now = time.time()
    text = json.dumps([{"labels": {"alertname": name, "severity": "critical"},
                        "startsAt": datetime.utcfromtimestamp(now - 60).isoformat() + "Z",
                        "endsAt": datetime.utcfromtimestamp(now + HOUR * 5).isoformat() + "Z"}])
    for member in members:
        member.ask("POST", "/api/v2/alerts", text)


class World:
    modes = ["pass", "lose", "late", "late", "die"] + [f"deny{s}" for s in REFUSALS]

    def __init__(self):
        first, second = self.members = [Member("one"), Member("two")]
        first.peer, second.peer = second, first
        self.gateways = [Gateway(member) for member in self.members]
        for member in self.members:
            member.start()

    def config(self):
        urls = ", ".join(f"'{gateway.url}'" for gateway in self.gateways)
        return f"backends:\n- {{name: am, type: alertmanager, urls: [{urls}], settling_time: 0s}}\n"

    def prepare(self, number):
        post_alert(self.members, f"Alert{number}")
        return f"Alert{number}"

    def wish(self, _):
        return ["ack", "--for", "1h"]

    def repair(self, number):
        for member in self.members:
            if member.process.poll() is not None:
                member.start()
                for old in range((number + 1) * common.EACH):
                    post_alert([member], f"Alert{old}")

    def faults(self, entries):
        faults = []
        silences = self.members[0].silences() or self.members[1].silences()
        active = [s for s in silences if s["status"]["state"] == "active"]
        for entry in entries:
            held = [s for s in active if marker_of(entry) in s["comment"]]
            if entry["verb"] != "acknowledge":
                continue
            if len(held) > 1:
                faults.append(f"doubled: {entry['title']} by {[s['id'] for s in held]}")
            if entry["state"] == "confirmed":
                mine = [s for s in active if s["id"] == entry["silence"]]
                if not mine:
                    faults.append(f"confirmed, not in force: {entry['title']}")
                elif abs(stamp(mine[0]["endsAt"]) - stamp(mine[0]["startsAt"]) - HOUR) > 10:
                    faults.append(f"confirmed, ends at {mine[0]['endsAt']}: {entry['title']}")
            elif entry["state"] in common.ENDED and held:
                faults.append(f"{entry['state']}, but in force: {entry['title']}: {entry['detail']}")
        return faults
