#include "tests/faults/threesources.h"
#include "tests/support/pagerdutyserver.h"

#include <QJsonDocument>

#include <atomic>

using namespace quarterdeck;

namespace {

PlayedSource played(const QByteArray &kind)
{
    return kind == "alertmanager" ? playedAlertmanager() : kind == "icinga2" ? playedIcinga2() : playedPagerduty();
}

/// How the list is cut off.
enum class Cutting : quint8 { WithLength, WithoutLength, InChunk, ByReset, PackedWithLength, PackedWithoutLength };

/// The whole answer, of which a part is sent.
ScriptedReply wholeReply(const PlayedSource &source, Cutting how)
{
    using Ending = ScriptedReply::Ending;
    const bool isPacked = how == Cutting::PackedWithLength || how == Cutting::PackedWithoutLength;
    ScriptedReply reply = isPacked ? ScriptedReply::gzip(source.list, "application/json") : ScriptedReply::json(source.list);
    const bool hasLength = how == Cutting::WithLength || how == Cutting::PackedWithLength;
    reply.ending = how == Cutting::ByReset ? Ending::Reset
        : how == Cutting::InChunk          ? Ending::TruncateChunk
        : hasLength                        ? Ending::Truncate
                                           : Ending::Close;
    return reply;
}

/// The places to cut at: all of them with QUARTERDECK_PREFIXES=all, else some, and the last ones.
std::vector<qsizetype> placesIn(const QByteArray &whole)
{
    const bool areAll = qEnvironmentVariable("QUARTERDECK_PREFIXES") == u"all";
    std::vector<qsizetype> places;
    for (qsizetype size = 0; size < whole.size(); size += areAll ? 1 : whole.size() / 6) {
        places.push_back(size);
    }
    for (const qsizetype less : {8, 1}) {
        if (!areAll) {
            places.push_back(whole.size() - less);
        }
    }
    return places;
}

} // namespace

/// Answers that are cut, refused or not the whole, of all three sources of alerts: none makes an alert look over or a source live.
class TestCutAnswers : public QObject {
    Q_OBJECT

private slots:
    void aCutListResolvesNothing_data();
    void aCutListResolvesNothing();
    void whatIsNoListResolvesNothing_data() { kinds(); }
    void whatIsNoListResolvesNothing();
    void aPartIsNotTheWhole_data();
    void aPartIsNotTheWhole();
    void aHungServerIsNotLive_data() { kinds(); }
    void aHungServerIsNotLive();
    void aPageInTheMiddle_data();
    void aPageInTheMiddle();

private:
    static void kinds()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"alertmanager", "icinga2", "pagerduty"}) {
            QTest::newRow(kind) << QByteArray(kind);
        }
    }
};

void TestCutAnswers::aCutListResolvesNothing_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<Cutting>("how");
    for (const char *kind : {"alertmanager", "icinga2", "pagerduty"}) {
        for (const auto &[how, name] : {std::pair {Cutting::WithLength, "with a length"}, std::pair {Cutting::WithoutLength, "without a length"},
                 std::pair {Cutting::InChunk, "in a chunk"}, std::pair {Cutting::ByReset, "by a reset"},
                 std::pair {Cutting::PackedWithLength, "packed, with a length"},
                 std::pair {Cutting::PackedWithoutLength, "packed, without a length"}}) {
            QTest::addRow("%s, %s", kind, name) << QByteArray(kind) << how;
        }
    }
}

void TestCutAnswers::aCutListResolvesNothing()
{
    QFETCH(QByteArray, kind);
    QFETCH(Cutting, how);
    PlayedRun run(played(kind));
    QVERIFY(run.open());
    const ScriptedReply whole = wholeReply(run.source(), how);
    for (const qsizetype size : placesIn(whole.body)) {
        ScriptedReply part = whole;
        part.body.truncate(size);
        const QString wrong = run.tryOut(run.source().with(part));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 of %2 bytes: %3").arg(size).arg(whole.body.size()).arg(wrong)));
    }
    QVERIFY(run.hasResolvedNothing());
    QVERIFY(run.resolves());
}

void TestCutAnswers::whatIsNoListResolvesNothing()
{
    QFETCH(QByteArray, kind);
    PlayedRun run(played(kind));
    QVERIFY(run.open());
    std::vector<ScriptedReply> replies;
    for (const int status : {201, 202, 203, 205, 206, 207, 208, 226, 299, 400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504}) {
        replies.push_back(ScriptedReply::json(run.source().none, status));
    }
    for (const int status : {204, 205, 302, 304, 500}) {
        replies.push_back(ScriptedReply::empty(status));
    }
    for (const char *body : {"", " ", "null", "{}", "{\"results\":{}}", "{\"incidents\":null}", "[{}]", "\"\"", "0", "<html>Sign in</html>"}) {
        replies.push_back(ScriptedReply::json(body));
    }
    replies.push_back(ScriptedReply::html("<html>Sign in</html>"));
    replies.push_back(ScriptedReply::html(run.source().none + "<html>"));
    replies.push_back(ScriptedReply::redirect(302, "/login"));
    replies.push_back(ScriptedReply::badGzip());
    replies.push_back(ScriptedReply::reset());
    replies.push_back(ScriptedReply::closeSilently());
    int count = 0;
    for (const ScriptedReply &reply : replies) {
        std::vector<ScriptedServer::Handler> faults {run.source().with(reply)};
        if (count++ % 3 == 0) {
            // To all questions.
            faults.emplace_back([reply](const ScriptedRequest &) { return reply; });
        }
        for (const ScriptedServer::Handler &fault : faults) {
            const QString wrong = run.tryOut(fault);
            QVERIFY2(wrong.isEmpty(), (QByteArray::number(reply.status) + ' ' + reply.body + ": " + wrong.toUtf8()).constData());
        }
    }
    QVERIFY(run.hasResolvedNothing());
    QVERIFY(run.resolves());
}

