#include "tests/cli/clibench.h"
#include "tests/support/scriptedserver.h"

#include <QDir>
#include <QStandardPaths>

#include <sys/stat.h>

using namespace quarterdeck;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

ScriptedReply quietAlertmanager(const ScriptedRequest &request)
{
    return ScriptedReply::json(request.path().endsWith("/status")
            ? R"({"cluster":{"status":"ready","peers":[]},"versionInfo":{"version":"0.28.1"},"uptime":"2020-01-01T00:00:00.000Z","config":{"original":""}})"
            : "[]");
}

} // namespace

/// What the configuration and the catalogs drop is told by every command, never by none.
class TestQdeckConfig : public QObject {
    Q_OBJECT

    ScriptedServer m_quiet {quietAlertmanager};

    QByteArray url() const { return m_quiet.url(QString()).toEncoded(); }
    QByteArray good() const { return "- {name: am-eu, type: alertmanager, url: '" + url() + "'}\n"; }

private slots:
    void whatIsLeftOutIsToldEverywhere_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("name");
        const auto broken = [this](const QByteArray &more) -> QByteArray {
            return "contexts:\n- {name: prod, backends: [am-eu, am-us]}\nbackends:\n" + good() + "- {name: am-us, type: alertmanager, url: '" + url()
                + "'" + more + "}\n";
        };
        QTest::newRow("a secret") << broken(", basic_auth: {username: u, password: p}") << QByteArray("am-us");
        QTest::newRow("a missing file") << broken(", basic_auth: {username_file: /nonexistent, password_env: P}") << QByteArray("am-us");
        QTest::newRow("an unknown type") << QByteArray(broken("")).replace("am-us, type: alertmanager", "am-us, type: alertmangler")
                                         << QByteArray("am-us");
        QTest::newRow("an option with a bad value") << broken(", settling_time: soon") << QByteArray("am-us");
        QTest::newRow("a name with a slip") << QByteArray(broken("")).replace("[am-eu, am-us]", "[am-eu, am-su]") << QByteArray("am-su");
        QTest::newRow("an include that is not there") << "includes: [gone.yaml]\nbackends:\n" + good() << QByteArray("gone.yaml");
        QTest::newRow("an include that is broken") << "includes: [bad.yaml]\nbackends:\n" + good() << QByteArray("bad.yaml");
        QTest::newRow("an include that matches nothing") << "includes: ['conf.d/*.yaml']\nbackends:\n" + good() << QByteArray("conf.d");
        QTest::newRow("a slip in a key") << "include: [x.yaml]\nbackends:\n" + good() << QByteArray("include");
        QTest::newRow("a backend of an include that reuses a name") << "includes: [again.yaml]\nbackends:\n" + good() << QByteArray("again.yaml");
        QTest::newRow("a quote that is not closed") << "backends:\n" + good() + "runbooks: '~/x\nincludes: [again.yaml]\n"
                                                    << QByteArray("is a quote not closed?");
        QTest::newRow("includes below a service") << "backends:\n" + good() + "services:\n- name: x\n  includes: [again.yaml]\n"
                                                  << QByteArray("includes");
        QTest::newRow("backend beside backends") << "contexts:\n- {name: prod, backends: [am-eu], backend: [am-us]}\nbackends:\n" + good()
                                                 << QByteArray("backend");
        QTest::newRow("an option that is includes") << "backends:\n" + good() + "  \n- {name: b, type: alertmanager, url: '" + url()
                + "', includes: again.yaml}\n" << QByteArray("includes");
        QTest::newRow("all of it") << QByteArray("contexts:\n- {name: prod, backends: [am-us]}\nbackends:\n- {name: am-us, type: alertmanager}\n")
                                   << QByteArray("am-us");
    }
    void whatIsLeftOutIsToldEverywhere()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, name);
        CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\n" + yaml);
        b.write(QStringLiteral("bad.yaml"), "version: 1\nbackends: [\n");
        b.write(QStringLiteral("again.yaml"), "version: 1\nbackends:\n- {name: am-eu, type: alertmanager, url: 'http://127.0.0.1:1'}\n");
        for (const char *command : {"sync --once", "alerts", "sources"}) {
            const CliRun run = b.run(words(command));
            QVERIFY2(run.code == 3, QByteArray(command) + ": " + run.out + run.err);
            QVERIFY2(run.out.contains(name), run.out);
            QVERIFY2(!run.out.startsWith("No open alerts.\n"), run.out);
        }
        const CliRun json = b.json(words("alerts"));
        QCOMPARE(json.code, 3);
        QVERIFY2(QJsonDocument(json.json().value(QLatin1String("stale")).toArray()).toJson().contains(name), json.out);
        QVERIFY2(QJsonDocument(json.json().value(QLatin1String("failures")).toArray()).toJson().contains(name), json.out);
        const CliRun doctor = b.run(words("doctor"));
        QVERIFY(doctor.code == 1 || doctor.code == 3);
        QVERIFY2(doctor.out.contains(name), doctor.out);
        const CliRun check = b.run(words("config check"));
        QVERIFY2(check.code == 3 && check.err.contains(name), check.out + check.err);
        QVERIFY2(check.err.contains("config.yaml:") || check.err.contains("bad.yaml:") || check.err.contains("again.yaml:"), check.err);
    }

    void nothingLeftOutIsWell()
    {
        CliBench b;
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am-eu, type: alertmanager, url: '" + url()
                + "', tenantt: x, http_headers: {X-Auth-Request-Email: {values: [a@example.org]}}}\n");
        const CliRun sync = b.run(words("sync --once"));
        QVERIFY2(sync.code == 0, sync.out + sync.err);
        QCOMPARE(b.run(words("alerts")).code, 0);
        const CliRun check = b.run(words("config check"));
        QVERIFY2(
            check.code == 0 && check.out.contains("config.yaml:3: the key \"tenantt\" of the backend \"am-eu\" is unknown for the type alertmanager"),
            check.out + check.err);
    }

    void aHeaderThatMayBeASecretWorksAndIsAskedAbout()
    {
        CliBench b;
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: am-eu, type: alertmanager, url: '" + url()
                + "', http_headers: {X-Auth-Request-Email: a@example.org}}\n");
        const CliRun sources = b.json(words("sources"));
        QCOMPARE(sources.code, 3);
        QCOMPARE(sources.field("freshness"), QStringLiteral("live"));
        QVERIFY2(sources.out.contains("X-Auth-Request-Email is written in the configuration and may be a secret"), sources.out);
        const CliRun check = b.run(words("config check"));
        QVERIFY2(check.code == 0 && check.out.contains("config.yaml:3: the header X-Auth-Request-Email is sent"), check.out + check.err);
    }

    void onlyWhatWasAskedForCounts()
    {
        CliBench b;
        b.write(QStringLiteral("config.yaml"), "version: 1\nbackends:\n" + good() + "- {name: am-us, type: alertmanager}\n");
        QCOMPARE(b.run(words("alerts --source am-eu")).code, 0);
        const CliRun other = b.run(words("alerts --source am-us"));
        QVERIFY2(other.code == 3 && other.out.contains("it has no url"), other.out + other.err);
    }

    void aContextThatIsNotThereIsAnError()
    {
        CliBench b;
        b.write(QStringLiteral("config.yaml"),
            "version: 1\ncurrent-context: prood\ncontexts:\n- {name: prod, backends: [am-eu]}\n- {name: test, backends: []}\nbackends:\n" + good());
        for (const char *command : {"alerts", "sync --once", "sources", "services", "doctor"}) {
            const CliRun run = b.run(words(command));
            QVERIFY2(run.code == 1, QByteArray(command) + run.out + run.err);
            QVERIFY2(run.err.contains("prood") && run.err.contains("prod, test"), run.err);
        }
        QCOMPARE(b.run(words("alerts --context prod")).code, 0);
        b.environment.insert(QStringLiteral("QUARTERDECK_CONTEXT"), QStringLiteral("nowhere"));
        const CliRun run = b.run(words("alerts"));
        QVERIFY2(run.code == 1 && run.err.contains("nowhere") && run.err.contains("prod, test"), run.err);
        QCOMPARE(b.run(words("config check")).code, 3);
    }

    void aContextMustBeChosenAmongSeveral()
    {
        CliBench b;
        const QByteArray rest = "contexts:\n- {name: prod, backends: [am-eu]}\n- {name: test, backends: [am-eu]}\nbackends:\n" + good();
        b.write(QStringLiteral("config.yaml"), "version: 1\n" + rest);
        for (const char *command : {"alerts", "sync --once", "sources", "doctor"}) {
            const CliRun run = b.run(words(command));
            QVERIFY2(run.code == 1 && run.err.contains("prod, test") && run.err.contains("--context"), QByteArray(command) + run.out + run.err);
        }
        QCOMPARE(b.run(words("alerts --context prod")).code, 0);
        const CliRun check = b.run(words("config check"));
        QVERIFY2(check.code == 3 && check.err.contains("prod, test"), check.out + check.err);
        b.write(QStringLiteral("config.yaml"), "version: 1\ncurrent-context: [test]\n" + rest);
        const CliRun list = b.run(words("alerts"));
        QVERIFY2(list.code == 1 && list.err.contains("current-context") && list.err.contains("config.yaml:2"), list.out + list.err);
    }

    void catalogsTellWhatTheyLost()
    {
        CliBench b;
        b.write(
            QStringLiteral("broken.yaml"), "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: cart\n  description: a: b: c\n");
        b.write(QStringLiteral("good.yaml"),
            "apiVersion: backstage.io/v1alpha1\nkind: component\nmetadata:\n  name: Pay\nspec: {type: service, owner: shop, lifecycle: "
            "production}\n");
        QCOMPARE(::mkfifo(QFile::encodeName(b.folder.filePath(QStringLiteral("pipe.yaml"))).constData(), 0600), 0);
        b.write(QStringLiteral("config.yaml"),
            "version: 1\ncatalog: [broken.yaml, good.yaml, pipe.yaml, missing.yaml, 'none/*/x.yaml']\npeople: [{name: ana, team: shop}]\n");
        for (const char *command : {"services", "config check", "doctor"}) {
            const CliRun run = b.json(words(command));
            QVERIFY2(run.code == 3, QByteArray(command) + run.out + run.err);
            for (const char *name : {"broken.yaml", "pipe.yaml", "missing.yaml", "none/*/x.yaml"}) {
                QVERIFY2((run.out + run.err).contains(name), QByteArray(command) + ": " + run.out + run.err);
            }
        }
        const CliRun services = b.json(words("services"));
        QCOMPARE(services.json().value(QLatin1String("failures")).toArray().size(), 4);
        QCOMPARE(services.field("name"), QStringLiteral("Pay"));
        QVERIFY(services.item().value(QLatin1String("isOwnerKnown")).toBool());
        QVERIFY(b.run(words("config check")).out.contains("the kind is written Component"));
        QVERIFY(b.run(words("service PAY")).out.contains("Pay"));
    }

    void aServiceStaysWhereItsFileCannotBeRead()
    {
        CliBench b;
        const QByteArray component = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: cart}\nspec: {type: service, owner: shop, "
                                     "lifecycle: production}\n";
        b.write(QStringLiteral("a.yaml"), component);
        b.write(QStringLiteral("config.yaml"), "version: 1\ncatalog: [a.yaml]\n");
        QCOMPARE(b.json(words("services")).field("owner"), QStringLiteral("shop"));
        b.write(QStringLiteral("a.yaml"), "a: b: c\n");
        const CliRun run = b.json(words("services"));
        QCOMPARE(run.code, 3);
        QCOMPARE(run.field("name"), QStringLiteral("cart"));
        QCOMPARE(run.field("owner"), QStringLiteral("shop"));
        QVERIFY2(run.out.contains("as it was last read"), run.out);
        b.write(QStringLiteral("a.yaml"), QByteArray(component).replace("cart", "pay"));
        const CliRun next = b.json(words("services"));
        QCOMPARE(next.items().size(), 1);
        QCOMPARE(next.field("name"), QStringLiteral("pay"));
    }

    void checkTellsOfFiles()
    {
        CliBench b;
        b.write(QStringLiteral("token"), "t\n");
        QVERIFY(QFile::setPermissions(b.folder.filePath(QStringLiteral("token")), QFileDevice::ReadOwner | QFileDevice::ReadOther));
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nrunbooks: [no-runbooks]\ncontexts: [{name: x, colour: purple, backends: [a]}]\nbackends:\n"
            "- {name: a, type: prometheus, url: 'https://a.example', authorization: {credentials_file: token}, tls_config: {ca_file: no-ca.pem, "
            "insecure_skip_verify: true}}\n");
        const CliRun run = b.run(words("config check"));
        QCOMPARE(run.code, 0);
        for (const char *sentence : {"no-runbooks does not exist", "\"purple\" of the context \"x\" is unknown", "no-ca.pem does not exist",
                 "others can read or change", "the certificate is not verified"}) {
            QVERIFY2(run.out.contains(sentence), run.out);
        }
        QVERIFY2(run.out.contains("config.yaml:5: ca_file"), run.out);
    }

    void doctorAsksWhatThePagesAsk()
    {
        ScriptedServer gateway([](const ScriptedRequest &request) {
            return request.path().endsWith("/buildinfo")
                ? ScriptedReply::json(R"({"status":"success","data":{"version":"3.5.0"}})")
                : ScriptedReply::json(R"({"status":"error","errorType":"forbidden","error":"no queries"})", 403);
        });
        CliBench b;
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: prom, type: prometheus, url: '" + gateway.url(QString()).toEncoded() + "'}\n");
        const CliRun run = b.run(words("doctor"));
        QVERIFY2(run.code == 3, run.out + run.err);
        QVERIFY2(run.err.contains("source prom has problems"), run.err);
        QVERIFY2(run.out.contains("its data cannot be read"), run.out);
    }

    void namedFilesAreNeverWaitedFor()
    {
        CliBench b;
        const QString pipe = b.folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        b.write(QStringLiteral("config.yaml"), "version: 1\n");
        for (const QStringList &arguments : {words("kpi --events") + QStringList(pipe), words("runbook derive") + QStringList(pipe)}) {
            const CliRun run = b.run(arguments);
            QVERIFY2(run.code == 1 && run.err.contains("pipe"), run.out + run.err);
        }
        const CliRun config = b.bare({QStringLiteral("alerts"), QStringLiteral("--config"), pipe, QStringLiteral("--data-dir"), b.data()});
        QVERIFY2(config.code == 1 && config.err.contains("a pipe"), config.out + config.err);
        b.write(QStringLiteral("config.yaml"),
            "version: 1\nbackends:\n- {name: prom, type: prometheus, url: 'https://127.0.0.1:1', tls_config: {ca_file: '" + QFile::encodeName(pipe)
                + "'}}\n- {name: two, type: prometheus, url: '" + url() + "', authorization: {credentials_file: '" + QFile::encodeName(pipe)
                + "'}}\n");
        QCOMPARE(b.run(words("sources")).code, 3);
    }

    void secretsGoIntoTheKeyring()
    {
        for (const char *tool : {"dbus-run-session", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QLatin1StringView(tool)).isEmpty()) {
                QSKIP("dbus-run-session or gnome-keyring-daemon is not installed");
            }
        }
        QTemporaryDir home;
        QFile script(home.filePath(QStringLiteral("run.sh")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("echo -n pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1\n"
                     "printf 'pä:ss\\n' | $Q secret set keychain:am; echo set=$?\n"
                     "$Q secret test am; echo test=$?\n"
                     "$Q secret remove am; echo remove=$?\n"
                     "$Q secret test am; echo gone=$?\n"
                     "printf '' | $Q secret set am; echo empty=$?\n"
                     "printf 'a\\nb' | $Q secret set am; echo lines=$?\n");
        script.close();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"}) {
            environment.insert(QString::fromLatin1(name), home.path());
        }
        environment.remove(QStringLiteral("DISPLAY"));
        environment.insert(QStringLiteral("Q"), CliBench::program());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("dbus-run-session"), {QStringLiteral("--"), QStringLiteral("sh"), script.fileName()});
        QVERIFY(process.waitForFinished(100'000));
        const QByteArray out = process.readAll();
        for (const char *line : {"Stored in the keyring. In the configuration it is keychain:am", "set=0", "The keyring holds am (6 bytes)", "test=0",
                 "remove=0", "gone=1", "empty=2", "lines=2"}) {
            QVERIFY2(out.contains(line), out);
        }
        QVERIFY(!out.contains("ss\n"));
    }

    void withoutAKeyringItSaysSo()
    {
        CliBench b;
        b.environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        b.environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("/nonexistent"));
        const CliRun run = b.bare(words("secret test am"));
        QVERIFY2(run.code == 1 && run.err.contains("no keyring on this desktop"), run.out + run.err);
    }
};

QTEST_GUILESS_MAIN(TestQdeckConfig)
#include "tst_qdeckconfig.moc"
