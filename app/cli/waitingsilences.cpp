#include "app/cli/waitingsilences.h"

#include "app/domain/overlap.h"

#include <algorithm>

namespace quarterdeck {

std::vector<OutboxEntry> waitingSilences(CliSession &session, const std::vector<Alert> &alerts, const std::vector<Silence> &known)
{
    auto entries = CliSession::wait(session.outbox().entries()).value_or(std::vector<OutboxEntry> {});
    std::erase_if(entries, [&](const OutboxEntry &entry) {
        const bool isWanted = isOnItsWay(entry.state)
            && std::ranges::any_of(alerts, [&entry](const Alert &alert) { return wouldHide(entry.action, alert); });
        const QString marker = silenceMarker(entry.action.id);
        return !isWanted || std::ranges::any_of(known, [&marker](const Silence &silence) { return silence.comment.contains(marker); });
    });
    return entries;
}

} // namespace quarterdeck
