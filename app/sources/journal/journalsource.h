#pragma once

#include "app/sources/api/connector.h"
#include "app/sources/api/logface.h"
#include "app/sources/journal/follower.h"
#include "app/sources/journal/rangereader.h"

#include <memory>

namespace quarterdeck {

/// What the journal's own options say.
struct JournalOptions {
    QStringList serviceFields {QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("_SYSTEMD_UNIT")};
    journal::Follower::Rules follow;
};

/// A systemd-journal-gatewayd as a log source. Thread: io.
class JournalSource final : public QObject, public Source, public LogFace {
public:
    JournalSource(Endpoint endpoint, JournalOptions options, const SourceDeps &deps);

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken cancel) override;
    LogFace *logs() override { return this; }
    Async<LogPage> query(LogQuery query, CancelToken cancel) override;
    Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken cancel) override;
    /// An empty batch says that it follows (again). A tail that ended with an error goes on without a gap when the same query is
    /// tailed again within ten minutes.
    Async<Done> tail(LogQuery query, TailSink sink, CancelToken cancel) override;
    Async<QStringList> fieldValues(QString field, CancelToken cancel) override;

private:
    /// Where the followers of one tail stood when it was interrupted.
    struct Interrupted {
        LogQuery query;
        std::vector<journal::ResumePoint> places;
        Millis since;
    };
    struct RunningTail;

    Result<std::vector<journal::Matches>> alternativesOf(const LogQuery &query) const;
    Async<LogPage> read(const LogQuery &query, int limit, int budget, const CancelToken &cancel);
    void followerEnded(const std::shared_ptr<RunningTail> &tail, const Result<Done> &result);
    std::vector<journal::ResumePoint> takeInterrupted(const LogQuery &query);

    Endpoint m_endpoint;
    JournalOptions m_options;
    const Clock &m_clock;
    SourceInfo m_info;
    journal::Gateway m_gateway;
    std::vector<Interrupted> m_interrupted;
};

} // namespace quarterdeck
