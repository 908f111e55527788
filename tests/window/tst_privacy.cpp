#include "tests/cli/clibench.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/windowprocess.h"
#include "tests/unit/net/secretforms.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QStandardPaths>

#include <atomic>

using namespace quarterdeck;

namespace {

const QByteArray Canary = "c4n4ry-5f1d0c7a3b9e4d28";

const QByteArray OneAlert
    = R"([{"labels":{"alertname":"HighLatency","service":"checkout","severity":"critical"},"annotations":{},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2036-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","fingerprint":"00112233aabbccdd","receivers":[{"name":"x"}],"status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])";

ScriptedReply healthy(const ScriptedRequest &request)
{
    return ScriptedReply::json(request.path().endsWith("/alerts") ? OneAlert : QByteArray("[]"));
}

/// Says back what it was sent, as careless proxies do.
ScriptedReply chatty(const ScriptedRequest &request)
{
    return ScriptedReply::json(R"({"error":"no access with )" + request.header("authorization") + R"("})", 500);
}

QByteArray configuration(const ScriptedServer &server, const QByteArray &more = {})
{
    return "version: 1\ncontexts:\n- {name: test, backends: [am]}\nbackends:\n- {name: am, type: alertmanager, poll_interval: 1s, url: '"
        + server.url(QString()).toEncoded() + "'" + more + "}\n";
}

/// Files below a folder, but the token's own, that hold any of these bytes.
QStringList filesWith(const QString &folder, const QByteArrayList &wanted)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().endsWith(QLatin1String("/token")) || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        ++count;
        const QByteArray bytes = file.readAll();
        if (std::any_of(wanted.begin(), wanted.end(), [&bytes](const QByteArray &one) { return bytes.contains(one); })) {
            found += file.fileName();
        }
    }
    return count < 4 ? QStringList {QStringLiteral("only %1 files were there to look into").arg(count)} : found;
}

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A password in every form in which a server may say it.
QByteArray everyFormOf(const QByteArray &password)
{
    QByteArray all;
    for (const auto &[name, form] : encoders()) {
        all += form(password) + "  ";
    }
    return all;
}

/// One of twenty sources at one address: it reads the password that it was sent and says it back, by turns in each kind of answer.
ScriptedReply echo(const ScriptedRequest &request, int turn)
{
    const QByteArray pair = QByteArray::fromBase64(request.header("authorization").mid(6));
    const QByteArray all = everyFormOf(pair.mid(pair.indexOf(':') + 1));
    const QByteArray quoted = JsonWriter().value(QString::fromUtf8(all)).take();
    if (request.method == "POST") {
        return ScriptedReply::json(quoted, 400);
    }
    ScriptedReply good = healthy(request);
    if (request.path().endsWith("/alerts")) {
        good.body.replace("\"annotations\":{}", "\"annotations\":{\"summary\":" + quoted + ",\"description\":" + quoted + '}');
    }
    const QByteArray line = QByteArray(all).replace('\n', ' ');
    const ScriptedReply replies[] {good, ScriptedReply::json("{\"error\":" + quoted + '}', 500), ScriptedReply::text(all, 403),
        ScriptedReply::html("<html><body>" + all + "</body></html>", 502), ScriptedReply::redirect(302, "/login?as=" + line.toPercentEncoding())};
    return replies[turn % std::size(replies)];
}

/// The first form of a password that is there, with its name; empty where none is.
QByteArray formIn(const QByteArray &bytes)
{
    for (const QByteArray &password : Passwords) {
        for (const auto &[name, form] : encoders()) {
            if (bytes.contains(form(password))) {
                return password + ", " + name;
            }
        }
    }
    return {};
}

