#include "app/domain/quiet.h"

#include <QTest>

using namespace quarterdeck;

namespace {

Alert alertOf(AlertState state)
{
    Alert alert;
    alert.key = {QStringLiteral("am"), QStringLiteral("f1")};
    alert.title = QStringLiteral("Disk");
    alert.state = state;
    return alert;
}

Silence silenceOf(const char *id, const char *by, const char *comment)
{
    Silence silence;
    silence.source = QStringLiteral("am");
    silence.id = QString::fromLatin1(id);
    silence.createdBy = QString::fromLatin1(by);
    silence.comment = QString::fromLatin1(comment);
    silence.kind = isAcknowledgement(silence.comment) ? HoldKind::Acknowledgement : HoldKind::Silence;
    silence.startsAt = UtcTime {1'799'990'000'000};
    silence.endsAt = UtcTime {1'800'000'000'000};
    silence.matchers = {Matcher {QStringLiteral("job"), QStringLiteral("db"), false, true}};
    return silence;
}

} // namespace

class TestQuiet : public QObject {
    Q_OBJECT

private slots:
    void everyKindSaysWhoUntilWhenAndWhy()
    {
        const Silence deploy = silenceOf("s1", "bo", "deploy night [qd:123456789abc]");
        const Silence ack = silenceOf("s2", "ana", "ACK! looking [qd:123456789abc]");
        Alert down = alertOf(AlertState::Triggered);
        down.key.id = QStringLiteral("f9");
        down.title = QStringLiteral("NodeDown");
        down.summary = QStringLiteral("node 3 is gone");
        QuietSources known;
        known.silence = [&](const SourceId &source, const QString &id) {
            return source != QLatin1StringView("am") ? nullptr : id == deploy.id ? &deploy : id == ack.id ? &ack : nullptr;
        };
        known.alert = [&](const AlertKey &key) { return key == down.key ? &down : nullptr; };

        Alert alert = alertOf(AlertState::Acknowledged);
        alert.holds.add({HoldKind::TimeInterval, QStringLiteral("nights"), {}, {}, QStringLiteral("mail")});
        alert.holds.set(HoldKind::Silence, {deploy.id});
        alert.holds.add({HoldKind::Acknowledgement, ack.id});
        alert.holds.set(HoldKind::Inhibition, {QStringLiteral("f9"), QStringLiteral("gone")});
        alert.holds.add({HoldKind::TimeInterval, QStringLiteral("offhours-dach")});
        const QString matchers = QStringLiteral("{job=\"db\"}");
        const std::vector<QuietReason> expected {
            {{HoldKind::Acknowledgement, ack.id, QStringLiteral("ana"), ack.endsAt}, matchers, QStringLiteral("looking"), ack.startsAt},
            {{HoldKind::Silence, deploy.id, QStringLiteral("bo"), deploy.endsAt}, matchers, QStringLiteral("deploy night"), deploy.startsAt},
            {{HoldKind::Inhibition, QStringLiteral("f9")}, down.title, down.summary},
            {{HoldKind::Inhibition, QStringLiteral("gone")}},
            {{HoldKind::TimeInterval, {}, {}, {}, QStringLiteral("mail")}, QStringLiteral("nights")},
            {{HoldKind::TimeInterval, {}}, QStringLiteral("offhours-dach")},
        };
        QCOMPARE(quietReasons(alert, known), expected);
        // The same ids at another source are other silences and alerts.
        alert.key.source = QStringLiteral("other");
        QCOMPARE(quietReasons(alert, known)[0].by, QString());
        alert.state = AlertState::Resolved;
        QVERIFY(quietReasons(alert, known).empty());
        QVERIFY(quietReasons(alertOf(AlertState::Triggered), {}).empty());
    }

    // What is not known is left out; that it is quiet is never left out.
    void whatIsNotKnownIsLeftOut()
    {
        Alert alert = alertOf(AlertState::Suppressed);
        QCOMPARE(quietReasons(alert, {}), (std::vector<QuietReason> {{{HoldKind::Unexplained, {}}}}));
        alert.holds.set(HoldKind::Silence, {QStringLiteral("s7")});
        QCOMPARE(quietReasons(alert, {}), (std::vector<QuietReason> {{{HoldKind::Silence, QStringLiteral("s7")}}}));
        Alert acked = alertOf(AlertState::Acknowledged);
        acked.holds = {{HoldKind::Acknowledgement, {}, QStringLiteral("ana"), UtcTime {5}}};
        QCOMPARE(quietReasons(acked, {}), (std::vector<QuietReason> {{{HoldKind::Acknowledgement, {}, QStringLiteral("ana"), UtcTime {5}}}}));
    }

