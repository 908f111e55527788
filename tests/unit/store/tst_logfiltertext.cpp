#include "app/store/logfilter.h"

#include <QTest>

using namespace quarterdeck;

// What a text of a search finds in bytes is what it finds in text.
class TestLogFilterText : public QObject {
    Q_OBJECT

private slots:
    void bytesTellTheSameAsText_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("the same") << QStringLiteral("pool") << QByteArray("connection pool exhausted") << true;
        QTest::newRow("at the start") << QStringLiteral("conn") << QByteArray("connection") << true;
        QTest::newRow("at the end") << QStringLiteral("tion") << QByteArray("connection") << true;
        QTest::newRow("whole") << QStringLiteral("a") << QByteArray("a") << true;
        QTest::newRow("other case in the line") << QStringLiteral("error") << QByteArray("an ERROR Occurred") << true;
        QTest::newRow("other case in the search") << QStringLiteral("ERROR") << QByteArray("an error") << true;
        QTest::newRow("absent") << QStringLiteral("zz") << QByteArray("z z Z") << false;
        QTest::newRow("longer than the line") << QStringLiteral("errors") << QByteArray("error") << false;
        QTest::newRow("an empty line") << QStringLiteral("x") << QByteArray() << false;
        QTest::newRow("an empty search") << QString() << QByteArray("x") << true;
        QTest::newRow("marks beside letters") << QStringLiteral("[a") << QByteArray("{a") << false;
        QTest::newRow("marks before letters") << QStringLiteral("@") << QByteArray("`") << false;
        QTest::newRow("behind a zero") << QStringLiteral("after") << QByteArray("before\0after", 12) << true;
        QTest::newRow("ASCII in other text") << QStringLiteral("disk") << QByteArray("Gerät: DISK voll") << true;
        QTest::newRow("other text in other text") << QStringLiteral("GERÄT") << QByteArray("Gerät voll") << true;
        QTest::newRow("other text in ASCII") << QStringLiteral("ä") << QByteArray("a") << false;
        QTest::newRow("Kelvin in the line") << QStringLiteral("k") << QByteArray("300 \xE2\x84\xAA") << true;
        QTest::newRow("Kelvin in the search") << QString(QChar(0x212A)) << QByteArray("300 k") << true;
        QTest::newRow("no UTF-8") << QStringLiteral("end") << QByteArray("\xFF\xFE end") << true;
    }
    void bytesTellTheSameAsText()
    {
        QFETCH(QString, wanted);
        QFETCH(QByteArray, line);
        QFETCH(bool, isFound);
        LogQuery query;
        query.text = wanted;
        const LogFilter filter(query);
        QCOMPARE(QString::fromUtf8(line).contains(wanted, Qt::CaseInsensitive), isFound);
        QCOMPARE(filter.matchesText(line), isFound);
        QCOMPARE(LogFilter::unpacked(filter.packed()).matchesText(line), isFound);
    }
    void everyByteIsComparedAsText()
    {
        for (int wanted = 1; wanted < 0x80; ++wanted) {
            LogQuery query;
            query.text = QString(QChar(char16_t(wanted)));
            const LogFilter filter(query);
            for (int byte = 0; byte < 0x80; ++byte) {
                const QByteArray line(1, char(byte));
                QCOMPARE(filter.matchesText(line), QString::fromUtf8(line).contains(query.text, Qt::CaseInsensitive));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLogFilterText)
#include "tst_logfiltertext.moc"
