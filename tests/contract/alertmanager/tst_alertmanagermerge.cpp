#include "app/sources/alertmanager/merge.h"
#include "app/sources/alertmanager/parse.h"
#include "tests/contract/alertmanager/snapshots.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::alertmanager;

/// What the members of a cluster say together.
class TestAlertmanagerMerge : public QObject {
    Q_OBJECT

private slots:
    void membersAreUnited();
    void anUnfinishedClusterIsNotComplete();
    void inhibitionMustBeSharedByAll();
    void aMemberThatLagsBehindSilencesNothing_data();
    void aMemberThatLagsBehindSilencesNothing();
    void whatOneMemberLacksForLongSilencesNothing_data();
    void whatOneMemberLacksForLongSilencesNothing();
    void eachMembersOwnSilenceKeepsQuiet();
    void oldSilencesRefuteNothing();
    void refusedSilencesLeaveTheAlertsWhole();
    void oneFingerprintTwiceIsNotWhole();
    void mutesMustBeSharedByAll_data();
    void mutesMustBeSharedByAll();
};

namespace {

Alert silencedBy(const QStringList &ids)
{
    Alert alert = alertNamed(QStringLiteral("a"));
    alert.holds.set(HoldKind::Silence, ids);
    alert.rawState = QStringLiteral("suppressed");
    alert.state = AlertState::Suppressed;
    return alert;
}

Silence changedAt(const QString &id, qint64 ms, SilenceState state)
{
    Silence silence = silenceNamed(id, state);
    silence.updatedAt = UtcTime {ms};
    return silence;
}

Alert muted(const QStringList &intervals, const QStringList &receivers)
{
    Alert alert = alertNamed(QStringLiteral("a"));
    alert.holds.set(HoldKind::TimeInterval, intervals);
    for (const QString &receiver : receivers) {
        alert.holds.add({HoldKind::TimeInterval, QStringLiteral("night"), {}, {}, receiver});
    }
    alert.rawState = intervals.isEmpty() ? QStringLiteral("active") : QStringLiteral("muted");
    alert.state = intervals.isEmpty() ? AlertState::Triggered : AlertState::Suppressed;
    return alert;
}

} // namespace

void TestAlertmanagerMerge::membersAreUnited()
{
    Alert early = alertNamed(QStringLiteral("a"));
    Alert late = early;
    late.startsAt = UtcTime {1'005'000};
    late.updatedAt = UtcTime {1'500'000};
    late.holds.set(HoldKind::Silence, {QStringLiteral("s1")});
    late.state = AlertState::Suppressed;
    Silence old = silenceNamed(QStringLiteral("s1"));
    Silence ack = old;
    old.updatedAt = UtcTime {1};
    ack.updatedAt = UtcTime {2};
    ack.comment = QStringLiteral("ACK! mine");
    ack.kind = HoldKind::Acknowledgement;
    std::vector<MemberAnswer> answers;
    answers.push_back(answer({early, alertNamed(QStringLiteral("only-first"))}, {old}));
    answers.push_back(answer({alertNamed(QStringLiteral("only-second")), late}, {ack}));
    const auto snapshot = merge(std::move(answers), Now);
    QVERIFY(snapshot);
    QVERIFY(snapshot->isWhole());
    QCOMPARE(snapshot->membersLive, 2);
    QCOMPARE(snapshot->alerts.size(), std::size_t(3));
    QCOMPARE(snapshot->silences.size(), std::size_t(1));
    const Alert &united = snapshot->alerts[0];
    QCOMPARE(united.state, AlertState::Acknowledged);
    QCOMPARE(united.startsAt.ms, 1'000'000);
    QCOMPARE(united.updatedAt.ms, 1'500'000);
    QCOMPARE(united.lastSeenAt, Now);
}

