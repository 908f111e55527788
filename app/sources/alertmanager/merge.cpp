#include "app/sources/alertmanager/merge.h"

#include "app/sources/alertmanager/disputes.h"
#include "app/sources/api/names.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace quarterdeck::alertmanager {

namespace {

/// Adds the texts of `more` that are not there yet, in order.
void addTo(QStringList &list, const QStringList &more)
{
    for (const QString &text : more) {
        if (!list.contains(text)) {
            list.append(text);
        }
    }
    list.sort();
}

/// The ids of one kind that either of the two has.
QStringList idsOfBoth(const Alert &alert, const Alert &other, HoldKind kind)
{
    QStringList ids = alert.holds.ids(kind);
    addTo(ids, other.holds.ids(kind));
    return ids;
}

/// What keeps both quiet: for all receivers, or for those that hear of it by neither.
void uniteMutes(Alert &alert, const Alert &other)
{
    const bool isMuted = alert.holds.has(HoldKind::TimeInterval);
    const bool isOtherMuted = other.holds.has(HoldKind::TimeInterval);
    if (isMuted && isOtherMuted) {
        alert.holds.set(HoldKind::TimeInterval, idsOfBoth(alert, other, HoldKind::TimeInterval));
        return;
    }
    if (isOtherMuted) {
        return;
    }
    const QStringList receivers = other.holds.receivers();
    const QStringList mine = isMuted ? receivers : alert.holds.receivers();
    alert.holds.removeIf([&](const Hold &hold) { return hold.kind == HoldKind::TimeInterval && !receivers.contains(hold.receiver); });
    for (const Hold &hold : other.holds) {
        const bool isKnown = std::find(alert.holds.begin(), alert.holds.end(), hold) != alert.holds.end();
        if (mine.contains(hold.receiver) && !hold.receiver.isEmpty() && !isKnown) {
            alert.holds.add(hold);
        }
    }
}

/// Adds what another member knows of the same alert.
void unite(Alert &alert, Alert other)
{
    const bool isBothInhibited = alert.holds.has(HoldKind::Inhibition) && other.holds.has(HoldKind::Inhibition);
    const bool isBothQuiet = alert.state == AlertState::Suppressed && other.state == AlertState::Suppressed;
    const QStringList silences = idsOfBoth(alert, other, HoldKind::Silence);
    // Prometheus replicas start an alert seconds apart: the earliest start stays the same from poll to poll.
    UtcTime startsAt = alert.startsAt;
    if (!startsAt.isValid() || (other.startsAt.isValid() && other.startsAt < startsAt)) {
        startsAt = other.startsAt;
    }
    if (other.updatedAt > alert.updatedAt) {
        std::swap(alert, other);
    }
    alert.startsAt = startsAt;
    alert.holds.set(HoldKind::Silence, silences);
    if (!isBothInhibited) {
        alert.holds.remove(HoldKind::Inhibition);
    }
    uniteMutes(alert, other);
    // Silences are gossiped; inhibition and mutes are each member's own view, and one that does not share it would notify.
    alert.state = !silences.isEmpty() || isBothQuiet ? AlertState::Suppressed : AlertState::Triggered;
    if (alert.state == AlertState::Triggered && alert.rawState != QLatin1StringView("active")) {
        alert.rawState = other.rawState;
    }
}

/// The silences of all members by their ids, with what is needed to judge alerts by them.
class SilencePool {
public:
    /// Adds what one member lists; what it lists still, it lists as of its last answer.
    void add(std::vector<Silence> more, bool isOld)
    {
        for (Silence &silence : more) {
            const auto known = m_places.constFind(silence.id);
            if (known == m_places.constEnd()) {
                m_places.insert(silence.id, m_silences.size());
                m_isOld.push_back(isOld);
                m_silences.push_back(std::move(silence));
            } else if (m_isOld[*known] != isOld ? m_isOld[*known] : isNewer(silence, m_silences[*known])) {
                m_isOld[*known] = isOld;
                m_silences[*known] = std::move(silence);
            }
        }
    }
    /// Whether a silence that an alert names does not silence it. One that no list holds may be in a list that was not read.
    bool isRefuted(const QString &id, bool areListsWhole) const
    {
        const auto known = m_places.constFind(id);
        if (known == m_places.constEnd()) {
            return areListsWhole;
        }
        return !m_isOld[*known] && m_silences[*known].state != SilenceState::Active;
    }
    std::vector<Silence> take() { return std::move(m_silences); }

private:
    /// Of two that were changed at the same time the one counts that keeps less quiet.
    static bool isNewer(const Silence &silence, const Silence &known)
    {
        return silence.updatedAt > known.updatedAt
            || (silence.updatedAt == known.updatedAt && known.state == SilenceState::Active && silence.state != SilenceState::Active);
    }

