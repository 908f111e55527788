#include "ui/pages/parts/logpane.h"

#include "app/core/text.h"
#include "app/ports/sources.h"
#include "models/logsummary.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/histogrambar.h"
#include "ui/widgets/loglinesheet.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/sectionhead.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int BucketCount = 120;
constexpr Millis Moment {1000};

} // namespace

LogPane::LogPane(const PageContext &context, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_log(context.telemetry, context.clock, BucketCount)
    , m_head(new SectionHead(context.theme, tr("Logs"), this))
    , m_earlier(new QPushButton(tr("Load earlier lines"), this))
    , m_bar(new HistogramBar(context.theme, this))
    , m_view(new LogView(context.theme, this))
{
    m_head->setObjectName(name + QStringLiteral("Head"));
    m_bar->setObjectName(name + QStringLiteral("Histogram"));
    m_view->setObjectName(name + QStringLiteral("Lines"));
    m_earlier->setObjectName(name + QStringLiteral("Earlier"));
    m_view->setAccessibleName(tr("Log lines"));
    m_bar->setFixedHeight(40);
    m_view->setMinimumHeight(80);
    m_view->setTimeText([&time = context.time](qint64 nanos) {
        const UtcTime at {nanos / 1'000'000};
        return time.clockText(at) + QStringLiteral(".%1").arg((at.ms % 1000 + 1000) % 1000, 3, 10, QChar(u'0'));
    });
    m_bar->setTimeText([&time = context.time](UtcTime at) { return time.clockText(at); });
    m_view->setEmptyText(tr("Reading the log…"));
    m_earlier->setFlat(true);
    m_earlier->hide();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(14, 8, 14, 0);
    head->setSpacing(6);
    head->addWidget(m_head);
    head->addWidget(m_bar);
    head->addWidget(m_earlier, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connectAll();
    connectLog();
}

void LogPane::connectAll()
{
    TimeControl &time = m_context.time;
    connect(&time, &TimeControl::rangeChanged, this, &LogPane::reload);
    connect(&time, &TimeControl::zoneChanged, this, [this] {
        m_view->viewport()->update();
        refresh();
    });
    connect(&time, &TimeControl::crosshairChanged, m_bar, &HistogramBar::setCrosshair);
    connect(m_bar, &HistogramBar::crosshairMoved, &time, &TimeControl::setCrosshair);
    connect(m_bar, &HistogramBar::rangeSelected, this, [this](TimeRange range) {
        m_bar->setSelection(range);
        m_view->scrollToTime(range.from);
    });
    connect(m_view, &LogView::currentLineChanged, this, [this](int line) {
        if (line >= 0 && line < m_view->lineCount()) {
            m_context.time.setCrosshair({m_view->line(line).nanos / 1'000'000});
        }
    });
    connect(m_view, &LogView::lineActivated, this, [this](int line) { showLogLine(m_view->line(line), m_context.theme, this); });
    connect(m_view, &LogView::followingChanged, this, &LogPane::refresh);
    connect(m_earlier, &QPushButton::clicked, this, &LogPane::loadEarlier);
    connect(&m_context.sources, &Sources::pausedChanged, this, [this](bool paused) {
        if (paused) {
            m_log.stop();
            refresh();
        } else {
            reload();
        }
    });
    m_timer.setInterval(15'000);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isVisible() && isLive() && m_query) {
            m_log.count(m_context.time.range());
        }
    });
    m_timer.start();
}

void LogPane::connectLog()
{
    connect(&m_log, &LogFollow::replaced, this, &LogPane::acceptLines);
    connect(&m_log, &LogFollow::appended, m_view, &LogView::append);
    connect(&m_log, &LogFollow::earlier, m_view, &LogView::prepend);
    connect(&m_log, &LogFollow::changed, this, &LogPane::refresh);
    connect(&m_log, &LogFollow::missed, this, &LogPane::reload);
}

void LogPane::setQuery(const LogQuery &query, const QString &nothing)
{
    LogQuery timeless = query;
    timeless.range = {};
    m_nothing = nothing;
    if (m_query == timeless && (m_log.state().isAnswered || !m_log.state().error)) {
        return;
    }
    m_query = timeless;
    // Another log's lines, bars and words never stand for this one.
    m_log.clear();
    m_view->clear();
    m_view->setEmptyText(tr("Reading the log…"));
    m_bar->setSelection({});
    refresh();
    reload();
}

void LogPane::focusLines()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (m_view->currentLine() < 0 && m_view->lineCount() > 0) {
        m_view->setCurrentLine(m_view->lineCount() - 1);
    }
}

