#include "app/catalog/catalog.h"
#include "app/catalog/csvrows.h"

#include <QTest>

using namespace quarterdeck;

namespace {

const CatalogList Columns {{},
    {{QStringLiteral("name"), QStringLiteral("repo")}, {QStringLiteral("owner"), QStringLiteral("team")},
        {QStringLiteral("tier"), QStringLiteral("run.tier")}, {QStringLiteral("depends_on"), QStringLiteral("needs")}}};

CatalogFile read(const QByteArray &bytes, const char *file, const CatalogList &list = Columns)
{
    return parseCatalogList(bytes, QLatin1StringView(file), list);
}

QString joined(const CsvFile &file)
{
    if (!file.problem.isEmpty()) {
        return QStringLiteral("line %1: %2").arg(file.line).arg(file.problem);
    }
    QStringList out;
    for (const CsvRow &row : file.rows) {
        out.append(QString::number(row.line) + u':' + row.cells.join(u'|'));
    }
    return out.join(u' ');
}

} // namespace

class TestCatalogList : public QObject {
    Q_OBJECT

private slots:
    void csv_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rows");
        QTest::newRow("plain") << QByteArray("a,b\n1, 2 \n") << "1:a|b 2:1|2";
        QTest::newRow("no last line break") << QByteArray("a,b\r\n1,2") << "1:a|b 2:1|2";
        QTest::newRow("byte order mark, semicolons") << QByteArray("\xef\xbb\xbf"
                                                                   "a;b\n\"1;\"\"x\"\"\";2\n")
                                                     << "1:a|b 2:1;\"x\"|2";
        QTest::newRow("a tab; commas inside") << QByteArray("a\tb\n1,5\t2\n") << "1:a|b 2:1,5|2";
        QTest::newRow("a cell of two lines") << QByteArray("a,b\n\"1\n2\",3\n4,5\n") << "1:a|b 2:1\n2|3 4:4|5";
        QTest::newRow("empty lines") << QByteArray("a,b\n\n1,\n") << "1:a|b 3:1|";
        QTest::newRow("an open quote") << QByteArray("a,b\n1,\"2\n3\n") << "line 2: a quote is not closed";
        QTest::newRow("text behind a quote") << QByteArray("a,b\n\"1\"x,2\n") << "line 2: text stands behind the closing quote of a cell";
        QTest::newRow("nothing") << QByteArray() << "";
    }
    void csv()
    {
        QFETCH(const QByteArray, bytes);
        QTEST(joined(csvRows(bytes)), "rows");
    }

    void aCsvList()
    {
        CatalogList list = Columns;
        list.columns.insert(QStringLiteral("tier"), QStringLiteral("tier"));
        const CatalogFile file = read("repo,team,tier,needs\ncart,shop,1,\"billing; mail\"\nbilling,,2,\n,shop,3,\n", "repos.csv", list);
        QCOMPARE(file.problems, QStringList {QStringLiteral("repos.csv:4: repo is empty or missing; the document is left out")});
        const std::vector<Service> services = mergeServices({}, {file}, {});
        QCOMPARE(services.size(), 2U);
        QCOMPARE(services[1].name, QStringLiteral("cart"));
        QCOMPARE(services[1].owner, QStringLiteral("shop"));
        QVERIFY(services[1].isOwnerKnown);
        QCOMPARE(services[1].dependsOn, (QStringList {QStringLiteral("billing"), QStringLiteral("mail")}));
        QCOMPARE(services[0].owner, QString());
        const auto owner = std::find_if(
            services[1].provenance.begin(), services[1].provenance.end(), [](const Provenance &p) { return p.field == u"owner"; });
        QVERIFY(owner != services[1].provenance.end());
        QCOMPARE(owner->source, QStringLiteral("repos.csv:2"));
    }

    void aYamlList()
    {
        const CatalogFile file = read(
            "- repo: cart\n  team: shop\n  run: {tier: 1}\n  needs: [billing, mail]\n- nothing\n- repo: billing\n", "repos.yml");
        QCOMPARE(file.problems, QStringList {QStringLiteral("repos.yml:5: this is not a map of columns and values; it is left out")});
        QCOMPARE(file.entities.size(), 2U);
        QCOMPARE(file.entities[0].tier, QStringLiteral("1"));
        QCOMPARE(file.entities[0].dependsOn, (QStringList {QStringLiteral("billing"), QStringLiteral("mail")}));
        QCOMPARE(file.entities[1].owner, QString());
    }

    void aMapWhoseKeysAreTheNames()
    {
        CatalogList list;
        list.columns = {{QStringLiteral("name"), QStringLiteral("$key")}, {QStringLiteral("owner"), QStringLiteral("{org}/{team}")}};
        const CatalogFile file = read("cart: {org: eu, team: shop}\nbilling: {org: eu}\n", "repos.yaml", list);
        QCOMPARE(file.problems, QStringList());
        QCOMPARE(file.entities[0].name, QStringLiteral("cart"));
        QCOMPARE(file.entities[0].owner, QStringLiteral("eu/shop"));
        // Half of a name names nobody.
        QCOMPARE(file.entities[1].owner, QString());
    }

    void whatNoRowHasIsTold()
    {
        CatalogList list;
        list.columns = {{QStringLiteral("name"), QStringLiteral("repo")}, {QStringLiteral("owner"), QStringLiteral("taem")}};
        QCOMPARE(read("repo,team\ncart,shop\n", "r.csv", list).problems,
            QStringList {QStringLiteral("r.csv:1: no row has what owner is taken from: \"taem\"")});
        QCOMPARE(read("- {repo: cart, team: shop}\n", "r.yml", list).problems,
            QStringList {QStringLiteral("r.yml:1: no row has what owner is taken from: \"taem\"")});
    }

    void aListWithoutANameIsLeftOut()
    {
        QCOMPARE(read("a,b\n1,2\n", "r.csv", {}).problems,
            QStringList {QStringLiteral("r.csv:1: nothing says which column holds the name; the file is left out")});
    }

    void whatIsBrokenSaysWhere()
    {
        QCOMPARE(read("repo,team\ncart,\"shop\n", "r.csv").problems.value(0), QStringLiteral("r.csv:2: a quote is not closed; the file is left out"));
        QVERIFY(read("- {repo: [\n", "r.yml").problems.value(0).startsWith(QLatin1StringView("r.yml:")));
        QCOMPARE(read("word\n", "r.yml").problems.value(0),
            QStringLiteral("r.yml:1: this is neither a list of services nor a map of them; it is left out"));
    }
};

QTEST_APPLESS_MAIN(TestCatalogList)
#include "tst_cataloglist.moc"
