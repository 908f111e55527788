#include "ui/pages/inbox/waitingacts.h"

#include "app/domain/overlap.h"

namespace quarterdeck::waitingacts {

QHash<AlertKey, Verb> lastWords(const OutboxModel &outbox)
{
    constexpr VerbSet Deciding {Verb::Acknowledge, Verb::Snooze, Verb::Unacknowledge};
    QHash<AlertKey, Verb> words;
    for (int row = 0; row < outbox.rowCount(); ++row) {
        const OutboxEntry &entry = *outbox.rowAt(row);
        if (isOnItsWay(entry.state) && Deciding.has(entry.action.verb) && !words.contains(entry.action.alert)) {
            words.insert(entry.action.alert, entry.action.verb);
        }
    }
    return words;
}

std::vector<OutboxEntry> silences(const OutboxModel &outbox, const Alert &alert)
{
    std::vector<OutboxEntry> found;
    for (int row = 0; row < outbox.rowCount(); ++row) {
        const OutboxEntry &entry = *outbox.rowAt(row);
        if (isOnItsWay(entry.state) && wouldHide(entry.action, alert)) {
            found.push_back(entry);
        }
    }
    return found;
}

} // namespace quarterdeck::waitingacts
