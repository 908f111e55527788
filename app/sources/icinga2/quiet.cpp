#include "app/sources/icinga2/quiet.h"

#include "app/sources/icinga2/alerts.h"

#include <algorithm>

namespace quarterdeck::icinga2 {

namespace {

/// Matchers that hit the alert of this object only: an empty check rules out the services of a host.
std::vector<Matcher> matchersOf(const ObjectRef &ref)
{
    return {{HostLabel, ref.host}, {CheckLabel, ref.service}};
}

SilenceState stateAt(UtcTime now, UtcTime from, UtcTime to)
{
    return now >= to ? SilenceState::Expired : now < from ? SilenceState::Pending : SilenceState::Active;
}

} // namespace

void QuietBook::add(const std::vector<Comment> &comments)
{
    for (const Comment &comment : comments) {
        const bool hasEnded = comment.expiresAt.isValid() && comment.expiresAt <= m_now;
        if (!comment.isAcknowledgement || hasEnded) {
            continue;
        }
        const auto known = m_acknowledgements.find(comment.ref.id());
        if (known == m_acknowledgements.end()) {
            m_acknowledgements.insert(comment.ref.id(), comment);
        } else if (known->enteredAt < comment.enteredAt) {
            *known = comment;
        }
    }
}

void QuietBook::add(const std::vector<Downtime> &downtimes)
{
    m_hasDowntimes = true;
    for (const Downtime &downtime : downtimes) {
        m_downtimes[downtime.ref.id()].push_back(downtime);
    }
}

void QuietBook::add(const std::vector<Dependency> &dependencies)
{
    m_hasDependencies = true;
    for (const Dependency &dependency : dependencies) {
        m_parents[dependency.child.id()].append(dependency.parent.id());
    }
}

void QuietBook::add(const Checkable &problem)
{
    m_problems.insert(problem.ref.id());
}

void QuietBook::judge(Alert &alert, const Checkable &problem) const
{
    const bool isReadAsOver = m_hasDowntimes && downtimesOver(problem).isEmpty();
    alert.holds.set(HoldKind::Downtime, problem.downtimeDepth > 0 ? downtimesOver(problem) : QStringList {});
    alert.holds.set(HoldKind::Inhibition, problemsAbove(problem));
    const bool isBelowAnother = alert.holds.has(HoldKind::Inhibition);
    // What the server says of its last check is believed as long as nothing that was read speaks against it: rather heard than hidden.
    const bool isUnreachable = !problem.isReachable && (!m_hasDependencies || isBelowAnother);
    const bool isQuiet = (problem.downtimeDepth > 0 && !isReadAsOver) || isUnreachable || isBelowAnother;
    alert.state = isQuiet ? AlertState::Suppressed : AlertState::Triggered;
    judgeAcknowledgement(alert, problem);
}

void QuietBook::judgeAcknowledgement(Alert &alert, const Checkable &problem) const
{
    // The server forgets an acknowledgement only when somebody asks for `handled`, and tells the old state to the one who does.
    const bool hasEnded = problem.acknowledgedUntil.isValid() && problem.acknowledgedUntil <= m_now;
    if (problem.acknowledgement == 0 || hasEnded) {
        return;
    }
    const Comment comment = m_acknowledgements.value(alert.key.id);
    alert.state = AlertState::Acknowledged;
    alert.holds.add({HoldKind::Acknowledgement, comment.name.isEmpty() ? alert.key.id : comment.name, comment.author, problem.acknowledgedUntil});
}

QStringList QuietBook::downtimesOver(const Checkable &problem) const
{
    QStringList names;
    const auto found = m_downtimes.constFind(problem.ref.id());
    if (found != m_downtimes.constEnd()) {
        for (const Downtime &downtime : *found) {
            if (downtime.isInEffect(m_now)) {
                names.append(downtime.name);
            }
        }
    }
    names.sort();
    return names;
}

QStringList QuietBook::problemsAbove(const Checkable &problem) const
{
    QStringList above;
    if (!problem.ref.isHost() && m_problems.contains(problem.ref.host)) {
        above.append(problem.ref.host);
    }
    if (!problem.isReachable) {
        for (const QString &parent : m_parents.value(problem.ref.id())) {
            if (m_problems.contains(parent) && !above.contains(parent)) {
                above.append(parent);
            }
        }
    }
    above.sort();
    return above;
}

Silence silenceOf(const Downtime &downtime, const SourceId &source, UtcTime now)
{
    Silence silence;
    silence.source = source;
    silence.id = downtime.name;
    silence.matchers = matchersOf(downtime.ref);
    silence.startsAt = downtime.startsAt;
    silence.endsAt = downtime.end();
    silence.updatedAt = downtime.enteredAt;
    silence.createdBy = downtime.author;
    silence.comment = downtime.comment;
    silence.kind = HoldKind::Downtime;
    silence.state = stateAt(now, silence.startsAt, silence.endsAt);
    if (silence.state == SilenceState::Active && !downtime.isInEffect(now)) {
        // A flexible one that waits for a problem.
        silence.state = SilenceState::Pending;
    }
    return silence;
}

Silence silenceOf(const Comment &acknowledgement, const SourceId &source, UtcTime now)
{
    Silence silence;
    silence.source = source;
    silence.id = acknowledgement.name;
    silence.matchers = matchersOf(acknowledgement.ref);
    silence.startsAt = acknowledgement.enteredAt;
    silence.endsAt = acknowledgement.expiresAt;
    silence.updatedAt = acknowledgement.enteredAt;
    silence.createdBy = acknowledgement.author;
    silence.comment = acknowledgement.text;
    silence.kind = HoldKind::Acknowledgement;
    silence.state = stateAt(now, silence.startsAt, silence.endsAt);
    return silence;
}

} // namespace quarterdeck::icinga2
