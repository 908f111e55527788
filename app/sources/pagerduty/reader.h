#pragma once

#include "app/domain/sourceevent.h"
#include "app/sources/api/alertface.h"
#include "app/sources/api/connector.h"
#include "app/sources/pagerduty/accountlog.h"
#include "app/sources/pagerduty/changes.h"
#include "app/sources/pagerduty/oncalls.h"
#include "app/sources/pagerduty/parse.h"
#include "app/sources/pagerduty/pause.h"
#include "app/sources/pagerduty/requests.h"

#include <QHash>
#include <QObject>

namespace quarterdeck::pagerduty {

/// What every question to one account needs.
struct Settings {
    HttpConfig http;
    QUrl root;
    SourceId source;
    QString user; ///< E-mail address of who acts; empty: whose token it is.
};

/// Asks one account. Thread: io. Errors of all questions: those of HttpClient and of answered(), BadPayload.
class Reader final : public QObject {
public:
    /// `deps` outlives it.
    Reader(Settings settings, const SourceDeps &deps);

    const Settings &settings() const { return m_settings; }
    /// Everything open, page by page. What a later page lacks makes it incomplete; a first page that fails is an error.
    Async<AlertPage> read(CancelToken cancel);
    /// A page of what is open.
    Async<Page<Incident>> page(int offset, CancelToken cancel);
    /// One incident, open or not.
    Async<Incident> incident(const QString &id, CancelToken cancel);
    /// The newest entries of its log.
    Async<std::vector<LogEntry>> log(const QString &id, CancelToken cancel);
    /// A page of the log of the account: see accountLogRequest().
    Async<AccountLogPage> accountLog(TimeRange range, int offset, CancelToken cancel);
    /// A page of what was changed at the services of the account: see changeEventsRequest().
    Async<Page<ChangeEvent>> changes(TimeRange range, int offset, CancelToken cancel);
    /// A page of what was done in the account, by whom: see accountLogRequest().
    Async<Page<LogEntry>> logPage(TimeRange range, int offset, CancelToken cancel);
    /// All notes on it.
    Async<std::vector<Note>> notes(const QString &id, CancelToken cancel);
    /// A page of the people of the account: see usersRequest().
    Async<Page<Person>> users(const QString &text, int offset, CancelToken cancel);
    /// The priorities of the account.
    Async<std::vector<Named>> priorities(CancelToken cancel);
    /// A page of who is on call within a range.
    Async<Page<OnCallEntry>> onCalls(TimeRange range, int offset, CancelToken cancel);
    /// A page of the escalation policies.
    Async<Page<OnCallPolicy>> policies(int offset, CancelToken cancel);
    /// A page of the maintenance windows that are under way or to come.
    Async<Page<MaintenanceWindow>> windows(int offset, CancelToken cancel);
    /// They have changed: the next poll reads them.
    void forgetWindows() { m_windows.readAgainAt = {}; }
    /// Whose token it is. Errors: Rejected, Forbidden or NotFound for one that is nobody's.
    Async<Person> me(CancelToken cancel);
    /// The answer to a question, with PagerDuty's words where it is a refusal.
    Async<HttpResponse> ask(HttpRequest request, CancelToken cancel);
    /// The answer to a question or an act, whatever it says. Once PagerDuty has asked for a pause nothing is sent to the account until that is
    /// over, questions too: RateLimited, with what is left of it and Sent::No.
    Async<HttpResponse> send(HttpRequest request, CancelToken cancel);

private:
    friend class Round;
    /// Whether what keeps an incident quiet until then is a snooze.
    struct Quiet {
        UtcTime until;
        bool isSnoozed = false;
    };

    /// The maintenance windows as they were read last.
    struct Windows {
        std::vector<MaintenanceWindow> open;
        std::optional<Error> lack; ///< Why they could not be read, or not all of them.
        Millis readAgainAt {0};    ///< Monotonic.
    };

    template <class T, class F> Async<T> fetch(HttpRequest request, CancelToken cancel, F parse);

    Settings m_settings;
    SourceDeps m_deps;
    QHash<QString, Quiet> m_quiet; ///< By incident, as its log said.
    Windows m_windows;
    Pause m_pause;
};

/// True where the newest word of a log on what keeps an incident quiet is a snooze, and not an acknowledgement that times out.
bool endsInSnooze(const std::vector<LogEntry> &log);

} // namespace quarterdeck::pagerduty
