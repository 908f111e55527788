#include "app/domain/hold.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr std::array HoldKindNames {QLatin1StringView("acknowledgement"), QLatin1StringView("snooze"), QLatin1StringView("silence"),
    QLatin1StringView("downtime"), QLatin1StringView("maintenance"), QLatin1StringView("inhibition"), QLatin1StringView("time-interval"),
    QLatin1StringView("unexplained")};

} // namespace

QLatin1StringView holdKindName(HoldKind kind)
{
    return HoldKindNames.at(std::size_t(kind));
}

Holds::Holds(std::initializer_list<Hold> holds)
{
    for (const Hold &hold : holds) {
        add(hold);
    }
}

void Holds::add(Hold hold)
{
    const auto behind = std::upper_bound(m_holds.cbegin(), m_holds.cend(), hold.kind, [](HoldKind kind, const Hold &one) { return kind < one.kind; });
    m_holds.insert(behind, std::move(hold));
}

void Holds::set(HoldKind kind, const QStringList &ids)
{
    if (!m_holds.isEmpty()) {
        m_holds.removeIf([kind](const Hold &hold) { return hold.kind == kind; });
    }
    for (const QString &id : ids) {
        add({kind, id});
    }
}

const Hold *Holds::find(HoldKind kind) const
{
    const auto found = std::find_if(
        m_holds.begin(), m_holds.end(), [kind](const Hold &hold) { return hold.kind == kind && hold.receiver.isEmpty(); });
    return found == m_holds.end() ? nullptr : &*found;
}

QStringList Holds::ids(HoldKind kind) const
{
    QStringList ids;
    for (const Hold &hold : m_holds) {
        if (hold.kind == kind && hold.receiver.isEmpty()) {
            ids.append(hold.id);
        }
    }
    return ids;
}

QStringList Holds::receivers() const
{
    QStringList names;
    for (const Hold &hold : m_holds) {
        if (!hold.receiver.isEmpty() && !names.contains(hold.receiver)) {
            names.append(hold.receiver);
        }
    }
    return names;
}

} // namespace quarterdeck
