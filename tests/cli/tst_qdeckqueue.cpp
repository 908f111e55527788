#include "app/store/filelock.h"
#include "tests/cli/clibench.h"
#include "tests/support/passon.h"
#include "tests/support/scriptedserver.h"

#include <QDir>
#include <QStandardPaths>

#include <atomic>

#include <sys/resource.h>

using namespace quarterdeck;

namespace {

constexpr int Writers = 12;

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

// One run under a limit of the system.
CliRun limited(const CliBench &b, int resource, rlim_t limit, const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(b.environment);
    process.setChildProcessModifier([resource, limit] {
        const rlimit both {limit, limit};
        ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
    });
    process.start(CliBench::program(), arguments + QStringList {QStringLiteral("--config"), b.config(), QStringLiteral("--data-dir"), b.data()});
    CliRun run;
    if (process.waitForFinished(60'000)) {
        run.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    }
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace

/// Many runs of qdeck on one data folder, and a folder that cannot be used. Nobody listens at the sources.
class TestQdeckQueue : public QObject {
    Q_OBJECT

    CliBench m_b;

    std::vector<std::unique_ptr<QProcess>> writers(int count) const
    {
        std::vector<std::unique_ptr<QProcess>> all;
        for (int i = 0; i < count; ++i) {
            auto &process = all.emplace_back(std::make_unique<QProcess>());
            process->setProcessEnvironment(m_b.environment);
            process->start(CliBench::program(),
                words("silence --yes --source am --json --for 1h --matcher") << QStringLiteral("service=s%1").arg(i) << QStringLiteral("--config")
                                                                             << m_b.config() << QStringLiteral("--data-dir") << m_b.data());
        }
        return all;
    }
    std::size_t entries() const { return std::size_t(m_b.json(words("outbox --cached")).items().size()); }

private slots:
    void init()
    {
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, poll_interval: 1s, url: 'http://127.0.0.1:" + QByteArray::number(freePort())
                + "'}\n");
        QDir(m_b.data()).removeRecursively();
    }
    void theyTakeTurns()
    {
        RealAlertmanager alertmanager;
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(alertmanager.start(), alertmanager.log());
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + alertmanager.url().toEncoded() + "'}\n");
        std::size_t stored = 0;
        for (const auto &process : writers(Writers)) {
            QVERIFY(process->waitForFinished(250'000));
            const QByteArray err = process->readAllStandardError();
            // On a machine that is slow enough one waits in vain: then it says for whom.
            const bool isNamed = process->exitCode() == 1 && err.contains("Nothing was stored or sent. Another qdeck (process ");
            QVERIFY2(process->exitCode() == 0 || isNamed, err);
            QVERIFY2(err.contains("No open alert matches") || err.contains("is using this data; waiting"), err);
            stored += process->exitCode() == 0 ? 1 : 0;
        }
        QVERIFY(stored > 0);
        QCOMPARE(entries(), stored);
    }
    void aRunningSyncTakesTheirWrites()
    {
        QProcess sync;
        sync.setProcessEnvironment(m_b.environment);
        sync.start(CliBench::program(), words("sync --config") << m_b.config() << QStringLiteral("--data-dir") << m_b.data());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_b.data() + QStringLiteral("/run/sync.sock")), 30'000);
        for (const auto &process : writers(4)) {
            QVERIFY(process->waitForFinished(120'000));
            // Nobody listens at the source: stored and queued, not refused.
            QVERIFY2(process->exitCode() == 3, process->readAllStandardError());
            const QByteArray out = process->readAllStandardOutput();
            QVERIFY2(out.contains("\"state\": \"queued\""), out);
        }
        QCOMPARE(entries(), std::size_t(4));
        const CliRun second = m_b.run(words("sync"));
        QVERIFY2(second.code == 1 && second.err.contains("polls already"), second.err);
        sync.terminate();
        QVERIFY(sync.waitForFinished(30'000));
        QCOMPARE(sync.exitCode(), 0);
        QCOMPARE(entries(), std::size_t(4));
    }
    void oneThatHangsTakesTheirWrites()
    {
        RealAlertmanager alertmanager;
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(alertmanager.start(), alertmanager.log());
        // The first write is taken by nobody and answered never; all others pass.
        std::atomic<int> posts {0};
        const QUrl url = alertmanager.url();
        ScriptedServer gate(
            [url, &posts](const ScriptedRequest &r) { return r.method == "POST" && posts++ == 0 ? ScriptedReply::blackHole() : passOn(r, url); });
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + gate.url(QString()).toEncoded() + "'}\n");
        auto hanging = writers(1);
        QTRY_VERIFY_WITH_TIMEOUT(posts > 0, 30'000);
        for (int i = 1; i <= 3; ++i) {
            QProcess other;
            other.setProcessEnvironment(m_b.environment);
            other.start(CliBench::program(),
                words("silence --yes --source am --json --for 1h --matcher") << QStringLiteral("service=other%1").arg(i) << QStringLiteral("--config")
                                                                             << m_b.config() << QStringLiteral("--data-dir") << m_b.data());
            QVERIFY(other.waitForFinished(60'000));
            const QByteArray out = other.readAllStandardOutput();
            const QByteArray err = other.readAllStandardError();
            QVERIFY2(other.exitCode() == 0, out + err);
            QVERIFY2(out.contains("\"state\": \"confirmed\""), out);
        }
        // They did not wait for the one that hangs, which goes on for half a minute.
        QCOMPARE(hanging.front()->state(), QProcess::Running);
        hanging.front()->kill();
        QVERIFY(hanging.front()->waitForFinished(10'000));
        QCOMPARE(entries(), std::size_t(4));
    }
    void whoeverDoesNotEndIsNamed()
    {
        QVERIFY(QDir().mkpath(m_b.data()));
        const auto lock = FileLock::take(dataLockFile(m_b.data()));
        QVERIFY(lock);
        QCOMPARE(FileLock::holder(dataLockFile(m_b.data())), QCoreApplication::applicationPid());
        const CliRun run = m_b.run(words("silence service=x --for 1h --source am"));
        QVERIFY2(run.code == 1, run.out + run.err);
        QVERIFY2(run.err.contains("Another program is using this data; waiting until it ends."), run.err);
        QVERIFY2(run.err.contains("Nothing was stored or sent. Another program is using this data"), run.err);
        QVERIFY2(!run.err.contains("window"), run.err);
    }
    void whatNobodyPollsIsNotLive()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("sqlite3")).isEmpty()) {
            QSKIP("sqlite3 is absent");
        }
        RealAlertmanager alertmanager;
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(alertmanager.start(), alertmanager.log());
        m_b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, url: '" + alertmanager.url().toEncoded() + "'}\n");
        const CliRun clear = m_b.run(words("alerts"));
        QVERIFY2(clear.code == 0 && clear.out.contains("No open alerts."), clear.out + clear.err);
        // Nothing can be written from now on, so nothing is asked; and something begins to fire.
        QCOMPARE(QProcess::execute(QStringLiteral("sqlite3"),
                     {m_b.data() + QStringLiteral("/state.db"),
                         QStringLiteral("UPDATE meta SET value='999' WHERE name='schema'; PRAGMA user_version=999;")}),
            0);
        QVERIFY(alertmanager.post(R"([{"labels":{"alertname":"New","service":"web"},"endsAt":"2036-01-01T00:00:00Z"}])"));
        for (const char *line : {"alerts", "sources", "silences", "services"}) {
            const CliRun run = m_b.run(words(line));
            QVERIFY2(run.code != 0, line + run.out + run.err);
            QVERIFY2(!run.out.contains("No open alerts.") && !run.out.contains("No active or pending silences.") && !run.out.contains("live"),
                line + run.out);
        }
        const QByteArray json = m_b.json(words("alerts")).out;
        QVERIFY2(json.contains("it was not polled"), json);
    }
    void aNewerSchemaIsSaidEverywhere()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("sqlite3")).isEmpty()) {
            QSKIP("sqlite3 is absent");
        }
        QCOMPARE(m_b.run(words("outbox")).code, 0);
        QProcess sqlite;
        sqlite.start(QStringLiteral("sqlite3"),
            {m_b.data() + QStringLiteral("/state.db"), QStringLiteral("UPDATE meta SET value='999' WHERE name='schema'; PRAGMA user_version=999;")});
        QVERIFY(sqlite.waitForFinished());
        for (const char *line :
            {"alerts", "alerts --cached", "outbox", "services", "sources", "sync --once", "sync", "kpi", "doctor", "silence a=b --source am"}) {
            const CliRun run = m_b.run(words(line));
            QVERIFY2(run.code == 1 || run.code == 3, line + run.out + run.err);
            QVERIFY2((run.err + run.out).contains("written by a newer Quarterdeck"), line + run.out + run.err);
        }
    }
    void aFullDiskIsSaidInWords()
    {
        for (const rlim_t limit : {rlim_t(0), rlim_t(8 * 1024), rlim_t(48 * 1024)}) {
            QDir(m_b.data()).removeRecursively();
            for (const char *line : {"silence a=b --source am", "alerts", "outbox"}) {
                const CliRun run = limited(m_b, RLIMIT_FSIZE, limit, words(line));
                QVERIFY2(run.code == 1 || run.code == 3, line + QByteArray::number(run.code) + run.out + run.err);
                QVERIFY2(run.err.contains("disk") || run.err.contains("cannot be written"), line + run.err);
                QVERIFY2(!run.err.contains("SQLite"), run.err);
            }
        }
    }
    void aFolderThatCannotBeUsedIsSaidInWords()
    {
        m_b.write(QStringLiteral("data"), "a file, no folder");
        for (const char *line : {"silence a=b --source am", "alerts", "note --text x am:1"}) {
            const CliRun run = m_b.run(words(line));
            QVERIFY2(run.code == 1 || run.code == 3, line + run.out + run.err);
            QVERIFY2(run.err.contains("cannot be written"), line + run.err);
        }
        QVERIFY(QFile::remove(m_b.data()));
    }
    void fewDescriptorsAreSaidInWords()
    {
        for (const rlim_t limit : {rlim_t(16), rlim_t(24), rlim_t(40), rlim_t(63)}) {
            const CliRun run = limited(m_b, RLIMIT_NOFILE, limit, words("alerts"));
            QVERIFY2(run.code == 1, QByteArray::number(run.code) + run.err);
            QVERIFY2(run.err.contains("ulimit -n 64"), run.err);
        }
        const CliRun enough = limited(m_b, RLIMIT_NOFILE, 64, words("alerts"));
        QVERIFY2(enough.code == 3, enough.err);
    }
};

QTEST_GUILESS_MAIN(TestQdeckQueue)
#include "tst_qdeckqueue.moc"
