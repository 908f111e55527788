#include "app/calendar/zones.h"

#include "app/calendar/recurrence.h"
#include "app/core/zonename.h"

#include <algorithm>

namespace quarterdeck::calendar {

namespace {

/// Invalid where the name is of no zone that is known here.
QTimeZone zoneCalled(const QByteArray &name)
{
    // "/freeassociation.sourceforge.net/Europe/Berlin", "/citadel.org/20210210_1/America/Indiana/Knox".
    const QList<QByteArray> parts = name.split('/');
    for (qsizetype count = parts.size(); count > 0; --count) {
        const QTimeZone zone = ianaZone(parts.sliced(parts.size() - count).join('/'));
        if (zone.isValid() && (count > 1 || parts.size() == 1)) {
            return zone;
        }
    }
    const QByteArray ofWindows = QTimeZone::windowsIdToDefaultIanaId(name);
    return ianaZone(ofWindows);
}

bool isAllowed(const std::optional<WrittenTime> &until, qint64 local, qint64 offsetBefore)
{
    return !until || (until->isUtc ? local - offsetBefore : local) <= until->local;
}

} // namespace

Zones::Zones(const Content &content, TimeRange range, QTimeZone otherwise)
    : m_content(content)
    , m_range(range)
    , m_otherwise(std::move(otherwise))
    , m_utc(QTimeZone::utc(), range)
{
}

const ZoneClock &Zones::clockOf(const WrittenTime &time)
{
    if (time.isUtc) {
        return m_utc;
    }
    auto found = m_clocks.find(time.zone);
    if (found == m_clocks.end()) {
        found = m_clocks.emplace(time.zone, time.zone.isEmpty() ? ofCalendar() : named(time.zone)).first;
    }
    return found->second;
}

ZoneClock Zones::named(const QByteArray &id)
{
    if (const QTimeZone zone = zoneCalled(id); zone.isValid()) {
        return {zone, m_range};
    }
    if (const QTimeZone zone = zoneCalled(m_content.knownAs.value(id)); zone.isValid()) {
        return {zone, m_range};
    }
    if (const auto defined = m_content.zones.constFind(id); defined != m_content.zones.constEnd() && !defined->empty()) {
        return byObservances(*defined);
    }
    m_doubts.push_back({Doubt::Kind::UnknownZone, QString::fromUtf8(id)});
    return clockOf({});
}

ZoneClock Zones::ofCalendar()
{
    if (const QTimeZone zone = zoneCalled(m_content.zone); zone.isValid()) {
        return {zone, m_range};
    }
    if (m_otherwise.isValid()) {
        return {m_otherwise, m_range};
    }
    if (m_content.zones.size() == 1 && !m_content.zones.cbegin()->empty()) {
        return named(m_content.zones.cbegin().key());
    }
    m_doubts.push_back({Doubt::Kind::NoZone, QString::fromUtf8(QTimeZone::systemTimeZoneId())});
    return {QTimeZone::systemTimeZone(), m_range};
}

ZoneClock Zones::byObservances(const std::vector<Observance> &observances) const
{
    constexpr qint64 TwoDays = 2 * 86'400'000LL;
    std::vector<std::pair<ZoneClock::Change, qint64>> changes; // and the offset before
    for (const Observance &observance : observances) {
        const qint64 before = observance.offsetBefore * 1000LL;
        const auto add = [&](qint64 local) { changes.push_back({{local - before, observance.offset * 1000LL}, before}); };
        add(observance.start.local);
        for (const ExtraDate &extra : observance.extra) {
            add(extra.start.local);
        }
        for (const QByteArray &rule : observance.rules) {
            const auto starts = startsOf(rule, observance.start, m_range.to.ms + TwoDays);
            for (const qint64 local : starts ? starts->locals : std::vector<qint64> {}) {
                if (isAllowed(starts->until, local, before)) {
                    add(local);
                }
            }
        }
    }
    std::ranges::sort(changes, {}, [](const auto &change) { return change.first.from; });
    std::vector<ZoneClock::Change> ordered;
    for (const auto &change : changes) {
        ordered.push_back(change.first);
    }
    return {changes.front().second, ordered};
}

} // namespace quarterdeck::calendar
