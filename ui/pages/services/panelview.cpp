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

// Fixed, so that resizing the window does not fetch everything again.
constexpr int pixels = 2400;
// What is finer than this goes without saying.
constexpr Millis plainStep {15'000};

QStringList namesOf(const std::vector<Series> &series)
{
    QStringList names;
    const bool isOneSource = std::ranges::all_of(series, [&series](const Series &one) { return one.source == series.front().source; });
    for (const Series &one : series) {
        QStringList values;
        if (!isOneSource) {
            values.append(one.source);
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
}

PanelView::~PanelView()
{
    m_stop.request_stop();
    delete m_chart;
}

void PanelView::refresh()
{
    if (m_isAsking) {
        m_isAgain = true;
        return;
    }
    slide();
    const TimeRange range = m_context.time.range();
    const Millis step = stepFor(range, pixels, Millis(5000));
    // What came with a warning or without one of the sources may lack something anywhere: it is asked for again as a whole.
    const TimeRange asked = m_warnings.isEmpty() && m_isLive ? m_buffer.missing(range, step) : range;
    MetricQuery query;
    query.sources = m_panel.source.isEmpty() ? QStringList() : QStringList {m_panel.source};
    query.expression = m_panel.expression;
    query.range = asked;
    query.step = step;
    m_isAsking = true;
    then(m_context.telemetry.range(query, m_stop.get_token()), this,
        [this, asked, range, step](const Result<Dated<std::vector<Series>>> &answer) { accept(answer, asked, range, step); });
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

void PanelView::accept(const Result<Dated<std::vector<Series>>> &answer, TimeRange asked, TimeRange range, Millis step)
{
    m_isAsking = false;
    m_isAnswered = true;
    if (answer) {
        m_isLive = answer->isLive;
        m_asOf = answer->asOf;
        m_error = answer->error;
        m_warnings = warningsBySource(answer->warnings, answer->asked.size() > 1 ? answer->warnedBy : QStringList());
        std::vector<Series> series = answer->value;
        for (Series &one : series) {
            if (!m_panel.unit.isEmpty()) {
                one.unit = m_panel.unit;
            }
        }
        m_buffer.merge(series, asked, range, step);
        m_chart->setTitle(step > plainStep ? tr("%1, every %2").arg(m_title, formatDuration(step)) : m_title);
        m_chart->setSeries(m_buffer.series(), namesOf(m_buffer.series()));
        m_chart->setEmptyText(
            m_isLive ? phrases::sentences({tr("No data in this range"), warningText(m_warnings)}) : tr("Nothing cached for this range"));
    } else if (answer.error().kind != ErrorKind::Cancelled) {
        m_isLive = false;
        m_error = answer.error();
        m_chart->setEmptyText(tr("No data: %1").arg(errorWords(answer.error(), 200)));
    }
    refreshNote();
    emit answered();
    if (std::exchange(m_isAgain, false)) {
        refresh();
    }
}

QString PanelView::staleReason() const
{
    const SourceStatus *found = nullptr;
    const std::vector<SourceStatus> statuses = m_context.sources.statuses();
    for (const SourceStatus &status : statuses) {
        const bool isOurs = m_panel.source.isEmpty() ? status.faces.testFlag(Face::Metrics) : status.id == m_panel.source;
        if (isOurs && (found == nullptr || status.freshness != Freshness::Live)) {
            found = &status;
        }
    }
    const bool isSourceLive = found == nullptr || found->freshness == Freshness::Live;
    if (!m_isAnswered || (m_isLive && isSourceLive)) {
        return m_isAnswered ? warningText(m_warnings) : QString();
    }
    QString why = m_error ? errorWords(*m_error, 120) : tr("cached");
    if (!isSourceLive) {
        why = tr("%1 %2").arg(text::plain(found->id, 40), freshnessWord(found->freshness));
    }
    const UtcTime asOf = m_isLive || !m_asOf.isValid() ? m_buffer.newest().value_or(m_asOf) : m_asOf;
    return asOf.isValid() ? tr("as of %1, %2").arg(m_context.time.clockText(asOf, false), why) : why;
}

} // namespace quarterdeck
