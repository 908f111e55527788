#include "app/settings/config.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quarterdeck;

namespace {

Config parse(const QByteArray &yaml)
{
    const auto config = parseConfig(yaml, QStringLiteral("c.yaml"), {});
    return config ? *config : Config {};
}

// One backend with these lines; a warning stands where it was refused.
Config backend(const QByteArray &lines)
{
    return parse("version: 1\nbackends:\n- name: b\n  type: prometheus\n  url: https://p.example\n" + lines);
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestConfig : public QObject {
    Q_OBJECT

private slots:
    void referenceExample()
    {
        const Config c = parse("version: 1\n"
                               "current-context: prod-eu\n"
                               "contexts:\n"
                               "- name: prod-eu\n"
                               "  colour: red\n"
                               "  read_only: false\n"
                               "  backends: [eu-prom, eu-am]\n"
                               "- {name: staging, read_only: true, backends: [eu-am]}\n"
                               "backends:\n"
                               "- {name: eu-am, type: alertmanager, urls: [https://am-0.eu, https://am-1.eu], authorization: {credentials_ref: "
                               "keychain:eu-am}, tls_config: {ca_file: /ca/eu-ca.pem}}\n"
                               "- {name: eu-prom, type: prometheus, url: \"https://prom.eu/prefix\", poll_interval: 30s, enable_http2: false}\n");
        QCOMPARE(c.warnings, QStringList());
        QCOMPARE(int(c.backends.size()), 2);
        const Endpoint &am = c.backends[0];
        QCOMPARE(am.id, QStringLiteral("eu-am"));
        QCOMPARE(am.kind, QStringLiteral("alertmanager"));
        QCOMPARE(int(am.urls.size()), 2);
        QCOMPARE(am.http.auth, HttpConfig::Auth::Authorization);
        QCOMPARE(am.http.authType, QStringLiteral("Bearer"));
        QCOMPARE(am.http.secret.keychain, QStringLiteral("eu-am"));
        QCOMPARE(am.http.tls.caFile, QStringLiteral("/ca/eu-ca.pem"));
        QCOMPARE(c.backends[1].pollEvery, Millis(30'000));
        QVERIFY(!c.backends[1].http.enableHttp2);
        QVERIFY(am.http.enableHttp2);
        QCOMPARE(c.context().name, QStringLiteral("prod-eu"));
        QCOMPARE(c.context().colour, QStringLiteral("red"));
        QVERIFY(!c.context().isReadOnly);
        QVERIFY(c.context(QStringLiteral("staging")).isReadOnly);
        QCOMPARE(c.backendsOf(c.context()).front().id, QStringLiteral("eu-prom"));
    }

    void contextChoice()
    {
        const Config none = parse("version: 1\nbackends:\n- {name: b, type: journal, url: http://localhost:1}\n");
        QCOMPARE(none.context().backends, QStringList(QStringLiteral("b")));
        const Config first = parse("version: 1\ncontexts: [{name: x}]\n");
        QCOMPARE(first.context().name, QStringLiteral("x"));
        const ConfigContext mistyped = first.context(QStringLiteral("z"));
        QCOMPARE(mistyped.name, QStringLiteral("z"));
        QVERIFY(mistyped.isReadOnly);
        QVERIFY(mistyped.backends.isEmpty());
    }

    void unknownKeysWarnWithTheirPlace()
    {
        const Config c = parse("version: 1\nbackend: []\ncontexts:\n- name: x\n  colr: red\n");
        QCOMPARE(
            c.warnings.at(0), QStringLiteral("c.yaml:2: the key \"backend\" is unknown in a configuration and is ignored; is \"backends\" meant?"));
        QCOMPARE(c.warnings.at(1), QStringLiteral("c.yaml:5: the key \"colr\" is unknown in a context and is ignored"));
    }

    void anOptionMayBeAList()
    {
        const Config c = parse("version: 1\nbackends:\n- {name: web, type: files, paths: [/var/log/a, '/srv/*.log']}\n");
        QCOMPARE(c.backends.at(0).options.value(QStringLiteral("paths")), QStringLiteral("/var/log/a, /srv/*.log"));
        QCOMPARE(c.warnings, QStringList());
    }

    void brokenBackendIsLeftOutAndTheRestWorks()
    {
        const Config c = parse("version: 1\nbackends:\n- {name: bad, type: prometheus, url: nowhere}\n- {name: good, type: prometheus, url: "
                               "http://x:9090}\n- just text\n");
        QCOMPARE(int(c.backends.size()), 1);
        QCOMPARE(c.backends[0].id, QStringLiteral("good"));
        QCOMPARE(int(c.warnings.size()), 2);
        QCOMPARE(c.warnings[0],
            QStringLiteral("c.yaml:3: the backend \"bad\" is left out: \"nowhere\" is not a URL that begins with http:// or https://"));
    }

    // It would be written to logs and shown in the window.
    void anAddressHoldsNoSecret()
    {
        const Config c = parse("version: 1\nbackends:\n- {name: bad, type: prometheus, url: 'http://x:9090/?token=abcdefgh'}\n"
                               "- {name: good, type: prometheus, url: 'http://x:9090/?tenant=shop'}\n");
        QCOMPARE(int(c.backends.size()), 1);
        QCOMPARE(int(c.warnings.size()), 1);
        QVERIFY2(c.warnings[0].contains(QStringLiteral("must not hold a secret, as token looks like one")), qPrintable(c.warnings[0]));
        QVERIFY(!c.warnings[0].contains(QStringLiteral("abcdefgh")));
    }

    void aBackendWithoutAUrlIsRead()
    {
        // Some kinds know their address by an option; who knows the kinds drops those that do not.
        const Config c = parse("version: 1\nbackends:\n- {name: pager, type: pagerduty, region: eu}\n");
        QCOMPARE(c.warnings, QStringList());
        QVERIFY(c.backends.at(0).urls.empty());
        QCOMPARE(c.backends.at(0).options.value(QStringLiteral("region")), QStringLiteral("eu"));
        QCOMPARE(c.places.value(QStringLiteral("pager/region")), QStringLiteral("c.yaml:3"));
    }

    void anIntervalThatIsNoDurationIsRefused()
    {
        const Config c = backend("  poll_interval: often\n");
        QVERIFY(c.backends.empty());
        QCOMPARE(int(c.warnings.size()), 1);
        QVERIFY2(c.warnings[0].contains(QStringLiteral("duration")), qPrintable(c.warnings[0]));
    }

    void refusedUrls_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"ftp://x", "file:///etc/passwd", "x", "http://", "https://u:hunter2@x", "javascript:alert(1)", "http://[::1"}) {
            QTest::newRow(url) << QString::fromLatin1(url);
        }
    }

    void refusedUrls()
    {
        QFETCH(QString, url);
        const Config c = parse("version: 1\nbackends:\n- name: b\n  type: journal\n  url: '" + url.toUtf8() + "'\n");
        QVERIFY(c.backends.empty());
        QCOMPARE(int(c.warnings.size()), 1);
        QVERIFY(!c.warnings[0].contains(QStringLiteral("hunter2")));
    }

    void otherScalarsAreOptionsOfTheKind()
    {
        const Config c = backend("  ack_minutes: 30\n  filter: 'a=\"b\"'\n  odd: {a: 1}\n");
        QCOMPARE(c.backends[0].options.value(QStringLiteral("ack_minutes")), QStringLiteral("30"));
        QCOMPARE(c.backends[0].options.size(), 2);
        QCOMPARE(int(c.warnings.size()), 1);
        QVERIFY(c.warnings[0].startsWith(QStringLiteral("c.yaml:8: ")));
    }

    void intervalIsBounded()
    {
        QCOMPARE(backend("  poll_interval: 1ms\n").backends.at(0).pollEvery, Millis(1000));
        QCOMPARE(backend("  poll_interval: 2d\n").backends.at(0).pollEvery, Millis(3'600'000));
        QCOMPARE(backend("  poll_interval: 1m30s\n").backends.at(0).pollEvery, Millis(90'000));
    }

    void services()
    {
        const Config c = parse("version: 1\n"
                               "service_label: app\n"
                               "services:\n"
                               "- name: Checkout\n"
                               "  owner: payments\n"
                               "  tier: \"1\"\n"
                               "  depends_on: [DB, cache]\n"
                               "  runbooks: checkout/Down\n"
                               "  panels:\n"
                               "  - {title: Errors, expr: \"sum(rate(e[5m]))\", unit: \"1\", threshold: 0.05, source: eu-prom}\n"
                               "  - {title: Nothing}\n"
                               "  - {expr: up, threshold: high}\n"
                               "  log_fields: {_SYSTEMD_UNIT: [a.service, b.service]}\n"
                               "people:\n"
                               "- {name: ana, team: payments, zone: Europe/London}\n"
                               "- {name: bob, zone: Europe/Atlantis}\n");
        QCOMPARE(c.serviceLabel, QStringLiteral("app"));
        const Service &s = c.services.at(0);
        QCOMPARE(s.name, QStringLiteral("Checkout"));
        QCOMPARE(s.dependsOn, QStringList({QStringLiteral("DB"), QStringLiteral("cache")}));
        QCOMPARE(s.runbooks, QStringList(QStringLiteral("checkout/Down")));
        QCOMPARE(int(s.panels.size()), 2);
        QCOMPARE(s.panels[0].threshold, std::optional(0.05));
        QCOMPARE(s.panels[0].source, QStringLiteral("eu-prom"));
        QVERIFY(!s.panels[1].threshold);
        QCOMPARE(s.panels[1].title, QStringLiteral("up"));
        QCOMPARE(int(s.logFields.size()), 2);
        QCOMPARE(s.logFields[1].value, QStringLiteral("b.service"));
        QVERIFY(std::find(s.provenance.begin(), s.provenance.end(), Provenance {QStringLiteral("owner"), QStringLiteral("c.yaml:4")})
            != s.provenance.end());
        QCOMPARE(c.people.at(0).zone, QByteArray("Europe/London"));
        QVERIFY(c.people.at(1).zone.isEmpty());
        QCOMPARE(int(c.warnings.size()), 3);
    }

    void refusedFiles_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("where");
        QTest::newRow("not yaml") << QByteArray("version: 1\nbackends: [\n") << "c.yaml:";
        QTest::newRow("version 2") << QByteArray("# x\nversion: 2\n") << "c.yaml:2:1";
        QTest::newRow("a list") << QByteArray("- a\n") << "c.yaml:1:1";
    }

    void refusedFiles()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, where);
        const auto config = parseConfig(yaml, QStringLiteral("c.yaml"), {});
        QVERIFY(!config);
        QCOMPARE(config.error().kind, ErrorKind::Rejected);
        QVERIFY2(config.error().where.startsWith(where), qPrintable(config.error().where));
    }

