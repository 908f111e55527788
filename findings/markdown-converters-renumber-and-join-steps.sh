#!/usr/bin/env bash
# python-markdown 3.4.1 (what MkDocs uses) and lowdown 1.0.0 (Debian 12): a runbook as GitHub shows it, to a page.
# Expected: the steps keep their numbers, bullets below a step stay below it, and a block of commands is a block. Seen: python-markdown numbers from 1
# again behind a block that isn't indented (3 becomes 1), makes steps of bullets three blanks below a step (3 becomes 5), and both put a fenced
# block right behind the words of a step into one line: "bash systemctl stop db rm -r /var/tmp/db", two commands that became one.
# So: a step is named by its words between people with two views of one runbook, and commands are copied from the file or the console, not from such a page.
set -euo pipefail
packages=(python3-markdown=3.4.1-2+deb12u1 lowdown=1.0.0-2)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; echo "$(dpkg-deb -f "$file" Package) $(dpkg-deb -f "$file" Version)"; done
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1
cat >page.py <<'P'
import sys, html, re
from html.parser import HTMLParser
class Page(HTMLParser):
    """The steps of a page with the number that a browser shows, and where code stands."""
    def __init__(self):
        super().__init__()
        self.lists, self.words, self.steps = [], "", []
    def handle_starttag(self, tag, attributes):
        if tag in ("ol", "ul"): self.end(); self.lists.append([tag, int(dict(attributes).get("start", 1))])
        if tag in ("li", "pre"): self.end()
        if tag == "li":
            kind, number = self.lists[-1]
            self.words = f"{number}. " if kind == "ol" else "- "
            self.lists[-1][1] += 1
        if tag == "pre": self.words = "block: "
    def handle_endtag(self, tag):
        if tag in ("ol", "ul"): self.end(); self.lists.pop()
        if tag in ("li", "pre"): self.end()
    def handle_data(self, data): self.words += data
    def end(self):
        words = " ".join(self.words.split())
        if words: self.steps.append(words)
        self.words = ""
page = Page()
page.feed(sys.stdin.read())
print(" | ".join(page.steps))
P
markdown() { python3 -c 'import sys, markdown; print(markdown.markdown(sys.stdin.read(), extensions=["extra"]))' | python3 page.py; }
lowdown() { root/usr/bin/lowdown -Thtml | python3 page.py; }
printf '%s\n' '1. Look' '2. Stop:' '' '```bash' 'df -h' '```' '' '3. Free space' >unindented.md
printf '%s\n' '1. Look' '2. Choose' '   - logs' '   - cores' '3. Free space' >below.md
printf '%s\n' 'Disk full' '' '1. Stop:' '   ```bash' '   systemctl stop db' '   rm -r /var/tmp/db' '   ```' '2. Look' >fenced.md
seen=("$(markdown <unindented.md)" "$(markdown <below.md)" "$(markdown <fenced.md)" "$(lowdown <fenced.md)")
printf '%s\n' "python-markdown: ${seen[0]}" "python-markdown: ${seen[1]}" "python-markdown: ${seen[2]}" "lowdown: ${seen[3]}"
joined='Disk full | 1. Stop: bash systemctl stop db rm -r /var/tmp/db | 2. Look'
[ "${seen[0]}" = '1. Look | 2. Stop: | block: df -h | 1. Free space' ] && [ "${seen[1]}" = '1. Look | 2. Choose | 3. logs | 4. cores | 5. Free space' ] &&
  [ "${seen[2]}" = "$joined" ] && [ "${seen[3]}" = "$joined" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
