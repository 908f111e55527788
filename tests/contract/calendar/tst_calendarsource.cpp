#include "app/sources/api/oncallface.h"
#include "app/sources/calendar/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace quarterdeck;

namespace {

const UtcTime May4 {1'777'852'800'000}; // 2026-05-04T00:00:00Z
const TimeRange Week {May4, May4 + Millis(7 * 86'400'000LL)};

QByteArray calendarOf(const QByteArray &events, const QByteArray &head = {})
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//rota//EN\r\n" + head + events + "END:VCALENDAR\r\n";
}

QByteArray shift(const QByteArray &uid, const QByteArray &summary, const QByteArray &start, const QByteArray &more = {})
{
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:" + summary + "\r\nDTSTART:" + start + "\r\nDURATION:PT8H\r\n" + more + "END:VEVENT\r\n";
}

QStringList namesOf(const OnCallPage &page)
{
    QStringList names;
    for (const Shift &shift : page.shifts) {
        names.append(shift.person.name);
    }
    return names;
}

} // namespace

/// A calendar as a source of who is on call, from a file and over HTTP.
class TestCalendarSource : public QObject {
    Q_OBJECT

    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("The test cannot write %s", qPrintable(name));
        }
        return m_folder->filePath(name);
    }
    static Endpoint endpointWith(std::vector<QUrl> urls, const QMap<QString, QString> &options)
    {
        Endpoint endpoint = ContractBench::endpoint(std::move(urls));
        endpoint.kind = QStringLiteral("calendar");
        endpoint.options = options;
        return endpoint;
    }
    std::unique_ptr<Source> ofFile(const QByteArray &text, QMap<QString, QString> options = {})
    {
        options.insert(QStringLiteral("path"), write(QStringLiteral("rota.ics"), text));
        return m_bench->open(*makeCalendarConnector(), endpointWith({}, options));
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<ContractBench>();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aFileSaysWhoIsOnCall()
    {
        const auto source = ofFile(
            calendarOf(shift("1", "ana@example.com", "20260504T080000Z") + shift("2", "Ben", "20260505T080000Z"), "X-WR-CALNAME:Payments\r\n"),
            {{QStringLiteral("services"), QStringLiteral("checkout, ledger")}});
        QVERIFY(source->onCall() != nullptr && source->alerts() == nullptr);
        const auto page = await(source->onCall()->read(Week, {}));
        QVERIFY2(page, qPrintable(errorOf(page)));
        QCOMPARE(page->covers, Week);
        QVERIFY(page->hasAllShifts());
        QCOMPARE(page->policies.size(), std::size_t(1));
        QCOMPARE(page->policies.front().name, QStringLiteral("Payments"));
        QVERIFY(pages(page->policies.front(), QStringLiteral("Ledger")));
        QCOMPARE(namesOf(*page), QStringList({QStringLiteral("ana@example.com"), QStringLiteral("Ben")}));
        QCOMPARE(page->shifts.front().person.email, QStringLiteral("ana@example.com"));
        const std::vector<Duty> duties = dutiesAt(*page, May4 + Millis(9 * 3'600'000LL), Week);
        QCOMPARE(duties.size(), std::size_t(1));
        QVERIFY(duties.front().isKnown && duties.front().isWhole);
        QCOMPARE(duties.front().now.front().name, QStringLiteral("ana@example.com"));
        QCOMPARE(duties.front().gaps.size(), std::size_t(3));
    }

    void onePersonHasOneNameHoweverItIsSpelled()
    {
        const auto source = ofFile(
            calendarOf(shift("1", "Ana@Example.com", "20260504T080000Z") + shift("2", "ana@example.com ", "20260504T160000Z")));
        const auto page = await(source->onCall()->read(Week, {}));
        QVERIFY2(page, qPrintable(errorOf(page)));
        QCOMPARE(namesOf(*page), QStringList({QStringLiteral("Ana@Example.com"), QStringLiteral("Ana@Example.com")}));
        // She goes on: that is no change.
        const std::vector<Duty> duties = dutiesAt(*page, May4 + Millis(9 * 3'600'000LL), Week);
        QCOMPARE(duties.front().until, May4 + Millis(24 * 3'600'000LL));
    }

    void whoeverIsInvitedIsOnCallWhereItIsSaidSo()
    {
        const QByteArray text = calendarOf(
            shift("1", "On call", "20260504T080000Z", "ATTENDEE;CN=Ana:mailto:ana@example.com\r\nATTENDEE:MAILTO:ben@example.com\r\n"));
        const auto titled = await(ofFile(text)->onCall()->read(Week, {}));
        QVERIFY(titled && namesOf(*titled) == QStringList(QStringLiteral("On call")));
        const auto invited = await(ofFile(text, {{QStringLiteral("person"), QStringLiteral("attendees")}})->onCall()->read(Week, {}));
        QVERIFY(invited);
        QCOMPARE(namesOf(*invited), QStringList({QStringLiteral("ana@example.com"), QStringLiteral("ben@example.com")}));
    }

    void whatIsNotFollowedIsALack()
    {
        const auto source = ofFile(calendarOf(shift("1", "Ana", "20260504T080000Z", "RRULE:FREQ=FORTNIGHTLY\r\n")));
        const auto page = await(source->onCall()->read(Week, {}));
        QVERIFY2(page, qPrintable(errorOf(page)));
        QVERIFY(!page->hasAllShifts());
        QVERIFY2(lackTexts(*page).join(u' ').contains(QStringLiteral("FORTNIGHTLY")), qPrintable(lackTexts(*page).join(u' ')));
        const auto health = await(source->probe({}));
        QVERIFY(health && health->findings.join(u' ').contains(QStringLiteral("FORTNIGHTLY")));
    }

    void anEmptyCalendarMeansNobody()
    {
        const auto page = await(ofFile(calendarOf({}))->onCall()->read(Week, {}));
        QVERIFY2(page, qPrintable(errorOf(page)));
        const std::vector<Duty> duties = dutiesAt(*page, May4, Week);
        QCOMPARE(duties.size(), std::size_t(1));
        QVERIFY(duties.front().isKnown && duties.front().now.empty());
        QCOMPARE(duties.front().gaps, std::vector<TimeRange> {Week});
    }

    void anAnswerThatIsNotWholeIsRefused_data()
    {
        const QByteArray text = calendarOf(shift("1", "Ana", "20260504T080000Z"));
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("part") << text << 206;
        QTest::newRow("later") << text << 202;
        QTest::newRow("changed on the way") << text << 203;
        QTest::newRow("nothing") << QByteArray() << 200;
        QTest::newRow("cut") << text.left(text.size() - 20) << 200;
        QTest::newRow("web page") << QByteArray("<!doctype html><title>Sign in</title>") << 200;
        QTest::newRow("gone") << QByteArray("gone") << 404;
        QTest::newRow("refused") << QByteArray("no") << 403;
    }
    void anAnswerThatIsNotWholeIsRefused()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        ScriptedServer server([body, status](const ScriptedRequest &) { return ScriptedReply::text(body, status); });
        const auto source = m_bench->open(*makeCalendarConnector(), endpointWith({server.url(QStringLiteral("/rota.ics"))}, {}));
        QVERIFY(!await(source->onCall()->read(Week, {})));
        QVERIFY(!await(source->probe({})));
    }

    void itIsFetchedAnewForEachQuestion()
    {
        std::atomic<bool> isChanged {false};
        ScriptedServer server([&isChanged](const ScriptedRequest &) {
            return ScriptedReply::text(calendarOf(shift("1", isChanged ? "Ben" : "Ana", "20260504T080000Z")));
        });
        const auto source = m_bench->open(*makeCalendarConnector(), endpointWith({server.url(QStringLiteral("/rota.ics"))}, {}));
        const auto first = await(source->onCall()->read(Week, {}));
        QVERIFY(first && namesOf(*first) == QStringList(QStringLiteral("Ana")));
        isChanged = true;
        const auto second = await(source->onCall()->read(Week, {}));
        QVERIFY(second && namesOf(*second) == QStringList(QStringLiteral("Ben")));
    }

    void ofASecretAddressOnlyTheHostIsShown()
    {
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::text("gone", 404); });
        const QUrl url = server.url(QStringLiteral("/private-5b1c/rota.ics?key=77aa"));
        Endpoint endpoint = endpointWith({}, {{QStringLiteral("url_file"), write(QStringLiteral("address"), url.toEncoded() + '\n')}});
        const auto connector = makeCalendarConnector();
        QVERIFY(connector->complete(endpoint));
        QCOMPARE(endpoint.urls.size(), std::size_t(1));
        QVERIFY(!endpoint.urls.front().toString().contains(QStringLiteral("5b1c")));
        const auto source = m_bench->open(*connector, endpoint);
        const auto page = await(source->onCall()->read(Week, {}));
        QVERIFY(!page);
        QVERIFY2(
            !page.error().what.contains(QStringLiteral("5b1c")) && !page.error().where.contains(QStringLiteral("5b1c")), qPrintable(errorOf(page)));
        QVERIFY(server.requests().front().target.contains("/private-5b1c/rota.ics?key=77aa"));
    }

    void wrongOptionsAreNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("zone") << "zone"
                              << "Middle-earth/Shire";
        QTest::newRow("person") << "person"
                                << "organizer";
        QTest::newRow("path") << "path"
                              << "rota.ics";
        QTest::newRow("url_file") << "url_file"
                                  << "/no/such/file";
        QTest::newRow("unknown") << "colour"
                                 << "red";
    }
    void wrongOptionsAreNamed()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        const bool isPlace = key == QLatin1String("path") || key == QLatin1String("url_file");
        std::vector<QUrl> urls;
        if (!isPlace) {
            urls.push_back(QUrl(QStringLiteral("http://127.0.0.1:1/rota.ics")));
        }
        Endpoint endpoint = endpointWith(urls, {{key, value}});
        const auto completed = makeCalendarConnector()->complete(endpoint);
        QVERIFY(!completed);
        QCOMPARE(completed.error().where, key);
    }
    void thereIsOnePlace()
    {
        Endpoint none = endpointWith({}, {});
        Endpoint both = endpointWith(
            {QUrl(QStringLiteral("http://127.0.0.1:1/rota.ics"))}, {{QStringLiteral("path"), QStringLiteral("/tmp/rota.ics")}});
        for (Endpoint *endpoint : {&none, &both}) {
            const auto completed = makeCalendarConnector()->complete(*endpoint);
            QVERIFY(!completed);
            QVERIFY(completed.error().what.contains(QStringLiteral("either one url")));
        }
    }
};

QTEST_GUILESS_MAIN(TestCalendarSource)
#include "tst_calendarsource.moc"
