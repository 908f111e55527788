#pragma once

#include "models/rota.h"

#include <QString>

#include <functional>

namespace quarterdeck {

class TimeControl;

/// How an instant is written.
using InstantText = std::function<QString(UtcTime)>;

/// The beginning of a day, and its name: "Tue 1 Dec".
struct RotaDay {
    UtcTime at;
    QString name;
};

/// The days that begin within the range, in the zone shown.
std::vector<RotaDay> daysIn(const TimeControl &time, TimeRange range);
/// The names, or that it is nobody, or that it is not known.
QString peopleWords(RotaStretch::Kind kind, const QStringList &people);
/// The title of the page: what is worst, and "covered" only where everything is known.
QString findingWords(const RotaFinding &finding);
/// Until when somebody is called, and when again.
QString personWords(const PersonDuty &duty, const InstantText &instantText);
/// What is missing, old or ends early in an answer; empty where nothing is. `until`: the end of what was asked for.
QString doubtWords(const OnCallAnswer &answer, UtcTime until, UtcTime now, const InstantText &instantText);

} // namespace quarterdeck
