#pragma once

#include "app/sources/api/metricface.h"
#include "app/sources/api/ruleface.h"
#include "app/sources/api/source.h"
#include "app/sync/rhythm.h"

#include <QHash>

namespace quarterdeck {

class Store;

/// Asks a source without alerts at a slow rate whether it is there, and for its rules and targets where it has some. Thread: io.
class Prober final : public Rhythm {
    Q_OBJECT

public:
    /// `source` outlives the prober.
    Prober(Source &source, Store &store, const Clock &clock, StatusBoard &board, PollTimes times, QObject *parent = nullptr);
    ~Prober() override;
    /// The alerting expression of a rule; empty when the rule is not known.
    QString expression(const QString &alertname) const { return m_expressions.value(alertname); }
    /// Asks for rules and targets once, without a turn: for a source whose turns are a poller's.
    void askBeside();
    /// Takes a rule list over.
    void learn(const std::vector<RuleInfo> &rules);

signals:
    /// The scrape targets of a metric source.
    void targetsSeen(const std::vector<quarterdeck::TargetInfo> &targets);

protected:
    void ask(CancelToken cancel) override;

private:
    void take(const Result<BackendHealth> &health, const CancelToken &cancel);
    void askRules(const CancelToken &cancel);
    void conclude(const SourceStatus &status, bool answered, std::optional<Millis> retryAfter);

    Source &m_probed;
    Store &m_store;
    std::stop_source m_stop; ///< Of what is asked beside the turns.
    QHash<QString, QString> m_expressions;
};

} // namespace quarterdeck
