#include "tests/support/accessibilitywalk.h"
#include "tests/support/uistage.h"
#include "tests/ui/shellbench.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/session.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace quarterdeck;
using namespace std::chrono_literals;

namespace {

SourceStatus statusOf(const QString &id, Freshness freshness, UtcTime okAt)
{
    SourceStatus status;
    status.id = id;
    status.kind = QStringLiteral("alertmanager");
    status.freshness = freshness;
    status.lastOkAt = okAt;
    status.since = okAt;
    return status;
}

} // namespace

class TestShell : public ShellBench {
    Q_OBJECT

private slots:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    void pagesAreMadeWhenTheyAreVisited();
    void statusLineTellsTheTruth();
    void outboxNeedsAttention();
    void sessionComesBackAndDamageDoesNot();
    void fuzzyPrefersWordStarts();
    void pictures_data();
    void pictures();
};

void TestShell::pagesAreMadeWhenTheyAreVisited()
{
    QCOMPARE(m_pages.keys(), QStringList {QStringLiteral("inbox")});
    m_window->go({QStringLiteral("services"), QStringLiteral("checkout"), {}});
    QCOMPARE(m_pages.size(), 2);
    QCOMPARE(page(QStringLiteral("services"))->shown.last().object, QStringLiteral("checkout"));
    QCOMPARE(m_window->currentPageId(), QStringLiteral("services"));
    m_window->go({QStringLiteral("nowhere"), {}, {}});
    QCOMPARE(m_window->currentPageId(), QStringLiteral("services"));
}

void TestShell::statusLineTellsTheTruth()
{
    const UtcTime now = m_fakes->clock.now();
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("prom-eu"), Freshness::Live, now - 4s));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("pager"), Freshness::NeedsSignIn, now - 11min));
    auto *first = m_window->findChild<QWidget *>(QStringLiteral("source0"));
    auto *second = m_window->findChild<QWidget *>(QStringLiteral("source1"));
    QCOMPARE(first->accessibleName(), QStringLiteral("Source prom-eu: up to date"));
    QVERIFY(second->accessibleName().contains(QLatin1StringView("needs sign-in")));
    auto *live = m_window->findChild<QToolButton *>(QStringLiteral("liveSwitch"));
    QVERIFY(live->accessibleName().contains(QLatin1StringView("1 of 2")));
    QCOMPARE(live->text(), QStringLiteral("1 of 2 up to date"));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("prom-eu"), Freshness::Unreachable, now - 4s));
    // A login page is an answer.
    const auto *clock = m_window->findChild<QToolButton *>(QStringLiteral("clock"));
    QVERIFY2(clock->width() >= clock->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00 UTC")), QByteArray::number(clock->width()));
    QCOMPARE(live->text(), QStringLiteral("0 of 2 up to date"));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("pager"), Freshness::Unreachable, now - 11min));
    QCOMPARE(live->text(), QStringLiteral("Offline"));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("prom-eu"), Freshness::Live, now - 4s));
    // A source of metrics alone tells of no alerts.
    auto *rest = m_window->findChild<QLabel *>(QStringLiteral("statusRest"));
    QTRY_COMPARE_WITH_TIMEOUT(rest->text(), QStringLiteral("No alert source is connected."), 3000);
    SourceStatus telling = statusOf(QStringLiteral("pager"), Freshness::Unreachable, now - 11min);
    telling.faces = Face::Alerts;
    emit m_fakes->sources.statusChanged(telling);
    QTRY_COMPARE_WITH_TIMEOUT(rest->text(), QString(), 3000);
    m_fakes->clock.advance(60s);
    QTRY_COMPARE_WITH_TIMEOUT(first->accessibleName(), QStringLiteral("Source prom-eu: up to date, 1 min ago"), 3000);
}

