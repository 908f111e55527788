"""Runs pmproxy over an archive in a Redis of its own: pmproxyserver.py FOLDER PORT REDISPORT.

FOLDER/metrics.json is a list of {"name": "disk.total", "type": "u64" | "double" | "string", "counter": false, "units": [space, time, count, space scale, time
scale, count scale], "instances": ["sda"], "points": [[milliseconds, [value of each instance or null]], ...]}; without instances there is one value.
"""
import ctypes
import json
import os
import signal
import subprocess
import sys

folder, port, redis = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
for name in ("run", "tmp", "log"):
    os.makedirs(os.path.join(folder, name), exist_ok=True)
os.environ.update(PCP_RUN_DIR=folder + "/run", PCP_TMP_DIR=folder + "/tmp", PCP_LOG_DIR=folder + "/log", PCP_PMPROXYOPTIONS_PATH="/dev/null")

from pcp import pmapi, pmi  # noqa: E402

kinds = {"u64": pmapi.c_api.PM_TYPE_U64, "double": pmapi.c_api.PM_TYPE_DOUBLE, "string": pmapi.c_api.PM_TYPE_STRING}
archive = os.path.join(folder, "archive")
if not os.path.exists(archive + ".index"):
    log = pmi.pmiLogImport(archive)
    log.pmiSetHostname("probe")
    log.pmiSetTimezone("UTC")
    rows = {}
    for number, metric in enumerate(json.load(open(os.path.join(folder, "metrics.json")))):
        indom = pmi.pmiLogImport.pmiInDom(510, number + 1) if metric["instances"] else pmapi.c_api.PM_INDOM_NULL
        semantics = pmapi.c_api.PM_SEM_COUNTER if metric["counter"] else pmapi.c_api.PM_SEM_INSTANT
        log.pmiAddMetric(metric["name"], pmi.pmiLogImport.pmiID(510, 0, number + 1), kinds[metric["type"]], indom, semantics,
                         pmi.pmiLogImport.pmiUnits(*metric["units"]))
        for place, instance in enumerate(metric["instances"]):
            log.pmiAddInstance(indom, instance, place)
        for at, values in metric["points"]:
            for instance, value in zip(metric["instances"] or [""], values):
                if value is not None:
                    rows.setdefault(at, []).append((metric["name"], instance, str(value)))
    for at in sorted(rows):
        for row in rows[at]:
            log.pmiPutValue(*row)
        log.pmiWrite(at // 1000, at % 1000 * 1000)
    log.pmiEnd()
    del log


def end_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


subprocess.Popen(["redis-server", "--port", redis, "--bind", "127.0.0.1", "--save", "", "--dir", folder], preexec_fn=end_with_parent, stdout=sys.stderr)
while subprocess.call(["redis-cli", "-p", redis, "ping"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) != 0:
    pass
subprocess.check_call(["pmseries", "-h", "127.0.0.1", "-p", redis, "--load", '{source.path: "%s"}' % archive])
with open(os.path.join(folder, "pmproxy.conf"), "w") as settings:
    settings.write(f"[pmproxy]\npcp.enabled = true\nhttp.enabled = true\nredis.enabled = true\nsecure.enabled = false\n[redis]\nenabled = true\nservers = 127.0.0.1:{redis}\n"
                   "[discover]\nenabled = false\n[pmsearch]\nenabled = false\n[pmseries]\nenabled = true\n")
os.execv("/usr/lib/pcp/bin/pmproxy", ["pmproxy", "-f", "-A", "-t", "-i", "127.0.0.1", "-p", port, "-c", folder + "/pmproxy.conf", "-l", folder + "/pmproxy.log",
                                     "-s", folder + "/run/pmproxy.socket", "-r", redis, "-h", "127.0.0.1", "-U", os.environ.get("USER") or "root"])
