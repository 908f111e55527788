#include "app/sources/journal/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/realservers.h"
#include "tests/support/scriptedserver.h"

#include <QSet>
#include <QTest>
#include <QtEndian>

#include <thread>

using namespace quarterdeck;

namespace {

constexpr qint64 Start = 1'795'240'000'000'000;

struct Row {
    qint64 usec;
    QByteArray message;
    QByteArray identifier = "api";
    int priority = 6;
    QByteArray extra = {};
};

QByteArray binaryField(const QByteArray &name, const QByteArray &value)
{
    QByteArray length(8, '\0');
    qToLittleEndian<quint64>(quint64(value.size()), length.data());
    return name + '\n' + length + value + '\n';
}

QByteArray exported(const std::vector<Row> &rows)
{
    QByteArray out;
    for (const Row &row : rows) {
        out += "__REALTIME_TIMESTAMP=" + QByteArray::number(row.usec) + "\n__MONOTONIC_TIMESTAMP=" + QByteArray::number(row.usec - Start + 1'000'000)
            + "\n_BOOT_ID=11111111111111111111111111111111\n_HOSTNAME=node1\nPRIORITY=" + QByteArray::number(row.priority)
            + "\nSYSLOG_IDENTIFIER=" + row.identifier + '\n' + row.extra + binaryField("MESSAGE", row.message) + '\n';
    }
    return out;
}

std::vector<Row> burst(int from, int count, const QByteArray &identifier = "api")
{
    std::vector<Row> rows;
    const qint64 now = SystemClock().now().ms * 1000;
    for (int i = 0; i < count; ++i) {
        rows.push_back({now + i, "burst " + QByteArray::number(from + i), identifier});
    }
    return rows;
}

QByteArrayList texts(const std::vector<LogLine> &lines)
{
    QByteArrayList all;
    for (const LogLine &line : lines) {
        all.append(line.text);
    }
    return all;
}

LogQuery at(qint64 fromSecond, qint64 toSecond, int limit = 1000)
{
    LogQuery query;
    query.range = {UtcTime {Start / 1000 + fromSecond * 1000}, UtcTime {Start / 1000 + toSecond * 1000}};
    query.limit = limit;
    return query;
}

} // namespace

/// Against a real systemd-journal-remote and systemd-journal-gatewayd.
class TestJournalServer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void probeTellsTheExtent();
    void rangesAreExact();
    void theNewestOfManyPages();
    void manyLinesOfOneInstant();
    void lateLinesAreFound();
    void filters();
    void servicesAreFoundByTheirFields();
    void bytesSurvive();
    void histogramAgreesWithTheLines();
    void fieldValues();
    void tailStartsWhereThePageEnded();
    void tailOfABurstLosesNothing();
    void tailSurvivesKillAndRestart();
    void aTailThatEndedGoesOnWhereItWas();
    void aDeadConnectionIsNoticed();
    void aRefusedFilterEndsTheTail();
    void cancelledTailsEnd();
    void hostileAnswers_data();
    void hostileAnswers();

private:
    void push(const std::vector<Row> &rows) { QVERIFY2(m_remote->push(exported(rows)), m_remote->log().constData()); }
    LogPage read(const LogQuery &query);
    Async<Done> follow(const LogQuery &query, LogSource &source, CancelToken cancel);
    void checkBurst(int count);

    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<RealJournalRemote> m_remote;
    std::unique_ptr<RealJournalGateway> m_gateway;
    std::unique_ptr<LogSource> m_source;
    QByteArrayList m_tailed;
    QSet<QString> m_cursors;
    int m_again = 0;
    int m_signs = 0;
};

void TestJournalServer::initTestCase()
{
    if (!RealJournalRemote::isInstalled() || !RealJournalGateway::isInstalled()) {
        QSKIP("systemd-journal-remote is not installed");
    }
}

void TestJournalServer::init()
{
    m_tailed.clear();
    m_cursors.clear();
    m_again = 0;
    m_signs = 0;
    m_bench = std::make_unique<ContractBench>();
    m_remote = std::make_unique<RealJournalRemote>();
    QVERIFY2(m_remote->start(), m_remote->log().constData());
    m_gateway = std::make_unique<RealJournalGateway>(m_remote->journalFolder());
    QVERIFY2(m_gateway->start(), m_gateway->log().constData());
    Endpoint endpoint = ContractBench::endpoint({m_gateway->url()});
    endpoint.options.insert(QStringLiteral("tail_check"), QStringLiteral("500ms"));
    m_source = m_bench->open<LogSource>(*makeJournalConnector(), endpoint);
}

