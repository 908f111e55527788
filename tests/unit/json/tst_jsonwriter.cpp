#include "app/json/jsonreader.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace quarterdeck;

/// Whatever is written is valid JSON and reads back as what it was.
class TestJsonWriter : public QObject {
    Q_OBJECT

private slots:
    void writesEveryKind()
    {
        JsonWriter writer;
        writer.beginObject().key(u"a").beginArray().value(1).value(qint64(-9007199254740993LL)).value(true).null().value("x").endArray();
        writer.key(u"o").beginObject().endObject().key(u"d").value(0.1).key(u"n").value(std::nan("")).endObject();
        QCOMPARE(writer.take(), QByteArray(R"({"a":[1,-9007199254740993,true,null,"x"],"o":{},"d":0.1,"n":null})"));
        QCOMPARE(writer.beginArray().endArray().take(), QByteArray("[]"));
    }

    void indents()
    {
        JsonWriter writer(2);
        writer.beginObject().key(u"a").beginArray().value(1).value("{[,:\"\\").endArray().key(u"e").beginArray().endArray().endObject();
        QCOMPARE(writer.take(), QByteArray("{\n  \"a\": [\n    1,\n    \"{[,:\\\"\\\\\"\n  ],\n  \"e\": []\n}\n"));
    }

    /// What is drained piece by piece is the same text.
    void drains()
    {
        const auto write = [](JsonWriter &writer, const std::function<void()> &between) {
            writer.beginObject().key(u"list").beginArray();
            for (int i = 0; i < 3; ++i) {
                writer.beginObject().key(u"n").value(i).endObject();
                between();
            }
            writer.endArray().key(u"none").beginObject().endObject().endObject();
        };
        JsonWriter whole(2);
        write(whole, [] {});
        JsonWriter drained(2);
        QByteArray pieces;
        write(drained, [&] {
            pieces += drained.drain();
            QCOMPARE(drained.size(), qsizetype(0));
        });
        QCOMPARE(pieces + drained.take(), whole.take());
    }

    void textReadsBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QString controls;
        for (char16_t c = 0; c < 0x20; ++c) {
            controls += QChar(c);
        }
        QTest::newRow("controls") << controls << controls;
        QTest::newRow("marks") << QStringLiteral("\"\\/</script>\x7f") << QStringLiteral("\"\\/</script>\x7f");
        QTest::newRow("separators") << QStringLiteral("\u2028\u2029\ufeff") << QStringLiteral("\u2028\u2029\ufeff");
        QTest::newRow("astral") << QString::fromUtf8("\xf0\x9f\x98\x80") << QString::fromUtf8("\xf0\x9f\x98\x80");
        QTest::newRow("high alone") << QString(QChar(0xD800)) + u'x' << QString(QChar(0xFFFD)) + u'x';
        QTest::newRow("low alone") << u'x' + QString(QChar(0xDC00)) << u'x' + QString(QChar(0xFFFD));
        QTest::newRow("swapped") << QString(QChar(0xDC00)) + QChar(0xD800) << QString(2, QChar(0xFFFD));
    }
    void textReadsBack()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const QByteArray json = JsonWriter().beginObject().key(text).value(text).endObject().take();
        const auto document = JsonDocument::parse(json);
        QVERIFY2(document, json.constData());
        QCOMPARE(document->root()[expected].string(), expected);
    }

    void numbersReadBack_data()
    {
        QTest::addColumn<double>("number");
        for (double number : {0.0, -0.5, 1e300, 5e-324, 123456789.125, 1e6, 0.1 + 0.2, std::numeric_limits<double>::max()}) {
            QTest::addRow("%.17g", number) << number;
        }
    }
    void numbersReadBack()
    {
        QFETCH(double, number);
        const QByteArray json = JsonWriter().beginArray().value(number).endArray().take();
        const auto document = JsonDocument::parse(json);
        QVERIFY2(document, json.constData());
        QVERIFY(document->root().at(0).number() == number);
    }
};

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