void TestAlertmanagerMerge::anUnfinishedClusterIsNotComplete()
{
    const Error down {ErrorKind::Offline, QStringLiteral("refused"), {}, 0, {}};
    {
        std::vector<MemberAnswer> answers;
        answers.push_back(answer({alertNamed(QStringLiteral("a"))}));
        answers.push_back({tl::unexpected(down), tl::unexpected(down)});
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isWhole());
        QCOMPARE(snapshot->membersLive, 1);
        QCOMPARE(snapshot->members, 2);
        QCOMPARE(snapshot->trouble()->what, QStringLiteral("refused"));
    }
    {
        // Alerts without silences: shown, but not whole.
        std::vector<MemberAnswer> answers;
        answers.push_back({Listing<Alert> {{alertNamed(QStringLiteral("a"))}, {}}, tl::unexpected(down)});
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isWhole());
        QCOMPARE(snapshot->alerts.size(), std::size_t(1));
        QCOMPARE(snapshot->membersLive, 0);
    }
    {
        // An element that could not be identified may be an alert we know.
        std::vector<MemberAnswer> answers;
        answers.push_back({Listing<Alert> {{}, down}, Listing<Silence> {}});
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isWhole());
    }
    {
        std::vector<MemberAnswer> answers;
        answers.push_back({tl::unexpected(down), Listing<Silence> {}});
        QVERIFY(!merge(std::move(answers), Now));
    }
}

void TestAlertmanagerMerge::inhibitionMustBeSharedByAll()
{
    Alert inhibited = alertNamed(QStringLiteral("a"));
    inhibited.holds.set(HoldKind::Inhibition, {QStringLiteral("x")});
    inhibited.rawState = QStringLiteral("suppressed");
    inhibited.state = AlertState::Suppressed;
    std::vector<MemberAnswer> answers;
    answers.push_back(answer({inhibited}));
    answers.push_back(answer({alertNamed(QStringLiteral("a"))}));
    const auto snapshot = merge(std::move(answers), Now);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->alerts[0].state, AlertState::Triggered);
    QCOMPARE(snapshot->alerts[0].rawState, QStringLiteral("active"));
    QVERIFY(snapshot->alerts[0].holds.ids(HoldKind::Inhibition).isEmpty());
}

void TestAlertmanagerMerge::aMemberThatLagsBehindSilencesNothing_data()
{
    QTest::addColumn<QStringList>("named");
    QTest::addColumn<std::vector<Silence>>("first");
    QTest::addColumn<std::vector<Silence>>("second");
    QTest::addColumn<AlertState>("state");
    const QString s = QStringLiteral("s");
    const auto active = [&s](qint64 ms) { return changedAt(s, ms, SilenceState::Active); };
    const auto expired = [&s](qint64 ms) { return changedAt(s, ms, SilenceState::Expired); };
    using List = std::vector<Silence>;
    QTest::newRow("both agree") << QStringList {s} << List {active(1)} << List {active(1)} << AlertState::Suppressed;
    QTest::newRow("ended on the other") << QStringList {s} << List {active(1)} << List {expired(2)} << AlertState::Triggered;
    QTest::newRow("ended before, extended since") << QStringList {s} << List {active(3)} << List {expired(2)} << AlertState::Suppressed;
    QTest::newRow("the list knows it has ended") << QStringList {s} << List {expired(1)} << List {} << AlertState::Triggered;
    QTest::newRow("no list knows it") << QStringList {s} << List {} << List {} << AlertState::Triggered;
    QTest::newRow("not begun") << QStringList {s} << List {changedAt(s, 1, SilenceState::Pending)} << List {} << AlertState::Triggered;
    QTest::newRow("a contradiction") << QStringList {s} << List {active(1)} << List {expired(1)} << AlertState::Triggered;
    QTest::newRow("a contradiction, turned round") << QStringList {s} << List {expired(1)} << List {active(1)} << AlertState::Triggered;
    QTest::newRow("one of two holds") << QStringList {s, QStringLiteral("t")}
                                      << List {active(1), changedAt(QStringLiteral("t"), 1, SilenceState::Expired)} << List {active(1)}
                                      << AlertState::Suppressed;
}

