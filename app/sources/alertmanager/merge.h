#pragma once

#include "app/sources/alertmanager/parse.h"
#include "app/sources/api/alertface.h"

namespace quarterdeck::alertmanager {

/// What one member answered to a poll.
struct MemberAnswer {
    Result<Listing<Alert>> alerts;
    Result<Listing<Silence>> silences;
    std::optional<Error> doubt {};        ///< Why no alert that it does not list counts as resolved.
    std::optional<UtcTime> heardSince {}; ///< It was started about then, lately: what it was told before, it has forgotten.
    std::optional<Error> note {};         ///< Words for that.
    std::optional<Error> remark {};       ///< What there is to know of it although it answered.
    bool hasOldSilences = false;          ///< It refused its silences: these are of its last answer, and `silences->problem` says so.
    std::optional<Error> mutesNote {};    ///< Why it is not known what its time intervals mute.
    QString member {};                    ///< Its host and port, for messages.
    Millis clockSkew {0};                 ///< Its clock minus ours.

    /// It answered both lists, or its alerts and that it cannot give its silences.
    bool isWhole() const { return alerts && silences; }
};

/// One snapshot out of the answers of all members: alerts united by fingerprint (they are not gossiped), silences once each.
/// Whether an alert is silenced is decided by the silences of all members, of which the one changed last counts, not by what a member says
/// that lags behind, nor by a silence that never reached a member which lists that alert as active. Complete only when every member answered both
/// lists wholly and is in no doubt. Errors: the first member's, when no member gave its alerts.
Result<AlertPage> merge(std::vector<MemberAnswer> answers, UtcTime now);

/// Sets Acknowledged where an active silence of the alert is an acknowledgement; of several the one that ends last.
void applySilences(std::vector<Alert> &alerts, const std::vector<Silence> &silences);

} // namespace quarterdeck::alertmanager
