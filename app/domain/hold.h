#pragma once

#include "app/core/time.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

namespace quarterdeck {

/// What keeps an open alert from paging, or says that somebody has it. In the order in which a person asks: what people did goes first.
/// cache.db stores the numbers: whoever changes the order changes the format of its bodies too.
enum class HoldKind : quint8 {
    Acknowledgement,
    Snooze, ///< By a person, until a time; then it pages again.
    Silence,
    Downtime,     ///< Of its host or service.
    Maintenance,  ///< Of its service: nothing new is opened, but this one goes on paging.
    Inhibition,   ///< Another alert says enough.
    TimeInterval, ///< The routing tree mutes it at these hours.
    Unexplained   ///< The source says "suppressed" and not why.
};

/// Stable name: "acknowledgement", "snooze", "silence", "downtime", "maintenance", "inhibition", "time-interval", "unexplained".
QLatin1StringView holdKindName(HoldKind kind);

/// One thing that holds an alert, as its source says. Texts are foreign.
struct Hold {
    HoldKind kind = HoldKind::Silence;
    QString id;          ///< Of the silence, downtime or acknowledgement, the id of the inhibiting alert, or the name of the interval.
    QString by {};       ///< Who did it; empty where the source does not say it with the alert.
    UtcTime until {};    ///< Invalid where it is not said with the alert.
    QString receiver {}; ///< It holds for this receiver only, while others are told.

    friend bool operator==(const Hold &, const Hold &) = default;
};

/// All that holds one alert, by kind, and within a kind as they were added. Most alerts have none, hardly one has three.
class Holds {
public:
    Holds() = default;
    Holds(std::initializer_list<Hold> holds);

    /// Behind those of its kind.
    void add(Hold hold);
    /// Those of one kind, in place of what was there.
    void set(HoldKind kind, const QStringList &ids);
    void remove(HoldKind kind) { set(kind, {}); }
    /// Takes off those for which `isGone(hold)`. True where there was one.
    template <class F> bool removeIf(F isGone) { return m_holds.removeIf(isGone) > 0; }

    /// The first of a kind that holds for every receiver; null where there is none.
    const Hold *find(HoldKind kind) const;
    bool has(HoldKind kind) const { return find(kind) != nullptr; }
    /// The ids of those of a kind that hold for every receiver.
    QStringList ids(HoldKind kind) const;
    /// The receivers that are not told, while others are.
    QStringList receivers() const;

    bool isEmpty() const { return m_holds.isEmpty(); }
    auto begin() const { return m_holds.begin(); }
    auto end() const { return m_holds.end(); }
    friend bool operator==(const Holds &, const Holds &) = default;

private:
    QList<Hold> m_holds; ///< Shared by the copies of an alert.
};

} // namespace quarterdeck
