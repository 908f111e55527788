#!/usr/bin/env bash
# rrule 2.8.1 (npm): toText() of a rota's rule, and isFullyConvertibleToText(), which is there to say whether the words hold all of the rule.
# Expected: the first Monday of the month is named as such, half past nine too, or isFullyConvertibleToText() is false. Seen: it is true, and
# BYSETPOS and BYMINUTE are left out: "every month on Monday", "every week on Monday at 9". Every second day that is a weekday becomes "every 2
# weekdays", which fromText() reads as Monday to Friday of every second week.
# So: the words are never shown alone for a rule with BYSETPOS, BYMINUTE or BYSECOND, and never read back.
set -euo pipefail
package=rrule@2.8.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
cat >ask.cjs <<'J'
const { RRule } = require("rrule");
const rules = ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30", "FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR"];
const seen = rules.map(text => {
  const rule = RRule.fromString(text);
  console.log(`${text}: "${rule.toText()}", fully: ${rule.isFullyConvertibleToText()}`);
  return `${rule.toText()} ${rule.isFullyConvertibleToText()}`;
});
const back = RRule.fromText("every 2 weekdays").toString();
console.log(`"every 2 weekdays" is read as ${back}`);
const found = ["every month on Monday true", "every week on Monday at 9 true", "every 2 weekdays true"];
process.exit(seen.join() === found.join() && back.includes("INTERVAL=2") && back.includes("FREQ=WEEKLY") ? 0 : 1);
J
echo "rrule $(node -p 'require("rrule/package.json").version')"
code=0; node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
