#include "tests/faults/readsources.h"

using namespace quarterdeck;

namespace {

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

/// Sources of figures and lines through the whole engine: what is not the whole answer is never taken for it.
class TestReadSources : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotTheWholeIsNotLive_data() { kinds(); }
    void whatIsNotTheWholeIsNotLive();

private:
    static void kinds()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const QByteArray &kind : readKinds()) {
            QTest::newRow(kind.constData()) << kind;
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

QTEST_GUILESS_MAIN(TestReadSources)
#include "tst_readsources.moc"
