#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <optional>
#include <type_traits>

namespace quarterdeck {

/// What a person can ask of a paging source. Stored by name; new ones go to the end.
enum class Verb : quint8 {
    Acknowledge,
    Silence,
    ExtendSilence,
    ExpireSilence,
    Unacknowledge, ///< Takes an acknowledgement back, whoever gave it.
    Snooze,        ///< Quiet until a time, then it pages again.
    Resolve,
    Note,         ///< A remark that the source keeps.
    Reassign,     ///< To other people, in place of those it has.
    Escalate,     ///< To a level of its escalation policy.
    AddResponder, ///< Asks more people to help.
    Merge,        ///< Into another incident of the same source.
    SetPriority,
    CheckNow,        ///< Looks again at once, in place of at the next turn.
    CancelResponder, ///< Calls people off who were asked to help and have not said yes or no.
    Maintain,        ///< Opens nothing new for its service until a time; what is open goes on. Ended as a silence is.
};

/// Stable name: "acknowledge", "silence", "extend-silence", "expire-silence", "unacknowledge", "snooze", "resolve", "note", "reassign",
/// "escalate", "add-responder", "merge", "set-priority", "check-now", "cancel-responder", "maintain".
QLatin1StringView verbName(Verb verb);
/// Inverse of verbName; nothing for an unknown name.
std::optional<Verb> verbFromName(QStringView name);

/// Some of the verbs.
class VerbSet {
public:
    constexpr VerbSet() = default;
    template <class... V>
    requires(std::is_same_v<V, Verb> &&...) explicit constexpr VerbSet(V... verbs)
        : m_bits((0U | ... | bit(verbs)))
    {
    }
    static constexpr VerbSet all() { return fromBits(~quint32(0)); }
    /// As stored: verbs that a later version adds are kept.
    static constexpr VerbSet fromBits(quint32 bits)
    {
        VerbSet set;
        set.m_bits = bits;
        return set;
    }

    constexpr bool has(Verb verb) const { return (m_bits & bit(verb)) != 0; }
    constexpr VerbSet with(Verb verb) const { return fromBits(m_bits | bit(verb)); }
    constexpr VerbSet without(Verb verb) const { return fromBits(m_bits & ~bit(verb)); }
    constexpr quint32 bits() const { return m_bits; }
    friend constexpr bool operator==(VerbSet, VerbSet) = default;

private:
    static constexpr quint32 bit(Verb verb) { return quint32(1) << unsigned(verb); }
    quint32 m_bits = 0;
};

} // namespace quarterdeck