    void emptyFileIsAnEmptyConfiguration()
    {
        const auto config = parseConfig({}, QStringLiteral("c.yaml"), {});
        QVERIFY(config);
        QVERIFY(config->backends.empty());
    }

    void missingFileIsNotFound() { QCOMPARE(loadConfig(QStringLiteral("/nonexistent/config.yaml")).error().kind, ErrorKind::NotFound); }

    void includesAndPaths()
    {
        QTemporaryDir dir;
        const QString root = QDir(dir.path()).canonicalPath();
        write(root + "/config.yaml",
            "version: 1\ncurrent-context: mine\nincludes: [conf.d/*.yaml, missing.yaml]\nrunbooks: [runbooks]\ncatalog: "
            "['repos/*/catalog-info.yaml']\n"
            "contexts: [{name: mine, backends: [a, gone]}]\n"
            "backends:\n- {name: a, type: prometheus, url: http://own, authorization: {credentials_file: token}}\n");
        write(root + "/conf.d/1.yaml",
            "version: 1\nbackends:\n- {name: a, type: prometheus, url: http://theirs}\n- {name: b, type: prometheus, url: http://first, tls_config: "
            "{ca_file: ca.pem}}\n"
            "runbooks: [team]\nservice_label: app\nincludes: [x.yaml]\n");
        write(root + "/conf.d/2.yaml", "version: 1\nbackends:\n- {name: b, type: prometheus, url: http://second}\n");
        write(root + "/conf.d/3.yaml", "version: 7\n");
        write(root + "/conf.d/note.txt", "not read");
        const auto config = loadConfig(root + "/config.yaml");
        QVERIFY(config);
        QCOMPARE(config->file, root + "/config.yaml");
        QCOMPARE(int(config->backends.size()), 2);
        QCOMPARE(config->backends[0].urls[0].host(), QStringLiteral("own"));
        QCOMPARE(config->backends[0].http.secret.file, root + "/token");
        QCOMPARE(config->backends[1].urls[0].host(), QStringLiteral("first"));
        QCOMPARE(config->backends[1].http.tls.caFile, root + "/conf.d/ca.pem");
        QCOMPARE(config->runbookFolders, QStringList({root + "/runbooks", root + "/conf.d/team"}));
        QCOMPARE(config->catalogFiles, QStringList(root + "/repos/*/catalog-info.yaml"));
        QCOMPARE(config->serviceLabel, QStringLiteral("app"));
        const QString warnings = config->warnings.join(u'\n');
        QVERIFY(warnings.contains(QStringLiteral("missing.yaml does not exist")));
        QVERIFY(warnings.contains(QStringLiteral("2.yaml:3: \"b\" is already defined by an earlier include")));
        QVERIFY(warnings.contains(QStringLiteral("3.yaml:1:1: the include is left out")));
        QVERIFY(warnings.contains(QStringLiteral("includes inside an included file")));
        QVERIFY(warnings.contains(QStringLiteral("names the backend \"gone\"")));
        QVERIFY(warnings.contains(QStringLiteral("1.yaml:3: \"a\" is already")));
        QCOMPARE(int(config->warnings.size()), 6);
    }

