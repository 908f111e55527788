#include "ui/pages/inbox/groupview.h"

#include "app/core/clock.h"
#include "app/core/text.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/outboxtext.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/severitymark.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

using Rows = std::vector<KeyValueGrid::Row>;
constexpr std::size_t MostParts = 5;
constexpr std::size_t MostLabels = 30;

QString say(const char *words, int n)
{
    return QCoreApplication::translate("Inbox", words, nullptr, n);
}

QString statesOf(const GroupSummary::Row &row)
{
    QStringList words;
    const auto add = [&words](int count, const QString &text) {
        if (count > 0) {
            words << text;
        }
    };
    add(row.triggered, say(QT_TRANSLATE_N_NOOP("Inbox", "%Ln firing"), row.triggered));
    add(row.acknowledged, say(QT_TRANSLATE_N_NOOP("Inbox", "%Ln acknowledged"), row.acknowledged));
    add(row.silenced, say(QT_TRANSLATE_N_NOOP("Inbox", "%Ln silenced"), row.silenced));
    add(row.inDowntime, say(QT_TRANSLATE_N_NOOP("Inbox", "%Ln in downtime"), row.inDowntime));
    add(row.snoozed, say(QT_TRANSLATE_N_NOOP("Inbox", "%Ln snoozed"), row.snoozed));
    add(row.inhibited, say(QT_TRANSLATE_N_NOOP("Inbox", "%Ln inhibited"), row.inhibited));
    add(row.muted, say(QT_TRANSLATE_N_NOOP("Inbox", "%Ln muted"), row.muted));
    add(row.unexplained, say(QT_TRANSLATE_N_NOOP("Inbox", "%Ln quiet"), row.unexplained));
    add(row.resolved, say(QT_TRANSLATE_N_NOOP("Inbox", "%Ln resolved"), row.resolved));
    return words.join(QStringLiteral(" · "));
}

// One row for each of the first parts; the title stands beside the first.
void addParts(Rows &rows, const QString &title, const std::vector<GroupSummary::Part> &parts)
{
    for (std::size_t i = 0; i < std::min(parts.size(), MostParts); ++i) {
        rows.push_back({i == 0 ? title : QString(), text::plain(parts[i].name, 120), QLocale().toString(parts[i].count), Token::Text});
    }
    if (parts.size() > MostParts) {
        rows.push_back({{}, say(QT_TRANSLATE_N_NOOP("Inbox", "and %Ln more"), int(parts.size() - MostParts)), {}, Token::Muted});
    }
}

} // namespace

