// The one-pass reader of alerts against the careful one: whatever it takes, it must read the same, and it must take nothing that is not JSON.
#include "app/sources/alertmanager/parse.h"
#include "app/sources/alertmanager/plainalerts.h"

#include <QSet>
#include <QTest>

#include <random>

using namespace quarterdeck;
using namespace quarterdeck::alertmanager;

namespace {

const SourceId Source = QStringLiteral("am");

QByteArray alertJson(const char *fingerprint, const QByteArray &status, const QByteArray &more = {})
{
    return R"({"annotations":{"summary":"Queue \"q\u00e9\" is full","runbook_url":"https://runbooks.example/q"},"endsAt":"2026-11-22T09:00:00.000Z",)"
           R"("fingerprint":")"
        + QByteArray(fingerprint) + R"(","receivers":[{"name":"web"}],"startsAt":"2026-11-21T08:59:58.123456789Z","status":)" + status
        + R"(,"updatedAt":"2026-11-21T10:00:00+01:00","generatorURL":"http://p/graph?a\u0026b","labels":{"alertname":"QueueFull","cluster":"eu","severity":"critical","team":"mail"})"
        + more + "}";
}

QByteArray usual()
{
    return "[" + alertJson("1111111111111111", R"({"inhibitedBy":[],"silencedBy":[],"state":"active"})") + ",\n"
        + alertJson("abcdefabcdefabcd", R"({"inhibitedBy":["1111111111111111"],"silencedBy":["s-1","s-2"],"state":"suppressed"})") + "]\n";
}

/// The careful reader, which parseGroups() always is.
Result<Listing<Alert>> careful(const QByteArray &body)
{
    return parseGroups(QByteArray("[{\"alerts\":" + body + "}]"), Source);
}

} // namespace

class TestPlainAlerts : public QObject {
    Q_OBJECT

private slots:
    void readsWhatServersWrite()
    {
        const auto plain = readPlainAlerts(usual(), Source);
        QVERIFY(plain);
        QCOMPARE(plain->size(), std::size_t(2));
        const Alert &first = plain->front();
        QCOMPARE(first.key, (AlertKey {Source, QStringLiteral("1111111111111111")}));
        QCOMPARE(first.title, QStringLiteral("QueueFull"));
        QCOMPARE(first.summary, QStringLiteral("Queue \"q\u00e9\" is full"));
        QCOMPARE(first.severity, Severity::Critical);
        QCOMPARE(first.state, AlertState::Triggered);
        QCOMPARE(toRfc3339(first.startsAt), QStringLiteral("2026-11-21T08:59:58.123Z"));
        QCOMPARE(toRfc3339(first.updatedAt), QStringLiteral("2026-11-21T09:00:00Z"));
        QCOMPARE(first.generatorUrl, QStringLiteral("http://p/graph?a&b"));
        QCOMPARE(plain->back().state, AlertState::Suppressed);
        QCOMPARE(plain->back().mutes(), (QStringList {QStringLiteral("s-1"), QStringLiteral("s-2")}));
        QVERIFY(readPlainAlerts("[]", Source));
    }

