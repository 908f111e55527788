#!/usr/bin/env bash
# gmond 3.7.2 (ganglia-monitor, Debian 12): metrics that gmetric sends with a unit or a title, and the XML that gmond answers with.
# Expected: & < and " are written as XML has it, as gmetric itself refuses a quote in a value. Seen: & and < in a unit and both quotes of a title
# stand there raw, so that no reader of XML takes the answer: one metric of one host hides all metrics of the cluster from it.
# So: "no data from ganglia" while its port answers is looked at as text; titles and units are told without these characters.
set -euo pipefail
packages=(ganglia-monitor=3.7.2-6+b2 libganglia1=3.7.2-6+b2 libapr1=1.7.2-3+deb12u1 libconfuse2=3.3-3)
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
library() { dirname "$(find "$work/root" -name "$1" | head -1)"; }
LD_LIBRARY_PATH="$(library 'libganglia.so.0'):$(library 'libapr-1.so.0'):$(library 'libconfuse.so.2')"
export LD_LIBRARY_PATH
read -r udp tcp < <(python3 -c '
import socket
both = [socket.socket(socket.AF_INET, kind) for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM)]
for one in both: one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in both))')
cat >gmond.conf <<C
globals { daemonize = no setuid = no override_hostname = "host" }
cluster { name = "shop" }
udp_send_channel { host = 127.0.0.1 port = $udp }
udp_recv_channel { bind = 127.0.0.1 port = $udp }
tcp_accept_channel { bind = 127.0.0.1 port = $tcp }
C
root/usr/sbin/gmond --version
root/usr/sbin/gmond -f -c "$work/gmond.conf" >log 2>&1 &
pid=$!
cat >ask.py <<'P'
import re, socket, subprocess, sys, time, xml.dom.minidom
def ask():
    with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5) as line:
        return b"".join(iter(lambda: line.recv(65536), b"")).decode()
def send(name, *words):
    for _ in range(50):
        subprocess.run(["root/usr/bin/gmetric", "-c", "gmond.conf", "-n", name, "-v", "5", "-t", "uint16", *words], check=True)
        time.sleep(0.1)
        try: text = ask()
        except OSError: continue
        if f'NAME="{name}"' in text: return text
    sys.exit(2)
def valid(text):
    try: xml.dom.minidom.parseString(text)
    except Exception: return "no XML"
    return "XML"
seen = []
for name, *words in ("plain", "-u", "MB/s"), ("unit", "-u", "R&D <s>"), ("title", "-T", 'the "hot" one'):
    text = send(name, *words)
    part = re.search(f'NAME="{name}".*?</METRIC>', text, re.S).group()
    said = re.search('(UNITS="R.*?") TN|"TITLE" (VAL=".*")/>', part) if name != "plain" else None
    seen.append((valid(text), next(filter(None, said.groups())) if said else ""))
    print(name, *seen[-1])
sys.exit(seen != [("XML", ""), ("no XML", 'UNITS="R&D <s>"'), ("no XML", 'VAL="the "hot" one"')])
P
code=0; python3 ask.py "$tcp" || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
[ "$code" != 2 ] || { echo "gmond does not run"; exit 2; }
echo "changed"; exit 1
