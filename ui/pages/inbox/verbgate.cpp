#include "ui/pages/inbox/verbgate.h"

#include "app/core/text.h"
#include "models/groupsummary.h"
#include "models/inboxfeed.h"
#include "ui/pages/inbox/alertlist.h"
#include "ui/pages/inbox/inboxactions.h"

#include <array>

namespace quarterdeck {

namespace {

struct Gated {
    const char *action; ///< In InboxActions.
    Verb verb;
};

constexpr std::array Gates {Gated {"acknowledge", Verb::Acknowledge}, Gated {"silence", Verb::Silence}, Gated {"extendSilence", Verb::ExtendSilence},
    Gated {"extendUntil", Verb::ExtendSilence}, Gated {"expireSilence", Verb::ExpireSilence}};

} // namespace

VerbGate::VerbGate(InboxFeed &feed, InboxActions &actions, AlertList &list, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_actions(actions)
    , m_list(list)
{
    connect(&list, &AlertList::currentRowChanged, this, &VerbGate::decide);
    connect(&feed, &InboxFeed::clearanceChanged, this, &VerbGate::decide);
    connect(&feed.alerts(), &AlertModel::totalsChanged, this, &VerbGate::decide);
}

void VerbGate::add(Choice &choice, const Alert &alert) const
{
    bool isWhole = true;
    for (const Gated &gated : Gates) {
        isWhole = isWhole && m_feed.offers().allow(gated.verb, alert);
        choice.possible = m_feed.offers().allow(gated.verb, alert) ? choice.possible.with(gated.verb) : choice.possible;
    }
    if (!isWhole || choice.source.isEmpty()) {
        choice.source = alert.key.source;
        choice.why = m_feed.offers().readOnly(alert.key.source);
    }
}

VerbGate::Choice VerbGate::choice() const
{
    const AlertModel &model = m_feed.alerts();
    const AlertIndex &index = model.alerts();
    Choice choice;
    const auto isAll = [&choice] { return std::ranges::all_of(Gates, [&choice](const Gated &gated) { return choice.possible.has(gated.verb); }); };
    if (index.totals().marked > 0) {
        for (int slot = 0; slot < index.slotCount() && !isAll(); ++slot) {
            const AlertIndex::Item &item = index.item(slot);
            if (item.isUsed && item.isMarked) {
                add(choice, item.alert);
            }
        }
    } else if (const Alert *alert = model.alertAt(m_list.currentRow())) {
        add(choice, *alert);
    } else if (const AlertGroup *group = model.headerAt(m_list.currentRow())) {
        for (const Alert *member : membersOf(index, *group)) {
            if (isAll()) {
                break;
            }
            add(choice, *member);
        }
    }
    return choice;
}

QString VerbGate::refusal(const Choice &choice) const
{
    switch (choice.why) {
    case ReadOnly::Source:
        return tr("%1 only reports its alerts: they can be neither acknowledged nor silenced there.").arg(text::plain(choice.source, 60));
    case ReadOnly::Context:
        return tr("This context is read-only: you cannot acknowledge or silence alerts here.");
    case ReadOnly::No:
        break;
    }
    return tr("%1 does not offer this here.").arg(text::plain(choice.source, 60));
}

void VerbGate::decide()
{
    const Choice now = choice();
    for (const Gated &gated : Gates) {
        QAction *action = m_actions.action(QLatin1StringView(gated.action));
        const bool isOn = now.source.isEmpty() || now.possible.has(gated.verb);
        const QString words = isOn ? QString() : refusal(now);
        action->setEnabled(isOn);
        action->setToolTip(words.isEmpty() ? QString() : text::tooltip(words));
        action->setStatusTip(words);
    }
}

} // namespace quarterdeck