    std::vector<Silence> m_silences;
    std::vector<bool> m_isOld;
    QHash<QString, std::size_t> m_places;
};

/// The alerts of all members by their fingerprints.
class AlertPool {
public:
    /// Adds what one member lists. Yields the fingerprint of the first that it lists twice, which no server does, or nothing.
    QString add(std::vector<Alert> more, int member)
    {
        QString twice;
        for (Alert &alert : more) {
            const auto known = m_places.find(alert.key.id);
            if (known == m_places.end()) {
                m_places.insert(alert.key.id, {m_alerts.size(), member});
                m_alerts.push_back(std::move(alert));
            } else if (std::exchange(known->second, member) != member) {
                unite(m_alerts[known->first], std::move(alert));
            } else {
                twice = twice.isEmpty() ? alert.key.id : twice;
                if (m_alerts[known->first].state != AlertState::Triggered) {
                    m_alerts[known->first] = std::move(alert);
                }
            }
        }
        return twice;
    }
    std::vector<Alert> take() { return std::move(m_alerts); }

private:
    std::vector<Alert> m_alerts;
    QHash<QString, std::pair<std::size_t, int>> m_places; ///< With the member that listed it last.
};

/// Takes the silences of all members in. True where every member that gave its alerts gave its silences wholly.
bool takeSilences(std::vector<MemberAnswer> &answers, SilencePool &pool)
{
    bool areWhole = true;
    for (MemberAnswer &answer : answers) {
        if (answer.silences) {
            pool.add(std::move(answer.silences->items), answer.hasOldSilences);
        }
        areWhole = areWhole && (!answer.alerts || (answer.silences && !answer.silences->problem));
    }
    return areWhole;
}

/// Leaves out of the alerts of all members what does not silence them.
void judgeAlerts(std::vector<MemberAnswer> &answers, const SilencePool &silences, bool areListsWhole, Disputes &disputes)
{
    for (MemberAnswer &answer : answers) {
        if (answer.alerts) {
            for (Alert &alert : answer.alerts->items) {
                unsilence(alert, [&](const QString &id) { return silences.isRefuted(id, areListsWhole); });
            }
        }
    }
    disputes.judge(answers);
}

/// Takes the alerts of all members in, and what is wrong with their lists. True where any member gave its list.
bool takeAlerts(AlertPage &snapshot, std::vector<MemberAnswer> &answers)
{
    AlertPool pool;
    bool hasAlerts = false;
    for (int member = 0; member < int(answers.size()); ++member) {
        auto &alerts = answers[std::size_t(member)].alerts;
        if (!alerts) {
            snapshot.lack(AlertLack::Part::Alerts, alerts.error());
            continue;
        }
        hasAlerts = true;
        if (alerts->problem) {
            snapshot.lack(AlertLack::Part::Alerts, *alerts->problem);
        }
        if (const QString twice = pool.add(std::move(alerts->items), member); !twice.isEmpty()) {
            snapshot.lack(AlertLack::Part::Alerts,
                Error {ErrorKind::BadPayload,
                    QStringLiteral("Two alerts have the fingerprint %1: one of them may be hidden").arg(twice.left(LongestName)),
                    QStringLiteral("fingerprint"), 0, std::nullopt});
        }
    }
    snapshot.alerts = pool.take();
    return hasAlerts;
}

void addDetail(AlertPage &snapshot, const std::optional<Error> &detail)
{
    if (detail) {
        snapshot.lack(AlertLack::Part::Details, *detail);
    }
}

/// What there is to say where nothing failed that alerts depend on.
void addNotes(AlertPage &snapshot, const std::vector<MemberAnswer> &answers)
{
    // An alert that any member listed since the last of them was started is known to one that has not forgotten it.
    const MemberAnswer *youngest = nullptr;
    for (const MemberAnswer &answer : answers) {
        youngest = answer.heardSince && (youngest == nullptr || *answer.heardSince > *youngest->heardSince) ? &answer : youngest;
    }
    if (youngest != nullptr) {
        snapshot.heardSince = youngest->heardSince;
        addDetail(snapshot, youngest->note);
    }
    for (const MemberAnswer &answer : answers) {
        addDetail(snapshot, answer.mutesNote);
    }
    for (const MemberAnswer &answer : answers) {
        addDetail(snapshot, answer.remark);
    }
}

} // namespace