    void listsOfTheCatalog()
    {
        const Config c = parse("version: 1\ncatalog:\n- c.yaml\n- {file: repos.csv, name: repo, owner: '{org}-{team}', depends_on: needs}\n"
                               "- {file: b.yml, nmae: x}\n- {name: x}\n- [x]\n");
        QCOMPARE(c.catalogFiles.size(), 1);
        QCOMPARE(c.catalogLists.size(), 2U);
        QVERIFY(c.catalogLists[0].path.endsWith(QLatin1StringView("/repos.csv")));
        QCOMPARE(c.catalogLists[0].columns.value(QStringLiteral("owner")), QStringLiteral("{org}-{team}"));
        QCOMPARE(c.catalogLists[0].columns.size(), 3);
        const QString warnings = c.warnings.join(u'\n');
        QVERIFY2(warnings.contains(QStringLiteral(":5: the key \"nmae\" is unknown in a list of the catalog")), qPrintable(warnings));
        QVERIFY2(warnings.contains(QStringLiteral(":5: this list of the catalog does not say which column holds the name")), qPrintable(warnings));
        QVERIFY2(warnings.contains(QStringLiteral(":6: this list of the catalog names no file")), qPrintable(warnings));
        QVERIFY2(warnings.contains(QStringLiteral(":7: an entry of catalog is a file, or a map")), qPrintable(warnings));
    }
    void aliasesOfAService()
    {
        const Config c = parse("version: 1\nservices:\n- {name: cart, aliases: [Cart-API, basket]}\n");
        QCOMPARE(c.services.at(0).aliases, (QStringList {QStringLiteral("Cart-API"), QStringLiteral("basket")}));
    }

