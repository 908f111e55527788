#pragma once

#include "app/core/async.h"
#include "app/domain/action.h"
#include "app/domain/alert.h"
#include "app/domain/logline.h"
#include "app/domain/outcome.h"
#include "app/domain/series.h"

#include <QFlags>

#include <functional>
#include <vector>

namespace quarterdeck {

/// What a source can do.
enum class Can : quint32 {
    QueryLogs = 1 << 0,
    TailLogs = 1 << 1,
    QueryMetrics = 1 << 2,
    ListAlerts = 1 << 3,
    Acknowledge = 1 << 4,
    Silence = 1 << 5,
    ListRules = 1 << 6,
    ListTargets = 1 << 7,
};
Q_DECLARE_FLAGS(Capabilities, Can)
Q_DECLARE_OPERATORS_FOR_FLAGS(Capabilities)

/// What a source bears.
struct Limits {
    int pageSize = 1000;
    int maxPoints = 11'000;
    Millis maxRange {0}; ///< 0: any.
};

/// The description of one opened source.
struct SourceInfo {
    SourceId id;
    QString kind;
    Capabilities can;
    Limits limits;
    QString queryLanguage; ///< "PromQL", "journal fields", ...
    int members = 1;
    bool isInsecure = false; ///< tls_config.insecure_skip_verify is on.
};

/// What a probe found: for the connection test of the settings page and `qdeck doctor`.
struct BackendHealth {
    QString version;
    Millis latency {0};
    Millis clockSkew {0}; ///< Server minus us, from the Date header; 0 when unknown.
    QStringList findings; ///< Plain sentences, worst first.
    int membersLive = 1;
    int members = 1;
};

/// One configured backend, opened. Lives on the io thread; every method is called there and its future finishes there.
/// A cancelled operation finishes with ErrorKind::Cancelled.
class Source {
public:
    virtual ~Source() = default;
    virtual const SourceInfo &info() const = 0;
    /// Reaches every member and says what it found, in plain words.
    virtual Async<BackendHealth> probe(CancelToken cancel) = 0;
};

/// What one poll of a paging source yields: everything open, or nothing.
struct AlertSnapshot {
    std::vector<Alert> alerts; ///< All open alerts, service not yet matched.
    std::vector<Silence> silences;
    bool isComplete = false; ///< True only when every member answered completely: then absent means resolved.
    /// Set while a member has been started so lately that it may have forgotten alerts: absent means resolved only for what was seen
    /// since then.
    std::optional<UtcTime> heardSince;
    int membersLive = 0;
    int members = 1;
    std::optional<Error> memberError; ///< Of the first member that failed; where none did, what there is to know all the same.
    /// Not complete, but only because a server did not give all its silences: absent means resolved all the same.
    bool lacksOnlySilences = false;

    /// Every member gave all its alerts.
    bool hasAllAlerts() const { return isComplete || lacksOnlySilences; }
};

/// Called with the member that an action is about to be sent to, before each try, as the source names it. The try waits for the answer, and is
/// not made where that is an error. Empty: nobody wants to know.
using BeforeSend = std::function<Async<Done>(const QString &target)>;

/// Alerts and what can be done about them.
class PagingSource : public virtual Source {
public:
    /// All open alerts. Fails only when no member answered.
    virtual Async<AlertSnapshot> alerts(CancelToken cancel) = 0;
    /// Re-reads the present state, then sends, then confirms by reading back. Idempotent by action.id where the backend lets it. A source of one
    /// member need not call `before`. Errors: Cancelled, which leaves open what took effect.
    virtual Async<Outcome> perform(AlertAction action, BeforeSend before, CancelToken cancel) = 0;
    /// Whether an action whose sending ended unknown has taken effect: NotSent where it has not, Unknown where that cannot be told now.
    /// `target`: the last that `before` was called with; empty: any member may have it. Errors: Cancelled.
    virtual Async<Outcome> readBack(AlertAction action, QString target, CancelToken cancel) = 0;
};

/// Alerting rule as a metric source knows it.
struct RuleInfo {
    QString name;
    QString group;
    QString file;
    QString expression;
    Millis holdFor {0};
    Labels labels;
    Labels annotations; ///< Templates, not expanded.
    QString health;
    QString lastError;
};

/// Scrape target as a metric source knows it.
struct TargetInfo {
    Labels labels;
    QString health; ///< "up", "down", "unknown".
    QString scrapeUrl;
    QString lastError;
    UtcTime lastScrape;
};

/// What a metric name means.
struct MetricInfo {
    QString name;
    QString type;
    QString help;
    QString unit;
};

/// The series that an expression yields.
struct MetricAnswer {
    std::vector<Series> series;
    QStringList warnings; ///< What the source warned of, verbatim: the series may not be whole.
};

/// Time series.
class MetricSource : public virtual Source {
public:
    virtual Async<MetricAnswer> range(MetricQuery query, CancelToken cancel) = 0;
    /// One sample per series at an instant (invalid: now).
    virtual Async<MetricAnswer> instant(QString expression, UtcTime at, CancelToken cancel) = 0;
    virtual Async<std::vector<Labels>> series(QStringList matchers, TimeRange range, CancelToken cancel) = 0;
    virtual Async<QStringList> labelValues(QString label, CancelToken cancel) = 0;
    virtual Async<std::vector<RuleInfo>> rules(CancelToken cancel) = 0;
    virtual Async<std::vector<Alert>> ruleAlerts(CancelToken cancel) = 0;
    virtual Async<std::vector<TargetInfo>> targets(CancelToken cancel) = 0;
    virtual Async<std::vector<MetricInfo>> metadata(CancelToken cancel) = 0;
};

/// Log lines.
class LogSource : public virtual Source {
public:
    /// The newest `limit` matching lines of the range, oldest first.
    virtual Async<LogPage> query(LogQuery query, CancelToken cancel) = 0;
    /// Counts over the range in at most `buckets` buckets.
    virtual Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken cancel) = 0;
    /// Hands over new lines until cancelled; lossless over reconnects. Finishes with the error that ended it.
    virtual Async<Done> tail(LogQuery query, LogBatchFn lines, CancelToken cancel) = 0;
    /// Distinct values of one field.
    virtual Async<QStringList> fieldValues(QString field, CancelToken cancel) = 0;
};

} // namespace quarterdeck
