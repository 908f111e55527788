#include "ui/pages/inbox/detailpane.h"

#include "models/inboxfeed.h"
#include "ui/pages/inbox/alerthead.h"
#include "ui/pages/inbox/detailchart.h"
#include "ui/pages/inbox/detaillogs.h"
#include "ui/pages/inbox/factsview.h"
#include "ui/pages/inbox/groupview.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/pages/inbox/timelineview.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/hairline.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace quarterdeck {

DetailPane::DetailPane(const PageContext &context, InboxFeed &feed, const InboxActions &actions, QWidget *parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_feed(feed)
    , m_loader(context)
    , m_body(new QWidget(viewport()))
    , m_head(new AlertHead(context, feed, actions, m_body))
    , m_chart(new DetailChart(context, m_body))
    , m_logs(new DetailLogs(context, m_body))
    , m_timeline(new TimelineView(context, m_body))
    , m_facts(new FactsView(context, m_body))
    , m_group(new GroupView(context, m_body))
    , m_groupLine(new Hairline(context.theme, Qt::Horizontal, m_body))
{
    setObjectName(QStringLiteral("inbox.detail"));
    setAccessibleRole(this, QAccessible::Pane);
    setAccessibleName(tr("Alert details"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(340);
    m_body->setObjectName(QStringLiteral("inbox.detail.body"));
    m_body->setAutoFillBackground(true);
    const auto colour = [this] {
        QPalette palette = m_body->palette();
        palette.setColor(QPalette::Window, m_context.theme.color(Token::Surface));
        m_body->setPalette(palette);
    };
    colour();
    connect(&context.theme, &Theme::changed, m_body, colour);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(16, 14, 14, 18);
    column->setSpacing(12);
    column->addWidget(m_head);
    for (QWidget *part : std::initializer_list<QWidget *> {m_chart, m_logs, m_timeline, m_facts}) {
        auto *line = new Hairline(context.theme, Qt::Horizontal, m_body);
        column->addWidget(line);
        column->addWidget(part);
        m_parts.push_back(line);
        m_parts.push_back(part);
    }
    column->addWidget(m_groupLine);
    column->addWidget(m_group);
    column->addStretch(1);
    setWidget(m_body);
    connect(&m_loader, &DetailLoader::storyLoaded, m_timeline, &TimelineView::setEvents);
    connect(&m_loader, &DetailLoader::storyFailed, m_timeline, &TimelineView::setProblem);
    connect(&m_loader, &DetailLoader::chartLoaded, m_chart, &DetailChart::setChart);
    connect(&m_loader, &DetailLoader::logsLoaded, m_logs, &DetailLogs::setLogs);
    connect(m_logs, &DetailLogs::moreWanted, &m_loader, &DetailLoader::loadMoreLogs);
    connect(&feed, &InboxFeed::storyChanged, &m_loader, &DetailLoader::reloadStory);
    connect(&feed, &InboxFeed::outboxChanged, this, &DetailPane::updateConflict);
    connect(m_head, &AlertHead::resendAsked, this, &DetailPane::resendAsked);
    connect(m_head, &AlertHead::withdrawAsked, this, &DetailPane::withdrawAsked);
    showNothing(false);
}

void DetailPane::resizeEvent(QResizeEvent *event)
{
    // A label of 4,000 characters without a space must not widen the pane.
    m_body->setMaximumWidth(viewport()->width());
    QScrollArea::resizeEvent(event);
}

void DetailPane::setParts(bool ofAlert, bool ofGroup)
{
    for (QWidget *part : m_parts) {
        part->setVisible(ofAlert);
    }
    m_groupLine->setVisible(ofGroup);
    m_group->setVisible(ofGroup);
}

void DetailPane::showAlert(const Alert &alert, UtcTime until, bool isStale)
{
    // One that fired again is another incident: what surrounds its onset is not what is shown.
    const bool isOther = alert.key != m_shown;
    const bool isNew = isOther || alert.startsAt != m_shownSince;
    m_shown = alert.key;
    m_shownSince = alert.startsAt;
    const Service *service = m_feed.service(alert.service);
    m_head->showAlert(alert, service, until, isStale);
    m_facts->showAlert(alert);
    updateConflict();
    if (isNew) {
        setParts(true, false);
        m_chart->start(alert);
        m_logs->start(alert);
    }
    if (isOther) {
        m_timeline->setEvents({});
        verticalScrollBar()->setValue(0);
    }
    QStringList reasons;
    for (const QuietReason &reason : quietReasons(alert, m_feed.alerts().quietSources())) {
        reasons << inboxwords::quietReason(reason, m_context.clock.now(), m_context.time);
    }
    m_timeline->setQuiet(alert.state, reasons);
    m_loader.load(alert, service == nullptr ? std::vector<Label> {} : service->logFields);
}

void DetailPane::showGroup(const AlertGroup &group, const GroupSummary &summary, int marked)
{
    m_shown = {};
    m_loader.cancel();
    setParts(false, true);
    m_head->showGroup(group);
    m_group->showGroup(group, summary, marked);
}

void DetailPane::showNothing(bool hasChoice)
{
    m_shown = {};
    m_loader.cancel();
    setParts(false, false);
    m_head->showNothing(hasChoice);
}

void DetailPane::updateConflict()
{
    const OutboxEntry *entry = m_shown.isValid() ? m_feed.outbox().openEntryOf(m_shown) : nullptr;
    m_head->setConflict(entry != nullptr && needsAttention(*entry) ? std::optional(*entry) : std::nullopt);
}

} // namespace quarterdeck
