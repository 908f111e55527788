#include "ui/pages/services/panelgrid.h"

#include "app/ports/sources.h"
#include "models/chartfeed.h"
#include "models/paneldefaults.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/timechart.h"

#include <QGridLayout>
#include <QPainter>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int columns = 2;

// A chart with room around it and hairlines towards its neighbours.
class PanelCell final : public QWidget {
public:
    PanelCell(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        auto *box = new QHBoxLayout(this);
        box->setContentsMargins(12, 8, 10, 6);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect all = parentWidget()->rect();
        // At the edges of the grid its neighbours draw their own lines.
        if (geometry().right() < all.right() - 2) {
            painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.color(Token::Hairline));
        }
        if (geometry().bottom() < all.bottom() - 2) {
            painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Hairline));
        }
    }

private:
    const Theme &m_theme;
};

} // namespace

PanelGrid::PanelGrid(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_grid(new QGridLayout(this))
    , m_empty(new EmptyState(context.theme, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_empty->setObjectName(QStringLiteral("servicePanelsEmpty"));
    m_empty->hide();
    connect(m_empty, &EmptyState::activated, this, [this] { m_context.navigator.go({QStringLiteral("settings"), {}, {}}); });
    connect(&context.time, &TimeControl::rangeChanged, this, &PanelGrid::refresh);
    connect(&context.time, &TimeControl::zoneChanged, this, [this] {
        for (const auto &view : m_views) {
            view->chart()->update();
        }
    });
    connect(&context.sources, &Sources::statusChanged, this, [this] {
        for (const auto &view : m_views) {
            view->refreshNote();
        }
    });
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &PanelGrid::tick);
    m_timer.start();
}

PanelGrid::~PanelGrid()
{
    m_views.clear();
    m_cells.clear();
}

void PanelGrid::setService(const Service &service)
{
    if (service.name == m_service && service.panels == m_panels && !m_views.empty()) {
        return;
    }
    m_service = service.name;
    m_panels = service.panels;
    m_isDerived = service.panels.empty();
    m_views.clear();
    m_cells.clear();
    m_isArranged = false;
    const std::vector<Panel> panels = m_isDerived ? defaultPanels(service.name) : service.panels;
    const QStringList derivedTitles = {tr("Requests"), tr("Errors"), tr("Latency"), tr("Saturation")};
    int number = 0;
    for (const Panel &panel : panels) {
        const QString title = m_isDerived ? derivedTitles.value(number) : panel.title;
        m_cells.push_back(std::make_unique<PanelCell>(m_context.theme, this));
        auto view = std::make_unique<PanelView>(m_context, panel, title, number, m_cells.back().get());
        // Errors have the colour of errors.
        const bool isErrors = title.contains(QLatin1StringView("error"), Qt::CaseInsensitive) || title == tr("Errors");
        const Token own = isErrors ? Token::Critical : number % 4 == 3 ? Token::Series3 : Token::Series1;
        ChartStyle style;
        style.tokens.front() = own;
        view->chart()->setStyle(style);
        view->setOnset(m_onset);
        view->chart()->setTableShown(m_isTableShown);
        view->chart()->setMinimumHeight(150);
        m_cells.back()->layout()->addWidget(view->chart());
        connect(view.get(), &PanelView::answered, this, &PanelGrid::arrange);
        m_views.push_back(std::move(view));
        ++number;
    }
    arrange();
    refresh();
}

void PanelGrid::setOnset(UtcTime onset)
{
    m_onset = onset;
    for (const auto &view : m_views) {
        view->setOnset(onset);
    }
}

void PanelGrid::setTableShown(bool shown)
{
    m_isTableShown = shown;
    for (const auto &view : m_views) {
        view->chart()->setTableShown(shown);
    }
}

void PanelGrid::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
}

void PanelGrid::arrange()
{
    int place = 0;
    bool isAllAnswered = !m_views.empty();
    QList<bool> shown;
    for (const auto &view : m_views) {
        isAllAnswered = isAllAnswered && view->isAnswered();
        shown.append(!m_isDerived || !view->isAnswered() || view->hasData());
    }
    if (shown == m_shown && m_isArranged) {
        if (!shown.contains(true)) {
            describeNothing();
        }
        return;
    }
    m_shown = shown;
    m_isArranged = isAllAnswered;
    // Hidden cells stay children of the grid widget, only their places go.
    while (m_grid->count() > 0) {
        delete m_grid->takeAt(0);
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const bool isShown = shown[i];
        m_cells[size_t(i)]->setVisible(isShown);
        if (isShown) {
            const int column = place % columns;
            m_grid->addWidget(m_cells[size_t(i)].get(), place / columns, column);
            ++place;
        }
    }
    const bool isNothing = place == 0 && isAllAnswered;
    m_empty->setVisible(isNothing);
    if (isNothing) {
        describeNothing();
        m_grid->addWidget(m_empty, 0, 0, 1, columns);
    }
}

void PanelGrid::describeNothing()
{
    // What could not be asked was not looked for.
    const std::vector<SourceStatus> statuses = m_context.sources.statuses();
    const auto isMetrics = [](const SourceStatus &one) { return one.faces.testFlag(Face::Metrics); };
    const auto isLost = [&](const SourceStatus &one) { return isMetrics(one) && one.freshness != Freshness::Live; };
    if (std::none_of(statuses.begin(), statuses.end(), isMetrics)) {
        m_empty->set(QStringLiteral("plug"), tr("No metric source is connected."), tr("Add a Prometheus under backends: in config.yaml."));
    } else if (std::any_of(statuses.begin(), statuses.end(), isLost)) {
        m_empty->set(QStringLiteral("warning"), tr("No metrics known for this service."), tr("Its source is not up to date and nothing is cached."));
    } else {
        m_empty->set(QStringLiteral("metrics"), tr("No standard metrics found for this service."),
            tr("Looked for HTTP and gRPC requests, errors, latency and CPU by the labels service, job and app. Define other panels in config.yaml."));
    }
}

void PanelGrid::refresh()
{
    if (!isVisible()) {
        m_askedAt = {};
        return;
    }
    m_askedAt = m_context.clock.now();
    for (const auto &view : m_views) {
        view->refresh();
    }
}

void PanelGrid::tick()
{
    if (!isVisible() || m_views.empty()) {
        return;
    }
    const bool isDue = !m_askedAt.isValid() || m_context.clock.now() - m_askedAt >= ChartFeed::refreshEvery(m_context.time.span());
    const bool isLive = m_context.time.isSliding() && !m_context.sources.isPaused();
    if (!m_askedAt.isValid() || (isLive && isDue)) {
        refresh();
    } else if (isLive && m_context.time.span() <= Millis(6 * 3'600'000)) {
        for (const auto &view : m_views) {
            view->slide();
        }
    }
}

} // namespace quarterdeck
