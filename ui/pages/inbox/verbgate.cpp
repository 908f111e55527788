#include "ui/pages/inbox/verbgate.h"

#include "app/core/text.h"
#include "models/groupsummary.h"
#include "models/inboxfeed.h"
#include "ui/pages/inbox/alertlist.h"
#include "ui/pages/inbox/inboxactions.h"

namespace quarterdeck {

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

ReadOnly VerbGate::reason(SourceId &source) const
{
    const AlertModel &model = m_feed.alerts();
    ReadOnly why = ReadOnly::No;
    // True as soon as there is something to act on.
    const auto canAct = [&](const Alert &alert) {
        const ReadOnly is = m_feed.readOnly(alert.key.source);
        if (is == ReadOnly::No) {
            return true;
        }
        why = is;
        source = alert.key.source;
        return false;
    };
    const AlertIndex &index = model.alerts();
    if (index.totals().marked > 0) {
        for (int slot = 0; slot < index.slotCount(); ++slot) {
            const AlertIndex::Item &item = index.item(slot);
            if (item.isUsed && item.isMarked && canAct(item.alert)) {
                return ReadOnly::No;
            }
        }
    } else if (const Alert *alert = model.alertAt(m_list.currentRow())) {
        return canAct(*alert) ? ReadOnly::No : why;
    } else if (const AlertGroup *group = model.headerAt(m_list.currentRow())) {
        for (const Alert *member : membersOf(index, *group)) {
            if (canAct(*member)) {
                return ReadOnly::No;
            }
        }
    }
    return why;
}

void VerbGate::decide()
{
    SourceId source;
    const ReadOnly why = reason(source);
    const QString words = why == ReadOnly::Source
        ? tr("%1 only tells of its alerts: they can be neither acknowledged nor silenced there.").arg(text::plain(source, 60))
        : why == ReadOnly::Context ? tr("This context is read-only: nothing can be acknowledged or silenced from here.")
                                   : QString();
    for (const char *name : {"acknowledge", "silence", "extendSilence", "extendUntil", "expireSilence"}) {
        QAction *action = m_actions.action(QLatin1StringView(name));
        action->setEnabled(why == ReadOnly::No);
        action->setToolTip(words.isEmpty() ? QString() : text::tooltip(words));
        action->setStatusTip(words);
    }
}

} // namespace quarterdeck