void TestJournalServer::cleanup()
{
    m_source.reset();
    m_gateway.reset();
    m_remote.reset();
    m_bench.reset();
}

LogPage TestJournalServer::read(const LogQuery &query)
{
    const auto page = await(m_source->query(query, {}));
    if (!page) {
        qWarning("%s", qPrintable(errorOf(page)));
        return {};
    }
    return *page;
}

Async<Done> TestJournalServer::follow(const LogQuery &query, LogSource &source, CancelToken cancel)
{
    return source.tail(
        query,
        [this](const std::vector<LogLine> &lines) {
            m_signs += lines.empty() ? 1 : 0;
            for (const LogLine &line : lines) {
                m_tailed.append(line.text);
                m_again += m_cursors.contains(line.cursor) ? 1 : 0;
                m_cursors.insert(line.cursor);
            }
        },
        std::move(cancel));
}

void TestJournalServer::checkBurst(int count)
{
    QTRY_VERIFY2_WITH_TIMEOUT(m_tailed.size() >= count, QByteArray::number(m_tailed.size()).constData(), 60'000);
    QTest::qWait(300);
    QCOMPARE(m_tailed.size(), count);
    QCOMPARE(m_again, 0);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(m_tailed.at(i), "burst " + QByteArray::number(i));
    }
}

