#include "ui/pages/inbox/detaillogs.h"

#include "app/core/text.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/loglinesheet.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"

#include <QVBoxLayout>

namespace quarterdeck {

DetailLogs::DetailLogs(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_head(new SectionHead(context.theme, tr("Logs around the start"), this))
    , m_view(new LogView(context.theme, this))
    , m_empty(new PlainLabel(this))
    , m_earlier(new QPushButton(tr("Earlier lines"), this))
    , m_later(new QPushButton(tr("Later lines"), this))
{
    setObjectName(QStringLiteral("inbox.logs"));
    m_view->setObjectName(QStringLiteral("inbox.logs.lines"));
    m_view->setAccessibleName(tr("Log lines around the start"));
    m_view->setTimeText([&time = context.time](qint64 nanos) { return time.clockText(UtcTime {nanos / 1'000'000}); });
    m_view->setInset(6);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->hide();
    m_empty->setObjectName(QStringLiteral("inbox.logs.empty"));
    m_empty->setLook(context.theme, TypeFace::Body, Token::Muted);
    m_empty->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_head);
    column->addWidget(m_empty);
    m_earlier->setObjectName(QStringLiteral("inbox.logs.earlier"));
    m_later->setObjectName(QStringLiteral("inbox.logs.later"));
    for (QPushButton *more : {m_earlier, m_later}) {
        more->setFlat(true);
        more->hide();
    }
    column->addWidget(m_earlier, 0, Qt::AlignLeft);
    column->addWidget(m_view);
    column->addWidget(m_later, 0, Qt::AlignLeft);
    connect(m_earlier, &QPushButton::clicked, this, [this] { emit moreWanted(true); });
    connect(m_later, &QPushButton::clicked, this, [this] { emit moreWanted(false); });
    connect(m_view, &LogView::lineActivated, this, [this](int index) { showLogLine(m_view->line(index), m_context.theme, this); });
    connect(&context.time, &TimeControl::zoneChanged, m_view->viewport(), qOverload<>(&QWidget::update));
}

void DetailLogs::start(const Alert &alert)
{
    m_onset = alert.startsAt;
    m_hasService = !alert.service.isEmpty();
    m_head->setTitle(m_hasService ? tr("Logs of %1 around the start").arg(text::plain(alert.service, 60)) : tr("Logs"));
    m_head->setRemark({});
    m_view->clear();
    m_view->hide();
    m_earlier->hide();
    m_later->hide();
    m_empty->setPlain(m_hasService ? tr("Loading…") : tr("This alert has no service label, so its log lines cannot be found."));
    m_empty->show();
}

void DetailLogs::setLogs(const DetailLoader::Logs &logs)
{
    const int count = int(logs.page.lines.size());
    m_view->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_earlier->setVisible(m_hasService && logs.isSettled && !logs.asked.isEmpty());
    m_later->setVisible(m_earlier->isVisibleTo(this) && logs.page.complete.to < m_context.clock.now());
    if (count == 0 && !logs.isSettled) {
        return;
    }
    const Error *why = logs.error ? &*logs.error : logs.page.lacks.empty() ? nullptr : &logs.page.lacks.front();
    if (count == 0) {
        m_empty->setPlain(why != nullptr ? tr("No log lines: %1").arg(errorWords(*why, 160))
                : m_hasService           ? tr("No log lines for this service in these minutes.")
                                         : tr("This alert has no service label, so its log lines cannot be found."));
        return;
    }
    m_view->setFollowing(false);
    m_view->setLines(logs.page.lines);
    m_view->setFixedHeight(std::min(8, count) * m_context.theme.logRowHeight());
    m_view->scrollToTime(m_onset);
    const auto errors = std::count_if(
        logs.page.lines.begin(), logs.page.lines.end(), [](const LogLine &line) { return line.level == LogLevel::Error; });
    QStringList remarks;
    if (!logs.isLive) {
        remarks << (logs.error && logs.isPartlyLive ? tr("incomplete: %1").arg(errorWords(*logs.error, 120)) : tr("cached"));
    } else if (why != nullptr) {
        remarks << tr("incomplete: %1").arg(errorWords(*why, 120));
    }
    if (errors > 0) {
        remarks << tr("%n error(s)", nullptr, int(errors));
    }
    remarks << (logs.page.isTruncated ? tr("%n line(s) nearest to the start", nullptr, count) : tr("%n line(s)", nullptr, count));
    m_head->setRemark(phrases::list(remarks), errors > 0 ? Token::Critical : Token::Faint);
}

} // namespace quarterdeck
