#include "app/sources/victorialogs/logsql.h"
#include "tests/contract/logbench.h"
#include "tests/support/logsqlreader.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::victorialogs;

namespace {

bool takesRow(const QString &query, const LogsqlQuery::Fields &row)
{
    QString error;
    const LogsqlQuery read = readLogsql(query, error);
    if (!error.isEmpty()) {
        qWarning("%s", qPrintable(error));
    }
    return error.isEmpty() && read.takes(row);
}

const LineFields Names {{QStringLiteral("service"), QStringLiteral("k8s.app")}, {QStringLiteral("level"), QStringLiteral("log.level")}};

} // namespace

/// What is written in LogsQL says what was meant, whatever the texts hold.
class TestLogsql : public QObject {
    Q_OBJECT

private slots:
    void textsAreText_data();
    void textsAreText();
    void knownForms();
    void services();
    void levels();
};

void TestLogsql::textsAreText_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts {QStringLiteral("plain"), QStringLiteral("say \"no\""), QStringLiteral("C:\\new\\table"), QStringLiteral("a\nb\tc"),
        QStringLiteral("x or y | delete"), QStringLiteral("\") or *"), QStringLiteral("back`tick"), QStringLiteral("(a|b)*[c]+$^.?"),
        QStringLiteral("# no comment"), QStringLiteral("grün 日本 🦊"), QStringLiteral("\\"), QStringLiteral("_time:5m"), QStringLiteral("and"),
        QStringLiteral("!not"), QString(QChar(u'\x01'))};
    for (const QString &text : texts) {
        QTest::newRow(qPrintable(QString::fromLatin1(text.toUtf8().toPercentEncoding()))) << text;
    }
}

void TestLogsql::textsAreText()
{
    QFETCH(QString, text);
    LogQuery query;
    query.text = text;
    QVERIFY(takesRow(filterOf(query, Names), {{QStringLiteral("_msg"), QStringLiteral("before ") + text.toUpper() + QStringLiteral(" after")}}));
    QVERIFY(!takesRow(filterOf(query, Names), {{QStringLiteral("_msg"), QStringLiteral("something else")}}));
    query.text.clear();
    query.fields = {{text, text}};
    QVERIFY(takesRow(filterOf(query, Names), {{text, text}}));
    QVERIFY(!takesRow(filterOf(query, Names), {{text, text + u'x'}}));
    query.fields.push_back({text, QStringLiteral("other")});
    QVERIFY(takesRow(filterOf(query, Names), {{text, text}}));
    QVERIFY(takesRow(filterOf(query, Names), {{text, QStringLiteral("other")}}));
    QVERIFY(!takesRow(filterOf(query, Names), {{text, QString()}}));
}

void TestLogsql::knownForms()
{
    QCOMPARE(filterOf({}, Names), QStringLiteral("*"));
    LogQuery query;
    query.fields = {{QStringLiteral("ns"), QStringLiteral("a\"b")}};
    QCOMPARE(filterOf(query, Names), QStringLiteral("\"ns\":=\"a\\\"b\""));
    query.expression = QStringLiteral("error # why");
    QCOMPARE(filterOf(query, Names), query.expression);
    QString error;
    const LogsqlQuery read = readLogsql(oldest(query.expression, 5), error);
    QCOMPARE(error, QString());
    QVERIFY(read.isSorted);
    QCOMPARE(read.limit, std::optional(5));
}

void TestLogsql::services()
{
    LogQuery query;
    query.service = QStringLiteral("Cart");
    const QString written = filterOf(query, Names);
    QVERIFY(takesRow(written, {{QStringLiteral("service"), QStringLiteral("cart")}}));
    QVERIFY(takesRow(written, {{QStringLiteral("k8s.app"), QStringLiteral("Cart")}}));
    // The first field that a line has says its service.
    QVERIFY(!takesRow(written, {{QStringLiteral("service"), QStringLiteral("other")}, {QStringLiteral("k8s.app"), QStringLiteral("Cart")}}));
    QVERIFY(!takesRow(written, {{QStringLiteral("service"), QStringLiteral("carts")}}));
    query.fields = {{QStringLiteral("k8s.app"), QStringLiteral("y")}};
    QVERIFY(takesRow(filterOf(query, Names), {{QStringLiteral("k8s.app"), QStringLiteral("y")}}));
}

void TestLogsql::levels()
{
    const auto takesLevel = [](const std::vector<LogLevel> &levels, const QString &level, const QString &other) {
        LogQuery query;
        query.levels = levels;
        return takesRow(filterOf(query, Names), {{QStringLiteral("level"), level}, {QStringLiteral("log.level"), other}});
    };
    QVERIFY(takesLevel({LogLevel::Error}, QStringLiteral("FATAL"), {}));
    QVERIFY(takesLevel({LogLevel::Error}, {}, QStringLiteral("err")));
    QVERIFY(!takesLevel({LogLevel::Error}, QStringLiteral("info"), QStringLiteral("err")));
    QVERIFY(takesLevel({LogLevel::Unknown}, QStringLiteral("odd"), {}));
    QVERIFY(takesLevel({LogLevel::Unknown}, {}, {}));
    QVERIFY(!takesLevel({LogLevel::Unknown}, QStringLiteral("warn"), {}));
    QVERIFY(takesLevel({LogLevel::Unknown, LogLevel::Warning}, QStringLiteral("warn"), {}));
    QVERIFY(takesLevel({LogLevel::Error, LogLevel::Warning, LogLevel::Info, LogLevel::Debug, LogLevel::Unknown}, QStringLiteral("debug"), {}));
}

QTEST_GUILESS_MAIN(TestLogsql)
#include "tst_logsql.moc"
