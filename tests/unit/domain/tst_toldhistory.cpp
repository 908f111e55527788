#include "app/domain/toldhistory.h"

#include <QTest>

using namespace quarterdeck;

namespace {

using Kind = HistoryEvent::Kind;

const AlertKey Key {QStringLiteral("pd"), QStringLiteral("Q1")};
const UtcTime Begin {1'700'000'000'000};

HistoryEvent eventAt(int second, Kind kind, const QString &who = {}, const QString &detail = {})
{
    HistoryEvent event;
    event.alert = Key;
    event.kind = kind;
    event.at = Begin + Millis(second * 1000LL);
    event.who = who;
    event.detail = detail;
    return event;
}

HistoryEvent action(int second, Kind kind, Verb verb, const QString &comment = {})
{
    HistoryEvent event = eventAt(second, kind, QStringLiteral("ana"), comment);
    event.verb = verb;
    return event;
}

QStringList namesOf(const std::vector<HistoryEvent> &story)
{
    QStringList names;
    for (const HistoryEvent &event : story) {
        names.append(QStringLiteral("%1 %2 %3").arg((event.at - Begin).count() / 1000).arg(historyKindName(event.kind), event.who).trimmed());
    }
    return names;
}

} // namespace

/// What a poll saw and what the source tells, as one story.
class TestToldHistory : public QObject {
    Q_OBJECT

private slots:
    void aSourceThatTellsNothingChangesNothing()
    {
        const std::vector<HistoryEvent> seen {eventAt(0, Kind::Fired), eventAt(30, Kind::StateChanged, {}, QStringLiteral("acknowledged"))};
        QCOMPARE(oneStory(seen, {}), seen);
    }

    void whatBothSayIsToldOnce()
    {
        const std::vector<HistoryEvent> seen {eventAt(0, Kind::Fired), eventAt(150, Kind::StateChanged, {}, QStringLiteral("acknowledged")),
            eventAt(2'400, Kind::StateChanged, {}, QStringLiteral("triggered")), eventAt(4'000, Kind::Resolved)};
        const std::vector<HistoryEvent> told {eventAt(3'990, Kind::Resolved, QStringLiteral("Ben")), eventAt(1, Kind::Fired),
            eventAt(2, Kind::Notified, QStringLiteral("Ana"), QStringLiteral("sms")), eventAt(125, Kind::Acknowledged, QStringLiteral("Ana")),
            eventAt(2'385, Kind::Unacknowledged)};
        QCOMPARE(namesOf(oneStory(seen, told)),
            (QStringList {"0 fired", "2 notified Ana", "125 acknowledged Ana", "2385 unacknowledged", "3990 resolved Ben"}));
    }

    // Neither order of the two readings shows anything twice, nor does a clock that is a little ahead.
    void aClockAheadTellsItOnceToo()
    {
        const std::vector<HistoryEvent> seen {eventAt(0, Kind::Fired), eventAt(100, Kind::StateChanged, {}, QStringLiteral("acknowledged"))};
        QCOMPARE(namesOf(oneStory(seen, {eventAt(130, Kind::Acknowledged, QStringLiteral("Ana")), eventAt(145, Kind::Unacknowledged)})),
            (QStringList {"0 fired", "130 acknowledged Ana", "145 unacknowledged"}));
    }

    void aSnoozeOfOursIsToldOnce()
    {
        HistoryEvent confirmed = action(4, Kind::ActionConfirmed, Verb::Snooze);
        confirmed.reason = Reason {ReasonCode::Snoozed}.with(reasonpart::Until, Begin + Millis(3'600'000));
        const std::vector<HistoryEvent> seen {eventAt(0, Kind::Fired), action(2, Kind::ActionQueued, Verb::Snooze), confirmed};
        QCOMPARE(namesOf(oneStory(seen, {eventAt(3, Kind::Snoozed, QStringLiteral("Ana"))})),
            (QStringList {"0 fired", "2 action-queued ana", "3 snoozed Ana"}));
    }

    void whatIsNotToldYetStays()
    {
        const std::vector<HistoryEvent> seen {eventAt(0, Kind::Fired), eventAt(100, Kind::StateChanged, {}, QStringLiteral("acknowledged")),
            eventAt(700, Kind::StateChanged, {}, QStringLiteral("suppressed:silence")), eventAt(900, Kind::Resolved)};
        QCOMPARE(namesOf(oneStory(seen, {eventAt(90, Kind::Acknowledged, QStringLiteral("Ana"))})),
            (QStringList {"0 fired", "90 acknowledged Ana", "700 state-changed", "900 resolved"}));
    }

    void whatWeDidIsToldByTheSource()
    {
        HistoryEvent doubtful = action(500, Kind::ActionConfirmed, Verb::Resolve);
        doubtful.reason = Reason {ReasonCode::LandedBefore};
        const std::vector<HistoryEvent> seen {eventAt(0, Kind::Fired), action(60, Kind::ActionQueued, Verb::Acknowledge, QStringLiteral("on it")),
            action(62, Kind::ActionConfirmed, Verb::Acknowledge), action(70, Kind::ActionConfirmed, Verb::SetPriority), doubtful};
        const std::vector<HistoryEvent> told {eventAt(61, Kind::Acknowledged, QStringLiteral("Ana Alvarez")),
            eventAt(61, Kind::SourceNote, QStringLiteral("Ana Alvarez"), QStringLiteral("on it")),
            eventAt(65, Kind::SourceNote, QStringLiteral("Ben"), QStringLiteral("me too")),
            eventAt(499, Kind::Resolved, QStringLiteral("Ana Alvarez"))};
        QCOMPARE(namesOf(oneStory(seen, told)),
            (QStringList {"0 fired", "60 action-queued ana", "61 acknowledged Ana Alvarez", "65 source-note Ben", "70 action-confirmed ana",
                "499 resolved Ana Alvarez", "500 action-confirmed ana"}));
    }

    void anotherBeginIsNoEcho()
    {
        const std::vector<HistoryEvent> seen {eventAt(0, Kind::Fired)};
        QCOMPARE(namesOf(oneStory(seen, {eventAt(0, Kind::Fired), eventAt(50, Kind::Resolved), eventAt(80, Kind::Fired, QStringLiteral("Ben"))})),
            (QStringList {"0 fired", "50 resolved", "80 fired Ben"}));
    }

    void whatIsNotReadYetIsSaid()
    {
        const UtcTime now = Begin + Millis(7'200'000);
        const auto namesWith = [now](std::vector<HistoryEvent> story, UtcTime readTo) {
            noteUnread(story, Key, {QStringLiteral("x"), readTo}, now);
            return namesOf(story);
        };
        const std::vector<HistoryEvent> open {eventAt(0, Kind::Fired), eventAt(900, Kind::Told)};
        QCOMPARE(namesWith(open, now - Millis(60'000)), (QStringList {"0 fired", "900 told"}));
        QCOMPARE(namesWith(open, Begin + Millis(600'000)), (QStringList {"0 fired", "600 unread", "900 told"}));
        QCOMPARE(namesWith(open, {}), (QStringList {"0 fired", "0 unread", "900 told"}));
        const std::vector<HistoryEvent> over {eventAt(0, Kind::Fired), eventAt(900, Kind::Resolved)};
        QCOMPARE(namesWith(over, Begin + Millis(1'000'000)), (QStringList {"0 fired", "900 resolved"}));
        QCOMPARE(namesWith(over, Begin + Millis(600'000)), (QStringList {"0 fired", "600 unread", "900 resolved"}));
        QCOMPARE(namesWith({}, {}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestToldHistory)
#include "tst_toldhistory.moc"
