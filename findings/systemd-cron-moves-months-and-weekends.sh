#!/usr/bin/env bash
# systemd-cron 1.15.19 (Debian 12): what its generator makes of lines of a crontab that cron takes.
# Expected: OnCalendar at the times of the line, or no timer for a line that it can't read. Seen: nov is October and dec November, a line for oct
# makes no timer; 6-7, the weekend, is called garbled and makes a timer of every day; "1 * 1", either of both by its manual, becomes a Monday the 1st.
# So: when a job is next due comes from the timer (systemctl list-timers, NextElapseUSecRealtime), never from its line in the crontab.
set -euo pipefail
package=systemd-cron=1.15.19-5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
mkdir units timers
cat >table <<'T'
0 9 1 oct * root true
0 9 1 nov * root true
0 9 1 dec * root true
0 9 * * 6-7 root true
0 9 * * 6,7 root true
0 9 1 * 1 root true
T
echo "systemd-cron $(dpkg-deb -f ./*.deb Version)"
code=0
python3 - <<'P' || code=$?
import importlib.machinery, importlib.util, re, sys
path = "root/lib/systemd/system-generators/systemd-crontab-generator"
sys.argv, sys.dont_write_bytecode = [path, "units"], True
loader = importlib.machinery.SourceFileLoader("generator", path)
generator = importlib.util.module_from_spec(importlib.util.spec_from_loader("generator", loader))
loader.exec_module(generator)
generator.TARGET_DIR, generator.TIMERS_DIR = "units", "timers"
seen, number = {}, iter(range(100))
for job in generator.parse_crontab("table"):
    unit = generator.generate_timer_unit(job, seq=number)
    times = re.search(r"^OnCalendar=(.*)", open(f"units/{unit}").read(), re.M)[1].strip() if unit else "no timer"
    line = job["l"].removesuffix(" root true")
    seen[line] = times
    print(f"{line}: {times}")
found = {"0 9 1 oct *": "no timer", "0 9 1 nov *": "*-10-1 9:0:00", "0 9 1 dec *": "*-11-1 9:0:00", "0 9 * * 6-7": "*-*-* 9:0:00",
         "0 9 * * 6,7": "Sun,Sat *-*-* 9:0:00", "0 9 1 * 1": "Mon *-*-1 9:0:00"}
sys.exit(seen != found)
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
