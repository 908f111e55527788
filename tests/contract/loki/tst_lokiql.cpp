#include "app/sources/loki/logql.h"
#include "app/sources/loki/selection.h"
#include "tests/contract/logbench.h"
#include "tests/support/logqlreader.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::loki;

namespace {

QString readError(const QString &query)
{
    QString error;
    readLogql(query, error);
    return error;
}

bool takes(const QString &query, const LogqlQuery::Fields &stream, const QByteArray &line)
{
    QString error;
    const LogqlQuery read = readLogql(query, error);
    return error.isEmpty() && read.takes(stream, stream, line);
}

} // namespace

/// What is written in LogQL says what was meant, whatever the texts hold.
class TestLokiQl : public QObject {
    Q_OBJECT

private slots:
    void quoting_data();
    void quoting();
    void patternsAreText_data() { quoting_data(); }
    void patternsAreText();
    void knownForms();
    void levels();
    void servicesByAnyOfTheirLabels();
    void everyStreamIsInOneSelector();
    void coveringLabelsAreFew();
    void fieldsOfStreamsAndOfLines();
    void expressionsStand();
    void countsEndOnTheirOwnLine();
};

void TestLokiQl::quoting_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts {QString(), QStringLiteral("plain"), QStringLiteral("say \"no\""), QStringLiteral("C:\\new\\table"),
        QStringLiteral("a\nb\r\tc"), QStringLiteral("} |= `x` | json {"), QStringLiteral("\"} or {a=~\".+"), QStringLiteral("back`tick"),
        QStringLiteral("(a|b)*[c]+$^.?"), QStringLiteral("# no comment"), QStringLiteral("grüße 日本 🦊"), QStringLiteral("\\"),
        QStringLiteral("\\\""), QStringLiteral("\\n"), QString(QChar(u'\x01')) + QChar(u'\x7f'), QStringLiteral("100%"),
        QStringLiteral("${x} {{.y}}"), QStringLiteral("(?i)x")};
    for (const QString &text : texts) {
        QTest::newRow(qPrintable(QString::fromLatin1(text.toUtf8().toPercentEncoding()) + u'_')) << text;
    }
}

void TestLokiQl::quoting()
{
    QFETCH(QString, text);
    const LogqlQuery::Fields stream {{QStringLiteral("a"), text}, {QStringLiteral("b"), QStringLiteral("b")}};
    const LogqlQuery::Fields other {{QStringLiteral("a"), text + u'x'}, {QStringLiteral("b"), QStringLiteral("b")}};
    const QString query = selector({matcher(QStringLiteral("a"), {text}), present(QStringLiteral("b"))});
    QCOMPARE(readError(query), QString());
    QVERIFY(takes(query, stream, "line"));
    QVERIFY(!takes(query, other, "line"));
}

void TestLokiQl::patternsAreText()
{
    QFETCH(QString, text);
    LogQuery query;
    query.text = text;
    const QString written = QStringLiteral("{b=\"b\"}") + pipeline(query, {}, {});
    QCOMPARE(readError(written), QString());
    const LogqlQuery::Fields stream {{QStringLiteral("b"), QStringLiteral("b")}};
    QVERIFY(takes(written, stream, "before " + text.toUtf8() + " after"));
    QVERIFY(takes(written, stream, "before " + text.toUpper().toUtf8() + " after") || text.toUpper().size() != text.size());
    QCOMPARE(takes(written, stream, "something else"), text.isEmpty());
    const QString several = selector({matcher(QStringLiteral("a"), {text, QStringLiteral("or this")}), present(QStringLiteral("b"))});
    QVERIFY(takes(several, {{QStringLiteral("a"), text}, {QStringLiteral("b"), QStringLiteral("b")}}, "x"));
    QVERIFY(!takes(several, {{QStringLiteral("a"), text + QStringLiteral("or")}, {QStringLiteral("b"), QStringLiteral("b")}}, "x"));
}

void TestLokiQl::knownForms()
{
    QCOMPARE(quoted(u"a\"b\\c\nd"), QStringLiteral("\"a\\\"b\\\\c\\nd\""));
    QCOMPARE(quoted(QString(QChar(0xd800))), QStringLiteral("\"\uFFFD\""));
    QCOMPARE(quotedPattern(u"a.b"), QStringLiteral("\"a\\\\.b\""));
    QCOMPARE(matcher(QStringLiteral("a"), {QStringLiteral("x"), QStringLiteral("y.z")}), QStringLiteral("a=~\"x|y\\\\.z\""));
    QVERIFY(isLabelName(u"_a9"));
    QVERIFY(!isLabelName(u"9a"));
    QVERIFY(!isLabelName(u"a.b"));
    QVERIFY(!isLabelName(u""));
    QVERIFY(!isLabelName(u"ä"));
}

