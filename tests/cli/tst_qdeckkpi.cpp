// What `qdeck kpi` says: the worked example, what it refuses, and what it does not know.
#include "tests/cli/clibench.h"

#include <cmath>

using namespace quarterdeck;

namespace {

// A file of one incident, with more members for it and for the file.
QByteArray fileOf(const QByteArray &members, const QByteArray &more = {})
{
    return R"({"users":{"zoe":"Asia/Tokyo"},"incidents":[{"id":"1","service":"Cart","team":"shop","user":"zoe","created":"2025-06-02T18:00:00Z",)"
        + members + "}]" + more + "}";
}

bool isSame(const QJsonValue &actual, const QJsonValue &expected)
{
    if (!expected.isObject()) {
        return std::abs(actual.toDouble(-1) - expected.toDouble()) < 1e-6;
    }
    const QJsonObject object = expected.toObject();
    const QStringList names = object.keys();
    return std::all_of(names.begin(), names.end(), [&](const QString &name) { return isSame(actual.toObject().value(name), object.value(name)); });
}

CliRun kpi(const CliBench &bench, const QByteArray &events, const QStringList &more = {})
{
    bench.write(QStringLiteral("events.json"), events);
    return bench.bare(QStringList {QStringLiteral("kpi"), QStringLiteral("--events"), bench.folder.filePath(QStringLiteral("events.json"))} + more);
}

CliRun json(const CliBench &bench, const QByteArray &events, const QStringList &more = {})
{
    return kpi(bench, events, more + QStringList {QStringLiteral("--json")});
}

} // namespace

class TestQdeckKpi : public QObject {
    Q_OBJECT

private slots:
    void workedExample()
    {
        const QString file = qEnvironmentVariable("QUARTERDECK_SHARED") + QStringLiteral("/data/kpi-worked-example.json");
        QFile example(file);
        if (!example.open(QIODevice::ReadOnly)) {
            QSKIP("kpi-worked-example.json is absent");
        }
        QJsonObject expected = QJsonDocument::fromJson(example.readAll()).object().value(QLatin1String("expected")).toObject();
        const CliBench b;
        const CliRun run = b.bare({"kpi", "--events", file, "--json", "--major", "I2", "--major", "I3", "--author", "Ana"});
        QVERIFY2(run.code == 0, run.err);
        QCOMPARE(run.item().value("week_hours").toObject().value("Europe/London").toDouble(), expected.take("london_week_hours").toDouble());
        QVERIFY(isSame(run.item().value("uptime_pct"), expected.take("uptime_pct_union_majors_I2_I3")));
        QVERIFY(isSame(run.item().value("engaged_union_s").toObject().value("total"), expected.value("engaged_union_s").toObject().value("total")));
        // One's own figures; those of nobody else.
        const QJsonObject you = run.json().value("you").toObject();
        QCOMPARE(you.value("engaged_union_s"), expected.take("engaged_union_s").toObject().value("ana"));
        QJsonObject shifts;
        for (const QJsonValue &shift : you.value("shifts").toArray()) {
            const QString start = shift["start"].toString();
            shifts.insert(start.left(10) + (start.mid(11, 2) == u"09" ? " day" : " night"), shift["incidents"]);
        }
        QCOMPARE(shifts, expected.take("ana_12h_shifts_0900_2100_london").toObject());
        QCOMPARE(you.value("shifts").toArray().last()["hours"], expected.take("ana_night_2025_03_29_hours"));
        QVERIFY(!run.out.contains("bob") && !run.out.contains("chi\""));
        // Mistakes are no figures any more; everything else is as it was.
        const QStringList left = expected.keys();
        for (const QString &key : left) {
            QVERIFY2(key.contains("WRONG") ? !run.item().contains(key) : isSame(run.item().value(key), expected.value(key)), qPrintable(key));
        }
        QCOMPARE(run.item().value("shifts").toObject().value("over_limit").toInt(), 1);
        QCOMPARE(run.item().value("mttr_n").toInt(), 10);
    }

    void textFitsATerminal()
    {
        const CliBench b;
        const CliRun run = kpi(b, fileOf(R"("ack":"2025-06-02T18:01:00Z")"));
        QVERIFY2(run.code == 0, run.err);
        QByteArrayList rows;
        for (const QByteArray &line : run.out.split('\n')) {
            QVERIFY2(QString::fromUtf8(line).size() <= 80, line);
            rows.append(line.simplified());
        }
        for (const char *row : {"FIGURE UNIT VALUE", "mtta_mean_s s 60", "mttr_mean_s s -", "mttr_open 1", "interruptions.sleep 1", "ack_rate 0..1 1",
                 "uptime_pct % -"}) {
            QVERIFY2(rows.contains(row), row);
        }
        QVERIFY(run.out.contains("Estimated") && run.out.contains("in 0 of 1 shifts with incidents"));
        QVERIFY(run.out.contains("PagerDuty") && !run.out.contains("zoe"));
        const CliRun definitions = b.bare({"kpi", "--definitions"});
        QCOMPARE(definitions.code, 0);
        QVERIFY(definitions.out.contains("(mtta_p90_s)") && definitions.out.contains("Worked: "));
        for (const QByteArray &line : definitions.out.split('\n')) {
            QVERIFY2(line.size() <= 80, line);
        }
    }

