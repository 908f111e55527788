#include "tests/support/accessibilitywalk.h"
#include "tests/support/hover.h"
#include "tests/support/uistage.h"
#include "tests/ui/widgetinputs.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/barcolumns.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/freshnesslabel.h"
#include "ui/widgets/histogrambar.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sectionhead.h"
#include "ui/widgets/segmentedrange.h"
#include "ui/widgets/severitymark.h"
#include "ui/widgets/stalestrip.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/timechart.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/verbbutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

using namespace quarterdeck;
using namespace std::chrono_literals;

class TestWidgets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setStage(m_theme, Theme::Scheme::Dark); }

    void labelsShowMarkupAsText();
    void labelsElideWhereAsked();
    void labelsFollowTheTheme();
    void labelsKeepTheirPadding();
    void aStripSaysItsSentenceWhole();
    void everySeverityHasItsOwnShape();
    void onlyLiveIsGreen();
    void filterReportsOnceAndEscapeEmptiesIt();
    void undoRunsOnce();
    void themesReachTheirContrast_data();
    void themesReachTheirContrast();
    void pictures_data();
    void pictures();

private:
    Theme m_theme;
};

void TestWidgets::labelsShowMarkupAsText()
{
    PlainLabel label(QStringLiteral("<img src='/dev/zero'>\u202Eevil"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.QLabel::text(), QStringLiteral("<img src='/dev/zero'><U+202E>evil"));
    label.setEliding(true);
    QVERIFY(showAndWait(label, {60, 20}));
    QVERIFY(hoverText(label).contains(QLatin1StringView("&lt;img")));
}

void TestWidgets::labelsElideWhereAsked()
{
    // The right end is seen of what is elided in the middle, and the left end as well: both pictures differ from each other there.
    const auto picture = [this](const QString &text, Qt::TextElideMode mode) {
        PlainLabel label(text);
        label.setLook(m_theme, TypeFace::Body);
        label.setEliding(true, mode);
        label.resize(160, 20);
        return label.grab().toImage();
    };
    const QString filler(200, u'm');
    QVERIFY(picture(filler + u'A', Qt::ElideMiddle) != picture(filler + u'B', Qt::ElideMiddle));
    QVERIFY(picture(u'A' + filler, Qt::ElideMiddle) != picture(u'B' + filler, Qt::ElideMiddle));
    QVERIFY(picture(filler + u'A', Qt::ElideRight) == picture(filler + u'B', Qt::ElideRight));
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
    PlainLabel label(QStringLiteral("Space check off"));
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
        for (const Token ink : {Token::Text, Token::Muted, Token::Faint, Token::Stale, Token::Accent, Token::Critical, Token::Error, Token::Warning,
                 Token::Info, Token::Ok}) {
            const double reached = contrast(ink, ground);
            QVERIFY2(reached >= 4.5, qPrintable(QStringLiteral("token %1 on %2: %3").arg(int(ink)).arg(int(ground)).arg(reached)));
        }
    }
    for (const Token ground : {Token::Window, Token::Surface, Token::Raised}) {
        const double reached = contrast(Token::Border, ground);
        QVERIFY2(reached >= 3.0, qPrintable(QStringLiteral("border on %1: %2").arg(int(ground)).arg(reached)));
    }
    QVERIFY(contrast(Token::OnAccent, Token::Accent) >= 4.5);
}

void TestWidgets::pictures_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("dark") << int(Theme::Scheme::Dark);
    QTest::newRow("light") << int(Theme::Scheme::Light);
}

// It tells what keeps the picture from being whole.
void TestWidgets::aStripSaysItsSentenceWhole()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *strip = new StaleStrip(m_theme);
    column->addWidget(strip);
    column->addWidget(new QWidget, 1);
    QVERIFY(showAndWait(window, {500, 400}));
    strip->setSentence(QStringLiteral("am-eu: stale"));
    QTRY_VERIFY(strip->height() > 0);
    const int oneLine = strip->height();
    const QString sentence = QStringLiteral("10,000 incidents without a responder: each counts separately, none in a shift. ").repeated(3);
    strip->setSentence(sentence);
    const auto *label = strip->findChild<QLabel *>(QStringLiteral("staleSentence"));
    QTRY_VERIFY(strip->height() >= 3 * oneLine / 2);
    QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    QCOMPARE(label->text(), sentence);
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
    tile->set(QStringLiteral("Interruptions"), QStringLiteral("61"), QStringLiteral("22 business · 25 off-hours · 14 sleep"), Token::Critical, true);
    tiles->addWidget(tile);
    auto *second = new StatTile(m_theme);
    second->set(
        QStringLiteral("Peak per 12-hour shift"), QStringLiteral("2.3"), QStringLiteral("limit 2.0 · broken in 5 of 14 shifts"), Token::Critical);
    tiles->addWidget(second);
    column->addLayout(tiles);
    auto *charts = new QHBoxLayout;
    auto *requests = new TimeChart(m_theme);
    requests->setTitle(QStringLiteral("Requests"));
    requests->setSeries({wave(240, 15'000, QStringLiteral("{request}/s"), 1900)});
    auto *errors = new TimeChart(m_theme);
    errors->setTitle(QStringLiteral("Errors"));
    errors->setSeries({wave(240, 15'000, QStringLiteral("1"), 0.0005, 0.021)});
    ChartStyle red;
    red.tokens = {Token::Critical};
    errors->setStyle(red);
    errors->setThreshold(0.001);
    for (TimeChart *chart : {requests, errors}) {
        chart->setRange({Start, Start + 1h});
        chart->setOnset(Start + 50min);
        chart->setMarkers({{Start + 44min, QStringLiteral("Deploy")}});
        charts->addWidget(chart);
    }
    column->addLayout(charts, 2);
    auto *bars = new BarColumns(m_theme);
    bars->setTitle(QStringLiteral("Interruptions per week"));
    bars->setData({QStringLiteral("w1"), QStringLiteral("w2"), QStringLiteral("w3")},
        {{QStringLiteral("business"), Token::Border, {5, 7, 8}}, {QStringLiteral("off hours"), Token::Warning, {3, 2, 6}},
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
