#include "app/sources/pagerduty/reader.h"

#include "app/core/asynctake.h"
#include "app/net/parsed.h"
#include "app/sources/pagerduty/failure.h"
#include "app/sources/pagerduty/maintenance.h"
#include "app/sources/pagerduty/round.h"

namespace quarterdeck::pagerduty {

Reader::Reader(Settings settings, const SourceDeps &deps)
    : m_settings(std::move(settings))
    , m_deps(deps)
{
}

Async<AlertPage> Reader::read(CancelToken cancel)
{
    return (new Round(*this, std::move(cancel)))->run();
}

Async<Page<Incident>> Reader::page(int offset, CancelToken cancel)
{
    return fetch<Page<Incident>>(openIncidentsRequest(m_settings.root, offset), std::move(cancel), parseIncidents);
}

Async<Incident> Reader::incident(const QString &id, CancelToken cancel)
{
    return fetch<Incident>(incidentRequest(m_settings.root, id), std::move(cancel), parseIncident);
}

Async<std::vector<LogEntry>> Reader::log(const QString &id, CancelToken cancel)
{
    return fetch<std::vector<LogEntry>>(logEntriesRequest(m_settings.root, id), std::move(cancel), parseLogEntries);
}

Async<AccountLogPage> Reader::accountLog(TimeRange range, int offset, CancelToken cancel)
{
    return fetch<AccountLogPage>(accountLogRequest(m_settings.root, range, offset), std::move(cancel),
        [source = m_settings.source](QByteArrayView body) { return parseAccountLog(body, source); });
}

Async<Page<ChangeEvent>> Reader::changes(TimeRange range, int offset, CancelToken cancel)
{
    return fetch<Page<ChangeEvent>>(changeEventsRequest(m_settings.root, range, offset), std::move(cancel), parseChanges);
}

Async<Page<LogEntry>> Reader::logPage(TimeRange range, int offset, CancelToken cancel)
{
    return fetch<Page<LogEntry>>(accountLogRequest(m_settings.root, range, offset), std::move(cancel), parseLogPage);
}

Async<std::vector<Note>> Reader::notes(const QString &id, CancelToken cancel)
{
    return fetch<std::vector<Note>>(notesRequest(m_settings.root, id), std::move(cancel), parseNotes);
}

Async<Page<Person>> Reader::users(const QString &text, int offset, CancelToken cancel)
{
    return fetch<Page<Person>>(usersRequest(m_settings.root, text, offset), std::move(cancel), parseUsers);
}

Async<std::vector<Named>> Reader::priorities(CancelToken cancel)
{
    return fetch<std::vector<Named>>(prioritiesRequest(m_settings.root), std::move(cancel), parsePriorities);
}

Async<Page<OnCallEntry>> Reader::onCalls(TimeRange range, int offset, CancelToken cancel)
{
    return fetch<Page<OnCallEntry>>(onCallsRequest(m_settings.root, range, offset), std::move(cancel), parseOnCalls);
}

Async<Page<OnCallPolicy>> Reader::policies(int offset, CancelToken cancel)
{
    return fetch<Page<OnCallPolicy>>(policiesRequest(m_settings.root, offset), std::move(cancel), parsePolicies);
}

Async<Page<MaintenanceWindow>> Reader::windows(int offset, CancelToken cancel)
{
    return fetch<Page<MaintenanceWindow>>(windowsRequest(m_settings.root, offset), std::move(cancel), parseWindows);
}

Async<Person> Reader::me(CancelToken cancel)
{
    return fetch<Person>(meRequest(m_settings.root), std::move(cancel), parseMe);
}

Async<HttpResponse> Reader::ask(HttpRequest request, CancelToken cancel)
{
    return map(
        send(std::move(request), std::move(cancel)), this, [](Result<HttpResponse> response) { return requireWhole(answered(std::move(response))); });
}

Async<HttpResponse> Reader::send(HttpRequest request, CancelToken cancel)
{
    if (const auto pause = m_pause.objection(m_settings.root, m_deps.clock.monotonic())) {
        return ready<HttpResponse>(tl::unexpected(*pause));
    }
    return map(m_deps.http.send(m_settings.http, std::move(request), std::move(cancel)), this, [this](Result<HttpResponse> response) {
        if (response) {
            m_pause.heard(*response, m_deps.clock);
        }
        return response;
    });
}

template <class T, class F> Async<T> Reader::fetch(HttpRequest request, CancelToken cancel, F parse)
{
    return parsed<T>(ask(std::move(request), std::move(cancel)), this, std::move(parse));
}

bool endsInSnooze(const std::vector<LogEntry> &log)
{
    UtcTime newest;
    bool isSnooze = false;
    for (const LogEntry &entry : log) {
        const bool snoozes = entry.type == u"snooze_log_entry";
        // The document has both names for the second.
        const bool counts = snoozes || entry.type == u"acknowledge_log_entry" || entry.type == u"acknowledgement_log_entry";
        // A snooze may come with an acknowledgement of the same second.
        if (counts && (entry.at > newest || (entry.at == newest && snoozes))) {
            newest = entry.at;
            isSnooze = snoozes;
        }
    }
    return isSnooze;
}

} // namespace quarterdeck::pagerduty
