#include "tests/support/uistage.h"
#include "tests/ui/widgetinputs.h"
#include "ui/widgets/chartscale.h"
#include "ui/widgets/chartstack.h"
#include "ui/widgets/seriescolour.h"
#include "ui/widgets/timechart.h"
#include "ui/widgets/widgetpicture.h"

using namespace quarterdeck;
using namespace std::chrono_literals;

/// Logarithmic, stacked, stepped and pale lines.
class TestChartStyles : public QObject {
    Q_OBJECT

    Theme m_theme;

    static Series line(std::initializer_list<double> values, qint64 stepMs = 60'000, qint64 from = 0)
    {
        Series series;
        for (const double value : values) {
            series.samples.push_back({Start.ms + from + qint64(series.samples.size()) * stepMs, value});
        }
        return series;
    }

private slots:
    void initTestCase() { setStage(m_theme, Theme::Scheme::Dark); }

    void aLogarithmicAxisHasDecades_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("three decades") << QList<double> {0.5, 20, 300} << 0.1 << 1000.0;
        QTest::newRow("one decade") << QList<double> {2, 3} << 1.0 << 10.0;
        QTest::newRow("nothing above zero") << QList<double> {0, -5} << 1.0 << 10.0;
        QTest::newRow("far") << QList<double> {1e-9, 1e9} << 1e-9 << 1e9;
        QTest::newRow("odd") << QList<double> {5e-324, 1e308, INFINITY, NAN} << 1e-300 << 1e-299;
    }
    void aLogarithmicAxisHasDecades()
    {
        QFETCH(QList<double>, values);
        QFETCH(double, low);
        QFETCH(double, high);
        Series series;
        for (const double value : values) {
            series.samples.push_back({Start.ms + qint64(series.samples.size()), value});
        }
        const ValueAxis axis = valueAxisFor({series}, {Start, Start + 1h}, std::nullopt, true);
        QCOMPARE(axis.low, low);
        QCOMPARE(axis.high, high);
        QVERIFY(axis.ticks().size() >= 2 && axis.ticks().size() <= 8);
        const ChartMap map {QRectF(0, 0, 100, 100), {Start, Start + 1h}, axis};
        QVERIFY(std::abs(map.y(low) - 100) < 0.001 && std::abs(map.y(high)) < 0.001);
        QVERIFY(std::isnan(axis.scaled(0)) && std::isnan(axis.scaled(-1)));
    }

    void anEndInAGreaterUnitHasWholeSteps()
    {
        Series series = line({3, 100});
        series.unit = QStringLiteral("s");
        const ValueAxis axis = valueAxisFor({series}, {Start, Start + 1h}, std::nullopt);
        for (const double tick : axis.ticks()) {
            QVERIFY2(!axis.label(tick).contains(u'.'), qPrintable(axis.label(tick)));
        }
    }

    void aStackAddsUp()
    {
        const auto stacked = chartStack({line({1, 2, 3}), line({10, NAN, 30}), line({5, 5, 5})}, 1);
        QCOMPARE(stacked[0].samples.back().value, 3.0);
        QCOMPARE(stacked[1].samples[0].value, 11.0);
        QCOMPARE(stacked[1].samples[1].value, 2.0);
        QCOMPARE(stacked[1].samples[2].value, 33.0);
        QCOMPARE(stacked[2].samples, line({5, 5, 5}).samples);
        // Asked for a little later, the other line still stands on the first.
        const auto shifted = chartStack({line({1, 1, 1}), line({2, 2, 2}, 60'000, 7'000)});
        QCOMPARE(shifted[1].samples.size(), std::size_t(6));
        QCOMPARE(shifted[1].samples[1].value, 3.0);
        QCOMPARE(shifted[1].samples[0].value, 1.0);
        QVERIFY(chartStack({}).empty());
    }

    void everyStyleDraws()
    {
        for (const int points : {40, 9'000}) {
            for (int bits = 0; bits < 8; ++bits) {
                ChartStyle style;
                style.isStacked = (bits & 1) != 0;
                style.isStepped = (bits & 2) != 0;
                style.isLogarithmic = (bits & 4) != 0;
                style.ghosts = 1;
                style.places = {0, 5, 9};
                TimeChart chart(m_theme);
                chart.setRange({Start, Start + 1h});
                chart.setStyle(style);
                chart.setThreshold(3);
                const qint64 step = 3'600'000 / points;
                chart.setSeries({wave(points, step, {}, 2), wave(points, step, {}, 40), wave(points, step, {}, -3), {}});
                chart.resize(600, 240);
                QVERIFY(colourCount(chart.grab().toImage()) > 8);
                takePicture(chart, QStringLiteral("chartstyle-%1-%2").arg(points).arg(bits));
            }
        }
    }

    void aPictureOfLinesHoldsNoPixels()
    {
        TimeChart chart(m_theme);
        chart.setTitle(QStringLiteral("<script>&"));
        chart.setRange({Start, Start + 1h});
        chart.setSeries({wave(60, 60'000, {}, 2)});
        chart.resize(400, 200);
        const QByteArray svg = widgetSvg(chart, QStringLiteral("</title><script>"));
        QVERIFY(svg.contains("<svg") && !svg.contains("data:image") && !svg.contains("<script"));
        // The screen shows the same afterwards.
        const QImage before = chart.grab().toImage();
        widgetSvg(chart, {});
        QCOMPARE(chart.grab().toImage(), before);
    }

    void aDozenLinesHaveColoursOfTheirOwn()
    {
        for (const Theme::Scheme scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            m_theme.setScheme(scheme);
            QSet<QRgb> seen;
            for (int i = 0; i < 12; ++i) {
                seen.insert(seriesColour(m_theme, ChartStyle().tokens, i).rgb());
            }
            QCOMPARE(seen.size(), 12);
        }
        m_theme.setScheme(Theme::Scheme::Dark);
    }
};

QTEST_MAIN(TestChartStyles)
#include "tst_chartstyles.moc"