void TestCutAnswers::aPartIsNotTheWhole_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const char *kind, const char *path, const QByteArray &answer) {
        QTest::addRow("%s: %s", kind, name) << QByteArray(kind) << QByteArray(path) << answer;
    };
    // An empty list each time, of a server that does not know everything.
    row("forgot over a restart", "alertmanager", "/api/v2/status", "started now");
    row("has not checked all yet", "icinga2", "/v1/status/CIB",
        R"({"results":[{"name":"CIB","status":{"uptime":0,"num_hosts_pending":1,"num_services_pending":7}}]})");
    row("does not say how it is", "icinga2", "/v1/status/CIB", "");
    row("does not say what may be seen", "icinga2", "/v1", "");
    row("hosts cannot be read", "icinga2", "/v1/objects/hosts", "");
    row("one host cannot be read", "icinga2", "/v1/objects/hosts", R"({"results":[{"name":"web","type":"Host"}]})");
    row("more, and nothing given", "pagerduty", "/incidents", R"({"incidents":[],"more":true})");
    row("does not say whether there is more", "pagerduty", "/incidents", R"({"incidents":[]})");
    row("one cannot be read", "pagerduty", "/incidents", R"({"incidents":[{"id":"QX"}],"more":false})");
}

void TestCutAnswers::aPartIsNotTheWhole()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, answer);
    PlayedRun run(played(kind));
    QVERIFY(run.open());
    if (answer == "started now") {
        answer = "{\"uptime\":\"" + toRfc3339(run.bench().clock.now()).toUtf8()
            + R"(","cluster":{"status":"disabled"},"versionInfo":{"version":"0.28.0"}})";
    }
    const ScriptedServer::Handler nothing = run.source().with(ScriptedReply::json(run.source().none));
    const QString wrong = run.tryOut([nothing, path, answer](const ScriptedRequest &request) {
        const bool isOdd = request.path() == path;
        return !isOdd ? nothing(request) : answer.isEmpty() ? ScriptedReply::empty(500) : ScriptedReply::json(answer);
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY(run.hasResolvedNothing());
    // One that was started twice over looks like two servers behind one name, which end nothing.
    QVERIFY(kind == "alertmanager" || run.resolves());
}

void TestCutAnswers::aHungServerIsNotLive()
{
    QFETCH(QByteArray, kind);
    PlayedRun run(played(kind));
    QVERIFY(run.open());
    const QString wrong = run.breakBy(run.source().with(ScriptedReply::blackHole()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY(run.hasResolvedNothing());
}

void TestCutAnswers::aPageInTheMiddle_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("isWhole"); ///< Found by other pages.
    for (const char *fault : {"fails", "reset", "cut", "refused", "no list", "not the whole of it"}) {
        QTest::newRow(fault) << QByteArray(fault) << false;
    }
    QTest::newRow("the next one in its place") << QByteArray("the next one in its place") << true;
}

void TestCutAnswers::aPageInTheMiddle()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, isWhole);
    constexpr std::size_t Count = 250;
    std::atomic<int> asked = 0;
    PagerdutyServer server;
    server.with([](PagerdutyAccount &account) {
        for (std::size_t i = 0; i < Count; ++i) {
            account.open(QStringLiteral("Incident %1").arg(i));
        }
    });
    EngineBench b;
    b.urls = {server.url().toString()};
    b.kind = "pagerduty";
    b.settings = ", authorization: {type: Token, credentials_file: '" + b.secretFile("user-key") + "'}";
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE(b.alerts().size(), Count);
    QTRY_COMPARE(b.status().freshness, Freshness::Live);
    const auto replies = QMap<QByteArray, ScriptedReply> {{"fails", PagerdutyServer::no(500, 2000, QStringLiteral("Oops"))},
        {"reset", ScriptedReply::reset()}, {"cut", ScriptedReply::truncated("{\"incidents\":[{\"id\":\"QINC000091", false)},
        {"refused", PagerdutyServer::no(400, 2001, QStringLiteral("Invalid Input Provided"))}, {"no list", ScriptedReply::json("{\"more\":false}")},
        {"not the whole of it", ScriptedReply::json(R"({"incidents":[],"more":false})", 206)}};
    server.before([&](const ScriptedRequest &request, PagerdutyAccount &account) -> std::optional<ScriptedReply> {
        if (request.path() != "/incidents" || !request.target.contains("offset=90")) {
            return std::nullopt;
        }
        ++asked;
        if (!isWhole) {
            return replies.value(fault);
        }
        QJsonArray next;
        for (const QString &id : account.ids({}, {})) {
            next.append(account.incident(id, true));
        }
        while (next.size() > 100) {
            next.removeFirst();
        }
        const QJsonObject page {{QStringLiteral("incidents"), next}, {QStringLiteral("more"), true}};
        return ScriptedReply::json(QJsonDocument(page).toJson(QJsonDocument::Compact));
    });
    b.engine->sync().refresh();
    QTRY_VERIFY(asked > 0);
    if (isWhole) {
        QTRY_VERIFY(asked > 1);
        QCOMPARE(b.status().freshness, Freshness::Live);
    } else {
        QTRY_VERIFY(b.status().freshness != Freshness::Live);
    }
    QCOMPARE(b.alerts().size(), Count);
    server.before({});
    b.engine->sync().refresh();
    QTRY_COMPARE(b.status().freshness, Freshness::Live);
    QCOMPARE(b.alerts().size(), Count);
}

QTEST_GUILESS_MAIN(TestCutAnswers)
#include "tst_cutanswers.moc"
