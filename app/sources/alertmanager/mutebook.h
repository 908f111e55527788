#pragma once

#include "app/sources/alertmanager/mutes.h"
#include "app/sources/alertmanager/parse.h"

namespace quarterdeck::alertmanager {

/// What is known of the mutes of one member: whether it can tell them, and what it told last. Thread: io.
class MuteBook {
public:
    /// Whether it is worth asking: its version tells mutes, and its configuration names an interval.
    bool mayTell(const std::optional<MemberStatus> &told) const;
    /// Takes what it said, or that it could not, and adds what is known to the alerts. One failed question is bridged by the answer before
    /// it; then nothing counts as muted, and the error that says so is returned.
    std::optional<Error> take(std::vector<Alert> &alerts, const Result<Mutes> &mutes, const QString &version, Millis now);

private:
    std::optional<QString> m_mutelessIn; ///< The version in which it turned out that it does not tell what is muted.
    Mutes m_mutes;                       ///< As of m_at.
    std::optional<Millis> m_at;
};

} // namespace quarterdeck::alertmanager