    void whatThereIsNoDataForIsNull()
    {
        const CliBench b;
        const CliRun run = json(b, fileOf(R"("ack":null)"));
        QVERIFY2(run.code == 0, run.err);
        for (const char *key : {"mtta_mean_s", "mtta_p90_s", "mttr_median_s", "mttr_people_mean_s", "repeat_rate", "precision_classified",
                 "precision_strict", "uptime_pct"}) {
            QVERIFY2(run.item().value(QLatin1String(key)).isNull(), key);
        }
        QCOMPARE(run.item().value("mtta_n").toInt(-1), 0);
        QCOMPARE(json(b, fileOf(R"("major":false)")).item().value("uptime_pct").toDouble(), 100.0);
    }

    void whatCannotBeReadIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const QByteArray &events, const QByteArray &said) { QTest::newRow(name) << events << said; };
        row("acknowledgement", fileOf(R"("ack":"2025-06-02T18:05Z")"), "/incidents/0/ack: \"2025-06-02T18:05Z\" is not a time");
        row("acknowledgements", fileOf(R"("acks":[["2025-06-02T18:05:00Z"],["later"]])"), "/incidents/0/acks/1/0: \"later\" is not a time");
        row("end", fileOf(R"("resolved":"2025-06-03 11:00:00+00:00")"), "/incidents/0/resolved");
        row("number for a time", fileOf(R"("resolved":1748887200)"), "/incidents/0/resolved: 1748887200 is not a time");
        row("notification", fileOf(R"("notify":[["now","push"]])"), "/incidents/0/notify/0/0");
        row("notification without a time", fileOf(R"("notify":[[]])"), "/incidents/0/notify/0/0: null is not a time");
        row("notifications that are no list", fileOf(R"("notify":"push")"), "/incidents/0/notify: \"push\" is not a list");
        row("reopening", fileOf(R"("reopened":[7])"), "/incidents/0/reopened/0");
        row("flag", fileOf(R"("auto":"yes")"), "/incidents/0/auto: \"yes\" is neither true nor false");
        row("responder", fileOf(R"("responders":[{}])"), "/incidents/0/responders/0: this is not text");
        row("zone", R"({"users":{"ana":"Europe/Berlim"},"incidents":[{"id":"1","created":"2025-06-02T18:00:00Z"}]})",
            "/users/ana: \"Europe/Berlim\" is not a time zone like Europe/Berlin. Did you mean Europe/Berlin");
        row("a key that is not ours", R"({"incidents":[{"id":"1","created":"2025-06-02T18:00:00Z","acked":"2025-06-02T18:05:00Z"}]})",
            "/incidents/0/acked: there is no key \"acked\"");
        row("a member that is not ours", R"({"user":{"ana":"UTC"},"incidents":[{"id":"1","created":"2025-06-02T18:00:00Z"}]})",
            "/user: there is no key \"user\". Did you mean users");
        row("no zone", R"({"users":{"ana":null},"incidents":[{"id":"1","created":"2025-06-02T18:00:00Z"}]})", "/users/ana: this is not a time zone");
        row("one id twice",
            R"({"incidents":[{"id":"1","created":"2025-06-02T18:00:00Z"},{"id":"2","created":"2025-06-02T18:00:00Z"},)"
            R"({"id":"1","created":"2025-06-03T18:00:00Z"}]})",
            "/incidents/2: an earlier incident has the id 1, too");
        row("zone behind the incidents",
            R"({"incidents":[{"id":"1","created":"2025-06-02T18:00:00Z"}],)"
            R"("users":{"ana":"Pacific Time"}})",
            "/users/ana: \"Pacific Time\" is not a time zone");
        row("creation", R"({"incidents":[{"id":"1"}]})", "incident 1 has no \"created\"");
        row("no incident", R"({"incidents":[7]})", "/incidents/0: this is not an incident");
        row("cut off", R"({"incidents":[{"id":"1","created":"2025-06-02T18:00:00Z"},)", "cut off after");
        row("not JSON", R"({"incidents":[{"id":"1","created":tomorrow}]})", "mistake is at byte 35");
        row("nothing", "{}", "no incidents");
    }

    void whatCannotBeReadIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, events);
        QFETCH(QByteArray, said);
        const CliBench b;
        const CliRun run = json(b, events);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(said), run.err);
        QVERIFY(run.out.isEmpty());
    }

    void aNameThatNobodyKnowsIsRefused()
    {
        const CliBench b;
        const QByteArray events = fileOf(R"("major":true)");
        const CliRun service = kpi(b, events, {"--service", "Crat"});
        QCOMPARE(service.code, 2);
        QVERIFY2(service.err.contains("No service named Crat is known. Did you mean Cart?"), service.err);
        QCOMPARE(kpi(b, events, {"--team", "shp"}).code, 2);
        const CliRun major = kpi(b, events, {"--major", "2"});
        QCOMPARE(major.code, 2);
        QVERIFY2(major.err.contains("has the id 2. Did you mean 1?"), major.err);
        // As it is written, and in other letters.
        for (const char *name : {"Cart", "cart"}) {
            const CliRun run = json(b, events, {"--service", QString::fromLatin1(name)});
            QVERIFY2(run.code == 0, run.err);
            QCOMPARE(run.item().value("incidents").toInt(), 1);
            QCOMPARE(run.json().value("scope").toObject().value("service").toString(), QStringLiteral("Cart"));
        }
    }

    void onlyOnesOwnFigures()
    {
        const CliBench b;
        const QByteArray events = fileOf(R"("ack":"2025-06-02T18:01:00Z")");
        const CliRun other = kpi(b, events, {"--user", "zoe", "--author", "ana"});
        QCOMPARE(other.code, 2);
        QVERIFY2(other.err.contains("you are ana"), other.err);
        const CliRun own = json(b, events, {"--user", "zoe", "--author", "zoe"});
        QVERIFY2(own.code == 0, own.err);
        QCOMPARE(own.item().value("incidents").toInt(), 1);
        QVERIFY(json(b, events, {"--author", "ana"}).json().value("you").isNull());
    }

    // A team that the configuration names has had a quiet month; one that nobody names is a slip.
    void namesOfTheConfigurationAreKnown()
    {
        const CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\npeople:\n- {name: ana, team: payments}\n");
        const CliRun known = b.json({"kpi", "--team", "Payments"});
        QVERIFY2(known.code == 0, known.err);
        QCOMPARE(known.json().value("scope").toObject().value("team").toString(), QStringLiteral("payments"));
        QVERIFY(known.item().value("ack_rate").isNull());
        const CliRun slip = b.run({"kpi", "--team", "paymnets"});
        QCOMPARE(slip.code, 2);
        QVERIFY2(slip.err.contains("Did you mean payments?"), slip.err);
        QCOMPARE(b.run({"kpi", "--major", "1"}).code, 2);
    }

    // On 9 March 2025 the clocks of New York show no 02:30: a week that ends there has its hours nevertheless.
    void aWeekThatEndsInAGapHasItsHours()
    {
        const CliBench b;
        const QByteArray events
            = R"({"users":{"a":"America/New_York","b":"America/New_York"},"incidents":[{"id":"1","created":"2025-03-05T18:00:00Z"}]})";
        const CliRun run = json(b, events, {"--from", "2025-03-02T02:30:00Z", "--to", "2025-03-09T02:30:00Z"});
        QVERIFY2(run.code == 0, run.err);
        QCOMPARE(run.item().value("week_hours").toObject(), (QJsonObject {{"America/New_York", 168}}));
        QCOMPARE(run.out.count("America/New_York"), 1);
    }

    void severalAcknowledgementsAndResponders()
    {
        const CliBench b;
        const CliRun run = json(b,
            fileOf(R"("notify":[["2025-06-02T18:00:00Z","push"],["2025-06-02T18:32:00Z","push"],["2025-06-02T18:10:00Z","sms","bob"]],)"
                   R"("acks":[["2025-06-02T18:41:00Z"],["2025-06-02T18:05:00Z"],["2025-06-02T18:20:00Z","bob"]],)"
                   R"("reopened":["2025-06-02T18:30:00Z"],"responders":["bob"],"resolved":"2025-06-02T19:00:00Z")"));
        QVERIFY2(run.code == 0, run.err);
        QCOMPARE(run.item().value("incidents").toInt(), 1);
        QCOMPARE(run.item().value("mtta_mean_s").toInt(), 300);
        QCOMPARE(run.item().value("interruptions").toObject().value("total").toInt(), 3);
        QCOMPARE(run.item().value("engaged_sum_s").toInt(), 3300 + 2400);
        QCOMPARE(run.item().value("shifts").toObject().value("with_incidents").toInt(), 2);
    }

    // The answer once ended at 2,000,000 JSON values, with words about something else.
    void aLongFileIsRead()
    {
        const CliBench b;
        QByteArray events = R"({"users":{"ana":"Europe/Berlin"},"incidents":[)";
        for (int i = 0; i < 20'000; ++i) {
            events += (i > 0 ? "," : "") + QByteArray(R"({"id":)") + QByteArray::number(i)
                + R"(,"user":"ana","created":"2025-06-02T18:00:00Z","notify":[],"x":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,)"
                  R"(21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,)"
                  R"(61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,0]})";
        }
        const CliRun run = json(b, events + R"(],"majors":["7","8"]})");
        QVERIFY2(run.code == 0, run.err);
        QCOMPARE(run.item().value("incidents").toInt(), 20'000);
        QCOMPARE(run.item().value("interruptions").toObject().value("total").toInt(), 0);
        QVERIFY(run.item().value("uptime_pct").toDouble() < 100);
    }

    void aPipeIsNotWaitedFor()
    {
        const CliBench b;
        const QString pipe = b.folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {pipe}), 0);
        const CliRun run = b.bare({"kpi", "--events", pipe});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("not a file"), run.err);
    }
};

QTEST_GUILESS_MAIN(TestQdeckKpi)
#include "tst_qdeckkpi.moc"
