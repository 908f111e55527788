#!/usr/bin/env bash
# markdownlint-cli2 0.22.1 (npm): --fix over a runbook that is valid Markdown, with no rules but its own.
# Expected: blank lines, bullets and spaces change; what a reader does by it stays. Seen: a step behind a block that isn't indented is numbered anew, so
# that "3. Free space" is 1 and "go to step 3" leads nowhere; the tabs of a here document become spaces, so that make refuses the file that the step
# writes; and a text to search for loses the blank that it begins with, so that it finds more. It ends with 0 and no complaint.
# So: a runbook is compared command by command before and after such a run, and a step is linked by its words, not by its number.
set -euo pipefail
package=markdownlint-cli2@0.22.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
printf '%s\n' '# Disk full' '' '1. Stop the writer' '2. Make the tool:' '' '```bash' "cat >Makefile <<'T'" 'all:' $'\techo done' 'T' 'make' '```' '' \
  '3. Free space' '4. Search for ` id=` and go to step 3' >runbook.md
code=0
node_modules/.bin/markdownlint-cli2 --fix runbook.md >said 2>&1 || code=$?
head -1 said
grep -n 'echo\|space\|step' runbook.md
sed -n "/^all/,/^T/p" runbook.md | sed '$d' >Makefile
made=$(make -n 2>&1 || true)
echo "make: $made"
[ "$code" = 0 ] && [ "$(grep '[Ff]ree\|step' runbook.md | paste -sd,)" = '1. Free space,2. Search for `id=` and go to step 3' ] &&
  [[ $made == *"missing separator"* ]] && { echo "as found"; exit 0; }
echo "changed"; exit 1
