#include "app/calendar/calendar.h"

#include "app/calendar/recurrence.h"
#include "app/calendar/zones.h"

#include <QElapsedTimer>

#include <algorithm>

namespace quarterdeck {

using namespace calendar;

namespace {

constexpr qint64 DayMs = 86'400'000;
constexpr std::size_t MostShifts = 100'000;
/// The rules of one file; one that matches no date is searched for seconds.
constexpr qint64 LongestWork = 3000; // ms

qint64 dayOf(qint64 local)
{
    return floorDiv(local, DayMs);
}

/// One member of what an event and its rules make.
struct Instance {
    UtcTime from;
    qint64 local = 0;
    UtcTime to {}; ///< Valid where an RDATE says it.
};

/// All that has one UID: an event, and what takes the place of some of its instances.
struct Family {
    std::vector<const Event *> events;
    std::vector<const Event *> edits;
};

class Expansion {
public:
    Expansion(const Content &content, TimeRange range, const QTimeZone &zone)
        : m_content(content)
        , m_range(range)
        , m_zones(content, clockRange(content, range), zone)
    {
    }

    CalendarReading run()
    {
        m_begun.start();
        m_reading.name = m_content.name;
        m_reading.doubts = m_content.doubts;
        for (const Family &family : families()) {
            expand(family);
        }
        for (const Doubt &doubt : m_zones.doubts()) {
            m_reading.doubts.push_back(doubt);
        }
        std::ranges::stable_sort(m_reading.shifts, {}, &CalendarShift::from);
        return std::move(m_reading);
    }

private:
    static TimeRange clockRange(const Content &content, TimeRange range)
    {
        TimeRange all = range;
        for (const Event &event : content.events) {
            all.from = std::min(all.from, UtcTime {event.start.local});
        }
        return all;
    }

    void doubt(Doubt::Kind kind, const QString &about)
    {
        const Doubt doubt {kind, about};
        if (std::ranges::find(m_reading.doubts, doubt) == m_reading.doubts.end()) {
            m_reading.doubts.push_back(doubt);
        }
    }

    std::vector<Family> families() const
    {
        std::vector<Family> families;
        QHash<QByteArray, std::size_t> byUid;
        for (const Event &event : m_content.events) {
            const auto known = event.uid.isEmpty() ? byUid.constEnd() : byUid.constFind(event.uid);
            const std::size_t at = known == byUid.constEnd() ? families.size() : *known;
            if (at == families.size()) {
                families.emplace_back();
                byUid.insert(event.uid, at);
            }
            (event.instead ? families[at].edits : families[at].events).push_back(&event);
        }
        for (Family &family : families) {
            keepNewest(family.events);
        }
        return families;
    }

    /// Of the revisions of one event the last.
    static void keepNewest(std::vector<const Event *> &events)
    {
        int newest = 0;
        for (const Event *event : events) {
            newest = std::max(newest, event->sequence);
        }
        std::erase_if(events, [newest](const Event *event) { return event->sequence < newest; });
    }

    void expand(const Family &family)
    {
        std::vector<const Event *> edits = family.edits;
        std::ranges::stable_sort(edits, {}, [this](const Event *edit) { return std::pair(m_zones.instantOf(*edit->instead).ms, edit->sequence); });
        for (const Event *event : family.events) {
            expand(*event, edits);
        }
        // Each is there even where what it takes the place of is not, as in an invitation to one of many meetings.
        for (std::size_t i = 0; i < edits.size(); ++i) {
            const bool isRevised = i + 1 < edits.size() && m_zones.instantOf(*edits[i + 1]->instead) == m_zones.instantOf(*edits[i]->instead);
            if (!isRevised && !edits[i]->isCancelled) {
                const UtcTime from = m_zones.instantOf(edits[i]->start);
                add(*edits[i], {from, edits[i]->start.local, {}});
            }
        }
    }

    void expand(const Event &event, const std::vector<const Event *> &edits)
    {
        if (event.isCancelled) {
            return;
        }
        for (const Instance &instance : instancesOf(event)) {
            const auto replaces = [&](const Event *edit) { return isAt(*edit->instead, event, instance); };
            if (std::ranges::any_of(edits, replaces)) {
                continue;
            }
            const auto later = std::ranges::find_if(edits.rbegin(), edits.rend(),
                [&](const Event *edit) { return edit->isFromThenOn && m_zones.instantOf(*edit->instead) <= instance.from; });
            if (later == edits.rend()) {
                add(event, instance);
            } else if (!(*later)->isCancelled) {
                // What was moved once is moved by as much from then on, by the clock on the wall.
                const ZoneClock &clock = m_zones.clockOf((*later)->start);
                const qint64 moved = (*later)->start.local - clock.toLocal(m_zones.instantOf(*(*later)->instead));
                const qint64 local = clock.toLocal(instance.from) + moved;
                add(**later, {clock.fromLocal(local), local, {}});
            }
        }
    }

