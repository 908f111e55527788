#include "app/store/storedreader.h"

#include "app/store/applying.h"
#include "app/store/storecore.h"
#include "app/store/tables/alertstable.h"
#include "app/store/tables/firingstable.h"
#include "app/store/tables/historytable.h"
#include "app/store/tables/notestable.h"
#include "app/store/tables/outboxtable.h"
#include "app/store/tables/servicestable.h"
#include "app/store/tables/silencestable.h"

namespace quarterdeck {

Async<std::vector<Alert>> StoredReader::alerts(CancelToken cancel)
{
    return m_core.ask<std::vector<Alert>>(
        [core = &m_core, since = m_core.clock.now() - ResolvedListed] {
            std::vector<Alert> alerts = AlertsTable(core->cache()).listed(since);
            const QHash<AlertKey, Pending> pending = OutboxTable(core->state()).pending();
            if (!pending.isEmpty()) {
                for (Alert &alert : alerts) {
                    alert.pending = pending.value(alert.key, Pending::None);
                }
            }
            return alerts;
        },
        std::move(cancel));
}

Async<std::vector<Silence>> StoredReader::silences(CancelToken cancel)
{
    return m_core.ask<std::vector<Silence>>([core = &m_core] { return SilencesTable(core->cache()).all(); }, std::move(cancel));
}

Async<std::vector<Service>> StoredReader::services(CancelToken cancel)
{
    return m_core.ask<std::vector<Service>>([core = &m_core] { return ServicesTable(core->cache()).all(); }, std::move(cancel));
}

Async<std::vector<HistoryEvent>> StoredReader::history(AlertKey alert, CancelToken cancel)
{
    return m_core.ask<std::vector<HistoryEvent>>(
        [core = &m_core, alert = std::move(alert)] { return HistoryTable(core->state()).ofAlert(alert); }, std::move(cancel));
}

Async<std::vector<Note>> StoredReader::notes(AlertKey alert, CancelToken cancel)
{
    return m_core.ask<std::vector<Note>>(
        [core = &m_core, alert = std::move(alert)] { return NotesTable(core->state()).ofAlert(alert); }, std::move(cancel));
}

Async<std::vector<Incident>> StoredReader::incidents(TimeRange range, CancelToken cancel)
{
    return m_core.ask<std::vector<Incident>>([core = &m_core, range] { return FiringsTable(core->state()).incidents(range); }, std::move(cancel));
}

} // namespace quarterdeck
