#include "tests/ui/widgetinputs.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/chartscale.h"
#include "ui/widgets/unittext.h"

#include <QTest>

#include <cmath>

using namespace quarterdeck;
using namespace std::chrono_literals;

/// Words for numbers, axes and ages.
class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void unitsReadAsAPersonWritesThem_data();
    void unitsReadAsAPersonWritesThem();
    void figuresFollowTheLanguage();
    void axesAreNeverDegenerate_data();
    void axesAreNeverDegenerate();
    void ticksStayFew();
    void agesAreShort();
};

void TestFigures::unitsReadAsAPersonWritesThem_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("words");
    QTest::newRow("ratio") << 0.021 << "1"
                           << "2.1 %";
    QTest::newRow("rate") << 1840.0 << "{request}/s"
                          << "1.84 k/s";
    QTest::newRow("milliseconds") << 0.35 << "s"
                                  << "350 ms";
    QTest::newRow("seconds") << 2.8 << "s"
                             << "2.8 s";
    QTest::newRow("minutes") << 600.0 << "s"
                             << "10 min";
    QTest::newRow("bytes") << 1288490189.0 << "By"
                           << "1.2 GiB";
    QTest::newRow("bytes in thousands") << 1258291.2 << "KiBy/s"
                                        << "1.2 GiB/s";
    QTest::newRow("bytes in millions") << 0.5 << "MiBy"
                                       << "512 KiB";
    QTest::newRow("count") << 97.0 << "{connection}"
                           << "97";
    QTest::newRow("nothing") << std::nan("") << "s"
                             << "–";
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << ""
                              << "∞";
    QTest::newRow("zero") << 0.0 << "s"
                          << "0 s";
    QTest::newRow("foreign unit") << 3.0 << "%f%s<b>"
                                  << "3 %f%s<b>";
}

void TestFigures::unitsReadAsAPersonWritesThem()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QTEST(valueText(value, unit).replace(QChar(QChar::Nbsp), u' '), "words");
}

void TestFigures::figuresFollowTheLanguage()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    const QString value = valueText(2.8, QStringLiteral("s"));
    const QString tick = tickText(2.5, 0.5, 3, QString());
    QLocale::setDefault(before);
    QCOMPARE(value, QStringLiteral("2,8") + QChar(QChar::Nbsp) + u's');
    QCOMPARE(tick, QStringLiteral("2,5"));
}

void TestFigures::axesAreNeverDegenerate_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("flat zero") << 0.0 << 0.0;
    QTest::newRow("flat") << 42.0 << 42.0;
    QTest::newRow("tiny") << 0.0 << 1e-300;
    QTest::newRow("huge") << -1e299 << 1e299;
    QTest::newRow("beyond") << -1e308 << 1e308;
    QTest::newRow("nan") << std::nan("") << std::nan("");
    QTest::newRow("infinite") << 0.0 << std::numeric_limits<double>::infinity();
    QTest::newRow("negative") << -5.0 << -2.0;
}

void TestFigures::axesAreNeverDegenerate()
{
    QFETCH(double, low);
    QFETCH(double, high);
    Series series;
    series.samples = {{Start.ms, low}, {Start.ms + 1000, high}};
    const ValueAxis axis = valueAxisFor({series}, {Start, Start + 1min}, std::nullopt);
    QVERIFY(std::isfinite(axis.low) && std::isfinite(axis.high));
    QVERIFY(axis.high > axis.low);
    QVERIFY(axis.step > 0);
    QVERIFY2(axis.ticks().size() >= 2 && axis.ticks().size() <= 8, qPrintable(QString::number(axis.ticks().size())));
}

void TestFigures::ticksStayFew()
{
    for (qint64 seconds = 1; seconds < 400'000'000; seconds = seconds * 3 / 2 + 1) {
        const auto ticks = timeTicks({Start, Start + Millis(seconds * 1000)}, 600);
        QVERIFY2(ticks.size() <= 9, qPrintable(QString::number(seconds)));
    }
    QVERIFY(timeTicks({Start, Start}, 600).empty());
}

void TestFigures::agesAreShort()
{
    QCOMPARE(ageText(4s), QStringLiteral("4 s"));
    QCOMPARE(ageText(-4s), QStringLiteral("0 s"));
    QCOMPARE(ageText(6min), QStringLiteral("6 min"));
    QCOMPARE(ageText(59min + 59s), QStringLiteral("59 min"));
    QCOMPARE(ageText(1h), QStringLiteral("1 h"));
    // Neither "1 h 1" nor "1 h 5", which read like 10 and 50.
    QCOMPARE(ageText(61min), QStringLiteral("1 h 01 min"));
    QCOMPARE(ageText(70min), QStringLiteral("1 h 10 min"));
    QCOMPARE(ageText(24h - 1s), QStringLiteral("23 h 59 min"));
    QCOMPARE(ageText(24h), QStringLiteral("1 d"));
    QCOMPARE(ageText(49h), QStringLiteral("2 d"));
}

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
