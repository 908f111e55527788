#include "app/domain/quiet.h"
#include "app/sources/pagerduty/maintenance.h"
#include "pagerdutybench.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace quarterdeck;

namespace {

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Maintenance windows: read with each poll, opened from an incident, and ended.
class TestPagerdutyWindows : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_b = std::make_unique<PagerdutyBench>();
        m_clock = std::make_unique<FakeClock>(UtcTime {QDateTime::currentMSecsSinceEpoch()});
    }
    void saysWhichServiceIsInOne();
    void isNoSilenceOfWhatIsOpen();
    void asksRarelyWhereThereAreNone();
    void saysWhatItCannotRead();
    void opensOneForTheServiceOfAnIncident();
    void opensNoSecondOne();
    void whatIsRefused();
    void endsOne();
    void endingAnAcknowledgementTakesItBack();
    void whatIsCutOffIsReadBack();
    void readsOdd();

private:
    AlertAction wish(Verb verb, const QString &incident) const
    {
        AlertAction action;
        action.id = QUuid::createUuid();
        action.verb = verb;
        action.source = S("src");
        action.alert = incident.isEmpty() ? AlertKey {} : AlertKey {S("src"), incident};
        action.duration = Millis(3'600'000);
        action.comment = S("moving the racks");
        return action;
    }
    AlertAction ending(const QString &window) const
    {
        AlertAction action = wish(Verb::ExpireSilence, {});
        action.silenceId = window;
        return action;
    }
    /// Opens a window for the service of that length, from so much after now on.
    QString window(const QString &service, Millis from, Millis to)
    {
        return m_b->server.with([&](PagerdutyAccount &account) {
            const QJsonArray services {QJsonObject {{S("id"), S("PSVC") + QString::number(service.size())}, {S("type"), S("service_reference")}}};
            return account
                .openWindow({{S("start_time"), toRfc3339(account.now() + from)}, {S("end_time"), toRfc3339(account.now() + to)},
                                {S("description"), S("rack move")}, {S("services"), services}},
                    S("PBEN002"))
                .value(S("id"))
                .toString();
        });
    }
    QJsonArray windows()
    {
        return m_b->server.with([](PagerdutyAccount &account) { return account.windows(); });
    }
    static Result<Outcome> perform(Source &source, const AlertAction &action) { return await(source.acts()->perform(action, {}, {})); }

    std::unique_ptr<PagerdutyBench> m_b;
    std::unique_ptr<FakeClock> m_clock;
};

