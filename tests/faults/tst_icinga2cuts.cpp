#include "tests/faults/cutrun.h"
#include "tests/support/icinga2gate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace quarterdeck;

namespace {

constexpr int MostAtOnce = 48;

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

QJsonArray results(const Icinga2Server::Reply &reply)
{
    return QJsonDocument::fromJson(reply.body).object().value(S("results")).toArray();
}

/// The host or service that a write is about: what a downtime is removed from, too.
QByteArray objectIn(const ScriptedRequest &request)
{
    if (!request.path().startsWith("/v1/actions/")) {
        return {};
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    for (const char *targets : {"services", "downtimes"}) {
        if (const QString name = body.value(S(targets))[0].toString(); !name.isEmpty()) {
            return name.section(u'!', 0, 1).toUtf8();
        }
    }
    return {};
}

/// The first of several objects that a write is about.
QByteArray firstOfMany(const ScriptedRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const auto isOfMany = [&body](const char *targets) { return body.value(S(targets)).toArray().size() > 1; };
    return isOfMany("services") || isOfMany("downtimes") ? objectIn(request) : QByteArray();
}

} // namespace

/// Connections that are cut in each verb of a real Icinga2, through the whole engine: each wish holds in the end and was carried out once.
/// QUARTERDECK_CUTS says how often in each verb.
class TestIcinga2Cuts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cutConnections_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<bool>("isOfSecondHalf");
        QTest::addColumn<bool>("areTogether");
        for (const Verb verb :
            {Verb::Acknowledge, Verb::Unacknowledge, Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence, Verb::Note, Verb::CheckNow}) {
            QTest::newRow(verbName(verb).data()) << verb << false << false;
        }
        // The longer downtime is made, then the shorter one is ended.
        QTest::newRow("extend-silence, its second half") << Verb::ExtendSilence << true << false;
        for (const Verb verb :
            {Verb::Acknowledge, Verb::Unacknowledge, Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence, Verb::Note, Verb::CheckNow}) {
            QTest::addRow("%s, together", verbName(verb).data()) << verb << false << true;
        }
        QTest::newRow("extend-silence, its second half, together") << Verb::ExtendSilence << true << true;
    }
    void cutConnections();

private:
    QStringList wave(Verb verb, int count, const Cutter::About &written, bool areTogether);
    bool prepare(Verb verb, int count);
    QString faultOf(const OutboxEntry &entry) const;
    /// Does something to all services; `more`: further fields.
    bool act(const char *action, QJsonObject more = {}) const
    {
        more.insert(S("type"), S("Service"));
        if (!more.contains(S("filter"))) {
            more.insert(S("filter"), S("host.name==\"cut\""));
        }
        more.insert(S("author"), S("cid"));
        const auto reply = m_server.request("POST", QByteArray("/v1/actions/") + action, QJsonDocument(more).toJson(QJsonDocument::Compact));
        if (reply.status != 200) {
            qWarning("%s: %s", action, reply.body.left(300).constData());
        }
        return reply.status == 200;
    }
    /// The comments or downtimes of an object, by name: those whose text has this in it.
    QMap<QString, QJsonObject> about(const char *kind, const QString &object, const QString &text) const;
    QJsonObject service(const QString &id) const
    {
        const QJsonObject body {{S("services"), QJsonArray {id}}};
        return results(m_server.query("/v1/objects/services", QJsonDocument(body).toJson()))[0][S("attrs")].toObject();
    }

    Icinga2Server m_server;
    QMap<QString, QString> m_downtimes; ///< Those that were there before, by object.
};

void TestIcinga2Cuts::initTestCase()
{
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    if (!qEnvironmentVariableIsSet("QUARTERDECK_CUTS")) {
        QSKIP("it takes minutes: set QUARTERDECK_CUTS to the number of cuts in each verb");
    }
    m_server.addHost(S("cut"));
    for (int i = 0; i < MostAtOnce; ++i) {
        m_server.addService(S("cut"), S("s%1").arg(i), "vars.dummy_state = 2");
    }
    QVERIFY2(m_server.start(), m_server.log().constData());
    QVERIFY(m_server.check(S("cut"), 0));
}

