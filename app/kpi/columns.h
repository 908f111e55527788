#pragma once

#include "app/kpi/hourclass.h"
#include "app/kpi/numbering.h"

#include <limits>

namespace quarterdeck {

/// What an incident is, one bit each.
namespace loadflag {
constexpr quint16 Acknowledged = 1;
constexpr quint16 Resolved = 2;
constexpr quint16 Auto = 4;
constexpr quint16 Major = 8;
constexpr quint16 Guessed = 16;      ///< Its responder or its notifications are not known.
constexpr quint16 Interrupting = 32; ///< Had a notification that is not e-mail.
constexpr quint16 Engaged = 64;      ///< Its user acknowledged it, not before its creation, and it was resolved after that.
constexpr quint16 Transient = 128;   ///< Gone by itself, never acknowledged, in under 5 minutes.
constexpr quint16 Action = 256;      ///< Tagged as needing action.
constexpr quint16 NoAction = 512;    ///< Tagged as needing none.
constexpr quint16 Asleep = 1024;     ///< Interrupting in sleep hours.
constexpr quint16 Repeated = 2048;   ///< The next firing with the same fingerprint began within 24 hours of its end.
constexpr quint16 Further = 4096;    ///< The row of a further responder: no incident of its own but for that responder.
constexpr quint16 Again = 8192;      ///< A further interruption of the same responder: no incident of its own.
} // namespace loadflag

/// Incidents as columns of numbers, one row each, by creation, and one more for each further responder and each paging after a reopening.
/// Times in ms since the epoch.
struct LoadColumns {
    static constexpr quint32 None = std::numeric_limits<quint32>::max();
    static constexpr qint64 Never = std::numeric_limits<qint64>::max();

    std::vector<qint64> created;
    std::vector<qint64> acknowledged;
    std::vector<qint64> resolved;  ///< Never: open.
    std::vector<qint64> engaged;   ///< When its user acknowledged it.
    std::vector<qint32> clockHour; ///< Of the interruption, on the responder's wall clock: hours since 1970.
    std::vector<qint64> interrupted;
    std::vector<qint32> shift;   ///< Of the creation, on the same clock: half days since 1970-01-01T09:00.
    std::vector<HourClass> hour; ///< Of the interruption.
    std::vector<quint16> flags;  ///< Of loadflag.
    std::vector<qint32> user;
    std::vector<qint32> team;
    std::vector<qint32> service;
    std::vector<qint32> title;
    std::vector<quint32> next;  ///< The row of the next firing with the same fingerprint, or None.
    std::vector<quint32> place; ///< Where the incident stood in the list it came from.

    std::vector<quint32> interruptions; ///< The interrupting rows, by interruption.
    std::vector<quint32> interruption;  ///< Of a row: its place among those.
    std::vector<quint32> engagements;   ///< The engaged rows, by that acknowledgement.
    std::vector<quint32> engagement;    ///< Of a row: its place among those.

    std::vector<QString> users;
    std::vector<QString> teams;
    std::vector<QString> services;
    std::vector<QString> titles;
    std::vector<ZoneClock> clocks; ///< One for each zone in use.
    std::vector<int> clockOf;      ///< By user.
    ResponderZones zones;

    std::size_t size() const { return created.size(); }
    bool is(quint32 row, quint16 flag) const { return (flags[row] & flag) != 0; }
};

/// How soon after its end an alert that fires again counts as a repeat. Units: ms.
constexpr qint64 RepeatWithin = 24 * 3'600'000LL;

/// Flattens incidents one at a time, so that a file of millions need not be held whole.
class ColumnMaker {
public:
    /// Where an incident's notifications are not known, one at its creation is assumed.
    void add(const Incident &incident);
    /// Sorts by creation and works out what needs all rows. Leaves nothing behind.
    LoadColumns finish(const ResponderZones &zones);

private:
    void addRow(const Incident &incident, const QString &user, quint16 kind);
    QString serviceOf(const QString &name);

    LoadColumns m_columns;
    std::vector<qint32> m_fingerprints; ///< Of a row; -1 where it has none.
    Numbering m_users;
    Numbering m_teams;
    Numbering m_services;
    QHash<QString, QString> m_spellings; ///< Of a service's name as it stands in a row: the one that all of them are counted under.
    Numbering m_titles;
    Numbering m_names; ///< Of fingerprints.
    quint32 m_places = 0;
};

/// The number of the responder whom nobody knows, or -1.
qint32 unknownUser(const LoadColumns &columns);

} // namespace quarterdeck
