#pragma once

#include "pagerdutybench.h"

#include <QJsonDocument>

namespace quarterdeck {

/// Wishes that are alike about several incidents, and what comes of them when they are sent together.
class TogetherBench {
public:
    PagerdutyBench b;
    std::vector<AlertAction> actions;
    QStringList ids;

    /// Opens `count` incidents, with a wish about each.
    void prepare(int count, Verb verb = Verb::Acknowledge)
    {
        for (int i = 0; i < count; ++i) {
            AlertAction action;
            action.id = QUuid::createUuid();
            action.verb = verb;
            action.source = QStringLiteral("src");
            ids.append(b.openIncident(QStringLiteral("Incident %1").arg(i)));
            action.alert = {QStringLiteral("src"), ids.back()};
            action.expectedStart = b.server.with([](PagerdutyAccount &account) { return account.now(); });
            action.createdAt = action.expectedStart;
            action.duration = Millis(3'600'000);
            actions.push_back(action);
        }
    }
    std::vector<Outcome> performed(Source &source) const
    {
        const auto outcomes = await(source.acts()->performAll(actions, {}, {}));
        if (!outcomes) {
            qWarning("%s", qPrintable(errorOf(outcomes)));
        }
        return outcomes.value_or(std::vector<Outcome>(actions.size(), Outcome {Outcome::Is::Unknown}));
    }
    int puts() const { return b.server.count("PUT /incidents"); }
    int requests() const { return int(b.server.requests().size()); }
    static qint64 countOf(const std::vector<Outcome> &outcomes, Outcome::Is is) { return std::ranges::count(outcomes, is, &Outcome::is); }
};

} // namespace quarterdeck
