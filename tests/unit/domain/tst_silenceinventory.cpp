#include "app/domain/silenceinventory.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr UtcTime Now {1'800'000'000'000};

Silence silenceOf(const char *id, int fromMinutes, int toMinutes, const char *service)
{
    Silence silence;
    silence.source = QStringLiteral("am");
    silence.id = QString::fromLatin1(id);
    silence.startsAt = Now + Millis(60'000LL * fromMinutes);
    silence.endsAt = Now + Millis(60'000LL * toMinutes);
    silence.matchers = {Matcher {QStringLiteral("service"), QString::fromLatin1(service)}};
    return silence;
}

Alert alertOf(const char *source, const char *service, AlertState state = AlertState::Suppressed)
{
    Alert alert;
    alert.key = {QString::fromLatin1(source), QString::fromLatin1(service)};
    alert.labels = {{QStringLiteral("service"), QString::fromLatin1(service)}};
    alert.state = state;
    return alert;
}

} // namespace

class TestSilenceInventory : public QObject {
    Q_OBJECT

private slots:
    void runningOnesComeByTheirEndAndOverOnesLast()
    {
        const std::vector<SilenceEntry> entries = silenceInventory(
            {silenceOf("old", -90, -60, "a"), silenceOf("later", 10, 300, "a"), silenceOf("over", -60, 0, "a"), silenceOf("soon", -10, 5, "a")}, {},
            Now);
        QStringList ids;
        QList<SilenceState> states;
        for (const SilenceEntry &entry : entries) {
            ids << entry.silence.id;
            states << entry.silence.state;
        }
        QCOMPARE(ids, QStringList({QStringLiteral("soon"), QStringLiteral("later"), QStringLiteral("over"), QStringLiteral("old")}));
        QCOMPARE(states, QList({SilenceState::Active, SilenceState::Pending, SilenceState::Expired, SilenceState::Expired}));
        QVERIFY(entries[0].isEndingWithin(Millis(5 * 60'000), Now));
        QVERIFY(!entries[0].isEndingWithin(Millis(4 * 60'000), Now));
        QVERIFY(!entries[1].isEndingWithin(Millis(600 * 60'000), Now));
    }

    void onlyOpenAlertsOfItsSourceAreHidden()
    {
        const std::vector<Alert> alerts {alertOf("am", "a"), alertOf("other", "a"), alertOf("am", "a", AlertState::Resolved), alertOf("am", "b")};
        const std::vector<SilenceEntry> entries = silenceInventory({silenceOf("a", -1, 10, "a"), silenceOf("c", -1, 20, "c")}, alerts, Now);
        QCOMPARE(entries[0].hides, std::optional(1));
        QVERIFY(!entries[0].isIdle());
        QCOMPARE(entries[1].hides, std::optional(0));
        QVERIFY(entries[1].isIdle());
        QCOMPARE(hiddenBySilence(entries[0].silence, alerts).value().front(), &alerts[0]);
    }

    void whatIsNotKnownIsNotIdle()
    {
        Silence odd = silenceOf("odd", -1, 10, "(");
        odd.matchers.front().isRegex = true;
        QVERIFY(!silenceInventory({odd}, {}, Now).front().hides);
        QVERIFY(!silenceInventory({odd}, {}, Now).front().isIdle());
        Silence window = silenceOf("window", -1, 10, "a");
        window.kind = HoldKind::Maintenance;
        const SilenceEntry entry = silenceInventory({window}, {alertOf("am", "a")}, Now).front();
        QCOMPARE(entry.hides, std::optional(0));
        QVERIFY(!entry.isIdle());
    }

    void oneThatAnAlertNamesHidesItWhateverItsMatchersSay()
    {
        Alert alert = alertOf("am", "b");
        alert.holds = {{HoldKind::Silence, QStringLiteral("s")}};
        QCOMPARE(silenceInventory({silenceOf("s", -1, 10, "a")}, {alert}, Now).front().hides, std::optional(1));
    }
};

QTEST_GUILESS_MAIN(TestSilenceInventory)
#include "tst_silenceinventory.moc"
