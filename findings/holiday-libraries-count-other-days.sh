#!/usr/bin/env bash
# holidays 0.10.1 (Debian's python3-holidays) and date-holidays 3.37.0 (npm): is a day of the rota a public holiday, asked with the country alone?
# Expected: yes only for a day on which the whole country is off. Seen: holidays has every Sunday for Sweden and Norway (66 and 61 days a year), what
# only Scotland or Northern Ireland has for the United Kingdom, and what Ontario has for Canada, but for Germany only what all of it has.
# isHoliday() of date-holidays is true for Mother's Day and for Carnival Monday, on which nobody is off, as days to observe count too.
# So: shifts on holidays are counted with a list of days that a person has read; a report says whose list it was and how many days it has.
set -euo pipefail
packages=(python3-holidays=0.10.1-3 python3-convertdate=2.4.0-1 python3-pymeeus=0.5.11+dfsg1-1 python3-dateutil=2.8.2-2 python3-six=1.16.0-4)
package=date-holidays@3.37.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
npm install --no-audit --no-fund --ignore-scripts "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1 TZ=UTC
echo "python3-holidays $(dpkg-deb -f ./python3-holidays_*.deb Version)"
echo "date-holidays $(node -p "JSON.parse(fs.readFileSync('node_modules/date-holidays/package.json')).version")"
export PYTHONIOENCODING=utf-8
python3 - <<'P' | tee python.out
import datetime, holidays
for country, day in (("Sweden", "2026-06-07"), ("Norway", "2026-06-07"), ("UnitedKingdom", "2026-03-17"), ("UnitedKingdom", "2026-01-02"),
                     ("Canada", "2026-02-16"), ("Germany", "2026-01-06")):
    year = getattr(holidays, country)(years=2026)
    print(f"{country} {day} {year.get(datetime.date.fromisoformat(day))} ({len(year)} in the year)")
P
cat >ask.cjs <<'J'
const Holidays = require("date-holidays");
for (const [country, day] of [["DE", "2026-05-10"], ["DE", "2026-02-16"], ["DE", "2026-05-01"], ["DE", "2026-05-12"]]) {
  const found = new Holidays(country).isHoliday(new Date(`${day}T12:00:00Z`));
  console.log(country, day, Boolean(found), found ? found.map(one => one.type).join() : "-");
}
J
node ask.cjs | tee node.out
[ "$(paste -sd, python.out)" = "Sweden 2026-06-07 Söndag (66 in the year),Norway 2026-06-07 Søndag (61 in the year),\
UnitedKingdom 2026-03-17 St. Patrick's Day [Northern Ireland] (14 in the year),UnitedKingdom 2026-01-02 New Year Holiday [Scotland] (14 in the year),\
Canada 2026-02-16 Family Day (10 in the year),Germany 2026-01-06 None (9 in the year)" ] &&
  [ "$(paste -sd, node.out)" = "DE 2026-05-10 true observance,DE 2026-02-16 true observance,DE 2026-05-01 true public,DE 2026-05-12 false -" ] &&
  { echo "as found"; exit 0; }
echo "changed"; exit 1
