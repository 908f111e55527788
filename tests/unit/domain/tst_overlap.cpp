#include "app/domain/overlap.h"

#include <QTest>

using namespace quarterdeck;

namespace {

AlertAction wish(Verb verb, const QString &alert = QStringLiteral("a"))
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    action.source = QStringLiteral("am");
    action.alert = {action.source, alert};
    action.matchers = {{QStringLiteral("alertname"), alert, false, true}};
    action.duration = Millis(3'600'000);
    action.author = QStringLiteral("ana");
    return action;
}

AlertAction onSilence(Verb verb, const QString &silence)
{
    AlertAction action = wish(verb);
    action.silenceId = silence;
    return action;
}

} // namespace

class TestOverlap : public QObject {
    Q_OBJECT

private slots:
    void whatUndoesWhat_data()
    {
        QTest::addColumn<int>("newer");
        QTest::addColumn<int>("older");
        QTest::addColumn<int>("overlap");
        const auto row = [](Verb newer, Verb older, Overlap overlap) {
            QTest::addRow("%s after %s", verbName(newer).data(), verbName(older).data()) << int(newer) << int(older) << int(overlap);
        };
        row(Verb::Unacknowledge, Verb::Acknowledge, Overlap::Undoes);
        row(Verb::Unacknowledge, Verb::Snooze, Overlap::Undoes);
        row(Verb::Acknowledge, Verb::Unacknowledge, Overlap::Undoes);
        row(Verb::Resolve, Verb::Acknowledge, Overlap::Undoes);
        row(Verb::ExpireSilence, Verb::Silence, Overlap::Undoes);
        row(Verb::ExpireSilence, Verb::Maintain, Overlap::Undoes);
        row(Verb::ExpireSilence, Verb::ExtendSilence, Overlap::Undoes);
        row(Verb::ExtendSilence, Verb::ExpireSilence, Overlap::Undoes);
        row(Verb::Acknowledge, Verb::Acknowledge, Overlap::Same);
        row(Verb::Note, Verb::Note, Overlap::None);
        row(Verb::ExtendSilence, Verb::Silence, Overlap::None);
        row(Verb::Silence, Verb::Acknowledge, Overlap::None);
        row(Verb::Escalate, Verb::Acknowledge, Overlap::None);
        row(Verb::Acknowledge, Verb::Resolve, Overlap::None);
    }
    void whatUndoesWhat()
    {
        QFETCH(int, newer);
        QFETCH(int, older);
        QFETCH(int, overlap);
        QCOMPARE(int(overlapOf(wish(Verb(newer)), wish(Verb(older)))), overlap);
        // About something else it means nothing.
        QCOMPARE(overlapOf(wish(Verb(newer)), wish(Verb(older), QStringLiteral("b"))), Overlap::None);
        AlertAction elsewhere = wish(Verb(older));
        elsewhere.source = QStringLiteral("other");
        QCOMPARE(overlapOf(wish(Verb(newer)), elsewhere), Overlap::None);
        QVERIFY(Overlap(overlap) == Overlap::None || overlapKey(wish(Verb(newer))) == overlapKey(wish(Verb(older))));
    }

    void whatDiffersTakesThePlace()
    {
        AlertAction longer = wish(Verb::Acknowledge);
        longer.duration = Millis(7'200'000);
        QCOMPARE(overlapOf(longer, wish(Verb::Acknowledge)), Overlap::Replaces);
        AlertAction firesAgain = wish(Verb::Acknowledge);
        firesAgain.expectedStart = {1};
        QCOMPARE(overlapOf(firesAgain, wish(Verb::Acknowledge)), Overlap::Replaces);
        // Whoever else asks for it: the end of one silence is the end of it.
        AlertAction byBen = onSilence(Verb::ExpireSilence, QStringLiteral("s"));
        byBen.author = QStringLiteral("ben");
        QCOMPARE(overlapOf(byBen, onSilence(Verb::ExpireSilence, QStringLiteral("s"))), Overlap::Same);
        QCOMPARE(overlapOf(byBen, onSilence(Verb::ExpireSilence, QStringLiteral("t"))), Overlap::None);
        // Two people are both called.
        AlertAction one = wish(Verb::AddResponder);
        AlertAction other = one;
        other.people = {QStringLiteral("ben")};
        QCOMPARE(overlapOf(other, one), Overlap::None);
    }

    // Other matchers about one alert are another silence.
    void silencesGoByTheirMatchers()
    {
        AlertAction broad = wish(Verb::Silence);
        broad.matchers = {{QStringLiteral("service"), QStringLiteral("db"), false, true}, {QStringLiteral("env"), QStringLiteral("eu"), false, true}};
        QCOMPARE(overlapOf(broad, wish(Verb::Silence)), Overlap::None);
        AlertAction turned = broad;
        std::swap(turned.matchers[0], turned.matchers[1]);
        turned.alert = {};
        QCOMPARE(overlapOf(turned, broad), Overlap::Same);
    }

    void whatIsMadeIsKnownToThoseBehind()
    {
        QVERIFY(isAboutMade(wish(Verb::Unacknowledge), wish(Verb::Acknowledge)));
        QVERIFY(isAboutMade(wish(Verb::ExpireSilence), wish(Verb::Silence)));
        QVERIFY(isAboutMade(wish(Verb::ExtendSilence), wish(Verb::Silence)));
        QVERIFY(!isAboutMade(wish(Verb::ExpireSilence), wish(Verb::Acknowledge)));
        QVERIFY(!isAboutMade(onSilence(Verb::Unacknowledge, QStringLiteral("s")), wish(Verb::Acknowledge)));
        QVERIFY(!isAboutMade(wish(Verb::Unacknowledge, QStringLiteral("b")), wish(Verb::Acknowledge)));
        // A silence that was extended may be another one.
        QVERIFY(isAboutMade(onSilence(Verb::ExpireSilence, QStringLiteral("s")), onSilence(Verb::ExtendSilence, QStringLiteral("s"))));
        QVERIFY(!isAboutMade(onSilence(Verb::ExpireSilence, QStringLiteral("t")), onSilence(Verb::ExtendSilence, QStringLiteral("s"))));
    }
};

QTEST_GUILESS_MAIN(TestOverlap)
#include "tst_overlap.moc"