void TestAlertmanagerMerge::aMemberThatLagsBehindSilencesNothing()
{
    QFETCH(QStringList, named);
    QFETCH(std::vector<Silence>, first);
    QFETCH(std::vector<Silence>, second);
    QFETCH(AlertState, state);
    std::vector<MemberAnswer> answers;
    answers.push_back(answer({silencedBy(named)}, first));
    answers.push_back(answer({alertNamed(QStringLiteral("a"))}, second));
    const auto snapshot = merge(std::move(answers), Now);
    QVERIFY(snapshot && snapshot->isWhole());
    const Alert &alert = snapshot->alerts[0];
    QCOMPARE(alert.state, state);
    QCOMPARE(alert.mutes(), state == AlertState::Suppressed ? QStringList {QStringLiteral("s")} : QStringList());
    QCOMPARE(alert.rawState, state == AlertState::Suppressed ? QStringLiteral("suppressed") : QStringLiteral("active"));
    // Inhibited as well, it stays quiet.
    Alert inhibited = silencedBy(named);
    inhibited.holds.set(HoldKind::Inhibition, {QStringLiteral("x")});
    answers.clear();
    answers.push_back(answer({inhibited}, first));
    answers.push_back(answer({inhibited}, second));
    QCOMPARE(merge(std::move(answers), Now)->alerts[0].state, AlertState::Suppressed);
}

void TestAlertmanagerMerge::whatOneMemberLacksForLongSilencesNothing_data()
{
    QTest::addColumn<int>("ageMs");
    QTest::addColumn<int>("skewMs");
    QTest::addColumn<QString>("otherHas");
    QTest::addColumn<bool>("isOtherWhole");
    QTest::addColumn<bool>("doesOtherHear");
    QTest::addColumn<AlertState>("state");
    const QString nothing;
    const QString own = QStringLiteral("s1");
    const QString another = QStringLiteral("s2");
    QTest::newRow("lacked for long") << 61'000 << 0 << nothing << true << true << AlertState::Triggered;
    QTest::newRow("on its way still") << 59'000 << 0 << nothing << true << true << AlertState::Acknowledged;
    QTest::newRow("there") << 61'000 << 0 << own << true << true << AlertState::Acknowledged;
    QTest::newRow("another is there") << 61'000 << 0 << another << true << true << AlertState::Triggered;
    QTest::newRow("a list that is not whole") << 61'000 << 0 << nothing << false << true << AlertState::Acknowledged;
    QTest::newRow("the other does not know the alert") << 61'000 << 0 << nothing << true << false << AlertState::Acknowledged;
    // The clock of its server is ten minutes ahead, or behind.
    QTest::newRow("new by a clock that is ahead") << -560'000 << 600'000 << nothing << true << true << AlertState::Acknowledged;
    QTest::newRow("old by a clock that is ahead") << -500'000 << 600'000 << nothing << true << true << AlertState::Triggered;
    QTest::newRow("new by a clock that is behind") << 640'000 << -600'000 << nothing << true << true << AlertState::Acknowledged;
}

