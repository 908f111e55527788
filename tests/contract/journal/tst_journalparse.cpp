#include "app/sources/journal/parse.h"
#include "app/sources/journal/requests.h"
#include "tests/contract/bench.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::journal;

namespace {

LineRules rules()
{
    return {QStringLiteral("src"), {QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("_SYSTEMD_UNIT")}};
}

QByteArray entries()
{
    return fixture(QStringLiteral("journal/entries.export"));
}

} // namespace

class TestJournalParse : public QObject {
    Q_OBJECT

private slots:
    void bytesAreKept();
    void anyCutGivesTheSame();
    void cutBodiesAreRefused();
    void badBodiesAreRefused_data();
    void badBodiesAreRefused();
    void aPageStopsAtItsCursor();
    void filtersAreExact();
    void requestsAlwaysHaveThreeParts();
    void fieldValuesAreRead();
};

void TestJournalParse::bytesAreKept()
{
    const auto page = parsePage(entries(), rules(), {}, {});
    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(page->entries, 3);
    QCOMPARE(page->lines.size(), std::size_t(3));
    const LogLine &plain = page->lines[0];
    QCOMPARE(plain.text, QByteArray("plain = text"));
    QCOMPARE(plain.nanos, 1795240001000000000LL);
    QCOMPARE(plain.cursor, QStringLiteral("s=aa;i=1"));
    QCOMPARE(plain.level, LogLevel::Error);
    QCOMPARE(plain.service, QStringLiteral("api"));
    QCOMPARE(plain.host, QStringLiteral("node1"));
    QVERIFY(!plain.fields.contains(u"MESSAGE"));
    QVERIFY(!plain.fields.contains(u"__CURSOR"));
    const LogLine &lines = page->lines[1];
    QCOMPARE(lines.text, QByteArray("first\nsecond\n\nfourth"));
    QCOMPARE(lines.service, QStringLiteral("web"));
    QCOMPARE(lines.fields.value(u"TAG"), QStringLiteral("alpha, beta"));
    QCOMPARE(lines.level, LogLevel::Info);
    const LogLine &binary = page->lines[2];
    QCOMPARE(binary.text, QByteArray("\x1b[31mred\x1b[0m \0 \xff\xfe", 17));
    QCOMPARE(binary.level, LogLevel::Unknown);
}

void TestJournalParse::anyCutGivesTheSame()
{
    const QByteArray all = entries();
    for (qsizetype cut = 0; cut <= all.size(); ++cut) {
        ExportParser parser;
        std::vector<QByteArray> messages;
        const auto take = [&](const Entry &entry) { messages.push_back(entry.value("MESSAGE").toByteArray()); };
        QVERIFY(parser.feed(QByteArrayView(all).first(cut), take));
        QVERIFY(parser.feed(QByteArrayView(all).sliced(cut), take));
        QVERIFY(!parser.isInsideEntry());
        QCOMPARE(messages.size(), std::size_t(3));
        QCOMPARE(messages[1], QByteArray("first\nsecond\n\nfourth"));
    }
    ExportParser parser;
    int count = 0;
    for (int round = 0; round < 1000; ++round) {
        for (const char byte : all) {
            QVERIFY(parser.feed(QByteArrayView(&byte, 1), [&](const Entry &) { ++count; }));
        }
    }
    QCOMPARE(count, 3000);
}

void TestJournalParse::cutBodiesAreRefused()
{
    const QByteArray all = entries();
    int refused = 0;
    for (qsizetype cut = 1; cut < all.size(); ++cut) {
        const auto page = parsePage(all.first(cut), rules(), {}, {});
        if (!page) {
            QCOMPARE(page.error().kind, ErrorKind::BadPayload);
            ++refused;
        } else {
            // Only whole entries may pass.
            QVERIFY(all.first(cut).endsWith("\n\n"));
        }
    }
    QVERIFY(refused > all.size() - 6);
}

void TestJournalParse::badBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("html") << QByteArray("<html>\n<body>sign in</body></html>\n");
    QTest::newRow("json") << QByteArray("{ \"MESSAGE\" : \"x\" }\n");
    QTest::newRow("words") << QByteArray("Failed to seek in journal.\n");
    QTest::newRow("huge length") << QByteArray("MESSAGE\n\xff\xff\xff\xff\xff\xff\xff\x7f", 16);
    QTest::newRow("wrong length") << QByteArray("MESSAGE\n\x02\0\0\0\0\0\0\0abcd\n\n", 22);
    QTest::newRow("endless name") << QByteArray(100'000, 'A');
    QTest::newRow("binary") << QByteArray("\0\1\2\3\n\n", 6);
}

