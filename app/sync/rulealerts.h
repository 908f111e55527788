#pragma once

#include "app/core/clock.h"
#include "app/domain/freshness.h"
#include "app/sources/api/source.h"

#include <QSet>
#include <QStringList>

#include <memory>
#include <vector>

namespace quarterdeck {

/// What a metric source says of its own alerting rules, as a source of alerts: firing ones are alerts, to be read only. It stands in where
/// a context holds nothing better; no all-clear rests on it, for what other servers evaluate it does not know. Thread: io.
class RuleAlerts final : public QObject, public PagingSource {
public:
    /// `metrics` and `clock` outlive it.
    RuleAlerts(MetricSource &metrics, const Clock &clock);

    const SourceInfo &info() const override { return m_metrics.info(); }
    Async<BackendHealth> probe(CancelToken cancel) override { return m_metrics.probe(std::move(cancel)); }
    /// The firing rules. A server that does not know the question answers nothing, which ends no alert; neither does what a server says
    /// that has not evaluated every rule since it was started.
    Async<AlertSnapshot> alerts(CancelToken cancel) override;
    /// Refused, with the reason.
    Async<Outcome> perform(AlertAction action, BeforeSend before, CancelToken cancel) override;
    /// NotSent: nothing ever is.
    Async<Outcome> readBack(AlertAction action, QString target, CancelToken cancel) override;

private:
    struct Heard {
        Result<BackendHealth> health;
        Result<std::vector<Alert>> alerts;
    };
    void take(Heard heard, const CancelToken &cancel, const Reply<AlertSnapshot> &reply);
    void checkRules(AlertSnapshot snapshot, const CancelToken &cancel, const Reply<AlertSnapshot> &reply);

    MetricSource &m_metrics;
    const Clock &m_clock;
    QSet<QString> m_last; ///< The alerts of the answer before.
    bool m_isSettled = false;
};

/// Who is asked for alerts among opened sources: those that tell of all open alerts; where `areRulesAlerts`, those that evaluate rules too.
QStringList sourcesOfAlerts(const std::vector<std::unique_ptr<Source>> &sources, bool areRulesAlerts);

/// Whether the alerts of a source can only be read, by what it can do and by the context.
ReadOnly readOnlyOf(const SourceInfo &info, bool isReadOnlyContext);

} // namespace quarterdeck
