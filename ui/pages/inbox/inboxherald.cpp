#include "ui/pages/inbox/inboxherald.h"

#include "app/core/text.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/rowwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/spokennotice.h"
#include "ui/widgets/verbwords.h"

#include <algorithm>
#include <map>
#include <utility>

namespace quarterdeck {

namespace {

// More groups than this at once are a storm: one sentence tells of it.
constexpr std::size_t MostGroupsTold = 3;

struct NewCriticals {
    QString service;
    std::vector<const Alert *> alerts;
};

std::vector<NewCriticals> byService(const std::vector<Alert> &alerts)
{
    std::vector<NewCriticals> groups;
    for (const Alert &alert : alerts) {
        const auto known = std::ranges::find(groups, alert.service, &NewCriticals::service);
        if (known == groups.end()) {
            groups.push_back({alert.service, {&alert}});
        } else {
            known->alerts.push_back(&alert);
        }
    }
    return groups;
}

} // namespace

InboxHerald::InboxHerald(InboxFeed &feed, QWidget *page)
    : QObject(page)
    , m_feed(feed)
    , m_page(page)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(700);
    connect(&m_pause, &QTimer::timeout, this, [this] { announce(m_page, std::exchange(m_filtered, {})); });
    connect(&feed, &InboxFeed::criticalsArrived, this, &InboxHerald::tellCriticals);
    connect(&feed, &InboxFeed::outboxChanged, this, &InboxHerald::tellOutbox);
    connect(&feed.alerts(), &AlertModel::totalsChanged, this, &InboxHerald::tellMarks);
}

void InboxHerald::tellFilter(const QString &sentence)
{
    m_filtered = sentence;
    m_pause.start();
}

void InboxHerald::tellFold(const AlertGroup &group, const QString &count)
{
    announce(m_page, phrases::list({inboxwords::groupTitle(group), RowWords::foldWord(group), count}));
}

void InboxHerald::tellCriticals(const std::vector<Alert> &alerts)
{
    const std::vector<NewCriticals> groups = byService(alerts);
    if (groups.size() > MostGroupsTold) {
        announce(m_page, tr("%Ln new critical alert(s) in many services", nullptr, int(alerts.size())));
        return;
    }
    for (const NewCriticals &group : groups) {
        const Alert &first = *group.alerts.front();
        const QString service = text::plain(group.service, 80);
        const QString title = text::plain(first.title, 120);
        if (group.alerts.size() > 1) {
            const QString count = tr("%Ln new critical alert(s)", nullptr, int(group.alerts.size()));
            announce(m_page, service.isEmpty() ? count : tr("%1 on %2").arg(count, service));
        } else {
            const QString what = service.isEmpty() ? title : tr("%1 on %2").arg(title, service);
            announce(m_page, phrases::pair(tr("New critical alert"), phrases::sentences({what, text::plain(first.summary, 200)})));
        }
    }
}

void InboxHerald::tellOutbox()
{
    const bool wasKnown = std::exchange(m_isOutboxKnown, true);
    const QHash<QUuid, OutboxState> before = std::exchange(m_outbox, {});
    std::map<std::pair<Verb, OutboxState>, std::vector<const OutboxEntry *>> settled;
    for (const OutboxEntry &entry : m_feed.outbox().rows()) {
        m_outbox.insert(entry.action.id, entry.state);
        const bool isTold = entry.state != OutboxState::Queued && entry.state != OutboxState::Sending && entry.state != OutboxState::Withdrawn;
        if (wasKnown && isTold && before.value(entry.action.id, OutboxState::Queued) != entry.state) {
            settled[{entry.action.verb, entry.state}].push_back(&entry);
        }
    }
    for (const auto &[kind, entries] : settled) {
        const QString what = entries.size() == 1 ? text::plain(entries.front()->action.alertTitle, 120)
                                                 : tr("%Ln alert(s)", nullptr, int(entries.size()));
        announce(m_page, phrases::pair(verbwords::order(kind.first, what), inboxwords::outboxState(kind.second)));
    }
}

void InboxHerald::tellMarks()
{
    const int marked = m_feed.alerts().alerts().totals().marked;
    // How many are is said by the strip above the list.
    if (std::exchange(m_marked, marked) > 0 && marked == 0) {
        announce(m_page, tr("Nothing is marked."));
    }
}

} // namespace quarterdeck