void TestPagerdutyWindows::saysWhichServiceIsInOne()
{
    const QString inside = m_b->openIncident(S("A"));
    const QString outside = m_b->server.with([](PagerdutyAccount &account) { return account.open(S("B"), S("Checkout")); });
    const QString now = window(S("Mail"), Millis(0), Millis(3'600'000));
    const QString later = window(S("Checkout"), Millis(600'000), Millis(3'600'000));
    const auto source = m_b->open();
    const auto page = await(source->alerts()->read({}));
    QVERIFY2(page && page->isWhole(), qPrintable(errorOf(page)));
    QCOMPARE(page->silences.size(), std::size_t(2));
    const auto silence = std::ranges::find(page->silences, now, &Silence::id);
    QVERIFY(silence != page->silences.end() && silence->kind == HoldKind::Maintenance);
    QCOMPARE(silence->state, SilenceState::Active);
    QCOMPARE(silence->createdBy, S("Ben Brandt"));
    QCOMPARE(silence->comment, S("rack move"));
    QCOMPARE(matchersText(silence->matchers), S("{service=\"Mail\"}"));
    QCOMPARE(std::ranges::find(page->silences, later, &Silence::id)->state, SilenceState::Pending);
    QCOMPARE(alertIn(*page, inside).mutes(), QStringList {now});
    QVERIFY(alertIn(*page, inside).can.has(Verb::ExpireSilence));
    QCOMPARE(alertIn(*page, outside).mutes(), QStringList {});
    QVERIFY(!alertIn(*page, outside).can.has(Verb::ExpireSilence));
}

void TestPagerdutyWindows::isNoSilenceOfWhatIsOpen()
{
    // What is open goes on paging: nobody may take it for quiet.
    const QString id = m_b->openIncident(S("A"));
    window(S("Mail"), Millis(0), Millis(3'600'000));
    const auto source = m_b->open();
    const auto page = await(source->alerts()->read({}));
    QVERIFY2(page, qPrintable(errorOf(page)));
    const Alert alert = alertIn(*page, id);
    QCOMPARE(alert.state, AlertState::Triggered);
    QuietSources known;
    known.silence = [&page](const SourceId &, const QString &) { return &page->silences.front(); };
    const auto reasons = quietReasons(alert, known);
    QCOMPARE(reasons.size(), std::size_t(1));
    QCOMPARE(reasons[0].kind, HoldKind::Maintenance);
    QCOMPARE(reasons[0].by, S("Ben Brandt"));
    QVERIFY(reasons[0].until.isValid());
    QuietCount count;
    count.add(alert, {});
    QCOMPARE(count.quiet(), 0);
}

void TestPagerdutyWindows::asksRarelyWhereThereAreNone()
{
    m_b->clock = m_clock.get();
    m_b->openIncident(S("A"));
    const auto source = m_b->open();
    for (int i = 0; i < 4; ++i) {
        QVERIFY(await(source->alerts()->read({})));
    }
    QCOMPARE(m_b->server.count("GET /maintenance_windows"), 1);
    m_clock->advance(Millis(301'000));
    QVERIFY(await(source->alerts()->read({})));
    QCOMPARE(m_b->server.count("GET /maintenance_windows"), 2);
}

void TestPagerdutyWindows::saysWhatItCannotRead()
{
    const QString id = m_b->openIncident(S("A"));
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.path() == "/maintenance_windows" ? std::optional(PagerdutyServer::no(403, 2010, S("Access Denied"))) : std::nullopt;
    });
    const auto source = m_b->open();
    for (int i = 0; i < 2; ++i) {
        const auto page = await(source->alerts()->read({}));
        QVERIFY2(page && page->hasAllAlerts() && !page->isWhole(), qPrintable(errorOf(page)));
        QCOMPARE(page->lacks.size(), std::size_t(1));
        QCOMPARE(page->lacks[0].part, AlertLack::Part::Silences);
        QVERIFY2(page->lacks[0].why.what.contains(S("maintenance windows")), qPrintable(page->lacks[0].why.what));
        QCOMPARE(alertIn(*page, id).state, AlertState::Triggered);
    }
    QCOMPARE(m_b->server.count("GET /maintenance_windows"), 1);
}

void TestPagerdutyWindows::opensOneForTheServiceOfAnIncident()
{
    const QString id = m_b->openIncident(S("A"));
    const auto source = m_b->open();
    QVERIFY(source->info().verbs.has(Verb::Maintain) && source->info().verbs.has(Verb::ExpireSilence));
    QVERIFY(!source->info().verbs.has(Verb::Silence));
    QVERIFY(await(source->alerts()->read({})));
    const AlertAction action = wish(Verb::Maintain, id);
    const auto outcome = perform(*source, action);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Done), qPrintable(toldOf(outcome)));
    QCOMPARE(outcome->reason.code, ReasonCode::InMaintenance);
    QCOMPARE(outcome->reason.text(), S("Mail"));
    const QJsonArray open = windows();
    QCOMPARE(open.size(), 1);
    QCOMPARE(outcome->madeId, open[0][S("id")].toString());
    QCOMPARE(open[0][S("description")].toString(), S("moving the racks ") + silenceMarker(action.id));
    QCOMPARE(open[0][S("services")][0][S("id")].toString(), S("PSVC4"));
    const UtcTime end = outcome->reason.time(reasonpart::Until);
    const UtcTime now {QDateTime::currentMSecsSinceEpoch()};
    QVERIFY(end > now + Millis(3'500'000) && end <= now + Millis(3'700'000));
    // The next poll knows, though there were none a moment ago.
    const auto page = await(source->alerts()->read({}));
    QCOMPARE(alertIn(*page, id).mutes(), QStringList {outcome->madeId});
    // The same wish again is not sent again.
    const auto again = perform(*source, action);
    QVERIFY2(isOutcome(again, Outcome::Is::Done) && again->reason.code == ReasonCode::LandedBefore, qPrintable(toldOf(again)));
    QCOMPARE(m_b->server.count("POST /maintenance_windows"), 1);
}

void TestPagerdutyWindows::opensNoSecondOne()
{
    const QString id = m_b->openIncident(S("A"));
    const QString there = window(S("Mail"), Millis(0), Millis(7'200'000));
    const auto source = m_b->open();
    const auto outcome = perform(*source, wish(Verb::Maintain, id));
    QVERIFY2(isOutcome(outcome, Outcome::Is::AlreadySo), qPrintable(toldOf(outcome)));
    QCOMPARE(outcome->madeId, there);
    QCOMPARE(outcome->reason.text(reasonpart::By), S("Ben Brandt"));
    // One that ends sooner is not enough.
    AlertAction longer = wish(Verb::Maintain, id);
    longer.duration = Millis(10'800'000);
    QVERIFY(isOutcome(perform(*source, longer), Outcome::Is::Done));
    QCOMPARE(windows().size(), 2);
}

void TestPagerdutyWindows::whatIsRefused()
{
    const QString id = m_b->openIncident(S("A"));
    AlertAction past = wish(Verb::Maintain, id);
    past.until = UtcTime {QDateTime::currentMSecsSinceEpoch() - 60'000};
    const auto source = m_b->open();
    const auto outcome = perform(*source, past);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Refused) && outcome->reason.code == ReasonCode::EndsInThePast, qPrintable(toldOf(outcome)));
    const auto nobody = m_b->open(S("account-key"));
    QCOMPARE(perform(*nobody, wish(Verb::Maintain, id))->reason.code, ReasonCode::NobodysKey);
    QCOMPARE(perform(*source, wish(Verb::Maintain, S("PNOSUCH")))->reason.code, ReasonCode::Gone);
    m_b->change(id, "resolved");
    QCOMPARE(perform(*source, wish(Verb::Maintain, id))->reason.code, ReasonCode::ResolvedSince);
    m_b->options.insert(S("user"), S("ana@acme.example"));
    const QString other = m_b->openIncident(S("B"));
    const auto reader = m_b->open(S("read-key"));
    const auto denied = perform(*reader, wish(Verb::Maintain, other));
    QVERIFY2(isOutcome(denied, Outcome::Is::Refused), qPrintable(toldOf(denied)));
    QVERIFY(windows().isEmpty());
}

