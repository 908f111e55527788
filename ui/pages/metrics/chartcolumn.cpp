#include "ui/pages/metrics/chartcolumn.h"

#include "app/core/text.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/metrics/metricswords.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/timechart.h"

#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int LeastChart = 170;

/// Lines that belong into one chart. The unit decides: one axis cannot tell seconds from bytes.
std::vector<std::vector<const BoardSeries *>> groupsOf(const MetricBoard &board, const LegendModel &legend)
{
    const bool isSplit = board.state().options.isSplit;
    std::vector<std::vector<const BoardSeries *>> groups;
    for (const BoardSeries &line : board.series()) {
        const auto isSame = [&](const std::vector<const BoardSeries *> &group) {
            const BoardSeries &first = *group.front();
            return first.series.unit == line.series.unit && (!isSplit || first.query == line.query);
        };
        if (!legend.isShown(line.key)) {
            continue;
        }
        const auto group = std::ranges::find_if(groups, isSame);
        if (group == groups.end()) {
            groups.push_back({&line});
        } else {
            group->push_back(&line);
        }
    }
    for (auto &group : groups) {
        // Pale lines last, as a style wants them.
        std::ranges::stable_partition(group, [](const BoardSeries *line) { return line->ago == Millis(0); });
    }
    return groups;
}

} // namespace

ChartColumn::ChartColumn(const PageContext &context, QWidget *parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_column(new QVBoxLayout)
{
    setObjectName(QStringLiteral("metrics.charts"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget(this);
    inner->setObjectName(QStringLiteral("metrics.chartsInner"));
    m_column->setContentsMargins(16, 8, 12, 8);
    m_column->setSpacing(12);
    inner->setLayout(m_column);
    setWidget(inner);
    setMinimumHeight(LeastChart + 24);
    setCount(1);
    connect(&context.time, &TimeControl::zoneChanged, inner, qOverload<>(&QWidget::update));
}

TimeChart *ChartColumn::addChart()
{
    auto *chart = new TimeChart(m_context.theme, widget());
    chart->setObjectName(QStringLiteral("metrics.chart%1").arg(m_charts.size() + 1));
    chart->setMinimumHeight(LeastChart);
    chart->setTimeText([&time = m_context.time](UtcTime at, bool withSeconds) { return time.clockText(at, withSeconds); });
    chart->setRange(m_context.time.range());
    chart->setMarkers(markers());
    chart->setEmptyText(m_emptyText);
    connect(chart, &TimeChart::crosshairMoved, &m_context.time, &TimeControl::setCrosshair);
    connect(chart, &TimeChart::rangeSelected, &m_context.time, &TimeControl::setFixed);
    connect(&m_context.time, &TimeControl::crosshairChanged, chart, &TimeChart::setCrosshair);
    connect(&m_context.time, &TimeControl::zoneChanged, chart, qOverload<>(&QWidget::update));
    connect(chart, &TimeChart::markerActivated, this, [this](int index) {
        if (index >= 0 && index < int(m_events.size())) {
            m_context.navigator.go({QStringLiteral("inbox"), m_events[std::size_t(index)].alert.toString(), {}});
        }
    });
    m_column->addWidget(chart, 1);
    return chart;
}

void ChartColumn::setCount(std::size_t count)
{
    while (m_charts.size() > count) {
        // Its name goes to another at once.
        m_charts.back()->setParent(nullptr);
        m_charts.back()->deleteLater();
        m_charts.pop_back();
    }
    while (m_charts.size() < count) {
        m_charts.push_back(addChart());
        m_charts.back()->setTableShown(m_isTableShown);
    }
}

void ChartColumn::draw(const MetricBoard &board, const LegendModel &legend)
{
    const auto groups = groupsOf(board, legend);
    setCount(std::max<std::size_t>(1, groups.size()));
    if (groups.empty()) {
        fill(*m_charts.front(), {}, board);
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        fill(*m_charts[i], groups[i], board);
    }
}

void ChartColumn::fill(TimeChart &chart, const std::vector<const BoardSeries *> &lines, const MetricBoard &board)
{
    const ExplorerOptions &options = board.state().options;
    ChartStyle style;
    style.isLogarithmic = options.isLogarithmic;
    style.isStacked = options.isStacked;
    style.isStepped = options.isStepped;
    std::vector<Series> series;
    QStringList names;
    QStringList titles;
    for (const BoardSeries *line : lines) {
        style.places.push_back(line->place);
        style.ghosts += line->ago > Millis(0) ? 1 : 0;
        series.push_back(line->series);
        names.append(line->ago > Millis(0) ? phrases::list({line->name, comparedWords(line->ago)}) : line->name);
        const QString title = board.state().queries.at(line->query).text;
        if (!titles.contains(title)) {
            titles.append(title);
        }
    }
    chart.setTitle(titles.isEmpty() ? QString() : text::plain(titles.join(QStringLiteral(" · ")), 90));
    chart.setStyle(style);
    chart.setThreshold(options.threshold);
    chart.setRange(m_context.time.range());
    chart.setEmptyText(m_emptyText);
    chart.setSeries(std::move(series), names);
}

std::vector<ChartMarker> ChartColumn::markers() const
{
    std::vector<ChartMarker> all;
    for (const RangeEvent &event : m_events) {
        const bool isFired = event.kind == RangeEvent::Kind::Fired;
        const QString what = event.service.isEmpty() ? event.title : phrases::pair(event.service, event.title);
        const QString words = isFired ? tr("%1 fired").arg(what) : tr("Changed: %1").arg(what);
        all.push_back({event.at, phrases::pair(m_context.time.clockText(event.at), words), isFired ? Token::Critical : Token::Accent});
    }
    return all;
}

void ChartColumn::setEvents(const std::vector<RangeEvent> &events)
{
    m_events = events;
    for (TimeChart *chart : m_charts) {
        chart->setMarkers(markers());
    }
}

void ChartColumn::setEmptyText(const QString &sentence)
{
    m_emptyText = sentence;
    for (TimeChart *chart : m_charts) {
        chart->setEmptyText(sentence);
    }
}

void ChartColumn::slide()
{
    for (TimeChart *chart : m_charts) {
        chart->setRange(m_context.time.range());
    }
}

void ChartColumn::toggleTable()
{
    m_isTableShown = !m_charts.front()->isTableShown();
    for (TimeChart *chart : m_charts) {
        chart->setTableShown(m_isTableShown);
    }
}

void ChartColumn::focusChart()
{
    m_charts.front()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace quarterdeck
