#include "tests/contract/icinga2/icinga2bench.h"
#include "tests/support/icinga2gate.h"

using namespace quarterdeck;

namespace {

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Many objects in one call of a real Icinga2.
class TestIcinga2Together : public Icinga2Bench {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { stop(); }
    void eachByItsOwnRow();
    void foundAgainByTheCall();
    void takesBackAndRemarksTogether();
    void checksAreAwaitedTogether();
    void oneThatTheUserMayNot();
    void onlyWhatOneCallCanSay();
    void oneReadingTellsOfAll();
    void downtimesOfServices();
    void aDowntimeOfOneEndsAlone();
    void halfAnExtensionIsMadeWhole();

private:
    std::vector<AlertAction> actionsOn(const QStringList &ids, Verb verb)
    {
        const AlertPage all = snapshot();
        std::vector<AlertAction> actions;
        for (const QString &id : ids) {
            const Alert *alert = of(all, id);
            AlertAction action = actionOn(alert == nullptr ? Alert {} : *alert, verb);
            action.source = S("src");
            action.alert = {S("src"), id};
            actions.push_back(action);
        }
        return actions;
    }
    std::vector<Outcome> performed(Source &source, const std::vector<AlertAction> &actions)
    {
        m_call.clear();
        const auto before = [this](const QString &target) {
            m_call = target;
            return ready<Done>(Done {});
        };
        const auto outcomes = await(source.acts()->performAll(actions, before, {}));
        if (!outcomes) {
            qWarning("%s", qPrintable(errorOf(outcomes)));
        }
        return outcomes.value_or(std::vector<Outcome>(actions.size(), Outcome {Outcome::Is::Unknown}));
    }
    /// The calls of an action, and the readings of the downtimes, that reached the gate since the last time this was asked.
    int passed(const char *path)
    {
        const auto all = m_gate->requests();
        const auto isIt = [path](const ScriptedRequest &request) { return request.path() == path; };
        return int(std::count_if(all.begin() + m_counted, all.end(), isIt));
    }
    void countFromHere() { m_counted = qsizetype(m_gate->requests().size()); }
    std::unique_ptr<Source> openGate()
    {
        m_gate = std::make_unique<ScriptedServer>([this](const ScriptedRequest &request) { return passOn(request, m_server); });
        m_counted = 0;
        Endpoint gate = ContractBench::endpoint({m_gate->url()});
        gate.kind = S("icinga2");
        gate.options = {{S("settling_time"), S("0s")}};
        return open(gate);
    }
    std::vector<AlertAction> actionsOn(const std::vector<Outcome> &made, Verb verb)
    {
        std::vector<AlertAction> actions;
        for (const Outcome &one : made) {
            actions.push_back(actionOn(one.madeId, verb));
        }
        return actions;
    }
    int downtimes() { return int(snapshot().silences.size()); }

