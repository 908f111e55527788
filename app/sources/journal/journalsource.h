#pragma once

#include "app/sources/api/connector.h"
#include "app/sources/journal/follower.h"
#include "app/sources/journal/rangereader.h"

#include <QHash>

namespace quarterdeck {

/// What the journal's own options say.
struct JournalOptions {
    QStringList serviceFields {QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("_SYSTEMD_UNIT")};
    journal::Follower::Rules follow;
};

/// A systemd-journal-gatewayd as a log source. Thread: io.
class JournalSource final : public QObject, public LogSource {
public:
    JournalSource(Endpoint endpoint, JournalOptions options, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    Async<LogPage> query(LogQuery query, CancelToken cancel) override;
    Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken cancel) override;
    /// An empty batch says that it follows (again). A tail that ended with an error goes on without a gap when the same query is
    /// tailed again within ten minutes.
    Async<Done> tail(LogQuery query, LogBatchFn lines, CancelToken cancel) override;
    Async<QStringList> fieldValues(QString field, CancelToken cancel) override;

private:
    struct Interrupted {
        LogQuery query;
        journal::ResumePoint place;
        Millis since;
    };

    Async<journal::Matches> matchesOf(const LogQuery &query, CancelToken cancel);
    void tryServiceField(QString service, int index, Reply<journal::Matches> reply, CancelToken cancel);
    Async<LogPage> read(const LogQuery &query, int limit, int budget, CancelToken cancel);
    void startTail(
        const LogQuery &query, const journal::Matches &matches, const LogBatchFn &lines, const Reply<Done> &reply, const CancelToken &cancel);
    journal::ResumePoint takeInterrupted(const LogQuery &query);

    Endpoint m_endpoint;
    JournalOptions m_options;
    const Clock &m_clock;
    SourceInfo m_info;
    journal::Gateway m_gateway;
    QHash<QString, journal::Matches> m_serviceMatches;
    std::vector<Interrupted> m_interrupted;
};

} // namespace quarterdeck
