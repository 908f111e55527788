#include "tests/support/companywindow.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/uistage.h"
#include "tests/support/windowhands.h"
#include "ui/theme/colors.h"
#include "ui/widgets/freshnesslabel.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/timechart.h"

#include <QRegularExpression>

using namespace quarterdeck;

namespace {

const QColor Green = tokenColor(Theme::Scheme::Light, Token::Ok);

struct Place {
    const char *page;
    const char *object;
};
constexpr Place Places[] = {
    {"inbox", ""}, {"services", ""}, {"services", "checkout"}, {"runbooks", ""}, {"load", ""}, {"settings", ""}, {"oncall", ""}, {"ownership", ""}};

} // namespace

/// Every page while Prometheus is stopped, Alertmanager takes connections and never answers, and the journal answers 200 with a web
/// page; then from the cache alone; then with all of them back. The slots build on each other.
class TestPagesOffline : public CompanyWindow {
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_webPage;

    void visit(const Place &place)
    {
        const bool isList = *place.object == '\0' && QLatin1String(place.page) == QLatin1String("services");
        m_b.window().go({QLatin1String(place.page), QLatin1String(place.object), {}});
        if (isList) {
            m_b.find<QAction>("serviceBack")->trigger();
        }
        QTest::qWait(1500);
    }
    QString where(const Place &place) const
    {
        return QLatin1String(place.page) + u'/' + QLatin1String(place.object) + QStringLiteral(" shows:\n") + wordsInSight(m_b.window());
    }
    // In the list: the service that nothing is wrong with.
    bool isWell() const
    {
        static const QRegularExpression Well(QStringLiteral("^Healthy Healthy$"), QRegularExpression::MultilineOption);
        return Well.match(wordsInSight(m_b.window())).hasMatch();
    }
    void breakEverything()
    {
        m_company.prometheus.stop();
        m_company.alertmanager.setHung(true);
        m_company.gateway->kill();
        m_webPage = std::make_unique<ScriptedServer>(
            [](const ScriptedRequest &) { return ScriptedReply::html("<html><body>Sign in</body></html>"); }, m_company.gateway->port());
    }
    // On whatever page: the line at the foot names each source, says that it is not live, and since when.
    void seeStatusLine(const Place &place)
    {
        static const QRegularExpression SinceWhen(QStringLiteral("stale since \\d\\d:\\d\\d"));
        const QString words = wordsInSight(m_b.window());
        for (const char *id : {"am", "prom", "journal"}) {
            bool isSaid = false;
            for (const FreshnessLabel *label : m_b.window().findChildren<FreshnessLabel *>()) {
                const QString said = label->accessibleName();
                isSaid = isSaid
                    || (isInSight(label) && said.contains(QStringLiteral("Source %1:").arg(QLatin1String(id))) && SinceWhen.match(said).hasMatch());
            }
            QVERIFY2(isSaid, qPrintable(QLatin1String(id) + QStringLiteral(" is not named at the foot of ") + where(place)));
        }
    }
    void seeNothingGreen(const Place &place)
    {
        takePicture(m_b.window(), QStringLiteral("old-%1-%2").arg(QLatin1String(place.page), QLatin1String(place.object)));
        const int green = pixelsOf(m_b.window(), Green);
        QVERIFY2(green == 0, qPrintable(QStringLiteral("%1 green pixels. ").arg(green) + where(place)));
        const QString words = wordsInSight(m_b.window());
        for (const char *clear : {"All clear", "healthy, no open alerts", "None. Every source is up to date."}) {
            QVERIFY2(!words.contains(QLatin1String(clear)), qPrintable(where(place)));
        }
        QVERIFY(!isWell());
    }
    void seePagesOld()
    {
        for (const Place &place : Places) {
            visit(place);
            seeStatusLine(place);
            seeNothingGreen(place);
        }
        QTRY_COMPARE(m_b.openAlerts().size(), std::size_t(2));
    }
    void seeOwnWords()
    {
        visit(Places[0]);
        QString words = wordsInSight(m_b.window());
        for (const char *id : {"am has not answered since", "prom has not answered since", "journal needs sign-in; no data since"}) {
            QVERIFY2(words.contains(QLatin1String(id)), qPrintable(QLatin1String(id) + u'\n' + words));
        }
        visit(Places[1]);
        words = wordsInSight(m_b.window());
        for (const char *said : {"am, journal, prom", "Failing, or worse", "Unknown"}) {
            QVERIFY2(words.contains(QLatin1String(said)), qPrintable(words.right(2500)));
        }
        visit(Places[2]);
        words = wordsInSight(m_b.window());
        QVERIFY2(words.contains(QLatin1String("may be worse")), qPrintable(words));
        static const QRegularExpression OldLog(QStringLiteral("as of \\d\\d:\\d\\d, "));
        QTRY_VERIFY2(OldLog.match(wordsInSight(m_b.window())).hasMatch(), qPrintable(wordsInSight(m_b.window())));
        QTRY_VERIFY(m_b.find<LogView>("serviceLogLines")->lineCount() > 10);
        for (const TimeChart *chart : m_b.find<QWidget>("serviceDetail")->findChildren<TimeChart *>()) {
            QTRY_VERIFY(chart->toCsv().count('\n') > 10);
            static const QRegularExpression OldChart(QStringLiteral("^as of \\d\\d:\\d\\d, prom "));
            QTRY_VERIFY2(OldChart.match(chart->accessibleDescription()).hasMatch(), qPrintable(chart->accessibleDescription()));
        }
        visit(Places[5]);
        words = wordsInSight(m_b.window());
        QVERIFY2(words.count(QLatin1String("Last successful answer: ")) == 3, qPrintable(words));
        QVERIFY2(words.contains(QLatin1String("Needs sign-in")), qPrintable(words));
    }

private slots:
    void initTestCase()
    {
        if (!RealCompany::isInstalled()) {
            QSKIP("prometheus, prometheus-alertmanager or systemd-journal-remote is not installed");
        }
        QVERIFY2(prepare(), m_company.log());
    }
    void liveIsGreen()
    {
        QVERIFY(m_b.open());
        QTRY_COMPARE_WITH_TIMEOUT(m_b.openAlerts().size(), std::size_t(2), 60'000);
        for (const char *id : {"am", "prom", "journal"}) {
            QTRY_COMPARE(m_b.status(QLatin1String(id)).freshness, Freshness::Live);
        }
        for (const Place &place : Places) {
            visit(place);
            QVERIFY2(pixelsOf(m_b.window(), Green) > 0, "what is looked for below can be found");
        }
        visit(Places[1]);
        QTRY_VERIFY2(isWell(), qPrintable(wordsInSight(m_b.window()).right(2500)));
        // Both services were looked at, so that their charts and lines are in the cache.
        visit(Places[2]);
        QTRY_VERIFY(m_b.find<LogView>("serviceLogLines")->lineCount() > 10);
        for (const TimeChart *chart : m_b.find<QWidget>("serviceDetail")->findChildren<TimeChart *>()) {
            QTRY_VERIFY_WITH_TIMEOUT(chart->toCsv().count('\n') > 10, 60'000);
        }
    }
    void everyPageSaysWhatIsOld()
    {
        breakEverything();
        for (const char *id : {"am", "prom", "journal"}) {
            QTRY_VERIFY2_WITH_TIMEOUT(m_b.status(QLatin1String(id)).freshness != Freshness::Live, id, 60'000);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_b.status(QStringLiteral("journal")).freshness, Freshness::NeedsSignIn, 30'000);
        seePagesOld();
        seeOwnWords();
    }
    void verbsStillQueue()
    {
        m_b.window().go({QStringLiteral("inbox"), checkout().key.toString(), {}});
        QTRY_COMPARE(m_b.find<QLabel>("inbox.head.title")->text(), QStringLiteral("CheckoutBurns"));
        WindowHands hands(m_b.window());
        hands.press(Qt::Key_A);
        QTRY_COMPARE(m_b.outbox().size(), std::size_t(1));
        QTRY_VERIFY(wordsInSight(m_b.window()).contains(QLatin1String("Outbox: 1 waiting")));
        QTRY_VERIFY(wordsInSight(m_b.window()).contains(QLatin1String("not sent")));
        QTest::qWait(2000);
        QVERIFY(!isFinal(m_b.outbox().front().state));
        QCOMPARE(checkout().state, AlertState::Triggered);
        QVERIFY(checkout().pending != Pending::None);
    }
    void startsFromTheCache()
    {
        m_b.close();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_b.open());
        QTRY_VERIFY(m_b.window().isVisible() && wordsInSight(m_b.window()).contains(QLatin1String("CheckoutBurns")));
        qInfo("alerts of the cache in sight after %lld ms", static_cast<long long>(timer.elapsed()));
        seePagesOld();
        seeOwnWords();
        QCOMPARE(m_b.outbox().size(), std::size_t(1));
        QVERIFY(!isFinal(m_b.outbox().front().state));
    }
    void allBackItIsDeliveredOnce()
    {
        m_webPage.reset();
        m_company.alertmanager.setHung(false);
        QVERIFY2(m_company.gateway->start(), m_company.log());
        QVERIFY2(m_company.prometheus.start(), m_company.log());
        for (const char *id : {"am", "prom", "journal"}) {
            QTRY_COMPARE_WITH_TIMEOUT(m_b.status(QLatin1String(id)).freshness, Freshness::Live, 60'000);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_b.outbox().front().state, OutboxState::Confirmed, 60'000);
        QCOMPARE(m_company.activeSilences(), 1);
        QTRY_COMPARE(checkout().state, AlertState::Acknowledged);
        QTest::qWait(3000);
        QCOMPARE(m_company.activeSilences(), 1);
        QCOMPARE(m_company.silences().size(), 1);
        visit(Places[1]);
        QTRY_VERIFY(pixelsOf(m_b.window(), Green) > 0);
        QTRY_VERIFY2(isWell(), qPrintable(wordsInSight(m_b.window()).right(2500)));
    }
    void cleanupTestCase() { m_b.close(); }
};

QTEST_MAIN(TestPagesOffline)
#include "tst_pagesoffline.moc"
