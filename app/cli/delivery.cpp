#include "app/cli/delivery.h"

#include "app/cli/jsonitems.h"
#include "app/cli/reasonsentence.h"
#include "app/core/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quarterdeck {

namespace {

constexpr Millis ValidFor {600'000};
// Without anything being settled or an answer on its way; as long as there is, the next is waited for.
constexpr Millis TryFor {6'000};
constexpr Millis LongestDelivery {120'000};
constexpr Millis LookAgain {150};
// A source rounds ends, and takes a moment to get to them.
constexpr Millis EndSlack {60'000};
// A source that did not answer is asked again this much later.
constexpr Millis AskAgain {2'000};

bool isSettled(const OutboxEntry &entry)
{
    return isFinal(entry.state) || entry.state == OutboxState::Conflict;
}

bool isBeingSent(const OutboxEntry &entry)
{
    return entry.state == OutboxState::Sending;
}

bool isDone(const OutboxEntry &entry)
{
    return entry.state == OutboxState::Confirmed || entry.state == OutboxState::Superseded;
}

std::vector<OutboxEntry> entriesOf(CliSession &session, const std::vector<QUuid> &ids)
{
    std::vector<OutboxEntry> mine;
    const auto entries = CliSession::wait(session.engine().store().entries());
    for (const OutboxEntry &entry : entries ? *entries : std::vector<OutboxEntry> {}) {
        if (std::ranges::find(ids, entry.action.id) != ids.end()) {
            mine.push_back(entry);
        }
    }
    return mine;
}

std::vector<QUuid> idsOf(const std::vector<OutboxEntry> &entries)
{
    std::vector<QUuid> ids;
    for (const OutboxEntry &entry : entries) {
        ids.push_back(entry.action.id);
    }
    return ids;
}

/// Stores them; yields the ids of the entries that stand for them.
Result<std::vector<QUuid>> enqueue(CliSession &session, const std::vector<AlertAction> &actions)
{
    const auto stored = session.write([&](Outbox &outbox) { return outbox.enqueue(actions, ValidFor); });
    if (stored) {
        return idsOf(*stored);
    }
    if (mayHaveBeenDone(stored.error())) {
        // Whoever held the store may have ended after it stored them and before it said so.
        std::vector<QUuid> asked;
        std::ranges::transform(actions, std::back_inserter(asked), &AlertAction::id);
        if (const std::vector<OutboxEntry> found = entriesOf(session, asked); found.size() == asked.size()) {
            return asked;
        }
        return fail(stored.error().kind,
            QStringLiteral("%1: this may or may not have been stored. Check with qdeck outbox before you try again.").arg(stored.error().what));
    }
    const QString why = stored.error().what;
    return fail(
        stored.error().kind, session.isBesideWindow() ? QStringLiteral("Nothing was stored or sent. %1").arg(why) : why, stored.error().where);
}

/// Takes out what would be refused whatever happens, and says so: what is stored is a promise.
QStringList withoutReadOnly(CliSession &session, std::vector<AlertAction> &actions)
{
    QStringList problems;
    for (const SourceStatus &status : session.engine().sync().statuses()) {
        const auto isItsOwn = [&status](const AlertAction &action) { return action.source == status.id; };
        if (status.readOnly == ReadOnly::Source && std::erase_if(actions, isItsOwn) > 0) {
            problems.append(QStringLiteral("%1 only reports its alerts: they can be neither acknowledged nor silenced there").arg(status.id));
        }
    }
    return problems;
}

/// What is to be said of an entry beside where it stands: that it was there before.
QString earlierText(const OutboxEntry &entry, const std::vector<AlertAction> &actions)
{
    const bool isOurs = std::ranges::find(actions, entry.action.id, &AlertAction::id) != actions.end();
    return isOurs ? QString() : QStringLiteral(" You asked for it before: nothing was added.");
}

QString whatOf(const OutboxEntry &entry)
{
    return entry.action.alertTitle.isEmpty() ? entry.action.silenceId : entry.action.alertTitle;
}

/// True where it came to an end without any effect of its own.
bool isWithoutEffect(const OutboxEntry &entry)
{
    return isSettled(entry) && !isDone(entry) && (entry.state != OutboxState::Conflict || entry.resultSilence.isEmpty());
}

/// What is not as it was asked for although it holds: an acknowledgement that ends before the time that was typed. Empty: nothing.
QString shortfallOf(const OutboxEntry &entry, const Arguments &arguments)
{
    const UtcTime end = entry.reason.time(reasonpart::Until);
    const UtcTime wished = entry.action.until.isValid() ? entry.action.until : entry.action.createdAt + entry.action.duration;
    const bool isShort = entry.action.verb == Verb::Acknowledge && entry.reason.code == ReasonCode::Acknowledged && end.isValid()
        && end < wished - EndSlack;
    return isShort && isDone(entry) && !arguments.duration.empty()
        ? QStringLiteral("%1 is acknowledged until %2, not until %3: remove it and acknowledge again if that is too short")
              .arg(entry.action.alertTitle, clockText(end), clockText(wished))
        : QString();
}

} // namespace

bool mayHaveBeenDone(const Error &error)
{
    return error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Cancelled;
}

QString deliverySentence(const OutboxEntry &entry)
{
    const QString what = text::plain(whatOf(entry));
    const QString why = entry.reason.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(text::plain(reasonSentence(entry.reason)));
    switch (entry.state) {
    case OutboxState::Confirmed: {
        const bool isNew = !entry.resultSilence.isEmpty() && entry.resultSilence != entry.action.alert.id
            && entry.resultSilence != entry.action.silenceId;
        const bool isSilence = entry.action.verb == Verb::Silence || entry.action.verb == Verb::ExtendSilence;
        const QString silence = isNew ? (isSilence ? QStringLiteral(", silence %1") : QStringLiteral(", as %1")).arg(text::plain(entry.resultSilence))
                                      : QString();
        const QString end = entry.action.until.isValid() ? QStringLiteral(", now until %1").arg(clockText(entry.action.until)) : QString();
        return QStringLiteral("confirmed: %1 %2%3%4%5").arg(verbName(entry.action.verb), what, silence, end, why);
    }
    case OutboxState::Superseded:
        return QStringLiteral("already so: %1%2").arg(what, why);
    case OutboxState::Queued:
        return QStringLiteral("queued, not sent yet: %1 %2%3. It is stored and will be sent until %4.")
            .arg(verbName(entry.action.verb), what, why, clockText(entry.notAfter));
    case OutboxState::Sending:
    case OutboxState::Unknown:
        return QStringLiteral("sent, awaiting confirmation: %1 %2%3. The source is checked before it is sent again.")
            .arg(verbName(entry.action.verb), what, why);
    default:
        return QStringLiteral("%1: %2 %3%4").arg(outboxStateName(entry.state), verbName(entry.action.verb), what, why);
    }
}

std::vector<OutboxEntry> followDelivery(CliSession &session, const std::vector<QUuid> &ids)
{
    const Millis latest = session.clock().monotonic() + LongestDelivery;
    Millis until = session.clock().monotonic() + TryFor;
    Millis askAt = session.clock().monotonic();
    std::ptrdiff_t settled = 0;
    quint64 heard = session.engine().heard();
    for (;;) {
        const std::vector<OutboxEntry> entries = entriesOf(session, ids);
        const std::ptrdiff_t done = std::count_if(entries.begin(), entries.end(), isSettled);
        const bool isTalking = session.engine().heard() != std::exchange(heard, session.engine().heard());
        const bool isAwaited = isTalking && std::any_of(entries.begin(), entries.end(), isBeingSent);
        if (done > std::exchange(settled, done) || isAwaited) {
            until = std::min(latest, session.clock().monotonic() + TryFor);
        }
        if (done == std::ptrdiff_t(entries.size()) || session.clock().monotonic() >= until) {
            return entries;
        }
        if (session.isLeftAlone()) {
            if (!session.reopen()) {
                return {};
            }
            until = std::min(latest, session.clock().monotonic() + TryFor);
        }
        const Millis now = session.clock().monotonic();
        const bool isAsking = !session.isBesideWindow() && now >= askAt;
        if (isAsking) {
            CliSession::wait(session.engine().sync().deliver(), LookAgain);
            askAt = now + AskAgain;
        }
        if (!CliSession::pause(isAsking ? Millis(0) : LookAgain)) {
            return {};
        }
    }
}

int carryOut(CliSession &session, std::vector<AlertAction> actions, const QStringList &problems)
{
    Report report(session, QStringLiteral("outbox"));
    for (const QString &problem : problems + withoutReadOnly(session, actions)) {
        report.failed(problem);
    }
    if (actions.empty()) {
        return report.finish();
    }
    if (session.engine().context().isReadOnly) {
        return refuse(
            Error {ErrorKind::Rejected, QStringLiteral("The context %1 is read-only: nothing is sent").arg(session.contextName()), {}, 0, {}});
    }
    const auto stored = enqueue(session, actions);
    if (!stored) {
        return refuse(stored.error());
    }
    std::vector<SourceId> waiting;
    const std::vector<OutboxEntry> followed = followDelivery(session, *stored);
    if (followed.empty()) {
        return refuse(Error {ErrorKind::Cancelled,
            QStringLiteral("It was interrupted, but it is stored and will be sent by the next qdeck sync or the window. Check with qdeck outbox."),
            {}, 0, {}});
    }
    for (const OutboxEntry &entry : followed) {
        report.add([entry](JsonWriter &json) { writeOutboxEntry(json, entry); });
        report.say(inked(deliverySentence(entry) + earlierText(entry, actions), isDone(entry) ? Ink::Good : Ink::Warn));
        if (!isSettled(entry)) {
            waiting.push_back(entry.action.source);
        } else if (!isDone(entry)) {
            report.failed(QStringLiteral("%1 was not carried out: %2").arg(whatOf(entry), reasonSentence(entry.reason)));
        } else if (const QString shortfall = shortfallOf(entry, session.arguments()); !shortfall.isEmpty()) {
            report.failed(shortfall);
        }
    }
    for (const SourceStatus &status : session.statuses()) {
        if (std::find(waiting.begin(), waiting.end(), status.id) != waiting.end()) {
            report.addStale(status.id, status.lastOkAt, QStringLiteral("has not accepted everything yet: %1").arg(freshnessText(status)));
        }
    }
    const int code = report.finish();
    return std::all_of(followed.begin(), followed.end(), isWithoutEffect) ? exits::Error : code;
}

AlertAction newAction(const CliSession &session, Verb verb, const SourceId &source)
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    action.source = source;
    action.author = authorOf(session.arguments());
    action.comment = QString::fromStdString(session.arguments().text);
    action.createdAt = session.clock().now();
    return action;
}

} // namespace quarterdeck