    void agreesWithTheCarefulReader_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isPlain");
        const QByteArray status = R"({"state":"active","silencedBy":[],"inhibitedBy":[]})";
        const auto one = [](const QByteArray &json) { return "[" + json + "]"; };
        QTest::newRow("usual") << usual() << true;
        QTest::newRow("muted") << one(alertJson("a", R"({"state":"active","mutedBy":["night"]})")) << true;
        QTest::newRow("muted by nothing") << one(alertJson("a", R"({"state":"active","mutedBy":[]})")) << true;
        QTest::newRow("unknown members") << one(alertJson("a", status, R"(,"new":[1.5,{"x":[null,true,-3]}])")) << true;
        QTest::newRow("status twice") << one(alertJson("a", R"({"state":"suppressed","silencedBy":["s"]})", R"(,"status":{"state":"active"})"))
                                      << true;
        QTest::newRow("labels twice") << one(alertJson("a", status, R"(,"labels":{"alertname":"Other"})")) << true;
        QTest::newRow("label twice") << one(alertJson("a", status, R"(,"annotations":{"summary":"1","summary":"2"})")) << true;
        QTest::newRow("zero time") << one(alertJson("a", status, R"(,"startsAt":"0001-01-01T00:00:00.000Z")")) << true;
        QTest::newRow("no such day") << one(alertJson("a", status, R"(,"startsAt":"2026-02-30T00:00:00.000Z")")) << true;
        QTest::newRow("leap day") << one(alertJson("a", status, R"(,"startsAt":"2028-02-29T23:59:59.9Z")")) << true;
        QTest::newRow("two decimals") << one(alertJson("a", status, R"(,"startsAt":"2026-03-01T00:00:00.05Z")")) << true;
        QTest::newRow("small letters") << one(alertJson("a", status, R"(,"startsAt":"2026-03-01t00:00:00z")")) << true;
        QTest::newRow("no time") << one(alertJson("a", status, R"(,"startsAt":"soon")")) << true;
        QTest::newRow("text of other scripts") << one(alertJson("a", status, R"(,"annotations":{"summary":"日本 \ud83d\ude00 é"})")) << true;
        QTest::newRow("no fingerprint") << one(alertJson("", status)) << false;
        QTest::newRow("number for a label") << one(alertJson("a", status, R"(,"labels":{"alertname":7})")) << false;
        QTest::newRow("null lists") << one(alertJson("a", R"({"state":"active","silencedBy":null,"inhibitedBy":null})")) << false;
        QTest::newRow("null annotations") << one(alertJson("a", status, R"(,"annotations":null)")) << false;
        QTest::newRow("number for a time") << one(alertJson("a", status, R"(,"endsAt":17)")) << false;
        QTest::newRow("huge number") << one(alertJson("a", status, R"(,"new":123456789012345678901234567890)")) << false;
        QTest::newRow("not an object") << QByteArray("[7]") << false;
    }

    void agreesWithTheCarefulReader()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isPlain);
        QCOMPARE(readPlainAlerts(body, Source).has_value(), isPlain);
        const auto mine = parseAlerts(body, Source);
        const auto other = careful(body);
        QVERIFY(mine && other);
        QVERIFY(mine->items == other->items);
        QCOMPARE(mine->problem.has_value(), other->problem.has_value());
    }

    void refusesEveryCutOffReply()
    {
        QVERIFY(!readPlainAlerts({}, Source));
        const QByteArray body = usual().trimmed();
        for (qsizetype size = 0; size < body.size(); ++size) {
            QVERIFY2(!readPlainAlerts(body.first(size), Source), qPrintable(QString::number(size)));
            QVERIFY2(!parseAlerts(body.first(size), Source), qPrintable(QString::number(size)));
        }
    }

    void takesNothingTheCarefulReaderRefuses()
    {
        const QByteArray body = usual();
        std::mt19937 random(7);
        static constexpr std::string_view Odd = "\"\\{}[],:0-tn \x01\x80\xff/eE.";
        int taken = 0;
        for (int i = 0; i < 6000; ++i) {
            QByteArray broken = body;
            for (int changes = 1 + int(random() % 2); changes > 0; --changes) {
                const auto at = qsizetype(random() % unsigned(broken.size()));
                const char odd = Odd[random() % Odd.size()];
                switch (random() % 3) {
                case 0:
                    broken[at] = odd;
                    break;
                case 1:
                    broken.insert(at, odd);
                    break;
                default:
                    broken.remove(at, 1);
                }
            }
            const auto plain = readPlainAlerts(broken, Source);
            if (!plain) {
                continue;
            }
            ++taken;
            const auto other = careful(broken);
            QVERIFY2(other.has_value(), broken.constData());
            QVERIFY2(*plain == other->items, broken.constData());
        }
        QVERIFY(taken > 500);
    }

    void equalTextsShareMemory()
    {
        // More different texts than are kept, of one place that never repeats and two that do.
        QByteArray body = "[";
        for (int i = 0; i < 40'000; ++i) {
            const QByteArray number = QByteArray::number(i);
            const QByteArray labels = "{\"alertname\":\"A" + QByteArray::number(i % 1000) + "\",\"pod\":\"p" + number + "\",\"service\":\"s"
                + QByteArray::number(i * 7 % 50) + "\"}";
            body += "{\"fingerprint\":\"" + number + "\",\"labels\":" + labels + ",\"annotations\":{\"summary\":\"about " + number
                + "\"},\"status\":{\"state\":\"active\"}},";
        }
        body.back() = ']';
        const auto plain = readPlainAlerts(body, Source);
        QVERIFY(plain);
        QSet<const QChar *> services;
        QSet<const QChar *> titles;
        for (std::size_t i = 0; i < plain->size(); ++i) {
            const Alert &alert = plain->at(i);
            QCOMPARE(alert.labels.value(u"service"), QStringLiteral("s%1").arg(i * 7 % 50));
            QCOMPARE(alert.labels.value(u"pod"), QStringLiteral("p%1").arg(i));
            QCOMPARE(alert.title, QStringLiteral("A%1").arg(i % 1000));
            QCOMPARE(alert.summary, QStringLiteral("about %1").arg(i));
            services.insert(alert.labels.value(u"service").constData());
            titles.insert(alert.title.constData());
        }
        QCOMPARE(services.size(), 50);
        QCOMPARE(titles.size(), 1000);
    }

    void refusesDeepAndEndlessReplies()
    {
        const QByteArray deep = "[" + alertJson("a", "{}", ",\"x\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']')) + "]";
        QVERIFY(!readPlainAlerts(deep, Source));
        const auto named = parseAlerts(deep, Source);
        QVERIFY(named && named->items.empty() && named->problem);
        QByteArray many = "[";
        for (int i = 0; i < 200'001; ++i) {
            many += "{},";
        }
        many.back() = ']';
        QVERIFY(!readPlainAlerts(many, Source));
    }
};

QTEST_GUILESS_MAIN(TestPlainAlerts)
#include "tst_plainalerts.moc"
