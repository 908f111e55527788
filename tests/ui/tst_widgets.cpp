#include "tests/support/accessibilitywalk.h"
#include "tests/support/uistage.h"

#include "ui/widgets/agetext.h"
#include "ui/widgets/barcolumns.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chartscale.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/freshnesslabel.h"
#include "ui/widgets/histogrambar.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/logtext.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/segmentedrange.h"
#include "ui/widgets/severitymark.h"
#include "ui/widgets/stalestrip.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/timechart.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/unittext.h"
#include "ui/widgets/verbbutton.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QSet>
#include <QVBoxLayout>

#include <cmath>

using namespace quarterdeck;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime Start {1'795'270'800'000}; // 2026-11-21T13:00:00Z... any round time does

Series wave(int points, qint64 stepMs, const QString &unit, double level, double rise = 0)
{
    Series series;
    series.unit = unit;
    for (int i = 0; i < points; ++i) {
        const double bend = rise == 0 ? 0 : rise / (1 + std::exp(-(i - points * 0.85) / (points * 0.015)));
        series.samples.push_back({Start.ms + i * stepMs, level * (1 + 0.06 * std::sin(i / 9.0) + 0.01 * std::sin(i * 7.0)) + bend});
    }
    return series;
}

LogLine logLine(int i, LogLevel level, const QByteArray &words)
{
    LogLine line;
    line.nanos = Start.nanos() + qint64(i) * 137'000'000;
    line.level = level;
    line.text = words;
    return line;
}

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setStage(m_theme, Theme::Scheme::Dark); }

    void unitsReadAsAPersonWritesThem_data();
    void unitsReadAsAPersonWritesThem();
    void figuresFollowTheLanguage();
    void axesAreNeverDegenerate_data();
    void axesAreNeverDegenerate();
    void ticksStayFew();
    void agesAreShort();
    void labelsShowMarkupAsText();
    void labelsFollowTheTheme();
    void labelsKeepTheirPadding();
    void everySeverityHasItsOwnShape();
    void onlyLiveIsGreen();
    void filterReportsOnceAndEscapeEmptiesIt();
    void chartDrawsGapsAsGaps();
    void chartSaysWhatItShows();
    void chartSurvivesHostileValues();
    void chartTogglesATable();
    void chartPaintsTenThousandPointsQuickly();
    void histogramChoosesByKeyAndMouse();
    void logViewKeepsTheReadingPosition();
    void logViewHoldsAtMostItsLimit();
    void logViewNeverInterpretsALine();
    void undoRunsOnce();
    void themesReachTheirContrast_data();
    void themesReachTheirContrast();
    void pictures_data();
    void pictures();

private:
    Theme m_theme;
};

void TestWidgets::unitsReadAsAPersonWritesThem_data()
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

void TestWidgets::unitsReadAsAPersonWritesThem()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QTEST(valueText(value, unit).replace(QChar(QChar::Nbsp), u' '), "words");
}

void TestWidgets::figuresFollowTheLanguage()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    const QString value = valueText(2.8, QStringLiteral("s"));
    const QString tick = tickText(2.5, 0.5, 3, QString());
    QLocale::setDefault(before);
    QCOMPARE(value, QStringLiteral("2,8") + QChar(QChar::Nbsp) + u's');
    QCOMPARE(tick, QStringLiteral("2,5"));
}

void TestWidgets::axesAreNeverDegenerate_data()
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

void TestWidgets::axesAreNeverDegenerate()
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

void TestWidgets::ticksStayFew()
{
    for (qint64 seconds = 1; seconds < 400'000'000; seconds = seconds * 3 / 2 + 1) {
        const auto ticks = timeTicks({Start, Start + Millis(seconds * 1000)}, 600);
        QVERIFY2(ticks.size() <= 9, qPrintable(QString::number(seconds)));
    }
    QVERIFY(timeTicks({Start, Start}, 600).empty());
}

void TestWidgets::agesAreShort()
{
    QCOMPARE(ageText(4s), QStringLiteral("4 s"));
    QCOMPARE(ageText(-4s), QStringLiteral("0 s"));
    QCOMPARE(ageText(6min), QStringLiteral("6 min"));
    QCOMPARE(ageText(70min), QStringLiteral("1 h 10"));
    QCOMPARE(ageText(49h), QStringLiteral("2 d"));
}

