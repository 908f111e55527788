#include "tests/faults/cutrun.h"
#include "tests/support/pagerdutyserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace quarterdeck;

namespace {

constexpr int MostAtOnce = 240;

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray incidentIn(const ScriptedRequest &request)
{
    return request.method == "GET" ? QByteArray() : request.path().split('/').value(2);
}

/// The first of several incidents that a request is about.
QByteArray firstOfMany(const ScriptedRequest &request)
{
    const QJsonArray all = QJsonDocument::fromJson(request.body).object().value(S("incidents")).toArray();
    return request.method == "PUT" && all.size() > 1 ? all[0][S("id")].toString().toUtf8() : QByteArray();
}

} // namespace

/// Connections that are cut in each verb of PagerDuty, through the whole engine: each wish holds in the end and was carried out once.
/// QUARTERDECK_CUTS says how often in each verb.
class TestPagerdutyCuts : public QObject {
    Q_OBJECT

private slots:
    void cutConnections_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<bool>("areTogether");
        for (const Verb verb : {Verb::Acknowledge, Verb::Unacknowledge, Verb::Snooze, Verb::Resolve, Verb::Note, Verb::Reassign, Verb::Escalate,
                 Verb::AddResponder, Verb::Merge, Verb::SetPriority}) {
            QTest::newRow(verbName(verb).data()) << verb << false;
        }
        for (const Verb verb : {Verb::Acknowledge, Verb::Unacknowledge, Verb::Resolve}) {
            QTest::addRow("%s, together", verbName(verb).data()) << verb << true;
        }
    }
    void cutConnections();

private:
    static QStringList wave(Verb verb, int cuts, bool areTogether);
    static QString faultOf(PagerdutyServer &server, const OutboxEntry &entry);
    static QString targetOf(const AlertAction &action) { return action.verb == Verb::Merge ? action.subject : action.alert.id; }
};

void TestPagerdutyCuts::cutConnections()
{
    QFETCH(Verb, verb);
    QFETCH(bool, areTogether);
    for (int left = cutsWished(); left > 0; left -= MostAtOnce) {
        const QStringList faults = wave(verb, std::min(left, MostAtOnce), areTogether);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
}

QStringList TestPagerdutyCuts::wave(Verb verb, int cuts, bool areTogether)
{
    const int count = areTogether ? cuts * CutTogether : cuts;
    PagerdutyServer server;
    QStringList ids;
    QMap<QString, QString> into;
    server.with([&](PagerdutyAccount &account) {
        for (int i = 0; i < count; ++i) {
            const QString id = account.open(S("Incident %1").arg(i));
            ids.append(id);
            // A snooze acknowledges first, where nobody has: then that is what is cut.
            if (verb == Verb::Unacknowledge || (verb == Verb::Snooze && i / int(Cutter::Ways.size()) % 2 == 0)) {
                account.update(id, {{S("status"), S("acknowledged")}}, S("PBEN002"));
            }
            if (verb == Verb::Merge) {
                into.insert(id, account.open(S("Main incident %1").arg(i)));
            }
        }
    });
    CutRun run([&server](const ScriptedRequest &request) { return server.answer(request); }, areTogether ? firstOfMany : incidentIn);
    EngineBench &b = run.bench();
    b.kind = "pagerduty";
    b.settings = ", authorization: {type: Token, credentials_file: '" + b.secretFile("user-key") + "'}";
    if (!run.open(count + int(into.size()))) {
        return {S("the incidents were not seen")};
    }
    std::vector<AlertAction> actions;
    for (const Alert &alert : b.alerts()) {
        if (!ids.contains(alert.key.id)) {
            continue;
        }
        AlertAction action = b.wish(alert, verb);
        action.people = QStringList {S("ben@acme.example")};
        action.subject = verb == Verb::Merge ? into.value(alert.key.id) : verb == Verb::SetPriority ? S("P2") : S("2");
        action.comment = verb == Verb::Note || verb == Verb::AddResponder ? S("looking") : QString();
        actions.push_back(action);
    }
    const auto leaders = run.group(actions, areTogether);
    QStringList faults = run.deliver(
        actions, [&](const AlertAction &action) { return areTogether ? leaders.value(action.id) : targetOf(action).toUtf8(); },
        [&server](const OutboxEntry &entry) { return faultOf(server, entry); });
    if (run.cutter().cuts() != cuts) {
        faults.append(S("%1 cut instead of %2").arg(run.cutter().cuts()).arg(cuts));
    }
    return faults;
}

/// What the account shows otherwise than was wished, or twice.
QString TestPagerdutyCuts::faultOf(PagerdutyServer &server, const OutboxEntry &entry)
{
    const AlertAction &action = entry.action;
    return server.with([&](PagerdutyAccount &account) -> QString {
        const QJsonObject incident = account.incident(action.alert.id);
        const QString status = incident.value(S("status")).toString();
        const auto entries = [&](const char *type) {
            const QJsonArray log = account.log(action.alert.id);
            return std::ranges::count_if(
                log, [type](const QJsonValue &one) { return one[S("type")] == S(type) && one[S("agent")][S("id")] == S("PANA001"); });
        };
        const auto wanted = [](bool holds, const char *what) { return holds ? QString() : S(what); };
        switch (action.verb) {
        case Verb::Acknowledge:
            return wanted(status == u"acknowledged" && entries("acknowledge_log_entry") == 1, "not acknowledged once");
        case Verb::Unacknowledge:
            return wanted(status == u"triggered" && entries("unacknowledge_log_entry") == 1, "not taken back once");
        case Verb::Snooze:
            return wanted(status == u"acknowledged" && entries("snooze_log_entry") == 1, "not snoozed once");
        case Verb::Resolve:
            return wanted(status == u"resolved" && entries("resolve_log_entry") == 1, "not resolved once");
        case Verb::Note:
            return wanted(account.notes(action.alert.id).size() == 1, "not one note");
        case Verb::Reassign:
            return wanted(
                incident[S("assignments")][0][S("assignee")][S("id")] == S("PBEN002") && entries("assign_log_entry") == 1, "not reassigned once");
        case Verb::Escalate:
            return wanted(entries("escalate_log_entry") == 1, "not escalated once");
        case Verb::AddResponder:
            return wanted(incident.value(S("responder_requests")).toArray().size() == 1, "help was not asked for once");
        case Verb::Merge:
            return wanted(incident[S("resolve_reason")][S("incident")][S("id")] == action.subject, "not merged");
        default:
            return wanted(incident[S("priority")][S("id")] == S("PPRIO2"), "another priority");
        }
    });
}

QTEST_GUILESS_MAIN(TestPagerdutyCuts)
#include "tst_pagerdutycuts.moc"
