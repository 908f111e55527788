#include "app/domain/action.h"
#include "app/domain/alert.h"
#include "app/domain/freshness.h"
#include "app/domain/history.h"
#include "app/domain/logline.h"
#include "app/domain/series.h"
#include "app/domain/severity.h"

#include <QTest>

using namespace quarterdeck;

class TestAlert : public QObject {
    Q_OBJECT

private slots:
    void keysRoundTrip()
    {
        const AlertKey key {QStringLiteral("eu-am"), QStringLiteral("0123abcd")};
        QCOMPARE(AlertKey::fromString(key.toString()), key);
        QVERIFY(!AlertKey::fromString(u"nocolon").isValid());
        QVERIFY(!AlertKey::fromString(u":x").isValid());
        QVERIFY(!AlertKey::fromString(u"x:").isValid());
        for (const char *id : {"web:80!http", "web!80:http", "::", "a:", "b!c d:e"}) {
            const AlertKey odd {QStringLiteral("icinga"), QString::fromLatin1(id)};
            QCOMPARE(AlertKey::fromString(odd.toString()), odd);
        }
    }

    void fieldsFromLabels()
    {
        Alert alert;
        alert.labels = {{QStringLiteral("alertname"), QStringLiteral("Down")}, {QStringLiteral("severity"), QStringLiteral("page")},
            {QStringLiteral("cluster"), QStringLiteral("eu")}, {QStringLiteral("team"), QStringLiteral("core")}};
        alert.annotations = {{QStringLiteral("description"), QStringLiteral("long")}, {QStringLiteral("message"), QStringLiteral("old")},
            {QStringLiteral("runbook"), QStringLiteral("http://x")}};
        deriveFields(alert);
        QCOMPARE(alert.title, QStringLiteral("Down"));
        QCOMPARE(alert.severity, Severity::Critical);
        QCOMPARE(alert.summary, QStringLiteral("long"));
        QCOMPARE(alert.cluster, QStringLiteral("eu"));
        QCOMPARE(alert.team, QStringLiteral("core"));
        QCOMPARE(alert.runbookUrl, QStringLiteral("http://x"));
    }

    void holdsAreFoundByKind()
    {
        Alert alert;
        alert.holds = {{HoldKind::TimeInterval, QStringLiteral("night"), {}, {}, QStringLiteral("mail")}, {HoldKind::Downtime, QStringLiteral("d")},
            {HoldKind::Silence, QStringLiteral("s1")}, {HoldKind::Snooze, {}, QStringLiteral("ana"), {9}}, {HoldKind::Silence, QStringLiteral("s2")}};
        QCOMPARE(alert.mutes(), (QStringList {QStringLiteral("s1"), QStringLiteral("s2"), QStringLiteral("d")}));
        QCOMPARE(alert.acknowledgement().by, QStringLiteral("ana"));
        // For one receiver only is not for all.
        QVERIFY(!alert.holds.has(HoldKind::TimeInterval));
        QCOMPARE(alert.holds.receivers(), QStringList {QStringLiteral("mail")});
        alert.holds.add({HoldKind::Acknowledgement, QStringLiteral("a"), QStringLiteral("bo")});
        QCOMPARE(alert.acknowledgement().by, QStringLiteral("bo"));
        QVERIFY(alert.isHeldBy(QStringLiteral("a")) && alert.isHeldBy(QStringLiteral("d")) && !alert.isHeldBy(QStringLiteral("night")));
        alert.holds.set(HoldKind::Silence, {QStringLiteral("s3")});
        QCOMPARE(alert.holds.ids(HoldKind::Silence), QStringList {QStringLiteral("s3")});
        QVERIFY(!Alert().acknowledgement().until.isValid());
    }

    void anUnknownStateIsShownNotHidden()
    {
        for (int i = 0; i <= int(AlertState::Resolved); ++i) {
            QCOMPARE(alertStateFromName(QString(alertStateName(AlertState(i)))), AlertState(i));
        }
        QCOMPARE(alertStateFromName(u"whatever"), AlertState::Triggered);
    }

    void severities()
    {
        QCOMPARE(severityFromLabel(u"CRITICAL"), Severity::Critical);
        QCOMPARE(severityFromLabel(u"warn"), Severity::Warning);
        QCOMPARE(severityFromLabel(u"none"), Severity::Info);
        QCOMPARE(severityFromLabel(u""), Severity::Unknown);
        QCOMPARE(severityFromLabel(u"purple"), Severity::Unknown);
        QVERIFY(Severity::Critical < Severity::Warning);
    }

