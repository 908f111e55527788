#include "app/catalog/catalog.h"
#include "app/catalog/ownerref.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace quarterdeck;

namespace {

QByteArray component(const char *name, const char *owner, const char *more = "")
{
    return QByteArray("---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ") + name
        + "\nspec:\n  type: service\n  owner: " + owner + "\n" + more;
}

Service service(const char *name, const char *owner = "")
{
    Service out;
    out.name = QString::fromLatin1(name);
    out.owner = QString::fromLatin1(owner);
    return out;
}

const Service *find(const std::vector<Service> &all, const char *name)
{
    for (const Service &one : all) {
        if (one.name == QLatin1StringView(name)) {
            return &one;
        }
    }
    return nullptr;
}

CatalogFile readShared(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? parseCatalog(file.readAll(), path) : CatalogFile {{}, {QStringLiteral("cannot open ") + path}, {}};
}

} // namespace

class TestCatalog : public QObject {
    Q_OBJECT

private slots:
    void ownerReferences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("name") << "team-a"
                              << "group:ns/team-a";
        QTest::newRow("namespace") << "default/team-a"
                                   << "group:default/team-a";
        QTest::newRow("kind") << "user:guest"
                              << "user:ns/guest";
        QTest::newRow("all") << "Group:Default/Team-A"
                             << "group:default/team-a";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("space") << "team a"
                               << "";
        QTest::newRow("two slashes") << "a/b/c"
                                     << "";
        QTest::newRow("only a kind") << "group:"
                                     << "";
    }

    void ownerReferences()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto ref = parseEntityRef(text, QStringLiteral("group"), QStringLiteral("ns"));
        QCOMPARE(ref ? ref->toString() : QString(), expected);
    }

    void names()
    {
        for (const char *good : {"a", "A-b_c.d", "artist-lookup", "a1"}) {
            QVERIFY2(isEntityName(QLatin1StringView(good)), good);
        }
        for (const char *bad : {"", "invalid component", "-a", "a-", "a/b", "a:b", "\xC3\xA4"}) {
            QVERIFY2(!isEntityName(QString::fromUtf8(bad)), bad);
        }
        QVERIFY(isEntityName(QString(63, u'a')));
        QVERIFY(!isEntityName(QString(64, u'a')));
        QVERIFY(!isEntityNamespace(QStringLiteral("a_b")));
        QVERIFY(isEntityTag(QStringLiteral("c++")));
        QVERIFY(!isEntityTag(QStringLiteral("go 1.15.3")));
        QVERIFY(!isEntityTag(QStringLiteral("Go")));
    }

    void badEntitiesAreRefusedAndTheRestKept()
    {
        const CatalogFile file = parseCatalog(
            component("good", "team-a") + component("not good", "team-b") + "---\nkind: [\n" + component("last", "team-c") + "---\nhello\n",
            QStringLiteral("c.yaml"));
        QCOMPARE(int(file.entities.size()), 2);
        QCOMPARE(file.entities[0].name, QStringLiteral("good"));
        QCOMPARE(file.entities[1].name, QStringLiteral("last"));
        QCOMPARE(int(file.problems.size()), 3);
        QVERIFY2(file.problems[0].startsWith(QStringLiteral("c.yaml:13: ")), qPrintable(file.problems[0]));
        QVERIFY(file.problems[0].contains(QStringLiteral("not good")));
        for (const QString &problem : file.problems) {
            QVERIFY2(problem.startsWith(QStringLiteral("c.yaml:")), qPrintable(problem));
        }
    }

    void linesCountThroughTheWholeFile()
    {
        const CatalogFile file = parseCatalog("# comment\n" + component("a", "x") + component("b", "y"), QStringLiteral("c.yaml"));
        QCOMPARE(file.entities[0].line, 3);
        QCOMPARE(file.entities[1].line, 11);
    }

    void duplicatesInAFileAreNamed()
    {
        const CatalogFile file = parseCatalog(component("a", "x") + component("A", "y"), QStringLiteral("c.yaml"));
        QCOMPARE(int(file.entities.size()), 1);
        QCOMPARE(int(file.problems.size()), 1);
    }

    void aliasBombIsRefused()
    {
        QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray last = "*a" + QByteArray::number(i - 1);
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + QByteArrayList(10, last).join(',') + "]\n";
        }
        const CatalogFile file = parseCatalog(bomb, QStringLiteral("bomb.yaml"));
        QVERIFY(file.entities.empty());
        QCOMPARE(int(file.problems.size()), 1);
        QVERIFY(file.problems[0].contains(QStringLiteral("200,000")));
    }

    void runbookLinks()
    {
        const CatalogFile file = parseCatalog(
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\n  links:\n    - {url: https://x/d, title: Board}\n"
            "    - {url: https://x/r, title: Runbook}\nspec: {owner: t}\n",
            QStringLiteral("c.yaml"));
        QCOMPARE(file.entities[0].runbooks, QStringList(QStringLiteral("https://x/r")));
    }

    void publicExamples()
    {
        const QString data = qEnvironmentVariable("QUARTERDECK_SHARED") + QStringLiteral("/data");
        if (!QFile::exists(data + QStringLiteral("/catalog-backstage-examples"))) {
            QSKIP("the public catalogs are absent");
        }
        const CatalogFile invalid = readShared(data + QStringLiteral("/catalog-backstage-examples/components/invalid-component.yaml"));
        QVERIFY(invalid.entities.empty());
        QCOMPARE(int(invalid.problems.size()), 2);
        QVERIFY(invalid.problems.join(u' ').contains(QStringLiteral("invalid component")));
        QVERIFY(invalid.problems.join(u' ').contains(QStringLiteral("go 1.15.3")));
        const CatalogFile other = readShared(data + QStringLiteral("/catalog-backstage-examples/components/different-namespace.yaml"));
        QCOMPARE(other.entities.at(0).nameSpace, QStringLiteral("alternative"));
        const CatalogFile artist = readShared(data + QStringLiteral("/catalog-backstage-examples/components/artist-lookup-component.yaml"));
        QCOMPARE(artist.entities.at(0).dependsOn, QStringList(QStringLiteral("resource:artists-db")));
        const CatalogFile teams = readShared(data + QStringLiteral("/catalog-backstage-examples/acme/team-a-group.yaml"));
        QCOMPARE(int(teams.entities.size()), 6);

        const std::vector<Service> merged = mergeServices({}, {other, artist, teams}, {});
        QCOMPARE(int(merged.size()), 2);
        QVERIFY(find(merged, "different-namespace")->isOwnerKnown);
        QCOMPARE(find(merged, "different-namespace")->owner, QStringLiteral("team-a"));
        QVERIFY(find(merged, "artist-lookup")->isOwnerKnown);
        QCOMPARE(find(merged, "artist-lookup")->dependsOn, QStringList(QStringLiteral("artists-db")));
        const std::vector<Service> dangling = mergeServices({}, {artist}, {});
        QVERIFY(!find(dangling, "artist-lookup")->isOwnerKnown);
        QCOMPARE(find(dangling, "artist-lookup")->owner, QStringLiteral("team-a"));
    }

    void everyPublicCatalogIsRead()
    {
        const QString data = qEnvironmentVariable("QUARTERDECK_SHARED") + QStringLiteral("/data");
        if (!QFile::exists(data + QStringLiteral("/catalog-backstage-demo"))) {
            QSKIP("the public catalogs are absent");
        }
        int entities = 0;
        int documents = 0;
        for (const char *folder : {"/catalog-backstage-demo", "/catalog-backstage-examples"}) {
            QDirIterator it(data + QLatin1StringView(folder), {QStringLiteral("*.yaml")}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                documents += int(bytes.count("apiVersion: backstage.io"));
                entities += int(parseCatalog(bytes, file.fileName()).entities.size());
            }
        }
        QVERIFY(documents > 15);
        QCOMPARE(entities, documents - 1);
    }

    void configurationWinsAndDisagreementIsAConflict()
    {
        Service configured = service("checkout", "payments");
        configured.provenance.push_back({QStringLiteral("owner"), QStringLiteral("config.yaml:7")});
        Service seen = service("Checkout", "search");
        seen.provenance.push_back({QStringLiteral("owner"), QStringLiteral("label team of alert X")});
        const CatalogFile file = parseCatalog(
            component("checkout", "group:default/shop", "  lifecycle: production\n"), QStringLiteral("/x/catalog-info.yaml"));
        const std::vector<Service> all = mergeServices({configured}, {file}, {seen});
        QCOMPARE(int(all.size()), 1);
        QCOMPARE(all[0].owner, QStringLiteral("payments"));
        QCOMPARE(all[0].lifecycle, QStringLiteral("production"));
        QCOMPARE(int(all[0].conflicts.size()), 2);
        QCOMPARE(all[0].conflicts[0], QStringLiteral("owner is \"payments\" by config.yaml:7, but \"shop\" by catalog-info.yaml:2"));
        QVERIFY(all[0].conflicts[1].contains(QStringLiteral("label team of alert X")));
        QVERIFY(!all[0].isOwnerKnown);
    }

    void equalOwnersInOtherWordsAreNoConflict()
    {
        const CatalogFile file = parseCatalog(component("a", "group:default/Payments"), QStringLiteral("c.yaml"));
        QVERIFY(mergeServices({service("a", "payments")}, {file}, {}).at(0).conflicts.isEmpty());
    }

    void withoutCatalogOwnersAreTakenAsKnown()
    {
        QVERIFY(mergeServices({service("a", "payments")}, {}, {}).at(0).isOwnerKnown);
        QVERIFY(mergeServices({service("a")}, {}, {}).at(0).isOwnerKnown);
    }

    void dependentsAreTheOtherSide()
    {
        Service a = service("a");
        a.dependsOn = {QStringLiteral("B"), QStringLiteral("a"), QStringLiteral("gone"), QStringLiteral("b")};
        const std::vector<Service> all = mergeServices({a, service("b")}, {}, {});
        QCOMPARE(find(all, "a")->dependsOn, QStringList({QStringLiteral("b"), QStringLiteral("gone")}));
        QCOMPARE(find(all, "b")->dependents, QStringList(QStringLiteral("a")));
        QVERIFY(find(all, "a")->dependents.isEmpty());
    }

    void sameNameInTwoNamespaces()
    {
        const CatalogFile file = parseCatalog(
            "apiVersion: backstage.io/v1\nkind: Component\nmetadata: {name: api}\nspec: {owner: a}\n---\n"
            "apiVersion: backstage.io/v1\nkind: Component\nmetadata: {name: api, namespace: shop}\nspec: {owner: b, dependsOn: [default/api]}\n",
            QStringLiteral("c.yaml"));
        const std::vector<Service> all = mergeServices({}, {file}, {});
        QCOMPARE(int(all.size()), 2);
        QCOMPARE(find(all, "api")->dependents, QStringList(QStringLiteral("shop/api")));
        QCOMPARE(find(all, "shop/api")->owner, QStringLiteral("shop/b"));
    }

    void whatBackstageRefusesIsWarnedOf_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *metadata, const char *spec, const char *words, const char *kind = "Component") {
            QTest::newRow(name) << QByteArray("apiVersion: backstage.io/v1alpha1\nkind: ") + kind + "\nmetadata: {" + metadata + "}\nspec: {" + spec
                    + "}\n" << QString::fromLatin1(words);
        };
        const char *spec = "type: service, lifecycle: production, owner: shop";
        row("nothing", "name: cart", spec, "");
        row("a quoted number", "name: '42'", spec, "");
        row("a number", "name: 42", spec, "c.yaml:3: name of \"42\" is 42 without quotes");
        row("an octal number", "name: 0777", spec, "is 0777 without quotes");
        row("a boolean label", "name: cart, labels: {canary: true}", spec, "canary of \"cart\" is true without quotes");
        row("an annotation", "name: cart, annotations: {port: 8080}", spec, "port of \"cart\" is 8080 without quotes");
        row("a small kind", "name: cart", spec, "c.yaml:2: the kind is written Component", "component");
        row("a kind of nobody", "name: cart", spec, "the kind \"Nonsense\" is not one of Backstage's", "Nonsense");
        row("a key with a space", "name: cart, annotations: {\"a b\": c}", spec, "the key \"a b\" of \"cart\"");
        row("a key with a domain", "name: cart, annotations: {example.com/a.b_c-d: c}", spec, "");
        row("a reference without kind", "name: cart", "type: service, lifecycle: production, owner: shop, dependsOn: [db]", "component:db");
        row("no owner", "name: cart", "type: service, lifecycle: production", "has no owner");
        row("a merge", "name: cart", "<<: {owner: shop}, type: service, lifecycle: production, owner: shop", "\"<<\" takes nothing over");
        row("a merge below", "name: cart, annotations: {<<: {a: b}}", spec, "\"<<\" takes nothing over");
    }

    void whatBackstageRefusesIsWarnedOf()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, words);
        const CatalogFile file = parseCatalog(document, QStringLiteral("c.yaml"));
        QCOMPARE(file.problems, QStringList());
        QCOMPARE(int(file.entities.size()), 1);
        QCOMPARE(file.warnings.isEmpty(), words.isEmpty());
        QVERIFY2(file.warnings.join(u'\n').contains(words), qPrintable(file.warnings.join(u'\n')));
    }

    void anApiVersionOfTheFutureIsWarnedOf()
    {
        const CatalogFile file = parseCatalog(
            "apiVersion: backstage.io/v9\nkind: Component\nmetadata: {name: a}\nspec: {type: service, lifecycle: x, owner: b}\n",
            QStringLiteral("c.yaml"));
        QCOMPARE(int(file.entities.size()), 1);
        QVERIFY2(file.warnings.join(u'\n').contains(QStringLiteral("c.yaml:1: the apiVersion \"backstage.io/v9\"")),
            qPrintable(file.warnings.join(u'\n')));
    }

    void aMergeTakesNothingOverAsInBackstage()
    {
        const CatalogFile file = parseCatalog(
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}\nspec: {<<: {owner: shop}, type: service}\n",
            QStringLiteral("c.yaml"));
        QVERIFY(file.entities.at(0).owner.isEmpty());
    }

    void whatYamlCppRefusesIsRead()
    {
        const CatalogFile file = parseCatalog(
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: cart\n  title: \"Cart \\ud83d\\uded2\"\n"
            "  description: what? {why?}\n"
            "  links: [{url: https://x/d/a?orgId=1&v=it's, title: Runbook}, {url: 'https://x/?', title: Runbook? yes}]\nspec: {owner: t}\n",
            QStringLiteral("c.yaml"));
        QCOMPARE(file.problems, QStringList());
        QCOMPARE(file.entities.at(0).title, QString::fromUtf8("Cart \xF0\x9F\x9B\x92"));
        QCOMPARE(file.entities[0].description, QStringLiteral("what? {why?}"));
        QCOMPARE(file.entities[0].runbooks, QStringList({QStringLiteral("https://x/d/a?orgId=1&v=it's"), QStringLiteral("https://x/?")}));
    }

    void locations()
    {
        const auto location = [](const QByteArray &spec) {
            return parseCatalog(
                "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: all}\nspec: {" + spec + "}\n", QStringLiteral("c.yaml"));
        };
        QCOMPARE(location("target: ./a.yaml, targets: [./b.yaml]").entities.at(0).targets,
            QStringList({QStringLiteral("./a.yaml"), QStringLiteral("./b.yaml")}));
        QVERIFY(location("type: url, target: 'https://x/a.yaml'").problems.value(0).contains(QStringLiteral("which is not followed")));
        QVERIFY(location("type: file").problems.value(0).contains(QStringLiteral("names no file")));
    }

    void namesKeepTheirCaseAndAreComparedWithoutIt()
    {
        Service configured = service("Billing-API");
        configured.dependsOn = {QStringLiteral("CART"), QStringLiteral("Other")};
        const CatalogFile file = parseCatalog(component("Cart", "shop"), QStringLiteral("c.yaml"));
        const std::vector<Service> all = mergeServices({configured}, {file}, {service("billing-api", "pay"), service("CART", "shop")});
        QCOMPARE(int(all.size()), 2);
        QCOMPARE(find(all, "Billing-API")->owner, QStringLiteral("pay"));
        QCOMPARE(find(all, "Billing-API")->dependsOn, QStringList({QStringLiteral("Cart"), QStringLiteral("Other")}));
        QCOMPARE(find(all, "Cart")->dependents, QStringList(QStringLiteral("Billing-API")));
    }

    void aTeamWithPeopleIsKnown()
    {
        const CatalogFile file = parseCatalog(component("cart", "shop"), QStringLiteral("c.yaml"));
        QVERIFY(!mergeServices({}, {file}, {}).at(0).isOwnerKnown);
        QVERIFY(mergeServices({}, {file}, {}, {QStringLiteral("Shop")}).at(0).isOwnerKnown);
    }

    void sortedByName()
    {
        const std::vector<Service> all = mergeServices({service("z"), service("a")}, {}, {service("m")});
        QCOMPARE(all[0].name + all[1].name + all[2].name, QStringLiteral("amz"));
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
