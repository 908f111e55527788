#include "app/sync/surplus.h"

#include "app/core/log.h"
#include "app/sources/api/actface.h"
#include "app/store/store.h"

#include <QHash>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr QStringView Prefix = u"[qd:";
// Between the end that was asked for and the time the entry was settled lie the way and the server's whole seconds.
constexpr Millis Slack {3'000};

QString markerIn(const QString &comment)
{
    const qsizetype from = comment.lastIndexOf(Prefix);
    const qsizetype to = from < 0 ? -1 : comment.indexOf(u']', from);
    return to < 0 ? QString() : comment.mid(from, to - from + 1);
}

bool isSame(const std::vector<Matcher> &one, const std::vector<Matcher> &other)
{
    return one.size() == other.size() && std::is_permutation(one.begin(), one.end(), other.begin());
}

bool isTwin(const Silence &silence, const Silence &of)
{
    return silence.createdBy == of.createdBy && commentText(silence.comment) == commentText(of.comment) && silence.kind == of.kind
        && isSame(silence.matchers, of.matchers);
}

/// True where it ends as this entry would have made it end, sent between its first try and its last.
bool endsLike(const Silence &silence, const OutboxEntry &entry)
{
    if (entry.action.until.isValid()) {
        return std::chrono::abs(silence.endsAt - entry.action.until) <= Slack;
    }
    const UtcTime first = entry.action.createdAt + entry.action.duration - Slack;
    return silence.endsAt >= first && silence.endsAt <= entry.changedAt + entry.action.duration + Slack;
}

/// True where it came of an entry that is to be without effect.
bool isOfNoUse(const Silence &silence, const OutboxEntry &entry)
{
    return silence.createdBy == entry.action.author && endsLike(silence, entry)
        && (entry.action.matchers.empty() || isSame(silence.matchers, entry.action.matchers));
}

bool isSurplus(const Silence &silence, const OutboxEntry &entry, const QHash<QString, const Silence *> &byId)
{
    switch (entry.state) {
    case OutboxState::Conflict:
        if (entry.resultSilence.isEmpty()) {
            return isOfNoUse(silence, entry);
        }
        [[fallthrough]];
    case OutboxState::Confirmed: {
        const Silence *result = byId.value(entry.resultSilence);
        if (result == nullptr || result->id == silence.id || !isTwin(silence, *result)) {
            return false;
        }
        // Where the one that counts has ended, a person may have made this one out of it.
        return result->state == SilenceState::Active || endsLike(silence, entry);
    }
    case OutboxState::Rejected:
    case OutboxState::Expired:
    case OutboxState::Withdrawn:
        return isOfNoUse(silence, entry);
    default:
        return false;
    }
}

/// True where it came, late, of a call for many whose second try has made the one that this entry names.
bool isSurplusOfCall(const Silence &silence, const OutboxEntry &entry, const QHash<QString, const Silence *> &byId)
{
    const Silence *result = entry.state == OutboxState::Confirmed ? byId.value(entry.resultSilence) : nullptr;
    return result != nullptr && result->id != silence.id && result->state == SilenceState::Active && isTwin(silence, *result);
}

} // namespace

std::vector<Silence> surplusOf(const std::vector<Silence> &silences, const std::vector<OutboxEntry> &entries)
{
    QHash<QString, const OutboxEntry *> byMarker;
    QMultiHash<QString, const OutboxEntry *> byCall;
    for (const OutboxEntry &entry : entries) {
        byMarker.insert(silenceMarker(entry.action.id), &entry);
        if (const QUuid call = QUuid::fromString(entry.target); !call.isNull()) {
            byCall.insert(silenceMarker(call), &entry);
        }
    }
    QHash<QString, const Silence *> byId;
    for (const Silence &silence : silences) {
        byId.insert(silence.id, &silence);
    }
    std::vector<Silence> surplus;
    for (const Silence &silence : silences) {
        const OutboxEntry *entry = silence.state == SilenceState::Expired ? nullptr : byMarker.value(markerIn(silence.comment));
        const QList<const OutboxEntry *> together = silence.state == SilenceState::Expired ? QList<const OutboxEntry *> {}
                                                                                           : byCall.values(markerIn(silence.comment));
        const bool isOfCall = std::ranges::any_of(
            together, [&](const OutboxEntry *one) { return one->action.source == silence.source && isSurplusOfCall(silence, *one, byId); });
        if (isOfCall || (entry != nullptr && entry->action.source == silence.source && isSurplus(silence, *entry, byId))) {
            surplus.push_back(silence);
        }
    }
    return surplus;
}

Surplus::Surplus(ActFace &acts, Store &store, bool isReadOnly, QObject *parent)
    : QObject(parent)
    , m_acts(acts)
    , m_store(store)
    , m_isReadOnly(isReadOnly)
{
}

Surplus::~Surplus()
{
    m_stop.request_stop();
}

void Surplus::saw(const std::vector<Silence> &silences)
{
    const bool isMarked = std::any_of(silences.begin(), silences.end(),
        [](const Silence &silence) { return silence.state != SilenceState::Expired && silence.comment.contains(Prefix); });
    if (m_isReadOnly || m_isLooking || !isMarked) {
        return;
    }
    m_isLooking = true;
    then(m_store.entries(), this, [this, silences](const Result<std::vector<OutboxEntry>> &entries) {
        m_isLooking = false;
        for (const Silence &silence : entries ? surplusOf(silences, *entries) : std::vector<Silence> {}) {
            end(silence);
        }
        if (!isBusy()) {
            emit idle();
        }
    });
}

void Surplus::end(const Silence &silence)
{
    if (m_ending.contains(silence.id)) {
        return;
    }
    m_ending.insert(silence.id);
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = Verb::ExpireSilence;
    action.source = silence.source;
    action.silenceId = silence.id;
    action.author = silence.createdBy;
    then(m_acts.perform(action, {}, m_stop.get_token()), this, [this, id = silence.id](const Result<Outcome> &outcome) {
        // What failed is tried again by the next poll that sees it.
        m_ending.remove(id);
        const Outcome::Is is = outcome ? outcome->is : Outcome::Is::Unknown;
        qCInfo(logSync) << "Ending the surplus silence" << id << outcomeName(is);
        if (is == Outcome::Is::Done || is == Outcome::Is::AlreadySo || is == Outcome::Is::Conflict) {
            emit ended();
        }
        if (!isBusy()) {
            emit idle();
        }
    });
}

} // namespace quarterdeck
