#!/usr/bin/env bash
# nagios4 4.4.6 (Debian 12): the state of a service in statusjson.cgi (servicelist) and in archivejson.cgi (alertlist, statechangelist).
# Expected: one set of numbers in both, since both are "JSON CGIs" of one release. Seen: CRITICAL is 16 in statusjson and 32 in archivejson,
# where 16 is WARNING; a state of the archive may be 0 (the made-up one at the beginning of the time asked for).
# So: each of the two CGIs has a table of states of its own, or both are asked with formatoptions=enumerate, which answers in words.
set -euo pipefail
packages=(nagios4-core=4.4.6-4+deb12u2 nagios4-cgi=4.4.6-4+deb12u2)
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
mkdir var results archive
cat >nagios.cfg <<C
cfg_file=$work/objects.cfg
log_file=$work/nagios.log
object_cache_file=$work/var/objects
precached_object_file=$work/var/precached
status_file=$work/var/status
state_retention_file=$work/var/retention
temp_file=$work/var/temporary
temp_path=$work/var
lock_file=$work/var/lock
command_file=$work/var/command
query_socket=$work/var/socket
check_result_path=$work/results
log_archive_path=$work/archive
log_rotation_method=n
nagios_user=$(id -un)
nagios_group=$(id -gn)
check_external_commands=1
status_update_interval=1
C
cat >objects.cfg <<'C'
define timeperiod {
  timeperiod_name never
  alias never
}
define command {
  command_name none
  command_line true
}
define contact {
  contact_name me
  service_notification_period never
  host_notification_period never
  service_notification_commands none
  host_notification_commands none
}
define host {
  host_name h
  address 127.0.0.1
  check_command none
  active_checks_enabled 0
  max_check_attempts 1
  check_period never
  notification_period never
  contacts me
}
define service {
  name passive
  register 0
  host_name h
  check_command none
  active_checks_enabled 0
  max_check_attempts 1
  check_interval 1
  retry_interval 1
  check_period never
  notification_period never
  contacts me
}
define service {
  use passive
  service_description critical
}
define service {
  use passive
  service_description warning
}
C
printf '%s\n' "main_config_file=$work/nagios.cfg" "physical_html_path=$work" url_html_path=/nagios use_authentication=0 >cgi.cfg
server=$(find "$work/root" -type f -path '*/sbin/nagios4')
"$server" --version | sed -n 's/^Nagios Core/nagios/p'
"$server" nagios.cfg >out 2>&1 &
pid=$!
for _ in $(seq 100); do [ -p var/command ] && break; sleep 0.1; done
[ -p var/command ] || { echo "nagios4 does not run"; exit 2; }
now=$(date +%s)
for result in 'critical;2' 'warning;1'; do echo "[$now] PROCESS_SERVICE_CHECK_RESULT;h;$result;text"; done >var/command
for _ in $(seq 100); do [ "$(grep -c 'SERVICE ALERT' nagios.log)" = 2 ] && break; sleep 0.1; done
sleep 2
code=0
python3 - "$(dirname "$(find "$work/root" -name statusjson.cgi)")" <<'P' || code=$?
import json, os, subprocess, sys
def ask(cgi, query):
    surroundings = {**os.environ, "NAGIOS_CGI_CONFIG": os.path.abspath("cgi.cfg"), "REQUEST_METHOD": "GET", "REMOTE_USER": "me",
                    "QUERY_STRING": query}
    said = subprocess.run([f"{sys.argv[1]}/{cgi}.cgi"], env=surroundings, capture_output=True, text=True).stdout
    return json.loads(said[said.index("{"):])["data"]
span = "starttime=-3600&endtime=-0"
now = ask("statusjson", "query=servicelist")["servicelist"]["h"]
alerts = {one["description"]: one["state"] for one in ask("archivejson", f"query=alertlist&{span}")["alertlist"]}
words = {one["description"]: one["state"] for one in ask("archivejson", f"query=alertlist&formatoptions=enumerate&{span}")["alertlist"]}
query = f"query=statechangelist&objecttype=service&hostname=h&servicedescription=critical&{span}"
changes = [one["state"] for one in ask("archivejson", query)["statechangelist"]]
print(f"statusjson: {now}; archivejson: {alerts}, in words {words}, changes {changes}")
numbers = now == {"critical": 16, "warning": 4} and alerts == {"critical": 32, "warning": 16}
sys.exit(not (numbers and words == {one: one for one in now} and changes == [0, 32]))
P
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1
