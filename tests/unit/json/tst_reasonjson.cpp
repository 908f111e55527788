#include "app/json/reasonjson.h"

#include <QTest>

using namespace quarterdeck;

class TestReasonJson : public QObject {
    Q_OBJECT

private slots:
    void namesRoundTrip()
    {
        for (int i = 0; i <= int(ReasonCode::InMaintenance); ++i) {
            QCOMPARE(reasonCodeFromName(QString(reasonCodeName(ReasonCode(i)))), ReasonCode(i));
        }
        QCOMPARE(reasonCodeFromName(u"of-tomorrow"), std::nullopt);
        // Databases and programs rely on these.
        QCOMPARE(reasonCodeName(ReasonCode::FiresAgain), QLatin1StringView("fires-again"));
        QCOMPARE(reasonCodeName(ReasonCode::NotArrived), QLatin1StringView("not-arrived"));
        QCOMPARE(reasonCodeName(ReasonCode::SentAgain), QLatin1StringView("sent-again"));
    }

    void everythingRoundTrips()
    {
        const UtcTime at {1'795'255'200'123};
        const Reason last = Reason {ReasonCode::InDoubt}.with(reasonpart::Text, QStringLiteral("a \"b\" \\ %1 \n c"));
        const Reason whole = Reason {ReasonCode::ExpiredTried}
                                 .with(reasonpart::Before, at)
                                 .with(reasonpart::By, QStringLiteral("ana"))
                                 .with(reasonpart::Answered, 0)
                                 .with(reasonpart::Last, last);
        for (const Reason &reason : {whole, last, Reason {ReasonCode::Gone}, Reason {}}) {
            QCOMPARE(decodeReason(QString::fromUtf8(encodeReason(reason))), reason);
        }
        QCOMPARE(encodeReason(Reason {ReasonCode::Gone}.with(reasonpart::Seen, at)),
            QByteArray(R"({"code":"gone","args":{"seen":"2026-11-21T10:00:00.123Z"}})"));
        QCOMPARE(encodeReason({}), QByteArray());
        JsonWriter json;
        writeReason(json, {});
        QCOMPARE(json.take(), QByteArray("null"));
    }

    void whatSaysNothingIsLeftOut()
    {
        const Reason bare {ReasonCode::Gone};
        QCOMPARE(bare.with(reasonpart::Seen, UtcTime {}).with(reasonpart::By, QString()).with(reasonpart::Last, Reason {}), bare);
        QVERIFY(Reason::said({}).isEmpty());
    }

    void whatIsNotUnderstoodIsShown()
    {
        QCOMPARE(decodeReason(QStringLiteral("no JSON at all")), Reason::said(QStringLiteral("no JSON at all")));
        QCOMPARE(decodeReason(QStringLiteral("[1]")), Reason::said(QStringLiteral("[1]")));
        QCOMPARE(decodeReason(QStringLiteral(R"({"code":"of-tomorrow","args":{"x":1}})")), Reason::said(QStringLiteral("of-tomorrow")));
        QCOMPARE(decodeReason(QStringLiteral(R"({"code":"gone","args":{"seen":"noon","by":["x"],"members":1e99}})")).code, ReasonCode::Gone);
        QVERIFY(!decodeReason(QStringLiteral(R"({"code":"gone","args":{"seen":"noon"}})")).time(reasonpart::Seen).isValid());
        QCOMPARE(decodeReason(QStringLiteral(R"({"code":"gone","args":7})")), Reason {ReasonCode::Gone});
    }

    void aReasonWithinAReasonEnds()
    {
        QString deep = QStringLiteral("null");
        for (int i = 0; i < 20; ++i) {
            deep = QStringLiteral(R"({"code":"not-arrived","args":{"last":%1}})").arg(deep);
        }
        Reason reason = decodeReason(deep);
        int depth = 0;
        for (; !reason.isEmpty(); ++depth) {
            reason = reason.args.value(reasonpart::Last).value<Reason>();
        }
        QVERIFY2(depth > 1 && depth < 10, qPrintable(QString::number(depth)));
    }
};

QTEST_GUILESS_MAIN(TestReasonJson)
#include "tst_reasonjson.moc"
