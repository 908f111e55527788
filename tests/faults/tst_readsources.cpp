#include "tests/faults/readsources.h"
#include "tests/faults/threesources.h"

using namespace quarterdeck;

namespace {

constexpr qsizetype Large = 9'000'000;

LogQuery recentLines()
{
    const UtcTime now {QDateTime::currentMSecsSinceEpoch()};
    LogQuery query;
    query.range = {now - Millis(600'000), now};
    return query;
}

/// A whole answer under another status, or packed and short of these bytes of its end.
ScriptedReply spoilt(ScriptedReply reply, int status, qsizetype less)
{
    if (less >= 0) {
        ScriptedReply packed = ScriptedReply::gzip(reply.body, reply.contentType);
        packed.body.chop(less);
        packed.ending = less > 0 ? ScriptedReply::Ending::Close : packed.ending;
        return packed;
    }
    reply.status = status;
    reply.ending = ScriptedReply::Ending::Close;
    return reply;
}

} // namespace

/// Sources of figures and lines through the whole engine: what is not the whole answer is never taken for it, a large row stops nothing, and
/// what an address says beside its path is sent or refused.
class TestReadSources : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotTheWholeIsNotLive_data() { kinds(); }
    void whatIsNotTheWholeIsNotLive();
    void aPartOfTheRulesResolvesNothing();
    void oneLargeLineStopsNothing_data() { kinds(true); }
    void oneLargeLineStopsNothing();
    void oneLargeRuleAlertStopsNothing();
    void parametersAreSentOrRefused_data();
    void parametersAreSentOrRefused();

private:
    static void kinds(bool areOfLogs = false)
    {
        QTest::addColumn<QByteArray>("kind");
        for (const QByteArray &kind : readKinds()) {
            if (!areOfLogs || kind != "prometheus") {
                QTest::newRow(kind.constData()) << kind;
            }
        }
    }
    /// How many rows a question brings live; -1 where it does not.
    static int live(EngineBench &b, const ReadSource &source, bool isCounted = false)
    {
        const auto counted = [](const auto &answer, auto count) { return answer && answer->isLive ? int(count(answer->value)) : -1; };
        const LogQuery query = recentLines();
        if (!source.isOfLogs) {
            return counted(EngineBench::wait(b.engine->sync().range({{}, QStringLiteral("up"), query.range, Millis(60'000)})),
                [](const auto &series) { return series.size(); });
        }
        if (isCounted) {
            return counted(
                EngineBench::wait(b.engine->sync().logHistogram(query, 10)), [](const auto &histogram) { return histogram.buckets.size(); });
        }
        return counted(EngineBench::wait(b.engine->sync().logs(query)), [](const auto &page) { return page.lines.size(); });
    }
};

void TestReadSources::whatIsNotTheWholeIsNotLive()
{
    QFETCH(QByteArray, kind);
    const ReadSource source = readSource(kind, "first");
    if (source.kind.isEmpty()) {
        QSKIP("the server is not installed");
    }
    ScriptedServer server(source.well);
    EngineBench b;
    b.urls = {server.url(QString()).toString()};
    b.kind = source.kind;
    b.settings = source.settings;
    QVERIFY(b.open());
    const int rows = source.isOfLogs ? 2 : 1;
    QCOMPARE(live(b, source), rows);
    QVERIFY(!source.isOfLogs || live(b, source, true) > 0);
    const auto with = [&](int status, qsizetype less) {
        server.setHandler([&source, status, less](const ScriptedRequest &request) {
            const ScriptedReply good = source.well(request);
            return source.isQuestion(request) ? spoilt(good, status, less) : good;
        });
    };
    for (const int status : {201, 202, 203, 205, 206, 207, 208, 226, 299}) {
        with(status, -1);
        QVERIFY2(live(b, source) == -1, QByteArray::number(status));
        QVERIFY2(!source.isOfLogs || live(b, source, true) == -1, QByteArray::number(status) + ", counted");
    }
    for (const int less : {1, 4, 8, 12}) {
        with(200, less);
        QVERIFY2(live(b, source) == -1, "packed, less " + QByteArray::number(less));
        QVERIFY2(!source.isOfLogs || live(b, source, true) == -1, "counted, packed, less " + QByteArray::number(less));
    }
    // The checks above can fail: packed and whole it is live.
    with(200, 0);
    QCOMPARE(live(b, source), rows);
}

void TestReadSources::aPartOfTheRulesResolvesNothing()
{
    const ReadSource rules = readPrometheus("first");
    ScriptedRequest question;
    question.target = "/api/v1/alerts";
    const PlayedSource source {"prometheus", {}, rules.well(question).body, R"({"status":"success","data":{"alerts":[]}})",
        [](const ScriptedRequest &request) { return request.path().endsWith("/alerts"); }, rules.well};
    PlayedRun run(source);
    QVERIFY(run.open());
    const auto tried = [&](int status, qsizetype less) { return run.tryOut(source.with(spoilt(ScriptedReply::json(source.none), status, less))); };
    for (const int status : {201, 202, 203, 206, 226, 299}) {
        const QString wrong = tried(status, -1);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(status).arg(wrong)));
    }
    for (const int less : {1, 8, 12}) {
        const QString wrong = tried(200, less);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("packed, less %1: %2").arg(less).arg(wrong)));
    }
    QVERIFY(run.hasResolvedNothing());
    QVERIFY(run.resolves());
}

void TestReadSources::oneLargeLineStopsNothing()
{
    QFETCH(QByteArray, kind);
    const ReadSource source = readSource(kind, QByteArray(Large, 'x'));
    if (source.kind.isEmpty()) {
        QSKIP("the server is not installed");
    }
    auto server = std::make_unique<ScriptedServer>(source.well);
    EngineBench b;
    b.urls = {server->url(QString()).toString()};
    b.kind = source.kind;
    b.settings = source.settings;
    QVERIFY(b.open());
    for (const bool isLive : {true, false}) {
        const auto answer = EngineBench::wait(b.engine->sync().logs(recentLines()), 60'000);
        QVERIFY2(answer, isLive ? "live" : "from the cache");
        QCOMPARE(answer->isLive, isLive);
        QCOMPARE(answer->value.lines.size(), std::size_t(2));
        QCOMPARE(answer->value.lines.back().text, QByteArray("short"));
        const LogLine &line = answer->value.lines.front();
        QVERIFY2(line.text.size() < 1'100'000 && line.text.endsWith("x… [cut, 9 MB]"), line.text.right(40));
        for (const Label &field : line.fields) {
            QVERIFY2(field.value.size() < 65'600, qPrintable(field.name));
            QVERIFY2(field.value.size() < 1000 || field.value.endsWith(QStringLiteral("x… [cut, 9 MB]")), qPrintable(field.value.right(40)));
        }
        QVERIFY(kind != "journal" || line.fields.value(u"DUMP").size() > 65'000);
        server.reset();
    }
}

void TestReadSources::oneLargeRuleAlertStopsNothing()
{
    ScriptedServer server(readPrometheus(QByteArray(Large, 'x')).well);
    EngineBench b;
    b.urls = {server.url(QString()).toString()};
    b.kind = "prometheus";
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE_WITH_TIMEOUT(b.status().freshness, Freshness::Live, 30'000);
    QCOMPARE(b.alerts().size(), std::size_t(2));
    for (const Alert &alert : b.alerts()) {
        QCOMPARE(alert.summary, QStringLiteral("short"));
        for (const QString &text : {alert.labels.value(u"dump"), alert.annotations.value(u"dump")}) {
            QVERIFY2(text == u"short" || (text.size() < 65'600 && text.endsWith(QStringLiteral("x… [cut, 9 MB]"))), qPrintable(text.right(40)));
        }
    }
    // The same alert stays the same one.
    b.engine->sync().refresh();
    QTest::qWait(500);
    QCOMPARE(b.alerts().size(), std::size_t(2));
}

void TestReadSources::parametersAreSentOrRefused_data()
{
    kinds();
    for (const char *kind : {"alertmanager", "icinga2", "pagerduty"}) {
        QTest::newRow(kind) << QByteArray(kind);
    }
}

void TestReadSources::parametersAreSentOrRefused()
{
    QFETCH(QByteArray, kind);
    const bool isRead = readKinds().contains(kind);
    const ReadSource source = isRead ? readSource(kind, "first") : ReadSource {};
    if (isRead && source.kind.isEmpty()) {
        QSKIP("the server is not installed");
    }
    const PlayedSource played = kind == "alertmanager" ? playedAlertmanager() : kind == "icinga2" ? playedIcinga2() : playedPagerduty();
    ScriptedServer server(isRead ? source.well : played.well());
    EngineBench b;
    b.urls = {server.url(QString()).toString() + QStringLiteral("/?extra=a%26b&more=1")};
    b.kind = kind;
    b.settings = isRead ? source.settings : played.settings;
    if (kind == "pagerduty") {
        b.settings += ", authorization: {type: Token, credentials_file: '" + b.secretFile("key") + "'}";
    }
    QVERIFY(b.open());
    b.engine->sync().refresh();
    if (b.status().freshness == Freshness::Misconfigured) {
        QVERIFY(b.status().error);
        QVERIFY2(b.status().error->what.contains(QStringLiteral("takes no parameters")), qPrintable(b.status().error->what));
        QVERIFY(server.requests().empty());
        return;
    }
    if (isRead) {
        live(b, source);
    }
    QTRY_VERIFY(b.status().freshness == Freshness::Live);
    QVERIFY(!server.requests().empty());
    for (const ScriptedRequest &request : server.requests()) {
        QVERIFY2(request.target.contains("extra=a%26b&more=1"), request.target);
    }
}

QTEST_GUILESS_MAIN(TestReadSources)
#include "tst_readsources.moc"
