#include "tests/contract/icinga2/icinga2bench.h"
#include "tests/support/gatewayforms.h"
#include "tests/support/icinga2gate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace quarterdeck;

namespace {

/// What Icinga2 itself answers where it does nothing.
constexpr GatewayForm OwnForms[] = {
    {"own 400", 400, "application/json", R"({"error":400,"status":"Invalid type specified."})"},
    {"own 403", 403, "application/json", R"({"error":403,"status":"Missing permission: actions"})"},
    {"own 404", 404, "application/json", R"({"error":404,"status":"No objects found."})"},
    {"own 503", 503, "application/json", R"({"error":503,"status":"Icinga is reloading."})"},
};

std::vector<GatewayForm> allForms()
{
    std::vector<GatewayForm> all(std::begin(GatewayForms), std::end(GatewayForms));
    all.insert(all.end(), std::begin(OwnForms), std::end(OwnForms));
    return all;
}

/// Each form is tried with some of the verbs; with QUARTERDECK_FORMS=all, which takes a quarter of an hour, all of them with each.
bool isTried(std::size_t form, Verb verb, bool isTaken)
{
    return qEnvironmentVariable("QUARTERDECK_FORMS") == u"all" || (form + 2 * std::size_t(verb) + (isTaken ? 3 : 0)) % 11 == 0;
}

QString serviceOf(std::size_t form)
{
    return QStringLiteral("gate!s%1").arg(form);
}

} // namespace

/// What a gateway answers to a write is not the server's word: whether it was taken is what the real server says, for each verb.
class TestIcinga2Gateway : public Icinga2Bench {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!Icinga2Server::isInstalled()) {
            QSKIP("icinga2 is not installed");
        }
        m_server.addHost(QStringLiteral("gate"));
        for (std::size_t i = 0; i < allForms().size(); ++i) {
            m_server.addService(QStringLiteral("gate"), serviceOf(i).section(u'!', 1), "vars.dummy_state = 2");
        }
        QVERIFY2(start(), m_server.log().constData());
        QVERIFY(m_server.check(QStringLiteral("gate"), 0));
    }
    void cleanupTestCase() { stop(); }
    void writesAreToldTruly_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<bool>("isTaken");
        for (const Verb verb :
            {Verb::Acknowledge, Verb::Unacknowledge, Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence, Verb::Note, Verb::CheckNow}) {
            QTest::addRow("%s, taken", verbName(verb).data()) << verb << true;
            QTest::addRow("%s, not taken", verbName(verb).data()) << verb << false;
        }
    }
    void writesAreToldTruly();

private:
    bool prepare(Verb verb);
    QString faultOf(const AlertAction &action, const GatewayForm &form, bool isTaken);
    /// How often the server holds what was wished for.
    int held(const AlertAction &action);
    QJsonArray objects(const char *kind, const QString &service) const
    {
        QJsonArray found;
        const auto reply = m_server.query(QByteArray("/v1/objects/") + kind);
        for (const QJsonValue &one : QJsonDocument::fromJson(reply.body).object().value(QLatin1String("results")).toArray()) {
            if (one[QLatin1String("name")].toString().startsWith(service + u'!')) {
                found.append(one[QLatin1String("attrs")].toObject());
            }
        }
        return found;
    }
    /// Reads do pass; writes are answered in that form, taken or not.
    ScriptedServer::Handler gatewayOf(const GatewayForm &form, bool isTaken) const
    {
        return [this, form, isTaken](const ScriptedRequest &request) {
            const bool isWrite = request.path().startsWith("/v1/actions/");
            const ScriptedReply reply = isWrite && !isTaken ? ScriptedReply() : passOn(request, m_server);
            return isWrite ? form.reply() : reply;
        };
    }
};