void TestIcinga2Cuts::cutConnections()
{
    QFETCH(Verb, verb);
    QFETCH(bool, isOfSecondHalf);
    QFETCH(bool, areTogether);
    const auto written = [=](const ScriptedRequest &request) {
        const bool isOfOther = isOfSecondHalf && !request.path().endsWith("/remove-downtime");
        return isOfOther ? QByteArray() : areTogether ? firstOfMany(request) : objectIn(request);
    };
    const int each = areTogether ? CutTogether : 1;
    for (int left = cutsWished() * each; left > 0; left -= MostAtOnce) {
        const QStringList faults = wave(verb, std::min(left, MostAtOnce), written, areTogether);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
}

bool TestIcinga2Cuts::prepare(Verb verb, int count)
{
    // No downtime is left of the wave before; what is not wanted in this one has no problem.
    if (!act("process-check-result", {{S("exit_status"), 0}, {S("plugin_output"), S("well")}}) || !act("remove-downtime")) {
        return false;
    }
    m_downtimes.clear();
    for (int i = 0; i < count; ++i) {
        if (!m_server.check(S("cut!s%1").arg(i), 2)) {
            return false;
        }
    }
    if (verb == Verb::Unacknowledge) {
        return act("acknowledge-problem", {{S("comment"), S("before")}, {S("filter"), S("host.name==\"cut\" && service.state!=0")}});
    }
    if (verb != Verb::ExtendSilence && verb != Verb::ExpireSilence) {
        return true;
    }
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (!act("schedule-downtime", {{S("comment"), S("before")}, {S("fixed"), true}, {S("start_time"), now - 60}, {S("end_time"), now + 3'600}})) {
        return false;
    }
    for (int i = 0; i < count; ++i) {
        const QString object = S("cut!s%1").arg(i);
        m_downtimes.insert(object, about("downtimes", object, S("before")).firstKey());
    }
    return true;
}

QStringList TestIcinga2Cuts::wave(Verb verb, int count, const Cutter::About &written, bool areTogether)
{
    if (!prepare(verb, count)) {
        return {S("the server could not be prepared")};
    }
    CutRun run([this](const ScriptedRequest &request) { return passOn(request, m_server); }, written);
    EngineBench &b = run.bench();
    b.kind = "icinga2";
    b.settling = "0s";
    b.settings = ", basic_auth: {username: root, password_file: '" + b.secretFile("secret") + "'}";
    if (!run.open(count)) {
        return {S("the problems were not seen")};
    }
    std::vector<AlertAction> actions;
    for (const Alert &alert : b.alerts()) {
        AlertAction action = b.wish(alert, verb);
        action.comment = S("looking");
        action.silenceId = m_downtimes.value(alert.key.id);
        if (verb == Verb::ExtendSilence) {
            action.until = action.createdAt + Millis(7'200'000);
        }
        actions.push_back(action);
    }
    const auto leaders = run.group(actions, areTogether);
    QStringList faults = run.deliver(
        actions, [&leaders](const AlertAction &action) { return leaders.value(action.id); },
        [this](const OutboxEntry &entry) { return faultOf(entry); });
    if (const int wanted = areTogether ? count / CutTogether : count; run.cutter().cuts() != wanted) {
        faults.append(S("%1 cut instead of %2").arg(run.cutter().cuts()).arg(wanted));
    }
    return faults;
}

QMap<QString, QJsonObject> TestIcinga2Cuts::about(const char *kind, const QString &object, const QString &text) const
{
    QMap<QString, QJsonObject> found;
    for (const QJsonValue &one : results(m_server.query(QByteArray("/v1/objects/") + kind))) {
        const QJsonObject attributes = one[S("attrs")].toObject();
        const QString words = attributes.value(S("text")).toString() + attributes.value(S("comment")).toString();
        if (one[S("name")].toString().startsWith(object + u'!') && words.contains(text)) {
            found.insert(one[S("name")].toString(), attributes);
        }
    }
    return found;
}

/// What the server holds otherwise than was wished, or twice.
QString TestIcinga2Cuts::faultOf(const OutboxEntry &entry) const
{
    const AlertAction &action = entry.action;
    const QString id = action.alert.id;
    const QString marker = silenceMarker(action.id);
    const bool isAcknowledged = service(id).value(S("acknowledgement")).toInt() != 0;
    const auto downtimes = about("downtimes", id, {});
    auto remarks = about("comments", id, marker);
    // Of a call for many its id stands there.
    const QString callMarker = entry.target.isEmpty() ? marker : silenceMarker(QUuid::fromString(entry.target));
    remarks.insert(about("comments", id, callMarker));
    const auto isMarked = [&](const QString &comment) { return comment.contains(marker) || comment.contains(callMarker); };
    const QStringList result {entry.resultSilence};
    const auto wanted = [](bool holds, const char *what) { return holds ? QString() : S(what); };
    // By the server's own clock, which is ours.
    const auto lasts = [](const QJsonObject &one, const char *from, const char *to, double seconds) {
        return std::abs(one.value(S(to)).toDouble() - one.value(S(from)).toDouble() - seconds) < 90;
    };
    switch (action.verb) {
    case Verb::Acknowledge:
        return wanted(
            isAcknowledged && remarks.keys() == result && lasts(remarks.first(), "entry_time", "expire_time", 3'600), "not acknowledged as wished");
    case Verb::Unacknowledge:
        return wanted(!isAcknowledged, "still acknowledged");
    case Verb::Silence:
    case Verb::ExtendSilence:
        return wanted(downtimes.keys() == result && isMarked(downtimes.first().value(S("comment")).toString())
                && lasts(downtimes.first(), "start_time", "end_time", action.verb == Verb::Silence ? 3'660 : 7'260),
            "not the one downtime that was wished for");
    case Verb::ExpireSilence:
        return wanted(downtimes.isEmpty(), "the downtime is still there");
    case Verb::Note:
        return wanted(remarks.keys() == result, "not one comment");
    default:
        return wanted(service(id).value(S("last_check")).toDouble() * 1000 > double(action.createdAt.ms), "not checked");
    }
}

QTEST_GUILESS_MAIN(TestIcinga2Cuts)
#include "tst_icinga2cuts.moc"
