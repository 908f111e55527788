#pragma once

#include "app/domain/alert.h"
#include "app/domain/incident.h"
#include "app/domain/join.h"
#include "app/store/tables/precioustable.h"

#include <span>

namespace quarterdeck {

/// One stretch during which an alert fired, from the local history.
struct Firing {
    qint64 seq = 0; ///< 0 while it is not stored.
    AlertKey alert;
    QString title;
    QString service;
    QString team;
    Severity severity = Severity::Unknown;
    AlertState state = AlertState::Triggered;
    UtcTime startsAt;
    UtcTime acknowledgedAt; ///< Of the first acknowledgement.
    UtcTime resolvedAt;     ///< Invalid while it fires.
    QString responder;
    QByteArray names {}; ///< packNames() of its alert.
    QString endedBy {};  ///< A person; empty: the monitor, as far as is known.

    bool isOpen() const { return !resolvedAt.isValid(); }
    friend bool operator==(const Firing &, const Firing &) = default;
};

/// What tells of which incident an alert is, as it is stored with each firing.
QByteArray packNames(const Alert &alert);

/// The rows of `firings`. Thread: db.
class FiringsTable {
public:
    explicit FiringsTable(sqlite::Connection &state)
        : m_state(state)
    {
    }
    static const PreciousTable &table();
    /// The newest firing of an alert, open or not.
    std::optional<Firing> newest(const AlertKey &alert);
    /// The same for several alerts of one source, no two of one key, in their order, by few statements.
    std::vector<std::optional<Firing>> newestOf(std::span<const Alert> alerts);
    /// Stores a new firing (seq 0) or the changed values of one.
    void store(Firing &firing);
    /// Firings that go on.
    std::vector<Firing> open();
    /// Those that began in the range or reach into it, oldest first; what several sources told of one thing is one.
    std::vector<Incident> incidents(TimeRange range, std::span<const JoinDecision> decisions);
    /// Deletes up to `limit` firings that ended before `time`; true when there may be more.
    bool retain(UtcTime time, int limit);

private:
    sqlite::Connection &m_state;
};

} // namespace quarterdeck
