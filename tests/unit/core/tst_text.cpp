#include "app/core/redact.h"
#include "app/core/text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace quarterdeck;

namespace {

// What must never reach a widget or terminal.
bool isForbidden(char32_t c, bool isBlock)
{
    if (isBlock && (c == u'\n' || c == u'\t')) {
        return false;
    }
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate || c == 0x2028 || c == 0x2029;
}

QString firstForbidden(const QString &text, bool isBlock)
{
    int marks = 0;
    for (const uint c : text.toUcs4()) {
        // Prepended concatenation marks and similar visible format characters are no hiding places.
        const bool isVisibleFormat = (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 || c == 0x8E2 || c == 0x110BD
            || c == 0x110CD || (c >= 0x13430 && c <= 0x13438);
        if (isForbidden(c, isBlock) && !isVisibleFormat) {
            return QStringLiteral("U+%1").arg(c, 4, 16);
        }
        const QChar::Category category = QChar::category(char32_t(c));
        marks = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ? marks + 1 : 0;
        if (marks > 4) {
            return QStringLiteral("more than four marks");
        }
    }
    return {};
}

QString randomText(QRandomGenerator &random)
{
    static const QList<char32_t> Odd {0, 7, 8, 9, 10, 13, 27, 0x5B, 0x5D, 0x5C, 0x6D, 0x3B, 0x7F, 0x85, 0x9B, 0xAD, 0x300, 0x301, 0x20DD, 0x61C,
        0x180E, 0x200B, 0x200D, 0x200E, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x206F, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFD, 0xD800,
        0xDFFF, 0xE0001, 0xE0041, 0xE007F, 0x1F600, 0x2026, 0x3C, 0x26, 0x61};
    QString out;
    const int length = random.bounded(60);
    for (int i = 0; i < length; ++i) {
        const char32_t c = random.bounded(4) == 0 ? char32_t(random.bounded(0x110000)) : Odd.at(random.bounded(int(Odd.size())));
        if (c >= 0xD800 && c < 0xE000) {
            out.append(QChar(char16_t(c)));
        } else {
            out.append(QStringView(QChar::fromUcs4(c)));
        }
    }
    return out;
}

} // namespace

class TestText : public QObject {
    Q_OBJECT

private slots:
    void nothingForbiddenSurvives()
    {
        QRandomGenerator random(20261121);
        for (int i = 0; i < 20'000; ++i) {
            const QString text = randomText(random);
            const qsizetype limit = i % 3 == 0 ? 20 : 4096;
            const QString line = text::plain(text, limit);
            const QString block = text::plainBlock(text, limit);
            const QByteArray shown = text.toUtf8().toHex(' ');
            QVERIFY2(firstForbidden(line, false).isEmpty(), qPrintable(firstForbidden(line, false) + QString::fromLatin1(shown)));
            QVERIFY2(firstForbidden(block, true).isEmpty(), qPrintable(firstForbidden(block, true) + QString::fromLatin1(shown)));
            QCOMPARE(text::plain(line, limit), line);
            QCOMPARE(text::plainBlock(block, limit), block);
            QVERIFY(line.size() <= limit + 1);
            QVERIFY(block.size() <= limit + 1);
        }
    }

    void plain_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        QTest::newRow("ordinary") << QStringLiteral("CPU über 90 % – ok 😀") << QStringLiteral("CPU über 90 % – ok 😀");
        QTest::newRow("right to left text stays") << QStringLiteral("خطأ في الخادم") << QStringLiteral("خطأ في الخادم");
        QTest::newRow("override is shown") << QString(QStringLiteral("a") + QChar(0x202E) + u'b') << QStringLiteral("a<U+202E>b");
        QTest::newRow("zero width") << QString(QStringLiteral("a") + QChar(0x200B)) << QStringLiteral("a<U+200B>");
        QTest::newRow("colour sequence") << QStringLiteral("\x1B[31mred\x1B[0m") << QStringLiteral("red");
        QTest::newRow("title sequence") << QStringLiteral("\x1B]0;evil\x07ok") << QStringLiteral("ok");
        QTest::newRow("markup is only text") << QStringLiteral("<img src='/dev/zero'>") << QStringLiteral("<img src='/dev/zero'>");
        QTest::newRow("null") << QString(QChar(0)) << QString(QChar(0x2400));
        QTest::newRow("break") << QStringLiteral("a\r\nb") << QString(QStringLiteral("a") + QChar(0x23CE) + u'b');
    }

