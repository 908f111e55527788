#include "app/yaml/yamlnode.h"

#include <QTest>

using namespace quarterdeck;

class TestYaml : public QObject {
    Q_OBJECT

private slots:
    void valuesAndLines()
    {
        const auto documents = parseYaml("# c\na: 1\nb:\n  - x\n  - 'y z'\nc: {d: yes, e: ~}\n", QStringLiteral("f"));
        QCOMPARE(int(documents.size()), 1);
        const YamlNode &root = *documents[0].root;
        QCOMPARE(root.text(u"a"), QStringLiteral("1"));
        QCOMPARE(root.texts(u"b"), QStringList({QStringLiteral("x"), QStringLiteral("y z")}));
        QCOMPARE(root.find(u"b")->items[1].line, 5);
        QCOMPARE(root.find(u"c")->find(u"d")->boolean(), std::optional(true));
        QVERIFY(root.find(u"c")->find(u"e")->isNull());
        QVERIFY(root.find(u"none") == nullptr);
        QVERIFY(root.text(u"none").isEmpty());
    }

    void oneBadDocumentLeavesTheOthers()
    {
        const auto documents = parseYaml("a: 1\n---\nb: [\n---\nc: 3\n...\n# nothing\n---\n", QStringLiteral("f"));
        QCOMPARE(int(documents.size()), 3);
        QVERIFY(documents[0].root.has_value());
        QVERIFY(!documents[1].root.has_value());
        QCOMPARE(documents[1].root.error().kind, ErrorKind::Rejected);
        QVERIFY2(documents[1].root.error().where.startsWith(QStringLiteral("f:")), qPrintable(documents[1].root.error().where));
        QCOMPARE(documents[2].root->find(u"c")->line, 5);
    }

    void markersInsideBlockTextAreNotDocuments()
    {
        const auto documents = parseYaml("a: |\n  text\n  --- not a marker\nb: 2\n", QStringLiteral("f"));
        QCOMPARE(int(documents.size()), 1);
        QVERIFY(documents[0].root->text(u"a").contains(QStringLiteral("--- not")));
    }

    void repeatedKeysAreNamed()
    {
        const auto documents = parseYaml("a: 1\nb: 2\na: 3\n", QStringLiteral("f"));
        QCOMPARE(documents[0].root->text(u"a"), QStringLiteral("1"));
        QCOMPARE(documents[0].problems, QStringList(QStringLiteral("f:3: the key \"a\" is given twice; the first counts")));
    }

    void booleans()
    {
        YamlNode node;
        node.kind = YamlNode::Kind::Scalar;
        for (const char *yes : {"true", "TRUE", "yes", "on"}) {
            node.scalar = QLatin1StringView(yes);
            QCOMPARE(node.boolean(), std::optional(true));
        }
        for (const char *no : {"false", "No", "off"}) {
            node.scalar = QLatin1StringView(no);
            QCOMPARE(node.boolean(), std::optional(false));
        }
        for (const char *neither : {"", "1", "maybe"}) {
            node.scalar = QLatin1StringView(neither);
            QVERIFY(!node.boolean());
        }
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("tab") << QByteArray("a:\n\t- b\n");
        QTest::newRow("unclosed") << QByteArray("a: [b, c\n");
        QTest::newRow("unknown alias") << QByteArray("a: *b\n");
        QTest::newRow("too deep") << QByteArray(100, '[') + QByteArray(100, ']');
        QTest::newRow("far too deep") << QByteArray(200'000, '[');
        QTest::newRow("too large") << QByteArray(5 * 1024 * 1024, 'a');
        QTest::newRow("text bomb") << "a: &a " + QByteArray(1024 * 1024, 'x') + "\nb: [" + QByteArray("*a,").repeated(20) + "]\n";
        QTest::newRow("itself") << QByteArray("&a [*a]\n");
    }

    void refused()
    {
        QFETCH(QByteArray, yaml);
        const auto documents = parseYaml(yaml, QStringLiteral("f"));
        QCOMPARE(int(documents.size()), 1);
        QVERIFY(!documents[0].root.has_value());
        QVERIFY(!documents[0].root.error().what.isEmpty());
    }

    void nothingIsNoDocument()
    {
        QVERIFY(parseYaml({}, QStringLiteral("f")).empty());
        QVERIFY(parseYaml("\n# only a comment\n---\n\n", QStringLiteral("f")).empty());
        QCOMPARE(parseYaml("\xEF\xBB\xBF"
                           "a: 1\r\nb: 2\r\n",
                     QStringLiteral("f"))[0]
                     .root->text(u"b"),
            QStringLiteral("2"));
    }
};

QTEST_GUILESS_MAIN(TestYaml)
#include "tst_yaml.moc"
