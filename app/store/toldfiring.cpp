#include "app/store/toldfiring.h"

namespace quarterdeck {

void correct(Firing &firing, const std::vector<HistoryEvent> &told)
{
    using Kind = HistoryEvent::Kind;
    const HistoryEvent *acknowledged = nullptr;
    const HistoryEvent *ended = nullptr;
    for (const HistoryEvent &event : told) {
        if (event.at < firing.startsAt) {
            continue;
        }
        if (event.kind == Kind::Acknowledged && acknowledged == nullptr) {
            acknowledged = &event;
        }
        if (event.kind == Kind::Fired || event.kind == Kind::Resolved) {
            ended = event.kind == Kind::Resolved ? &event : nullptr;
        }
    }
    if (acknowledged != nullptr) {
        firing.acknowledgedAt = acknowledged->at;
        firing.responder = acknowledged->who.isEmpty() ? firing.responder : acknowledged->who;
    }
    // Only a poll says that it is over: an end that is told may be that of a time before.
    if (ended != nullptr && !firing.isOpen()) {
        firing.resolvedAt = ended->at;
        firing.endedBy = ended->who;
    }
}

} // namespace quarterdeck
