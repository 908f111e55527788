// A frame of the inbox while it is scrolled, 100,000 alerts: the real list against a QTableView and against painting bare texts, all at
// the same size, with rows of the same height, one after the other in each round.
#include "app/core/clock.h"
#include "tests/bench/report.h"
#include "ui/pages/inbox/alertlist.h"

#include <QApplication>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <array>
#include <random>

using namespace quarterdeck;

namespace {

constexpr int Rows = 100'000;
constexpr int Frames = 200;
constexpr QSize Size(1200, 800);
constexpr UtcTime Now {1'795'000'000'000};

std::vector<Alert> makeAlerts()
{
    std::mt19937 engine(1);
    std::vector<Alert> alerts(std::size_t {Rows});
    for (int i = 0; i < Rows; ++i) {
        Alert &alert = alerts[std::size_t(i)];
        alert.labels = {{QStringLiteral("alertname"), QStringLiteral("HighErrorRate%1").arg(engine() % 40)},
            {QStringLiteral("service"), QStringLiteral("svc-%1").arg(engine() % 200)},
            {QStringLiteral("severity"), engine() % 4 == 0 ? QStringLiteral("critical") : QStringLiteral("warning")},
            {QStringLiteral("instance"), QStringLiteral("10.0.%1.%2:9090").arg(i / 256 % 256).arg(i % 256)}};
        alert.annotations = {{QStringLiteral("summary"), QStringLiteral("Error rate above %1% on node %2").arg(engine() % 100).arg(i)}};
        deriveFields(alert);
        alert.service = alert.labels.value(u"service");
        alert.key = {QStringLiteral("am"), QString::number(i, 16)};
        alert.startsAt = {Now.ms - qint64(engine() % 1'000'000'000)};
    }
    return alerts;
}

std::array<QString, AlertModel::ColumnCount> cellsOf(const Alert &alert)
{
    return {severityName(alert.severity), alert.title + QStringLiteral(" - ") + alert.summary, alert.service, alert.key.source,
        alertStateName(alert.state), QString::number((Now.ms - alert.startsAt.ms) / 3'600'000)};
}

class PlainModel final : public QAbstractTableModel {
public:
    explicit PlainModel(const std::vector<Alert> &alerts)
        : m_alerts(alerts)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_alerts.size()); }
    int columnCount(const QModelIndex & = {}) const override { return AlertModel::ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(cellsOf(m_alerts[std::size_t(index.row())]).at(std::size_t(index.column()))) : QVariant();
    }

private:
    const std::vector<Alert> &m_alerts;
};

/// No view at all: the texts of the rows in sight, drawn one by one and cut by their cells.
class BarePainting final : public QAbstractScrollArea {
public:
    BarePainting(const std::vector<Alert> &alerts, const QTableView &like)
        : m_alerts(alerts)
        , m_like(like)
        , m_height(like.verticalHeader()->defaultSectionSize())
    {
        verticalScrollBar()->setRange(0, Rows * m_height - Size.height());
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(viewport());
        painter.fillRect(event->rect(), palette().base());
        const int top = verticalScrollBar()->value();
        for (int row = (top + event->rect().top()) / m_height; row * m_height - top <= event->rect().bottom() && row < Rows; ++row) {
            const auto cells = cellsOf(m_alerts[std::size_t(row)]);
            for (int column = 0; column < AlertModel::ColumnCount; ++column) {
                const QRect cell(m_like.columnViewportPosition(column), row * m_height - top, m_like.columnWidth(column), m_height);
                painter.drawText(cell, Qt::AlignVCenter | Qt::TextSingleLine, cells.at(std::size_t(column)));
            }
        }
    }
    void scrollContentsBy(int dx, int dy) override { viewport()->scroll(dx, dy); }

private:
    const std::vector<Alert> &m_alerts;
    const QTableView &m_like;
    int m_height;
};

/// Frame times of one view. Units: milliseconds.
struct Times {
    std::vector<double> ms;
    double part(double share)
    {
        std::sort(ms.begin(), ms.end());
        return ms[std::min(ms.size() - 1, std::size_t(double(ms.size()) * share))];
    }
};

/// From the new place of the scroll bar until the window is painted.
double frameMs(QAbstractScrollArea &view, int value)
{
    return bench::medianMs(1, [&] {
        view.verticalScrollBar()->setValue(value);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    });
}

void scroll(const char *work, const std::array<QAbstractScrollArea *, 3> &views, const std::function<int(int before)> &next)
{
    std::array<Times, 3> times;
    int value = Rows;
    for (int frame = 0; frame < Frames; ++frame) {
        value = next(value);
        for (std::size_t i = 0; i < views.size(); ++i) {
            times.at(i).ms.push_back(frameMs(*views.at(i), value));
        }
    }
    const double ours = times[0].part(0.5);
    bench::absolute((QByteArray(work) + ", median").constData(), ours, 5, "ms");
    bench::row("  the slowest of a hundred", times[0].part(0.99), "bare painting, the slowest of a hundred", times[2].part(0.99), 5.0 / 1.7);
    bench::row("  the median", ours, "QTableView, plain texts", times[1].part(0.5), 1.0);
    bench::row("  the median", ours, "bare painting of the texts", times[2].part(0.5), 5.0 / 1.7);
}

} // namespace

// One way of scrolling alone by its name, for a profiler: bench_scroll page.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const std::string_view only = argc > 1 ? argv[1] : "";
    const SystemClock clock;
    Theme theme;
    theme.setScheme(Theme::Scheme::Light);
    theme.apply(app);
    TimeControl time(clock);
    const std::vector<Alert> alerts = makeAlerts();
    AlertModel model;
    model.arrange(AlertGrouping::None, AlertSort::SeverityAge);
    model.load(alerts);
    AlertList list(theme, clock, time, model);
    PlainModel plain(alerts);
    QTableView table;
    table.setModel(&plain);
    table.verticalHeader()->hide();
    table.setWordWrap(false);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.resize(Size);
    list.show();
    QCoreApplication::processEvents();
    table.verticalHeader()->setDefaultSectionSize(list.verticalHeader()->defaultSectionSize());
    for (int column = 0; column < AlertModel::ColumnCount; ++column) {
        table.setColumnWidth(column, list.columnWidth(column));
    }
    BarePainting bare(alerts, list);
    const std::array<QAbstractScrollArea *, 3> views {&list, &table, &bare};
    for (QAbstractScrollArea *view : views) {
        view->resize(Size);
        view->show();
        QCoreApplication::processEvents();
    }
    std::printf(
        "%d rows in the list, %d pixels each, %d x %d\n", model.rowCount(), list.verticalHeader()->defaultSectionSize(), Size.width(), Size.height());
    std::mt19937 engine(5);
    const int far = std::min(list.verticalScrollBar()->maximum(), bare.verticalScrollBar()->maximum());
    if (only.empty() || only == "wheel") {
        scroll("scroll 100,000 alerts by the wheel, three rows", views,
            [&](int before) { return before + 3 * list.verticalHeader()->defaultSectionSize(); });
    }
    if (only.empty() || only == "pixel") {
        scroll("scroll 100,000 alerts by seven pixels", views, [](int before) { return before + 7; });
    }
    if (only.empty() || only == "page") {
        scroll("scroll 100,000 alerts by pages", views, [&](int before) { return before + list.viewport()->height(); });
    }
    if (only.empty() || only == "jump") {
        scroll("jump within 100,000 alerts", views, [&](int) { return int(engine() % unsigned(far)); });
    }
    return 0;
}