void applySilences(std::vector<Alert> &alerts, const std::vector<Silence> &silences)
{
    QHash<QString, const Silence *> acknowledgements;
    for (const Silence &silence : silences) {
        if (silence.state == SilenceState::Active && silence.kind == HoldKind::Acknowledgement) {
            acknowledgements.insert(silence.id, &silence);
        }
    }
    for (Alert &alert : alerts) {
        const Silence *best = nullptr;
        for (const QString &id : alert.holds.ids(HoldKind::Silence)) {
            const Silence *silence = acknowledgements.value(id);
            if (silence != nullptr && (best == nullptr || silence->endsAt > best->endsAt)) {
                best = silence;
            }
        }
        if (best != nullptr) {
            alert.state = AlertState::Acknowledged;
            alert.holds.removeIf([best](const Hold &hold) { return hold.kind == HoldKind::Silence && hold.id == best->id; });
            alert.holds.add({HoldKind::Acknowledgement, best->id, best->createdBy, best->endsAt});
        }
    }
}

Result<AlertPage> merge(std::vector<MemberAnswer> answers, UtcTime now)
{
    AlertPage snapshot;
    snapshot.members = int(answers.size());
    snapshot.membersLive = int(std::ranges::count_if(answers, &MemberAnswer::isWhole));
    snapshot.covers = AlertPage::Coverage::All;
    Disputes disputes(answers, now);
    SilencePool silences;
    const bool areListsWhole = takeSilences(answers, silences);
    judgeAlerts(answers, silences, areListsWhole, disputes);
    const bool hasAlerts = takeAlerts(snapshot, answers);
    // A member that failed is worth more words than one that has only just been started.
    for (const MemberAnswer &answer : answers) {
        if (!answer.silences) {
            snapshot.lack(AlertLack::Part::Alerts, answer.silences.error());
        }
    }
    if (!hasAlerts) {
        const Error *trouble = snapshot.trouble();
        return tl::unexpected(trouble != nullptr ? *trouble : Error {ErrorKind::Offline, QStringLiteral("No member is configured"), {}, 0, {}});
    }
    for (const MemberAnswer &answer : answers) {
        if (answer.doubt) {
            snapshot.lack(AlertLack::Part::Alerts, *answer.doubt);
        }
    }
    for (const MemberAnswer &answer : answers) {
        if (answer.silences && answer.silences->problem) {
            snapshot.lack(AlertLack::Part::Silences, *answer.silences->problem);
        }
    }
    addNotes(snapshot, answers);
    addDetail(snapshot, disputes.remark());
    for (Alert &alert : snapshot.alerts) {
        alert.lastSeenAt = now;
    }
    snapshot.silences = silences.take();
    applySilences(snapshot.alerts, snapshot.silences);
    return snapshot;
}

} // namespace quarterdeck::alertmanager