    void plain()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        QCOMPARE(text::plain(in), out);
    }

    void cutsWithEllipsis()
    {
        QCOMPARE(text::plain(QString(30, u'a'), 10), QString(10, u'a') + QChar(0x2026));
        QCOMPARE(text::plain(QString(10, u'a'), 10), QString(10, u'a'));
        const QString pairs = QStringLiteral("😀").repeated(20);
        QVERIFY(text::plain(pairs, 11).size() <= 12);
        QVERIFY(!text::plain(pairs, 11).contains(QChar(0xFFFD)));
    }

    void tooltipAndEscapedHoldNoMarkup()
    {
        const QString hostile = QStringLiteral("<img src='/dev/zero'>&\"\n<b>");
        const QString tip = text::tooltip(hostile);
        QVERIFY(tip.startsWith(QStringLiteral("<qt>")) && tip.endsWith(QStringLiteral("</qt>")));
        QString inside = tip.mid(4, tip.size() - 9);
        QVERIFY(!inside.remove(QStringLiteral("<br/>")).contains(u'<'));
        QVERIFY(!text::escaped(hostile).contains(u'<'));
        QVERIFY(!text::escaped(hostile).contains(u'"'));
    }

    void csvCells_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        QTest::newRow("plain") << "a b"
                               << "a b";
        QTest::newRow("comma") << "a,b"
                               << "\"a,b\"";
        QTest::newRow("quote") << "a\"b"
                               << "\"a\"\"b\"";
        QTest::newRow("break") << "a\nb"
                               << "\"a\nb\"";
        QTest::newRow("formula") << "=cmd|' /C calc'!A0"
                                 << "'=cmd|' /C calc'!A0";
        QTest::newRow("plus") << "+1+1"
                              << "'+1+1";
        QTest::newRow("minus") << "-2+3"
                               << "'-2+3";
        QTest::newRow("at") << "@SUM(A1)"
                            << "'@SUM(A1)";
        QTest::newRow("tab") << "\t=1"
                             << "'\t=1";
        QTest::newRow("negative number") << "-5.5"
                                         << "-5.5";
        QTest::newRow("formula with comma") << "=A(1,2)"
                                            << "\"'=A(1,2)\"";
        QTest::newRow("empty") << ""
                               << "";
    }

    void csvCells()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        QCOMPARE(text::csvCell(in), out);
    }

    void redaction_data()
    {
        QTest::addColumn<QString>("in");
        QTest::newRow("header") << "GET /\nAuthorization: Bearer s3cr3tvalue\nHost: x";
        QTest::newRow("proxy header") << "proxy-authorization: Basic s3cr3tvalue";
        QTest::newRow("bearer") << "using bearer s3cr3tvalue now";
        QTest::newRow("url") << "https://user:s3cr3tvalue@host/path";
        QTest::newRow("parameter") << "https://host/?access_token=s3cr3tvalue&x=1";
        QTest::newRow("json") << "{\"password\": \"s3cr3tvalue\"}";
        QTest::newRow("cookie") << "Cookie: a=s3cr3tvalue";
        QTest::newRow("pagerduty") << "Authorization: Token token=s3cr3tvalue";
        QTest::newRow("genie") << "GenieKey s3cr3tvalue";
    }

    void redaction()
    {
        QFETCH(QString, in);
        const QString out = redacted(in);
        QVERIFY2(!out.contains(QStringLiteral("s3cr3tvalue")), qPrintable(out));
        QVERIFY(out.contains(QStringLiteral("***")));
    }

    void redactionKeepsTheRest()
    {
        QCOMPARE(redacted(QStringLiteral("poll of eu-am failed: 503 after 12 s")), QStringLiteral("poll of eu-am failed: 503 after 12 s"));
        QVERIFY(redacted(QStringLiteral("GET /\nAuthorization: x y z\nHost: eu")).contains(QStringLiteral("Host: eu")));
        QVERIFY(redacted(QStringLiteral("https://user:pw@host/path")).contains(QStringLiteral("@host/path")));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
