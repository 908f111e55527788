#include "app/settings/config.h"
#include "app/settings/nearname.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quarterdeck;

namespace {

Config parse(const QByteArray &yaml)
{
    const auto config = parseConfig("version: 1\n" + yaml, QStringLiteral("c.yaml"), {});
    return config ? *config : Config {};
}

QStringList namesOf(const std::vector<ConfigOmission> &omissions)
{
    QStringList names;
    for (const ConfigOmission &omission : omissions) {
        names.append(omission.name);
    }
    return names;
}

} // namespace

/// What the configuration drops stays visible: an all-clear may not rest on less than was written.
class TestOmissions : public QObject {
    Q_OBJECT

private slots:
    void everythingThatIsDropped_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *title, const QByteArray &yaml, const char *name, const char *words) {
            QTest::newRow(title) << yaml << QString::fromLatin1(name) << QString::fromLatin1(words);
        };
        const QByteArray good = "- {name: a, type: alertmanager, url: 'http://a'}\n";
        const auto backend = [&](const QByteArray &more) -> QByteArray {
            return "backends:\n" + good + "- {name: b, type: alertmanager, url: 'http://b'" + more + "}\n";
        };
        row("a secret in a header", backend(", http_headers: {X-Api-Key: k}"), "b", "c.yaml:4: the backend \"b\" is left out");
        row("a password", backend(", basic_auth: {username: u, password: p}"), "b", "password_file");
        row("a missing file of a name", backend(", basic_auth: {username_file: /nonexistent/u, password_env: P}"), "b", "cannot be read");
        row("an interval", backend(", poll_interval: often"), "b", "duration");
        row("a member that is none", "backends:\n" + good + "- {name: b, type: alertmanager, urls: ['http://b', {x: 'http://c'}]}\n", "b",
            "list of URLs");
        row("no type", "backends:\n" + good + "- {name: b, url: 'http://b'}\n", "b", "no type");
        row("no name", "backends:\n" + good + "- {nme: b, type: alertmanager, url: 'http://b'}\n", "backends, line 4", "has no name");
        row("another server of one name", "backends:\n" + good + "- {name: a, type: alertmanager, url: 'http://b'}\n", "a, line 4", "defined twice");
        row("no list", "backends: {name: a, type: alertmanager, url: 'http://a'}\n", "backends, line 2", "is a list");
        row("a slip in backends", "backend:\n" + good, "backend", "is \"backends\" meant?");
        row("a slip in includes", "include: [x.yaml]\nbackends:\n" + good, "include", "is \"includes\" meant?");
        row("a slip in current-context", "current_context: x\nbackends:\n" + good, "current_context", "is \"current-context\" meant?");
        row("backends under another name", "backends:\n" + good + "sources:\n- {name: b, type: alertmanager, url: 'http://b'}\n", "sources",
            "not known");
        row("backends twice", "backends:\n" + good + "backends:\n- {name: b, type: alertmanager, url: 'http://b'}\n", "backends", "given twice");
        row("urls twice", "backends:\n- {name: a, type: alertmanager, urls: ['http://a'], urls: ['http://b']}\n", "urls", "given twice");
        row("a second document", "backends:\n" + good + "---\nbackends: []\n", "the second document", "first document");
        row("a merge of nothing", "backends:\n" + good + "- {<<: 1, name: b, type: alertmanager, url: 'http://b'}\n", "<<", "takes over a map");
        row("a name that is not there",
            "contexts:\n- {name: x, backends: [a, am-su]}\nbackends:\n" + good + "- {name: am-us, type: alertmanager, url: 'http://b'}\n", "am-su",
            "c.yaml:3: the context \"x\" names the backend \"am-su\", which is not configured. Is \"am-us\" meant?");
        row("a context twice", "contexts:\n- {name: x, backends: [a]}\n- {name: x, backends: [a, b]}\nbackends:\n" + good, "x, line 4",
            "defined twice");
        row("a map in a context", "contexts:\n- {name: x, backends: [a, {name: b}]}\nbackends:\n" + good, "x", "not a name");
    }

    void everythingThatIsDropped()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, name);
        QFETCH(QString, words);
        const Config c = parse(yaml);
        const std::vector<ConfigOmission> omissions = c.omissionsOf(c.context());
        QCOMPARE(namesOf(omissions), QStringList(name));
        QVERIFY2(omissions[0].text.contains(words), qPrintable(omissions[0].text));
        QVERIFY2(omissions[0].text.startsWith(QStringLiteral("c.yaml:")), qPrintable(omissions[0].text));
        QVERIFY(c.warnings.contains(omissions[0].text));
    }

    void whatAnotherContextMissesIsNoMatterHere()
    {
        const Config c = parse("contexts:\n- {name: x, backends: [a]}\n- {name: y, backends: [b]}\nbackends:\n"
                               "- {name: a, type: alertmanager, url: 'http://a'}\n- {name: b, type: alertmanager}\n");
        QVERIFY(c.omissionsOf(c.context()).empty());
        QCOMPARE(namesOf(c.omissionsOf(c.context(QStringLiteral("y")))), QStringList(QStringLiteral("b")));
    }

    void anOrdinaryConfigurationMissesNothing()
    {
        const Config c = parse(
            "x-base: &base {type: alertmanager, poll_interval: 20s}\nbackends:\n- {<<: *base, name: a, url: 'http://a', odd: 1}\n");
        QVERIFY(c.omissions.empty());
        QCOMPARE(c.backends.at(0).pollEvery, Millis(20'000));
        QCOMPARE(c.places.value(QStringLiteral("a/odd")), QStringLiteral("c.yaml:4"));
    }

    void includes()
    {
        QTemporaryDir dir;
        const QString root = QDir(dir.path()).canonicalPath();
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QDir(root).mkpath(QFileInfo(name).path());
            QFile file(root + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(QStringLiteral("bad.yaml"), "version: 1\nbackends: [\n");
        write(QStringLiteral("one.yaml"), "version: 1\nincludes: [x.yaml]\nbackends:\n- {name: a, type: prometheus, url: 'http://1'}\n");
        write(QStringLiteral("two.yaml"), "version: 1\nbackends:\n- {name: a, type: prometheus, url: 'http://2'}\n- {name: own, type: prometheus}\n");
        write(QStringLiteral("config.yaml"),
            "version: 1\nincludes: [bad.yaml, one.yaml, two.yaml, gone.yaml, 'none/*.yaml']\nbackends:\n- {name: own, type: prometheus, url: "
            "'http://o'}\n");
        const auto config = loadConfig(root + QStringLiteral("/config.yaml"));
        QVERIFY(config);
        QCOMPARE(namesOf(config->omissionsOf(config->context())),
            QStringList({root + QStringLiteral("/bad.yaml"), root + QStringLiteral("/one.yaml"), QStringLiteral("a, two.yaml"),
                root + QStringLiteral("/gone.yaml"), root + QStringLiteral("/none/*.yaml")}));
        QVERIFY(config->omissions.back().text.startsWith(root + QStringLiteral("/config.yaml:2: ")));
        QVERIFY(config->omissions.back().text.contains(QStringLiteral("matches no file")));
    }

    void aContextThatIsNotThere()
    {
        const Config c = parse("current-context: prood\ncontexts:\n- {name: prod, backends: [a]}\n- {name: test, backends: []}\nbackends:\n"
                               "- {name: a, type: alertmanager, url: 'http://a'}\n");
        QVERIFY(!c.hasContext(c.currentContext));
        QCOMPARE(c.context().name, QStringLiteral("prood"));
        QVERIFY(c.context().backends.isEmpty());
        const QString words = c.noContextSentence(c.currentContext);
        QVERIFY2(words.contains(QStringLiteral("prod, test")) && words.contains(QStringLiteral("Is \"prod\" meant?")), qPrintable(words));
        QVERIFY(c.warnings.join(u'\n').contains(words));
    }

    void headersThatOnlyLookLikeSecrets_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isRefused");
        QTest::addColumn<int>("warnings");
        for (const char *name : {"X-Auth-Request-Email", "X-WEBAUTH-USER", "X-Auth-Request-User", "X-Auth-Request-Preferred-Username",
                 "X-Auth-Request-Groups", "X-Auth-Email", "CF-Access-Client-Secret-Id", "X-Author", "X-Session-Name"}) {
            QTest::newRow(name) << QByteArray(name) + ": ana" << false << 1;
        }
        for (const char *name : {"X-Scope-OrgID", "X-Grafana-Org-Id", "X-Forwarded-User", "X-Dashboard"}) {
            QTest::newRow(name) << QByteArray(name) + ": ana" << false << 0;
        }
        for (const char *name : {"X-Api-Key", "DD-API-KEY", "DD-APPLICATION-KEY", "PRIVATE-TOKEN", "Cookie", "X-Auth-Token", "Proxy-Authorization",
                 "X-Auth-Request-Access-Token", "X-Vault-Token", "CF-Access-Client-Secret", "Ocp-Apim-Subscription-Key", "X-Grafana-Auth",
                 "X-Password", "x_apikey", "Authorization", "X-Amz-Security-Token", "X-JWT-Assertion"}) {
            QTest::newRow(name) << QByteArray(name) + ": ana" << true << 1;
        }
        QTest::newRow("said to be none") << QByteArray("X-Auth-Request-Email: {values: [ana]}") << false << 0;
        QTest::newRow("a bearer token under any name") << QByteArray("X-Upstream: Bearer abcdef123") << true << 1;
        QTest::newRow("a JWT under any name") << QByteArray("X-User: eyJhbGciOi.eyJzdWIi.sig") << true << 1;
    }

    void headersThatOnlyLookLikeSecrets()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, isRefused);
        QFETCH(int, warnings);
        const Config c = parse("backends:\n- {name: a, type: prometheus, url: 'http://a', http_headers: {" + header + "}}\n");
        QCOMPARE(c.backends.empty(), isRefused);
        QCOMPARE(c.omissions.empty(), !isRefused);
        QCOMPARE(int(c.warnings.size()), warnings);
    }

    void nearNames()
    {
        const QStringList names {QStringLiteral("backends"), QStringLiteral("includes"), QStringLiteral("am-eu")};
        QCOMPARE(nearName(QStringLiteral("bakcends"), names), QStringLiteral("backends"));
        QCOMPARE(nearName(QStringLiteral("AM_EU"), names), QStringLiteral("am-eu"));
        QCOMPARE(nearName(QStringLiteral("x"), names), QString());
        QCOMPARE(nearName(QStringLiteral("people"), names), QString());
        QCOMPARE(nearName(QString(), names), QString());
    }
};

QTEST_GUILESS_MAIN(TestOmissions)
#include "tst_omissions.moc"
