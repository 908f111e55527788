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
        alert.ackSilence = ack.id;
        alert.silencedBy = {deploy.id, ack.id};
        alert.inhibitedBy = {QStringLiteral("f9"), QStringLiteral("gone")};
        alert.mutedBy = {QStringLiteral("offhours-dach")};
        alert.mutedFor = {QStringLiteral("mail")};
        alert.partlyMutedBy = {QStringLiteral("nights")};
        const QString matchers = QStringLiteral("{job=\"db\"}");
        const std::vector<QuietReason> expected {
            {QuietKind::Acknowledgement, ack.id, matchers, QStringLiteral("ana"), ack.endsAt, QStringLiteral("looking"), {}},
            {QuietKind::Silence, deploy.id, matchers, QStringLiteral("bo"), deploy.endsAt, QStringLiteral("deploy night"), {}},
            {QuietKind::Inhibition, QStringLiteral("f9"), down.title, {}, {}, down.summary, {}},
            {QuietKind::Inhibition, QStringLiteral("gone"), {}, {}, {}, {}, {}},
            {QuietKind::TimeInterval, {}, QStringLiteral("offhours-dach"), {}, {}, {}, {}},
            {QuietKind::TimeInterval, {}, QStringLiteral("nights"), {}, {}, {}, QStringLiteral("mail")},
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
        QCOMPARE(quietReasons(alert, {}), (std::vector<QuietReason> {{QuietKind::Unexplained, {}, {}, {}, {}, {}, {}}}));
        alert.silencedBy = {QStringLiteral("s7")};
        QCOMPARE(quietReasons(alert, {}), (std::vector<QuietReason> {{QuietKind::Silence, QStringLiteral("s7"), {}, {}, {}, {}, {}}}));
        Alert acked = alertOf(AlertState::Acknowledged);
        acked.acknowledgedBy = QStringLiteral("ana");
        acked.acknowledgedUntil = UtcTime {5};
        QCOMPARE(
            quietReasons(acked, {}), (std::vector<QuietReason> {{QuietKind::Acknowledgement, {}, {}, QStringLiteral("ana"), UtcTime {5}, {}, {}}}));
    }

    void maintenanceHidesNothing()
    {
        Alert alert;
        alert.key = {QStringLiteral("pd"), QStringLiteral("Q1")};
        alert.silencedBy = {QStringLiteral("PWIN1")};
        Silence window;
        window.isMaintenance = true;
        window.createdBy = QStringLiteral("ana");
        window.endsAt = UtcTime {5};
        QuietSources known;
        known.silence = [&window](const SourceId &, const QString &) { return &window; };
        const auto reasons = quietReasons(alert, known);
        QCOMPARE(reasons.size(), std::size_t(1));
        QCOMPARE(reasons[0].kind, QuietKind::Maintenance);
        QCOMPARE(reasons[0].until, UtcTime {5});
        QCOMPARE(quietKindName(QuietKind::Maintenance), QLatin1StringView("maintenance"));
        QVERIFY(!quietKind(alert));
        QuietCount count;
        count.add(alert, UtcTime {5});
        QCOMPARE(count.open, 1);
        QCOMPARE(count.quiet(), 0);
    }

    void silencedIsNeverInhibited()
    {
        Alert alert = alertOf(AlertState::Suppressed);
        QCOMPARE(quietKind(alert), QuietKind::Unexplained);
        alert.mutedBy = {QStringLiteral("night")};
        QCOMPARE(quietKind(alert), QuietKind::TimeInterval);
        alert.inhibitedBy = {QStringLiteral("f9")};
        QCOMPARE(quietKind(alert), QuietKind::Inhibition);
        alert.silencedBy = {QStringLiteral("s1")};
        QCOMPARE(quietKind(alert), QuietKind::Silence);
        // Muted for one receiver while another is told: it pages.
        Alert partly = alertOf(AlertState::Triggered);
        partly.mutedFor = {QStringLiteral("mail")};
        QCOMPARE(quietKind(partly), std::nullopt);
        QCOMPARE(quietReasons(partly, {}).size(), std::size_t(1));
    }

    void silencedIsNotOpen()
    {
        QuietCount count;
        count.add(alertOf(AlertState::Triggered), {});
        count.add(alertOf(AlertState::Acknowledged), UtcTime {9});
        count.add(alertOf(AlertState::Resolved), {});
        Alert silenced = alertOf(AlertState::Suppressed);
        silenced.silencedBy = {QStringLiteral("s1")};
        count.add(silenced, UtcTime {20});
        count.add(silenced, UtcTime {20});
        QCOMPARE(count.open, 2);
        QCOMPARE(count.acknowledged, 1);
        QCOMPARE(count.silenced, 2);
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
        asleep.acknowledgedUntil = UtcTime {5};
        count.add(asleep, UtcTime {5});
        QCOMPARE(count.snoozed, 1);
        QCOMPARE(count.silenced, 3);
        QCOMPARE(count.silencedUntil, UtcTime {10});
    }
};

QTEST_GUILESS_MAIN(TestQuiet)
#include "tst_quiet.moc"
