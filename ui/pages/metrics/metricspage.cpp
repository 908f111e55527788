#include "ui/pages/metrics/metricspage.h"

#include "app/core/text.h"
#include "app/ports/preferences.h"
#include "app/ports/sources.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/pages/metrics/chartcolumn.h"
#include "ui/pages/metrics/legenddelegate.h"
#include "ui/pages/metrics/legendwords.h"
#include "ui/pages/metrics/metricswords.h"
#include "ui/pages/metrics/optionbar.h"
#include "ui/pages/metrics/querylist.h"
#include "ui/pages/metrics/querypane.h"
#include "ui/widgets/charttable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/sectionhead.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis SlidesUpTo {6 * 3'600'000};
constexpr int FigureWidth = 104;

} // namespace

MetricsPage::MetricsPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_board(context.telemetry)
    , m_events(context.reader)
    , m_charts(new ChartColumn(context, this))
    , m_empty(new EmptyState(context.theme, this))
    , m_stack(new QStackedLayout)
    , m_head(new SectionHead(context.theme, tr("Legend"), this))
    , m_words(new LegendWords(this))
    , m_table(new QuietTable(context.theme, this))
{
    setObjectName(QStringLiteral("metricsPage"));
    setAccessibleName(tr("Metrics"));
    addQueryVerbs();
    addChartVerbs();
    auto *queries = new QueryPane(context, findChild<QAction *>(QStringLiteral("metricsAdd")), this);
    m_queries = &queries->queries();
    m_options = &queries->options();
    buildLegend();
    auto *legend = new QWidget(this);
    auto *below = new QVBoxLayout(legend);
    below->setContentsMargins(0, 8, 0, 0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->addWidget(m_head);
    below->addLayout(head);
    below->addWidget(m_table, 1);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(QStringLiteral("metrics.parts"));
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(1);
    parts->addWidget(queries);
    parts->addWidget(buildCharts());
    parts->addWidget(legend);
    parts->setStretchFactor(0, 0);
    parts->setStretchFactor(1, 3);
    parts->setStretchFactor(2, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(parts);
    connectAll();
    refresh();
}

MetricsPage::~MetricsPage()
{
    // A field that loses the keyboard as it goes hands its text over once more.
    disconnect(m_queries, nullptr, this, nullptr);
    disconnect(m_options, nullptr, this, nullptr);
}

QWidget *MetricsPage::buildCharts()
{
    auto *middle = new QWidget(this);
    m_empty->setObjectName(QStringLiteral("metrics.empty"));
    m_stack->addWidget(m_charts);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Hairline(m_context.theme, Qt::Horizontal, middle));
    column->addLayout(m_stack, 1);
    column->addWidget(new Hairline(m_context.theme, Qt::Horizontal, middle));
    return middle;
}

void MetricsPage::buildLegend()
{
    m_words->setSourceModel(&m_legend);
    m_table->setObjectName(QStringLiteral("metrics.legend"));
    m_table->setAccessibleName(tr("Series with their figures"));
    m_table->setModel(m_words);
    m_table->setItemDelegate(new LegendDelegate(m_context.theme, m_table));
    m_table->setHeadInset(LegendDelegate::MarkRoom);
    m_table->setMinimumHeight(96);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(LegendModel::NameColumn, QHeaderView::Stretch);
    for (int column = LegendModel::LastColumn; column < LegendModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, FigureWidth);
    }
    m_table->setSingleKeys(m_context.preferences.values().isSingleKeyEnabled);
    connect(&m_context.preferences, &Preferences::changed, m_table,
        [this](const PreferenceValues &values) { m_table->setSingleKeys(values.isSingleKeyEnabled); });
    connect(m_table, &QTableView::clicked, this, [this] { chooseInLegend(true); });
}

void MetricsPage::connectAll()
{
    connect(m_queries, &QueryList::changed, this, &MetricsPage::takeState);
    connect(m_queries, &QueryList::left, m_charts, &ChartColumn::focusChart);
    connect(m_options, &OptionBar::changed, this, &MetricsPage::takeState);
    connect(&m_board, &MetricBoard::changed, this, &MetricsPage::refresh);
    connect(&m_legend, &LegendModel::choiceChanged, this, &MetricsPage::refreshCharts);
    connect(&m_events, &RangeEvents::changed, this, [this] {
        m_charts->setEvents(m_events.events());
        refresh();
    });
    connect(&m_context.time, &TimeControl::rangeChanged, this, [this] { reload(false); });
    connect(&m_context.time, &TimeControl::zoneChanged, this, &MetricsPage::refresh);
    connect(&m_context.sources, &Sources::statusChanged, this, &MetricsPage::refreshEmpty);
    connect(&m_context.sources, &Sources::pausedChanged, this, &MetricsPage::refresh);
    connect(m_empty, &EmptyState::activated, this, [this] { m_context.navigator.go({QStringLiteral("settings"), {}, {}}); });
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &MetricsPage::tick);
    m_timer.start();
}

