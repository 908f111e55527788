#pragma once

#include "app/core/backoff.h"
#include "app/core/clock.h"
#include "app/domain/action.h"

#include <map>

namespace quarterdeck {

/// How an entry fares that has not come through at once. Times are monotonic.
struct EntryCourse {
    Backoff backoff;
    std::optional<Millis> restsUntil {};
    std::optional<Millis> missedAt {};  ///< When a read back did not find it.
    std::optional<Millis> notBefore {}; ///< The source asked us to wait so long with it.
    int missed = 0;                     ///< Times it had not arrived.
    bool isUnstored = false;            ///< Its last state could not be written down: it is not tried again before the rest is over.
};

/// The courses of the entries of one lane. Thread: io.
class EntryCourses {
public:
    /// `fresh`: the backoff that every entry begins with. `clock` outlives it.
    EntryCourses(const Clock &clock, Backoff fresh);

    /// The course of an entry, begun where there is none.
    EntryCourse &of(const QUuid &entry);
    /// The entry rests from now on.
    void rest(const QUuid &entry, Millis span);
    bool isResting(const QUuid &entry) const;
    /// How often it had not arrived.
    int missed(const QUuid &entry) const;
    /// It rests because its state could not be written down.
    bool isStuck(const QUuid &entry) const;
    /// True when an entry in doubt was missed once and rests until it is looked for again.
    bool owesLook() const;
    /// Ends the rests that are over, or all; true when one was.
    bool endRests(bool areAll);
    /// Forgets entries that are not among these any more.
    void keepOnly(const std::vector<OutboxEntry> &entries);

private:
    const Clock &m_clock;
    Backoff m_fresh;
    std::map<QUuid, EntryCourse> m_courses;
};

} // namespace quarterdeck
