#!/usr/bin/env bash
# DateTime::Event::ICal 0.13 (Debian 12, Perl): rotas that begin on 27 March 2026 at 09:00 in Europe/Berlin.
# Expected: each shift at 09:00 in Europe/Berlin. Seen: all of them floating, without a zone, so that their epoch is that of 09:00 UTC, an hour or
# two late; an end that is given in UTC as 07:00 of the 29th, the third shift, leaves that shift out; with BYSETPOS the first shift has the zone
# and the others have none.
# So: shifts that a Perl program made are compared with the calendar in instants; one or two hours late in all of them is the sign.
set -euo pipefail
packages=(libdatetime-event-ical-perl=0.13-2 libdatetime-event-recurrence-perl=0.19-2 libdatetime-set-perl=0.3900-2 libset-infinite-perl=0.65-3
  libdatetime-perl=2:1.59-1 libdatetime-locale-perl=1:1.37-1 libspecio-perl=0.48-1 libparams-validationcompiler-perl=0.31-1
  libparams-validate-perl=1.31-1 libnamespace-autoclean-perl=0.29-2 libnamespace-clean-perl=0.27-2 libsub-identify-perl=0.14-3
  libb-hooks-endofscope-perl=0.26-1 libpackage-stash-perl=0.40-1 libmodule-implementation-perl=0.09-2 libmodule-runtime-perl=0.016-2
  libtry-tiny-perl=0.31-2 libsub-exporter-progressive-perl=0.001013-3 libvariable-magic-perl=0.63-1+b1 libdevel-stacktrace-perl=2.0400-2
  libeval-closure-perl=0.14-3 libexception-class-perl=1.45-1 libclass-data-inheritable-perl=0.08-3 libfile-sharedir-perl=1.118-3
  libclass-inspector-perl=1.36-3 libclass-singleton-perl=1.6-2 libmro-compat-perl=0.15-2 librole-tiny-perl=2.002004-1 libxstring-perl=0.005-2+b1
  libsub-quote-perl=2.006008-1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q "${packages[@]}" libdatetime-timezone-perl >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
for file in ./*.deb; do dpkg -x "$file" unpacked; done
export PERL5LIB="$work/unpacked/usr/share/perl5:$(echo "$work"/unpacked/usr/lib/*/perl5/*)" TZ=UTC
echo "DateTime::Event::ICal $(perl -MDateTime::Event::ICal -e 'print DateTime::Event::ICal->VERSION')"
cat >ask.pl <<'L'
use strict;
use warnings;
use DateTime::Event::ICal;
my $first = DateTime->new(year => 2026, month => 3, day => 27, hour => 9, time_zone => "Europe/Berlin");
my $end = DateTime->new(year => 2026, month => 3, day => 29, hour => 7, time_zone => "UTC");
for my $rota (["daily", freq => "daily", count => 2], ["until 29 March 07:00 UTC", freq => "daily", until => $end],
              ["last working day", freq => "monthly", byday => [qw(mo tu we th fr)], bysetpos => [-1], count => 2]) {
  my ($name, @rule) = @$rota;
  my $shifts = DateTime::Event::ICal->recur(dtstart => $first, @rule)->iterator;
  my @seen;
  while (my $shift = $shifts->next) { push @seen, $shift->strftime("%m-%dT%R ") . $shift->time_zone->name . " = " . gmtime($shift->epoch)->strftime("%R") . "Z"; }
  print "$name: ", join(", ", @seen), "\n";
}
L
perl -MTime::Piece ask.pl | tee out
found='daily: 03-27T09:00 floating = 09:00Z, 03-28T09:00 floating = 09:00Z
until 29 March 07:00 UTC: 03-27T09:00 floating = 09:00Z, 03-28T09:00 floating = 09:00Z
last working day: 03-31T09:00 Europe/Berlin = 07:00Z, 04-30T09:00 floating = 09:00Z'
[ "$(cat out)" = "$found" ] && { echo "as found"; exit 0; }
echo "changed"; exit 1
