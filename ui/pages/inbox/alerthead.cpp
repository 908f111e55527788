#include "ui/pages/inbox/alerthead.h"

#include "app/core/text.h"
#include "models/inboxfeed.h"
#include "ui/pages/inbox/inboxactions.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/verbrow.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/severitymark.h"
#include "ui/widgets/verbbutton.h"
#include "ui/widgets/verbwords.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {
constexpr std::size_t MostReasons = 5;
}

AlertHead::AlertHead(const PageContext &context, InboxFeed &feed, const InboxActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_feed(feed)
    , m_mark(new SeverityMark(context.theme, this))
    , m_since(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_summary(new PlainLabel(this))
    , m_pending(new PlainLabel(this))
    , m_refused(new PlainLabel(this))
    , m_verbs(buildVerbs(actions))
    , m_facts(new KeyValueGrid(context.theme, this))
    , m_conflict(buildConflict())
{
    setObjectName(QStringLiteral("inbox.head"));
    m_since->setObjectName(QStringLiteral("inbox.head.since"));
    m_title->setObjectName(QStringLiteral("inbox.head.title"));
    m_summary->setObjectName(QStringLiteral("inbox.head.summary"));
    m_pending->setObjectName(QStringLiteral("inbox.head.pending"));
    m_since->setLook(context.theme, TypeFace::Body, Token::Muted);
    m_since->setEliding(true);
    m_title->setLook(context.theme, TypeFace::Title);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setLook(context.theme, TypeFace::Body, Token::Muted);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_refused->setObjectName(QStringLiteral("inbox.head.refused"));
    m_refused->setLook(context.theme, TypeFace::Body, Token::Muted);
    m_refused->setWordWrap(true);
    m_pending->setLook(context.theme, TypeFace::Body, Token::Accent);
    m_pending->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(3);
    line->addWidget(m_mark);
    line->addWidget(m_since, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(line);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_pending);
    column->addWidget(m_conflict);
    column->addSpacing(2);
    column->addWidget(m_verbs);
    column->addWidget(m_refused);
    column->addSpacing(2);
    column->addWidget(m_facts);
}

QWidget *AlertHead::buildVerbs(const InboxActions &actions)
{
    auto *row = new VerbRow(m_context.theme, tr("More actions"), this);
    row->setObjectName(QStringLiteral("inbox.head.verbs"));
    bool isFirst = true;
    for (const QString &name : {QStringLiteral("acknowledge"), QStringLiteral("silence"), QStringLiteral("note"), QStringLiteral("runbook")}) {
        QAction *action = actions.action(name);
        // Short words: the row must fit the narrowest pane.
        const QString shortText = name == QLatin1StringView("runbook") ? tr("Runbook")
            : name == QLatin1StringView("note")                        ? tr("Note")
            : name == QLatin1StringView("silence")                     ? tr("Silence")
                                                                       : action->text();
        auto *button = new VerbButton(
            m_context.theme, shortText, keyText(action), isFirst ? VerbButton::Rank::Primary : VerbButton::Rank::Secondary, row);
        button->setObjectName(QStringLiteral("inbox.head.") + name);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [action, button] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->statusTip().isEmpty() ? QString() : text::tooltip(action->statusTip()));
        });
        row->add(button, action);
        isFirst = false;
    }
    QAction *acknowledge = actions.action(QStringLiteral("acknowledge"));
    m_refused->hide();
    connect(acknowledge, &QAction::changed, m_refused, [this, acknowledge] {
        m_refused->setPlain(acknowledge->statusTip());
        m_refused->setVisible(!acknowledge->isEnabled());
    });
    row->more()->setObjectName(QStringLiteral("inbox.head.more"));
    for (const char *name :
        {"unacknowledge", "snooze", "resolve", "reassign", "escalate", "callHelp", "callOff", "merge", "priority", "comment", "checkNow", "maintain",
            "unite", "part", "service", "extendSilence", "extendUntil", "expireSilence", "openSource", "copy", "undo", "mark", "outbox"}) {
        row->addToMenu(actions.action(QLatin1StringView(name)));
    }
    return row;
}

