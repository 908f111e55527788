#include "tests/cli/clibench.h"
#include "tests/support/scriptedserver.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace quarterdeck;

class TestQdeckOffline : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(QFileInfo::exists(CliBench::program()), "build the target qdeck first"); }
    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const auto row = [](const char *line, int code) { QTest::newRow(line) << QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts) << code; };
        row("--help", 0);
        row("--version", 0);
        row("alerts --help", 0);
        row("", 2);
        row("dance", 2);
        row("alerts --state bogus", 2);
        row("alerts --source nowhere", 2);
        row("completion powershell", 2);
        row("completion zsh", 0);
        row("runbook list", 0);
        row("alerts --nonsense", 2);
        row("ack", 2);
        row("metrics", 2);
        row("metrics up --since yesterday", 2);
        row("logs --from now --to now-1h", 2);
        row("ack x --for never", 2);
        row("silence", 2);
        row("silence --matcher nothing", 2);
        row("silence service=db am:0123456789abcdef", 2);
        row("silence service=~(", 2);
        row("runbook", 2);
        row("runbook derive", 2);
        row("runbook derive /does/not/exist", 1);
        row("kpi --events /does/not/exist", 1);
        row("info", 0);
    }
    void usage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\n");
        const CliRun run = b.run(arguments);
        QVERIFY2(run.code == code, run.out + run.err);
        QVERIFY(!(run.out + run.err).isEmpty());
    }
    void emptyConfigurationWorks()
    {
        CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\n");
        for (const QString &command : {QStringLiteral("sources"), QStringLiteral("alerts"), QStringLiteral("services"), QStringLiteral("outbox"),
                 QStringLiteral("kpi"), QStringLiteral("doctor")}) {
            const CliRun run = b.json({command});
            // Whether an alert is open cannot be known, and the answer is no success.
            const bool isOfAlerts = command == QLatin1String("alerts") || command == QLatin1String("services");
            QVERIFY2(run.code == (isOfAlerts ? 1 : 0), run.err + run.out);
            QVERIFY(run.json().value(QLatin1String("schema")).toString().startsWith(QLatin1String("quarterdeck.")));
        }
        // No source at all is not an all-clear.
        QVERIFY(!b.run({QStringLiteral("alerts")}).out.startsWith("No open alerts.\n"));
    }
    void metricsThatCameWithAWarningArePartial()
    {
        QByteArray more = R"(,"warnings":["a store did not answer"])";
        ScriptedServer server([&more](const ScriptedRequest &) {
            return ScriptedReply::json(
                R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1,"2"]]}]})" + more + "}");
        });
        CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\nbackends:\n- {name: prom, type: prometheus, url: '" + server.url().toEncoded() + "'}\n");
        const QStringList metrics {QStringLiteral("metrics"), QStringLiteral("x")};
        const CliRun run = b.json(metrics);
        QVERIFY2(run.code == 3, run.err + run.out);
        QCOMPARE(run.items().size(), 1);
        QCOMPARE(run.json().value(QLatin1String("warnings")).toArray(), QJsonArray {QStringLiteral("a store did not answer")});
        QCOMPARE(
            run.json().value(QLatin1String("stale")).toArray().at(0).toObject().value(QLatin1String("backend")).toString(), QStringLiteral("prom"));
        QVERIFY(b.run(metrics).out.contains("! prom: its answer may be incomplete: a store did not answer\n"));
        more.clear();
        const CliRun whole = b.json(metrics);
        QVERIFY2(whole.code == 0, whole.err + whole.out);
        QVERIFY(whole.json().value(QLatin1String("warnings")).toArray().isEmpty());
    }
    void numbersKeepWhatTellsThemApart()
    {
        ScriptedServer server([](const ScriptedRequest &) {
            return ScriptedReply::json(R"({"status":"success","data":{"resultType":"matrix","result":[)"
                                       R"({"metric":{"a":"1"},"values":[[1,"1796083200"],[2,"9007199254740991"]]},)"
                                       R"({"metric":{"a":"2"},"values":[[1,"NaN"],[2,"+Inf"],[3,"-Inf"],[4,"0.12345678"]]},)"
                                       R"({"metric":{"a":"3"},"values":[[4,"0.12345679"]]}]}})");
        });
        CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\nbackends:\n- {name: prom, type: prometheus, url: '" + server.url().toEncoded() + "'}\n");
        const CliRun run = b.run({QStringLiteral("metrics"), QStringLiteral("x")});
        QVERIFY2(run.out.contains("9007199254740991") && run.out.contains("1796083200"), run.out);
        QVERIFY2(run.out.contains("0.12345678") && run.out.contains("0.12345679"), run.out);
        QVERIFY2(run.out.contains("The step is 15s"), run.out);
        const CliRun json = b.json({QStringLiteral("metrics"), QStringLiteral("x"), QStringLiteral("--since"), QStringLiteral("7d")});
        QCOMPARE(json.code, 0);
        QCOMPARE(json.json().value(QLatin1String("stepSeconds")).toDouble(), 55.0);
        const QJsonArray samples = json.item(1).value(QLatin1String("samples")).toArray();
        QCOMPARE(samples[0].toArray()[1].toString(), QStringLiteral("NaN"));
        QCOMPARE(samples[1].toArray()[1].toString(), QStringLiteral("+Inf"));
        QCOMPARE(samples[2].toArray()[1].toString(), QStringLiteral("-Inf"));
        QCOMPARE(b.run({QStringLiteral("metrics"), QStringLiteral("x"), QStringLiteral("--step"), QStringLiteral("often")}).code, 2);
    }
    void whatIsPartialSaysSo()
    {
        ScriptedServer server([](const ScriptedRequest &) {
            return ScriptedReply::json(
                R"({"status":"success","isPartial":true,"data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1,"2"]]}]}})");
        });
        CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\nbackends:\n- {name: prom, type: prometheus, url: '" + server.url().toEncoded() + "'}\n");
        const CliRun run = b.run({QStringLiteral("metrics"), QStringLiteral("x")});
        QCOMPARE(run.code, 3);
        QVERIFY2(run.out.contains("incomplete"), run.out);
    }
    void wrongConfigurationIsNamed()
    {
        CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\nbackends: [\n");
        QCOMPARE(b.run({QStringLiteral("alerts")}).code, 1);
        const CliRun check = b.run({QStringLiteral("config"), QStringLiteral("check")});
        QCOMPARE(check.code, 1);
        QVERIFY(check.err.contains("config.yaml"));
        b.write(QStringLiteral("config.yaml"), "version: 1\nbakends: []\n");
        const CliRun typo = b.json({QStringLiteral("config"), QStringLiteral("check")});
        QVERIFY(typo.out.contains("bakends"));
        QCOMPARE(b.run({QStringLiteral("alerts"), QStringLiteral("--context"), QStringLiteral("nowhere")}).code, 1);
    }
    void filesArePrivate()
    {
        CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\n");
        QCOMPARE(b.run({QStringLiteral("outbox")}).code, 0);
        QVERIFY(QFileInfo::exists(b.data() + QStringLiteral("/state.db")));
        QProcess find;
        find.start(QStringLiteral("find"), {b.data(), QStringLiteral("-perm"), QStringLiteral("/077")});
        QVERIFY(find.waitForFinished());
        QCOMPARE(find.readAllStandardOutput(), QByteArray());
    }
    void derivesARunbook()
    {
        CliBench b;
        b.write(QStringLiteral("disk.md"), "# Disk full\n\n- [ ] Look at it\n  ```\n  $ df -h\n  ```\n- [x] Done before\n");
        const CliRun run = b.bare(
            {QStringLiteral("runbook"), QStringLiteral("derive"), b.folder.filePath(QStringLiteral("disk.md")), QStringLiteral("--json")});
        QCOMPARE(run.code, 0);
        QCOMPARE(run.json().value(QLatin1String("schema")).toString(), QStringLiteral("quarterdeck.runbook/1"));
        const QJsonArray steps = run.json().value(QLatin1String("steps")).toArray();
        QCOMPARE(steps.size(), 2);
        QCOMPARE(run.item().value(QLatin1String("steps")).toArray(), steps);
        QVERIFY(steps[1].toObject().value(QLatin1String("isTickedInFile")).toBool());
    }
    // A step below "If the primary is down:" is wrong without these words, and a loop on one line can't be copied.
    void theChecklistSaysWhenAStepHolds()
    {
        CliBench b;
        b.write(QStringLiteral("db.md"),
            "# Failover\n\n## Mitigation\n\nIf the primary is down:\n\n1. Promote\n\n   ```console\n   $ for i in a b; do\n   >   echo $i\n   > "
            "done\n   ```\n"
            "2. Look\n\n   ```promql\n   up == 0\n   ```\n");
        const CliRun run = b.bare({QStringLiteral("runbook"), QStringLiteral("derive"), b.folder.filePath(QStringLiteral("db.md"))});
        QCOMPARE(run.code, 0);
        QCOMPARE(QString::fromUtf8(run.out),
            QStringLiteral(
                "Failover\n\nMitigation › If the primary is down:\n[ ] Promote  act\n      $ for i in a b; do\n          echo $i\n        done\n"
                "[ ] Look  act\n        up == 0\n"));
    }
    // An empty list and an answer that was lost look alike to a script.
    void anAnswerThatIsLostIsNoSuccess()
    {
        CliBench b;
        b.write(QStringLiteral("disk.md"), "# Disk full\n\n- [ ] Look at it\n");
        QProcess shell;
        shell.start(QStringLiteral("sh"),
            {QStringLiteral("-c"), QStringLiteral("exec \"$0\" runbook derive \"$1\" > /dev/full"), CliBench::program(),
                b.folder.filePath(QStringLiteral("disk.md"))});
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(shell.exitCode(), 1);
        QVERIFY2(shell.readAllStandardError().contains("could not be written"), "no word of it");
    }
    void terminalSequencesDoNotPass()
    {
        CliBench b;
        b.write(QStringLiteral("evil.md"), "# T\x1b]0;owned\x07itle\n\n- [ ] step \x1b[2J \xe2\x80\xae gpj.exe\n");
        const CliRun run = b.bare({QStringLiteral("runbook"), QStringLiteral("derive"), b.folder.filePath(QStringLiteral("evil.md"))});
        QCOMPARE(run.code, 0);
        QVERIFY(!run.out.contains('\x1b'));
        QVERIFY(!run.out.contains("\xe2\x80\xae"));
    }
};

QTEST_GUILESS_MAIN(TestQdeckOffline)
#include "tst_qdeckoffline.moc"
