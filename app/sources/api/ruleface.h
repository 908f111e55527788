#pragma once

#include "app/core/async.h"
#include "app/domain/alert.h"

#include <vector>

namespace quarterdeck {

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

/// The alerting rules that a source evaluates. Threads and cancelling as with Source.
class RuleFace {
public:
    virtual ~RuleFace() = default;
    virtual Async<std::vector<RuleInfo>> rules(CancelToken cancel) = 0;
    /// What its rules say now, pending ones too.
    virtual Async<std::vector<Alert>> ruleAlerts(CancelToken cancel) = 0;
};

} // namespace quarterdeck
