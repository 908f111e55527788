#include "app/logformat/settler.h"

namespace quarterdeck::logformat {

namespace {

constexpr qint64 QuarterSeconds = 900;
constexpr qint64 DaySeconds = 86'400;

} // namespace

void Guesses::add(const Guesses &more)
{
    hasZone = hasZone || more.hasZone;
    hasYear = hasYear || more.hasYear;
    words.unite(more.words);
}

Settler::Settler(QTimeZone zone, UtcTime latest)
    : m_zone(std::move(zone))
    , m_latest(latest)
{
}

std::optional<qint64> Settler::nanos(const Stamp &stamp)
{
    std::optional<qint64> seconds;
    switch (stamp.doubt) {
    case Doubt::None:
    case Doubt::Fraction:
    case Doubt::LeapSecond:
        seconds = stamp.seconds;
        break;
    case Doubt::Zone:
        m_guesses.hasZone = true;
        seconds = stamp.seconds - quarterOf(stamp.seconds).offset;
        break;
    case Doubt::ZoneWord:
        seconds = byWord(stamp);
        break;
    case Doubt::YearAndZone:
        seconds = byYear(stamp);
        break;
    case Doubt::NoSuchDate:
    case Doubt::NoTime:
        break;
    }
    // What no int64 of nanoseconds holds is no time of a log.
    constexpr qint64 Furthest = UtcTime::MostNanosMs / 1000 - 1;
    if (!seconds || *seconds > Furthest || *seconds < -Furthest) {
        return std::nullopt;
    }
    return *seconds * 1'000'000'000 + stamp.nanos;
}

int Settler::offsetAt(qint64 utc) const
{
    return m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utc, Qt::UTC));
}

const Settler::Quarter &Settler::quarterOf(qint64 local)
{
    const qint64 quarter = local / QuarterSeconds;
    if (quarter == m_quarter.at) {
        return m_quarter;
    }
    // An hour that the clocks show twice is taken for the first, one that they leave out for what it was before.
    const int before = offsetAt(local - DaySeconds);
    const int after = offsetAt(local + DaySeconds);
    const bool isAfter = before != after && offsetAt(local - before) != before && offsetAt(local - after) == after;
    m_quarter.at = quarter;
    m_quarter.offset = isAfter ? after : before;
    m_quarter.name = m_zone.abbreviation(QDateTime::fromSecsSinceEpoch(local - m_quarter.offset, Qt::UTC)).toLatin1();
    return m_quarter;
}

qint64 Settler::byWord(const Stamp &stamp)
{
    const Quarter &own = quarterOf(stamp.seconds);
    const QByteArrayView word = stamp.zoneWord();
    if (own.name == word) {
        return stamp.seconds - own.offset;
    }
    // The second of an hour that is shown twice.
    const int later = offsetAt(stamp.seconds - own.offset + 2 * 3600);
    if (later != own.offset && m_zone.abbreviation(QDateTime::fromSecsSinceEpoch(stamp.seconds - later, Qt::UTC)).toLatin1() == word) {
        return stamp.seconds - later;
    }
    m_guesses.words.insert(word.toByteArray());
    return stamp.seconds - offsetOfWord(word).value_or(own.offset);
}

std::optional<qint64> Settler::byYear(const Stamp &stamp)
{
    constexpr int YearsBack = 8; // as far apart as February 29 may be
    m_guesses.hasZone = true;
    m_guesses.hasYear = true;
    const qint64 latest = m_latest.ms / 1000 + DaySeconds;
    Civil civil = civilOf(stamp.seconds);
    const int newest = civilOf(latest).year;
    for (int year = newest; year >= newest - YearsBack; --year) {
        civil.year = year;
        if (const auto local = secondsOf(civil)) {
            const qint64 utc = *local - quarterOf(*local).offset;
            if (utc <= latest) {
                return utc;
            }
        }
    }
    return std::nullopt;
}

} // namespace quarterdeck::logformat
