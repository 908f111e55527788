#include "ui/pages/services/logpane.h"

#include "app/core/text.h"
#include "app/ports/sources.h"
#include "app/ports/telemetry.h"
#include "models/logsummary.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/histogrambar.h"
#include "ui/widgets/loglinesheet.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/sectionhead.h"

#include <QLocale>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

constexpr int bucketCount = 120;
constexpr int lineLimit = 1000;
constexpr Millis aheadOfUs {86'400'000};

} // namespace

LogPane::LogPane(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_head(new SectionHead(context.theme, tr("Logs"), this))
    , m_bar(new HistogramBar(context.theme, this))
    , m_view(new LogView(context.theme, this))
{
    m_head->setObjectName(QStringLiteral("serviceLogHead"));
    m_bar->setObjectName(QStringLiteral("serviceLogHistogram"));
    m_view->setObjectName(QStringLiteral("serviceLogLines"));
    m_view->setAccessibleName(tr("Log lines"));
    m_bar->setFixedHeight(40);
    m_view->setMinimumHeight(80);
    m_view->setTimeText([&time = context.time](qint64 nanos) {
        const UtcTime at {nanos / 1'000'000};
        return time.clockText(at) + QStringLiteral(".%1").arg((at.ms % 1000 + 1000) % 1000, 3, 10, QChar(u'0'));
    });
    m_view->setEmptyText(tr("Reading the log…"));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(14, 8, 14, 0);
    head->setSpacing(6);
    head->addWidget(m_head);
    head->addWidget(m_bar);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connectAll();
}

LogPane::~LogPane()
{
    m_stop.request_stop();
}

void LogPane::connectAll()
{
    TimeControl &time = m_context.time;
    connect(&time, &TimeControl::rangeChanged, this, &LogPane::reload);
    connect(&time, &TimeControl::zoneChanged, this, [this] {
        m_view->viewport()->update();
        describe();
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
    connect(m_view, &LogView::followingChanged, this, &LogPane::describe);
    connect(&m_context.sources, &Sources::pausedChanged, this, [this](bool paused) {
        if (paused) {
            stopFollowing();
            describe();
        } else {
            reload();
        }
    });
    m_timer.setInterval(15'000);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isVisible() && isLive()) {
            refreshHistogram();
        }
    });
    m_timer.start();
}

void LogPane::setService(const Service &service)
{
    if (service.name == m_service.name && service.logFields == m_service.logFields && m_isLoaded) {
        return;
    }
    m_service = service;
    m_page = {};
    m_view->clear();
    // Another service's bars and words never stand above these lines.
    m_histogram = {};
    m_bar->setHistogram({});
    m_bar->setSelection({});
    m_sources.clear();
    m_problem.clear();
    m_interruption.clear();
    m_isLoaded = false;
    reload();
}

void LogPane::focusLines()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (m_view->currentLine() < 0 && m_view->lineCount() > 0) {
        m_view->setCurrentLine(m_view->lineCount() - 1);
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
    stopFollowing();
}

void LogPane::reload()
{
    stopFollowing();
    if (!isVisible() || m_service.name.isEmpty()) {
        return;
    }
    m_stop.request_stop();
    m_stop = {};
    const QString name = m_service.name;
    LogQuery wanted = query();
    // A machine whose clock is ahead of ours dates its newest lines after now.
    wanted.range.to = isLive() ? wanted.range.to + aheadOfUs : wanted.range.to;
    then(m_context.telemetry.logs(wanted, m_stop.get_token()), this, [this, name](const Result<Dated<LogPage>> &page) {
        if (name == m_service.name) {
            acceptPage(page);
        }
    });
    refreshHistogram();
}

void LogPane::refreshHistogram()
{
    const QString name = m_service.name;
    then(m_context.telemetry.logHistogram(query(), bucketCount, m_stop.get_token()), this, [this, name](const Result<Dated<LogHistogram>> &answer) {
        const bool isTakenBack = !answer && answer.error().kind == ErrorKind::Cancelled;
        if (name == m_service.name && !isTakenBack) {
            m_histogram = answer ? answer->value : LogHistogram {};
            m_bar->setHistogram(m_histogram);
            describe();
        }
    });
}

void LogPane::acceptPage(const Result<Dated<LogPage>> &page)
{
    if (!page) {
        if (page.error().kind != ErrorKind::Cancelled) {
            m_problem = errorWords(page.error(), 200);
            m_view->setEmptyText(tr("No log lines: %1").arg(m_problem));
            describe();
        }
        return;
    }
    m_isLoaded = true;
    m_problem.clear();
    m_staleSince = {};
    const bool isPartlyLive = page->isLive || std::ssize(page->failures) < page->asked.size();
    if (!page->isLive) {
        m_problem = page->error ? errorWords(*page->error, 120) : tr("the log source does not answer");
        m_staleSince = isPartlyLive ? UtcTime {} : page->asOf;
    } else if (!page->value.lacks.empty()) {
        m_problem = tr("incomplete: %1").arg(text::plain(page->value.lacks.front().what, 120));
    }
    m_page = page->value;
    m_sources = page->asked;
    m_view->setLines(m_page.lines);
    m_page.lines.clear();
    m_view->setEmptyText(m_page.lacks.empty()
            ? tr("No log lines for %1 in this range. Lines are matched by the service's log_fields or its name.").arg(text::plain(m_service.name, 80))
            : tr("No log lines: %1").arg(text::plain(m_page.lacks.front().what, 200)));
    if (isPartlyLive && isLive()) {
        follow();
    }
    describe();
}

void LogPane::follow()
{
    LogQuery wanted = query();
    if (m_view->lineCount() > 0) {
        wanted.range.from = {m_view->line(m_view->lineCount() - 1).nanos / 1'000'000};
    }
    m_tail = m_context.telemetry.tail(wanted);
    m_interruption.clear();
    m_isFollowing = m_tail != nullptr;
    if (m_tail == nullptr) {
        return;
    }
    connect(m_tail.get(), &LogTail::arrived, this, &LogPane::acceptTail);
    connect(m_tail.get(), &LogTail::interrupted, this, [this](const QString &why) {
        if (m_interruption.isEmpty() && !why.isEmpty()) {
            m_page.complete.to = m_context.clock.now();
        }
        const bool isBack = !m_interruption.isEmpty() && why.isEmpty();
        m_interruption = text::plain(why, 120);
        describe();
        if (isBack) {
            // What was missed while it was interrupted is only known to the source.
            QTimer::singleShot(0, this, &LogPane::reload);
        }
    });
}

void LogPane::stopFollowing()
{
    if (m_isFollowing && m_interruption.isEmpty()) {
        m_page.complete.to = std::max(m_page.complete.to, m_context.clock.now());
    }
    m_isFollowing = false;
    m_tail.reset();
}

void LogPane::acceptTail(const std::vector<LogLine> &lines)
{
    // A tail may begin with lines of the page: those are known by their cursor.
    std::vector<LogLine> fresh;
    const int known = m_view->lineCount();
    for (const LogLine &line : lines) {
        bool isKnown = false;
        for (int i = known - 1; i >= 0 && !isKnown && m_view->line(i).nanos >= line.nanos; --i) {
            isKnown = m_view->line(i).cursor == line.cursor && m_view->line(i).text == line.text;
        }
        if (!isKnown) {
            fresh.push_back(line);
        }
    }
    if (!fresh.empty()) {
        if (!m_sources.contains(fresh.back().source)) {
            m_sources.append(fresh.back().source);
        }
        m_view->append(fresh);
    }
}

void LogPane::describe()
{
    const TimeRange asked = m_context.time.range();
    LogPage page = m_page;
    const bool isFollowed = m_isFollowing && m_interruption.isEmpty();
    if (isFollowed) {
        page.complete.to = asked.to;
    } else if (m_staleSince.isValid()) {
        page.complete.to = std::min(page.complete.to, m_staleSince);
    }
    const LogSummary summary = summariseLogs(m_histogram, page, asked);
    const QLocale locale;
    QStringList parts;
    if (!m_sources.isEmpty()) {
        parts << text::plain(phrases::list(m_sources), 120);
    }
    const QString sampled = summary.isSampled ? tr("at least ") : QString();
    // Without a line and with a problem, figures of zero would be made up.
    const bool isKnown = m_problem.isEmpty() || m_view->lineCount() > 0;
    if (isKnown) {
        parts << tr("%1%2/min").arg(sampled, locale.toString(qRound(summary.perMinute)));
        parts << tr("errors %1%2/min").arg(sampled, locale.toString(qRound(summary.errorsPerMinute)));
    }
    const auto clock = [this](UtcTime at) { return m_context.time.clockText(at, false); };
    if (isKnown && m_isLoaded) {
        parts += coverage(summary, asked);
    }
    Token token = Token::Muted;
    if (!m_problem.isEmpty()) {
        parts << (m_staleSince.isValid() ? tr("as of %1, %2").arg(clock(m_staleSince), m_problem) : m_problem);
        token = Token::Warning;
    } else if (!m_interruption.isEmpty()) {
        parts << tr("live tail stopped: %1").arg(m_interruption);
        token = Token::Warning;
    } else if (m_context.sources.isPaused()) {
        parts << tr("paused");
    } else if (isFollowed) {
        parts << (m_view->isFollowing() ? tr("live tail") : tr("live tail, scrolled back"));
    }
    m_head->setRemark(parts.join(QStringLiteral(" · ")), token);
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
    if (summary.listed.length() > Millis(0) && summary.listed.from > asked.from + Millis(1000)) {
        parts << tr("lines listed from %1").arg(clock(summary.listed.from));
    } else if (summary.listed.length() > Millis(0) && summary.listed.to + Millis(1000) < asked.to) {
        parts << tr("lines listed until %1").arg(clock(summary.listed.to));
    }
    return parts;
}

LogQuery LogPane::query() const
{
    LogQuery query;
    query.range = m_context.time.range();
    query.fields = m_service.logFields;
    query.service = m_service.logFields.empty() ? m_service.name : QString();
    query.limit = lineLimit;
    return query;
}

bool LogPane::isLive() const
{
    return m_context.time.isSliding() && !m_context.sources.isPaused();
}

} // namespace quarterdeck
