#include "ui/pages/inbox/timelineview.h"

#include "app/domain/toldhistory.h"
#include "ui/pages/inbox/inboxwords.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {
constexpr int MostLines = 40;

std::optional<AlertState> stateOf(const TimelineEvent &event)
{
    const bool isState = event.kind == TimelineEvent::Kind::History && event.history != HistoryEvent::Kind::Fired;
    return isState ? stateAfter({0, {}, event.history, event.at, event.who, event.text}) : std::nullopt;
}
} // namespace

TimelineView::TimelineView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_head(new SectionHead(context.theme, tr("Timeline"), this))
    , m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("inbox.timeline"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_head);
    column->addLayout(m_grid);
    connect(&context.time, &TimeControl::zoneChanged, this, &TimelineView::refresh);
}

void TimelineView::addLine()
{
    const int row = int(m_lines.size());
    Line line {new PlainLabel(this), new PlainLabel(this)};
    line.time->setLook(m_context.theme, TypeFace::Mono, Token::Muted);
    line.words->setObjectName(QStringLiteral("inbox.timeline.%1").arg(row));
    line.words->setLook(m_context.theme, TypeFace::Body);
    line.words->setWordWrap(true);
    m_grid->addWidget(line.time, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.words, row, 1);
    m_lines.push_back(line);
}

void TimelineView::setEvents(const std::vector<TimelineEvent> &events)
{
    m_head->setRemark(events.empty() ? tr("nothing recorded yet") : QString());
    m_model.setEvents(events);
    refresh();
}

void TimelineView::setQuiet(AlertState state, const QStringList &reasons)
{
    if (m_state != state || m_reasons != reasons) {
        m_state = state;
        m_reasons = reasons;
        refresh();
    }
}

void TimelineView::setProblem(const QString &why)
{
    m_head->setRemark(tr("cannot be read: %1").arg(why), Token::Critical);
}

void TimelineView::refresh()
{
    const std::vector<TimelineEvent> &events = m_model.rows();
    const std::size_t first = events.size() > MostLines ? events.size() - MostLines : 0;
    const std::size_t count = events.size() - first;
    while (m_lines.size() < count) {
        addLine();
    }
    const auto newest = std::find_if(events.rbegin(), events.rend(), [](const TimelineEvent &event) { return stateOf(event).has_value(); });
    const bool isNow = newest != events.rend() && stateOf(*newest) == m_state && !m_reasons.isEmpty();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].time->setVisible(i < count);
        m_lines[i].words->setVisible(i < count);
        if (i < count) {
            const TimelineEvent &event = events[first + i];
            m_lines[i].time->setPlain(inboxwords::moment(event.at, m_context.clock.now(), m_context.time));
            const QString words = inboxwords::event(event, m_context.time);
            m_lines[i].words->setPlainBlock(isNow && &event == &*newest ? words + u'\n' + m_reasons.join(u'\n') : words);
        }
    }
    if (first > 0) {
        m_head->setRemark(tr("the newest %1 of %2").arg(MostLines).arg(events.size()));
    }
}

} // namespace quarterdeck
