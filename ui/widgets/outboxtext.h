#pragma once

#include "app/domain/action.h"

#include <QString>

#include <vector>

namespace quarterdeck {

/// How many entries of the outbox stand where. What needs a person is never among what merely waits.
struct OutboxCount {
    int waiting = 0;   ///< Queued, being sent, or sent and not confirmed.
    int conflicts = 0; ///< Not sent, because the alert has changed since: a person decides.
    int failed = 0;    ///< Refused by the source, or too old to be sent.

    bool needsPerson() const { return conflicts > 0 || failed > 0; }
};

/// Counts each entry once; what is settled not at all.
OutboxCount countOutbox(const std::vector<OutboxEntry> &entries);
/// "1 conflict needs you, 2 waiting"; empty when nothing is open.
QString outboxWords(const OutboxCount &count);
/// "Outbox: 1 conflict needs you, 2 waiting"; "Outbox: empty" when nothing is open.
QString outboxText(const OutboxCount &count);

} // namespace quarterdeck