void TestJournalServer::probeTellsTheExtent()
{
    push({{Start, "a"}, {Start + 60'000'000, "b"}});
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY(health->findings.value(0).contains(toRfc3339(UtcTime {Start / 1000 + 60'000})));
}

void TestJournalServer::rangesAreExact()
{
    QVERIFY(read(at(0, 100)).lines.empty());
    std::vector<Row> rows;
    for (int i = 0; i < 50; ++i) {
        rows.push_back({Start + i * 1'000'000, "line " + QByteArray::number(i)});
    }
    push(rows);
    const LogPage middle = read(at(10, 13));
    QCOMPARE(texts(middle.lines), QByteArrayList({"line 10", "line 11", "line 12"}));
    QVERIFY(!middle.isTruncated);
    QCOMPARE(middle.complete, at(10, 13).range);
    QCOMPARE(middle.lines[0].nanos, (Start + 10'000'000) * 1000);
    // Both ends: past the newest, before the oldest, between two lines.
    QCOMPARE(texts(read(at(48, 1000)).lines), QByteArrayList({"line 48", "line 49"}));
    QCOMPARE(texts(read(at(-1000, 2)).lines), QByteArrayList({"line 0", "line 1"}));
    QVERIFY(read(at(-1000, -500)).lines.empty());
    QVERIFY(read(at(500, 1000)).lines.empty());
    LogQuery between = at(0, 0);
    between.range = {UtcTime {Start / 1000 + 9'500}, UtcTime {Start / 1000 + 10'500}};
    QCOMPARE(texts(read(between).lines), QByteArrayList({"line 10"}));
    // A cut keeps the newest and says from where on it is complete.
    const LogPage cut = read(at(0, 1000, 5));
    QCOMPARE(texts(cut.lines), QByteArrayList({"line 45", "line 46", "line 47", "line 48", "line 49"}));
    QVERIFY(cut.isTruncated);
    QCOMPARE(cut.complete.from.ms, Start / 1000 + 44'001);
    QVERIFY(!read(at(45, 1000, 5)).isTruncated);
}

void TestJournalServer::theNewestOfManyPages()
{
    std::vector<Row> rows;
    for (int i = 0; i < 12'000; ++i) {
        rows.push_back({Start + i * 1000, QByteArray::number(i)});
    }
    push(rows);
    const LogPage all = read(at(0, 100, 20'000));
    QCOMPARE(all.lines.size(), std::size_t(12'000));
    QVERIFY(!all.isTruncated);
    for (int i = 0; i < 12'000; ++i) {
        QCOMPARE(all.lines[std::size_t(i)].text, QByteArray::number(i));
    }
    LogQuery text = at(0, 100, 3);
    text.text = QStringLiteral("999");
    QCOMPARE(texts(read(text).lines), QByteArrayList({"9999", "10999", "11999"}));
}

void TestJournalServer::manyLinesOfOneInstant()
{
    std::vector<Row> rows;
    for (int i = 0; i < 2500; ++i) {
        rows.push_back({Start + 5'000'000, QByteArray::number(i)});
    }
    push(rows);
    const LogPage all = read(at(5, 6, 5000));
    QCOMPARE(all.lines.size(), std::size_t(2500));
    QCOMPARE(all.lines.back().text, QByteArray("2499"));
    QVERIFY(read(at(4, 5)).lines.empty());
}

void TestJournalServer::lateLinesAreFound()
{
    push({{Start, "a"}, {Start + 10'000'000, "b"}, {Start + 20'000'000, "c"}, {Start + 5'000'000, "late"}});
    const QByteArrayList found = texts(read(at(0, 11)).lines);
    QVERIFY2(found.contains("late") && found.contains("a") && found.contains("b") && found.size() == 3, found.join(',').constData());
}

void TestJournalServer::filters()
{
    push({{Start, "a1", "a", 3}, {Start + 1, "b1", "b", 4}, {Start + 2, "a2", "a", 6}, {Start + 3, "c1", "c", 3}, {Start + 4, "plus", "x+y z", 7}});
    LogQuery query = at(0, 10);
    query.fields = {{QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("a")}, {QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("b")}};
    QCOMPARE(texts(read(query).lines), QByteArrayList({"a1", "b1", "a2"}));
    query.fields.push_back({QStringLiteral("PRIORITY"), QStringLiteral("3")});
    QCOMPARE(texts(read(query).lines), QByteArrayList({"a1"}));
    query.fields = {{QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("x+y z")}};
    QCOMPARE(texts(read(query).lines), QByteArrayList({"plus"}));
    query = at(0, 10);
    query.levels = {LogLevel::Error, LogLevel::Warning};
    QCOMPARE(texts(read(query).lines), QByteArrayList({"a1", "b1", "c1"}));
    query = at(0, 10);
    query.text = QStringLiteral("A");
    QCOMPARE(texts(read(query).lines), QByteArrayList({"a1", "a2"}));
    query.fields = {{QStringLiteral("message"), QStringLiteral("x")}};
    const auto refused = await(m_source->query(query, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
}

void TestJournalServer::servicesAreFoundByTheirFields()
{
    push({{Start, "by identifier", "checkout"}, {Start + 1, "by unit", "python3", 6, "_SYSTEMD_UNIT=search.service\n"}});
    LogQuery query = at(0, 10);
    query.service = QStringLiteral("checkout");
    QCOMPARE(texts(read(query).lines), QByteArrayList({"by identifier"}));
    query.service = QStringLiteral("search");
    QCOMPARE(texts(read(query).lines), QByteArrayList({"by unit"}));
    query.service = QStringLiteral("nobody");
    QVERIFY(read(query).lines.empty());
}

void TestJournalServer::bytesSurvive()
{
    const QByteArray binary("\x1b[31mred\x1b[0m \0 \xff\xfe\n\nend\n", 22);
    const QByteArray huge = QByteArray(3'000'000, 'x') + "end";
    push({{Start, binary}, {Start + 1, huge}, {Start + 2, "one\ntwo\n\nfour", "api", 6, "TAG=alpha\nTAG=beta\n"}});
    const LogPage page = read(at(0, 10));
    QCOMPARE(page.lines.size(), std::size_t(3));
    QCOMPARE(page.lines[0].text, binary);
    QCOMPARE(page.lines[1].text, huge);
    QCOMPARE(page.lines[2].text, QByteArray("one\ntwo\n\nfour"));
    QCOMPARE(page.lines[2].fields.value(u"TAG"), QStringLiteral("alpha, beta"));
}

void TestJournalServer::histogramAgreesWithTheLines()
{
    std::vector<Row> rows;
    for (int i = 0; i < 600; ++i) {
        rows.push_back({Start + i * 100'000, "x", "api", i % 10 == 0 ? 3 : 6});
    }
    push(rows);
    const auto histogram = await(m_source->histogram(at(0, 60), 6, {}));
    QVERIFY2(histogram, qPrintable(errorOf(histogram)));
    QCOMPARE(histogram->buckets.size(), std::size_t(6));
    QCOMPARE(histogram->step, Millis(10'000));
    QVERIFY(!histogram->isSampled);
    for (const auto &bucket : histogram->buckets) {
        QCOMPARE(bucket[std::size_t(LogLevel::Error)], 10);
        QCOMPARE(bucket[std::size_t(LogLevel::Info)], 90);
    }
}

void TestJournalServer::fieldValues()
{
    push({{Start, "x", "web"}, {Start + 1, "x", "api"}, {Start + 2, "x", "api"}});
    const auto values = await(m_source->fieldValues(QStringLiteral("SYSLOG_IDENTIFIER"), {}));
    QVERIFY2(values, qPrintable(errorOf(values)));
    QCOMPARE(*values, QStringList({QStringLiteral("api"), QStringLiteral("web")}));
    QCOMPARE(await(m_source->fieldValues(QStringLiteral("../machine"), {})).error().kind, ErrorKind::Rejected);
}

void TestJournalServer::tailStartsWhereThePageEnded()
{
    const UtcTime now = SystemClock().now();
    push({{(now.ms - 20'000) * 1000, "old"}, {(now.ms - 5'000) * 1000, "between"}});
    LogQuery query;
    query.range = {now - Millis(60'000), now - Millis(10'000)};
    std::stop_source stop;
    const auto tail = follow(query, *m_source, stop.get_token());
    QTRY_COMPARE(m_tailed, QByteArrayList({"between"}));
    push({{now.ms * 1000, "new"}});
    QTRY_COMPARE(m_tailed, QByteArrayList({"between", "new"}));
    stop.request_stop();
    QCOMPARE(await(tail).error().kind, ErrorKind::Cancelled);
}

void TestJournalServer::tailOfABurstLosesNothing()
{
    push({{Start, "before"}});
    LogQuery query;
    query.fields = {{QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("api")}};
    std::stop_source stop;
    const auto tail = follow(query, *m_source, stop.get_token());
    QTRY_VERIFY(m_signs > 0);
    for (int i = 0; i < 10; ++i) {
        push(burst(i * 2000, 2000));
        push(burst(0, 100, "other"));
    }
    checkBurst(20'000);
    QVERIFY(!tail.isFinished());
    stop.request_stop();
    await(tail);
}

void TestJournalServer::tailSurvivesKillAndRestart()
{
    std::stop_source stop;
    const auto tail = follow({}, *m_source, stop.get_token());
    QTRY_VERIFY(m_signs > 0);
    push(burst(0, 1000));
    QTRY_VERIFY(m_tailed.size() > 0);
    m_gateway->kill();
    push(burst(1000, 1000));
    QVERIFY2(m_gateway->start(), m_gateway->log().constData());
    push(burst(2000, 18'000));
    for (int i = 0; i < 2; ++i) {
        QTest::qWait(30);
        m_gateway->kill();
        QVERIFY2(m_gateway->start(), m_gateway->log().constData());
    }
    checkBurst(20'000);
    QVERIFY(!tail.isFinished());
    stop.request_stop();
    await(tail);
}

void TestJournalServer::aTailThatEndedGoesOnWhereItWas()
{
    const auto first = follow({}, *m_source, {});
    QTRY_VERIFY(m_signs > 0);
    push(burst(0, 10));
    QTRY_COMPARE(m_tailed.size(), 10);
    m_gateway->kill();
    const auto ended = await(first);
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Offline);
    push(burst(10, 10));
    QVERIFY2(m_gateway->start(), m_gateway->log().constData());
    std::stop_source stop;
    const auto second = follow({}, *m_source, stop.get_token());
    push(burst(20, 10));
    checkBurst(30);
    stop.request_stop();
    await(second);
}

void TestJournalServer::aDeadConnectionIsNoticed()
{
    // The first stream never brings what plain reads show: what a dead connection looks like.
    std::atomic_int follows = 0;
    std::atomic_int reads = 0;
    const QByteArray entry = "__CURSOR=s=1;i=%\n__REALTIME_TIMESTAMP=1795240000000000\nMESSAGE=m%\n\n";
    ScriptedServer between([&](const ScriptedRequest &request) {
        ScriptedReply reply = ScriptedReply::text("");
        reply.contentType = "application/vnd.fdo.journal";
        const bool isFollow = request.target.contains("follow");
        if (isFollow && follows++ > 0) {
            reply.body = QByteArray(entry).replace('%', '1') + QByteArray(entry).replace('%', '2');
        } else if (!isFollow) {
            reply.body = QByteArray(entry).replace('%', '1') + (reads++ > 0 ? QByteArray(entry).replace('%', '2') : QByteArray());
        }
        reply.ending = isFollow ? ScriptedReply::Ending::Hang : ScriptedReply::Ending::KeepAlive;
        return reply;
    });
    Endpoint endpoint = ContractBench::endpoint({between.url()});
    endpoint.options.insert(QStringLiteral("tail_check"), QStringLiteral("200ms"));
    const auto source = m_bench->open<LogSource>(*makeJournalConnector(), endpoint);
    std::stop_source stop;
    const auto tail = follow({}, *source, stop.get_token());
    QTRY_COMPARE(m_tailed, QByteArrayList({"m2"}));
    QTest::qWait(700);
    QCOMPARE(m_tailed, QByteArrayList({"m2"}));
    QVERIFY(follows >= 2);
    stop.request_stop();
    await(tail);
}

void TestJournalServer::aRefusedFilterEndsTheTail()
{
    LogQuery query;
    query.fields = {{QStringLiteral("lower"), QStringLiteral("x")}};
    const auto ended = await(follow(query, *m_source, {}));
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Rejected);
}

void TestJournalServer::cancelledTailsEnd()
{
    std::stop_source stop;
    const auto tail = follow({}, *m_source, stop.get_token());
    std::thread other([&stop] { stop.request_stop(); });
    const auto ended = await(tail, Millis(2000));
    other.join();
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
}

void TestJournalServer::hostileAnswers_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("login page") << 0 << ErrorKind::Unauthorized;
    QTest::newRow("the whole journal as text") << 1 << ErrorKind::BadPayload;
    QTest::newRow("cut inside an entry") << 2 << ErrorKind::BadPayload;
    QTest::newRow("401") << 3 << ErrorKind::Unauthorized;
    QTest::newRow("500") << 4 << ErrorKind::Server;
    QTest::newRow("bad range") << 5 << ErrorKind::Rejected;
    QTest::newRow("endless") << 6 << ErrorKind::BadPayload;
}

void TestJournalServer::hostileAnswers()
{
    QFETCH(int, which);
    QFETCH(ErrorKind, kind);
    ScriptedServer server([which](const ScriptedRequest &) {
        ScriptedReply reply = ScriptedReply::text("__CURSOR=a\n__REALTIME_TIMESTAMP=1795240000000000\nMESSAGE=x");
        reply.contentType = "application/vnd.fdo.journal";
        switch (which) {
        case 0:
            return ScriptedReply::html("<html>login</html>");
        case 1:
            return ScriptedReply::text("Nov 21 10:00:00 node1 api[1]: hello\n");
        case 3:
            return ScriptedReply::text("", 401);
        case 4:
            return ScriptedReply::text("oops", 500);
        case 5:
            return ScriptedReply::text("Failed to parse Range header.", 400);
        case 6:
            reply.ending = ScriptedReply::Ending::Endless;
            return reply;
        default:
            return reply;
        }
    });
    const auto source = m_bench->open<LogSource>(*makeJournalConnector(), ContractBench::endpoint({server.url()}));
    const auto page = await(source->query(at(0, 10), {}), Millis(60'000));
    QVERIFY(!page);
    QVERIFY2(page.error().kind == kind, qPrintable(errorOf(page)));
    const auto tail = await(follow({}, *source, {}), Millis(60'000));
    QVERIFY(!tail);
    QVERIFY2(tail.error().kind == kind, qPrintable(errorOf(tail)));
    QVERIFY(m_tailed.isEmpty());
}

QTEST_GUILESS_MAIN(TestJournalServer)
#include "tst_journalserver.moc"
