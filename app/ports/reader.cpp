#include "app/ports/reader.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace quarterdeck {

bool ChangeSet::isEmpty() const
{
    return changedAlerts.empty() && removedAlerts.empty() && !silences && !outbox && !services && !notes && !runs && !history && !joins;
}

void ChangeSet::merge(ChangeSet later)
{
    if (isEmpty()) {
        *this = std::move(later);
        return;
    }
    QHash<AlertKey, std::size_t> places;
    if (!later.changedAlerts.empty()) {
        for (std::size_t i = 0; i < changedAlerts.size(); ++i) {
            places.insert(changedAlerts[i].key, i);
        }
    }
    QSet<AlertKey> back;
    for (Alert &alert : later.changedAlerts) {
        back.insert(alert.key);
        const auto at = places.constFind(alert.key);
        if (at != places.constEnd()) {
            changedAlerts[*at] = std::move(alert);
        } else {
            places.insert(alert.key, changedAlerts.size());
            changedAlerts.push_back(std::move(alert));
        }
    }
    std::erase_if(removedAlerts, [&back](const AlertKey &key) { return back.contains(key); });
    const QSet<AlertKey> gone(later.removedAlerts.begin(), later.removedAlerts.end());
    if (!gone.isEmpty()) {
        std::erase_if(changedAlerts, [&gone](const Alert &alert) { return gone.contains(alert.key); });
        removedAlerts.insert(removedAlerts.end(), later.removedAlerts.begin(), later.removedAlerts.end());
    }
    silences |= later.silences;
    outbox |= later.outbox;
    services |= later.services;
    notes |= later.notes;
    runs |= later.runs;
    history |= later.history;
    joins |= later.joins;
}

} // namespace quarterdeck
