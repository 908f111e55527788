#!/usr/bin/env bash
# Monitoring::Plugin 0.40 (libmonitoring-plugin-perl, Debian 12): parse_perfstring on the performance data of a check.
# Expected: every value with its thresholds; U is a value that isn't known; a quote in a label is written twice. Seen: a threshold that alerts
# inside a range (@4:5) is gone with the minimum and maximum behind it, and a value of U, a label with a quote and one with = are left out whole.
# So: a graph or a table from this library isn't complete; a check without a critical threshold there may well have one.
set -euo pipefail
packages=(libmonitoring-plugin-perl=0.40-1 libclass-accessor-perl=0.51-2 libsub-name-perl=0.26-2+b1 libmath-calc-units-perl=1.07-2.1
  libparams-validate-perl=1.31-1 libmodule-implementation-perl=0.09-2 libmodule-runtime-perl=0.016-2 libtry-tiny-perl=0.31-2)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" root; done
PERL5LIB="$work/root/usr/share/perl5:$(dirname "$(find "$work/root" -type d -path '*perl5/*/Params' | head -1)")"
export PERL5LIB
cat >ask.pl <<'P'
use Monitoring::Plugin::Performance;
print "Monitoring::Plugin $Monitoring::Plugin::Performance::VERSION\n";
for my $text ("load=1;2;4;0;9", "temp=1;2;\@4:5;0;9", "used=5 free=U;1;2", "'it''s'=1 b=2", "'a=b'=1 b=2") {
  my @seen = map { my $one = $_; join " ", map { "$_ " . ($one->$_ // "-") } qw(label value warning critical min max) }
    Monitoring::Plugin::Performance->parse_perfstring($text);
  print "$text: ", join("; ", @seen), "\n";
}
P
perl ask.pl >out || { echo "Monitoring::Plugin does not run"; exit 2; }
cat out
cat >found <<'T'
load=1;2;4;0;9: label load value 1 warning 2 critical 4 min 0 max 9
temp=1;2;@4:5;0;9: label temp value 1 warning 2 critical - min - max -
used=5 free=U;1;2: label used value 5 warning - critical - min - max -
'it''s'=1 b=2: label b value 2 warning - critical - min - max -
'a=b'=1 b=2: label b value 2 warning - critical - min - max -
T
cmp -s <(tail -n +2 out) found && { echo "as found"; exit 0; }
echo "changed"; exit 1