void TestPagerdutyWindows::endsOne()
{
    const QString id = window(S("Mail"), Millis(0), Millis(3'600'000));
    const QString later = window(S("Mail"), Millis(600'000), Millis(3'600'000));
    const auto source = m_b->open();
    for (const QString &one : {id, later}) {
        const auto outcome = perform(*source, ending(one));
        QVERIFY2(isOutcome(outcome, Outcome::Is::Done), qPrintable(toldOf(outcome)));
    }
    QVERIFY(windows().isEmpty());
    const auto again = perform(*source, ending(id));
    QVERIFY2(isOutcome(again, Outcome::Is::AlreadySo) && again->reason.code == ReasonCode::HadEnded, qPrintable(toldOf(again)));
    QVERIFY(isOutcome(perform(*source, ending(S("../users/me"))), Outcome::Is::Refused));
    QCOMPARE(m_b->server.count("DELETE /maintenance_windows/" + id.toUtf8()), 1);
}

void TestPagerdutyWindows::endingAnAcknowledgementTakesItBack()
{
    const QString id = m_b->openIncident(S("A"));
    m_b->change(id, "acknowledged");
    AlertAction action = wish(Verb::ExpireSilence, id);
    action.silenceId = id;
    action.comment.clear();
    const auto source = m_b->open();
    const auto outcome = perform(*source, action);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Done), qPrintable(toldOf(outcome)));
    QCOMPARE(m_b->statusOf(id), S("triggered"));
}

void TestPagerdutyWindows::whatIsCutOffIsReadBack()
{
    const QString id = m_b->openIncident(S("A"));
    const AlertAction action = wish(Verb::Maintain, id);
    const auto source = m_b->open();
    // It took effect, and the answer is lost.
    m_b->server.after([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.method == "POST" ? std::optional(ScriptedReply::reset()) : std::nullopt;
    });
    QVERIFY(isOutcome(perform(*source, action), Outcome::Is::Unknown));
    const auto look = await(source->acts()->readBack(action, {}, {}));
    QVERIFY2(isOutcome(look, Outcome::Is::Done) && !look->madeId.isEmpty(), qPrintable(toldOf(look)));
    m_b->server.after([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.method == "DELETE" ? std::optional(ScriptedReply::html("<html>Bad gateway</html>", 502)) : std::nullopt;
    });
    QVERIFY(isOutcome(perform(*source, ending(look->madeId)), Outcome::Is::Unknown));
    QVERIFY(isOutcome(await(source->acts()->readBack(ending(look->madeId), {}, {})), Outcome::Is::Done));
    // Nor is a yes believed that changes nothing.
    m_b->server.after({});
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.method == "POST" ? std::optional(ScriptedReply::json("{}", 201)) : std::nullopt;
    });
    const AlertAction other = wish(Verb::Maintain, id);
    QVERIFY(isOutcome(perform(*source, other), Outcome::Is::Unknown));
    const auto missed = await(source->acts()->readBack(other, {}, {}));
    QVERIFY2(isOutcome(missed, Outcome::Is::NotSent), qPrintable(toldOf(missed)));
    QVERIFY(windows().isEmpty());
}

void TestPagerdutyWindows::readsOdd()
{
    const auto parsed = [](const QByteArray &windows) {
        return pagerduty::parseWindows(R"({"maintenance_windows":[)" + windows + R"(],"more":false})");
    };
    QVERIFY(!pagerduty::parseWindows("{}") && !pagerduty::parseWindows(R"({"maintenance_windows":[]})"));
    const auto odd = parsed(R"({"id":"P1"},{"id":"a/b","start_time":"2026-11-21T07:00:00Z","end_time":"2026-11-21T08:00:00Z"})");
    QVERIFY(odd && odd->items.empty() && odd->problem && odd->served == 2);
    const auto several = parsed(R"({"id":"P1","start_time":"2026-11-21T07:00:00Z","end_time":"2026-11-21T08:00:00Z","summary":"racks",)"
                                R"("services":[{"id":"S1","summary":"a.b"},{"id":"S2"}],"created_by":null})");
    QVERIFY(several && several->items.size() == 1);
    const Silence silence = pagerduty::silenceOf(several->items.front(), S("src"), {1'795'255'200'000});
    QCOMPARE(silence.comment, S("racks"));
    QCOMPARE(silence.matchers.front().value, S("a\\.b|S2"));
    QVERIFY(silence.matchers.front().isRegex);
}

QTEST_GUILESS_MAIN(TestPagerdutyWindows)
#include "tst_pagerdutywindows.moc"