QWidget *AlertHead::buildConflict()
{
    auto *holder = new QWidget(this);
    holder->setObjectName(QStringLiteral("inbox.conflict"));
    m_conflictText = new PlainLabel(holder);
    m_conflictText->setObjectName(QStringLiteral("inbox.conflict.text"));
    m_conflictText->setLook(m_context.theme, TypeFace::Body, Token::Critical);
    m_conflictText->setWordWrap(true);
    auto *resend = new VerbButton(m_context.theme, tr("Send anyway"), {}, VerbButton::Rank::Secondary, holder);
    resend->setObjectName(QStringLiteral("inbox.conflict.resend"));
    m_drop = new VerbButton(m_context.theme, tr("Discard"), {}, VerbButton::Rank::Secondary, holder);
    m_drop->setObjectName(QStringLiteral("inbox.conflict.drop"));
    auto *row = new QHBoxLayout;
    row->addWidget(resend);
    row->addWidget(m_drop);
    row->addStretch();
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 4, 0, 4);
    column->addWidget(m_conflictText);
    column->addLayout(row);
    connect(resend, &QPushButton::clicked, this, [this] { emit resendAsked(m_conflictAction); });
    connect(m_drop, &QPushButton::clicked, this, [this] { emit withdrawAsked(m_conflictAction); });
    holder->hide();
    return holder;
}

void AlertHead::setConflict(const std::optional<OutboxEntry> &entry)
{
    m_conflict->setVisible(entry.has_value());
    if (entry) {
        m_conflictAction = entry->action.id;
        QString words = phrases::pair(verbwords::noun(entry->action.verb), inboxwords::outboxState(entry->state));
        if (!entry->reason.isEmpty()) {
            words = phrases::sentences({words, text::plain(inboxwords::reason(entry->reason, m_context.time), 600)});
        }
        m_conflictText->setPlainBlock(words);
        m_drop->setVisible(entry->state == OutboxState::Conflict);
    }
}

QString AlertHead::sinceText(const Alert &alert, bool isStale) const
{
    const TimeControl &time = m_context.time;
    const UtcTime now = m_context.clock.now();
    const bool isToday = now - alert.startsAt < Millis(72'000'000);
    const QString since = isToday ? time.clockText(alert.startsAt) : time.exactText(alert.startsAt);
    const QString source = text::plain(alert.key.source, 60);
    QString words;
    if (!alert.isOpen()) {
        words = tr("resolved %1, firing since %2").arg(time.clockText(alert.resolvedAt), since);
    } else if (isStale) {
        words = tr("firing since %1, last seen %2").arg(since, inboxwords::moment(alert.lastSeenAt, now, time));
    } else {
        words = tr("firing since %1").arg(since);
    }
    return QStringLiteral("· ") + words + QStringLiteral(" · ") + source;
}

void AlertHead::addQuiet(std::vector<KeyValueGrid::Row> &rows, const Alert &alert) const
{
    const std::vector<QuietReason> reasons = quietReasons(alert, m_feed.alerts().quietSources());
    for (std::size_t i = 0; i < std::min(reasons.size(), MostReasons); ++i) {
        const bool isSilence = reasons[i].kind == HoldKind::Silence || reasons[i].kind == HoldKind::Acknowledgement;
        rows.push_back({i == 0 ? tr("Quiet by") : QString(), inboxwords::quietReason(reasons[i], m_context.clock.now(), m_context.time),
            isSilence && !reasons[i].id.isEmpty() ? tr("silence %1").arg(text::plain(reasons[i].id.left(8))) : QString(), Token::Text});
    }
    if (reasons.size() > MostReasons) {
        rows.push_back({{}, tr("and %n more", nullptr, int(reasons.size() - MostReasons)), {}, Token::Muted});
    }
}

void AlertHead::addOthers(std::vector<KeyValueGrid::Row> &rows, const Alert &alert) const
{
    QString title = tr("Also reported by");
    for (const AlertModel::Follower &one : m_feed.alerts().followers(alert.key)) {
        const QString told = phrases::pair(text::plain(one.alert->key.source, 60), text::plain(one.alert->title, 120));
        const QString why = inboxwords::joinedBy(one.by);
        rows.push_back(
            {title, told, one.with == alert.key ? why : phrases::pair(tr("with %1").arg(text::plain(one.with.source, 60)), why), Token::Text});
        title.clear();
    }
}