    bool isAt(const WrittenTime &time, const Event &event, const Instance &instance)
    {
        return time.isDate && !event.start.isDate ? dayOf(time.local) == dayOf(instance.local) : m_zones.instantOf(time) == instance.from;
    }

    std::vector<Instance> instancesOf(const Event &event)
    {
        std::vector<Instance> instances {{m_zones.instantOf(event.start), event.start.local, {}}};
        for (const QByteArray &rule : event.rules) {
            const std::vector<Instance> made = byRule(event, rule);
            instances.insert(instances.end(), made.begin(), made.end());
        }
        for (const ExtraDate &extra : event.extra) {
            Instance instance {m_zones.instantOf(extra.start), extra.start.local, {}};
            if (extra.end) {
                instance.to = m_zones.instantOf(*extra.end);
            } else if (extra.span) {
                instance.to = after(*extra.span, m_zones.clockOf(extra.start), instance);
            }
            instances.push_back(instance);
        }
        std::vector<Instance> excluded;
        for (const QByteArray &rule : event.notByRules) {
            const std::vector<Instance> made = byRule(event, rule);
            excluded.insert(excluded.end(), made.begin(), made.end());
        }
        std::erase_if(instances, [&](const Instance &instance) {
            return std::ranges::find(excluded, instance.from, &Instance::from) != excluded.end()
                || std::ranges::any_of(event.left, [&](const WrittenTime &left) { return isAt(left, event, instance); });
        });
        std::ranges::stable_sort(instances, {}, &Instance::from);
        const auto twice = std::ranges::unique(instances, {}, &Instance::from);
        instances.erase(twice.begin(), twice.end());
        return instances;
    }

    std::vector<Instance> byRule(const Event &event, const QByteArray &rule)
    {
        const ZoneClock &clock = m_zones.clockOf(event.start);
        const auto starts = m_begun.elapsed() < LongestWork ? startsOf(rule, event.start, clock.toLocal(m_range.to)) : std::nullopt;
        if (!starts || !starts->isWhole) {
            doubt(Doubt::Kind::Rule, QString::fromUtf8(rule));
        }
        std::vector<Instance> instances;
        for (const qint64 local : starts ? starts->locals : std::vector<qint64> {}) {
            const UtcTime from = clock.fromLocal(local);
            if (!starts->until || isBefore(*starts->until, local, from)) {
                instances.push_back({from, local, {}});
            }
        }
        return instances;
    }

    static bool isBefore(const WrittenTime &until, qint64 local, UtcTime from)
    {
        if (until.isUtc) {
            return from.ms <= until.local;
        }
        return until.isDate ? dayOf(local) <= dayOf(until.local) : local <= until.local;
    }

    /// Days are those of the calendar, whatever their length; the rest is time that passes.
    static UtcTime after(const Span &span, const ZoneClock &clock, const Instance &instance)
    {
        const UtcTime day = span.days == 0 ? instance.from : clock.fromLocal(instance.local + span.days * DayMs);
        return day + Millis(span.ms);
    }

    UtcTime endOf(const Event &event, const Instance &instance)
    {
        if (instance.to.isValid()) {
            return instance.to;
        }
        const ZoneClock &clock = m_zones.clockOf(event.start);
        if (event.end && event.start.isDate) {
            return after({int(dayOf(event.end->local) - dayOf(event.start.local)), 0}, clock, instance);
        }
        if (event.end) {
            // An end, unlike a duration, gives every instance the same length (RFC 5545, 3.8.5.3).
            return instance.from + (m_zones.instantOf(*event.end) - m_zones.instantOf(event.start));
        }
        return after(event.span.value_or(Span {event.start.isDate ? 1 : 0, 0}), clock, instance);
    }

    void add(const Event &event, const Instance &instance)
    {
        const UtcTime to = endOf(event, instance);
        if (to <= instance.from) {
            doubt(Doubt::Kind::NoExtent, event.summary);
        } else if (m_reading.shifts.size() == MostShifts) {
            doubt(Doubt::Kind::Rule, event.summary);
        } else if (instance.from < m_range.to && to > m_range.from) {
            m_reading.shifts.push_back({event.summary, event.attendees, instance.from, to});
        }
    }

    const Content &m_content;
    TimeRange m_range;
    Zones m_zones;
    QElapsedTimer m_begun;
    CalendarReading m_reading;
};

} // namespace

Result<CalendarReading> readCalendar(const QByteArray &text, TimeRange range, const QTimeZone &zone)
{
    return readContent(text).map([&](const Content &content) { return Expansion(content, range, zone).run(); });
}

} // namespace quarterdeck
