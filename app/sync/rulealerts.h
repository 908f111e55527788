#pragma once

#include "app/core/clock.h"
#include "app/sources/api/actface.h"
#include "app/sources/api/alertface.h"
#include "app/sources/api/ruleface.h"
#include "app/sources/api/source.h"

#include <QSet>
#include <QStringList>

#include <memory>
#include <vector>

namespace quarterdeck {

/// What a source says of its own alerting rules, as a source of alerts: firing ones are alerts, to be read only. It stands in where
/// a context holds nothing better; no all-clear rests on it, for what other servers evaluate it does not know. Thread: io.
class RuleAlerts final : public QObject, public AlertFace, public ActFace {
public:
    /// `source`, which has rules, and `clock` outlive it.
    RuleAlerts(Source &source, const Clock &clock);

    /// The firing rules. A server that does not know the question answers nothing, which ends no alert; neither does what a server says
    /// that has not evaluated every rule since it was started.
    Async<AlertPage> read(CancelToken cancel) override;
    /// Refused, with the reason.
    Async<Outcome> perform(AlertAction action, BeforeSend before, CancelToken cancel) override;
    /// NotSent: nothing ever is.
    Async<Outcome> readBack(AlertAction action, QString target, CancelToken cancel) override;

private:
    struct Heard {
        Result<BackendHealth> health;
        Result<std::vector<Alert>> alerts;
    };
    void take(Heard heard, const CancelToken &cancel, const Reply<AlertPage> &reply);
    void checkRules(AlertPage snapshot, const CancelToken &cancel, const Reply<AlertPage> &reply);

    Source &m_source;
    const Clock &m_clock;
    QSet<QString> m_last; ///< The alerts of the answer before.
    bool m_isSettled = false;
};

/// Who is asked for alerts among opened sources: those that tell of all open alerts; where `areRulesAlerts`, those that evaluate rules too.
QStringList sourcesOfAlerts(const std::vector<std::unique_ptr<Source>> &sources, bool areRulesAlerts);

} // namespace quarterdeck
