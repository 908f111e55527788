#include "ui/pages/inbox/detailchart.h"

#include "app/core/text.h"
#include "ui/widgets/errorwords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/timechart.h"
#include "ui/widgets/unittext.h"
#include "ui/widgets/warningtext.h"

#include <QVBoxLayout>

namespace quarterdeck {

namespace {

/// With the name of the source where there is more than one; empty where the labels alone tell.
QStringList namesOf(const std::vector<Series> &series)
{
    QStringList names;
    const bool isOneSource = std::ranges::all_of(series, [&series](const Series &one) { return one.source == series.front().source; });
    for (const Series &one : isOneSource ? std::vector<Series> {} : series) {
        names.append(one.source + u' ' + one.labels.toString());
    }
    return names;
}

} // namespace

DetailChart::DetailChart(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_head(new SectionHead(context.theme, tr("Metric around the start"), this))
    , m_chart(new TimeChart(context.theme, this))
{
    setObjectName(QStringLiteral("inbox.chart"));
    m_chart->setObjectName(QStringLiteral("inbox.chart.plot"));
    m_chart->setAccessibleName(tr("Metric around the start"));
    m_chart->setFixedHeight(150);
    m_chart->setTimeText([&time = context.time](UtcTime at, bool withSeconds) { return time.clockText(at, withSeconds); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_head);
    column->addWidget(m_chart);
    connect(m_chart, &TimeChart::crosshairMoved, &context.time, &TimeControl::setCrosshair);
    connect(&context.time, &TimeControl::crosshairChanged, m_chart, &TimeChart::setCrosshair);
    connect(&context.time, &TimeControl::zoneChanged, m_chart, qOverload<>(&QWidget::update));
}

void DetailChart::start(const Alert &alert)
{
    m_onset = alert.startsAt;
    m_end = alert.isOpen() ? UtcTime {} : alert.resolvedAt;
    m_head->setRemark({});
    m_chart->setSeries({});
    m_chart->setThreshold(std::nullopt);
    m_chart->setStale({});
    m_chart->setEmptyText(tr("Loading…"));
    const UtcTime onset = m_onset.isValid() ? m_onset : m_context.clock.now();
    m_chart->setRange({onset - Millis(1'200'000), onset + Millis(1'200'000)});
    m_chart->setOnset(m_onset, m_end);
}

void DetailChart::setChart(const DetailLoader::Chart &chart)
{
    if (chart.expression.series.isEmpty()) {
        m_chart->setEmptyText(chart.error ? tr("Cannot read the alert rule: %1").arg(errorWords(*chart.error, 120))
                                          : tr("No metric source has the rule for this alert."));
        m_chart->setOnset({}, {});
        return;
    }
    if (chart.error && chart.series.empty()) {
        m_chart->setEmptyText(tr("No values: %1").arg(errorWords(*chart.error, 120)));
        return;
    }
    const QString warning = warningText(chart.warnings);
    m_chart->setEmptyText(phrases::sentences({tr("No values in this range."), warning}));
    m_chart->setRange(chart.range);
    const QString unit = chart.series.empty() ? QString() : chart.series.front().unit;
    std::vector<Series> few(chart.series.begin(), chart.series.begin() + std::min<std::ptrdiff_t>(4, std::ssize(chart.series)));
    const QStringList names = namesOf(few);
    m_chart->setSeries(std::move(few), names);
    m_chart->setThreshold(chart.expression.threshold);
    if (chart.expression.threshold) {
        m_head->setRemark(tr("fires when %1 %2").arg(chart.expression.comparison, valueText(*chart.expression.threshold, unit)));
    } else {
        m_head->setRemark(std::ssize(chart.series) > 4 ? tr("4 of %n series", nullptr, int(chart.series.size())) : QString());
    }
    if (chart.isLive) {
        m_chart->setStale(warning);
    } else if (chart.isPartlyLive && chart.error) {
        m_chart->setStale(tr("incomplete: %1").arg(errorWords(*chart.error, 120)));
    } else {
        m_chart->setStale(chart.asOf.isValid() ? tr("cached at %1").arg(m_context.time.clockText(chart.asOf)) : tr("cached"));
    }
}

} // namespace quarterdeck
