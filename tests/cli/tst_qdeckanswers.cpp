#include "tests/cli/clibench.h"
#include "tests/support/scriptedserver.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

using namespace quarterdeck;

namespace {

const QByteArray OneAlert
    = R"([{"labels":{"alertname":"DiskFull","service":"shop","severity":"critical"},"annotations":{},"startsAt":"2026-01-01T00:00:00Z",)"
      R"("endsAt":"2036-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","fingerprint":"00112233aabbccdd","receivers":[{"name":"x"}],)"
      R"("status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])";
const QByteArray OneSilence
    = R"([{"id":"5f9c1a3e-0000-4000-8000-000000000001","status":{"state":"active"},"updatedAt":"2026-01-01T00:00:00.000Z","comment":"works",)"
      R"("createdBy":"mia","startsAt":"2026-01-01T00:00:00.000Z","endsAt":"2099-01-01T00:00:00.000Z",)"
      R"("matchers":[{"name":"alertname","value":"Other","isRegex":false,"isEqual":true}]}])";

/// An Alertmanager below /am, a Prometheus below /p and a journal below /j.
ScriptedReply answer(const ScriptedRequest &request)
{
    const QByteArray path = request.path();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto data = [](const QByteArray &inner) { return ScriptedReply::json(R"({"status":"success","data":)" + inner + '}'); };
    if (path.startsWith("/am/")) {
        return path.endsWith("/alerts")  ? ScriptedReply::json(OneAlert)
            : path.endsWith("/silences") ? ScriptedReply::json(OneSilence)
                                         : ScriptedReply::text("404\n", 404);
    }
    if (path.endsWith("/query_range")) {
        const QByteArray values = "[[" + QByteArray::number(now - 120) + R"(,"1"],[)" + QByteArray::number(now - 60) + R"(,"2"]])";
        return data(R"({"resultType":"matrix","result":[{"metric":{"job":"a"},"values":)" + values + "}]}");
    }
    if (path.endsWith("/entries")) {
        ScriptedReply lines = ScriptedReply::text(
            "__CURSOR=s=1;i=1\n__REALTIME_TIMESTAMP=" + QByteArray::number((now - 100) * 1'000'000) + "\nSYSLOG_IDENTIFIER=shop\nMESSAGE=hello\n\n");
        lines.contentType = "application/vnd.fdo.journal";
        return lines;
    }
    return path.endsWith("/rules")    ? data(R"({"groups":[]})")
        : path.endsWith("/alerts")    ? data(R"({"alerts":[]})")
        : path.endsWith("/targets")   ? data(R"({"activeTargets":[]})")
        : path.endsWith("/buildinfo") ? data(R"({"version":"3.0.0"})")
        : path.endsWith("/machine")   ? ScriptedReply::json(R"({"machine_id":"a1","boot_id":"b1","hostname":"node1"})")
                                      : ScriptedReply::text("404\n", 404);
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// Answers of qdeck that come from several sources, or from the cache: each says whose it is and how old.
class TestQdeckAnswers : public QObject {
    Q_OBJECT

private slots:
    void fromTheCacheEachSaysItsAge()
    {
        auto server = std::make_unique<ScriptedServer>(answer);
        const QByteArray url = server->url(QString()).toEncoded();
        CliBench b;
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + url
                + "/am'}\n- {name: prom, type: prometheus, url: '" + url + "/p'}\n- {name: journal, type: journal, url: '" + url + "/j'}\n");
        constexpr std::pair<const char *, const char *> Commands[] {{"services", "am"}, {"service shop", "am"}, {"metrics up", "prom"},
            {"logs service=shop", "journal"}, {"show 00112233aabbccdd", "am"}, {"silences", "am"}};
        const CliRun sync = b.run(words("sync --once"));
        QVERIFY2(sync.code == 0, sync.out + sync.err);
        for (const auto &[command, source] : Commands) {
            const CliRun live = b.run(words(command));
            QVERIFY2(live.code == 0, command + live.out + live.err);
        }
        server.reset();
        static const QRegularExpression Age(QStringLiteral("(as of|from the cache of) 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"));
        for (const auto &[command, source] : Commands) {
            const CliRun text = b.run(words(command) << QStringLiteral("--cached"));
            const QString all = QString::fromUtf8(text.out + text.err);
            const bool isNamed = all.contains(QLatin1StringView(source) + QStringLiteral(": "));
            QVERIFY2(text.code == 0 || text.code == 3, command + text.err);
            QVERIFY2(isNamed && Age.match(all).hasMatch(), command + all.toUtf8());
            const CliRun json = b.json(words(command) << QStringLiteral("--cached"));
            QCOMPARE(json.items().size(), 1);
            QString since = json.json().value(QLatin1String("asOf"))[QLatin1String(source)].toString();
            for (const QJsonValue &stale : json.json().value(QLatin1String("stale")).toArray()) {
                since = stale[QLatin1String("backend")].toString() == QLatin1String(source) ? stale[QLatin1String("since")].toString() : since;
            }
            const QDateTime at = QDateTime::fromString(since, Qt::ISODateWithMs);
            QVERIFY2(at.isValid() && std::abs(at.secsTo(QDateTime::currentDateTimeUtc())) < 300, command + json.out);
        }
    }
    void ofTwoThatAreNamedTheOneThatIsAwayIsNamed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("command");
        QTest::newRow("two Prometheus") << QStringLiteral("prometheus") << QStringLiteral("metrics up");
        QTest::newRow("two journals") << QStringLiteral("journal") << QStringLiteral("logs hello");
    }
    void ofTwoThatAreNamedTheOneThatIsAwayIsNamed()
    {
        QFETCH(QString, kind);
        QFETCH(QString, command);
        ScriptedServer first(answer);
        auto second = std::make_unique<ScriptedServer>(answer);
        CliBench b;
        const auto backend = [&](const char *name, const ScriptedServer &server) {
            return "- {name: " + QByteArray(name) + ", type: " + kind.toUtf8() + ", url: '" + server.url(QString()).toEncoded() + "'}\n";
        };
        // A third one that nobody asks about.
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n" + backend("one", first) + backend("two", *second) + "- {name: third, type: " + kind.toUtf8()
                + ", url: 'http://127.0.0.1:9'}\n");
        const QStringList line = command.split(u' ') + words("--source one --source two");
        const auto sourcesOf = [](const CliRun &run) {
            QStringList names;
            for (const QJsonValue &item : run.items()) {
                names.append(item[QLatin1String("source")].toString());
            }
            names.sort();
            return names;
        };
        const CliRun both = b.json(line);
        QVERIFY2(both.code == 0, both.out + both.err);
        QCOMPARE(sourcesOf(both), words("one two"));
        second.reset();
        for (int i = 0; i < 2; ++i) {
            const CliRun half = b.json(line);
            QVERIFY2(half.code == 3, half.out + half.err);
            // What is known of the other is shown from the cache, or it is missing.
            QVERIFY2(sourcesOf(half) == words("one two") || sourcesOf(half) == words("one"), half.out);
            const QJsonArray stale = half.json().value(QLatin1String("stale")).toArray();
            QVERIFY2(stale.size() == 1 && stale[0][QLatin1String("backend")].toString() == u"two", half.out);
            const CliRun text = b.run(line);
            QVERIFY2(text.code == 3 && (text.out + text.err).contains("two: "), text.out + text.err);
            QVERIFY2(!(text.out + text.err).contains("third"), text.out + text.err);
            // Then with nothing in the cache.
            QVERIFY(QDir(b.data()).removeRecursively());
        }
        const CliRun odd = b.run(command.split(u' ') + words("--source one --source tow"));
        QVERIFY2(odd.code == 2 && odd.err.contains("tow") && odd.err.contains("two"), odd.err);
    }
};

QTEST_GUILESS_MAIN(TestQdeckAnswers)
#include "tst_qdeckanswers.moc"
