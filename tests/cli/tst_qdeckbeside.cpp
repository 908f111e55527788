#include "app/bootstrap/ipcclient.h"
#include "tests/cli/clibench.h"
#include "tests/support/windowprocess.h"

#include <QDirIterator>

#include <csignal>

using namespace quarterdeck;

namespace {

QByteArray alertsOf(const QByteArrayList &names, const QByteArray &endsAt = "2036-01-01T00:00:00Z")
{
    QByteArray json = "[";
    for (const QByteArray &name : names) {
        json += (json.size() > 1 ? "," : "") + QByteArray(R"({"labels":{"alertname":")") + name
            + R"(","service":"checkout","severity":"critical"},"annotations":{"summary":"s"},"startsAt":"2026-01-01T00:00:00Z","endsAt":")" + endsAt
            + "\"}";
    }
    return json + "]";
}

} // namespace

/// qdeck beside a running window: both real programs. Reads come from the shared files, writes go through the window. The slots build
/// on each other.
class TestQdeckBeside : public QObject {
    Q_OBJECT

    RealAlertmanager m_alertmanager;
    WindowProcess m_window;
    CliBench m_cli;

    CliRun qdeck(const QStringList &arguments) const
    {
        return m_cli.bare(arguments
            + QStringList {QStringLiteral("--json"), QStringLiteral("--config"), m_window.config(), QStringLiteral("--data-dir"), m_window.data()});
    }
    QString idOf(const QString &title) const
    {
        const CliRun run = qdeck({QStringLiteral("alerts")});
        for (const QJsonValue &item : run.items()) {
            if (item.toObject().value(QLatin1String("title")).toString() == title) {
                return item.toObject().value(QLatin1String("id")).toString();
            }
        }
        return {};
    }
    QJsonArray activeSilences() const
    {
        QUrl url = m_alertmanager.url();
        url.setPath(QStringLiteral("/api/v2/silences"));
        QJsonArray active;
        for (const QJsonValue &value : QJsonDocument::fromJson(plainHttp("GET", url).body).array()) {
            if (value.toObject().value(QLatin1String("status")).toObject().value(QLatin1String("state")).toString() == QLatin1String("active")) {
                active.append(value);
            }
        }
        return active;
    }
    QString runtime() const
    {
        QDirIterator sockets(m_window.data(), {QStringLiteral("window.sock")}, QDir::System | QDir::Files, QDirIterator::Subdirectories);
        return sockets.hasNext() ? QFileInfo(sockets.next()).path() : QString();
    }
    // A server that was away is asked again at once, as by F5 in the window: else its back-off, drawn by chance, is waited for.
    bool pollNow() const
    {
        IpcRequest request;
        request.verb = IpcRequest::Verb::PollNow;
        const Result<IpcReply> reply = askWindow(runtime(), request);
        return reply && reply->isOk;
    }
    QString outboxState(const QString &id) const
    {
        for (const QJsonValue &item : qdeck({QStringLiteral("outbox")}).items()) {
            if (item.toObject().value(QLatin1String("id")).toString() == id) {
                return item.toObject().value(QLatin1String("state")).toString();
            }
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(m_alertmanager.start(), m_alertmanager.log());
        QVERIFY(m_alertmanager.post(alertsOf({"One", "Two", "Three"})));
        QVERIFY(m_window.write(QStringLiteral("config.yaml"),
            "version: 1\ncurrent-context: test\ncontexts:\n- {name: test, backends: [am]}\n- {name: look, read_only: true, backends: [am]}\n"
            "backends:\n- {name: am, type: alertmanager, poll_interval: 1s, settling_time: 0s, url: '"
                + m_alertmanager.url().toEncoded() + "'}\n"));
        m_cli.environment = m_window.environment();
        QVERIFY(m_window.start());
        QTRY_VERIFY2_WITH_TIMEOUT(!runtime().isEmpty(), m_window.output(), 60'000);
    }
    void readsWhatTheWindowHas()
    {
        QTRY_COMPARE_WITH_TIMEOUT(qdeck({QStringLiteral("alerts")}).items().size(), 3, 60'000);
        QVERIFY2(m_window.isRunning(), m_window.output());
        const CliRun run = qdeck({QStringLiteral("alerts")});
        QVERIFY2(run.code == 0, run.err + run.out);
        QVERIFY(run.json().value(QLatin1String("stale")).toArray().isEmpty());
    }
    void letsTheWindowPoll()
    {
        QVERIFY(m_alertmanager.post(alertsOf({"Four"})));
        const CliRun run = qdeck({QStringLiteral("sync"), QStringLiteral("--once")});
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.json().value(QLatin1String("openAlerts")).toInt(), 4);
        const CliRun endless = qdeck({QStringLiteral("sync")});
        QCOMPARE(endless.code, 1);
        QVERIFY2(endless.err.contains("--once"), endless.err);
        QVERIFY(m_window.isRunning());
    }
    void acknowledgesThroughTheWindow()
    {
        const CliRun run = qdeck({QStringLiteral("ack"), QStringLiteral("--author"), QStringLiteral("ana"), idOf(QStringLiteral("One"))});
        QVERIFY2(run.code == 0, run.err + run.out);
        QCOMPARE(run.field("state"), QStringLiteral("confirmed"));
        QCOMPARE(activeSilences().size(), 1);
        QCOMPARE(activeSilences().first().toObject().value(QLatin1String("createdBy")).toString(), QStringLiteral("ana"));
        const CliRun note = qdeck({QStringLiteral("note"), QStringLiteral("--text"), QStringLiteral("seen"), idOf(QStringLiteral("Two"))});
        QVERIFY2(note.code == 0, note.err + note.out);
        QCOMPARE(qdeck({QStringLiteral("ack"), QStringLiteral("--context"), QStringLiteral("look"), idOf(QStringLiteral("Two"))}).code, 1);
        QVERIFY(m_window.isRunning());
    }
    void aWindowThatHangsIsNotClaimedToHaveRefused()
    {
        const QString two = idOf(QStringLiteral("Two"));
        ::kill(pid_t(m_window.pid()), SIGSTOP);
        const CliRun run = qdeck({QStringLiteral("ack"), two});
        ::kill(pid_t(m_window.pid()), SIGCONT);
        QVERIFY2(run.code == 1, run.out + run.err);
        QVERIFY2(run.err.contains("may or may not have been stored"), run.err);
        // It had, and says so as soon as it can.
        QTRY_COMPARE_WITH_TIMEOUT(qdeck({QStringLiteral("outbox")}).items().size(), 2, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(activeSilences().size(), 2, 20'000);
    }
    void takesBackWhatWaits()
    {
        const QString three = idOf(QStringLiteral("Three"));
        m_alertmanager.kill();
        const CliRun queued = qdeck({QStringLiteral("ack"), three});
        QCOMPARE(queued.code, 3);
        QCOMPARE(queued.field("state"), QStringLiteral("queued"));
        const QString id = queued.field("id");
        QCOMPARE(qdeck({QStringLiteral("outbox"), QStringLiteral("withdraw"), QStringLiteral("nothing")}).code, 1);
        QCOMPARE(qdeck({QStringLiteral("outbox"), QStringLiteral("withdraw"), QStringLiteral("--context"), QStringLiteral("look"), id}).code, 1);
        QCOMPARE(outboxState(id), QStringLiteral("queued"));
        const CliRun withdrawn = qdeck({QStringLiteral("outbox"), QStringLiteral("withdraw"), id.left(8)});
        QVERIFY2(withdrawn.json().value(QLatin1String("schema")).toString() == QLatin1String("quarterdeck.outbox/1"), withdrawn.out + withdrawn.err);
        QCOMPARE(withdrawn.field("state"), QStringLiteral("withdrawn"));
        QCOMPARE(outboxState(id), QStringLiteral("withdrawn"));
        // A second time there is nothing to take back, and nothing to send again.
        QCOMPARE(qdeck({QStringLiteral("outbox"), QStringLiteral("withdraw"), id}).code, 1);
        QCOMPARE(qdeck({QStringLiteral("outbox"), QStringLiteral("resend"), id}).code, 1);
        QVERIFY2(m_alertmanager.start(), m_alertmanager.log());
        QVERIFY(pollNow());
    }
    void sendsAConflictAfterAll()
    {
        // Queued while the server is away; meanwhile the alert ends and fires again: another firing than the person saw.
        QVERIFY(m_alertmanager.post(alertsOf({"Three"})));
        QTRY_VERIFY_WITH_TIMEOUT(!idOf(QStringLiteral("Three")).isEmpty(), 20'000);
        const QString three = idOf(QStringLiteral("Three"));
        m_alertmanager.kill();
        const QString id = qdeck({QStringLiteral("ack"), three}).field("id");
        QVERIFY(!id.isEmpty());
        QVERIFY2(m_alertmanager.start(), m_alertmanager.log());
        QVERIFY(m_alertmanager.post(alertsOf({"Three"}).replace("2026-01-01", "2026-01-02")));
        QVERIFY(pollNow());
        QTRY_COMPARE_WITH_TIMEOUT(outboxState(id), QStringLiteral("conflict"), 60'000);
        const int before = int(activeSilences().size());
        const CliRun resent = qdeck({QStringLiteral("outbox"), QStringLiteral("resend"), id});
        QVERIFY2(resent.code == 0, resent.out + resent.err);
        QCOMPARE(resent.field("state"), QStringLiteral("confirmed"));
        QVERIFY(resent.field("id") != id);
        QCOMPARE(outboxState(id), QStringLiteral("superseded"));
        QCOMPARE(activeSilences().size(), before + 1);
    }
    void decidesWithoutAWindowToo()
    {
        m_window.terminate();
        m_alertmanager.kill();
        const CliRun queued = qdeck({QStringLiteral("silence"), QStringLiteral("--matcher"), QStringLiteral("service=db"), QStringLiteral("--for"),
            QStringLiteral("1h"), QStringLiteral("--text"), QStringLiteral("cleaning")});
        QCOMPARE(queued.field("state"), QStringLiteral("queued"));
        const CliRun withdrawn = qdeck({QStringLiteral("outbox"), QStringLiteral("withdraw"), queued.field("id")});
        QCOMPARE(withdrawn.field("state"), QStringLiteral("withdrawn"));
    }
};

QTEST_GUILESS_MAIN(TestQdeckBeside)
#include "tst_qdeckbeside.moc"
