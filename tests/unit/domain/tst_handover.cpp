#include "app/domain/handoverdocument.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr Millis Hour {3'600'000};
const UtcTime Now {1'795'766'400'000}; // 2026-11-27T08:00:00Z
const TimeRange ThisShift {Now - Hour * 12, Now};
const TimeRange NextShift {Now, Now + Hour * 12};

Alert alertOf(const QString &id, AlertState state, Severity severity = Severity::Warning, Holds holds = {})
{
    Alert alert;
    alert.key = {QStringLiteral("am"), id};
    alert.title = id;
    alert.service = QStringLiteral("web");
    alert.state = state;
    alert.severity = severity;
    alert.startsAt = Now - Hour;
    alert.holds = std::move(holds);
    return alert;
}

Silence silenceOf(const QString &id, UtcTime end, SilenceState state = SilenceState::Active, HoldKind kind = HoldKind::Silence)
{
    Silence silence;
    silence.source = QStringLiteral("am");
    silence.id = id;
    silence.endsAt = end;
    silence.state = state;
    silence.kind = kind;
    silence.createdBy = QStringLiteral("ana");
    silence.comment = QStringLiteral("disk is *replaced*");
    return silence;
}

Incident incidentOf(const QString &title, UtcTime created, bool isResolved, bool isAcknowledged = false)
{
    Incident incident;
    incident.title = title;
    incident.created = created;
    if (isAcknowledged) {
        incident.acknowledged = created + Hour / 60;
    }
    if (isResolved) {
        incident.resolved = created + Hour / 2;
    }
    return incident;
}

QStringList idsOf(const std::vector<Alert> &alerts)
{
    QStringList ids;
    for (const Alert &alert : alerts) {
        ids.append(alert.key.id);
    }
    return ids;
}

} // namespace

/// What a shift leaves to the next one.
class TestHandover : public QObject {
    Q_OBJECT

private slots:
    void openAndAcknowledgedTheGravestFirst()
    {
        const Handover handover = handoverOf(ThisShift, NextShift,
            {alertOf(QStringLiteral("warning"), AlertState::Triggered),
                alertOf(QStringLiteral("critical"), AlertState::Triggered, Severity::Critical),
                alertOf(QStringLiteral("mine"), AlertState::Acknowledged), alertOf(QStringLiteral("over"), AlertState::Resolved),
                alertOf(QStringLiteral("quiet"), AlertState::Suppressed)},
            {}, {});
        QCOMPARE(idsOf(handover.open), QStringList({QStringLiteral("critical"), QStringLiteral("warning")}));
        QCOMPARE(idsOf(handover.acknowledged), QStringList(QStringLiteral("mine")));
        QVERIFY(handover.returning.empty());
    }

    void whatComesBackIsWhatHasNothingLongerThatKeepsItQuiet()
    {
        const UtcTime soon = Now + Hour * 3;
        const UtcTime late = Now + Hour * 30;
        const auto held = [](const QString &id) { return Holds {{HoldKind::Silence, id}}; };
        const Handover handover = handoverOf(ThisShift, NextShift,
            {alertOf(QStringLiteral("back"), AlertState::Suppressed, Severity::Warning, held(QStringLiteral("s-soon"))),
                alertOf(QStringLiteral("later"), AlertState::Suppressed, Severity::Warning, held(QStringLiteral("s-late"))),
                alertOf(QStringLiteral("twice"), AlertState::Suppressed, Severity::Warning,
                    Holds {{HoldKind::Silence, QStringLiteral("s-soon")}, {HoldKind::Silence, QStringLiteral("s-late")}}),
                alertOf(QStringLiteral("inhibited too"), AlertState::Suppressed, Severity::Warning,
                    Holds {{HoldKind::Silence, QStringLiteral("s-soon")}, {HoldKind::Inhibition, QStringLiteral("other")}}),
                alertOf(QStringLiteral("snoozed"), AlertState::Snoozed, Severity::Warning,
                    Holds {{HoldKind::Snooze, {}, QStringLiteral("ben"), Now + Hour}}),
                alertOf(QStringLiteral("acknowledged"), AlertState::Acknowledged, Severity::Warning,
                    Holds {{HoldKind::Acknowledgement, {}, QStringLiteral("cid"), Now + Hour * 2}})},
            {silenceOf(QStringLiteral("s-soon"), soon), silenceOf(QStringLiteral("s-late"), late)}, {});
        QStringList ids;
        for (const Handover::Returning &one : handover.returning) {
            ids.append(one.alert.key.id);
        }
        QCOMPARE(ids, QStringList({QStringLiteral("snoozed"), QStringLiteral("acknowledged"), QStringLiteral("back")}));
        QCOMPARE(handover.returning.back().at, soon);
        QCOMPARE(handover.returning.front().reason.by, QStringLiteral("ben"));
    }