void MetricsPage::show(const Destination &destination)
{
    if (!destination.arguments.isEmpty()) {
        const ExplorerState state = explorerStateOf(destination.arguments);
        m_queries->setQueries(state.queries);
        m_options->setOptions(state.options);
        takeState();
    }
    const std::vector<ExplorerQuery> queries = m_queries->queries();
    if (std::ranges::all_of(queries, [](const ExplorerQuery &query) { return query.text.isEmpty(); })) {
        m_queries->focusEdit();
    } else {
        m_charts->focusChart();
    }
}

Destination MetricsPage::current() const
{
    ExplorerState state = m_board.state();
    if (state.queries.size() == 1 && state.queries.front() == ExplorerQuery {}) {
        state.queries.clear();
    }
    return {QStringLiteral("metrics"), {}, argumentsOf(state)};
}

std::vector<PaletteItem> MetricsPage::find(const QString &text, int limit) const
{
    const QString wanted = text.trimmed();
    if (wanted.size() < 3 || limit < 1) {
        return {};
    }
    return {{tr("Ask the metric sources for \"%1\"").arg(text::plain(wanted, 60)), tr("metrics"),
        {QStringLiteral("metrics"), {}, {{QStringLiteral("q"), wanted}}}}};
}

QByteArray MetricsPage::exportCsv() const
{
    std::vector<Series> series;
    QStringList names;
    for (const BoardSeries &line : m_board.series()) {
        if (m_legend.isShown(line.key)) {
            series.push_back(line.series);
            names.append(line.ago > Millis(0) ? phrases::list({line.name, comparedWords(line.ago)}) : line.name);
        }
    }
    return series.empty() ? QByteArray() : chartCsv(series, names, m_context.time.range());
}

void MetricsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    reload(false);
}

void MetricsPage::takeState()
{
    m_board.setState({m_queries->queries(), m_options->options()});
    reload(false);
    emit currentChanged();
}

void MetricsPage::reload(bool isAgain)
{
    if (!isVisible()) {
        m_askedAt = {};
        return;
    }
    m_askedAt = m_context.clock.now();
    const TimeRange range = m_context.time.range();
    m_charts->slide();
    if (isAgain) {
        m_board.askAgain(range);
    } else {
        m_board.ask(range);
    }
    m_events.read(range);
}

void MetricsPage::tick()
{
    if (!isVisible()) {
        return;
    }
    const bool isLive = m_context.time.isSliding() && !m_context.sources.isPaused();
    const bool isDue = m_context.clock.now() - m_askedAt >= ChartFeed::refreshEvery(m_context.time.span());
    if (!m_askedAt.isValid() || (isLive && isDue)) {
        reload(false);
    } else if (isLive && m_context.time.span() <= SlidesUpTo) {
        m_charts->slide();
    }
}

void MetricsPage::refresh()
{
    const auto clock = [this](UtcTime at) { return m_context.time.clockText(at, false); };
    for (std::size_t i = 0; i < m_board.state().queries.size(); ++i) {
        const QueryNote note = queryNote(m_board, i, clock);
        m_queries->setNote(i, note.words, note.isCritical);
    }
    m_legend.setSeries(m_board.series(), m_context.time.range());
    QStringList remark {boardWords(m_board)};
    if (m_events.leftOut() > 0) {
        remark << tr("the newest %1 of %2 events are marked").arg(m_events.events().size()).arg(m_events.events().size() + m_events.leftOut());
    }
    remark << (m_context.sources.isPaused() ? tr("paused") : QString());
    remark.removeAll(QString());
    m_head->setRemark(phrases::clauses(remark), Token::Muted);
    refreshCharts();
    refreshEmpty();
}

void MetricsPage::refreshCharts()
{
    bool isWaiting = false;
    for (std::size_t i = 0; i < m_board.state().queries.size(); ++i) {
        const ChartFeed::State *answer = m_board.answer(i);
        isWaiting = isWaiting || (answer != nullptr && !answer->isAnswered);
    }
    const bool isHidden = !m_board.series().empty() && m_legend.isNarrowed();
    m_charts->setEmptyText(isWaiting ? tr("Loading…") : isHidden ? tr("Every series is hidden.") : tr("No data in this range."));
    m_charts->draw(m_board, m_legend);
}

void MetricsPage::refreshEmpty()
{
    const std::vector<SourceStatus> statuses = m_context.sources.statuses();
    const bool hasSource = std::ranges::any_of(statuses, [](const SourceStatus &status) { return status.faces.testFlag(Face::Metrics); });
    const std::vector<ExplorerQuery> &queries = m_board.state().queries;
    const bool isAsked = std::ranges::any_of(queries, [](const ExplorerQuery &query) { return query.isOn && !query.text.trimmed().isEmpty(); });
    if (!hasSource) {
        m_empty->set(
            QStringLiteral("plug"), tr("No metric source is connected."), tr("Add a Prometheus under backends: in config.yaml."), tr("Settings"));
    } else if (!isAsked) {
        m_empty->set(QStringLiteral("metrics"), tr("No query yet."),
            tr("Type an expression above, or open the query builder. Metric and label names are suggested as you type."));
    }
    m_stack->setCurrentIndex(hasSource && isAsked ? 0 : 1);
}

} // namespace quarterdeck
