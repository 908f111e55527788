#include "app/sources/pagerduty/round.h"

#include "app/core/asynctake.h"
#include "app/sources/api/names.h"
#include "app/sources/api/textbounds.h"
#include "app/sources/pagerduty/alerts.h"
#include "app/sources/pagerduty/maintenance.h"

namespace quarterdeck::pagerduty {

namespace {

// Each page begins with the last ones of the page before: only by them is it known that nothing stood between.
constexpr int Overlap = 10;
constexpr int MostStepsBack = 20;
// The log of one incident is one request; those beyond are asked for at the next polls.
constexpr int MostLogs = 20;
// An account that has no windows, or does not show them, is asked for them this often; one that has some at each poll.
constexpr Millis WindowsRarely {300'000};

Error incomplete(const QString &what)
{
    return Error {ErrorKind::TooLarge, what, {}, 0, std::nullopt};
}

/// What concerns the account, and not this one question.
bool isForAll(const Error &error)
{
    return error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::Unauthorized;
}

} // namespace

Round::Round(Reader &reader, CancelToken cancel)
    : QObject(&reader)
    , m_reader(reader)
    , m_cancel(std::move(cancel))
{
}

Async<AlertPage> Round::run()
{
    const auto future = m_reply.future();
    askPage(0);
    return future;
}

void Round::askPage(int offset)
{
    thenTake(m_reader.page(offset, m_cancel), this, [this, offset](Result<Page<Incident>> result) {
        if (result) {
            takePage(std::move(*result), offset);
        } else if (offset == 0 || isForAll(result.error())) {
            finish(tl::unexpected(std::move(result.error())));
        } else {
            lack(result.error());
            askLogs();
        }
    });
}

void Round::takePage(Page<Incident> page, int offset)
{
    if (page.problem) {
        lack(*page.problem);
    }
    if (offset > 0 && !joins(page)) {
        stepBack(offset);
        return;
    }
    const bool hasNews = add(std::move(page.items));
    if (page.hasMore) {
        stepOn(offset, int(page.served), hasNews);
    } else {
        askLogs();
    }
}

/// What was resolved meanwhile has drawn the others forward: some may stand before the page at `offset` and have not been seen.
void Round::stepBack(int offset)
{
    if (m_stepsBack == MostStepsBack) {
        lack(incomplete(QStringLiteral("The list of incidents moves faster than it can be read")));
        askLogs();
        return;
    }
    ++m_stepsBack;
    m_isBack = true;
    askPage(std::max(0, offset - PageSize / 2));
}

void Round::stepOn(int offset, int served, bool hasNews)
{
    const int next = offset + served - Overlap;
    const bool mayRepeat = std::exchange(m_isBack, false);
    if (served <= Overlap || (!hasNews && !mayRepeat)) {
        lack(incomplete(QStringLiteral("The server says that there are more incidents and does not give them")));
        askLogs();
    } else if (next + PageSize > LastReachable) {
        lack(incomplete(QStringLiteral("More than %1 incidents are open, and PagerDuty lists no more than the oldest of them").arg(offset + served)));
        askLogs();
    } else {
        askPage(next);
    }
}

bool Round::joins(const Page<Incident> &page) const
{
    return !page.items.empty() && (page.items.front().number <= m_highest || m_ids.contains(page.items.front().self.id));
}

bool Round::add(std::vector<Incident> incidents)
{
    bool hasNews = false;
    for (Incident &incident : incidents) {
        if (m_ids.contains(incident.self.id)) {
            continue;
        }
        hasNews = true;
        m_ids.insert(incident.self.id);
        m_highest = std::max(m_highest, incident.number);
        if (!incident.isResolved()) {
            m_incidents.push_back(std::move(incident));
        }
    }
    return hasNews;
}

void Round::lack(const Error &error)
{
    m_lacks = m_lacks ? m_lacks : std::optional(error);
}

void Round::askLogs()
{
    const auto &known = m_reader.m_quiet;
    const auto isUnclear = [&known](const Incident &one) {
        const auto quiet = known.constFind(one.self.id);
        return one.isAcknowledged() && one.unacknowledgesAt.isValid() && (quiet == known.constEnd() || quiet->until != one.unacknowledgesAt);
    };
    const auto unclear = std::ranges::find_if(m_incidents, isUnclear);
    if (unclear == m_incidents.end() || m_logs == MostLogs) {
        askWindows();
        return;
    }
    ++m_logs;
    then(m_reader.log(unclear->self.id, m_cancel), this,
        [this, id = unclear->self.id, until = unclear->unacknowledgesAt](const Result<std::vector<LogEntry>> &log) { takeLog(id, until, log); });
}

void Round::takeLog(const QString &id, UtcTime until, const Result<std::vector<LogEntry>> &log)
{
    if (log) {
        m_reader.m_quiet.insert(id, {until, endsInSnooze(*log)});
        askLogs();
    } else if (isForAll(log.error())) {
        finish(tl::unexpected(log.error()));
    } else {
        // Acknowledged or snoozed, it is quiet until then: nothing is hidden by not knowing which.
        m_remark = log.error();
        askWindows();
    }
}

void Round::askWindows()
{
    if (m_reader.m_deps.clock.monotonic() < m_reader.m_windows.readAgainAt) {
        conclude();
        return;
    }
    thenTake(m_reader.windows(0, m_cancel), this, [this](Result<Page<MaintenanceWindow>> page) { takeWindows(std::move(page)); });
}

void Round::takeWindows(Result<Page<MaintenanceWindow>> page)
{
    Reader::Windows &windows = m_reader.m_windows;
    if (!page && isForAll(page.error())) {
        finish(tl::unexpected(std::move(page.error())));
        return;
    }
    if (page) {
        windows.lack = page->hasMore ? std::optional(incomplete(QStringLiteral("There are more than %1 maintenance windows").arg(page->served)))
                                     : page->problem;
        windows.open = std::move(page->items);
    } else {
        windows.lack = page.error();
        windows.lack->what = QStringLiteral("The maintenance windows cannot be read: ") + page.error().what;
    }
    const bool mayChange = page && !windows.open.empty();
    windows.readAgainAt = m_reader.m_deps.clock.monotonic() + (mayChange ? Millis(0) : WindowsRarely);
    conclude();
}

void Round::conclude()
{
    AlertPage snapshot;
    snapshot.covers = AlertPage::Coverage::All;
    const UtcTime now = m_reader.m_deps.clock.now();
    for (const Incident &incident : m_incidents) {
        const auto quiet = m_reader.m_quiet.value(incident.self.id);
        const bool isSnoozed = quiet.isSnoozed && quiet.until == incident.unacknowledgesAt;
        Alert alert = alertOf(incident, isSnoozed, m_reader.m_settings.source);
        alert.lastSeenAt = now;
        for (const MaintenanceWindow &window : m_reader.m_windows.open) {
            if (window.covers(incident.service.id, now)) {
                alert.holds.add({HoldKind::Maintenance, window.id});
            }
        }
        if (!alert.holds.has(HoldKind::Maintenance)) {
            alert.can = alert.can.without(Verb::ExpireSilence);
        }
        if (const QString size = tooLarge(alert); size.isEmpty()) {
            snapshot.alerts.push_back(std::move(alert));
        } else {
            lack(Error {ErrorKind::BadPayload, QStringLiteral("The incident %1 is %2").arg(alert.key.id.left(LongestName), size), {}, 0, {}});
        }
    }
    m_reader.m_quiet.removeIf([this](const auto &entry) { return !m_ids.contains(entry.key()); });
    if (m_lacks) {
        snapshot.lack(AlertLack::Part::Alerts, *m_lacks);
    }
    if (m_remark) {
        snapshot.lack(AlertLack::Part::Details, *m_remark);
    }
    for (const MaintenanceWindow &window : m_reader.m_windows.open) {
        if (window.to > now) {
            snapshot.silences.push_back(silenceOf(window, m_reader.m_settings.source, now));
        }
    }
    if (m_reader.m_windows.lack) {
        snapshot.lack(AlertLack::Part::Silences, *m_reader.m_windows.lack);
    }
    snapshot.membersLive = 1;
    finish(std::move(snapshot));
}

void Round::finish(Result<AlertPage> snapshot)
{
    m_reply.finish(std::move(snapshot));
    deleteLater();
}

} // namespace quarterdeck::pagerduty
