#include "app/store/storedreader.h"

#include "app/domain/toldhistory.h"
#include "app/store/applying.h"
#include "app/store/storecore.h"
#include "app/store/tables/alertstable.h"
#include "app/store/tables/cursorstable.h"
#include "app/store/tables/eventstable.h"
#include "app/store/tables/firingstable.h"
#include "app/store/tables/historytable.h"
#include "app/store/tables/joinstable.h"
#include "app/store/tables/notestable.h"
#include "app/store/tables/outboxtable.h"
#include "app/store/tables/servicestable.h"
#include "app/store/tables/silencestable.h"

#include <QTimer>

#include <utility>

namespace quarterdeck {

namespace {
constexpr std::chrono::seconds AheadLasts {10};

void hide(std::vector<Alert> &alerts, const HiddenSources &hidden)
{
    // Sources are few and their names shared: looked up once a run of rows.
    SourceId last;
    bool isHidden = hidden.hidesAlertsOf(last);
    std::erase_if(alerts, [&](const Alert &alert) {
        if (alert.key.source != last) {
            last = alert.key.source;
            isHidden = hidden.hidesAlertsOf(last);
        }
        return isHidden;
    });
}
} // namespace

void StoredReader::readAhead()
{
    // Counted first: what is asked to be written during the read is not in it.
    const int writes = m_core.writes;
    Ahead ahead {readAlerts({}), writes};
    {
        const QMutexLocker lock(&m_mutex);
        m_ahead = std::move(ahead);
    }
    QTimer::singleShot(AheadLasts, this, [this] { takeAhead(); });
}

std::optional<StoredReader::Ahead> StoredReader::takeAhead()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_ahead, std::nullopt);
}

Async<std::vector<Alert>> StoredReader::alerts(CancelToken cancel)
{
    if (const std::optional<Ahead> ahead = takeAhead(); ahead && ahead->writes == m_core.writes) {
        return ahead->answer;
    }
    return readAlerts(std::move(cancel));
}

Async<std::vector<Alert>> StoredReader::readAlerts(CancelToken cancel)
{
    return m_core.read<std::vector<Alert>>(
        [since = m_core.clock.now() - ResolvedListed, &hidden = m_core.hidden](const ReadView &view) {
            std::vector<Alert> alerts = AlertsTable(view.cache).listed(since);
            hide(alerts, hidden);
            const QHash<AlertKey, Pending> pending = OutboxTable(view.state).pending();
            if (!pending.isEmpty()) {
                for (Alert &alert : alerts) {
                    alert.pending = pending.value(alert.key, Pending::None);
                }
            }
            return alerts;
        },
        std::move(cancel), true);
}

Async<std::vector<Silence>> StoredReader::silences(CancelToken cancel)
{
    return m_core.read<std::vector<Silence>>(
        [&hidden = m_core.hidden](const ReadView &view) {
            std::vector<Silence> silences = SilencesTable(view.cache).all();
            std::erase_if(silences, [&hidden](const Silence &silence) { return hidden.hidesAlertsOf(silence.source); });
            return silences;
        },
        std::move(cancel));
}

Async<std::vector<Service>> StoredReader::services(CancelToken cancel)
{
    return m_core.read<std::vector<Service>>([](const ReadView &view) { return ServicesTable(view.cache).all(); }, std::move(cancel));
}

Async<std::vector<HistoryEvent>> StoredReader::history(AlertKey alert, CancelToken cancel)
{
    return m_core.read<std::vector<HistoryEvent>>(
        [alert = std::move(alert), now = m_core.clock.now()](const ReadView &view) {
            std::vector<HistoryEvent> story = oneStory(HistoryTable(view.state).ofAlert(alert), EventsTable(view.state).ofAlert(alert));
            if (const auto cursor = CursorsTable(view.state).timeline(alert.source)) {
                noteUnread(story, alert, *cursor, now);
            }
            return story;
        },
        std::move(cancel));
}

Async<std::vector<Note>> StoredReader::notes(AlertKey alert, CancelToken cancel)
{
    return m_core.read<std::vector<Note>>(
        [alert = std::move(alert)](const ReadView &view) { return NotesTable(view.state).ofAlert(alert); }, std::move(cancel));
}

Async<std::vector<Incident>> StoredReader::incidents(TimeRange range, CancelToken cancel)
{
    return m_core.scan<std::vector<Incident>>(
        [range](const ReadView &view) {
            const std::vector<JoinDecision> decisions = JoinsTable(view.state).all();
            return FiringsTable(view.state).incidents(range, decisions);
        },
        std::move(cancel));
}

Async<std::vector<JoinDecision>> StoredReader::joins(CancelToken cancel)
{
    return m_core.read<std::vector<JoinDecision>>([](const ReadView &view) { return JoinsTable(view.state).all(); }, std::move(cancel));
}

} // namespace quarterdeck
