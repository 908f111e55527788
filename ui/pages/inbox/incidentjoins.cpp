#include "ui/pages/inbox/incidentjoins.h"

#include "app/ports/preferences.h"
#include "ui/pages/inbox/alertlist.h"
#include "ui/pages/inbox/inboxactions.h"
#include "ui/pages/inbox/inboxwords.h"

#include <QPointer>

namespace quarterdeck {

IncidentJoins::IncidentJoins(
    const PageContext &context, InboxFeed &feed, InboxController &controller, InboxActions &actions, AlertList &list, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_feed(feed)
    , m_controller(controller)
    , m_actions(actions)
{
    QAction *unite = actions.action(QStringLiteral("unite"));
    QAction *part = actions.action(QStringLiteral("part"));
    page->addActions({unite, part});
    connect(unite, &QAction::triggered, this, &IncidentJoins::unite);
    connect(part, &QAction::triggered, this, &IncidentJoins::part);
    connect(&list, &AlertList::currentRowChanged, this, &IncidentJoins::decide);
    connect(&feed.alerts(), &AlertModel::totalsChanged, this, &IncidentJoins::decide);
    decide();
}

void IncidentJoins::decide()
{
    m_actions.action(QStringLiteral("unite"))->setEnabled(m_feed.alerts().alerts().totals().marked > 1);
    m_actions.action(QStringLiteral("part"))->setEnabled(!joined().empty());
}

IncidentJoins::Pairs IncidentJoins::joined() const
{
    Pairs pairs;
    const std::vector<Alert> chosen = m_controller.targets().alerts;
    if (chosen.size() == 1) {
        for (const AlertModel::Follower &one : m_feed.alerts().followers(chosen.front().key)) {
            pairs.emplace_back(chosen.front().key, one.alert->key);
        }
    }
    return pairs;
}

void IncidentJoins::unite()
{
    std::vector<Alert> chosen = m_controller.targets().alerts;
    std::erase_if(chosen, [](const Alert &alert) { return !alert.isOpen(); });
    Pairs pairs;
    for (std::size_t i = 1; i < chosen.size(); ++i) {
        pairs.emplace_back(chosen.front().key, chosen[i].key);
    }
    if (pairs.empty()) {
        m_context.navigator.toast(tr("First mark the open alerts that are one incident."));
        return;
    }
    store(pairs, true, tr("%n alert(s) are shown as one incident.", nullptr, int(chosen.size())));
}

void IncidentJoins::part()
{
    Pairs pairs = joined();
    // Each from each: else two that were joined by way of the third would stay together.
    const std::size_t count = pairs.size();
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            pairs.emplace_back(pairs[i].second, pairs[j].second);
        }
    }
    store(pairs, false, tr("%n alert(s) are separate again.", nullptr, int(count) + 1));
}

void IncidentJoins::store(const Pairs &pairs, bool areOne, const QString &sentence)
{
    for (const auto &[one, other] : pairs) {
        then(m_context.outbox.decideJoin({one, other, areOne, m_context.preferences.values().author, {}}), this, [this](const Result<Done> &done) {
            if (!done) {
                emit m_controller.problem(inboxwords::refusal(done.error()));
            }
        });
    }
    m_context.navigator.toast(sentence, [self = QPointer(this), pairs, areOne] {
        if (self) {
            self->store(pairs, !areOne, tr("Undone."));
        }
    });
}

} // namespace quarterdeck
