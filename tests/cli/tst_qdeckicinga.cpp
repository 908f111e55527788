#include "app/bootstrap/engine.h"
#include "tests/cli/clibench.h"
#include "tests/support/await.h"
#include "tests/support/icinga2gate.h"

#include <algorithm>
#include <atomic>

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// The command line over a real Icinga2, through the whole engine.
class TestQdeckIcinga : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!Icinga2Server::isInstalled()) {
            QSKIP("icinga2 is not installed");
        }
        m_server.addHost(QStringLiteral("web"), "vars.team = \"shop\"");
        m_server.addService(QStringLiteral("web"), QStringLiteral("80:http"), "display_name = \"Web\"; notes_url = \"https://wiki.example/web\"");
        m_server.addUser(
            "reader", R"("objects/query/Host", "objects/query/Service", "objects/query/Comment", "objects/query/Downtime", "status/query" )");
        m_server.addUser("part", R"("status/query", "objects/query/Host", { permission = "objects/query/Service"; filter = {{ false }} })");
        QVERIFY2(m_server.start(), m_server.log().constData());
        QVERIFY(m_server.check(QStringLiteral("web"), 0));
        writePassword(m_b);
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\ncurrent-context: all\ncontexts:\n- {name: all, backends: [icinga]}\n- {name: part, backends: [half]}\n"
            "- {name: reader, backends: [read]}\nbackends:\n"
                + backend("icinga", "root") + backend("half", "part") + backend("read", "reader"));
    }
    void nothingOpenIsClear()
    {
        const CliRun run = m_b.run(words("alerts"));
        QVERIFY2(run.code == 0, run.err + run.out);
        const CliRun part = m_b.run(words("alerts --context part"));
        // It sees nothing because it may see nothing: that is no all-clear.
        QCOMPARE(part.code, 3);
        QVERIFY2((part.err + part.out).contains("only some of the services"), part.err + part.out);
    }
    void listsAndActs()
    {
        QVERIFY(m_server.check(QStringLiteral("web!80:http"), 2, QStringLiteral("refused")));
        const CliRun listed = m_b.json(words("alerts"));
        QVERIFY2(listed.code == 0, listed.err + listed.out);
        QCOMPARE(listed.items().size(), 1);
        const QString id = listed.field("id");
        QCOMPARE(id, QStringLiteral("icinga:web!80:http"));
        QCOMPARE(listed.field("title"), QStringLiteral("Web"));
        QCOMPARE(listed.field("severity"), QStringLiteral("critical"));
        QCOMPARE(listed.field("team"), QStringLiteral("shop"));
        const CliRun acknowledged = m_b.json(words("ack --for 30m --text looking --author ana") << id);
        QVERIFY2(acknowledged.code == 0, acknowledged.err + acknowledged.out);
        QCOMPARE(acknowledged.field("state"), QStringLiteral("confirmed"));
        QCOMPARE(stateOf(), QStringLiteral("acknowledged"));
        QCOMPARE(m_b.json(words("ack --author ben") << id).field("state"), QStringLiteral("superseded"));
        // How long is only compared where somebody has said how long.
        const CliRun same = m_b.run(words("ack") << id);
        QVERIFY2(same.code == 0 && same.out.contains("already so: Web (acknowledged by ana until ") && same.out.contains(" UTC)"), same.out);
        const CliRun longer = m_b.run(words("ack --for 3h") << id);
        QVERIFY2(longer.code == 3 && longer.err.contains("Web is acknowledged until "), longer.err + longer.out);
        const CliRun undone = m_b.json(words("unsilence") << id);
        QVERIFY2(undone.code == 0, undone.err + undone.out);
        QCOMPARE(stateOf(), QStringLiteral("triggered"));
        const CliRun silenced = m_b.json(words("silence --for 1h --text upgrade --author ana") << id);
        QVERIFY2(silenced.code == 0, silenced.err + silenced.out);
        QCOMPARE(stateOf(), QStringLiteral("suppressed"));
        const CliRun second = m_b.run(words("silence --for 2h --text again --author ana") << id);
        QVERIFY2(second.out.contains("is silenced already until "), second.out + second.err);
        QVERIFY(m_b.run(words("silences")).out.contains("upgrade"));
        QVERIFY2(m_b.run(words("show") << id).out.contains("upgrade"), m_b.run(words("show") << id).out);
        // A longer downtime has taken the place of the first: it is the one that ends.
        const CliRun extended = m_b.json(words("extend --for 1h") << id);
        QVERIFY2(extended.code == 0, extended.err + extended.out);
        QCOMPARE(m_b.json(words("unsilence") << id).code, 0);
        QCOMPARE(stateOf(), QStringLiteral("triggered"));
        QCOMPARE(m_b.json(words("silences")).items().size(), 0);
    }
    void silencesByMatchersAreRefused()
    {
        const CliRun run = m_b.run(words("silence --matcher host=web --for 1h --text wide --yes"));
        QCOMPARE(run.code, 2);
        // Before anything is said of what it would hide.
        QVERIFY2(run.err.contains("icinga silences single alerts only") && run.out.isEmpty(), run.err + run.out);
        QCOMPARE(stateOf(), QStringLiteral("triggered"));
        QVERIFY(m_b.json(words("outbox")).items().isEmpty() || !m_b.run(words("outbox")).out.contains("host=web"));
    }
    void besideAnAlertmanagerItIsSilenced()
    {
        CliBench b;
        writePassword(b);
        ScriptedServer manager([](const ScriptedRequest &request) {
            return request.method == "POST" ? ScriptedReply::json(R"({"silenceID":"5f9c1a3e"})") : ScriptedReply::json("[]");
        });
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n" + backend("icinga", "root") + "- {name: am, type: alertmanager, settling_time: 0s, url: '"
                + manager.url(QString()).toEncoded() + "'}\n");
        const CliRun run = b.run(words("silence host=web --for 1h --text wide --yes"));
        QVERIFY2(run.out.contains("open alert is known at am"), run.err + run.out);
        const auto all = manager.requests();
        QVERIFY(std::ranges::any_of(all, [](const ScriptedRequest &request) { return request.method == "POST"; }));
        // It can be named all the same, and says what it can.
        QVERIFY(b.run(words("silence host=web --for 1h --yes --source icinga")).err.contains("silences single alerts only"));
    }
    void anAnswerOnItsWayIsWaitedFor()
    {
        QVERIFY(m_server.check(QStringLiteral("web!80:http"), 2, QStringLiteral("refused")));
        CliBench b;
        std::atomic<bool> isSlow = false;
        ScriptedServer slow([&](const ScriptedRequest &request) {
            ScriptedReply reply = passOn(request, m_server);
            // A reading has eight parts, one after the other at this server.
            const bool isAct = request.path().startsWith("/v1/actions/");
            reply.delay = isSlow ? (isAct ? Millis(4'000) : Millis(350)) : Millis(0);
            return reply;
        });
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: icinga, type: icinga2, settling_time: 0s, url: '" + slow.url(QString()).toEncoded() + "'}\n");
        QCOMPARE(b.json(words("alerts")).items().size(), 1);
        isSlow = true;
        const CliRun run = b.json(words("ack --for 30m --author ana icinga:web!80:http"));
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.field("state"), QStringLiteral("confirmed"));
        isSlow = false;
        QCOMPARE(b.json(words("unack icinga:web!80:http")).code, 0);
    }
    void aMissingRightIsNamed()
    {
        QVERIFY(m_server.check(QStringLiteral("web!80:http"), 2, QStringLiteral("refused")));
        const QStringList alert {QStringLiteral("read:web!80:http"), QStringLiteral("--context"), QStringLiteral("reader")};
        QVERIFY(m_b.run(words("alerts --context reader")).out.contains("read:web!80:http"));
        const auto said = [&](const char *line, const char *permission) {
            const CliRun run = m_b.run(words(line) << alert);
            return run.code == 1 && run.err.contains(permission) ? QByteArray() : run.err + run.out;
        };
        QCOMPARE(said("ack", "Add actions/acknowledge-problem"), QByteArray());
        QCOMPARE(said("comment --text x", "Add actions/add-comment"), QByteArray());
        QCOMPARE(said("check", "Add actions/reschedule-check"), QByteArray());
        QCOMPARE(said("silence --for 1h", "Add actions/schedule-downtime"), QByteArray());
        QCOMPARE(m_b.run(words("ack --for 1h icinga:web!80:http")).code, 0);
        QCOMPARE(said("unack", "Add actions/remove-acknowledgement"), QByteArray());
        QCOMPARE(m_b.run(words("unack icinga:web!80:http")).code, 0);
    }
    void doctorSaysWhatIsMissing()
    {
        const CliRun run = m_b.run(words("doctor --context part"));
        QVERIFY2((run.err + run.out).contains("only a part of the services"), run.err + run.out);
        QVERIFY2((run.err + run.out).contains("actions/acknowledge-problem"), run.err + run.out);
        QVERIFY2(m_b.run(words("doctor")).out.contains("2.1"), m_b.run(words("doctor")).out);
    }
    void verbsOfTheCommandLine()
    {
        QVERIFY(m_server.check(QStringLiteral("web!80:http"), 2, QStringLiteral("refused")));
        const QString id = m_b.json(words("alerts")).field("id");
        const auto stateAfter = [this, &id](const char *line) {
            const CliRun run = m_b.json(words(line) << id);
            return run.code == 0 ? run.field("state") : QString::fromUtf8(run.err + run.out);
        };
        QCOMPARE(stateAfter("ack --for 30m --text looking --author ana"), QStringLiteral("confirmed"));
        QCOMPARE(stateAfter("unack --author ana"), QStringLiteral("confirmed"));
        QCOMPARE(stateOf(), QStringLiteral("triggered"));
        QCOMPARE(m_b.json(words("unack --author ana") << id).field("state"), QStringLiteral("superseded"));
        QCOMPARE(stateAfter("comment --text soon --author ana"), QStringLiteral("confirmed"));
        QVERIFY2(m_b.run(words("show") << id).out.contains("ana: soon"), m_b.run(words("show") << id).out);
        QCOMPARE(stateAfter("check"), QStringLiteral("confirmed"));
        // The check has found it well.
        QCOMPARE(m_b.json(words("alerts")).items().size(), 0);
        QVERIFY(m_server.check(QStringLiteral("web!80:http"), 2, QStringLiteral("refused")));
    }
    void whatHappensIsSeenBeforeThePoll()
    {
        EngineOptions options;
        options.configFile = m_b.folder.filePath(QStringLiteral("slow.yaml"));
        options.dataDir = m_b.folder.filePath(QStringLiteral("slow"));
        options.useKeyring = false;
        QByteArray config = fileText(m_b.config());
        m_b.write(QStringLiteral("slow.yaml"), config.replace("settling_time:", "poll_interval: 60s, settling_time:"));
        SystemClock clock;
        const auto engine = Engine::create(options, clock);
        QVERIFY2(engine, engine ? "" : qPrintable(engine.error().what));
        (*engine)->sync().start();
        const auto isSeen = [&engine](AlertState state) {
            const auto all = await((*engine)->store().alerts());
            return all && std::ranges::any_of(*all, [state](const Alert &alert) { return alert.state == state; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(AlertState::Triggered), 10'000);
        QTest::qWait(1'000);
        const QByteArray somebody = R"({"type":"Service","service":"web!80:http","author":"cid","comment":"mine"})";
        QCOMPARE(m_server.request("POST", "/v1/actions/acknowledge-problem", somebody).status, 200);
        // The server sends events every five seconds; the next poll would be in a minute.
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(AlertState::Acknowledged), 10'000);
        // It comes back, and so does the stream.
        m_server.stop();
        QVERIFY2(m_server.start(), m_server.log().constData());
        QTest::qWait(5'000);
        QCOMPARE(m_server.request("POST", "/v1/actions/remove-acknowledgement", somebody).status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(AlertState::Triggered), 20'000);
    }
    void overIsOver()
    {
        QVERIFY(m_server.check(QStringLiteral("web!80:http"), 0));
        QCOMPARE(m_b.json(words("alerts")).items().size(), 0);
    }

private:
    static QByteArray fileText(const QString &name)
    {
        QFile file(name);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray backend(const QByteArray &name, const QByteArray &user) const
    {
        return "- {name: " + name + ", type: icinga2, url: '" + m_server.url().toEncoded() + "', settling_time: 0s, basic_auth: {username: " + user
            + ", password_file: password}, tls_config: {ca_file: '" + m_server.caFile().toUtf8() + "'}}\n";
    }
    static void writePassword(const CliBench &b)
    {
        b.write(QStringLiteral("password"), "secret");
        QFile(b.folder.filePath(QStringLiteral("password"))).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    QString stateOf() { return m_b.json(words("alerts")).field("state"); }

    Icinga2Server m_server;
    CliBench m_b;
};

QTEST_GUILESS_MAIN(TestQdeckIcinga)
#include "tst_qdeckicinga.moc"
