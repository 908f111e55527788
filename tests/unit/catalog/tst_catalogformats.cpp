#include "app/catalog/catalog.h"

#include <QFile>
#include <QTest>

using namespace quarterdeck;

namespace {

CatalogFile parsed(const QByteArray &yaml)
{
    return parseCatalog(yaml, QStringLiteral("c.yaml"));
}

/// A file of tests/golden/catalog.
QByteArray golden(const char *name)
{
    QFile file(QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/golden/catalog/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCatalogFormats : public QObject {
    Q_OBJECT

private slots:
    void aServiceOfOpsLevel()
    {
        const CatalogFile file = parsed(golden("opslevel.yml"));
        QCOMPARE(file.problems, QStringList());
        QCOMPARE(file.warnings, QStringList {QStringLiteral("c.yaml:14: a dependency of \"Shopping Cart\" has no alias; OpsLevel refuses it")});
        const std::vector<Service> services = mergeServices({}, {file}, {});
        QCOMPARE(services.size(), 1U);
        QCOMPARE(services[0].name, QStringLiteral("Shopping Cart"));
        QCOMPARE(services[0].owner, QStringLiteral("order_management_team"));
        QVERIFY(services[0].isOwnerKnown);
        QCOMPARE(services[0].tier, QStringLiteral("tier_3"));
        QCOMPARE(services[0].lifecycle, QStringLiteral("beta"));
        QCOMPARE(services[0].description, QString());
        QCOMPARE(services[0].aliases, (QStringList {QStringLiteral("shopping-cart"), QStringLiteral("cart")}));
        QCOMPARE(services[0].dependsOn, QStringList {QStringLiteral("Payments API")});
        QCOMPARE(services[0].runbooks, QStringList {QStringLiteral("https://wiki.example.org/cart")});
    }

    void aFileOfARepositoryAloneDefinesNothing()
    {
        const CatalogFile file = parsed("version: 1\nrepository:\n  owner: shop\n");
        QVERIFY(file.entities.empty());
        QCOMPARE(file.problems, QStringList());
    }

    void aServiceOfCortex()
    {
        const CatalogFile file = parsed(golden("cortex.yaml"));
        QCOMPARE(file.problems, QStringList());
        QCOMPARE(file.warnings, QStringList {QStringLiteral("c.yaml:8: \"cart\" has 2 groups as owners; the first, Shop, is shown as its owner")});
        const std::vector<Service> services = mergeServices({}, {file}, {});
        QCOMPARE(services.size(), 1U);
        QCOMPARE(services[0].title, QStringLiteral("Cart"));
        QCOMPARE(services[0].owner, QStringLiteral("Shop"));
        QVERIFY(services[0].isOwnerKnown);
        QCOMPARE(services[0].dependsOn, QStringList {QStringLiteral("billing")});
        QCOMPARE(services[0].runbooks, QStringList {QStringLiteral("https://wiki.example.org/steps")});
    }

    void aTeamOfCortexIsNoService()
    {
        const CatalogFile file = parsed("openapi: 3.0.1\ninfo:\n  title: Shop\n  x-cortex-tag: shop\n  x-cortex-type: team\n");
        QCOMPARE(file.entities.size(), 1U);
        QCOMPARE(file.entities[0].kind, QStringLiteral("group"));
        QVERIFY(mergeServices({}, {file}, {}).empty());
    }

    void aServiceOfDatadog_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("tier");
        QTest::newRow("v1") << golden("datadog-v1.yaml") << "Cart"
                            << "1";
        QTest::newRow("v2.2") << golden("datadog-v2.2.yaml") << ""
                              << "high";
    }
    void aServiceOfDatadog()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, title);
        QFETCH(const QString, tier);
        const CatalogFile file = parsed(yaml);
        QCOMPARE(file.problems + file.warnings, QStringList());
        const std::vector<Service> services = mergeServices({}, {file}, {});
        QCOMPARE(services.size(), 1U);
        QCOMPARE(services[0].name, QStringLiteral("cart"));
        QCOMPARE(services[0].title, title);
        QCOMPARE(services[0].tier, tier);
        QCOMPARE(services[0].owner, QStringLiteral("shop"));
        QCOMPARE(services[0].runbooks, QStringList {QStringLiteral("https://wiki.example.org/cart")});
    }

    void entitiesOfDatadog()
    {
        const CatalogFile file = parsed(golden("datadog-v3.yaml"));
        QCOMPARE(file.problems, QStringList());
        QCOMPARE(file.warnings,
            (QStringList {QStringLiteral("c.yaml:6: \"cart\" inherits from \"service:base\", which is not followed"),
                QStringLiteral("c.yaml:20: \"orders-db\" has additionalOwners but no owner, so that nobody answers for it")}));
        const std::vector<Service> services = mergeServices({}, {file}, {});
        QCOMPARE(services.size(), 2U);
        QCOMPARE(services[0].name, QStringLiteral("cart"));
        QCOMPARE(services[0].dependsOn, (QStringList {QStringLiteral("orders-db"), QStringLiteral("billing"), QStringLiteral("mail")}));
        QCOMPARE(services[1].dependents, QStringList {QStringLiteral("cart")});
        QCOMPARE(services[1].owner, QString());
    }

