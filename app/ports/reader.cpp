#include "app/ports/reader.h"

#include <QHash>

namespace quarterdeck {

bool ChangeSet::isEmpty() const
{
    return changedAlerts.empty() && removedAlerts.empty() && !silences && !outbox && !services && !notes && !runs && !history;
}

void ChangeSet::merge(const ChangeSet &later)
{
    QHash<AlertKey, std::size_t> places;
    for (std::size_t i = 0; i < changedAlerts.size(); ++i) {
        places.insert(changedAlerts[i].key, i);
    }
    for (const Alert &alert : later.changedAlerts) {
        const auto at = places.constFind(alert.key);
        if (at != places.constEnd()) {
            changedAlerts[*at] = alert;
        } else {
            places.insert(alert.key, changedAlerts.size());
            changedAlerts.push_back(alert);
        }
        std::erase(removedAlerts, alert.key);
    }
    for (const AlertKey &key : later.removedAlerts) {
        std::erase_if(changedAlerts, [&key](const Alert &alert) { return alert.key == key; });
        removedAlerts.push_back(key);
    }
    silences |= later.silences;
    outbox |= later.outbox;
    services |= later.services;
    notes |= later.notes;
    runs |= later.runs;
    history |= later.history;
}

} // namespace quarterdeck