    QString m_call;
    std::unique_ptr<ScriptedServer> m_gate; ///< Passes on to the server and counts.
    qsizetype m_counted = 0;
};

void TestIcinga2Together::initTestCase()
{
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    for (const char *host : {"row", "call", "back", "right", "quiet"}) {
        m_server.addHost(S(host));
        for (int i = 0; i < 8; ++i) {
            m_server.addService(S(host), S("s%1").arg(i));
        }
    }
    m_server.addUser(
        "some", R"("objects/query/*", "status/query", { permission = "actions/acknowledge-problem"; filter = {{ service.name != "s5" }} })");
    QVERIFY2(start(), m_server.log().constData());
    for (const char *host : {"row", "call", "back", "right", "quiet"}) {
        for (int i = 0; i < 7; ++i) {
            QVERIFY(m_server.check(S(host) + S("!s%1").arg(i), 2));
        }
    }
}

void TestIcinga2Together::eachByItsOwnRow()
{
    QVERIFY(m_server.check(S("row"), 1));
    // The last was never checked: the server would take it, and hide its first problem.
    const QStringList ids {S("row!s0"), S("row"), S("row!s1"), S("row!s2"), S("row!s3"), S("row!s7")};
    const auto actions = actionsOn(ids, Verb::Acknowledge);
    QVERIFY(m_server.check(S("row!s1"), 0));
    QCOMPARE(act("acknowledge-problem", R"({"type":"Service","service":"row!s2","author":"cid","comment":"mine"})").status, 200);
    const auto outcomes = performed(*m_source, actions);
    const std::vector<Outcome::Is> wanted {
        Outcome::Is::Done, Outcome::Is::Done, Outcome::Is::Conflict, Outcome::Is::AlreadySo, Outcome::Is::Done, Outcome::Is::Conflict};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QVERIFY2(outcomes[i].is == wanted[i], qPrintable(ids[qsizetype(i)] + toldOf(outcomes[i])));
    }
    QCOMPARE(outcomes[3].reason, Reason {ReasonCode::Acknowledged}.with(reasonpart::By, S("cid")));
    QCOMPARE(outcomes[0].madeId, seen(S("row!s0")).acknowledgement().id);
    QCOMPARE(outcomes[4].madeId, seen(S("row!s3")).acknowledgement().id);
    QCOMPARE(attribute("services", S("row!s7"), S("acknowledgement")), S("0.000"));
    QCOMPARE(attribute("services", S("row!s1"), S("acknowledgement")), S("0.000"));
}

void TestIcinga2Together::foundAgainByTheCall()
{
    const auto actions = actionsOn({S("call!s0"), S("call!s1"), S("call!s2")}, Verb::Acknowledge);
    const auto outcomes = performed(*m_source, actions);
    QVERIFY(!m_call.isEmpty());
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const auto look = await(m_source->acts()->readBack(actions[i], m_call, {}));
        QVERIFY2(isOutcome(look, Outcome::Is::Done), qPrintable(toldOf(look)));
        QCOMPARE(look->madeId, outcomes[i].madeId);
        // By itself it was never sent.
        QVERIFY(isOutcome(await(m_source->acts()->readBack(actions[i], {}, {})), Outcome::Is::NotSent));
    }
    // Each of its own object, though all bear one mark.
    const auto other = actionsOn({S("call!s3")}, Verb::Acknowledge);
    QVERIFY(isOutcome(await(m_source->acts()->readBack(other.front(), m_call, {})), Outcome::Is::NotSent));
    // What one was sent as by itself before is found by the next call.
    const auto alone = actionsOn({S("call!s4")}, Verb::Acknowledge);
    QVERIFY(isOutcome(await(m_source->acts()->perform(alone.front(), {}, {})), Outcome::Is::Done));
    QCOMPARE(performed(*m_source, alone).front().is, Outcome::Is::Done);
    // Nothing is sent where it cannot be written down.
    const auto unnoted = actionsOn({S("call!s5"), S("call!s6")}, Verb::Acknowledge);
    const auto disk = [](const QString &) { return ready<Done>(fail(ErrorKind::Storage, S("The disk is full"))); };
    const auto unsent = await(m_source->acts()->performAll(unnoted, disk, {}));
    QVERIFY(unsent && unsent->at(0).is == Outcome::Is::NotSent && unsent->at(1).is == Outcome::Is::NotSent);
    QCOMPARE(seen(S("call!s5")).state, AlertState::Triggered);
}

void TestIcinga2Together::takesBackAndRemarksTogether()
{
    const QStringList ids {S("back!s0"), S("back!s1"), S("back!s2"), S("back!s3")};
    const auto remarks = actionsOn(ids, Verb::Note);
    for (const Outcome &outcome : performed(*m_source, remarks)) {
        QVERIFY2(outcome.is == Outcome::Is::Done && !outcome.madeId.isEmpty(), qPrintable(toldOf(outcome)));
    }
    const auto look = await(m_source->acts()->readBack(remarks.back(), m_call, {}));
    QVERIFY(isOutcome(look, Outcome::Is::Done) && look->madeId.startsWith(S("back!s3!")));
    QCOMPARE(performed(*m_source, actionsOn(ids.first(3), Verb::Acknowledge)).size(), std::size_t(3));
    const auto outcomes = performed(*m_source, actionsOn(ids, Verb::Unacknowledge));
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        QCOMPARE(outcomes[i].is, i == 3 ? Outcome::Is::AlreadySo : Outcome::Is::Done);
        QCOMPARE(seen(ids[qsizetype(i)]).state, AlertState::Triggered);
    }
}

void TestIcinga2Together::checksAreAwaitedTogether()
{
    const QStringList ids {S("back!s4"), S("back!s5"), S("back!s6"), S("back!s7")};
    QHash<QString, UtcTime> before;
    for (const QString &id : ids.first(3)) {
        before.insert(id, seen(id).updatedAt);
    }
    const auto outcomes = performed(*m_source, actionsOn(ids, Verb::CheckNow));
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        // Of one without a problem there is nothing that a person could have seen.
        QVERIFY2(outcomes[i].is == (i == 3 ? Outcome::Is::Conflict : Outcome::Is::Done), qPrintable(ids[qsizetype(i)] + toldOf(outcomes[i])));
    }
    const AlertPage all = snapshot();
    for (const QString &id : ids.first(3)) {
        const Alert *alert = of(all, id);
        QVERIFY2(alert == nullptr || alert->updatedAt > before.value(id), qPrintable(id));
    }
}

void TestIcinga2Together::oneThatTheUserMayNot()
{
    QStringList ids;
    for (int i = 0; i < 7; ++i) {
        ids.append(S("right!s%1").arg(i));
    }
    const auto source = open(S("some"));
    const auto outcomes = performed(*source, actionsOn(ids, Verb::Acknowledge));
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        QVERIFY2(outcomes[i].is == (i == 5 ? Outcome::Is::Refused : Outcome::Is::Done), qPrintable(ids[qsizetype(i)] + toldOf(outcomes[i])));
    }
    QVERIFY2(outcomes[5].reason.text().contains(S("right!s5")), qPrintable(toldOf(outcomes[5])));
    QCOMPARE(seen(S("right!s5")).state, AlertState::Triggered);
}

void TestIcinga2Together::onlyWhatOneCallCanSay()
{
    AlertAction action = actionsOn({S("right!s5")}, Verb::Acknowledge).front();
    QCOMPARE(m_source->acts()->mostTogether(action), 250);
    for (const Verb verb : {Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence}) {
        action.verb = verb;
        QCOMPARE(m_source->acts()->mostTogether(action), 250);
        QCOMPARE(m_source->acts()->mostTogether(actionOn(S("right!s5!1"), verb)), 250);
        // One of a host may have brought others, which its text tells.
        QCOMPARE(m_source->acts()->mostTogether(actionOn(S("right!1"), verb)), 1);
    }
    action.verb = Verb::Unacknowledge;
    action.alert = {};
    QCOMPARE(m_source->acts()->mostTogether(action), 1);
}

void TestIcinga2Together::oneReadingTellsOfAll()
{
    const auto source = openGate();
    const QStringList ids {S("quiet!s0"), S("quiet!s1"), S("quiet!s2"), S("quiet!s3")};
    const auto actions = actionsOn(ids, Verb::Note);
    const auto made = performed(*source, actions);
    QCOMPARE(passed("/v1/actions/add-comment"), 1);
    auto looked = actions;
    looked.push_back(actionsOn({S("quiet!s4")}, Verb::Note).front());
    countFromHere();
    const auto outcomes = await(source->acts()->readBackAll(looked, m_call, {}));
    QVERIFY2(outcomes, qPrintable(errorOf(outcomes)));
    QCOMPARE(passed("/v1/objects/comments"), 1);
    for (std::size_t i = 0; i < looked.size(); ++i) {
        QCOMPARE(outcomes->at(i).is, i < actions.size() ? Outcome::Is::Done : Outcome::Is::NotSent);
        QVERIFY(i >= actions.size() || outcomes->at(i).madeId == made[i].madeId);
    }
    // Of what cannot be read nothing is known.
    m_gate->setHandler([](const ScriptedRequest &) { return ScriptedReply::reset(); });
    const auto unread = await(source->acts()->readBackAll(looked, m_call, {}));
    QVERIFY2(unread, qPrintable(errorOf(unread)));
    QVERIFY(std::ranges::all_of(*unread, [](const Outcome &outcome) { return outcome.is == Outcome::Is::Unknown; }));
}

void TestIcinga2Together::downtimesOfServices()
{
    const auto source = openGate();
    const int before = downtimes();
    const QStringList ids {S("quiet!s0"), S("call!s6"), S("quiet!s1"), S("quiet!s7")};
    const auto made = performed(*source, actionsOn(ids, Verb::Silence));
    QCOMPARE(passed("/v1/actions/schedule-downtime"), 1);
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY2(made[i].is == Outcome::Is::Done, qPrintable(ids[qsizetype(i)] + toldOf(made[i])));
        QVERIFY(made[i].madeId.startsWith(ids[qsizetype(i)] + u'!'));
        QCOMPARE(seen(ids[qsizetype(i)]).mutes(), QStringList {made[i].madeId});
    }
    QCOMPARE(made[3].is, Outcome::Is::Conflict);
    QCOMPARE(downtimes(), before + 3);
    // The same call once more, as after an answer that was lost, finds what it made.
    const std::vector<Outcome> three(made.begin(), made.begin() + 3);
    auto longer = actionsOn(three, Verb::ExtendSilence);
    for (std::size_t i = 0; i < longer.size(); ++i) {
        longer[i].until = m_clock.now() + Millis(10'000'000 + qint64(i) * 60'000);
    }
    QVERIFY(areAlike(longer[0], longer[1]));
    countFromHere();
    const auto extended = performed(*source, longer);
    QCOMPARE(passed("/v1/objects/downtimes"), 2);
    QCOMPARE(passed("/v1/actions/remove-downtime"), 1);
    for (std::size_t i = 0; i < longer.size(); ++i) {
        QVERIFY2(extended[i].is == Outcome::Is::Done && extended[i].reason.isEmpty(), qPrintable(toldOf(extended[i])));
        QCOMPARE(seen(ids[qsizetype(i)]).mutes(), QStringList {extended[i].madeId});
        QVERIFY(extended[i].madeId != made[i].madeId);
    }
    QCOMPARE(downtimes(), before + 3);
    const QString call = m_call;
    QVERIFY(std::ranges::all_of(performed(*source, longer), [](const Outcome &outcome) { return outcome.is == Outcome::Is::Done; }));
    // By it what is there is still known as ours.
    QCOMPARE(m_call, call);
    QCOMPARE(downtimes(), before + 3);
    countFromHere();
    const auto ended = performed(*source, actionsOn(extended, Verb::ExpireSilence));
    QCOMPARE(passed("/v1/actions/remove-downtime"), 1);
    for (const Outcome &outcome : ended) {
        QVERIFY2(outcome.is == Outcome::Is::Done, qPrintable(toldOf(outcome)));
    }
    QCOMPARE(downtimes(), before);
}

void TestIcinga2Together::aDowntimeOfOneEndsAlone()
{
    const QStringList ids {S("quiet!s2"), S("call!s6"), S("right!s6")};
    const auto made = performed(*m_source, actionsOn(ids, Verb::Silence));
    const int before = downtimes();
    // The text of all of them bears one mark.
    const auto longer = await(m_source->acts()->perform(actionOn(made[0].madeId, Verb::ExtendSilence), {}, {}));
    QVERIFY2(isOutcome(longer, Outcome::Is::Done), qPrintable(toldOf(longer)));
    QCOMPARE(downtimes(), before);
    const auto ended = await(m_source->acts()->perform(actionOn(made[1].madeId, Verb::ExpireSilence), {}, {}));
    QVERIFY2(isOutcome(ended, Outcome::Is::Done), qPrintable(toldOf(ended)));
    QCOMPARE(downtimes(), before - 1);
    QCOMPARE(seen(ids[2]).mutes(), QStringList {made[2].madeId});
}

void TestIcinga2Together::halfAnExtensionIsMadeWhole()
{
    const QStringList ids {S("quiet!s4"), S("quiet!s5")};
    const auto made = performed(*m_source, actionsOn(ids, Verb::Silence));
    const int before = downtimes();
    const auto source = openGate();
    m_gate->setHandler([this](const ScriptedRequest &request) {
        return request.path() == "/v1/actions/remove-downtime" ? ScriptedReply::reset() : passOn(request, m_server);
    });
    auto longer = actionsOn(made, Verb::ExtendSilence);
    const auto cut = performed(*source, longer);
    for (std::size_t i = 0; i < longer.size(); ++i) {
        QVERIFY2(cut[i].is == Outcome::Is::Unknown, qPrintable(toldOf(cut[i])));
        const auto look = await(m_source->acts()->readBack(longer[i], m_call, {}));
        QVERIFY2(isOutcome(look, Outcome::Is::NotSent), qPrintable(toldOf(look)));
    }
    QCOMPARE(downtimes(), before + 2);
    // Whether it is sent by itself or with others.
    QVERIFY(isOutcome(await(m_source->acts()->perform(longer[0], {}, {})), Outcome::Is::Done));
    QCOMPARE(downtimes(), before + 1);
    QCOMPARE(performed(*m_source, {longer[1]}).front().is, Outcome::Is::Done);
    QCOMPARE(downtimes(), before);
    QVERIFY(seen(ids[0]).mutes() != QStringList {made[0].madeId});
}

QTEST_GUILESS_MAIN(TestIcinga2Together)
#include "tst_icinga2together.moc"
