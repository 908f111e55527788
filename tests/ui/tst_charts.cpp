#include "app/domain/uncounted.h"
#include "tests/support/uistage.h"
#include "tests/ui/widgetinputs.h"
#include "ui/widgets/chartheader.h"
#include "ui/widgets/histogrambar.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/timechart.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QPushButton>

#include <cmath>

using namespace quarterdeck;
using namespace std::chrono_literals;

class TestCharts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setStage(m_theme, Theme::Scheme::Dark); }

    void chartDrawsGapsAsGaps();
    void chartSaysWhatItShows();
    void chartSurvivesHostileValues();
    void chartTogglesATable();
    void chartPaintsTenThousandPointsQuickly();
    void histogramChoosesByKeyAndMouse();
    void whatWasNotCountedIsHatched();
    void whatWasNotReadHasNoBars();
    void theRingOfTheFocusLeavesTheTitleAlone();
    void theNewestValueStaysInANarrowHeader();

private:
    Theme m_theme;
};

void TestCharts::theNewestValueStaysInANarrowHeader()
{
    Series series;
    series.unit = QStringLiteral("s");
    series.samples.push_back({Start.ms, 3.2});
    ChartHeader header;
    header.tokens = {Token::Series1};
    header.threshold = 0.8;
    const QFontMetricsF metrics(m_theme.font(TypeFace::Body));
    const auto words = [&](qreal room) { return chartHeaderWords(header, {series}, m_theme, metrics, room); };
    const QStringList all = words(1000);
    QCOMPARE(all.size(), 2);
    QVERIFY2(all.first().startsWith(QStringLiteral("now ")), qPrintable(all.first()));
    const qreal value = metrics.horizontalAdvance(all.first());
    QCOMPARE(words(value + 20), QStringList {all.first()});
    QCOMPARE(words(5), QStringList {all.first()});
    // Why it is old stays beside it.
    header.stale = QStringLiteral("as of 23:11");
    QCOMPARE(words(value).size(), 2);
    QCOMPARE(words(value).first(), header.stale);
}

