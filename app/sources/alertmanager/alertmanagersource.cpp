#include "app/sources/alertmanager/alertmanagersource.h"

#include "app/core/asynctake.h"

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
            notes.append(QStringLiteral("%1 knows of %2 cluster members, but %3 are configured here: they do not share silences")
                             .arg(names[i])
                             .arg(member.status.peers)
                             .arg(answers.size()));
        }
    }
    health.findings += notes;
    if (std::chrono::abs(health.clockSkew) >= Millis(5000)) {
        health.findings.append(QStringLiteral("Its clock differs from ours by %1 s").arg(health.clockSkew.count() / 1000));
    }
    return health;
}

} // namespace

AlertmanagerSource::AlertmanagerSource(Endpoint endpoint, QString apiPath, Millis settling, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_clock(deps.clock)
{
    for (const QUrl &url : m_endpoint.urls) {
        m_members.push_back(std::make_unique<Member>(deps, MemberSettings {m_endpoint.http, apiRoot(url, apiPath), m_endpoint.id, settling}));
    }
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("alertmanager");
    m_info.can = Capabilities(Can::ListAlerts) | Can::Acknowledge | Can::Silence;
    m_info.queryLanguage = QStringLiteral("Alertmanager matchers");
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

Async<AlertSnapshot> AlertmanagerSource::alerts(CancelToken cancel)
{
    const Reply<AlertSnapshot> reply;
    auto *gathering = new Gathering(m_members, m_clock, std::move(cancel), this);
    thenTake(gathering->run({}), this, [reply](Result<Reading> reading) {
        if (!reading) {
            reply.finish(tl::unexpected(reading.error()));
        } else {
            reply.finish(std::move(reading->snapshot));
        }
    });
    return reply.future();
}

Async<Receipt> AlertmanagerSource::perform(AlertAction action, CancelToken cancel)
{
    const QUuid id = action.id;
    auto *performer = new Performer(
        m_members, m_clock, std::move(action), std::move(cancel), [this, id](const QString &target) { m_targets.insert(id, target); }, this);
    const auto future = performer->run();
    then(future, this, [this, id](const Result<Receipt> &receipt) {
        if (receipt || !isOutcomeUnknown(receipt.error())) {
            m_targets.remove(id);
        }
    });
    return future;
}

Async<Receipt> AlertmanagerSource::readBack(AlertAction action, CancelToken cancel)
{
    std::vector<Async<Listing<Silence>>> lists;
    for (const auto &member : m_members) {
        lists.push_back(member->silences(cancel));
    }
    const Reply<Receipt> reply;
    whenAll(lists, this, [this, reply, action](const std::vector<Result<Listing<Silence>>> &results) {
        auto receipt = found(action, results);
        if (receipt || receipt.error().kind == ErrorKind::NotFound) {
            m_targets.remove(action.id);
        }
        reply.finish(std::move(receipt));
    });
    return reply.future();
}

Result<Receipt> AlertmanagerSource::found(const AlertAction &action, const std::vector<Result<Listing<Silence>>> &lists) const
{
    const QString marker = silenceMarker(action.id);
    const QString target = m_targets.value(action.id);
    std::size_t read = 0;
    bool isTargetRead = false;
    bool isRunning = false;
    std::optional<Error> error;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (!lists[i] || lists[i]->problem) {
            error = error.value_or(lists[i] ? *lists[i]->problem : lists[i].error());
            continue;
        }
        ++read;
        isTargetRead = isTargetRead || m_members[i]->root().toString() == target;
        for (const Silence &silence : lists[i]->items) {
            if (action.verb == Verb::ExpireSilence) {
                isRunning = isRunning || (silence.id == action.silenceId && silence.state != SilenceState::Expired);
            } else if (silence.comment.contains(marker)) {
                return Receipt {Receipt::Outcome::Confirmed, silence.id, {}};
            }
        }
    }
    if (read == 0) {
        return tl::unexpected(*error);
    }
    // Sent before our own restart, to whichever member: any that does not answer may be the one that took it.
    if (target.isEmpty() && read < lists.size()) {
        return fail(ErrorKind::Offline,
            QStringLiteral("%1 of %2 members answered completely, so it cannot be told whether it took effect").arg(read).arg(lists.size()));
    }
    if (!target.isEmpty() && !isTargetRead) {
        return fail(ErrorKind::Offline, QStringLiteral("The member it was sent to does not answer, so it cannot be told whether it took effect"));
    }
    if (action.verb == Verb::ExpireSilence && !isRunning) {
        return Receipt {Receipt::Outcome::Confirmed, action.silenceId, {}};
    }
    return fail(ErrorKind::NotFound, QStringLiteral("It has not taken effect"));
}

} // namespace quarterdeck
