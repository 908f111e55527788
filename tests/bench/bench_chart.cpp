// One frame of a chart, 1200 x 300: TimeChart against QLineSeries, and twenty charts redrawn.
#include "tests/bench/report.h"
#include "ui/theme/theme.h"
#include "ui/widgets/timechart.h"

#include <QApplication>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <cmath>
#include <random>

using namespace quarterdeck;

namespace {

constexpr qint64 Start = 1'795'000'000'000;

Series walk(int points)
{
    std::mt19937 engine(5);
    std::normal_distribution<double> step(0, 1);
    Series series;
    double value = 50;
    for (int i = 0; i < points; ++i) {
        value += step(engine);
        series.samples.push_back({Start + qint64(i) * 1000, i % 997 == 0 ? value + 40 : value});
    }
    return series;
}

void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

void oneChart(const Theme &theme, int points, double goalMs)
{
    const Series series = walk(points);
    TimeChart chart(theme);
    chart.resize(1200, 300);
    chart.setRange({{Start}, {Start + qint64(points) * 1000}});
    chart.setSeries({series});
    chart.show();
    settle();
    chart.repaint();
    QChartView view;
    auto *line = new QLineSeries;
    QList<QPointF> list;
    for (const Sample &sample : series.samples) {
        list.append({double(sample.ms), sample.value});
    }
    line->replace(list);
    view.chart()->addSeries(line);
    view.chart()->createDefaultAxes();
    view.resize(1200, 300);
    view.show();
    settle();
    const int runs = points > 100'000 ? 5 : 15;
    const double painted = bench::medianMs(runs, [&] { chart.repaint(); });
    const auto [ours, peer] = bench::pairedMs(
        runs,
        [&] {
            chart.setSeries({series});
            settle();
            chart.repaint();
        },
        [&] {
            line->replace(list);
            settle();
            view.viewport()->repaint();
        });
    const QByteArray title = QByteArrayLiteral("chart of ") + QByteArray::number(points) + " points: new data to painted";
    bench::row(title.constData(), ours, "QLineSeries replace", peer, points > 1000 ? 0.5 : 1.0);
    bench::absolute("  a frame of it", painted, goalMs, "ms");
}

void twentyCharts(const Theme &theme)
{
    const Series series = walk(10'000);
    std::vector<std::unique_ptr<TimeChart>> charts;
    for (int i = 0; i < 20; ++i) {
        charts.push_back(std::make_unique<TimeChart>(theme));
        charts.back()->resize(460, 280);
        charts.back()->setRange({{Start}, {Start + 10'000'000}});
        charts.back()->setSeries({series});
        charts.back()->show();
    }
    settle();
    bench::absolute("twenty charts of 10,000 points, all redrawn",
        bench::medianMs(9,
            [&] {
                for (const auto &chart : charts) {
                    chart->repaint();
                }
            }),
        10, "ms");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme;
    theme.apply(app);
    oneChart(theme, 1000, 1.0);
    oneChart(theme, 10'000, 1.0);
    oneChart(theme, 100'000, 2.0);
    oneChart(theme, 1'000'000, 6.0);
    twentyCharts(theme);
    return 0;
}
