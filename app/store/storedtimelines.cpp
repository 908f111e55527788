#include "app/store/storedtimelines.h"

#include "app/store/firingupdate.h"
#include "app/store/storecore.h"
#include "app/store/tables/cursorstable.h"

#include <QSet>

namespace quarterdeck {

Async<TimelineCursor> StoredTimelines::cursor(SourceId source)
{
    return m_store.d->ask<TimelineCursor>(
        [d = m_store.d.get(), source = std::move(source)] { return CursorsTable(d->state()).timeline(source).value_or(TimelineCursor {}); });
}

Async<Done> StoredTimelines::put(SourceId source, std::vector<SourceEvent> events, TimelineCursor reaches)
{
    return m_store.d->change<Done>([d = m_store.d.get(), source = std::move(source), events = std::move(events), reaches = std::move(reaches)] {
        sqlite::Transaction transaction(d->state());
        QSet<AlertKey> told;
        EventsTable table(d->state());
        for (const SourceEvent &event : events) {
            if (table.insert(event)) {
                told.insert(event.what.alert);
            }
        }
        // Before the firings: by it they know that there is somebody who tells.
        CursorsTable(d->state()).putTimeline(source, reaches);
        FiringUpdate firings(d->state());
        for (const AlertKey &alert : told) {
            firings.told(alert);
        }
        if (transaction.commit() && !told.isEmpty()) {
            ChangeSet changes;
            changes.history = true;
            d->announcer.announce(changes);
        }
        return Done {};
    });
}

} // namespace quarterdeck
