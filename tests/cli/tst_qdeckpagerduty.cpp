#include "tests/cli/clibench.h"
#include "tests/support/pagerdutyserver.h"

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// The command line over an account of PagerDuty, through the whole engine.
class TestQdeckPagerduty : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_b.write(QStringLiteral("key"), "user-key");
        QFile(m_b.folder.filePath(QStringLiteral("key"))).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: pd, type: pagerduty, url: '" + m_server.url().toEncoded()
                + "', authorization: {type: Token, credentials_file: key}}\n");
    }
    void aRegionIsEnough()
    {
        CliBench b;
        const auto check = [&b](const QByteArray &keys) {
            b.write(QStringLiteral("config.yaml"),
                "version: 1\nbackends:\n- {name: pd, type: pagerduty, " + keys + "authorization: {type: Token, credentials_env: HOME}}\n");
            return b.run(words("config check"));
        };
        const CliRun region = check("region: eu, ");
        QVERIFY2(region.code == 0, region.err + region.out);
        const CliRun wrong = check("region: mars, ");
        QVERIFY2(wrong.code == 3 && (wrong.out + wrong.err).contains("A region is us or eu, not mars"), wrong.err + wrong.out);
        const CliRun both = check("region: eu, url: 'https://api.pagerduty.com', ");
        QVERIFY2(both.code == 3 && (both.out + both.err).contains("keep one of region and url"), both.err + both.out);
    }
    void nothingOpenIsClear()
    {
        const CliRun run = m_b.run(words("alerts"));
        QVERIFY2(run.code == 0, run.err + run.out);
        const CliRun doctor = m_b.run(words("doctor"));
        QVERIFY2(doctor.out.contains("REST v2"), doctor.err + doctor.out);
    }
    void thirtyAtOnce()
    {
        CliBench b;
        PagerdutyServer server;
        const QStringList ids = prepare(b, server, 30);
        const auto act = [&](const char *line) {
            const CliRun run = b.json(words(line) << ids);
            QVERIFY2(run.code == 0, run.err + run.out);
            QCOMPARE(run.items().size(), 30);
            for (const QJsonValue &item : run.items()) {
                QVERIFY2(item[QStringLiteral("state")] == QLatin1StringView("confirmed"), run.out);
                // What was done to an incident is no silence.
                QCOMPARE(item[QStringLiteral("silence")].toString(), QString());
            }
        };
        for (const char *line : {"priority --set P2", "snooze --for 1h", "escalate --level 2", "comment --text looking", "unack --text again"}) {
            act(line);
        }
        QCOMPARE(server.count("POST /incidents/QINC000007/notes"), 2);
        const QJsonObject last = server.with([](PagerdutyAccount &account) { return account.incident(QStringLiteral("QINC000030")); });
        QCOMPARE(last[QStringLiteral("status")].toString(), QStringLiteral("triggered"));
        QCOMPARE(last[QStringLiteral("priority")][QStringLiteral("name")].toString(), QStringLiteral("P2"));
    }
    void refusalsHaveCodes()
    {
        CliBench b;
        PagerdutyServer server;
        const QStringList ids = prepare(b, server, 1);
        const auto codeOf = [&](const char *line) {
            const CliRun run = b.json(words(line) << ids);
            return run.items().at(0)[QStringLiteral("reason")][QStringLiteral("code")].toString();
        };
        QCOMPARE(codeOf("snooze --for 8d"), QStringLiteral("snooze-too-long"));
        QCOMPARE(codeOf("reassign --to nobody"), QStringLiteral("no-such-person"));
        const CliRun several = b.run(words("reassign --to PCID003 --to sam.two@acme.example") << ids);
        QVERIFY2(several.code == 0, several.err + several.out);
        b.json({QStringLiteral("alerts")});
        const CliRun doubt = b.run(QStringList {QStringLiteral("call"), QStringLiteral("--to"), QStringLiteral("Sam Smith")} + ids);
        QVERIFY2((doubt.out + doubt.err).contains("Sam Smith (PCID003, sam.one@acme.example)"), doubt.out + doubt.err);
    }
    void maintenance()
    {
        CliBench b;
        PagerdutyServer server;
        const QStringList ids = prepare(b, server, 2);
        const CliRun opened = b.run(words("maintenance --for 2h --text racks") << ids.front());
        QVERIFY2(opened.code == 0 && opened.out.contains("confirmed: maintain"), opened.err + opened.out);
        QVERIFY2(opened.out.contains("no new incident is opened for Mail until"), opened.out);
        const CliRun listed = b.run(words("silences -o wide"));
        QVERIFY2(listed.code == 0 && listed.out.contains("(maintenance) racks") && listed.out.contains("Ana Alvarez"), listed.err + listed.out);
        const CliRun json = b.json(words("silences"));
        QVERIFY2(json.items().at(0)[QStringLiteral("isMaintenance")].toBool(), json.out);
        // What is open goes on paging, and says so.
        const CliRun alerts = b.run(words("alerts"));
        QVERIFY2(alerts.out.contains("2 open") && !alerts.out.contains("silenced"), alerts.out);
        const CliRun shown = b.run(words("show") << ids.back());
        QVERIFY2(shown.out.contains("Maintenance") && shown.out.contains("by Ana Alvarez since "), shown.out);
        const CliRun ended = b.run(words("unsilence") << ids.front());
        QVERIFY2(ended.code == 0 && ended.out.contains("confirmed: expire-silence"), ended.err + ended.out);
        QVERIFY(server.with([](PagerdutyAccount &account) { return account.windows(); }).isEmpty());
    }
    void tellsWhatWasChangedBefore()
    {
        CliBench b;
        PagerdutyServer server;
        server.with([](PagerdutyAccount &account) {
            account.changeAt(QStringLiteral("Mail"), QStringLiteral("Deployed mail 7"), account.now() - Millis(300'000));
        });
        const QStringList ids = prepare(b, server, 1);
        const CliRun shown = b.run(words("show") << ids);
        QVERIFY2(shown.out.contains("change by acme-pipeline Deployed mail 7"), shown.err + shown.out);
    }
    void listsAndActs()
    {
        const QString incident = m_server.with([](PagerdutyAccount &account) { return account.open(QStringLiteral("The server is on fire")); });
        const CliRun listed = m_b.json(words("alerts"));
        QVERIFY2(listed.code == 0, listed.err + listed.out);
        QCOMPARE(listed.items().size(), 1);
        const QString id = listed.field("id");
        QCOMPARE(id, QStringLiteral("pd:") + incident);
        QCOMPARE(listed.field("title"), QStringLiteral("The server is on fire"));
        QCOMPARE(listed.field("severity"), QStringLiteral("critical"));
        QCOMPARE(listed.field("team"), QStringLiteral("Engineering"));
        const CliRun acknowledged = m_b.json(words("ack --text looking --author ana") << id);
        QVERIFY2(acknowledged.code == 0, acknowledged.err + acknowledged.out);
        QCOMPARE(acknowledged.field("state"), QStringLiteral("confirmed"));
        QCOMPARE(stateOf(), QStringLiteral("acknowledged"));
        const QJsonArray notes = m_server.with([&](PagerdutyAccount &account) { return account.notes(incident); });
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes[0][QStringLiteral("content")].toString().startsWith(QStringLiteral("looking")));
        QCOMPARE(m_b.json(words("ack --author ben") << id).field("state"), QStringLiteral("superseded"));
        const CliRun undone = m_b.json(words("unack") << id);
        QVERIFY2(undone.code == 0, undone.err + undone.out);
        // Once more, it is so already.
        const CliRun twice = m_b.json(words("unack") << id);
        QVERIFY2(twice.code == 0 && twice.field("state") == QStringLiteral("superseded"), twice.err + twice.out);
        QCOMPARE(stateOf(), QStringLiteral("triggered"));
        const CliRun snoozed = m_b.json(words("snooze --for 2h") << id);
        QVERIFY2(snoozed.code == 0, snoozed.err + snoozed.out);
        QCOMPARE(stateOf(), QStringLiteral("snoozed"));
        const CliRun assigned = m_b.json(words("reassign --to ben@acme.example") << id);
        QVERIFY2(assigned.code == 0, assigned.err + assigned.out);
        const CliRun resolved = m_b.json(words("resolve --text done") << id);
        QVERIFY2(resolved.code == 0, resolved.err + resolved.out);
        QCOMPARE(m_b.json(words("alerts")).items().size(), 0);
    }
    void whatCannotBeDoneIsSaid()
    {
        const QString incident = m_server.with([](PagerdutyAccount &account) { return account.open(QStringLiteral("Again")); });
        const QString id = QStringLiteral("pd:") + incident;
        const CliRun stranger = m_b.run(words("reassign --to Nobody") << id);
        // Nothing was done: that is no part of it.
        QCOMPARE(stranger.code, 1);
        QVERIFY2((stranger.err + stranger.out).contains("Nobody"), stranger.err + stranger.out);
        const CliRun silence = m_b.run(words("silence --for 1h --text x --author ana") << id);
        QVERIFY2(silence.code == 1, silence.out);
        QCOMPARE(m_b.run(words("snooze --for 1000h") << id).code, 1);
        const QString other = m_server.with([](PagerdutyAccount &account) { return QStringLiteral("pd:") + account.open(QStringLiteral("Other")); });
        QCOMPARE(m_b.json(words("alerts")).items().size(), 2);
        QCOMPARE(m_b.run(words("check") << id << other).code, 1);
        QCOMPARE(m_b.run(words("resolve") << other << QStringLiteral("pd:gone")).code, 3);
        QCOMPARE(stateOf(), QStringLiteral("triggered"));
    }
    void whatCannotBeReadOfThePastIsASentence()
    {
        m_server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
            return request.path().endsWith("/log_entries") ? std::optional(PagerdutyServer::no(500, 2000, QStringLiteral("Internal Server Error")))
                                                           : std::nullopt;
        });
        const CliRun run = m_b.run(words("alerts"));
        QVERIFY2(run.err.contains("qdeck: The history of pd could not be read: "), run.err);
        QVERIFY2(!run.err.contains("quarterdeck.sync") && !run.err.contains("warning"), run.err);
        m_server.before({});
    }
    void theKeyStaysInItsFile()
    {
        m_server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
            return std::optional(PagerdutyServer::no(400, 2001, QString::fromUtf8("You sent " + request.header("authorization"))));
        });
        const CliRun run = m_b.run(words("alerts"));
        QVERIFY(run.code != 0);
        QVERIFY2((run.err + run.out).contains("You sent"), run.err + run.out);
        QVERIFY2(!(run.err + run.out).contains("user-key"), run.err + run.out);
    }

private:
    /// A bench over an account with so many incidents; their ids.
    static QStringList prepare(CliBench &b, PagerdutyServer &server, int count)
    {
        b.write(QStringLiteral("key"), "user-key");
        QFile(b.folder.filePath(QStringLiteral("key"))).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: pd, type: pagerduty, url: '" + server.url().toEncoded()
                + "', authorization: {type: Token, credentials_file: key}}\n");
        QStringList ids;
        for (int i = 0; i < count; ++i) {
            ids << QStringLiteral("pd:") + server.with([i](PagerdutyAccount &account) { return account.open(QStringLiteral("Incident %1").arg(i)); });
        }
        b.json({QStringLiteral("alerts")});
        return ids;
    }
    QString stateOf() { return m_b.json(words("alerts")).field("state"); }

    PagerdutyServer m_server;
    CliBench m_b;
};

QTEST_GUILESS_MAIN(TestQdeckPagerduty)
#include "tst_qdeckpagerduty.moc"