void TestWidgets::labelsShowMarkupAsText()
{
    PlainLabel label(QStringLiteral("<img src='/dev/zero'>\u202Eevil"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.QLabel::text(), QStringLiteral("<img src='/dev/zero'><U+202E>evil"));
    label.setEliding(true);
    QVERIFY(label.toolTip().contains(QLatin1StringView("&lt;img")));
}

void TestWidgets::labelsFollowTheTheme()
{
    PlainLabel label(QStringLiteral("words"));
    label.setLook(m_theme, TypeFace::Body, Token::Warning);
    for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark, Theme::Scheme::Light}) {
        m_theme.setScheme(scheme);
        label.show();
        QCoreApplication::processEvents();
        QCOMPARE(label.palette().color(QPalette::WindowText), m_theme.color(Token::Warning));
        label.hide();
    }
    m_theme.setScheme(Theme::Scheme::Dark);
}

void TestWidgets::labelsKeepTheirPadding()
{
    PlainLabel label(QStringLiteral("Space tick"));
    label.setLook(m_theme, TypeFace::Caption);
    label.setPadding({18, 6, 12, 8});
    QVERIFY(showAndWait(label, {200, 40}));
    setStage(m_theme, Theme::Scheme::Light);
    QCOMPARE(label.contentsMargins(), QMargins(18, 6, 12, 8));
    setStage(m_theme, Theme::Scheme::Dark);
    QCOMPARE(label.contentsMargins(), QMargins(18, 6, 12, 8));
}

