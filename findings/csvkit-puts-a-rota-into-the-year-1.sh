#!/usr/bin/env bash
# csvkit 1.0.7 (Debian 12): csvjson and csvsort on rotas with a weekday, an hour, a month, a number with zeros before it and a share.
# Expected: a weekday, a month and 09:00 stay what they are. Seen: Monday is "0001-01-08" and Tuesday "0001-01-02", so that a sorted week begins
# with Tuesday; May is "0001-05-01"; 09:00 is nine minutes, "0:09:00"; the pager 007 is 7; 5% is 5. One line of another kind in the column and
# all of it stays text. -I leaves everything as it is.
# So: a rota of the year 1, or with shifts of some minutes after midnight, has been through it: the file from before is asked for.
set -euo pipefail
packages=(python3-csvkit=1.0.7-1 python3-agate=1.6.3-2 python3-agateexcel=0.2.5-2 python3-agatedbf=0.2.2-2 python3-agatesql=0.5.8-2 python3-babel=2.10.3-1
  python-babel-localedata=2.10.3-1 python3-isodate=0.6.1-1 python3-leather=0.3.4-2 python3-parsedatetime=2.6-3 python3-pytimeparse=1.1.5-3
  python3-slugify=4.0.0-2 python3-unidecode=1.3.6-1 python3-dbfread=2.0.7-5 python3-olefile=0.46-3 python3-openpyxl=3.0.9-1
  python3-et-xmlfile=1.0.1-2.1 python3-xlrd=1.2.0-3 python3-sqlalchemy=1.4.46+ds1-1 python3-six=1.16.0-4 python3-tz=2022.7.1-4)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
run() { python3 -c "import sys; from csvkit.utilities.$1 import launch_new_instance; sys.exit(launch_new_instance())" "${@:2}"; }
run csvjson --version 2>&1
printf 'day,from,who\nMonday,09:00,Ana\nTuesday,22:00,Ben\nFriday,9:30,Cy\n' >week
printf 'month,pager,share\nMay,007,5%%\nJune,010,10%%\n' >year
printf 'day,from,who\nMonday,09:00,Ana\nTuesday,22:00,Ben\nholidays,9:30,Cy\n' >mixed
seen=
for asked in "csvjson week" "csvsort -c day week" "csvjson year" "csvjson mixed" "csvjson -I week"; do
  answer=$(run $asked 2>error | tr '\n' ' ')
  echo "$asked: $answer"
  seen+="$answer;"
done
found='[{"day": "0001-01-08", "from": "0:09:00", "who": "Ana"}, {"day": "0001-01-02", "from": "0:22:00", "who": "Ben"}, {"day": "0001-01-05", "from": "0:09:30", "who": "Cy"}];'
[ "${seen:0:${#found}}" = "$found" ] && [[ $seen == *'0001-01-02,0:22:00,Ben 0001-01-05,0:09:30,Cy 0001-01-08,0:09:00,Ana '* ]] &&
  [[ $seen == *'"month": "0001-05-01", "pager": 7.0, "share": 5.0'* ]] && [[ $seen == *'"day": "holidays"'* ]] &&
  [[ $seen == *'"day": "Monday", "from": "09:00"'* ]] && { echo "as found"; exit 0; }
echo "changed"; exit 1