void TestAlertmanagerMerge::whatOneMemberLacksForLongSilencesNothing()
{
    QFETCH(int, ageMs);
    QFETCH(int, skewMs);
    QFETCH(QString, otherHas);
    QFETCH(bool, isOtherWhole);
    QFETCH(bool, doesOtherHear);
    QFETCH(AlertState, state);
    Silence silence = changedAt(QStringLiteral("s1"), Now.ms - ageMs, SilenceState::Active);
    silence.comment = QStringLiteral("ACK! mine");
    silence.kind = HoldKind::Acknowledgement;
    for (const bool isTurned : {false, true}) {
        std::vector<MemberAnswer> answers;
        answers.push_back(answer({silencedBy({silence.id})}, {silence}));
        answers.push_back(answer({alertNamed(doesOtherHear ? QStringLiteral("a") : QStringLiteral("b"))}));
        answers[0].clockSkew = Millis(skewMs);
        answers[1].member = QStringLiteral("second:9093");
        if (!otherHas.isEmpty()) {
            answers[1].silences->items.push_back(silence);
            answers[1].silences->items.back().id = otherHas;
        }
        if (!isOtherWhole) {
            answers[1].silences->problem = Error {ErrorKind::BadPayload, QStringLiteral("one is odd"), {}, 0, {}};
        }
        if (isTurned) {
            std::swap(answers[0], answers[1]);
        }
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && snapshot->isWhole() == isOtherWhole);
        const auto alert = std::ranges::find(snapshot->alerts, QStringLiteral("a"), [](const Alert &one) { return one.key.id; });
        QCOMPARE(alert->state, state);
        const bool isDisputed = state == AlertState::Triggered;
        QCOMPARE(alert->isHeldBy(silence.id), !isDisputed);
        QVERIFY(!isDisputed || alert->rawState == QLatin1StringView("active"));
        if (isOtherWhole) {
            QCOMPARE(snapshot->trouble() != nullptr, isDisputed);
            QVERIFY(!isDisputed || snapshot->trouble()->what.contains(QStringLiteral("second:9093 lacks s1")));
        }
        QVERIFY(!snapshot->silences.empty());
    }
}

