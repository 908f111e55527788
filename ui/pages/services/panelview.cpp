#include "ui/pages/services/panelview.h"

#include "app/core/text.h"
#include "app/ports/sources.h"
#include "app/ports/telemetry.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/timechart.h"
#include "ui/widgets/warningtext.h"

#include <QPointer>

namespace quarterdeck {

namespace {

// What is finer than this goes without saying.
constexpr Millis plainStep {15'000};

QStringList namesOf(const std::vector<Series> &series)
{
    QStringList names;
    const auto nameOf = [](const Series &one) { return one.labels.value(u"__name__"); };
    const bool isOneSource = std::ranges::all_of(series, [&series](const Series &one) { return one.source == series.front().source; });
    const bool isOneName = std::ranges::all_of(series, [&](const Series &one) { return nameOf(one) == nameOf(series.front()); });
    for (const Series &one : series) {
        QStringList values;
        if (!isOneSource) {
            values.append(one.source);
        }
        // Where series differ in nothing else, as those of Graphite.
        if (!isOneName) {
            values.append(nameOf(one));
        }
        for (const Label &label : one.labels) {
            if (label.name != QLatin1StringView("__name__")) {
                values.append(label.value);
            }
        }
        names.append(values.join(u' '));
    }
    return names;
}

} // namespace

PanelView::PanelView(const PageContext &context, Panel panel, const QString &title, int number, QWidget *parent)
    : QObject(parent)
    , m_context(context)
    , m_panel(std::move(panel))
    , m_title(title)
    , m_chart(new TimeChart(context.theme, parent))
    , m_feed(context.telemetry, {m_panel.source.isEmpty() ? QStringList() : QStringList {m_panel.source}, m_panel.expression, m_panel.unit})
{
    m_chart->setObjectName(QStringLiteral("servicePanel%1").arg(number));
    m_chart->setTitle(title);
    m_chart->setAccessibleName(tr("Chart of %1").arg(text::plain(title)));
    m_chart->setThreshold(m_panel.threshold);
    m_chart->setEmptyText(tr("Loading…"));
    m_chart->setTimeText([&time = context.time](UtcTime at, bool withSeconds) { return time.clockText(at, withSeconds); });
    slide();
    connect(m_chart, &TimeChart::crosshairMoved, &context.time, &TimeControl::setCrosshair);
    connect(m_chart, &TimeChart::rangeSelected, &context.time, &TimeControl::setFixed);
    connect(&context.time, &TimeControl::crosshairChanged, m_chart, &TimeChart::setCrosshair);
    connect(&m_feed, &ChartFeed::answered, this, &PanelView::showAnswer);
}

PanelView::~PanelView()
{
    delete m_chart;
}

void PanelView::refresh()
{
    slide();
    m_feed.ask(m_context.time.range());
}

void PanelView::slide()
{
    m_chart->setRange(m_context.time.range());
}

void PanelView::setOnset(UtcTime onset)
{
    m_chart->setOnset(onset);
}

void PanelView::refreshNote()
{
    m_chart->setStale(staleReason());
}

void PanelView::showAnswer()
{
    const ChartFeed::State &state = m_feed.state();
    if (state.isFailed && state.error) {
        m_chart->setEmptyText(tr("No data: %1").arg(errorWords(*state.error, 200)));
    } else {
        m_chart->setTitle(state.step > plainStep ? tr("%1, every %2").arg(m_title, formatDuration(state.step)) : m_title);
        m_chart->setSeries(m_feed.series(), namesOf(m_feed.series()));
        m_chart->setEmptyText(state.isLive ? phrases::sentences({tr("No data in this range"), warning()}) : tr("Nothing cached for this range"));
    }
    refreshNote();
    emit answered();
}

QString PanelView::warning() const
{
    return warningText(warningsBySource(m_feed.state().warnings, m_feed.state().warnedBy));
}

QString PanelView::staleReason() const
{
    const ChartFeed::State &state = m_feed.state();
    const SourceStatus *found = nullptr;
    const std::vector<SourceStatus> statuses = m_context.sources.statuses();
    for (const SourceStatus &status : statuses) {
        const bool isOurs = m_panel.source.isEmpty() ? status.faces.testFlag(Face::Metrics) : status.id == m_panel.source;
        if (isOurs && (found == nullptr || status.freshness != Freshness::Live)) {
            found = &status;
        }
    }
    const bool isSourceLive = found == nullptr || found->freshness == Freshness::Live;
    if (!state.isAnswered || (state.isLive && isSourceLive)) {
        return state.isAnswered ? warning() : QString();
    }
    QString why = state.error ? errorWords(*state.error, 120) : tr("cached");
    if (!isSourceLive) {
        why = tr("%1 %2").arg(text::plain(found->id, 40), freshnessWord(found->freshness));
    }
    const UtcTime asOf = state.isLive || !state.asOf.isValid() ? m_feed.newest().value_or(state.asOf) : state.asOf;
    return asOf.isValid() ? tr("as of %1, %2").arg(m_context.time.clockText(asOf, false), why) : why;
}

} // namespace quarterdeck
