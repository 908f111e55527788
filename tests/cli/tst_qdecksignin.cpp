#include "tests/cli/clibench.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/tokenserver.h"

#include <QStandardPaths>

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

// An Alertmanager that nobody may ask who has not signed in.
ScriptedReply guardedAlertmanager(const ScriptedRequest &request)
{
    if (!request.header("authorization").startsWith("Bearer ")) {
        return ScriptedReply::json("{}", 401);
    }
    return ScriptedReply::json(request.path().endsWith("/status")
            ? R"({"cluster":{"status":"ready","peers":[]},"versionInfo":{"version":"0.28.1"},"uptime":"2020-01-01T00:00:00.000Z","config":{"original":""}})"
            : "[]");
}

// In place of xdg-open: a browser whose user agrees to everything. It leaves what it was given and the page where it ended.
constexpr char Browser[] = "#!/bin/sh\nprintf '%s\\n' \"$1\" >>\"$HOME/opened\"\ncurl -sL \"$1\" >>\"$HOME/pages\"\n";

} // namespace

/// `qdeck signin` and `signout`: a browser, an authorization server and a keyring that nobody here wrote.
class TestQdeckSignIn : public QObject {
    Q_OBJECT

    // Runs the lines of a shell script on a session bus with an unlocked keyring of its own.
    QByteArray runBeside(const CliBench &b, const QByteArray &lines) const
    {
        b.write(QStringLiteral("run.sh"), "echo -n pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1\n" + lines);
        b.write(QStringLiteral("xdg-open"), Browser);
        QFile(b.folder.filePath(QStringLiteral("xdg-open"))).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"}) {
            environment.insert(QString::fromLatin1(name), b.folder.path());
        }
        environment.remove(QStringLiteral("DISPLAY"));
        environment.insert(QStringLiteral("PATH"), b.folder.path() + u':' + environment.value(QStringLiteral("PATH")));
        environment.insert(QStringLiteral("Q"), CliBench::program());
        environment.insert(QStringLiteral("C"), QStringLiteral("--config %1 --data-dir %2").arg(b.config(), b.data()));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("dbus-run-session"), {QStringLiteral("--"), QStringLiteral("sh"), b.folder.filePath(QStringLiteral("run.sh"))});
        if (!process.waitForFinished(150'000)) {
            process.kill();
            process.waitForFinished();
        }
        return process.readAll();
    }
    static QByteArray content(const CliBench &b, const QString &name)
    {
        QFile file(b.folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool hasTools()
    {
        const auto isMissing = [](const char *tool) { return QStandardPaths::findExecutable(QLatin1StringView(tool)).isEmpty(); };
        return !isMissing("dbus-run-session") && !isMissing("gnome-keyring-daemon") && !isMissing("curl");
    }
    static QByteArray backend(const QByteArray &url, const TokenServer &idp, const QByteArray &scopes = "alerts")
    {
        return "version: 1\nbackends:\n- name: am\n  type: alertmanager\n  url: " + url
            + "\n  oauth2: {grant_type: authorization_code, client_id: desktop, scopes: [" + scopes + "], authorize_url: '"
            + idp.url(QStringLiteral("/authorize")).toEncoded() + "', token_url: '" + idp.url(QStringLiteral("/token")).toEncoded() + "'}\n";
    }

private slots:
    void signsInAndOut()
    {
        if (!hasTools()) {
            QSKIP("dbus-run-session, gnome-keyring-daemon or curl is not installed");
        }
        TokenServer idp;
        if (idp.isMissing()) {
            QSKIP("python3-authlib or python3-flask absent");
        }
        ScriptedServer am(guardedAlertmanager);
        CliBench b;
        b.write(QStringLiteral("config.yaml"), backend(am.url(QString()).toEncoded(), idp));
        const QByteArray out = runBeside(b,
            "$Q sources $C; echo before=$?\n$Q signin am $C; echo signin=$?\n$Q alerts $C; echo alerts=$?\n$Q alerts $C; echo again=$?\n"
            "$Q signout am $C; echo signout=$?\n$Q sources $C; echo after=$?\n$Q signout am $C; echo twice=$?\n");
        for (const char *line : {"Nobody is signed in to am here. Sign in: qdeck signin am", "before=3", "Sign in in the browser.",
                 "Signed in to am. The sign-in is stored in the keyring", "signin=0", "alerts=0", "again=0", "Signed out of am", "signout=0",
                 "after=3", "Nobody is signed in to am here", "twice=1"}) {
            QVERIFY2(out.contains(line), (QByteArray(line) + " is missing in:\n" + out).constData());
        }
        QVERIFY2(content(b, QStringLiteral("pages")).contains("You can close this tab"), content(b, QStringLiteral("pages")).constData());
        // What proves and what renews the sign-in stands in no argument, file or output.
        const QByteArray opened = content(b, QStringLiteral("opened"));
        QVERIFY2(opened.contains("code_challenge_method=S256") && !opened.contains("code_verifier"), opened.constData());
        QSet<QByteArray> tokens;
        for (const ScriptedRequest &request : am.requests()) {
            tokens.insert(request.header("authorization").mid(7));
        }
        tokens.remove(QByteArray());
        QCOMPARE(tokens.size(), 2);
        for (const QByteArray &token : tokens) {
            QProcess grep;
            grep.start(QStringLiteral("grep"), {QStringLiteral("-rlF"), QString::fromLatin1(token), b.folder.path()});
            QVERIFY(grep.waitForFinished(30'000));
            QCOMPARE(grep.readAllStandardOutput(), QByteArray());
            QVERIFY(!out.contains(token));
        }
    }
    void saysWhatWasNotGrantedOrRefused()
    {
        if (!hasTools()) {
            QSKIP("dbus-run-session, gnome-keyring-daemon or curl is not installed");
        }
        TokenServer idp;
        if (idp.isMissing()) {
            QSKIP("python3-authlib or python3-flask absent");
        }
        CliBench b;
        b.write(QStringLiteral("config.yaml"), backend("http://127.0.0.1:9", idp, "alerts, everything"));
        const QByteArray out = runBeside(b,
            "$Q signin am --json $C 2>/dev/null; echo part=$?\ncurl -s -X POST '" + idp.url(QStringLiteral("/deny")).toEncoded()
                + "' >/dev/null\n$Q signin am $C; echo denied=$?\n");
        for (const char *line :
            {"\"missingScopes\": [", "\"everything\"", "part=3", "The sign-in was rejected, by you or by the server (access_denied)", "denied=1"}) {
            QVERIFY2(out.contains(line), (QByteArray(line) + " is missing in:\n" + out).constData());
        }
    }
    void refusesWhatCannotBeDone()
    {
        CliBench b;
        b.environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        b.environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("/nonexistent"));
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am, type: alertmanager, url: 'https://am.example', oauth2: {grant_type: authorization_code, client_id: "
            "x, "
            "authorize_url: 'https://i.example/a', token_url: 'https://i.example/t'}}\n- {name: plain, type: prometheus, url: 'https://p.example'}\n"
            "- {name: pager, type: pagerduty, region: eu, oauth2: {grant_type: authorization_code, client_id: x}}\n");
        const CliRun noKeyring = b.run(words("signin am --no-browser"));
        QVERIFY2(
            noKeyring.code == 1 && noKeyring.err.contains("There is no keyring on this desktop, and the sign-in may not be stored anywhere else"),
            noKeyring.err + noKeyring.out);
        QVERIFY(!noKeyring.out.contains("https://i.example"));
        const CliRun plain = b.run(words("signin plain"));
        QVERIFY2(plain.code == 2 && plain.err.contains("grant_type: authorization_code"), plain.err);
        const CliRun none = b.run(words("signin amm"));
        QVERIFY2(none.code == 2 && none.err.contains("Did you mean am?"), none.err);
        const CliRun leftOut = b.run(words("signin pager"));
        QVERIFY2(leftOut.code == 1 && leftOut.err.contains("its oauth2 needs an authorize_url and a token_url"), leftOut.err);
    }
};

QTEST_GUILESS_MAIN(TestQdeckSignIn)
#include "tst_qdecksignin.moc"