void TestWidgets::everySeverityHasItsOwnShape()
{
    QList<QImage> shapes;
    for (const auto severity : {Severity::Critical, Severity::Error, Severity::Warning, Severity::Info, Severity::Unknown}) {
        QImage image(12, 12, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintSeverityShape(painter, image.rect(), severity, m_theme);
        painter.end();
        // Shape alone must tell them apart: compare coverage, not colour.
        const QImage mask = image.convertToFormat(QImage::Format_Alpha8);
        for (const QImage &other : shapes) {
            QVERIFY(mask != other);
        }
        shapes += mask;
    }
}

void TestWidgets::onlyLiveIsGreen()
{
    for (int i = 0; i <= int(Freshness::NeverSeen); ++i) {
        QCOMPARE(freshnessToken(Freshness(i)) == Token::Ok, Freshness(i) == Freshness::Live);
    }
    SourceStatus status;
    status.id = QStringLiteral("am-eu");
    status.freshness = Freshness::NeedsSignIn;
    status.lastOkAt = Start;
    QCOMPARE(freshnessSentence(status, QStringLiteral("14:31")), QStringLiteral("stale since 14:31 – needs sign-in"));
    status.lastOkAt = {};
    QCOMPARE(freshnessSentence(status, QStringLiteral("14:31")), QStringLiteral("needs sign-in, no data yet"));
}

void TestWidgets::filterReportsOnceAndEscapeEmptiesIt()
{
    FilterEdit edit(m_theme, QStringLiteral("Filter"));
    QSignalSpy changed(&edit, &FilterEdit::filterChanged);
    QSignalSpy left(&edit, &FilterEdit::left);
    QTest::keyClicks(&edit, QStringLiteral("is:open"));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), QStringLiteral("is:open"));
    QTest::keyClick(&edit, Qt::Key_Escape);
    QCOMPARE(edit.text(), QString());
    QCOMPARE(changed.last().first().toString(), QString());
    QCOMPARE(left.size(), 0);
    QTest::keyClick(&edit, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestWidgets::chartDrawsGapsAsGaps()
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

void TestWidgets::chartSaysWhatItShows()
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

void TestWidgets::chartSurvivesHostileValues()
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

void TestWidgets::chartTogglesATable()
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

void TestWidgets::chartPaintsTenThousandPointsQuickly()
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

void TestWidgets::histogramChoosesByKeyAndMouse()
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

void TestWidgets::logViewKeepsTheReadingPosition()
{
    LogView view(m_theme);
    QVERIFY(showAndWait(view, {600, 300}));
    std::vector<LogLine> lines;
    for (int i = 0; i < 1000; ++i) {
        lines.push_back(logLine(i, LogLevel::Info, QByteArray::number(i)));
    }
    view.setLines(lines);
    QVERIFY(view.isFollowing());
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    view.verticalScrollBar()->setValue(400);
    QVERIFY(!view.isFollowing());
    view.append({logLine(1001, LogLevel::Error, "new")});
    QCOMPARE(view.verticalScrollBar()->value(), 400);
    view.setFollowing(true);
    view.append({logLine(1002, LogLevel::Error, "newer")});
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QVERIFY(view.findNext(false) || view.currentLine() == -1);
}

void TestWidgets::logViewHoldsAtMostItsLimit()
{
    LogView view(m_theme);
    view.resize(600, 300);
    std::vector<LogLine> lines(std::size_t(LogView::MaxLines), logLine(0, LogLevel::Info, "old"));
    view.setLines(lines);
    view.setFollowing(false);
    view.verticalScrollBar()->setValue(5000);
    view.append({logLine(1, LogLevel::Info, "new"), logLine(2, LogLevel::Info, "newest")});
    QCOMPARE(view.lineCount(), LogView::MaxLines);
    QCOMPARE(view.verticalScrollBar()->value(), 4998);
    QCOMPARE(view.line(LogView::MaxLines - 1).text, QByteArray("newest"));
}

void TestWidgets::logViewNeverInterpretsALine()
{
    LogLine line = logLine(0, LogLevel::Error, "\x1b[31mred\x1b[0m <img src='/dev/zero'>\nnext \xff");
    QCOMPARE(logText(line), QStringLiteral("red <img src='/dev/zero'>⏎next \uFFFD"));
    line.text = QByteArray(2'000'000, 'x');
    QVERIFY(logText(line).size() <= 4098);
    QVERIFY(logText(line).endsWith(QChar(0x2026)));
}

void TestWidgets::undoRunsOnce()
{
    QWidget window;
    window.resize(600, 400);
    Toast toast(m_theme, &window);
    int undone = 0;
    toast.showSentence(QStringLiteral("Acknowledged 3 alerts."), [&undone] { ++undone; });
    QVERIFY(toast.undoNow());
    QVERIFY(!toast.undoNow());
    QCOMPARE(undone, 1);
    toast.showSentence(QStringLiteral("Copied."));
    QVERIFY(!toast.undoNow());
}

void TestWidgets::themesReachTheirContrast_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << int(Theme::Scheme::Light);
    QTest::newRow("dark") << int(Theme::Scheme::Dark);
    QTest::newRow("high contrast") << int(Theme::Scheme::HighContrastDark);
}

void TestWidgets::themesReachTheirContrast()
{
    QFETCH(int, scheme);
    Theme theme;
    theme.setScheme(Theme::Scheme(scheme));
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const auto contrast = [&](Token ink, Token ground) {
        const double a = luminance(theme.color(ink));
        const double b = luminance(theme.color(ground));
        return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
    };
    for (const Token ground : {Token::Window, Token::Surface, Token::Raised, Token::Selection}) {
        for (const Token ink : {Token::Text, Token::Muted, Token::Accent, Token::Critical, Token::Error, Token::Warning, Token::Info, Token::Ok}) {
            const double reached = contrast(ink, ground);
            QVERIFY2(reached >= 4.5, qPrintable(QStringLiteral("token %1 on %2: %3").arg(int(ink)).arg(int(ground)).arg(reached)));
        }
        QVERIFY(contrast(Token::Stale, ground) >= 3.0);
    }
    QVERIFY(contrast(Token::OnAccent, Token::Accent) >= 4.5);
}

void TestWidgets::pictures_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("dark") << int(Theme::Scheme::Dark);
    QTest::newRow("light") << int(Theme::Scheme::Light);
}