void LogPane::loadEarlier()
{
    m_log.readEarlier();
}

void LogPane::setPaused(bool paused)
{
    m_isPaused = paused;
    if (paused) {
        m_log.stop();
        refresh();
    } else {
        reload();
    }
}

void LogPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void LogPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_log.stop();
}

void LogPane::reload()
{
    m_log.stop();
    if (isVisible() && m_query) {
        LogQuery query = *m_query;
        query.range = m_context.time.range();
        m_log.read(query, isLive());
    }
}

void LogPane::acceptLines(const std::vector<LogLine> &lines)
{
    const std::vector<Error> &lacks = m_log.state().lacks;
    m_view->setEmptyText(lacks.empty() ? m_nothing : tr("No log lines: %1").arg(errorWords(lacks.front(), 200)));
    m_view->setLines(lines);
}

void LogPane::refresh()
{
    const LogFollow::State &log = m_log.state();
    m_bar->setHistogram(log.histogram);
    if (!log.isAnswered && log.error) {
        m_view->setEmptyText(tr("No log lines: %1").arg(errorWords(*log.error, 200)));
    }
    const TimeRange asked = m_context.time.range();
    const LogSummary summary = summariseLogs(log.histogram, m_log.page(asked), asked);
    m_earlier->setVisible(log.isAnswered && summary.listed.length() > Millis(0) && summary.listed.from > asked.from + Moment);
    QStringList words = parts(summary, asked);
    Token token = Token::Muted;
    if (log.error) {
        const auto clock = [this](UtcTime at) { return m_context.time.clockText(at, false); };
        words << (!log.isLive && log.asOf.isValid() ? tr("as of %1, %2").arg(clock(log.asOf), problem()) : problem());
        token = Token::Warning;
    } else if (!log.lacks.empty()) {
        words << tr("incomplete: %1").arg(errorWords(log.lacks.front(), 120));
        token = Token::Warning;
    } else if (!log.interruption.isEmpty()) {
        words << tr("live tail stopped: %1").arg(text::plain(log.interruption, 120));
        token = Token::Warning;
    } else if (m_isPaused || m_context.sources.isPaused()) {
        words << tr("paused");
    } else if (log.isFollowing) {
        words << (m_view->isFollowing() ? tr("live tail") : tr("live tail, scrolled back"));
    }
    m_head->setRemark(words.join(QStringLiteral(" · ")), token);
}

QStringList LogPane::parts(const LogSummary &summary, TimeRange asked) const
{
    const LogFollow::State &log = m_log.state();
    QStringList parts;
    if (!log.sources.isEmpty()) {
        parts << text::plain(phrases::list(log.sources), 120);
    }
    // Without a line and with a problem, figures of zero would be made up.
    const bool isKnown = !log.error || m_view->lineCount() > 0;
    if (!isKnown) {
        return parts;
    }
    const QLocale locale;
    const QString sampled = summary.isSampled ? tr("at least ") : QString();
    parts << tr("%1%2/min").arg(sampled, locale.toString(qRound(summary.perMinute)));
    parts << tr("errors %1%2/min").arg(sampled, locale.toString(qRound(summary.errorsPerMinute)));
    return log.isAnswered ? parts + coverage(summary, asked) : parts;
}

// What the bars leave open is called what they call it; that the list begins later than they do is another matter.
QStringList LogPane::coverage(const LogSummary &summary, TimeRange asked) const
{
    const auto clock = [this](UtcTime at) { return m_context.time.clockText(at, false); };
    if (summary.isWhole) {
        return {tr("complete %1–%2").arg(clock(asked.from), clock(asked.to))};
    }
    QStringList parts;
    if (summary.isUnread()) {
        parts << tr("not read %1–%2").arg(clock(summary.unread.from), clock(summary.unread.to));
    }
    if (summary.listed.length() > Millis(0) && summary.listed.from > asked.from + Moment) {
        parts << tr("lines listed from %1").arg(clock(summary.listed.from));
    } else if (summary.listed.length() > Millis(0) && summary.listed.to + Moment < asked.to) {
        parts << tr("lines listed until %1").arg(clock(summary.listed.to));
    }
    return parts;
}

QString LogPane::problem() const
{
    const std::optional<Error> &error = m_log.state().error;
    const QString words = error ? errorWords(*error, 120) : QString();
    return words.isEmpty() ? tr("the log source does not answer") : words;
}

bool LogPane::isLive() const
{
    return m_context.time.isSliding() && !m_isPaused && !m_context.sources.isPaused();
}

} // namespace quarterdeck
