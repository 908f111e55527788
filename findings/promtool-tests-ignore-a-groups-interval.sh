#!/usr/bin/env bash
# promtool 2.42.0 (Debian 12): a unit test of a rule group that has an interval of its own.
# Expected: a group with interval: 10m is evaluated at 0 and 10 minutes, as the server does, so that an alert of for: 5m over a problem from
# 2 to 8 minutes never fires. Seen: the group is evaluated at each evaluation_interval of the test; the alert fires at the 7th minute, and the
# test that expects it passes. With evaluation_interval: 10m the same alert doesn't fire.
# So: a passed unit test says nothing about when a rule fires; a replay of a rule goes by the interval of its group.
set -euo pipefail
package=prometheus=2.42.0+ds-5+deb12u1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "$package" >/dev/null 2>&1 || { echo "cannot get $package"; exit 2; }
dpkg -x ./*.deb root
promtool=root/usr/bin/promtool
cat >rules.yml <<'Y'
groups:
- name: slow
  interval: 10m
  rules:
  - {record: evaluated_at, expr: vector(time())}
  - {alert: Down, expr: up == 0, for: 5m}
Y
test_of() { # evaluation_interval, when the group was evaluated last at 7 minutes, alerts then
  cat <<Y
rule_files: [rules.yml]
evaluation_interval: $1
tests:
- interval: 1m
  input_series: [{series: 'up{job="a"}', values: '1 1 0x6 1x20'}]
  alert_rule_test: [{eval_time: 7m, alertname: Down, exp_alerts: [$3]}]
  promql_expr_test: [{expr: 'last_over_time(evaluated_at[10m])', eval_time: 7m, exp_samples: [{labels: evaluated_at, value: $2}]}]
Y
}
test_of 1m 420 '{exp_labels: {job: a}}' >every-minute.yml
test_of 10m 0 '' >own-interval.yml
test_of 1m 0 '' >expected.yml
"$promtool" --version 2>&1 | head -1
seen=
for name in every-minute own-interval expected; do
  code=0; "$promtool" test rules "$name.yml" >out 2>&1 || code=$?
  echo "$name: exit $code"
  seen="$seen $code"
done
[ "$seen" = " 0 0 1" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
