#include "app/sync/rulealerts.h"

#include <QHash>

#include <algorithm>

namespace quarterdeck {

namespace {

bool isFiring(const Alert &alert)
{
    // A word nobody knows is rather shown than hidden.
    return alert.rawState != QLatin1StringView("pending") && alert.rawState != QLatin1StringView("inactive");
}

/// Whether a server that is well otherwise leaves this question out.
bool isNotTold(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Forbidden
        || error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Malformed;
}

/// The firing ones, each once: two rules may yield the same labels.
std::vector<Alert> firingOf(const std::vector<Alert> &all)
{
    std::vector<Alert> firing;
    QHash<QString, std::size_t> places;
    for (const Alert &alert : all) {
        if (!isFiring(alert)) {
            continue;
        }
        const auto known = places.constFind(alert.key.id);
        if (known == places.constEnd()) {
            places.insert(alert.key.id, firing.size());
            firing.push_back(alert);
        } else if (alert.startsAt < firing[*known].startsAt) {
            firing[*known] = alert;
        }
    }
    return firing;
}

QSet<QString> idsOf(const std::vector<Alert> &alerts)
{
    QSet<QString> ids;
    for (const Alert &alert : alerts) {
        ids.insert(alert.key.id);
    }
    return ids;
}

} // namespace

QStringList sourcesOfAlerts(const std::vector<std::unique_ptr<Source>> &sources, bool areRulesAlerts)
{
    QStringList asked;
    for (const std::unique_ptr<Source> &source : sources) {
        const Faces faces = source->info().faces;
        if (faces.testFlag(Face::Alerts) || (areRulesAlerts && faces.testFlag(Face::Rules))) {
            asked.append(source->info().id);
        }
    }
    return asked;
}

RuleAlerts::RuleAlerts(Source &source, const Clock &clock)
    : m_source(source)
    , m_clock(clock)
{
}

Async<AlertPage> RuleAlerts::read(CancelToken cancel)
{
    const Reply<AlertPage> reply;
    const auto listed = m_source.rules()->ruleAlerts(cancel);
    then(m_source.probe(cancel), this, [this, listed, cancel, reply](const Result<BackendHealth> &health) {
        then(listed, this, [this, health, cancel, reply](const Result<std::vector<Alert>> &alerts) { take({health, alerts}, cancel, reply); });
    });
    return reply.future();
}

void RuleAlerts::take(Heard heard, const CancelToken &cancel, const Reply<AlertPage> &reply)
{
    if (!heard.health) {
        reply.finish(tl::unexpected(heard.health.error()));
        return;
    }
    AlertPage snapshot;
    snapshot.members = heard.health->members;
    snapshot.membersLive = heard.health->membersLive;
    snapshot.covers = snapshot.membersLive >= snapshot.members ? AlertPage::Coverage::All : AlertPage::Coverage::Part;
    if (!heard.alerts) {
        const Error &error = heard.alerts.error();
        if (!isNotTold(error)) {
            reply.finish(tl::unexpected(error));
            return;
        }
        // It has the query interface without rules, or shows them to nobody. What it once told of has not ended by that.
        snapshot.heardSince = m_clock.now();
        if (error.kind != ErrorKind::NotFound) {
            snapshot.lack(AlertLack::Part::Details, error);
        }
        reply.finish(std::move(snapshot));
        return;
    }
    snapshot.alerts = firingOf(*heard.alerts);
    const QSet<QString> ids = idsOf(snapshot.alerts);
    const bool isAnyGone = !ids.contains(m_last);
    m_last = ids;
    if (m_isSettled && !isAnyGone) {
        reply.finish(std::move(snapshot));
        return;
    }
    checkRules(std::move(snapshot), cancel, reply);
}

void RuleAlerts::checkRules(AlertPage snapshot, const CancelToken &cancel, const Reply<AlertPage> &reply)
{
    then(m_source.rules()->rules(cancel), this, [this, snapshot = std::move(snapshot), reply](const Result<std::vector<RuleInfo>> &rules) mutable {
        const auto isUnheard = [](const RuleInfo &rule) { return rule.health == QLatin1StringView("unknown"); };
        const auto waiting = rules ? std::ranges::count_if(*rules, isUnheard) : 0;
        m_isSettled = rules && waiting == 0;
        if (!m_isSettled) {
            snapshot.heardSince = m_clock.now();
            snapshot.lack(AlertLack::Part::Details,
                rules ? Error {ErrorKind::Settling, QStringLiteral("%1 rules have not been evaluated since it was started").arg(waiting), {}, 0,
                    std::nullopt}
                      : rules.error());
        }
        reply.finish(std::move(snapshot));
    });
}

Async<Outcome> RuleAlerts::perform(AlertAction, BeforeSend, CancelToken)
{
    return ready<Outcome>(Outcome {Outcome::Is::Refused, Reason {ReasonCode::OnlyRules}.with(reasonpart::Source, m_source.info().id)});
}

Async<Outcome> RuleAlerts::readBack(AlertAction, QString, CancelToken)
{
    // Nothing is ever sent.
    return ready<Outcome>(Outcome {Outcome::Is::NotSent, Reason {ReasonCode::NotTaken}});
}

} // namespace quarterdeck
