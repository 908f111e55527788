#include "app/domain/silence.h"
#include "app/sources/icinga2/traces.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::icinga2;

namespace {

constexpr UtcTime Now {1'795'240'000'000};

AlertAction acknowledgement()
{
    AlertAction action;
    action.id = QUuid(QStringLiteral("11111111-2222-4333-8444-555555555555"));
    action.verb = Verb::Acknowledge;
    action.source = QStringLiteral("icinga");
    action.alert = {QStringLiteral("icinga"), QStringLiteral("web!http")};
    return action;
}

/// A list of comments that has the one of the action, and a list of problems in which the service is not acknowledged.
Present listedBetween(const AlertAction &action, UtcTime enteredAt)
{
    Alert alert;
    alert.key = action.alert;
    alert.state = AlertState::Triggered;
    Comment comment;
    comment.name = QStringLiteral("web!http!c1");
    comment.ref = ObjectRef::fromId(u"web!http");
    comment.text = QStringLiteral("on it ") + silenceMarker(action.id);
    comment.enteredAt = enteredAt;
    comment.isAcknowledgement = true;
    Present present;
    present.snapshot.alerts = {alert};
    present.acknowledgements = {comment};
    present.hasComments = true;
    return present;
}

} // namespace

class TestIcinga2Traces : public QObject {
    Q_OBJECT

private slots:
    void whatLandedBetweenTwoListsIsOpen_data()
    {
        QTest::addColumn<int>("secondsBefore");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("just now") << 0 << true;
        QTest::newRow("seconds ago") << 9 << true;
        QTest::newRow("by a clock that is ahead") << -9 << true;
        QTest::newRow("a while ago: it has ended since") << 60 << false;
    }
    void whatLandedBetweenTwoListsIsOpen()
    {
        QFETCH(const int, secondsBefore);
        QFETCH(const bool, isOpen);
        const AlertAction action = acknowledgement();
        const auto trace = traceOf(action, listedBetween(action, {Now.ms - secondsBefore * 1000}), Now);
        QVERIFY(trace);
        QCOMPARE(trace->is, isOpen ? Outcome::Is::Unknown : Outcome::Is::Conflict);
        QCOMPARE(trace->reason.code, isOpen ? ReasonCode::InDoubt : ReasonCode::TookEffectEnded);
    }
    void whatAnotherHoldsIsNotOurs()
    {
        const AlertAction action = acknowledgement();
        Present present = listedBetween(action, Now);
        Hold hold;
        hold.kind = HoldKind::Acknowledgement;
        hold.id = QStringLiteral("web!http!c2");
        present.snapshot.alerts[0].state = AlertState::Acknowledged;
        present.snapshot.alerts[0].holds = {hold};
        const auto trace = traceOf(action, present, Now);
        QVERIFY(trace);
        QCOMPARE(trace->is, Outcome::Is::Conflict);
    }
    void whatEveryListHasIsDone()
    {
        const AlertAction action = acknowledgement();
        Present present = listedBetween(action, Now);
        Hold hold;
        hold.kind = HoldKind::Acknowledgement;
        hold.id = present.acknowledgements[0].name;
        present.snapshot.alerts[0].state = AlertState::Acknowledged;
        present.snapshot.alerts[0].holds = {hold};
        const auto trace = traceOf(action, present, Now);
        QVERIFY(trace);
        QCOMPARE(trace->is, Outcome::Is::Done);
    }
};

QTEST_APPLESS_MAIN(TestIcinga2Traces)
#include "tst_icinga2traces.moc"
