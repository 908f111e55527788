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
        QVERIFY2(run.err.contains("qdeck: What pd tells of the past of its alerts could not be read: "), run.err);
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
    QString stateOf() { return m_b.json(words("alerts")).field("state"); }

    PagerdutyServer m_server;
    CliBench m_b;
};

QTEST_GUILESS_MAIN(TestQdeckPagerduty)
#include "tst_qdeckpagerduty.moc"