void TestWidgets::pictures()
{
    QFETCH(int, scheme);
    m_theme.setScheme(Theme::Scheme(scheme));
    QWidget sheet;
    auto *column = new QVBoxLayout(&sheet);
    auto *top = new QHBoxLayout;
    top->addWidget(new SegmentedRange(m_theme));
    top->addWidget(new VerbButton(m_theme, QStringLiteral("Acknowledge"), QStringLiteral("a"), VerbButton::Rank::Primary));
    top->addWidget(new VerbButton(m_theme, QStringLiteral("Silence"), QStringLiteral("m")));
    auto *chip = new Chip(m_theme, QStringLiteral("orders-db"));
    chip->setMark(Chip::Mark::Severity, Severity::Warning);
    top->addWidget(chip);
    auto *mark = new SeverityMark(m_theme);
    mark->setSeverity(Severity::Critical);
    top->addWidget(mark);
    top->addStretch();
    column->addLayout(top);
    column->addWidget(new FilterEdit(m_theme, QStringLiteral("is:open team:payments")));
    auto *strip = new StaleStrip(m_theme);
    strip->setSentence(QStringLiteral("am-eu: stale since 14:31 – needs sign-in"), QStringLiteral("Sign in"));
    column->addWidget(strip);
    auto *tiles = new QHBoxLayout;
    auto *tile = new StatTile(m_theme);
    tile->set(QStringLiteral("Interruptions"), QStringLiteral("61"), QStringLiteral("22 business · 25 off · 14 sleep"), Token::Critical, true);
    tiles->addWidget(tile);
    auto *second = new StatTile(m_theme);
    second->set(QStringLiteral("Per 12-hour shift"), QStringLiteral("2.3"), QStringLiteral("limit 2.0 · broken in 5 of 14 shifts"), Token::Critical);
    tiles->addWidget(second);
    column->addLayout(tiles);
    auto *charts = new QHBoxLayout;
    auto *requests = new TimeChart(m_theme);
    requests->setTitle(QStringLiteral("Requests"));
    requests->setSeries({wave(240, 15'000, QStringLiteral("{request}/s"), 1900)});
    auto *errors = new TimeChart(m_theme);
    errors->setTitle(QStringLiteral("Errors"));
    errors->setSeries({wave(240, 15'000, QStringLiteral("1"), 0.0005, 0.021)});
    errors->setSeriesTokens({Token::Critical});
    errors->setThreshold(0.001);
    for (TimeChart *chart : {requests, errors}) {
        chart->setRange({Start, Start + 1h});
        chart->setOnset(Start + 50min);
        chart->setMarkers({{Start + 44min, QStringLiteral("Deploy")}});
        charts->addWidget(chart);
    }
    column->addLayout(charts, 2);
    auto *bars = new BarColumns(m_theme);
    bars->setTitle(QStringLiteral("Interruptions a week"));
    bars->setData({QStringLiteral("w1"), QStringLiteral("w2"), QStringLiteral("w3")},
        {{QStringLiteral("business"), Token::Hairline, {5, 7, 8}}, {QStringLiteral("off hours"), Token::Warning, {3, 2, 6}},
            {QStringLiteral("sleep"), Token::Critical, {1, 0, 4}}});
    bars->setLimit(14, QStringLiteral("limit of the team: 14 a week"));
    bars->setEndLabels(QStringLiteral("June"), QStringLiteral("now"));
    column->addWidget(bars, 1);
    auto *histogram = new HistogramBar(m_theme);
    LogHistogram counts;
    counts.start = Start;
    for (int i = 0; i < 60; ++i) {
        counts.buckets.push_back({i > 50 ? i - 45 : 0, 1, 12 + i % 5, 2, 0});
    }
    histogram->setHistogram(counts);
    column->addWidget(histogram);
    auto *logs = new LogView(m_theme);
    logs->setLines({logLine(0, LogLevel::Error, "pool: timed out waiting for connection (5000 ms) waiters=84"),
        logLine(1, LogLevel::Warning, "retry 3/3 orders-db:5432 giving up"), logLine(2, LogLevel::Info, "GET /cart 200 in 41 ms")});
    column->addWidget(logs, 1);
    QVERIFY(showAndWait(sheet, {1100, 900}));
    const QImage image = sheet.grab().toImage();
    QVERIFY(colourCount(image) > 20);
    takePicture(sheet, QStringLiteral("widgets-%1").arg(QLatin1StringView(QTest::currentDataTag())));
    QCOMPARE(namelessWidgets(sheet), QStringList());
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