    void maintenanceHidesNothing()
    {
        Alert alert;
        alert.key = {QStringLiteral("pd"), QStringLiteral("Q1")};
        alert.holds.set(HoldKind::Maintenance, {QStringLiteral("PWIN1")});
        Silence window;
        window.kind = HoldKind::Maintenance;
        window.createdBy = QStringLiteral("ana");
        window.endsAt = UtcTime {5};
        QuietSources known;
        known.silence = [&window](const SourceId &, const QString &) { return &window; };
        const auto reasons = quietReasons(alert, known);
        QCOMPARE(reasons.size(), std::size_t(1));
        QCOMPARE(reasons[0].kind, HoldKind::Maintenance);
        QCOMPARE(reasons[0].until, UtcTime {5});
        QCOMPARE(holdKindName(HoldKind::Maintenance), QLatin1StringView("maintenance"));
        QVERIFY(!quietKind(alert));
        QuietCount count;
        count.add(alert, UtcTime {5});
        QCOMPARE(count.open, 1);
        QCOMPARE(count.quiet(), 0);
    }

    void silencedIsNeverInhibited()
    {
        Alert alert = alertOf(AlertState::Suppressed);
        QCOMPARE(quietKind(alert), HoldKind::Unexplained);
        alert.holds.set(HoldKind::TimeInterval, {QStringLiteral("night")});
        QCOMPARE(quietKind(alert), HoldKind::TimeInterval);
        alert.holds.set(HoldKind::Inhibition, {QStringLiteral("f9")});
        QCOMPARE(quietKind(alert), HoldKind::Inhibition);
        alert.holds.set(HoldKind::Silence, {QStringLiteral("s1")});
        QCOMPARE(quietKind(alert), HoldKind::Silence);
        // Muted for one receiver while another is told: it pages.
        Alert partly = alertOf(AlertState::Triggered);
        partly.holds.add({HoldKind::TimeInterval, QStringLiteral("night"), {}, {}, QStringLiteral("mail")});
        QCOMPARE(quietKind(partly), std::nullopt);
        QCOMPARE(quietReasons(partly, {}).size(), std::size_t(1));
    }

    // Somebody is at it: it waits for nobody, whatever else keeps it quiet. To acknowledge what is inhibited must not make one more open.
    void acknowledgedIsNotOpen()
    {
        Alert alert = alertOf(AlertState::Suppressed);
        alert.holds.set(HoldKind::Inhibition, {QStringLiteral("f9")});
        QuietCount before;
        before.add(alert, {});
        QCOMPARE(before.inhibited, 1);
        alert.state = AlertState::Acknowledged;
        alert.holds.add({HoldKind::Acknowledgement, QStringLiteral("s-ack")});
        alert.holds.set(HoldKind::Silence, {QStringLiteral("s-2")});
        QuietCount count;
        count.add(alert, UtcTime {9});
        QCOMPARE(count.acknowledged, 1);
        QCOMPARE(count.open, 0);
        QCOMPARE(count.quiet(), 0);
        QCOMPARE(count.all(), 1);
    }

    void onlyWhatHasAnEndIsExtended()
    {
        Alert alert = alertOf(AlertState::Acknowledged);
        alert.holds.add({HoldKind::Acknowledgement, QStringLiteral("ack")});
        QCOMPARE(extensible(alert, true), QStringList {QStringLiteral("ack")});
        // Nothing else is left to name: the source says why it cannot.
        QCOMPARE(extensible(alert, false), QStringList {QStringLiteral("ack")});
        alert.holds.set(HoldKind::Downtime, {QStringLiteral("downtime")});
        QCOMPARE(extensible(alert, true), (QStringList {QStringLiteral("ack"), QStringLiteral("downtime")}));
        QCOMPARE(extensible(alert, false), QStringList {QStringLiteral("downtime")});
        QVERIFY(extensible(alertOf(AlertState::Triggered), true).isEmpty());
    }

    void silencedIsNotOpen()
    {
        QuietCount count;
        count.add(alertOf(AlertState::Triggered), {});
        count.add(alertOf(AlertState::Acknowledged), UtcTime {9});
        count.add(alertOf(AlertState::Resolved), {});
        Alert silenced = alertOf(AlertState::Suppressed);
        silenced.holds.set(HoldKind::Silence, {QStringLiteral("s1")});
        count.add(silenced, UtcTime {20});
        count.add(silenced, UtcTime {20});
        QCOMPARE(count.open, 1);
        QCOMPARE(count.acknowledged, 1);
        QCOMPARE(count.silenced, 2);
        QCOMPARE(count.all(), 4);
        QCOMPARE(count.silencedUntil, UtcTime {20});
        QVERIFY(count.isOneEnd);
        QuietCount other;
        other.add(silenced, UtcTime {10});
        count.add(other);
        QCOMPARE(count.silenced, 3);
        QCOMPARE(count.silencedUntil, UtcTime {10});
        QVERIFY(!count.isOneEnd);
        count.add(alertOf(AlertState::Suppressed), {});
        QCOMPARE(count.quiet(), 4);
        // One that sleeps until eight is hidden by nobody's silence.
        Alert asleep = alertOf(AlertState::Snoozed);
        asleep.holds = {{HoldKind::Snooze, {}, {}, UtcTime {5}}};
        count.add(asleep, UtcTime {5});
        QCOMPARE(count.snoozed, 1);
        QCOMPARE(count.silenced, 3);
        QCOMPARE(count.silencedUntil, UtcTime {10});
    }
};

QTEST_GUILESS_MAIN(TestQuiet)
#include "tst_quiet.moc"