void TestJournalParse::badBodiesAreRefused()
{
    QFETCH(QByteArray, body);
    const auto page = parsePage(body, rules(), {}, {});
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::BadPayload);
    QVERIFY(!page.error().where.isEmpty());
}

void TestJournalParse::aPageStopsAtItsCursor()
{
    const auto page = parsePage(entries(), rules(), {}, "s=aa;i=2");
    QVERIFY(page);
    QCOMPARE(page->entries, 1);
    QCOMPARE(page->firstCursor, QByteArray("s=aa;i=1"));
    QCOMPARE(parsePage(entries(), rules(), {}, "s=aa;i=1")->entries, 0);
}

void TestJournalParse::filtersAreExact()
{
    const auto texts = [](const EntryFilter &filter) {
        QByteArrayList found;
        const auto page = parsePage(entries(), rules(), filter, {});
        for (const LogLine &line : page->lines) {
            found.append(line.text.left(5));
        }
        return found;
    };
    EntryFilter filter;
    filter.fields = {{QStringLiteral("TAG"), QStringLiteral("beta")}};
    QCOMPARE(texts(filter), QByteArrayList {"first"});
    filter.fields = {{QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("api")}, {QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("x")}};
    QCOMPARE(texts(filter).size(), 2);
    filter.fields.push_back({QStringLiteral("PRIORITY"), QStringLiteral("3")});
    QCOMPARE(texts(filter), QByteArrayList {"plain"});
    filter = {};
    filter.text = QStringLiteral("SECOND");
    QCOMPARE(texts(filter), QByteArrayList {"first"});
    filter = {};
    filter.levels = {LogLevel::Unknown, LogLevel::Info};
    QCOMPARE(texts(filter).size(), 2);
    filter = {};
    filter.fromUsec = 1795240002000000;
    filter.toUsec = 1795240003000000;
    QCOMPARE(texts(filter), QByteArrayList {"first"});
}

void TestJournalParse::requestsAlwaysHaveThreeParts()
{
    const QUrl base(QStringLiteral("http://h:19531/"));
    const auto header = [](const HttpRequest &request) {
        for (const auto &[name, value] : request.headers) {
            if (name == "Range") {
                return value;
            }
        }
        return QByteArray();
    };
    QCOMPARE(header(entriesRequest(base, {}, {})), QByteArray("entries=:0:1"));
    QCOMPARE(header(entriesRequest(base, {}, {"s=aa;i=1", -5, 0})), QByteArray("entries=s=aa;i=1:-5:1"));
    QCOMPARE(timeCursor(UtcTime {1795240010000}), QByteArray("t=660c2e3152680"));
    // What is no cursor does not get into a header.
    QCOMPARE(header(entriesRequest(base, {}, {"x\r\nEvil: 1", 0, 1})), QByteArray("entries=:0:1"));
    const HttpRequest follow = followRequest(base, {{QStringLiteral("_SYSTEMD_UNIT"), QStringLiteral("a+b&c.service")}}, {{}, 0, 7});
    QCOMPARE(follow.url.toEncoded(), QByteArray("http://h:19531/entries?follow&_SYSTEMD_UNIT=a%2Bb%26c.service"));
    QCOMPARE(follow.timeout, Millis(0));
    QVERIFY(!isFieldName(u"message"));
    QVERIFY(!isFieldName(u"A B"));
    QCOMPARE(levelMatches({LogLevel::Error}).size(), std::size_t(4));
    QVERIFY(levelMatches({LogLevel::Error, LogLevel::Unknown}).empty());
}

void TestJournalParse::fieldValuesAreRead()
{
    const auto values = parseFieldValues(
        "{ \"U\" : \"b\" }\n{ \"U\" : \"a\" }\n{ \"U\" : [27,91] }\n{ \"U\" : null }\n{ \"U\" : \"a\" }\n", QStringLiteral("U"));
    QVERIFY(values);
    QCOMPARE(*values, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(!parseFieldValues("<html>", QStringLiteral("U")));
    QVERIFY(!parseMachine("[]"));
}

QTEST_GUILESS_MAIN(TestJournalParse)
#include "tst_journalparse.moc"