    void fromMemoryWithoutFolderNothingIsIncluded()
    {
        const Config c = parse("version: 1\nincludes: [/etc/*.conf]\n");
        QCOMPARE(c.warnings, QStringList());
    }

    void folders()
    {
        qputenv("HOME", "/h/x");
        for (const char *name :
            {"QUARTERDECK_CONFIG_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
            qunsetenv(name);
        }
        Folders f = Folders::resolve();
        QCOMPARE(f.configFile(), QStringLiteral("/h/x/.config/quarterdeck/config.yaml"));
        QCOMPARE(f.data, QStringLiteral("/h/x/.local/share/quarterdeck"));
        QCOMPARE(f.state, QStringLiteral("/h/x/.local/state/quarterdeck"));
        QCOMPARE(f.cache, QStringLiteral("/h/x/.cache/quarterdeck"));
        QVERIFY(f.runtime.startsWith(f.state));
        qputenv("XDG_DATA_HOME", "/d");
        qputenv("XDG_CACHE_HOME", "relative");
        qputenv("XDG_RUNTIME_DIR", "/run/user/1");
        qputenv("QUARTERDECK_CONFIG_DIR", "/etc/qd");
        f = Folders::resolve();
        QCOMPARE(f.config, QStringLiteral("/etc/qd"));
        QCOMPARE(f.data, QStringLiteral("/d/quarterdeck"));
        QCOMPARE(f.cache, QStringLiteral("/h/x/.cache/quarterdeck"));
        QCOMPARE(f.runtime, QStringLiteral("/run/user/1/quarterdeck"));
        f = Folders::resolve(QStringLiteral("/tmp/data"));
        QCOMPARE(f.config, QStringLiteral("/etc/qd"));
        for (const QString &folder : {f.state, f.cache, f.runtime}) {
            QVERIFY(folder.startsWith(QStringLiteral("/tmp/data/")));
        }
    }
};

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