    void silencesThatEndInTheNextShift()
    {
        const Handover handover = handoverOf(ThisShift, NextShift, {},
            {silenceOf(QStringLiteral("in it"), Now + Hour * 2), silenceOf(QStringLiteral("first"), Now + Hour),
                silenceOf(QStringLiteral("at its end"), NextShift.to), silenceOf(QStringLiteral("over"), Now - Hour, SilenceState::Expired),
                silenceOf(QStringLiteral("pending"), Now + Hour, SilenceState::Pending),
                silenceOf(QStringLiteral("ack"), Now + Hour, SilenceState::Active, HoldKind::Acknowledgement),
                silenceOf(QStringLiteral("downtime"), Now + Hour * 3, SilenceState::Active, HoldKind::Downtime)},
            {});
        QStringList ids;
        for (const Silence &silence : handover.ending) {
            ids.append(silence.id);
        }
        QCOMPARE(ids, QStringList({QStringLiteral("first"), QStringLiteral("in it"), QStringLiteral("downtime")}));
    }

    void whatWasNoisyInTheShiftAlone()
    {
        const Handover handover = handoverOf(ThisShift, NextShift, {}, {},
            {incidentOf(QStringLiteral("Flaps"), Now - Hour * 3, true), incidentOf(QStringLiteral("Flaps"), Now - Hour * 2, true, true),
                incidentOf(QStringLiteral("Flaps"), Now - Hour, true), incidentOf(QStringLiteral("Once"), Now - Hour, false),
                incidentOf(QStringLiteral("Once"), Now - Hour * 20, true), incidentOf(QStringLiteral("Twice"), Now - Hour, false, true),
                incidentOf(QStringLiteral("Twice"), Now - Hour * 2, true, true)});
        QCOMPARE(handover.incidents, 6);
        QCOMPARE(handover.resolved, 4);
        QCOMPARE(handover.noisy.size(), std::size_t(2));
        QCOMPARE(handover.noisy.front().title, QStringLiteral("Flaps"));
        QCOMPARE(handover.noisy.front().incidents, 3);
        QCOMPARE(handover.noisy.front().unattended, 2);
        QCOMPARE(handover.noisy.back().unattended, 0);
    }

    void theDocumentHasEveryPartAndNoForeignMarkup()
    {
        Alert hostile = alertOf(QStringLiteral("x"), AlertState::Triggered, Severity::Critical);
        hostile.title = QStringLiteral("# [a](b) <b>\n- c");
        const QString document = handoverDocument(handoverOf(ThisShift, NextShift, {hostile}, {silenceOf(QStringLiteral("s"), Now + Hour)}, {}), {},
            {QStringLiteral("am is not up to date")});
        for (const char *part :
            {"# Hand-over of 2026-11-27 08:00 UTC", "Shift from 2026-11-26 20:00 to 2026-11-27 08:00; the next one to 2026-11-27 20:00.",
                "**Something may be missing:**\n\n- am is not up to date", "## On call in the next shift (0)\n\nNone.",
                "## Open, nobody is at them (1)\n\n- critical **\\# \\[a\\](b) \\<b\\> - c** (web), since 2026-11-27 07:00",
                "## Acknowledged, not resolved (0)\n\nNone.", "## Back in the next shift (0)\n\nNone.", "(1)\n\n- 2026-11-27 09:00 silence of",
                "by ana: disk is \\*replaced\\*", "## What was noisy (0)\n\nNone."}) {
            QVERIFY2(document.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + u'\n' + document));
        }
    }
};

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
