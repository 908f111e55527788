#include "ui/pages/metrics/querypane.h"

#include "ui/pages/metrics/optionbar.h"
#include "ui/pages/metrics/querylist.h"
#include "ui/widgets/verbbutton.h"

#include <QEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

/// Of the height of the page: charts come first.
constexpr double MostOfPage = 0.4;

constexpr int LeastQueries = 72; // pixels, of one query with what is said of it

int heightFor(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

} // namespace

QueryPane::QueryPane(const PageContext &context, QAction *add, QWidget *parent)
    : QWidget(parent)
    , m_queries(new QueryList(context, this))
    , m_options(new OptionBar(context.theme, this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("metrics.queryPane"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_queries);
    m_queries->installEventFilter(this);
    auto *button = new VerbButton(context.theme, add, VerbButton::Rank::Secondary, this);
    button->setObjectName(QStringLiteral("metrics.add"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_options, 1);
    line->addWidget(button, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_scroll);
    column->addLayout(line);
}

bool QueryPane::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        fit();
    }
    return isTaken;
}

bool QueryPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_queries && event->type() == QEvent::LayoutRequest) {
        fit();
    }
    return QWidget::eventFilter(watched, event);
}

// A splitter does not ask what it holds how high that is at its width.
void QueryPane::fit()
{
    if (layout() == nullptr || parentWidget() == nullptr || width() < 1) {
        return;
    }
    const QMargins margins = layout()->contentsMargins();
    const int needed = heightFor(*m_queries->layout(), width() - margins.left() - margins.right());
    const int most = int(MostOfPage * parentWidget()->height());
    m_scroll->setFixedHeight(std::min(needed, std::max(most, LeastQueries)));
    const int height = heightFor(*layout(), width());
    if (height == maximumHeight()) {
        return;
    }
    setFixedHeight(height);
    // It keeps the height that it had for another width until it is told.
    if (auto *splitter = qobject_cast<QSplitter *>(parentWidget())) {
        QMetaObject::invokeMethod(splitter, &QSplitter::refresh, Qt::QueuedConnection);
    }
}

} // namespace quarterdeck
