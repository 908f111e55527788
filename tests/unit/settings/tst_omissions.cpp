#include "app/settings/config.h"
#include "app/settings/nearname.h"

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
            "unknown");
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

    void keysThatStandTooDeep_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("line");
        const QByteArray good = "backends:\n- {name: a, type: alertmanager, url: 'http://a'}\n";
        const auto row = [&](const char *title, const QByteArray &more, const char *name, int line) {
            QTest::newRow(title) << QByteArray(good + more) << QString::fromLatin1(name) << line;
        };
        row("includes in a service", "services:\n- name: x\n  includes: [x.yaml]\n", "includes", 6);
        row("backends in a person", "people:\n- name: x\n  backends: [{name: b}]\n", "backends", 6);
        row("contexts in a service", "services:\n- name: x\n  contexts: []\n", "contexts", 6);
        row("a slip in a service", "services:\n- {name: x, include: [x.yaml]}\n", "include", 5);
        row("in a panel", "services:\n- {name: x, panels: [{expr: up, includes: [x.yaml]}]}\n", "includes", 5);
        row("sources in a service", "services:\n- {name: x, more: [{url: 'http://b'}]}\n", "more", 5);
        row("in a service without a name", "services:\n- title: x\n  includes: [x.yaml]\n", "services, line 5", 5);
        row("in services that are no list", "services:\n  name: x\n  backends: [b]\n", "services, line 5", 5);
        row("below runbooks", "runbooks:\n  includes: [x.yaml]\n", "runbooks, line 5", 5);
        row("below an item of catalog", "catalog:\n- a.yaml\n- includes: [x.yaml]\n", "includes", 6);
        row("in a backend", "- {name: b, type: alertmanager, url: 'http://b', includes: [x.yaml]}\n", "includes", 4);
        row("a slip in urls", "- {name: b, type: alertmanager, url: 'http://b', urlz: ['http://c']}\n", "urlz", 4);
        row("backend beside backends", "contexts:\n- {name: c, backends: [a], backend: [b]}\n", "backend", 5);
    }

    void keysThatStandTooDeep()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, name);
        QFETCH(int, line);
        const Config c = parse(yaml);
        const std::vector<ConfigOmission> omissions = c.omissionsOf(c.context());
        QCOMPARE(namesOf(omissions), QStringList(name));
        QVERIFY2(omissions[0].text.startsWith(QStringLiteral("c.yaml:%1: ").arg(line)), qPrintable(omissions[0].text));
    }

    void quotesThatAreNotClosed_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("line");
        const QByteArray good = "backends:\n- {name: a, type: alertmanager, url: 'http://a'}\n";
        const auto row = [&](const char *title, const QByteArray &more, int line) { QTest::newRow(title) << QByteArray(good + more) << line; };
        row("a folder", "runbooks: '~/x\nincludes: [x.yaml]\n", 4);
        row("a folder in double quotes", "runbooks: \"~/x\nincludes: [x.yaml]\n", 4);
        row("over an empty line", "runbooks: '~/x\n\nincludes: [x.yaml]\n", 4);
        row("at once", "catalog: '\nincludes: [x.yaml]\n", 4);
        row("Windows lines", "catalog: 'x\r\nincludes: [x.yaml]\r\n", 4);
        row("a label", "service_label: 'app\nincludes: [x.yaml]\n", 4);
        row("in a list", "runbooks: ['~/x,\n  y']\n", 4);
        row("a doubled quote", "runbooks: '~/it''s\nincludes: [x.yaml]\n", 4);
        row("an escape", "runbooks: \"~/a\\\"b\nincludes: [x.yaml]\n", 4);
        row("without quotes", "runbooks: ~/x\n  y\n", 4);
        row("a field of a service", "services:\n- {name: x}\n- name: y\n  owner: 'z\nincludes: [x.yaml]\n", 7);
        row("a description that swallows keys", "services:\n- name: y\n  description: 'z\nincludes: [x.yaml]\n", 6);
        row("a name", "people:\n- name: 'y\nincludes: [x.yaml]\n", 5);
    }

    void quotesThatAreNotClosed()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(int, line);
        const Config c = parse(yaml);
        const std::vector<ConfigOmission> omissions = c.omissionsOf(c.context());
        QCOMPARE(int(omissions.size()), 1);
        QVERIFY2(omissions[0].text.startsWith(QStringLiteral("c.yaml:%1: ").arg(line)), qPrintable(omissions[0].text));
        QVERIFY2(omissions[0].text.contains(QStringLiteral("is a quote not closed?")), qPrintable(omissions[0].text));
        QVERIFY(omissions[0].backend.isEmpty());
        QVERIFY(c.runbookFolders.isEmpty() && c.catalogFiles.isEmpty());
    }

    void textMaySpanLines_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("a block") << QByteArray("services:\n- name: x\n  description: |\n    one\n    two\n");
        QTest::newRow("folded") << QByteArray("services:\n- name: x\n  owner: >-\n    one\n    two\n");
        QTest::newRow("a folder as a block") << QByteArray("runbooks: >-\n  /x y\n");
        QTest::newRow("a description") << QByteArray("services:\n- name: x\n  description: one\n    two\n");
        QTest::newRow("a quoted description") << QByteArray("services:\n- name: x\n  description: 'one\n    two'\n");
        QTest::newRow("an expression") << QByteArray("services:\n- name: x\n  panels:\n  - expr: \"sum(\n      up)\"\n");
        QTest::newRow("spaces on one line") << QByteArray("runbooks: ['/a a', \"/a \\\"a\", '/it''s a']\ncatalog: []\n");
        QTest::newRow("the same word again") << QByteArray("runbooks: /a a\npeople: [{name: a a}]\n");
    }

    void textMaySpanLines()
    {
        QFETCH(QByteArray, more);
        const Config c = parse("backends:\n- {name: a, type: alertmanager, url: 'http://a'}\n" + more);
        QVERIFY2(c.omissions.empty() && c.warnings.isEmpty(), qPrintable(c.warnings.join(u'\n')));
    }

    void aContextMustBeChosenAmongSeveral_data()
    {
        QTest::addColumn<QByteArray>("current");
        for (const char *current : {"", "current-context:\n", "current-context: ''\n", "current-context: '  '\n", "current-context: ~\n"}) {
            QTest::newRow(current) << QByteArray(current);
        }
    }

    void aContextMustBeChosenAmongSeveral()
    {
        QFETCH(QByteArray, current);
        const QByteArray backends = "backends:\n- {name: a, type: alertmanager, url: 'http://a'}\n";
        const Config one = parse(current + "contexts:\n- {name: x, backends: [a]}\n" + backends);
        QCOMPARE(one.context().name, QStringLiteral("x"));
        QVERIFY(one.warnings.isEmpty());
        const Config c = parse(current + "contexts:\n- {name: x, backends: [a]}\n- {name: y, backends: [a]}\n" + backends);
        QVERIFY(c.context().backends.isEmpty() && c.context().isReadOnly);
        QVERIFY(!c.hasContext(c.context().name));
        const QString words = c.noContextSentence(c.currentContext);
        QVERIFY2(words.contains(QStringLiteral("x, y")) && words.contains(QStringLiteral("--context")), qPrintable(words));
        QVERIFY(c.warnings.join(u'\n').contains(words));
        QCOMPARE(c.context(QStringLiteral("y")).name, QStringLiteral("y"));
    }

    void aCurrentContextIsText_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"[x]", "{x: 1}", "[]", "'x\n  y'"}) {
            QTest::newRow(value) << QByteArray(value);
        }
    }

    void aCurrentContextIsText()
    {
        QFETCH(QByteArray, value);
        const auto config = parseConfig("version: 1\ncurrent-context: " + value
                + "\ncontexts: [{name: x, backends: [a]}]\nbackends:\n- {name: a, type: alertmanager, url: 'http://a'}\n",
            QStringLiteral("c.yaml"), {});
        QVERIFY(!config);
        QVERIFY2(config.error().where.startsWith(QStringLiteral("c.yaml:2:")), qPrintable(config.error().where));
    }

    void whatIsNoUrlIsQuotedAsWritten_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *url, const char *shown) { QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(shown); };
        row("127.0.0.1:9093", "127.0.0.1:9093");
        row("http://127.0.0.1:99999", "http://127.0.0.1:99999");
        row("${X}", "${X}");
        row("http://${AM_HOST}:9093", "http://${AM_HOST}:9093");
        row("localhost:9093", "localhost:9093");
        row("http://u:hunter2@h:99999", "http://h:99999");
        row("u:hunter2@h", "h");
        row("ftp://u:hunt@er2@h", "ftp://h");
    }

    void whatIsNoUrlIsQuotedAsWritten()
    {
        QFETCH(QString, url);
        QFETCH(QString, shown);
        const Config c = parse("backends:\n- name: b\n  type: journal\n  url: '" + url.toUtf8() + "'\n");
        QCOMPARE(int(c.warnings.size()), 1);
        QVERIFY2(c.warnings[0].startsWith(QStringLiteral("c.yaml:5: ")) && c.warnings[0].contains(u'"' + shown + u'"'), qPrintable(c.warnings[0]));
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
                               "- {name: a, type: alertmanager, url: 'http://a'}\n- {name: b, type: alertmanager, url: nowhere}\n");
        QVERIFY(c.omissionsOf(c.context(QStringLiteral("x"))).empty());
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