    void whatIsWrongSaysWhat_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("problem");
        QTest::newRow("OpsLevel's version") << QByteArray("version: 2\nservice:\n  name: a\n")
                                            << "c.yaml:1: version \"2\" of an OpsLevel file is not 1; the document is left out";
        QTest::newRow("no name") << QByteArray("version: 1\nservice:\n  owner: a\n")
                                 << "c.yaml:3: service.name is empty or missing; the document is left out";
        QTest::newRow("a list") << QByteArray("version: 1\nservice: [a, b]\n")
                                << "c.yaml:2: service is a map that begins with \"name: ...\"; the document is left out";
        QTest::newRow("an empty tag") << QByteArray("info:\n  x-cortex-tag:\n")
                                      << "c.yaml:1: x-cortex-tag is empty or missing; the document is left out";
        QTest::newRow("twice") << QByteArray("schema-version: v2\ndd-service: a\n---\nschema-version: v2\ndd-service: A\n")
                               << "c.yaml:4: component:default/a is already defined in line 1; the first counts";
    }
    void whatIsWrongSaysWhat()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, problem);
        QCOMPARE(parsed(yaml).problems, QStringList {problem});
    }

    void aDocumentOfNoFormatIsRefused()
    {
        const CatalogFile file = parsed("some: thing\n");
        QCOMPARE(file.problems.size(), 1);
        QVERIFY(file.problems[0].startsWith(QLatin1StringView("c.yaml:1: this document is not a catalog entity: ")));
        for (const char *format : {"Backstage", "OpsLevel", "Cortex", "Datadog"}) {
            QVERIFY(file.problems[0].contains(QLatin1StringView(format)));
        }
    }

    void formatsMixInOneFile()
    {
        const CatalogFile file = parsed(golden("opslevel.yml") + "---\n" + golden("cortex.yaml") + "---\n" + golden("datadog-v3.yaml"));
        // The tag "cart" of Cortex and the entity of Datadog are one name; an alias is none.
        QCOMPARE(file.problems, QStringList {QStringLiteral("c.yaml:47: component:default/cart is already defined in line 24; the first counts")});
        QCOMPARE(file.entities.size(), 3U);
    }

    void anAliasIsItsService()
    {
        Service seen;
        seen.name = QStringLiteral("CART");
        seen.owner = QStringLiteral("someone");
        Service caller;
        caller.name = QStringLiteral("web");
        caller.dependsOn = {QStringLiteral("cart")};
        const std::vector<Service> services = mergeServices({caller}, {parsed(golden("opslevel.yml"))}, {seen});
        QCOMPARE(services.size(), 2U);
        QCOMPARE(services[0].name, QStringLiteral("Shopping Cart"));
        QCOMPARE(services[0].dependents, QStringList {QStringLiteral("web")});
        QCOMPARE(services[0].conflicts.size(), 1);
        QCOMPARE(services[1].dependsOn, QStringList {QStringLiteral("Shopping Cart")});
    }

    void aNameCountsBeforeAnAlias()
    {
        Service cart;
        cart.name = QStringLiteral("cart");
        const std::vector<Service> services = mergeServices({cart}, {parsed(golden("opslevel.yml"))}, {});
        QCOMPARE(services.size(), 2U);
    }

    void anAliasOfTwoIsToldAndGoesToTheFirst()
    {
        Service a;
        a.name = QStringLiteral("a");
        a.aliases = {QStringLiteral("x")};
        Service b = a;
        b.name = QStringLiteral("b");
        Service seen;
        seen.name = QStringLiteral("x");
        const std::vector<Service> services = mergeServices({a, b}, {}, {seen});
        QCOMPARE(services.size(), 2U);
        QCOMPARE(services[0].conflicts, QStringList {QStringLiteral("x is an alias of b too")});
        QCOMPARE(services[1].conflicts, QStringList {QStringLiteral("x is an alias of a first")});
        QCOMPARE(services[0].aliases, QStringList {QStringLiteral("x")});
        QVERIFY(services[1].aliases.isEmpty());
        // The first is the one that is defined first, whatever the order of the list.
        const std::vector<Service> turned = mergeServices({b, a}, {}, {seen});
        QVERIFY(turned[0].aliases.isEmpty());
        QCOMPARE(turned[1].aliases, QStringList {QStringLiteral("x")});
    }
};

QTEST_APPLESS_MAIN(TestCatalogFormats)
#include "tst_catalogformats.moc"
