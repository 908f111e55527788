#include "app/sources/pagerduty/manypresent.h"

#include "app/sources/pagerduty/requests.h"

namespace quarterdeck::pagerduty {

namespace {

// Beyond, the logs of the incidents themselves cost less.
constexpr int MostLogPages = 5;

} // namespace

ManyGathering::ManyGathering(Reader &reader, QStringList ids, TimeRange log, CancelToken cancel)
    : QObject(&reader)
    , m_reader(reader)
    , m_missing(std::move(ids))
    , m_log(log)
    , m_cancel(std::move(cancel))
{
    m_unread = m_log.from.isValid() ? m_missing : QStringList();
}

Async<ManyPresent> ManyGathering::run()
{
    const auto future = m_reply.future();
    readPage(0, 0);
    return future;
}

void ManyGathering::readPage(int offset, int pages)
{
    // By then one request for each costs no more.
    if (m_missing.size() <= pages + 1) {
        readRest();
        return;
    }
    then(m_reader.page(offset, m_cancel), this, [this, offset, pages](const Result<Page<Incident>> &page) {
        if (!page) {
            finish(tl::unexpected(page.error()));
            return;
        }
        for (const Incident &incident : page->items) {
            if (m_missing.removeAll(incident.self.id) > 0) {
                m_present.incidents.insert(incident.self.id, incident);
            }
        }
        const int next = offset + int(page->served);
        if (page->hasMore && page->served > 0 && next + PageSize <= LastReachable) {
            readPage(next, pages + 1);
        } else {
            readRest();
        }
    });
}

void ManyGathering::readRest()
{
    if (m_missing.isEmpty()) {
        readLog(0, 0);
        return;
    }
    const QString id = m_missing.takeLast();
    then(m_reader.incident(id, m_cancel), this, [this, id](const Result<Incident> &incident) {
        if (incident) {
            m_present.incidents.insert(id, *incident);
        } else if (incident.error().kind != ErrorKind::NotFound) {
            finish(tl::unexpected(incident.error()));
            return;
        }
        readRest();
    });
}

void ManyGathering::readLog(int offset, int pages)
{
    if (m_unread.isEmpty()) {
        finish(std::move(m_present));
        return;
    }
    then(m_reader.logPage(m_log, offset, m_cancel), this, [this, offset, pages](const Result<Page<LogEntry>> &page) {
        if (!page) {
            finish(tl::unexpected(page.error()));
            return;
        }
        for (const LogEntry &entry : page->items) {
            m_present.logs[entry.incident].push_back(entry);
        }
        if (!page->hasMore) {
            finish(std::move(m_present));
        } else if (page->served > 0 && pages + 1 < MostLogPages) {
            readLog(offset + int(page->served), pages + 1);
        } else {
            readLogs();
        }
    });
}

void ManyGathering::readLogs()
{
    if (m_unread.isEmpty()) {
        finish(std::move(m_present));
        return;
    }
    const QString id = m_unread.takeLast();
    then(m_reader.log(id, m_cancel), this, [this, id](const Result<std::vector<LogEntry>> &log) {
        if (!log && log.error().kind != ErrorKind::NotFound) {
            finish(tl::unexpected(log.error()));
            return;
        }
        m_present.logs.insert(id, log.value_or(std::vector<LogEntry> {}));
        readLogs();
    });
}

void ManyGathering::finish(Result<ManyPresent> present)
{
    m_reply.finish(std::move(present));
    deleteLater();
}

} // namespace quarterdeck::pagerduty