GroupView::GroupView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_alertsHead(new SectionHead(context.theme, tr("In this group"), this))
    , m_verbsHead(new SectionHead(context.theme, tr("What actions apply to"), this))
    , m_labelsHead(new SectionHead(context.theme, tr("Common labels"), this))
{
    setObjectName(QStringLiteral("inbox.group"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_alerts = addSection(m_alertsHead, QStringLiteral("inbox.group.alerts"), false);
    m_verbs = addSection(m_verbsHead, QStringLiteral("inbox.group.verbs"), true);
    m_labels = addSection(m_labelsHead, QStringLiteral("inbox.group.labels"), true);
}

KeyValueGrid *GroupView::addSection(SectionHead *head, const QString &name, bool hasLine)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    if (hasLine) {
        column->addSpacing(6);
        column->addWidget(new Hairline(m_context.theme, Qt::Horizontal, this));
        column->addSpacing(6);
    }
    auto *grid = new KeyValueGrid(m_context.theme, this);
    grid->setObjectName(name);
    column->addWidget(head);
    column->addWidget(grid);
    return grid;
}

void GroupView::showGroup(const AlertGroup &group, const GroupSummary &summary, int marked)
{
    const UtcTime now = m_context.clock.now();
    const QFontMetrics metrics(m_context.theme.font(TypeFace::Body));
    const int nameWidth = std::max(metrics.horizontalAdvance(tr("Acknowledge")), metrics.horizontalAdvance(tr("Silence")));
    for (KeyValueGrid *grid : {m_alerts, m_verbs, m_labels}) {
        grid->setNameWidth(nameWidth);
    }
    m_alertsHead->setRemark(tr("%Ln alert(s)", nullptr, summary.total));
    Rows rows;
    for (const GroupSummary::Row &row : summary.severities) {
        const bool isBurning = row.triggered > 0 && group.stale < group.count;
        rows.push_back({severityWord(row.severity), statesOf(row), {}, isBurning ? severityToken(row.severity) : Token::Muted});
    }
    const OutboxCount outbox {summary.onTheirWay, summary.conflicts, 0};
    if (const QString words = outboxWords(outbox); !words.isEmpty()) {
        rows.push_back({tr("Outbox"), words, {}, outbox.needsPerson() ? Token::Critical : Token::Accent});
    }
    const auto addMoment = [&](const QString &title, const GroupSummary::Moment &moment) {
        if (moment.since.isValid()) {
            rows.push_back({title, text::plain(moment.title, 120),
                tr("%1, since %2").arg(ageText(now - moment.since), inboxwords::moment(moment.since, now, m_context.time)), Token::Text});
        }
    };
    addMoment(tr("Oldest"), summary.oldest);
    if (summary.total > 1) {
        addMoment(tr("Newest"), summary.newest);
    }
    if (summary.names.size() > 1) {
        addParts(rows, tr("Alerts"), summary.names);
    }
    if (group.kind != AlertGroup::Kind::Service) {
        addParts(rows, tr("Services"), summary.services);
        if (summary.withoutService > 0 && !summary.services.empty()) {
            rows.push_back({{}, tr("without a service"), QLocale().toString(summary.withoutService), Token::Muted});
        }
    }
    addParts(rows, tr("Sources"), summary.sources);
    if (group.stale > 0) {
        rows.push_back({tr("Data status"), tr("%Ln stale: their source is not up to date", nullptr, group.stale), {}, Token::Warning});
    }
    m_alerts->setRows(rows);
    showVerbs(group, summary.verbs, marked);
    Rows labels;
    for (const Label &label : summary.common) {
        if (labels.size() < MostLabels) {
            labels.push_back({text::plain(label.name, 60), text::plain(label.value, 600), {}, Token::Text});
        }
    }
    if (labels.empty()) {
        labels.push_back({tr("None"), tr("no label in common"), {}, Token::Muted});
    }
    m_labels->setRows(labels);
}

void GroupView::showVerbs(const AlertGroup &group, const VerbTargets &verbs, int marked)
{
    Rows rows;
    if (marked > 0) {
        rows.push_back({tr("Marked"), tr("%Ln alert(s): actions apply to these, not to the group", nullptr, marked), {}, Token::Warning});
    } else if (group.kind == AlertGroup::Kind::Resolved) {
        rows.push_back({tr("Nothing"), tr("they are resolved"), {}, Token::Muted});
    } else {
        rows.push_back({tr("Acknowledge"),
            verbs.acknowledge == 0   ? tr("nothing: all are acknowledged, being sent or in conflict")
                : verbs.isOneSilence ? tr("%Ln alert(s), offered as one silence", nullptr, verbs.acknowledge)
                                     : tr("%Ln alert(s), one by one", nullptr, verbs.acknowledge),
            {}, verbs.acknowledge == 0 ? Token::Muted : Token::Text});
        rows.push_back({tr("Silence"), tr("%Ln open alert(s) at %1", nullptr, verbs.silence).arg(text::plain(verbs.source, 60)),
            verbs.elsewhere > 0 ? tr("%Ln elsewhere unaffected", nullptr, verbs.elsewhere) : QString(), Token::Text});
        rows.push_back({tr("Note"), verbs.alerts == 1 ? text::plain(verbs.first, 120) : tr("one alert at a time; select it first"), {},
            verbs.alerts == 1 ? Token::Text : Token::Muted});
        rows.push_back({tr("Runbook"), text::plain(verbs.first, 120), verbs.alerts == 1 ? QString() : tr("of the first alert"), Token::Text});
    }
    m_verbs->setRows(rows);
}

} // namespace quarterdeck
