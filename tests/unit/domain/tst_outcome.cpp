#include "app/domain/outcome.h"

#include <QTest>

using namespace quarterdeck;

namespace {

QString told(const Outcome &outcome)
{
    static const QStringList Hindrances {QStringLiteral(" target"), QStringLiteral(" source"), QStringLiteral(" access")};
    return QString(outcomeName(outcome.is)) + (outcome.is == Outcome::Is::NotSent ? Hindrances.at(int(outcome.hindrance)) : QString());
}

} // namespace

/// What an error says of an attempt to change the world: whether it may be tried again hangs on nothing else.
class TestOutcome : public QObject {
    Q_OBJECT

private slots:
    void errorsBecomeOutcomes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("unsent");
        QTest::addColumn<QString>("answered");
        const auto row = [](ErrorKind kind, const char *unsent, const char *answered) {
            QTest::newRow(errorKindName(kind).data()) << int(kind) << QString::fromLatin1(unsent) << QString::fromLatin1(answered);
        };
        row(ErrorKind::Offline, "not-sent source", "not-sent source");
        row(ErrorKind::Timeout, "not-sent source", "not-sent source");
        row(ErrorKind::Tls, "not-sent source", "not-sent source");
        row(ErrorKind::Storage, "not-sent source", "not-sent source");
        row(ErrorKind::RateLimited, "not-sent access", "not-sent access");
        row(ErrorKind::Unauthorized, "not-sent access", "not-sent access");
        row(ErrorKind::Forbidden, "not-sent source", "refused");
        row(ErrorKind::NotFound, "not-sent target", "refused");
        row(ErrorKind::Rejected, "refused", "refused");
        row(ErrorKind::Malformed, "refused", "refused");
        row(ErrorKind::Usage, "refused", "refused");
        row(ErrorKind::Unsupported, "refused", "refused");
        row(ErrorKind::Conflict, "conflict", "conflict");
        row(ErrorKind::Server, "not-sent source", "unknown");
        row(ErrorKind::Settling, "not-sent source", "unknown");
        row(ErrorKind::BadPayload, "not-sent source", "unknown");
        row(ErrorKind::TooLarge, "not-sent source", "unknown");
        row(ErrorKind::Internal, "not-sent source", "unknown");
    }
    void errorsBecomeOutcomes()
    {
        QFETCH(int, kind);
        QFETCH(QString, unsent);
        QFETCH(QString, answered);
        Error error {ErrorKind(kind), QStringLiteral("words"), {}, 0, Millis(7'000)};
        error.sent = Sent::No;
        QCOMPARE(told(outcomeOf(error)), unsent);
        QCOMPARE(outcomeOf(error).reason, Reason::said(QStringLiteral("words")));
        QCOMPARE(outcomeOf(error).retryAfter, error.retryAfter);
        error.sent = Sent::Yes;
        QCOMPARE(told(outcomeOf(error)), answered);
        // Whatever else it says, what may have gone out is never sent again blindly.
        error.sent = Sent::Maybe;
        QCOMPARE(told(outcomeOf(error)), QStringLiteral("unknown"));
        QCOMPARE(outcomeOf(error).retryAfter, error.retryAfter);
    }

    void anAnswerThatLeavesItOpenIsSaidToBeOne()
    {
        Error error {ErrorKind::Timeout, QStringLiteral("bad gateway"), {}, 502, std::nullopt};
        error.sent = Sent::Maybe;
        QCOMPARE(outcomeOf(error).reason, Reason {ReasonCode::InDoubt}.with(reasonpart::Text, QStringLiteral("bad gateway")));
        error.httpStatus = 0;
        QCOMPARE(outcomeOf(error).reason, Reason::said(QStringLiteral("bad gateway")));
        error.httpStatus = 502;
        error.what.clear();
        QVERIFY(outcomeOf(error).reason.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
