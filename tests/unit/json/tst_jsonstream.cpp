#include "app/json/jsonstream.h"

#include <QBuffer>
#include <QTest>

using namespace quarterdeck;

namespace {

struct Read {
    QStringList parts; ///< "pointer=text" of each.
    Result<Done> done = Done {};
};

Read read(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    Read read;
    read.done = readJsonParts(buffer, [&read](const JsonPart &part) {
        const JsonValue root = part.document.root();
        const QString shown = root.isString() ? root.string() : root.isNumber() ? QString::number(root.number()) : QString::number(root.size());
        read.parts.append(part.pointer(root) + u'=' + shown);
        return Result<Done>(Done {});
    });
    return read;
}

} // namespace

/// Long JSON objects are read piece by piece.
class TestJsonStream : public QObject {
    Q_OBJECT

private slots:
    void piecesComeInTheirOrder()
    {
        const Read all = read(
            "\xef\xbb\xbf { \"a\" : [ 1 , \"x,]}\\\"\" , [2,3] ,{}] , \"b/c\":{\"k\":[1]},\"n\" :-1.5e1,\"e\":[],\"t\":\"\\\\\" }\n");
        QVERIFY2(all.done, qPrintable(all.done ? QString() : all.done.error().what));
        QCOMPARE(all.parts, (QStringList {"/a/0=1", "/a/1=x,]}\"", "/a/2=2", "/a/3=0", "/b~1c=1", "/n=-15", "/t=\\"}));
        QVERIFY(read("{}").done && read("{}").parts.isEmpty());
    }

    // The buffer ends inside of values, texts and escapes.
    void longObjectsAreRead()
    {
        QByteArray bytes = "{\"a\":[";
        constexpr int Count = 60'000;
        for (int i = 0; i < Count; ++i) {
            bytes += (i > 0 ? ",\n" : "") + QByteArray("{\"i\":") + QByteArray::number(i) + ",\"s\":\"" + QByteArray(i % 97, 'x') + "\\\"}\"}";
        }
        bytes += "]}";
        QVERIFY(bytes.size() > 3 * 1024 * 1024);
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        int count = 0;
        const auto done = readJsonParts(buffer, [&count](const JsonPart &part) {
            const JsonValue root = part.document.root();
            const bool isRight = root[u"i"].integer() == count && part.index == count && root[u"s"].string().size() == count % 97 + 2;
            ++count;
            return isRight ? Result<Done>(Done {}) : fail(ErrorKind::Internal, QStringLiteral("wrong"), QString());
        });
        QVERIFY(done);
        QCOMPARE(count, Count);
    }

    void mistakesAreNamedByTheirByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("where");
        const auto row = [](const QByteArray &bytes, const char *where) {
            QTest::newRow(bytes.isEmpty() ? "empty" : bytes) << bytes << QString::fromLatin1(where);
        };
        row("", "byte 0");
        row("[1]", "byte 0");
        row("{\"a\":tru}", "byte 8");
        row("{\"a\":[1,{\"b\":nil}]}", "byte 14");
        row("{\"a\":[1,]}", "byte 8");
        row("{\"a\":[1 2]}", "byte 8");
        row("{\"a\":1,}", "byte 7");
        row("{\"a\" 1}", "byte 5");
        row("{a:1}", "byte 1");
        row("{\"a\":1}x", "byte 7");
        row("{\"a\":[1,2", "byte 9");
        row("{\"a\":\"x", "byte 7");
        row("{\"a\":{\"b\":1", "byte 11");
        row("{\"a\":[1}", "byte 7");
        row("{\"a\":", "byte 5");
    }
    void mistakesAreNamedByTheirByte()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, where);
        const Read all = read(bytes);
        QVERIFY(!all.done);
        QCOMPARE(all.done.error().kind, ErrorKind::BadPayload);
        QCOMPARE(all.done.error().where, where);
    }

    void theReaderMayEndIt()
    {
        QByteArray bytes = "{\"a\":[1,2,3]}";
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        int count = 0;
        const auto done = readJsonParts(buffer, [&count](const JsonPart &) {
            ++count;
            return Result<Done>(fail(ErrorKind::Cancelled, QStringLiteral("enough"), QString()));
        });
        QVERIFY(!done);
        QCOMPARE(done.error().what, QStringLiteral("enough"));
        QCOMPARE(count, 1);
    }

    void aPieceHasAnEnd()
    {
        const Read all = read("{\"a\":[\"" + QByteArray(17 * 1024 * 1024, 'x') + "\"]}");
        QVERIFY(!all.done);
        QVERIFY2(all.done.error().what.contains(u"16 MB"), qPrintable(all.done.error().what));
        QCOMPARE(all.done.error().where, QStringLiteral("byte 6"));
    }
};

QTEST_GUILESS_MAIN(TestJsonStream)
#include "tst_jsonstream.moc"
