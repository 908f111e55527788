#pragma once

#include "app/domain/incident.h"

#include <random>

namespace quarterdeck::plain {

constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;

/// Incidents of every kind: open, skewed, overlapping, doubled, reopened, of several people, in no order; half of them within hours of a
/// change of clocks.
class RandomHistory {
public:
    /// `changes`: when clocks change; `users`: of whom the incidents are.
    RandomHistory(unsigned seed, std::vector<UtcTime> changes, QStringList users)
        : m_engine(seed)
        , m_changes(std::move(changes))
        , m_users(std::move(users))
    {
    }

    std::vector<Incident> make(int count)
    {
        std::vector<Incident> all;
        for (int i = 0; i < count; ++i) {
            all.push_back(all.empty() || !isOneIn(12) ? incident() : all[below(qint64(all.size()))]);
        }
        return all;
    }

private:
    std::size_t below(qint64 limit) { return std::size_t(std::uniform_int_distribution<qint64>(0, limit - 1)(m_engine)); }
    bool isOneIn(int n) { return below(n) == 0; }
    UtcTime after(UtcTime time, qint64 least, qint64 most) { return time + Millis(least + qint64(below(most - least))); }
    QString oneOf(const QStringList &names) { return names[qsizetype(below(names.size()))]; }

    Incident incident()
    {
        Incident incident;
        incident.created = isOneIn(2) ? after(m_changes[below(qint64(m_changes.size()))], -6 * Hour, 6 * Hour)
                                      : after(m_changes.front(), -20 * Day, 260 * Day);
        if (isOneIn(3)) {
            incident.created.ms -= incident.created.ms % (Hour / 2);
        }
        incident.fingerprint = oneOf({"", "f1", "f2", "f3", "f4", "f5"});
        incident.title = oneOf({"Disk", "Latency", "Errors", ""});
        incident.team = oneOf({"", "core", "edge"});
        incident.service = oneOf({"", "api", "db", "web"});
        incident.user = oneOf(m_users);
        if (!isOneIn(4)) {
            incident.acknowledged = after(incident.created, -Hour / 12, 2 * Hour);
        }
        if (!isOneIn(6)) {
            incident.resolved = isOneIn(3) ? after(incident.created, -Hour / 12, Hour / 6)
                                           : after(incident.created, 0, isOneIn(5) ? 20 * Day : 9 * Hour);
        }
        incident.isAutoResolved = isOneIn(3);
        incident.isMajor = isOneIn(20);
        incident.tag = oneOf({"", "action", "noaction", "other"});
        for (std::size_t i = below(4); i > 0; --i) {
            incident.notifications.push_back(
                {after(incident.created, -Hour / 60, isOneIn(8) ? 5 * Day : Hour / 4), oneOf({"push", "email", "Email", "phone"})});
        }
        if (isOneIn(4)) {
            makeManifold(incident);
        }
        return incident;
    }

    // Several people, acknowledgements and reopenings; nobody told at all.
    void makeManifold(Incident &incident)
    {
        incident.isPagingKnown = isOneIn(2);
        for (Notification &notification : incident.notifications) {
            notification.user = isOneIn(2) ? oneOf(m_users) : QString();
        }
        for (std::size_t i = below(3); i > 0; --i) {
            incident.reopened.push_back(after(incident.created, Hour / 60, Hour));
            incident.responders.append(oneOf(m_users));
        }
        incident.responders.removeAll(QString());
        for (std::size_t i = incident.acknowledged ? below(4) : 0; i > 0; --i) {
            incident.acknowledgements.push_back({after(*incident.acknowledged, 0, Hour), oneOf(m_users)});
        }
        if (!incident.acknowledgements.empty()) {
            incident.acknowledgements.front().at = *incident.acknowledged;
        }
    }

    std::mt19937 m_engine;
    std::vector<UtcTime> m_changes;
    QStringList m_users;
};

} // namespace quarterdeck::plain
