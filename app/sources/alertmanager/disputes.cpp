#include "app/sources/alertmanager/disputes.h"

#include "app/sources/api/names.h"

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

constexpr Millis GossipTime {60'000};

/// Those that are in force and older than that. By the clock of who lists them: who has one alone has most likely stored it first.
QSet<QString> settledSilences(const std::vector<MemberAnswer> &answers, UtcTime now)
{
    QSet<QString> ids;
    for (const MemberAnswer &answer : answers) {
        if (!answer.silences) {
            continue;
        }
        for (const Silence &silence : answer.silences->items) {
            if (silence.state == SilenceState::Active && silence.updatedAt + GossipTime < now + answer.clockSkew) {
                ids.insert(silence.id);
            }
        }
    }
    return ids;
}

} // namespace

Disputes::Disputes(const std::vector<MemberAnswer> &answers, UtcTime now)
{
    const QSet<QString> settled = answers.size() > 1 ? settledSilences(answers, now) : QSet<QString>();
    for (std::size_t i = 0; i < answers.size() && !settled.isEmpty(); ++i) {
        const MemberAnswer &answer = answers[i];
        if (!answer.alerts || !answer.silences || answer.silences->problem) {
            continue;
        }
        QSet<QString> lacked = settled;
        for (const Silence &silence : answer.silences->items) {
            lacked.remove(silence.id);
        }
        if (!lacked.isEmpty()) {
            m_witnesses.push_back({i, answer.member, lacked, {}});
        }
    }
}

void Disputes::judge(std::vector<MemberAnswer> &answers)
{
    for (Witness &witness : m_witnesses) {
        for (const Alert &alert : answers[witness.place].alerts->items) {
            if (alert.state == AlertState::Triggered) {
                witness.active.insert(alert.key.id);
            }
        }
    }
    for (MemberAnswer &answer : answers) {
        if (m_witnesses.empty() || !answer.alerts) {
            continue;
        }
        for (Alert &alert : answer.alerts->items) {
            unsilence(alert, [&](const QString &id) { return isDisputed(alert, id); });
        }
    }
}

bool Disputes::isDisputed(const Alert &alert, const QString &id)
{
    const auto against = std::ranges::find_if(
        m_witnesses, [&](const Witness &witness) { return witness.lacked.contains(id) && witness.active.contains(alert.key.id); });
    if (against == m_witnesses.end()) {
        return false;
    }
    m_silence = id;
    m_member = against->name;
    return true;
}

std::optional<Error> Disputes::remark() const
{
    if (m_silence.isEmpty()) {
        return std::nullopt;
    }
    const QString text = QStringLiteral(
        "The members do not share their silences: %1 lacks %2, which another has had for more than %3. What it lists as "
        "active is shown as firing");
    return Error {ErrorKind::Server, text.arg(m_member, m_silence.left(LongestName), formatDuration(GossipTime)), {}, 0, std::nullopt};
}

} // namespace quarterdeck::alertmanager
