#!/usr/bin/env bash
# nagios4 4.4.6 (Debian 12), log_passive_checks=1: the lines PASSIVE SERVICE CHECK and PASSIVE HOST CHECK of nagios.log.
# Expected: the state and the text of the result that came. Seen: those of the result before it, 0 and (null) for the first; the SERVICE ALERT
# line under it, and the line of the external command above it, have those of the result itself.
# So: a history from such a log is made of the ALERT and EXTERNAL COMMAND lines; state and text of a PASSIVE line are shown as the last ones.
set -euo pipefail
package=nagios4-core=4.4.6-4+deb12u2
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
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
log_passive_checks=1
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
  host_name h
  service_description s
  check_command none
  active_checks_enabled 0
  max_check_attempts 1
  check_interval 1
  retry_interval 1
  check_period never
  notification_period never
  contacts me
}
C
server=$(find "$work/root" -type f -path '*/sbin/nagios4')
"$server" --version | sed -n 's/^Nagios Core/nagios/p'
"$server" nagios.cfg >out 2>&1 &
pid=$!
for _ in $(seq 100); do [ -p var/command ] && break; sleep 0.1; done
[ -p var/command ] || { echo "nagios4 does not run"; exit 2; }
send() {
  echo "[$(date +%s)] $1" >var/command
  for _ in $(seq 100); do [ "$(grep -c ' ALERT: ' nagios.log)" = "$2" ] && break; sleep 0.1; done
}
send 'PROCESS_SERVICE_CHECK_RESULT;h;s;2;first' 1
send 'PROCESS_SERVICE_CHECK_RESULT;h;s;1;second' 2
send 'PROCESS_SERVICE_CHECK_RESULT;h;s;0;third' 3
send 'PROCESS_HOST_CHECK_RESULT;h;1;fourth' 4
seen=$(sed -n 's/^\[[0-9]*\] \(PASSIVE\|SERVICE ALERT\|HOST ALERT\)/\1/p' nagios.log)
echo "$seen"
found='PASSIVE SERVICE CHECK: h;s;0;(null)
SERVICE ALERT: h;s;CRITICAL;HARD;1;first
PASSIVE SERVICE CHECK: h;s;2;first
SERVICE ALERT: h;s;WARNING;HARD;1;second
PASSIVE SERVICE CHECK: h;s;1;second
SERVICE ALERT: h;s;OK;HARD;1;third
PASSIVE HOST CHECK: h;0;(null)
HOST ALERT: h;DOWN;HARD;1;fourth'
[ "$seen" = "$found" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
