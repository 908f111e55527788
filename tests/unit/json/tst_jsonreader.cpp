#include "app/json/jsonreader.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace quarterdeck;

/// Reading JSON from outside: values, pointers, verdicts, and everything that must be refused.
class TestJsonReader : public QObject {
    Q_OBJECT

private slots:
    void readsValues()
    {
        const auto document = JsonDocument::parse(
            R"({"s":"h\u00e9\ud83d\ude00","n":-1.5e3,"i":9223372036854775807,"t":true,"z":null,"a":[1,[2,3],{"k":"v"}],"":{"":7}})");
        QVERIFY(document);
        const JsonValue root = document->root();
        QVERIFY(root.isObject());
        QCOMPARE(root.size(), 7);
        QCOMPARE(root[u"s"].string(), QString::fromUtf8("h\xc3\xa9\xf0\x9f\x98\x80"));
        QCOMPARE(root[u"n"].number(), -1500.0);
        QCOMPARE(root[u"n"].integer(), -1500);
        QCOMPARE(root[u"i"].integer(), std::numeric_limits<qint64>::max());
        QCOMPARE(root[u"t"].boolean(), true);
        QVERIFY(root[u"z"].isNull());
        QCOMPARE(root[u"a"].at(1).at(1).integer(), 3);
        QCOMPARE(root[u"a"].at(2)[u"k"].string(), QStringLiteral("v"));
        QCOMPARE(root[u""][u""].integer(), 7);
        QVERIFY(document->verdict());
    }

    void pointersNameThePlace()
    {
        const auto document = JsonDocument::parse(R"({"a":[{"b/c":{"d~e":[10,20]}}]})");
        const JsonValue place = document->root()[u"a"].at(0)[u"b/c"][u"d~e"].at(1);
        QCOMPARE(place.integer(), 20);
        QCOMPARE(place.pointer(), QStringLiteral("/a/0/b~1c/d~0e/1"));
        QCOMPARE(document->root().pointer(), QString());
        QCOMPARE(document->root()[u"x"].at(3)[u"y"].pointer(), QStringLiteral("/x/3/y"));
    }

    void eachKeepsOrderAndNames()
    {
        const auto document = JsonDocument::parse(R"({"z":1,"a":2,"m":[5,6]})");
        QStringList seen;
        document->root().each([&](const QString &name, const JsonValue &value) { seen << name + u'=' + value.pointer(); });
        QCOMPARE(seen, QStringList({QStringLiteral("z=/z"), QStringLiteral("a=/a"), QStringLiteral("m=/m")}));
        seen.clear();
        document->root()[u"m"].each([&](const QString &name, const JsonValue &value) { seen << name + u':' + value.id(); });
        QCOMPARE(seen, QStringList({QStringLiteral("0:5"), QStringLiteral("1:6")}));
        document->root()[u"none"].each([](const QString &, const JsonValue &) { QFAIL("there is nothing here"); });
    }