bool TestIcinga2Gateway::prepare(Verb verb)
{
    const auto all = [this](const char *action, const char *more) {
        return act(action, QByteArray(R"({"type":"Service","filter":"host.name==\"gate\"","author":"cid",)") + more + '}').status == 200;
    };
    const double now = double(m_clock.now().ms) / 1000;
    const QByteArray span = "\"start_time\":" + QByteArray::number(now - 60, 'f', 3) + ",\"end_time\":" + QByteArray::number(now + 3'600, 'f', 3);
    return all("process-check-result", R"("exit_status":0,"plugin_output":"well")") && all("remove-downtime", R"("expire":0)")
        && all("process-check-result", R"("exit_status":2,"plugin_output":"down")")
        && (verb != Verb::Unacknowledge || all("acknowledge-problem", R"("comment":"before")"))
        && ((verb != Verb::ExtendSilence && verb != Verb::ExpireSilence) || all("schedule-downtime", R"("comment":"before","fixed":true,)" + span));
}

int TestIcinga2Gateway::held(const AlertAction &action)
{
    const QString id = action.alert.id;
    const auto counted = [&](const char *kind, const char *text) {
        const QJsonArray all = objects(kind, id);
        return int(std::count_if(
            all.begin(), all.end(), [&](const QJsonValue &one) { return one[QLatin1String(text)].toString().contains(silenceMarker(action.id)); }));
    };
    switch (action.verb) {
    case Verb::Acknowledge:
    case Verb::Note:
        return counted("comments", "text");
    case Verb::Unacknowledge:
        return attribute("services", id, QStringLiteral("acknowledgement")) == QStringLiteral("0.000") ? 1 : 0;
    case Verb::Silence:
    case Verb::ExtendSilence:
        return counted("downtimes", "comment");
    case Verb::ExpireSilence:
        return objects("downtimes", id).isEmpty() ? 1 : 0;
    default:
        return attribute("services", id, QStringLiteral("last_check")).toDouble() * 1000 > double(action.createdAt.ms) ? 1 : 0;
    }
}

QString TestIcinga2Gateway::faultOf(const AlertAction &action, const GatewayForm &form, bool isTaken)
{
    const auto told = [&](const Result<Outcome> &outcome) {
        return QStringLiteral("%1: %2, held %3 times").arg(QLatin1StringView(form.name), toldOf(outcome)).arg(held(action));
    };
    ScriptedServer gateway(gatewayOf(form, isTaken));
    Endpoint through = endpoint(QStringLiteral("root"), {{QStringLiteral("settling_time"), QStringLiteral("0s")}});
    through.urls = {gateway.url(QString())};
    const auto source = open(through);
    auto outcome = await(source->acts()->perform(action, {}, {}), Millis(40'000));
    if (isOutcome(outcome, Outcome::Is::Unknown)) {
        outcome = await(source->acts()->readBack(action, {}, {}));
    }
    const bool isDone = isOutcome(outcome, Outcome::Is::Done) || isOutcome(outcome, Outcome::Is::AlreadySo);
    if (isDone) {
        return isTaken && held(action) == 1 ? QString() : told(outcome);
    }
    const bool isOwn = QByteArray(form.name).startsWith("own");
    if (isOutcome(outcome, Outcome::Is::Refused)) {
        return isOwn && !isTaken && held(action) == 0 ? QString() : told(outcome);
    }
    // An extension of which one half was answered so is made whole by the next try; what the server itself puts off is looked for by it.
    const bool isHalf = isTaken && (action.verb == Verb::ExtendSilence || form.status == 503);
    if (!isOutcome(outcome, Outcome::Is::NotSent) || (isTaken && !isHalf) || (!isTaken && held(action) != 0)) {
        return told(outcome);
    }
    gateway.setHandler([this](const ScriptedRequest &request) { return passOn(request, m_server); });
    outcome = await(source->acts()->perform(action, {}, {}), Millis(40'000));
    const bool isThere = isOutcome(outcome, Outcome::Is::Done) || isOutcome(outcome, Outcome::Is::AlreadySo);
    const bool isOne = action.verb != Verb::ExtendSilence || objects("downtimes", action.alert.id).size() == 1;
    return isThere && isOne && held(action) == 1 ? QString() : QStringLiteral("again, ") + told(outcome);
}

void TestIcinga2Gateway::writesAreToldTruly()
{
    QFETCH(Verb, verb);
    QFETCH(bool, isTaken);
    QVERIFY(prepare(verb));
    const AlertPage present = snapshot();
    QStringList faults;
    for (std::size_t i = 0; i < allForms().size(); ++i) {
        if (!isTried(i, verb, isTaken)) {
            continue;
        }
        const Alert *alert = of(present, serviceOf(i));
        QVERIFY(alert != nullptr);
        AlertAction action = actionOn(*alert, verb);
        action.createdAt = m_clock.now();
        if (verb == Verb::ExtendSilence || verb == Verb::ExpireSilence) {
            const auto old = std::ranges::find_if(present.silences, [&](const Silence &one) { return one.id.startsWith(serviceOf(i) + u'!'); });
            QVERIFY(old != present.silences.end());
            action.silenceId = old->id;
            action.until = verb == Verb::ExtendSilence ? action.createdAt + Millis(7'200'000) : UtcTime {};
        }
        if (const QString fault = faultOf(action, allForms()[i], isTaken); !fault.isEmpty()) {
            faults.append(fault);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestIcinga2Gateway)
#include "tst_icinga2gateway.moc"
