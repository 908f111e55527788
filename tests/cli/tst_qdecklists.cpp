#include "tests/cli/clibench.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <csignal>

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

QByteArray alert(const QByteArray &name, const QByteArray &service, const QByteArray &severity, const QByteArray &summary, const QByteArray &day)
{
    return R"({"labels":{"alertname":")" + name + R"(","service":")" + service + R"(","severity":")" + severity + R"("},"annotations":{"summary":")"
        + summary + R"("},"startsAt":")" + day + R"(T00:00:00Z","endsAt":"2036-01-01T00:00:00Z"})";
}

QByteArrayList linesOf(const QByteArray &out)
{
    QByteArrayList lines = out.split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

} // namespace

/// What the lists of qdeck look like, and what it refuses to understand, with a real Alertmanager. The slots build on each other.
class TestQdeckLists : public QObject {
    Q_OBJECT

    RealAlertmanager m_alertmanager;
    CliBench m_b;

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(m_alertmanager.start(), m_alertmanager.log());
        QVERIFY(m_alertmanager.post('[' + alert("DiskFull", "db", "warning", "=SUM(A1,A2)", "2026-01-02") + ','
            + alert("LatencyOfTheCheckoutIsMuchTooHighInEuropeWest", "checkout", "critical",
                "p99 is above five seconds for more than ten minutes in both zones", "2026-01-01")
            + ']'));
        m_b.environment.remove(QStringLiteral("COLUMNS"));
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + m_alertmanager.url().toEncoded()
                + "'}\nservices:\n- {name: idle}\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_b.json(words("alerts")).items().size(), 2, 40'000);
    }
    void fitsTheTerminalWithTheIdFirst()
    {
        const CliRun run = m_b.run(words("alerts"));
        QVERIFY2(run.code == 0, run.err);
        const QByteArrayList lines = linesOf(run.out);
        QVERIFY2(lines[0].startsWith("ID "), lines[0]);
        QVERIFY2(lines[1].startsWith("am:"), lines[1]);
        for (const QByteArray &line : lines) {
            QVERIFY2(QString::fromUtf8(line).size() <= 80, line);
        }
        // What is cut says so.
        QVERIFY2(lines[1].contains("\xe2\x80\xa6"), lines[1]);
        const CliRun wide = m_b.run(words("alerts -o wide"));
        QVERIFY(wide.out.contains("LatencyOfTheCheckoutIsMuchTooHighInEuropeWest"));
        QVERIFY(wide.out.contains("in both zones"));
        m_b.environment.insert(QStringLiteral("COLUMNS"), QStringLiteral("60"));
        for (const QByteArray &line : linesOf(m_b.run(words("alerts")).out)) {
            QVERIFY2(QString::fromUtf8(line).size() <= 60, line);
        }
        m_b.environment.remove(QStringLiteral("COLUMNS"));
    }
    void aTimeIsNeverCut()
    {
        const QString id = m_b.json(words("alerts --sort alert")).field("id");
        const CliRun silenced = m_b.run(
            words("silence --for 3h --author somebody-with-a-long-name --text") << QStringLiteral("While it is cleaned up") << id);
        QVERIFY2(silenced.code == 0, silenced.err + silenced.out);
        static const QRegularExpression Clock(QStringLiteral("  (\\d\\d\\d\\d-\\d\\d-\\d\\d )?\\d\\d:\\d\\d( |$)"));
        m_b.environment.insert(QStringLiteral("COLUMNS"), QStringLiteral("62"));
        for (const char *list : {"silences", "outbox"}) {
            const QByteArrayList lines = linesOf(m_b.run(words(list)).out);
            QVERIFY2(QString::fromUtf8(lines[1]).contains(Clock), lines[1]);
            QVERIFY2(QString::fromUtf8(lines[1]).size() <= 62, lines[1]);
        }
        m_b.environment.remove(QStringLiteral("COLUMNS"));
        QVERIFY(m_b.run(words("silences -o wide")).out.contains(" left)"));
        // There is one to extend.
        const CliRun again = m_b.run(words("silence --for 5h --text more") << id);
        QVERIFY2(again.out.contains(id.toUtf8() + " is silenced already until "), again.out + again.err);
        QCOMPARE(m_b.run(words("unsilence") << id).code, 0);
    }
    void printsEveryFormat()
    {
        const CliRun json = m_b.run(words("alerts -o json"));
        QCOMPARE(json.items().size(), 2);
        QByteArrayList ids {json.field("id").toUtf8(), json.field("id", 1).toUtf8()};
        QCOMPARE(linesOf(m_b.run(words("alerts --output name")).out), ids);
        const QByteArrayList csv = linesOf(m_b.run(words("alerts -o CSV")).out);
        QCOMPARE(csv.size(), 3);
        QCOMPARE(csv[0], QByteArray("id,severity,state,since,service,alert,summary\r"));
        QVERIFY2(csv[2].endsWith(",DiskFull,\"'=SUM(A1,A2)\"\r"), csv[2]);
        for (const char *list : {"sources -o csv", "services -o name", "outbox -o wide", "runbook list -o csv"}) {
            const CliRun run = m_b.run(words(list));
            QVERIFY2(run.code == 0, list + run.err);
        }
        QCOMPARE(linesOf(m_b.run(words("sources -o name")).out), QByteArrayList {"am"});
        QVERIFY(m_b.run(words("outbox -o csv")).out.startsWith("id,state,verb,source,what,when,why\r\n"));
    }
    void sorts()
    {
        const auto names = [this](const char *line) {
            QStringList titles;
            const QJsonArray items = m_b.json(words(line)).items();
            for (const QJsonValue &item : items) {
                titles.append(item.toObject().value(QLatin1String("title")).toString().left(4));
            }
            return titles;
        };
        const QStringList worstFirst {QStringLiteral("Late"), QStringLiteral("Disk")};
        const QStringList diskFirst {QStringLiteral("Disk"), QStringLiteral("Late")};
        QCOMPARE(names("alerts"), worstFirst);
        QCOMPARE(names("alerts --sort severity"), worstFirst);
        QCOMPARE(names("alerts --sort=-severity"), diskFirst);
        QCOMPARE(names("alerts --sort SINCE"), diskFirst); // The younger first.
        QCOMPARE(names("alerts --sort=-since"), worstFirst);
        QCOMPARE(names("alerts --sort alert"), diskFirst);
        QVERIFY(linesOf(m_b.run(words("alerts --sort alert -o csv")).out)[1].contains("DiskFull"));
    }
    void understandsStates()
    {
        for (const char *state : {"triggered", "Triggered", "firing", "FIRING", "active"}) {
            const CliRun run = m_b.json({QStringLiteral("alerts"), QStringLiteral("--state"), QString::fromLatin1(state)});
            QVERIFY2(run.code == 0 && run.items().size() == 2, state + run.err);
        }
        const CliRun none = m_b.json(words("alerts --state silenced --state inhibited"));
        QCOMPARE(none.code, 0);
        QVERIFY(none.items().isEmpty());
    }
    void filters_data()
    {
        QTest::addColumn<QStringList>("filter");
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const QStringList &filter, int count, const char *said = "") {
            QTest::newRow(qPrintable(filter.join(u' '))) << filter << count << QByteArray(said);
        };
        row({QStringLiteral("--filter"), QStringLiteral("severity:critical @age>1h")}, 1);
        row({QStringLiteral("severity:critical")}, 1);
        row({QStringLiteral("severity:critical"), QStringLiteral("service:db")}, 0, "Without severity:critical: 1. Without service:db: 1.");
        row({QStringLiteral("--filter=-service:db")}, 1);
        row({QStringLiteral("alertname=~\"Disk.*\"")}, 1);
        row({QStringLiteral("@source:am"), QStringLiteral("@state:firing")}, 2);
        row({QStringLiteral("\"both zones\"")}, 1);
        row({QStringLiteral("is:resolved")}, 0, "Without is:resolved: 2.");
        row({QStringLiteral("@age<1h")}, 0, "Without @age<1h: 2.");
    }
    void filters()
    {
        QFETCH(QStringList, filter);
        QFETCH(int, count);
        QFETCH(QByteArray, said);
        const QStringList line {QStringLiteral("alerts")};
        const CliRun found = m_b.json(line + filter);
        QVERIFY2(found.code == 0 && found.items().size() == count, found.out + found.err);
        const CliRun run = m_b.run(line + filter);
        QVERIFY2(run.out.contains(said), run.out);
    }
    void printsTheTermsOfAFilter()
    {
        const QByteArrayList lines = linesOf(m_b.run(words("alerts --cached --terms")).out);
        for (const char *term : {"severity:critical", "service:checkout", "@age>", "@source:am", "alertname:DiskFull"}) {
            QVERIFY2(lines.contains(term), lines.join('\n'));
        }
    }
    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArrayList>("said");
        const auto row = [](const char *line, const QByteArrayList &said) { QTest::newRow(line) << QString::fromLatin1(line) << said; };
        row("alerts --state triggred", {"Did you mean triggered?", "Possible are triggered, acknowledged"});
        row("alerts --state bogus", {"\"bogus\"", "resolved"});
        row("alerts --state triggered --state bogus", {"\"bogus\""});
        row("alerts --service chekout", {"No service is named \"chekout\"", "Did you mean checkout?"});
        row("alerts --service nothing-like-it", {"qdeck services lists"});
        row("alerts --source an", {"\"an\"", "Did you mean am?"});
        row("alerts --cached --source prom", {"\"prom\""});
        row("sources --source prom", {"\"prom\""});
        row("alerts --filter @agee>1h", {"\"@agee>\" (character 1 of the filter)", "did you mean @age?"});
        row("alerts --filter severity:critcal", {"\"critcal\" (character 10 of the filter)", "did you mean critical?"});
        row("alerts severity:critical @age>1x", {"\"1x\" (character 24 of the filter)", "30m, 2h or 7d"});
        row("alerts pod=~(web", {"\"(web\" (character 6 of the filter)", "not closed"});
        row("alerts --sort sevrity", {"Did you mean severity?"});
        row("alerts -o xml", {"table, wide, json, csv or name"});
        row("alerts --json -o csv", {"contradict"});
        row("alerts --watch soon", {"seconds"});
        row("alerts --watch 0", {"seconds"});
        row("alerts --stat firing", {"There is no option --stat.", "--state"});
        row("silencs", {"There is no command silencs. Did you mean silence"});
        row("alert", {"Did you mean alerts?"});
        row("dance", {"There is no command dance.", "qdeck --help"});
        row("outbox withdrw x", {"Did you mean withdraw?"});
        row("runbook lst", {"Did you mean list?"});
        row("runbook", {"qdeck runbook --help"});
        row("", {"qdeck --help"});
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, line);
        QFETCH(QByteArrayList, said);
        const CliRun run = m_b.run(line.split(u' ', Qt::SkipEmptyParts));
        QVERIFY2(run.code == 2, run.out + run.err);
        QCOMPARE(run.out, QByteArray());
        for (const QByteArray &word : said) {
            QVERIFY2(run.err.contains(word), run.err);
        }
    }
    void knowsServicesInAnyCase()
    {
        QCOMPARE(m_b.json(words("alerts --service Checkout")).items().size(), 1);
        // One of the catalog without alerts is known.
        QCOMPARE(m_b.json(words("alerts --service idle")).code, 0);
    }
    void saysThatThereIsNoConfiguration()
    {
        CliBench empty;
        empty.environment.insert(QStringLiteral("HOME"), empty.folder.path());
        for (const char *variable :
            {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "QUARTERDECK_CONFIG_DIR"}) {
            empty.environment.remove(QLatin1StringView(variable));
        }
        for (const char *line : {"alerts", "alerts --cached", "alerts --json", "sources", "sync --once", "sync"}) {
            const CliRun run = empty.bare(words(line));
            QVERIFY2(run.code == 1, line + run.out);
            QVERIFY2(run.err.contains("There is no configuration yet") && run.err.contains("config.yaml"), run.err);
            QVERIFY2(!run.out.contains("No open alerts"), run.out);
        }
    }
    void showsNotesAndWhyAnAlertIsQuiet()
    {
        const QString disk = m_b.json(words("alerts --service db")).field("id");
        QCOMPARE(m_b.run(words("note --author ana --text seen-it") << disk).code, 0);
        QCOMPARE(m_b.run(words("silence service=db --for 1h --author bob --text cleaning")).code, 0);
        for (const char *verb : {"show", "alerts"}) {
            const CliRun run = m_b.run({QString::fromLatin1(verb), disk});
            QVERIFY2(run.code == 0, run.err);
            for (const char *said : {"DiskFull", "ana: seen-it", "Silence", "by bob", "cleaning", "fired"}) {
                QVERIFY2(run.out.contains(said), run.out);
            }
        }
        const QJsonObject told = m_b.json({QStringLiteral("show"), disk}).item();
        QCOMPARE(told.value(QLatin1String("notes")).toArray().at(0).toObject().value(QLatin1String("text")).toString(), QStringLiteral("seen-it"));
        const QJsonObject quiet = told.value(QLatin1String("alert")).toObject().value(QLatin1String("quiet")).toArray().at(0).toObject();
        QCOMPARE(quiet.value(QLatin1String("kind")).toString(), QStringLiteral("silence"));
        QCOMPARE(quiet.value(QLatin1String("by")).toString(), QStringLiteral("bob"));
        QVERIFY(!told.value(QLatin1String("timeline")).toArray().isEmpty());
        QCOMPARE(m_b.json(words("alerts --state silenced")).items().size(), 1);
        QCOMPARE(m_b.run(words("show 0123456789abcdef")).code, 1);
    }
    void watchesUntilItIsEnded_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("signal");
        QTest::newRow("alerts") << QStringLiteral("alerts --watch 1") << SIGTERM;
        QTest::newRow("sources") << QStringLiteral("sources --watch 1 -o csv") << SIGINT;
        QTest::newRow("outbox") << QStringLiteral("outbox --watch 1") << SIGHUP;
    }
    void watchesUntilItIsEnded()
    {
        QFETCH(QString, line);
        QFETCH(int, signal);
        QProcess process;
        process.setProcessEnvironment(m_b.environment);
        process.start(
            CliBench::program(), line.split(u' ') + QStringList {QStringLiteral("--config"), m_b.config(), QStringLiteral("--data-dir"), m_b.data()});
        QByteArray out;
        // It looks again, and lets others write in between.
        QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).size() > 0, 30'000);
        const qsizetype once = out.size();
        QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).size() > once, 30'000);
        QCOMPARE(m_b.run(words("note --text beside") << m_b.json(words("alerts --cached --service db")).field("id")).code, 0);
        ::kill(pid_t(process.processId()), signal);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    }
    void syncEndsInOrder()
    {
        QProcess process;
        process.setProcessEnvironment(m_b.environment);
        process.start(
            CliBench::program(), words("sync") + QStringList {QStringLiteral("--config"), m_b.config(), QStringLiteral("--data-dir"), m_b.data()});
        // It takes what others want written from then on.
        QTRY_VERIFY2_WITH_TIMEOUT(QFileInfo::exists(m_b.data() + QStringLiteral("/run/sync.sock")), process.readAllStandardError(), 60'000);
        process.terminate();
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(!QFileInfo::exists(m_b.data() + QStringLiteral("/state.db-wal")));
        QVERIFY(!QFileInfo::exists(m_b.data() + QStringLiteral("/run/sync.sock")));
    }
    void aDateWithoutAZoneIsOfTheLocalClock()
    {
        m_b.environment.insert(QStringLiteral("TZ"), QStringLiteral("Asia/Kathmandu"));
        const CliRun made = m_b.json(words("silence --yes --source am --for 1h --matcher pod=of-no-alert"));
        QVERIFY2(made.code == 0, made.err + made.out);
        const CliRun extended = m_b.run(words("extend --until") << QStringLiteral("2036-12-02 07:00") << made.field("silence"));
        QVERIFY2(extended.code == 0, extended.err + extended.out);
        const CliRun csv = m_b.run(words("silences -o csv"));
        m_b.environment.remove(QStringLiteral("TZ"));
        QVERIFY2(csv.out.contains(",2036-12-02T01:15:00Z,") && csv.out.contains(",am\r\n"), csv.out);
    }
};

QTEST_GUILESS_MAIN(TestQdeckLists)
#include "tst_qdecklists.moc"