    void theFirstMissingValueIsTheVerdict_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::newRow("absent") << QByteArray(R"({"list":[{"name":"a"},{}]})") << "/list/1/name";
        QTest::newRow("null") << QByteArray(R"({"list":[{"name":null}]})") << "/list/0/name";
        QTest::newRow("wrong type") << QByteArray(R"({"list":[{"name":7}]})") << "/list/0/name";
        QTest::newRow("not a list") << QByteArray(R"({"list":"x"})") << QString();
        QTest::newRow("all there") << QByteArray(R"({"list":[{"name":"a"}]})") << QString();
    }
    void theFirstMissingValueIsTheVerdict()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, where);
        const auto document = JsonDocument::parse(json);
        QVERIFY(document);
        document->root()[u"list"].each([](const QString &, const JsonValue &entry) { entry[u"name"].string(); });
        const auto verdict = document->verdict();
        if (where.isEmpty()) {
            QVERIFY(verdict);
            return;
        }
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().kind, ErrorKind::BadPayload);
        QCOMPARE(verdict.error().where, where);
        (void)document->root()[u"later"].number();
        QCOMPARE(document->verdict().error().where, where);
    }

    void optionalValuesNeverMark()
    {
        const auto document = JsonDocument::parse(R"({"a":"x"})");
        const JsonValue root = document->root();
        QCOMPARE(root[u"b"].stringOr(QStringLiteral("f")), QStringLiteral("f"));
        QCOMPARE(root[u"a"].integerOr(4), 4);
        QCOMPARE(root[u"a"].numberOr(2.5), 2.5);
        QCOMPARE(root[u"a"].booleanOr(true), true);
        QCOMPARE(root.at(2)[u"deep"].size(), 0);
        QVERIFY(document->verdict());
    }

    void numbersBeyondTheirTypes()
    {
        const auto document = JsonDocument::parse(
            R"([18446744073709551615,123456789012345678901234567890,9007199254740993,1.5,1e3,-0,12345678901234567.0])");
        QVERIFY(document);
        const JsonValue root = document->root();
        QCOMPARE(root.at(0).id(), QStringLiteral("18446744073709551615"));
        QCOMPARE(root.at(0).number(), 18446744073709551615.0);
        QCOMPARE(root.at(1).id(), QStringLiteral("123456789012345678901234567890"));
        QCOMPARE(root.at(2).integer(), 9007199254740993LL);
        QCOMPARE(root.at(4).integer(), 1000);
        QVERIFY(document->verdict());
        QCOMPARE(root.at(0).integerOr(-1), -1);
        QCOMPARE(root.at(6).integerOr(-1), -1);
        QCOMPARE(root.at(3).integer(), 0);
        QCOMPARE(document->verdict().error().where, QStringLiteral("/3"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QByteArray() << "byte 0"
                               << "empty";
        QTest::newRow("cut off") << QByteArray("{\"a\":[1,2") << "byte 9"
                                 << "cut off";
        QTest::newRow("web page") << QByteArray("<html>") << "byte 0"
                                  << "not JSON";
        QTest::newRow("two values") << QByteArray("{} {}") << "byte 3"
                                    << "not JSON";
        QTest::newRow("bad utf-8") << QByteArray("{\"a\":\"x\xff\"}") << "byte 7"
                                   << "UTF-8";
        QTest::newRow("overlong utf-8") << QByteArray("[\"\xc0\xaf\"]") << "byte 2"
                                        << "UTF-8";
        QTest::newRow("utf-8 surrogate") << QByteArray("[\"\xed\xa0\x80\"]") << "byte 3"
                                         << "UTF-8";
        QTest::newRow("lone surrogate") << QByteArray("[\"\\ud800\"]") << "byte 8"
                                        << "not JSON";
        QTest::newRow("too large a number") << QByteArray("[1e400]") << "byte 5"
                                            << "too large";
        QTest::newRow("NaN") << QByteArray("[NaN]") << "byte 1"
                             << "not JSON";
        QTest::newRow("comment") << QByteArray("[1/*x*/]") << "byte 2"
                                 << "not JSON";
        QTest::newRow("trailing comma") << QByteArray("[1,]") << "byte 3"
                                        << "not JSON";
        QTest::newRow("control character") << QByteArray("[\"a\nb\"]") << "byte 3"
                                           << "not JSON";
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, where);
        QFETCH(QString, words);
        const auto document = JsonDocument::parse(json);
        QVERIFY(!document);
        QCOMPARE(document.error().kind, ErrorKind::BadPayload);
        QVERIFY2(document.error().what.contains(words), qPrintable(document.error().what));
        QCOMPARE(document.error().where, where);
    }

    void depthIsBounded()
    {
        const QByteArray fits = QByteArray(64, '[') + QByteArray(64, ']');
        QVERIFY(JsonDocument::parse(fits));
        const auto deeper = JsonDocument::parse('[' + fits + ']');
        QVERIFY(!deeper);
        QVERIFY2(deeper.error().what.contains(QLatin1StringView("64 levels")), qPrintable(deeper.error().what));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!JsonDocument::parse(QByteArray(5'000'000, '[') + QByteArray(5'000'000, ']')));
        QByteArray objects;
        for (int i = 0; i < 1'000'000; ++i) {
            objects += "{\"a\":";
        }
        QVERIFY(!JsonDocument::parse(objects));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void countIsBounded()
    {
        QByteArray list = "[0";
        for (int i = 0; i < 1'999'998; ++i) {
            list += ",0";
        }
        const auto full = JsonDocument::parse(list + ']');
        QVERIFY(full);
        QCOMPARE(full->root().size(), 1'999'999);
        const auto over = JsonDocument::parse(list + ",0]");
        QVERIFY(!over);
        QVERIFY2(over.error().what.contains(QLatin1StringView("2,000,000")), qPrintable(over.error().what));
    }

    void mutationsAreReadOrRefused()
    {
        const QByteArray seed
            = R"({"data":{"result":[{"metric":{"a":"\u00e9\ud83d\ude00"},"values":[[1.5e3,"NaN"],[18446744073709551616,"-1"]]}]},"z":[true,null,{}]})";
        QRandomGenerator random(20261121);
        int accepted = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = seed;
            for (int change = int(random.bounded(4)); change >= 0; --change) {
                const qsizetype at = random.bounded(int(bytes.size()));
                switch (random.bounded(3)) {
                case 0:
                    bytes[at] = char(random.bounded(256));
                    break;
                case 1:
                    bytes.remove(at, 1 + random.bounded(5));
                    break;
                default:
                    bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), random.bounded(12)));
                }
            }
            const auto document = JsonDocument::parse(bytes);
            if (!document) {
                QCOMPARE(document.error().kind, ErrorKind::BadPayload);
                QVERIFY(!document.error().what.isEmpty() && !document.error().where.isEmpty());
                continue;
            }
            ++accepted;
            readAll(document->root());
        }
        QVERIFY2(accepted > 500 && accepted < 19'000, qPrintable(QString::number(accepted)));
    }

    void theLastOfTwoNamesCounts()
    {
        const auto document = JsonDocument::parse(R"({"a":1,"a":2})");
        QCOMPARE(document->root()[u"a"].integer(), 2);
    }

    void valuesOutliveTheDocument()
    {
        JsonValue kept;
        QVERIFY(kept.isNull());
        QCOMPARE(kept[u"a"].at(1).stringOr(QStringLiteral("f")), QStringLiteral("f"));
        {
            const auto document = JsonDocument::parse(R"({"a":"kept"})");
            kept = document->root()[u"a"];
        }
        QCOMPARE(kept.string(), QStringLiteral("kept"));
        QCOMPARE(kept.utf8(), QByteArrayView("kept"));
    }

    void scalarsAndNulBytes()
    {
        QCOMPARE(JsonDocument::parse("\"x\"")->root().string(), QStringLiteral("x"));
        QCOMPARE(JsonDocument::parse(" 5 ")->root().integer(), 5);
        const auto document = JsonDocument::parse(R"({"a":"x\u0000y"})");
        QCOMPARE(document->root()[u"a"].string().size(), 3);
        QVERIFY(!JsonDocument::parse(QByteArray("[1]\0", 4)));
    }

private:
    static void readAll(const JsonValue &value)
    {
        (void)value.pointer();
        (void)value.string();
        (void)value.number();
        (void)value.integer();
        (void)value.boolean();
        (void)value.id();
        value.each([](const QString &, const JsonValue &child) { readAll(child); });
    }
};

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