/// Files below a folder, and the form of a password that is in them.
QByteArrayList passwordsBelow(const QString &folder)
{
    QByteArrayList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        const bool isRead = file.open(QIODevice::ReadOnly);
        count += isRead;
        if (const QByteArray form = isRead ? formIn(file.readAll()) : QByteArray(); !form.isEmpty()) {
            found += file.fileName().toUtf8() + ": " + form;
        }
    }
    return count < 4 ? QByteArrayList {"only " + QByteArray::number(count) + " files were there to look into"} : found;
}

} // namespace

/// What the program says to the outside and what it leaves behind: the built programs, watched from outside.
class TestPrivacy : public QObject {
    Q_OBJECT

private slots:
    void anIdleWindowTalksOnlyToItsConfiguration()
    {
        const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
        QProcess allowed;
        allowed.start(strace, {QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("true")});
        if (strace.isEmpty() || !allowed.waitForFinished(5000) || allowed.exitCode() != 0) {
            QSKIP("strace is not installed, or may not trace here");
        }
        ScriptedServer server(healthy);
        WindowProcess window;
        QVERIFY(window.write(QStringLiteral("config.yaml"), configuration(server)));
        const QString trace = window.folder() + QStringLiteral("/trace");
        QVERIFY(window.start(
            {strace, QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("-e"), QStringLiteral("trace=connect,sendto,sendmsg,sendmmsg"),
                QStringLiteral("-e"), QStringLiteral("signal=none"), QStringLiteral("-o"), trace}));
        QTRY_VERIFY2_WITH_TIMEOUT(server.requests().size() > 8, window.output(), 90'000);
        QTest::qWait(8000);
        window.terminate();

        const QByteArray own = "sin_port=htons(" + QByteArray::number(server.port()) + "), sin_addr=inet_addr(\"127.0.0.1\")";
        int connections = 0;
        QStringList others;
        for (const QByteArray &line : contents(trace).split('\n')) {
            if (line.contains("AF_INET")) {
                const bool isOwn = line.contains(own);
                connections += isOwn && line.contains("connect(");
                if (!isOwn) {
                    others += QString::fromUtf8(line);
                }
            } else if (line.contains("AF_UNIX") && line.contains("connect(")) {
                // The bus that it was told of, its own door, and the name service of the C library.
                static const QRegularExpression Known(QStringLiteral("/no-bus|/nscd/socket|/window\\.sock|/run/dbus/system_bus_socket|%1")
                                                          .arg(QRegularExpression::escape(QStringLiteral("at-spi"))));
                if (!Known.match(QString::fromUtf8(line)).hasMatch()) {
                    others += QString::fromUtf8(line);
                }
            }
        }
        QVERIFY2(connections > 0, "the trace saw the connections that are allowed");
        QVERIFY2(others.isEmpty(), qPrintable(others.join(u'\n')));
    }
    void aTokenLeavesNoTrace()
    {
        ScriptedServer server(healthy);
        WindowProcess window;
        QVERIFY(window.write(QStringLiteral("token"), Canary + "\n"));
        QVERIFY(window.write(
            QStringLiteral("config.yaml"), configuration(server, ", authorization: {credentials_file: " + window.folder().toUtf8() + "/token}")));
        QVERIFY(window.start());
        QTRY_VERIFY2_WITH_TIMEOUT(server.requests().size() > 4, window.output(), 60'000);
        // It was really used, and is really said back in an answer that ends up on the screen, in the log and in the cache.
        QCOMPARE(server.requests().front().header("authorization"), "Bearer " + Canary);
        server.setHandler(chatty);
        const std::size_t before = server.requests().size();
        QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > before + 3, 60'000);
        QTest::qWait(2000);

        const QByteArrayList forms {Canary, Canary.toBase64().left(20), Canary.toHex()};
        QCOMPARE(filesWith(window.folder(), forms), QStringList());
        const QString process = QStringLiteral("/proc/%1/").arg(window.pid());
        QVERIFY(contents(process + QStringLiteral("cmdline")).contains("quarterdeck"));
        QVERIFY(!contents(process + QStringLiteral("cmdline")).contains(Canary));
        QVERIFY(!contents(process + QStringLiteral("environ")).contains(Canary));
        const QByteArray limits = contents(process + QStringLiteral("limits"));
        QVERIFY2(QRegularExpression(QStringLiteral("Max core file size +0 ")).match(QString::fromUtf8(limits)).hasMatch(), limits);

        CliBench cli;
        cli.environment = window.environment();
        for (const QStringList &command : {QStringList {QStringLiteral("alerts")}, {QStringLiteral("sources")}, {QStringLiteral("doctor")},
                 {QStringLiteral("info")}, {QStringLiteral("config"), QStringLiteral("check")}}) {
            const CliRun run = cli.bare(command
                + QStringList {QStringLiteral("--json"), QStringLiteral("--config"), window.config(), QStringLiteral("--data-dir"), window.data()});
            QVERIFY2(run.code >= 0, run.err);
            QVERIFY2(!run.out.contains(Canary) && !run.err.contains(Canary), run.out + run.err);
        }
        QVERIFY2(!window.output().contains(Canary), window.output());
        // The same after a sudden end, when nothing could be tidied up.
        window.kill();
        QCOMPARE(filesWith(window.folder(), forms), QStringList());
        // Without a window qdeck asks the server itself.
        for (const QStringList &command : {QStringList {QStringLiteral("sync"), QStringLiteral("--once")}, {QStringLiteral("doctor")}}) {
            const CliRun run = cli.bare(command
                + QStringList {QStringLiteral("--json"), QStringLiteral("--config"), window.config(), QStringLiteral("--data-dir"), window.data()});
            QVERIFY2(!run.out.contains(Canary) && !run.err.contains(Canary), run.out + run.err);
        }
        QCOMPARE(filesWith(window.folder(), forms), QStringList());
    }
    void passwordsOfEveryKindLeaveNoTrace()
    {
        std::atomic<int> turn {0};
        ScriptedServer server([&turn](const ScriptedRequest &request) { return echo(request, turn); });
        WindowProcess window;
        QTemporaryDir passwords;
        QByteArray contexts;
        QByteArray backends;
        QStringList alerts;
        for (std::size_t i = 0; i < Passwords.size(); ++i) {
            const QByteArray name = "am" + QByteArray::number(i);
            QFile file(passwords.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(Passwords[i]) == Passwords[i].size());
            contexts += (contexts.isEmpty() ? "" : ", ") + name;
            backends += "- {name: " + name + ", type: alertmanager, poll_interval: 1s, settling_time: 0s, url: '"
                + server.url(u'/' + QString::fromLatin1(name)).toEncoded() + "', basic_auth: {username: ana, password_file: '"
                + file.fileName().toUtf8() + "'}}\n";
            alerts += QString::fromLatin1(name) + QStringLiteral(":00112233aabbccdd");
        }
        QVERIFY(window.write(
            QStringLiteral("config.yaml"), "version: 1\ncontexts:\n- {name: test, backends: [" + contexts + "]}\nbackends:\n" + backends));
        QVERIFY(window.start());
        CliBench cli;
        cli.environment = window.environment();
        int hidden = 0;
        const auto tells = [&](const QStringList &command) {
            const CliRun run = cli.bare(
                command + QStringList {QStringLiteral("--config"), window.config(), QStringLiteral("--data-dir"), window.data()});
            hidden += int(run.out.count("***"));
            const QByteArray form = formIn(run.out + run.err);
            return run.code < 0 ? "no end: " + run.err : form.isEmpty() ? QByteArray() : form + " in " + run.out + run.err;
        };
        // Each kind of answer reaches each source; of the good one the alerts stay, and an act on them is refused.
        QTRY_VERIFY2_WITH_TIMEOUT(server.requests().size() > 6 * Passwords.size(), window.output(), 90'000);
        QCOMPARE(tells(QStringList {QStringLiteral("ack")} + alerts), QByteArray());
        for (; turn < 5; ++turn) {
            const std::size_t before = server.requests().size();
            QCOMPARE(tells({QStringLiteral("sync"), QStringLiteral("--once")}), QByteArray());
            QVERIFY(server.requests().size() >= before + Passwords.size());
        }
        const auto requests = server.requests();
        for (std::size_t i = 0; i < Passwords.size(); ++i) {
            const QByteArray sent = "Basic " + ("ana:" + Passwords[i]).toBase64();
            const QByteArray path = "/am" + QByteArray::number(i) + '/';
            for (const char *method : {"GET", "POST"}) {
                QVERIFY2(std::any_of(requests.begin(), requests.end(),
                             [&](const ScriptedRequest &one) {
                                 return one.method == method && one.path().startsWith(path) && one.header("authorization") == sent;
                             }),
                    method + path);
            }
        }
        const QList<QStringList> commands {{QStringLiteral("alerts"), QStringLiteral("--json")},
            {QStringLiteral("sources"), QStringLiteral("--json")}, {QStringLiteral("show"), alerts.first(), QStringLiteral("--json")},
            {QStringLiteral("silences")}, {QStringLiteral("outbox")}, {QStringLiteral("outbox"), QStringLiteral("--json")},
            {QStringLiteral("sync"), QStringLiteral("--once")}};
        for (const QStringList &command : commands) {
            QCOMPARE(tells(command), QByteArray());
        }
        // What was said was shown, but for the passwords.
        QVERIFY2(hidden > int(Passwords.size() * encoders().size()), QByteArray::number(hidden));
        QCOMPARE(passwordsBelow(window.folder()), QByteArrayList());
        QCOMPARE(formIn(window.output()), QByteArray());
        window.kill();
        QCOMPARE(passwordsBelow(window.folder()), QByteArrayList());
        // Without a window qdeck asks the server itself.
        for (turn = 0; turn < 5; ++turn) {
            QCOMPARE(tells({QStringLiteral("sync"), QStringLiteral("--once"), QStringLiteral("--json")}), QByteArray());
        }
        turn = 0;
        for (const QStringList &command : commands + QList<QStringList> {{QStringLiteral("doctor")}, QStringList {QStringLiteral("ack")} + alerts}) {
            QCOMPARE(tells(command), QByteArray());
        }
        QCOMPARE(passwordsBelow(window.folder()), QByteArrayList());
    }
    void aSecretInTheConfigurationIsRefused()
    {
        ScriptedServer server(healthy);
        WindowProcess window;
        QVERIFY(window.write(QStringLiteral("config.yaml"), configuration(server, ", authorization: {credentials: " + Canary + "}")));
        CliBench cli;
        const CliRun run = cli.bare({QStringLiteral("config"), QStringLiteral("check"), QStringLiteral("--config"), window.config(),
            QStringLiteral("--data-dir"), window.data()});
        QVERIFY(run.code != 0);
        QVERIFY2((run.out + run.err).contains("holds a secret"), run.out + run.err);
        QVERIFY(!(run.out + run.err).contains(Canary));
        QVERIFY(server.requests().empty());
    }
    void filesAreForTheirOwnerAlone()
    {
        ScriptedServer server(healthy);
        WindowProcess window;
        QVERIFY(window.write(QStringLiteral("config.yaml"), configuration(server)));
        QVERIFY(window.start());
        QTRY_VERIFY2_WITH_TIMEOUT(server.requests().size() > 4, window.output(), 60'000);
        QStringList open;
        int count = 0;
        QDirIterator files(
            window.data(), QDir::Files | QDir::Dirs | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        constexpr auto Others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther | QFileDevice::ExeOther;
        while (files.hasNext()) {
            const QFileInfo info(files.next());
            ++count;
            if ((info.permissions() & Others) != 0) {
                open += info.filePath();
            }
        }
        QVERIFY2(count > 5, qPrintable(QString::number(count)));
        QCOMPARE(open, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestPrivacy)
#include "tst_privacy.moc"
