#include "app/logformat/stamp.h"

#include <algorithm>

namespace quarterdeck::logformat {

namespace {

constexpr int Ambiguous = 1'000'000;
constexpr int HourSeconds = 3600;
constexpr int HalfHour = 1800;

struct ZoneName {
    QByteArrayView word;
    int offset; ///< Seconds east of UTC; Ambiguous where several zones are called so.
};

// What the zones of the world write for themselves and is not a number.
constexpr std::array Zones {ZoneName {"CET", HourSeconds}, ZoneName {"CEST", 2 * HourSeconds}, ZoneName {"EET", 2 * HourSeconds},
    ZoneName {"EEST", 3 * HourSeconds}, ZoneName {"WET", 0}, ZoneName {"WEST", HourSeconds}, ZoneName {"MSK", 3 * HourSeconds},
    ZoneName {"EST", -5 * HourSeconds}, ZoneName {"EDT", -4 * HourSeconds}, ZoneName {"CDT", Ambiguous}, ZoneName {"CST", Ambiguous},
    ZoneName {"MST", -7 * HourSeconds}, ZoneName {"MDT", -6 * HourSeconds}, ZoneName {"PST", Ambiguous}, ZoneName {"PDT", -7 * HourSeconds},
    ZoneName {"AKST", -9 * HourSeconds}, ZoneName {"AKDT", -8 * HourSeconds}, ZoneName {"HST", -10 * HourSeconds}, ZoneName {"HDT", -9 * HourSeconds},
    ZoneName {"AST", Ambiguous}, ZoneName {"ADT", -3 * HourSeconds}, ZoneName {"NST", -(3 * HourSeconds + HalfHour)},
    ZoneName {"NDT", -(2 * HourSeconds + HalfHour)}, ZoneName {"IST", Ambiguous}, ZoneName {"IDT", 3 * HourSeconds}, ZoneName {"BST", Ambiguous},
    ZoneName {"JST", 9 * HourSeconds}, ZoneName {"KST", 9 * HourSeconds}, ZoneName {"HKT", 8 * HourSeconds}, ZoneName {"PKT", 5 * HourSeconds},
    ZoneName {"WIB", 7 * HourSeconds}, ZoneName {"WITA", 8 * HourSeconds}, ZoneName {"WIT", 9 * HourSeconds}, ZoneName {"SAST", 2 * HourSeconds},
    ZoneName {"CAT", 2 * HourSeconds}, ZoneName {"EAT", 3 * HourSeconds}, ZoneName {"WAT", HourSeconds}, ZoneName {"AEST", 10 * HourSeconds},
    ZoneName {"AEDT", 11 * HourSeconds}, ZoneName {"ACST", 9 * HourSeconds + HalfHour}, ZoneName {"ACDT", 10 * HourSeconds + HalfHour},
    ZoneName {"AWST", 8 * HourSeconds}, ZoneName {"NZST", 12 * HourSeconds}, ZoneName {"NZDT", 13 * HourSeconds}, ZoneName {"SST", Ambiguous},
    ZoneName {"ChST", 10 * HourSeconds}};

const ZoneName *zoneNamed(QByteArrayView word)
{
    const auto *const found = std::find_if(Zones.begin(), Zones.end(), [word](const ZoneName &zone) { return zone.word == word; });
    return found == Zones.end() ? nullptr : found;
}

constexpr bool isLeap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int daysOf(int year, int month)
{
    constexpr std::array Days {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : Days.at(std::size_t(month - 1));
}

/// Days since the epoch, by the count of 400-year eras that begin in March.
constexpr qint64 daysSinceEpoch(int year, int month, int day)
{
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 ofEra = y - era * 400;
    const qint64 ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719'468;
}

} // namespace

QByteArrayView Stamp::zoneWord() const
{
    const auto end = std::find(word.begin(), word.end(), '\0');
    return {word.data(), end - word.begin()};
}

std::optional<qint64> secondsOf(const Civil &civil)
{
    const bool isDay = civil.month >= 1 && civil.month <= 12 && civil.day >= 1 && civil.day <= daysOf(civil.year, civil.month);
    const bool isTime = civil.hour >= 0 && civil.hour <= 23 && civil.minute >= 0 && civil.minute <= 59 && civil.second >= 0 && civil.second <= 60;
    if (!isDay || !isTime) {
        return std::nullopt;
    }
    return daysSinceEpoch(civil.year, civil.month, civil.day) * 86'400 + civil.hour * 3600 + civil.minute * 60 + civil.second;
}

Civil civilOf(qint64 seconds)
{
    qint64 days = seconds / 86'400;
    qint64 rest = seconds % 86'400;
    if (rest < 0) {
        rest += 86'400;
        --days;
    }
    days += 719'468;
    const qint64 era = (days >= 0 ? days : days - 146'096) / 146'097;
    const qint64 ofEra = days - era * 146'097;
    const qint64 yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36'524 - ofEra / 146'096) / 365;
    const qint64 ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 march = (5 * ofYear + 2) / 153;
    Civil civil;
    civil.day = int(ofYear - (153 * march + 2) / 5 + 1);
    civil.month = int(march < 10 ? march + 3 : march - 9);
    civil.year = int(yearOfEra + era * 400 + (civil.month <= 2 ? 1 : 0));
    civil.hour = int(rest / 3600);
    civil.minute = int(rest / 60 % 60);
    civil.second = int(rest % 60);
    return civil;
}

std::optional<int> offsetOfWord(QByteArrayView word)
{
    const ZoneName *zone = zoneNamed(word);
    return zone == nullptr || zone->offset == Ambiguous ? std::nullopt : std::optional(zone->offset);
}

bool isZoneWord(QByteArrayView word)
{
    return zoneNamed(word) != nullptr;
}

} // namespace quarterdeck::logformat