void TestShell::outboxNeedsAttention()
{
    auto *button = m_window->findChild<QToolButton *>(QStringLiteral("outboxButton"));
    QCOMPARE(button->text(), QStringLiteral("Outbox: empty"));
    OutboxEntry entry;
    entry.action.id = QUuid::createUuid();
    entry.action.alertTitle = QStringLiteral("<b>CheckoutLatencyHigh</b>");
    entry.state = OutboxState::Conflict;
    const UtcTime again = *parseRfc3339(u"2026-11-21T14:02:00Z");
    entry.reason = Reason {ReasonCode::FiresAgain}.with(reasonpart::Since, again);
    m_fakes->outbox.entryList = {entry};
    ChangeSet changes;
    changes.outbox = true;
    m_fakes->reader.announce(changes);
    QTRY_VERIFY(button->text().contains(QLatin1StringView("1 conflict")));
    button->click();
    auto *sheet = m_window->findChild<QWidget *>(QStringLiteral("outboxSheet"));
    QTRY_VERIFY(sheet->isVisible());
    const auto labels = sheet->findChildren<QLabel *>();
    const QString told = QStringLiteral("fired again at ") + m_fakes->time.exactText(again);
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&told](const QLabel *label) { return label->text().contains(told); }));
    auto *verb = sheet->findChild<QPushButton *>(QStringLiteral("outboxVerb"));
    QVERIFY(verb != nullptr);
    takePicture(*m_window, QStringLiteral("shell-outbox"));
    verb->click();
    QTRY_COMPARE(m_fakes->outbox.resent.size(), std::size_t(1));
}

void TestShell::sessionComesBackAndDamageDoesNot()
{
    m_window->go({QStringLiteral("services"), QStringLiteral("checkout"), {}});
    m_fakes->time.setSpan(6h);
    QByteArray saved = m_window->saveSession();
    m_window->go({QStringLiteral("rules"), {}, {}});
    m_fakes->time.setSpan(1h);
    m_window->restoreSession(saved);
    QCOMPARE(m_window->currentPageId(), QStringLiteral("services"));
    QCOMPARE(m_fakes->time.span(), Millis(6h));
    for (qsizetype i = 0; i < saved.size(); i += 7) {
        QByteArray damaged = saved;
        damaged[i] = char(damaged.at(i) ^ 0x5a);
        QVERIFY(Session::load(damaged).page.isEmpty());
    }
    QVERIFY(Session::load("short").page.isEmpty());
}

void TestShell::fuzzyPrefersWordStarts()
{
    QVERIFY(fuzzyScore(u"checkout", u"check") > fuzzyScore(u"recheck", u"check"));
    QVERIFY(fuzzyScore(u"CheckoutErrorBudgetBurn", u"cebb") > 0);
    QVERIFY(fuzzyScore(u"CheckoutErrorBudgetBurn", u"ceb") > fuzzyScore(u"conference ebook", u"xeb"));
    QCOMPARE(fuzzyScore(u"inbox", u"zz"), 0);
}

void TestShell::pictures_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("dark") << int(Theme::Scheme::Dark);
    QTest::newRow("light") << int(Theme::Scheme::Light);
    QTest::newRow("contrast") << int(Theme::Scheme::HighContrastDark);
}

void TestShell::pictures()
{
    QFETCH(int, scheme);
    m_fakes->theme.setScheme(Theme::Scheme(scheme));
    const UtcTime now = m_fakes->clock.now();
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("prom-eu"), Freshness::Live, now - 4s));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("am-eu"), Freshness::Live, now - 2s));
    emit m_fakes->sources.statusChanged(statusOf(QStringLiteral("pagerduty"), Freshness::NeedsSignIn, now - 11min));
    emit page(QStringLiteral("inbox"))->badgeChanged(12);
    m_window->setContext(QStringLiteral("prod-eu"), QStringLiteral("red"), true);
    m_window->setBanner(
        QStringLiteral("demo"), QStringLiteral("Demo: everything you see is simulated on this machine."), QStringLiteral("End the demo"));
    m_window->toast(QStringLiteral("Acknowledged 3 alerts."), [] {});
    QCoreApplication::processEvents();
    QCOMPARE(namelessWidgets(*m_window), QStringList());
    QVERIFY(colourCount(m_window->grab().toImage()) > 20);
    takePicture(*m_window, QStringLiteral("shell-%1").arg(QLatin1StringView(QTest::currentDataTag())));
    QTest::keyClick(page(QStringLiteral("inbox"))->button, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ch"));
    takePicture(*m_window, QStringLiteral("palette-%1").arg(QLatin1StringView(QTest::currentDataTag())));
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