void TestCharts::chartDrawsGapsAsGaps()
{
    // The middle third is NaN: no pixel of the line may be there, in the sparse and in the dense drawing.
    for (const int points : {120, 12'000}) {
        Series series;
        const qint64 step = 3'600'000 / points;
        for (int i = 0; i < points; ++i) {
            const bool isGap = i > points / 3 && i < points * 2 / 3;
            series.samples.push_back({Start.ms + i * step, isGap ? std::nan("") : 5.0});
        }
        TimeChart chart(m_theme);
        chart.setRange({Start, Start + 1h});
        chart.setSeries({series});
        chart.resize(600, 200);
        const QImage image = chart.grab().toImage();
        const QRgb line = m_theme.color(Token::Series1).rgb();
        const auto hits = [&](int from, int to) {
            int count = 0;
            for (int x = from; x < to; ++x) {
                for (int y = 30; y < 170; ++y) {
                    count += std::abs(qRed(image.pixel(x, y)) - qRed(line)) + std::abs(qBlue(image.pixel(x, y)) - qBlue(line)) < 90 ? 1 : 0;
                }
            }
            return count;
        };
        QVERIFY2(hits(60, 180) > 60, qPrintable(QString::number(points)));
        QCOMPARE(hits(270, 380), 0);
        QVERIFY(hits(460, 580) > 60);
    }
}

void TestCharts::chartSaysWhatItShows()
{
    TimeChart chart(m_theme);
    chart.setTitle(QStringLiteral("CPU"));
    Series series;
    series.unit = QStringLiteral("1");
    series.samples = {{Start.ms, 0.2}, {Start.ms + 15'000, 0.91}, {Start.ms + 30'000, 0.43}};
    chart.setRange({Start, Start + 1h});
    chart.setSeries({series});
    QCOMPARE(chart.summary().replace(QChar(QChar::Nbsp), u' '), QStringLiteral("CPU, max 91 %, now 43 %"));
    QCOMPARE(chart.accessibleName(), chart.summary());
    QVERIFY(chart.toCsv().contains("0.43"));
}

void TestCharts::chartSurvivesHostileValues()
{
    TimeChart chart(m_theme);
    chart.setTitle(QStringLiteral("%f %s <img src='/dev/zero'>"));
    Series series;
    series.unit = QStringLiteral("%n%s{");
    series.labels = {{QStringLiteral("a"), QStringLiteral("<table><table>")}};
    for (const double value : {1e308, -1e308, std::nan(""), std::numeric_limits<double>::infinity(), 5e-324, 0.0, -0.0}) {
        series.samples.push_back({Start.ms + qint64(series.samples.size()) * 1000, value});
    }
    Series past;
    past.samples = {{std::numeric_limits<qint64>::min() / 2, 1}, {std::numeric_limits<qint64>::max() / 2, 2}};
    chart.setRange({Start, Start + 10s});
    chart.setSeries({series, past});
    chart.setThreshold(std::nan(""));
    chart.setMarkers({{Start + 3s, QStringLiteral("<b>deploy</b>")}});
    chart.resize(400, 160);
    QVERIFY(colourCount(chart.grab().toImage()) > 3);
    chart.resize(20, 10);
    chart.grab();
    chart.setSeries({});
    chart.resize(400, 160);
    chart.grab();
}

void TestCharts::chartTogglesATable()
{
    TimeChart chart(m_theme);
    chart.setObjectName(QStringLiteral("chart"));
    chart.setRange({Start, Start + 1h});
    chart.setSeries({wave(200, 15'000, QStringLiteral("s"), 0.3)});
    QVERIFY(showAndWait(chart, {600, 260}));
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_T);
    QVERIFY(chart.isTableShown());
    auto *table = chart.findChild<QWidget *>(QStringLiteral("chartTable"));
    QVERIFY(table != nullptr);
    QVERIFY(!table->accessibleName().isEmpty());
    QTest::keyClick(table, Qt::Key_T);
    QVERIFY(!chart.isTableShown());
}

void TestCharts::chartPaintsTenThousandPointsQuickly()
{
    TimeChart chart(m_theme);
    chart.setRange({Start, Start + 10'000s});
    chart.setSeries({wave(10'000, 1000, QStringLiteral("s"), 0.3)});
    chart.resize(1200, 300);
    QImage target(chart.size(), QImage::Format_ARGB32_Premultiplied);
    chart.render(&target);
    QElapsedTimer timer;
    timer.start();
    constexpr int Frames = 50;
    for (int i = 0; i < Frames; ++i) {
        chart.render(&target);
    }
    const double ms = double(timer.nsecsElapsed()) / 1e6 / Frames;
    qInfo("10,000 points, 1200 x 300: %.2f ms a frame in this build", ms);
    // Sanitizers cost about tenfold; what this must catch is drawing every point.
    QVERIFY2(ms < 40, qPrintable(QString::number(ms)));
}

void TestCharts::histogramChoosesByKeyAndMouse()
{
    HistogramBar bar(m_theme);
    LogHistogram histogram;
    histogram.start = Start;
    histogram.step = 60s;
    histogram.buckets.resize(10, {1, 2, 30, 4, 0});
    bar.setHistogram(histogram);
    bar.resize(500, 48);
    QSignalSpy selected(&bar, &HistogramBar::rangeSelected);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(125, 20));
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().first().value<TimeRange>(), (TimeRange {Start + 120s, Start + 180s}));
    QTest::keyClick(&bar, Qt::Key_Right);
    QTest::keyClick(&bar, Qt::Key_Return);
    QCOMPARE(selected.last().first().value<TimeRange>(), (TimeRange {Start + 180s, Start + 240s}));
    QVERIFY(bar.accessibleName().contains(QStringLiteral("370")));
}

void TestCharts::whatWasNotCountedIsHatched()
{
    HistogramBar bar(m_theme);
    LogHistogram histogram;
    histogram.start = Start;
    histogram.step = 60s;
    histogram.buckets.resize(10);
    histogram.complete = {Start, Start + 600s};
    const auto length = [&bar, &histogram] {
        bar.setHistogram(histogram);
        return uncounted(histogram).length();
    };
    QCOMPARE(length(), Millis(0));
    histogram.isSampled = true;
    histogram.complete.from = Start + 240s;
    QCOMPARE(length(), Millis(240'000));
    QCOMPARE(uncounted(histogram).from, Start);
    histogram.complete = {};
    QCOMPARE(length(), Millis(600'000));
    histogram.complete = {Start, Start + 420s};
    QCOMPARE(length(), Millis(180'000));
    bar.resize(500, 48);
    const auto picture = [&bar] { return bar.grab().toImage(); };
    const QImage hatched = picture();
    histogram.isSampled = false;
    bar.setHistogram(histogram);
    QVERIFY(picture() != hatched);
}

void TestCharts::theRingOfTheFocusLeavesTheTitleAlone()
{
    QWidget window;
    QPushButton other(&window);
    TimeChart chart(m_theme, &window);
    chart.setGeometry(10, 40, 400, 200);
    chart.setTitle(QStringLiteral("Requests"));
    other.setFocus();
    QVERIFY(showAndWait(window, {420, 260}));
    window.activateWindow();
    QTRY_VERIFY(other.hasFocus());
    const int head = QFontMetrics(m_theme.font(TypeFace::Body)).height() + 4;
    const QImage before = chart.grab().toImage();
    chart.setFocus();
    QTRY_VERIFY(chart.hasFocus());
    const QImage after = chart.grab().toImage();
    QVERIFY(before != after);
    QCOMPARE(before.copy(0, 0, 400, head), after.copy(0, 0, 400, head));
}

// What was not read must not look as if there had been few lines.
void TestCharts::whatWasNotReadHasNoBars()
{
    HistogramBar bar(m_theme);
    bar.resize(500, 48);
    LogHistogram histogram;
    histogram.start = Start;
    histogram.step = 60s;
    histogram.buckets.resize(10, {9, 0, 30, 0, 0});
    histogram.isSampled = true;
    histogram.complete = {Start + 240s, Start + 600s};
    bar.setHistogram(histogram);
    const auto reds = [&bar, this](int from, int to) {
        const QImage image = bar.grab().toImage();
        int count = 0;
        for (int x = from; x < to; ++x) {
            for (int y = 0; y < image.height(); ++y) {
                count += image.pixelColor(x, y) == m_theme.color(Token::Critical) ? 1 : 0;
            }
        }
        return count;
    };
    QCOMPARE(reds(0, 200), 0);
    QVERIFY(reds(200, 500) > 0);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&bar);
    QCOMPARE(face->childCount(), 10);
    const auto told = [face](int bucket) { return face->child(bucket)->text(QAccessible::Name); };
    QVERIFY2(told(9).contains(QStringLiteral("39 line")), qPrintable(told(9)));
    QVERIFY2(told(0).endsWith(QStringLiteral("not read")), qPrintable(told(0)));
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
