#include "tests/cli/clibench.h"
#include "tests/support/scriptedserver.h"

#include <QDateTime>

using namespace quarterdeck;

/// How the numbers of metrics are told.
class TestQdeckNumbers : public QObject {
    Q_OBJECT

private slots:
    void aNumberIsNoOtherForWantOfDigits_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char *value, const char *told) { QTest::newRow(value) << QByteArray(value) << QByteArray(told); };
        row("12345678901.25", " 12345678901.25 ");
        row("12345678901.75", " 12345678901.75 ");
        row("1796083200.123", " 1796083200.123 ");
        row("123456.7", " 123456.7 ");
        row("9007199254740993", " 9007199254740992 ");
        row("0.3333333333333333", " 0.333333 ");
        row("1234.56789", " 1234.568 ");
        row("42", " 42 ");
        row("NaN", " NaN ");
    }
    void aNumberIsNoOtherForWantOfDigits()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, told);
        ScriptedServer server([&value](const ScriptedRequest &request) {
            if (!request.path().endsWith("/query_range")) {
                return ScriptedReply::json(R"({"status":"success","data":{}})");
            }
            const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch());
            return ScriptedReply::json(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"x"},"values":[[)" + now
                + ",\"" + value + "\"]]}]}}");
        });
        CliBench b;
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: prom, type: prometheus, url: '" + server.url(QString()).toEncoded() + "'}\n");
        const CliRun run = b.run({QStringLiteral("metrics"), QStringLiteral("x"), QStringLiteral("-o"), QStringLiteral("wide")});
        QVERIFY2(run.out.contains(told), run.out + run.err);
    }

    // LAST is the newest sample and says how old it is; what a coarse step can miss is said, too.
    void theLastSampleHasItsAgeAndTheStepIsSaid()
    {
        ScriptedServer server([](const ScriptedRequest &request) {
            if (!request.path().endsWith("/query_range")) {
                return ScriptedReply::json(R"({"status":"success","data":{}})");
            }
            const qint64 now = QDateTime::currentSecsSinceEpoch();
            return ScriptedReply::json(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"x"},"values":[[)"
                + QByteArray::number(now - 1200) + ",\"7\"],[" + QByteArray::number(now - 600) + ",\"42\"]]}]}}");
        });
        CliBench b;
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: prom, type: prometheus, url: '" + server.url(QString()).toEncoded() + "'}\n");
        const CliRun run = b.run({QStringLiteral("metrics"), QStringLiteral("x"), QStringLiteral("--since"), QStringLiteral("7d")});
        const QList<QByteArray> lines = run.out.split('\n');
        const auto row = std::find_if(lines.begin(), lines.end(), [](const QByteArray &line) { return line.startsWith("{__name__"); });
        QVERIFY2(row != lines.end() && row->contains(" 42 ") && row->contains("10 min"), run.out + run.err);
        QVERIFY2(run.out.contains("The step is ") && run.out.contains("anything shorter can fall between two samples"), run.out + run.err);
    }
};

QTEST_GUILESS_MAIN(TestQdeckNumbers)
#include "tst_qdecknumbers.moc"