void TestAlertmanagerMerge::eachMembersOwnSilenceKeepsQuiet()
{
    std::vector<MemberAnswer> answers;
    for (const QString &id : {QStringLiteral("s1"), QStringLiteral("s2")}) {
        answers.push_back(answer({silencedBy({id})}, {changedAt(id, Now.ms - 100'000, SilenceState::Active)}));
    }
    const auto snapshot = merge(std::move(answers), Now);
    QCOMPARE(snapshot->alerts[0].state, AlertState::Suppressed);
    QCOMPARE(snapshot->alerts[0].mutes().size(), 2);
    QVERIFY(!snapshot->trouble());
}

void TestAlertmanagerMerge::oldSilencesRefuteNothing()
{
    // What the server says of its alert now is newer than its silences of before.
    for (const SilenceState state : {SilenceState::Active, SilenceState::Expired}) {
        std::vector<MemberAnswer> answers;
        answers.push_back(answer({silencedBy({QStringLiteral("s")})}, {changedAt(QStringLiteral("s"), 1, state)}));
        answers[0].hasOldSilences = true;
        answers[0].silences->problem = Error {ErrorKind::Server, QStringLiteral("no"), {}, 500, {}};
        QCOMPARE(merge(std::move(answers), Now)->alerts[0].state, AlertState::Suppressed);
    }
    // Another member's list of now says it.
    std::vector<MemberAnswer> answers;
    answers.push_back(answer({silencedBy({QStringLiteral("s")})}, {changedAt(QStringLiteral("s"), 3, SilenceState::Active)}));
    answers[0].hasOldSilences = true;
    answers.push_back(answer({}, {changedAt(QStringLiteral("s"), 2, SilenceState::Expired)}));
    QCOMPARE(merge(std::move(answers), Now)->alerts[0].state, AlertState::Triggered);
}

void TestAlertmanagerMerge::refusedSilencesLeaveTheAlertsWhole()
{
    std::vector<MemberAnswer> answers;
    answers.push_back(answer({alertNamed(QStringLiteral("a"))}, {silenceNamed(QStringLiteral("s"))}));
    answers[0].hasOldSilences = true;
    answers[0].silences->problem = Error {ErrorKind::Server, QStringLiteral("silences could not be read"), {}, 500, {}};
    const auto snapshot = merge(std::move(answers), Now);
    QVERIFY(snapshot && !snapshot->isWhole() && snapshot->hasAllAlerts());
    QCOMPARE(snapshot->membersLive, 1);
    QCOMPARE(snapshot->silences.size(), std::size_t(1));
    QCOMPARE(snapshot->trouble()->what, QStringLiteral("silences could not be read"));
    // Not with an alert that could not be read as well.
    answers.clear();
    answers.push_back(answer({alertNamed(QStringLiteral("a"))}));
    answers[0].silences->problem = Error {ErrorKind::Server, QStringLiteral("silences could not be read"), {}, 500, {}};
    answers[0].alerts->problem = Error {ErrorKind::BadPayload, QStringLiteral("an alert"), {}, 0, {}};
    const auto neither = merge(std::move(answers), Now);
    QVERIFY(neither && !neither->hasAllAlerts());
    QCOMPARE(neither->trouble()->what, QStringLiteral("an alert"));
}

void TestAlertmanagerMerge::oneFingerprintTwiceIsNotWhole()
{
    Alert quiet = alertNamed(QStringLiteral("a"));
    quiet.holds.set(HoldKind::Inhibition, {QStringLiteral("x")});
    quiet.state = AlertState::Suppressed;
    for (const auto &pair : {std::vector {quiet, alertNamed(QStringLiteral("a"))}, std::vector {alertNamed(QStringLiteral("a")), quiet}}) {
        std::vector<MemberAnswer> answers;
        answers.push_back(answer(pair));
        answers.push_back(answer({alertNamed(QStringLiteral("b"))}));
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isWhole() && !snapshot->hasAllAlerts());
        QCOMPARE(snapshot->alerts.size(), std::size_t(2));
        QCOMPARE(snapshot->alerts[0].state, AlertState::Triggered);
        QVERIFY2(snapshot->trouble()->what.contains(QStringLiteral("fingerprint a")), qPrintable(snapshot->trouble()->what));
    }
}

void TestAlertmanagerMerge::mutesMustBeSharedByAll_data()
{
    QTest::addColumn<QStringList>("intervals");
    QTest::addColumn<QStringList>("receivers");
    QTest::addColumn<QStringList>("mutedBy");
    QTest::addColumn<QStringList>("mutedFor");
    const QString night = QStringLiteral("night");
    const QString mail = QStringLiteral("mail");
    // The first member mutes it by "day" for all.
    QTest::newRow("for all by both") << QStringList {night} << QStringList() << QStringList {QStringLiteral("day"), night} << QStringList();
    QTest::newRow("for one by the other") << QStringList() << QStringList {mail} << QStringList() << QStringList {mail};
    QTest::newRow("not by the other") << QStringList() << QStringList() << QStringList() << QStringList();
}

void TestAlertmanagerMerge::mutesMustBeSharedByAll()
{
    QFETCH(QStringList, intervals);
    QFETCH(QStringList, receivers);
    QFETCH(QStringList, mutedBy);
    QFETCH(QStringList, mutedFor);
    for (const bool isTurned : {false, true}) {
        std::vector<MemberAnswer> answers;
        answers.push_back(answer({muted({QStringLiteral("day")}, {})}));
        answers.push_back(answer({muted(intervals, receivers)}));
        if (isTurned) {
            std::swap(answers[0], answers[1]);
        }
        const Alert alert = merge(std::move(answers), Now)->alerts[0];
        QCOMPARE(alert.holds.ids(HoldKind::TimeInterval), mutedBy);
        QCOMPARE(alert.holds.receivers(), mutedFor);
        QCOMPARE(alert.state, mutedBy.isEmpty() ? AlertState::Triggered : AlertState::Suppressed);
        QCOMPARE(alert.rawState, mutedBy.isEmpty() ? QStringLiteral("active") : QStringLiteral("muted"));
    }
}

QTEST_GUILESS_MAIN(TestAlertmanagerMerge)
#include "tst_alertmanagermerge.moc"
