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
        QCOMPARE(documents[0].repeated.size(), std::size_t(1));
        QCOMPARE(documents[0].repeated[0].key, QStringLiteral("a"));
        QCOMPARE(documents[0].repeated[0].line, 3);
    }

    void whatYamlCppRefuses_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const char *yaml, const char *value) {
            QTest::newRow(name) << QByteArray(yaml) << QString::fromUtf8(value);
        };
        row("a question mark in a flow map", "a: {b: https://x/d?o=1}\n", "https://x/d?o=1");
        row("with a blank behind it", "a: {b: really? yes, c: 1}\n", "really? yes");
        row("with a quote", "a: {b: it's what?}\n", "it's what?");
        row("over lines", "a: {\n  c: [1,\n    2],  # why?\n  b: x?y\n}\n", "x?y");
        row("in a document marked so", "--- {a: {b: x?y}}\n", "x?y");
        row("beside quotes", "a: {c: \"what? {\", d: 'it''s? [', b: x?y}\n", "x?y");
        row("below a block", "t: |\n  {what? \n  } ]\nu:\n- k: >-\n    [ ?\n  l: {m: n?o}\na: {b: x?y}\n", "x?y");
        row("beside plain text with brackets", "t: who {knows? [\na: {b: x?y}\n", "x?y");
        row("behind an anchor", "a: &q {b: &r x?y}\n", "x?y");
        row("surrogates", "a: {b: \"\\ud83d\\ude00 \\\\ud83d\"}\n", "\xF0\x9F\x98\x80 \\ud83d");
    }

    void whatYamlCppRefuses()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, value);
        const auto documents = parseYaml(yaml, QStringLiteral("f"));
        QCOMPARE(int(documents.size()), 1);
        QVERIFY2(documents[0].root.has_value(), documents[0].root ? "" : qPrintable(documents[0].root.error().what));
        QCOMPARE(documents[0].root->find(u"a")->text(u"b"), value);
    }

    void whatIsNoYamlStaysRefused()
    {
        for (const char *yaml : {"a: {b: x?y\n", "a: {b: ?, ?}: [\n", "a: \"\\ud83d\"\n", "a: b: c?\n"}) {
            const auto documents = parseYaml(yaml, QStringLiteral("f"));
            QVERIFY2(!documents.at(0).root.has_value(), yaml);
            QVERIFY(documents[0].root.error().where.startsWith(QStringLiteral("f:1:"))
                || documents[0].root.error().where.startsWith(QStringLiteral("f:2:")));
        }
    }

    void quotesAreKnown()
    {
        const auto documents = parseYaml("a: [1, '1', \"1\"]\nb: |\n  1\n", QStringLiteral("f"));
        const YamlNode &list = *documents[0].root->find(u"a");
        QVERIFY(!list.items[0].isQuoted);
        QVERIFY(list.items[1].isQuoted);
        QVERIFY(list.items[2].isQuoted);
        QVERIFY(documents[0].root->find(u"b")->isQuoted);
    }

    void mergesAreTakenOver()
    {
        const auto documents = parseYaml("base: &b {x: 1, y: 1, z: {k: 1}}\nmore: &m {y: 2, w: 2}\none: {<<: *b, x: 9}\nmany: {<<: [*m, *b]}\ndeep: "
                                         "[{e: {<<: *m}}]\nbad: {<<: 7, v: 1}\n",
            QStringLiteral("f"));
        YamlNode root = *documents[0].root;
        const auto refused = mergeKeys(root);
        QCOMPARE(int(refused.size()), 1);
        QCOMPARE(refused[0].line, 6);
        const YamlNode &one = *root.find(u"one");
        QCOMPARE(one.text(u"x") + one.text(u"y") + one.find(u"z")->text(u"k"), QStringLiteral("911"));
        QVERIFY(one.find(u"<<") == nullptr);
        const YamlNode &many = *root.find(u"many");
        QCOMPARE(many.text(u"x") + many.text(u"y") + many.text(u"w"), QStringLiteral("122"));
        QCOMPARE(root.find(u"deep")->items[0].find(u"e")->text(u"w"), QStringLiteral("2"));
        QCOMPARE(root.find(u"bad")->text(u"v"), QStringLiteral("1"));
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
