#include "tests/support/realservers.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowhands.h"
#include "ui/pages/inbox/inboxpage.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace quarterdeck;

namespace {

constexpr int Count = 10'000;
constexpr int Services = 40;

QByteArray batch(int from, int count, const QByteArray &endsAt)
{
    QByteArray json = "[";
    for (int i = from; i < from + count; ++i) {
        const QByteArray number = QByteArray::number(i);
        json += (i > from ? "," : "") + QByteArray(R"({"labels":{"alertname":"DiskFull","instance":"node-)") + number + R"(","service":"svc-)"
            + QByteArray::number(i % Services) + R"(","severity":")" + (i % 4 == 0 ? "critical" : "warning")
            + R"("},"annotations":{"summary":"Disk of node )" + number + R"( is full"},"startsAt":"2026-01-01T00:00:00Z","endsAt":")" + endsAt
            + "\"}";
    }
    return json + "]";
}

/// The longest time between two turns of the main loop.
class Gap {
public:
    explicit Gap(QObject *owner)
    {
        m_since.start();
        auto *timer = new QTimer(owner);
        timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(timer, &QTimer::timeout, owner, [this] {
            m_worst = std::max(m_worst, m_since.restart());
            ++m_turns;
        });
        timer->start(1);
    }
    qint64 worst() const { return m_worst; }
    int turns() const { return m_turns; }
    void startOver()
    {
        m_worst = 0;
        m_turns = 0;
        m_since.restart();
    }

private:
    QElapsedTimer m_since;
    qint64 m_worst = 0;
    int m_turns = 0;
};

} // namespace

/// Ten thousand alerts of a real Alertmanager: the list is what the server says, alert by alert, and the window goes on working.
class TestStorm : public QObject {
    Q_OBJECT

    RealAlertmanager m_alertmanager;
    WindowBench m_b;
    std::unique_ptr<Gap> m_gap;

    // What the server says: fingerprint -> "service severity state".
    QHash<QString, QString> oracle() const
    {
        QUrl url = m_alertmanager.url();
        url.setPath(QStringLiteral("/api/v2/alerts"));
        QHash<QString, QString> all;
        for (const QJsonValue &value : QJsonDocument::fromJson(plainHttp("GET", url).body).array()) {
            const QJsonObject alert = value.toObject();
            const QJsonObject labels = alert.value(QLatin1String("labels")).toObject();
            all.insert(alert.value(QLatin1String("fingerprint")).toString(),
                labels.value(QLatin1String("service")).toString() + u' ' + labels.value(QLatin1String("severity")).toString());
        }
        return all;
    }
    AlertModel &list() const { return m_b.find<InboxPage>("inbox")->feed().alerts(); }
    QHash<QString, QString> shown() const
    {
        QHash<QString, QString> all;
        const AlertIndex &index = list().alerts();
        for (int slot = 0; slot < index.slotCount(); ++slot) {
            const AlertIndex::Item &item = index.item(slot);
            if (item.isUsed && item.alert.isOpen() && item.isMatched && !item.isHeld) {
                all.insert(item.alert.key.id, item.alert.service + u' ' + severityName(item.alert.severity));
            }
        }
        return all;
    }

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(m_alertmanager.start(), m_alertmanager.log());
        for (int i = 0; i < Count / 2; i += 500) {
            QVERIFY(m_alertmanager.post(batch(i, 500, "2036-01-01T00:00:00Z")));
        }
        QVERIFY(m_b.write(QStringLiteral("config.yaml"),
            "version: 1\ncontexts:\n- {name: test, backends: [am]}\nbackends:\n- {name: am, type: alertmanager, poll_interval: 1s, url: '"
                + m_alertmanager.url().toEncoded() + "'}\n"));
    }
    void theListIsWhatTheServerSays()
    {
        QVERIFY(m_b.open());
        m_gap = std::make_unique<Gap>(&m_b.window());
        QTRY_COMPARE_WITH_TIMEOUT(list().alerts().totals().open, Count / 2, 60'000);
        QCOMPARE(shown(), oracle());
        qInfo("%d alerts on screen, worst main-loop gap %lld ms", Count / 2, static_cast<long long>(m_gap->worst()));
        QVERIFY(m_gap->turns() > 10);
    }
    void theWindowWorksWhileFiveThousandMoreCome()
    {
        m_gap->startOver();
        for (int i = Count / 2; i < Count; i += 500) {
            QVERIFY(m_alertmanager.post(batch(i, 500, "2036-01-01T00:00:00Z")));
        }
        // While they arrive a person moves, goes to another page and comes back, and searches.
        WindowHands hands(m_b.window());
        m_b.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_b.window()));
        hands.press(Qt::Key_J);
        hands.press(Qt::Key_G);
        hands.press(Qt::Key_S);
        QTRY_COMPARE(m_b.window().currentPageId(), QStringLiteral("services"));
        hands.press(Qt::Key_G);
        hands.press(Qt::Key_I);
        QTRY_COMPARE(m_b.window().currentPageId(), QStringLiteral("inbox"));
        QTRY_VERIFY_WITH_TIMEOUT(list().alerts().totals().open == Count, 60'000);
        list().releaseHeld();
        QCOMPARE(shown(), oracle());
        QVERIFY(m_gap->turns() > 10);
        qInfo("%d alerts, %d turns of the main loop, worst gap %lld ms", Count, m_gap->turns(), static_cast<long long>(m_gap->worst()));
        // Every service is one folded group: what a person sees fits the window.
        QVERIFY2(list().rowCount() <= 2 * Services + 30, qPrintable(QString::number(list().rowCount())));
        QVERIFY2(wordsInSight(m_b.window()).contains(QLatin1String("10,000")) || wordsInSight(m_b.window()).contains(QLatin1String("10000")),
            qPrintable(wordsInSight(m_b.window())));
    }
    void whatEndsLeavesTheList()
    {
        m_gap->startOver();
        for (int i = 0; i < Count; i += 500) {
            if (i % 1000 == 0) {
                QVERIFY(m_alertmanager.post(batch(i, 500, "2026-01-02T00:00:00Z")));
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(list().alerts().totals().open, Count / 2, 60'000);
        QCOMPARE(shown(), oracle());
        qInfo("half of them ended, worst gap %lld ms", static_cast<long long>(m_gap->worst()));
    }
    void cleanupTestCase() { m_b.close(); }
};

QTEST_MAIN(TestStorm)
#include "tst_storm.moc"