void TestLokiQl::levels()
{
    LogQuery query;
    query.levels = {LogLevel::Error};
    const QString written = QStringLiteral("{a=\"a\"}") + pipeline(query, {}, {QStringLiteral("level"), QStringLiteral("detected_level")});
    const auto has = [&](const QString &level, const QString &detected) {
        LogqlQuery::Fields fields {{QStringLiteral("a"), QStringLiteral("a")}};
        fields.insert(QStringLiteral("level"), level);
        fields.insert(QStringLiteral("detected_level"), detected);
        return takes(written, fields, "x");
    };
    QVERIFY(has(QStringLiteral("ERROR"), {}));
    QVERIFY(has(QStringLiteral("crit"), {}));
    QVERIFY(has({}, QStringLiteral("fatal")));
    QVERIFY(has(QStringLiteral("3"), {}));
    // The first field that is there counts, as in the lines themselves.
    QVERIFY(!has(QStringLiteral("info"), QStringLiteral("error")));
    QVERIFY(!has({}, QStringLiteral("errors2")));
    QVERIFY(!has({}, {}));
    query.levels = {LogLevel::Error, LogLevel::Unknown};
    QCOMPARE(pipeline(query, {}, {QStringLiteral("level")}), QString());
}

void TestLokiQl::servicesByAnyOfTheirLabels()
{
    LogQuery query;
    query.service = QStringLiteral("Checkout");
    const LineFields fields {{QStringLiteral("service_name"), QStringLiteral("app"), QStringLiteral("job")}, {}};
    const Streams streams {{QStringLiteral("app"), QStringLiteral("job"), QStringLiteral("pod")}, {}};
    const auto questions = questionsOf(query, fields, streams);
    QVERIFY(questions);
    QCOMPARE(questions->queries.size(), std::size_t(2));
    const auto foundBy = [&](const LogqlQuery::Fields &stream) {
        return std::ranges::count_if(questions->queries, [&](const QString &one) { return takes(one, stream, "x"); });
    };
    QCOMPARE(foundBy({{QStringLiteral("app"), QStringLiteral("Checkout")}}), 1);
    QCOMPARE(foundBy({{QStringLiteral("job"), QStringLiteral("checkout")}}), 1);
    QCOMPARE(foundBy({{QStringLiteral("app"), QStringLiteral("checkout")}, {QStringLiteral("job"), QStringLiteral("Checkout")}}), 1);
    QCOMPARE(foundBy({{QStringLiteral("job"), QStringLiteral("checkouts")}}), 0);
    const auto none = questionsOf(query, fields, Streams {{QStringLiteral("pod")}, {}});
    QVERIFY(none && none->queries.empty() && none->lack);
    QVERIFY(none->lack->what.contains(QStringLiteral("service_field")));
}

void TestLokiQl::everyStreamIsInOneSelector()
{
    const std::vector<QStringList> all = allStreams({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    for (int bits = 1; bits < 8; ++bits) {
        LogqlQuery::Fields stream;
        for (int i = 0; i < 3; ++i) {
            if ((bits & (1 << i)) != 0) {
                stream.insert(QString(QChar(u'a' + char16_t(i))), QStringLiteral("v"));
            }
        }
        QCOMPARE(std::ranges::count_if(all, [&](const QStringList &one) { return takes(selector(one), stream, "x"); }), 1);
    }
}

void TestLokiQl::coveringLabelsAreFew()
{
    const std::vector<Labels> series {{{"app", "a"}, {"job", "j"}}, {{"job", "k"}}, {{"job", "k"}, {"pod", "p"}}, {{"file", "f"}}, {}};
    QCOMPARE(coveringLabels(series), QStringList({QStringLiteral("job"), QStringLiteral("file")}));
    QCOMPARE(coveringLabels({}), QStringList());
}

void TestLokiQl::fieldsOfStreamsAndOfLines()
{
    LogQuery query;
    query.fields = {
        {QStringLiteral("app"), QStringLiteral("a")}, {QStringLiteral("app"), QStringLiteral("b")}, {QStringLiteral("trace"), QStringLiteral("1")}};
    const Streams streams {{QStringLiteral("app")}, {QStringLiteral("app")}};
    QVERIFY(!needsAllStreams(query, {}, streams.labels));
    const auto questions = questionsOf(query, {}, streams);
    QVERIFY(questions);
    QCOMPARE(questions->queries, std::vector<QString>({QStringLiteral("{app=~\"a|b\"} | trace=\"1\"")}));
    query.fields = {{QStringLiteral("a-b"), QStringLiteral("a")}};
    const auto refused = questionsOf(query, {}, streams);
    QVERIFY(!refused && refused.error().kind == ErrorKind::Rejected);
    query.fields = {{QStringLiteral("app"), QString()}};
    QVERIFY(needsAllStreams(query, {}, streams.labels));
}

void TestLokiQl::expressionsStand()
{
    LogQuery query;
    query.expression = QStringLiteral("{a=\"b\"} | json | x > 3 # why");
    const auto questions = questionsOf(query, {}, {});
    QVERIFY(questions);
    QCOMPARE(questions->queries, std::vector<QString>({query.expression}));
}

void TestLokiQl::countsEndOnTheirOwnLine()
{
    const QString written = counted(QStringLiteral("{a=\"b\"} # why"), {QStringLiteral("level")}, Millis(1500));
    QString error;
    const LogqlQuery read = readLogql(written, error);
    QCOMPARE(error, QString());
    QVERIFY(read.isCount);
    QCOMPARE(read.spanMs, qint64(1500));
    QCOMPARE(read.by, QStringList({QStringLiteral("level")}));
}

QTEST_GUILESS_MAIN(TestLokiQl)
#include "tst_lokiql.moc"