void AlertHead::showAlert(const Alert &alert, const Service *service, UtcTime until, bool isStale)
{
    const UtcTime now = m_context.clock.now();
    m_mark->show();
    m_mark->setSeverity(alert.severity);
    m_since->show();
    m_since->setPlain(sinceText(alert, isStale));
    m_title->show();
    m_title->setPlain(alert.title.isEmpty() ? alert.key.id : alert.title.left(300));
    m_summary->setVisible(!alert.summary.isEmpty());
    m_summary->setPlainBlock(alert.summary.left(1200));
    const OutboxEntry *entry = m_feed.outbox().openEntryOf(alert.key);
    const QString badge = entry == nullptr ? inboxwords::pendingBadge(alert.pending, Verb::Acknowledge, {}, m_context.time)
                                           : inboxwords::pendingBadge(alert.pending, entry->action.verb, entry->action.createdAt, m_context.time);
    m_pending->setVisible(!badge.isEmpty() && alert.pending != Pending::Conflict);
    m_pending->setPlain(badge);
    m_verbs->show();
    std::vector<KeyValueGrid::Row> rows;
    const Hold taken = alert.acknowledgement();
    rows.push_back({tr("State"), inboxwords::state(alert, until, now, m_context.time),
        taken.by.isEmpty() ? QString() : tr("by %1").arg(text::plain(taken.by, 80)), Token::Text});
    addQuiet(rows, alert);
    addOthers(rows, alert);
    if (!alert.assigned.isEmpty()) {
        rows.push_back({tr("Assigned to"), phrases::list(alert.assigned), {}, Token::Text});
    }
    if (service != nullptr && !service->owner.isEmpty()) {
        const auto from = std::find_if(
            service->provenance.begin(), service->provenance.end(), [](const Provenance &p) { return p.field == QLatin1StringView("owner"); });
        const QString where = from == service->provenance.end() ? QString() : from->source;
        rows.push_back({tr("Owner"), service->owner, service->isOwnerKnown ? where : tr("team not in any catalog"), Token::Text});
    } else if (!alert.team.isEmpty()) {
        rows.push_back({tr("Owner"), alert.team, tr("from the alert's label"), Token::Text});
    } else {
        rows.push_back({tr("Owner"), tr("no owner"), {}, Token::Warning});
    }
    if (!alert.service.isEmpty()) {
        rows.push_back({tr("Service"), alert.service, service == nullptr || service->tier.isEmpty() ? QString() : tr("tier %1").arg(service->tier),
            Token::Text});
    }
    if (service != nullptr) {
        rows.push_back(service->dependents.isEmpty() ? KeyValueGrid::Row {tr("Affects"), tr("no known dependents"), {}, Token::Muted}
                                                     : KeyValueGrid::Row {tr("Affects"), phrases::list(service->dependents.mid(0, 6)),
                                                         tr("depend on %1").arg(alert.service), Token::Text});
    }
    m_facts->setRows(rows);
    m_facts->show();
}

void AlertHead::showGroup(const AlertGroup &group)
{
    m_mark->show();
    m_mark->setSeverity(group.worst);
    m_since->show();
    m_since->setPlain(QStringLiteral("· ") + inboxwords::groupCount(group, m_context.clock.now(), m_context.time));
    m_title->show();
    m_title->setPlain(inboxwords::groupTitle(group));
    m_summary->setPlainBlock(inboxwords::groupSentence(group));
    m_summary->show();
    m_pending->hide();
    m_conflict->hide();
    m_verbs->setVisible(group.kind != AlertGroup::Kind::Resolved);
    m_facts->hide();
}

void AlertHead::showNothing(bool hasChoice)
{
    m_mark->hide();
    m_since->hide();
    m_title->setPlain({});
    m_title->hide();
    // Why the list is empty, and whether that is good news, is for the list alone to say.
    m_summary->setPlain(hasChoice ? tr("Select an alert to see its details.") : tr("No alerts listed. Details of the selected alert appear here."));
    m_summary->show();
    m_pending->hide();
    m_conflict->hide();
    m_verbs->hide();
    m_facts->hide();
}

} // namespace quarterdeck
