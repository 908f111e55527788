#include "app/core/nearnames.h"

#include <QTest>

using namespace quarterdeck;

class TestNearNames : public QObject {
    Q_OBJECT

private slots:
    void distance_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("distance");
        const auto row = [](const char *a, const char *b, int distance) {
            QTest::newRow(qPrintable(QStringLiteral("%1-%2").arg(QLatin1StringView(a), QLatin1StringView(b))))
                << QString::fromLatin1(a) << QString::fromLatin1(b) << distance;
        };
        row("", "", 0);
        row("", "abc", 3);
        row("abc", "", 3);
        row("same", "same", 0);
        row("Same", "sAME", 0);
        row("triggred", "triggered", 1);
        row("silnece", "silence", 1); // Two neighbours swapped are one slip.
        row("kitten", "sitting", 3);
        row("ca", "abc", 3); // Each place is edited once.
        row("alerts", "alert", 1);
    }
    void distance()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, distance);
        QCOMPARE(editDistance(a, b), distance);
        QCOMPARE(editDistance(b, a), distance);
    }
    void longWordsAreBounded()
    {
        const QString endless(1'000'000, u'a');
        QCOMPARE(editDistance(endless, QStringLiteral("a")), 63);
        QVERIFY(nearNames(endless, {QStringLiteral("alerts")}).isEmpty());
    }
    void namesTheNearOnes()
    {
        const QStringList names {QStringLiteral("alerts"), QStringLiteral("silence"), QStringLiteral("silences"), QStringLiteral("ack"),
            QStringLiteral("unsilence"), QStringLiteral("sources")};
        QCOMPARE(nearNames(u"silencs", names), (QStringList {QStringLiteral("silence"), QStringLiteral("silences")}));
        QCOMPARE(nearNames(u"alert", names), QStringList {QStringLiteral("alerts")});
        QCOMPARE(nearNames(u"SOURCE", names), QStringList {QStringLiteral("sources")});
        QCOMPARE(nearNames(u"akc", names), QStringList {QStringLiteral("ack")});
        QVERIFY(nearNames(u"dance", names).isEmpty());
        QVERIFY(nearNames(u"", names).isEmpty());
        QVERIFY(nearNames(u"x", {}).isEmpty());
        // What was begun counts, however much is missing.
        QCOMPARE(nearNames(u"uns", names), QStringList {QStringLiteral("unsilence")});
    }
    void saysIt()
    {
        QCOMPARE(didYouMean(u"triggred", {QStringLiteral("triggered"), QStringLiteral("resolved")}), QStringLiteral(" Did you mean triggered?"));
        QCOMPARE(didYouMean(u"dance", {QStringLiteral("triggered")}), QString());
        QCOMPARE(anyOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}), QStringLiteral("a, b or c"));
        QCOMPARE(anyOf({QStringLiteral("a")}), QStringLiteral("a"));
        QCOMPARE(anyOf({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestNearNames)
#include "tst_nearnames.moc"
