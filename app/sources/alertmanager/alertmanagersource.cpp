#include "app/sources/alertmanager/alertmanagersource.h"

#include "app/core/combinators.h"

#include <algorithm>

namespace quarterdeck {

using namespace alertmanager;

namespace {

BackendHealth healthOf(const std::vector<Result<MemberProbe>> &answers, const std::vector<QString> &names)
{
    BackendHealth health;
    health.members = int(answers.size());
    health.membersLive = 0;
    QStringList notes;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (!answers[i]) {
            health.findings.append(QStringLiteral("%1 does not answer: %2").arg(names[i], answers[i].error().what));
            continue;
        }
        const MemberProbe &member = *answers[i];
        ++health.membersLive;
        health.latency = std::max(health.latency, member.latency);
        if (std::chrono::abs(member.clockSkew) > std::chrono::abs(health.clockSkew)) {
            health.clockSkew = member.clockSkew;
        }
        if (health.version.isEmpty()) {
            health.version = member.status.version;
        } else if (member.status.version != health.version) {
            notes.append(QStringLiteral("%1 runs version %2, another member %3").arg(names[i], member.status.version, health.version));
        }
        if (member.status.clusterStatus == QLatin1StringView("settling")) {
            notes.append(QStringLiteral("%1 is still joining its cluster").arg(names[i]));
        }
        if (member.status.peers > int(answers.size())) {
            notes.append(QStringLiteral("%1 belongs to a cluster of %2, but %3 configured here: alerts known only to the others are not shown")
                             .arg(names[i])
                             .arg(member.status.peers)
                             .arg(answers.size() == 1 ? QStringLiteral("1 member is") : QStringLiteral("%1 members are").arg(answers.size())));
        } else if (answers.size() > 1 && member.status.peers < int(answers.size())) {
            notes.append(QStringLiteral("%1 lists %2 cluster members, but %3 are configured here: they do not share silences")
                             .arg(names[i])
                             .arg(member.status.peers)
                             .arg(answers.size()));
        }
    }
    health.findings += notes;
    if (std::chrono::abs(health.clockSkew) >= Millis(5000)) {
        health.findings.append(QStringLiteral("Its clock is off by %1 s from this computer").arg(health.clockSkew.count() / 1000));
    }
    return health;
}

} // namespace

AlertmanagerSource::AlertmanagerSource(Endpoint endpoint, QString apiPath, Millis settling, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_clock(deps.clock)
    , m_shared(deps.clock)
{
    for (const QUrl &url : m_endpoint.urls) {
        m_members.push_back(std::make_unique<Member>(
            deps, MemberSettings {m_endpoint.http, apiRoot(url, apiPath), m_endpoint.id, settling, m_endpoint.urls.size() > 1}));
    }
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("alertmanager");
    m_info.faces = AlertmanagerFaces;
    m_info.verbs = Verbs;
    m_info.silencesByMatchers = true;
    m_info.members = int(m_members.size());
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<BackendHealth> AlertmanagerSource::probe(CancelToken cancel)
{
    std::vector<Async<MemberProbe>> answers;
    std::vector<QString> names;
    for (const auto &member : m_members) {
        answers.push_back(member->status(cancel));
        names.push_back(member->name());
    }
    const Reply<BackendHealth> reply;
    whenAll(answers, this, [reply, names](const std::vector<Result<MemberProbe>> &results) {
        if (std::ranges::none_of(results, [](const auto &result) { return result.has_value(); })) {
            reply.finish(tl::unexpected(results.front().error()));
        } else {
            reply.finish(healthOf(results, names));
        }
    });
    return reply.future();
}

Async<AlertPage> AlertmanagerSource::read(CancelToken cancel)
{
    auto *gathering = new Gathering(m_members, m_clock, std::move(cancel), this);
    return map(gathering->run({}), this, [](Result<Reading> reading) { return std::move(reading).map(&Reading::snapshot); });
}

QString AlertmanagerSource::memory() const
{
    QStringList lines;
    for (const auto &member : m_members) {
        const QString twins = member->twins().memory(m_clock.monotonic(), m_clock.now());
        if (!twins.isEmpty()) {
            lines.append(member->token() + u' ' + twins);
        }
    }
    return lines.join(u'\n');
}

void AlertmanagerSource::remember(const QString &memory, UtcTime lastOkAt)
{
    for (const QString &line : memory.split(u'\n')) {
        const auto member = std::ranges::find(m_members, line.section(u' ', 0, 0), [](const auto &one) { return one->token(); });
        if (member != m_members.end()) {
            (*member)->twins().remember(line.section(u' ', 1), lastOkAt, m_clock.monotonic(), m_clock.now());
        }
    }
}

Async<Outcome> AlertmanagerSource::perform(AlertAction action, BeforeSend before, CancelToken cancel)
{
    return (new Performer(m_members, m_clock, m_shared, std::move(action), std::move(cancel), this))->run(std::move(before));
}

Async<Outcome> AlertmanagerSource::readBack(AlertAction action, QString target, CancelToken cancel)
{
    return (new Performer(m_members, m_clock, m_shared, std::move(action), std::move(cancel), this))->look(target);
}

} // namespace quarterdeck