    void anUnknownOutboxStateIsReadBackNotResent()
    {
        for (int i = 0; i <= int(OutboxState::Withdrawn); ++i) {
            QCOMPARE(outboxStateFromName(QString(outboxStateName(OutboxState(i)))), OutboxState(i));
        }
        QCOMPARE(outboxStateFromName(u"?"), OutboxState::Unknown);
        QVERIFY(!isFinal(OutboxState::Unknown));
        QVERIFY(!isFinal(OutboxState::Conflict));
        QVERIFY(isFinal(OutboxState::Confirmed));
        for (int i = 0; i <= int(Verb::Maintain); ++i) {
            QCOMPARE(verbFromName(QString(verbName(Verb(i)))), std::optional(Verb(i)));
        }
        QVERIFY(!verbFromName(u"delete"));
    }

    void onlyLiveIsLive_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("freshness");
        QTest::newRow("401") << int(ErrorKind::Unauthorized) << int(Freshness::NeedsSignIn);
        QTest::newRow("403") << int(ErrorKind::Forbidden) << int(Freshness::NeedsSignIn);
        QTest::newRow("offline") << int(ErrorKind::Offline) << int(Freshness::Unreachable);
        QTest::newRow("timeout") << int(ErrorKind::Timeout) << int(Freshness::Unreachable);
        QTest::newRow("tls") << int(ErrorKind::Tls) << int(Freshness::Misconfigured);
        QTest::newRow("404") << int(ErrorKind::NotFound) << int(Freshness::Misconfigured);
        QTest::newRow("500") << int(ErrorKind::Server) << int(Freshness::Stale);
        QTest::newRow("bad payload") << int(ErrorKind::BadPayload) << int(Freshness::Stale);
    }

    void onlyLiveIsLive()
    {
        QFETCH(int, kind);
        QFETCH(int, freshness);
        Error error;
        error.kind = ErrorKind(kind);
        QCOMPARE(int(freshnessOf(error)), freshness);
    }

    void noErrorIsLive()
    {
        for (int i = 0; i <= int(ErrorKind::Internal); ++i) {
            Error error;
            error.kind = ErrorKind(i);
            QVERIFY(freshnessOf(error) != Freshness::Live);
        }
        QCOMPARE(freshnessFromName(u"?"), Freshness::NeverSeen);
        QCOMPARE(freshnessFromName(QString(freshnessName(Freshness::NeedsSignIn))), Freshness::NeedsSignIn);
    }

    void historyNames()
    {
        for (int i = 0; i <= int(HistoryEvent::Kind::RunbookOpened); ++i) {
            QCOMPARE(historyKindFromName(QString(historyKindName(HistoryEvent::Kind(i)))), HistoryEvent::Kind(i));
        }
    }

    void logLevels()
    {
        QCOMPARE(logLevelFromPriority(0), LogLevel::Error);
        QCOMPARE(logLevelFromPriority(3), LogLevel::Error);
        QCOMPARE(logLevelFromPriority(4), LogLevel::Warning);
        QCOMPARE(logLevelFromPriority(6), LogLevel::Info);
        QCOMPARE(logLevelFromPriority(7), LogLevel::Debug);
        QCOMPARE(logLevelFromPriority(8), LogLevel::Unknown);
        QCOMPARE(logLevelFromPriority(-1), LogLevel::Unknown);
    }

    void stepsStayUnderTheLimit()
    {
        const TimeRange year {{0}, {365LL * 86'400'000}};
        const Millis step = stepFor(year, 100'000);
        QVERIFY(year.length() / step <= 11'000);
        QCOMPARE(step.count() % 1000, 0);
        QCOMPARE(stepFor({{0}, {60'000}}, 1000), Millis(1000));
        QCOMPARE(stepFor({{0}, {3'600'000}}, 100), Millis(36'000));
        QCOMPARE(stepFor({{0}, {3'600'000}}, 0, Millis(15'000)).count() % 1000, 0);
        QVERIFY(stepFor({{5}, {5}}, 100, Millis(15'000)) >= Millis(15'000));
    }
};

QTEST_GUILESS_MAIN(TestAlert)
#include "tst_alert.moc"
