#include "app/sources/alertmanager/performer.h"

#include "app/sources/alertmanager/landing.h"

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

SilenceDraft toDraft(const Silence &silence)
{
    return {silence.id, silence.matchers, silence.startsAt, silence.endsAt, silence.createdBy, silence.comment, silence.annotations};
}

bool isRead(const SilenceLists &lists, const QString &root)
{
    return std::ranges::any_of(lists.read, [&root](const Member *member) { return member->root().toString() == root; });
}

Error notRead(const QString &what)
{
    return Error {ErrorKind::Offline, what, {}, 0, std::nullopt};
}

} // namespace

Performer::Performer(
    const Members &members, const Clock &clock, AlertAction action, CancelToken cancel, std::function<void(const QString &)> target, QObject *parent)
    : QObject(parent)
    , m_members(members)
    , m_clock(clock)
    , m_action(std::move(action))
    , m_cancel(std::move(cancel))
    , m_target(std::move(target))
{
}

Async<Receipt> Performer::run()
{
    const auto future = m_reply.future();
    // Most often the alert's own matchers find it; what they do not find is looked for among all alerts before it counts as gone.
    const bool isNarrow = m_action.verb == Verb::Acknowledge && isFilterable(m_action.matchers);
    readPresent(isNarrow ? m_action.matchers : std::vector<Matcher> {});
    return future;
}

Async<Receipt> Performer::look(const QString &target)
{
    const auto future = m_reply.future();
    m_isWriting = true;
    readLists([this, target](const SilenceLists &lists) { found(lists, target); });
    return future;
}

void Performer::readPresent(const std::vector<Matcher> &filter)
{
    auto *gathering = new Gathering(m_members, m_clock, m_cancel, this);
    then(gathering->run(filter), this, [this, isFiltered = !filter.empty()](const Result<Reading> &reading) {
        if (!reading) {
            finish(tl::unexpected(reading.error()));
            return;
        }
        consider(*reading, isFiltered);
    });
}

void Performer::consider(const Reading &reading, bool isFiltered)
{
    if (isFiltered && std::ranges::find(reading.snapshot.alerts, m_action.alert, &Alert::key) == reading.snapshot.alerts.end()) {
        readPresent({});
        return;
    }
    // An end that is over by the server's clock is refused, and its Date header may be a gateway's: the later of both clocks, then, until
    // the silence that is held tells the server's own time.
    const Millis skew = reading.live.empty() ? Millis(0) : std::max(Millis(0), reading.live.front()->clockSkew());
    m_decision = decide(m_action, reading.snapshot, m_clock.now() + skew);
    if (m_decision.error) {
        finish(tl::unexpected(*m_decision.error));
        return;
    }
    if (m_decision.receipt) {
        finish(*m_decision.receipt);
        return;
    }
    if (m_decision.landed) {
        judge(*reading.live.front(), *m_decision.landed);
        return;
    }
    m_candidates.assign(reading.live.begin(), reading.live.end());
    writeToNext();
}

void Performer::writeToNext()
{
    if (m_candidates.empty()) {
        finish(tl::unexpected(m_lastError.value_or(notRead(QStringLiteral("No member took it")))));
        return;
    }
    Member *member = m_candidates.front();
    m_candidates.pop_front();
    write(*member);
}

void Performer::write(Member &member)
{
    m_isWriting = true;
    m_target(member.root().toString());
    if (m_decision.post) {
        then(member.post(toDraft(*m_decision.post), m_cancel), this,
            [this, &member](const Result<QString> &id) { id ? confirm(member, *id) : failed(member, id.error()); });
    } else {
        then(member.expire(m_decision.expire, m_cancel), this,
            [this, &member](const Result<Done> &result) { result ? deleted(member, Error {}) : failed(member, result.error()); });
    }
}

void Performer::failed(Member &member, const Error &error)
{
    if (isRefusal(error)) {
        readLists([this, &member, error](const SilenceLists &lists) { refused(lists, member, error); });
    } else if (!isOutcomeUnknown(error)) {
        checkNotLanded(error);
    } else if (m_decision.post) {
        finish(tl::unexpected(error));
    } else {
        deleted(member, error);
    }
}

void Performer::checkNotLanded(const Error &error)
{
    const bool isNetwork = error.kind == ErrorKind::Offline || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Tls;
    if (!isNetwork || m_candidates.empty()) {
        finish(tl::unexpected(error));
        return;
    }
    m_lastError = error;
    if (!m_decision.post) {
        writeToNext();
        return;
    }
    Member *next = m_candidates.front();
    then(next->silences(m_cancel), this, [this, next](const Result<Listing<Silence>> &silences) {
        const Silence *held = silences ? marked(m_action, silences->items) : nullptr;
        if (held != nullptr) {
            judge(*next, *held);
        } else {
            writeToNext();
        }
    });
}

void Performer::refused(const SilenceLists &lists, const Member &member, const Error &error)
{
    if (!m_decision.post && hasEnded(m_decision.expire, lists.silences, isAll(lists))) {
        const bool hadEnded = error.kind == ErrorKind::NotFound;
        finish(Receipt {hadEnded ? Receipt::Outcome::AlreadySo : Receipt::Outcome::Confirmed, m_decision.expire,
            hadEnded ? QStringLiteral("the silence had ended before") : QString()});
        return;
    }
    if (const Silence *held = m_decision.post ? marked(m_action, lists.silences) : nullptr) {
        judge(*lists.read.front(), *held);
        return;
    }
    if (!isRead(lists, member.root().toString())) {
        doubt(error.what, error.httpStatus);
        return;
    }
    if (error.kind != ErrorKind::NotFound) {
        finish(tl::unexpected(error));
        return;
    }
    // "Not found", though the list holds it, is not the word of the server that holds the list.
    if (m_action.verb == Verb::ExtendSilence && hasEnded(m_action.silenceId, lists.silences, isAll(lists))) {
        conflict(m_action.silenceId, QStringLiteral("You saw this silence running; the server does not know it any more"));
    } else {
        doubt(error.what, error.httpStatus);
    }
}

void Performer::confirm(Member &member, const QString &id)
{
    then(member.silence(id, m_cancel), this, [this, &member](const Result<Silence> &silence) {
        if (!silence) {
            // It was answered with an id, but that it holds is not certain until it is read back.
            doubt(QStringLiteral("the silence was made but could not be read back: ") + silence.error().what, silence.error().httpStatus);
            return;
        }
        judge(member, *silence);
    });
}

void Performer::judge(Member &member, const Silence &silence)
{
    const std::vector<Matcher> &matchers = m_decision.post ? m_decision.post->matchers : m_action.matchers;
    if (!matchers.empty() && !isSameMatchers(silence.matchers, matchers)) {
        finish(fail(ErrorKind::Rejected, QStringLiteral("The server took the silence but holds it otherwise than it was asked to"), silence.id));
        return;
    }
    if (silence.state == SilenceState::Expired) {
        conflict(silence.id, QStringLiteral("It took effect, but the silence ended at %1").arg(toRfc3339(silence.endsAt)));
        return;
    }
    if (silence.state == SilenceState::Pending) {
        conflict(silence.id,
            QStringLiteral("The server took the silence but lets it begin only at %1: it hides nothing yet").arg(toRfc3339(silence.startsAt)));
        return;
    }
    const bool isOwnExtension = m_action.verb == Verb::ExtendSilence && m_decision.post;
    const UtcTime wished = isOwnExtension ? m_decision.post->endsAt : wishedEnd(m_action, silence);
    if (endsAsWished(m_action, silence, wished)) {
        const bool isOther = m_action.verb == Verb::ExtendSilence && silence.id != m_action.silenceId;
        finish(Receipt {Receipt::Outcome::Confirmed, silence.id,
            isOther ? QStringLiteral("the server made a new silence of it, until %1").arg(toRfc3339(silence.endsAt)) : QString()});
    } else if (m_isCorrected) {
        conflict(silence.id, QStringLiteral("The silence is in force, but until %1 instead of %2").arg(toRfc3339(silence.endsAt), toRfc3339(wished)));
    } else {
        correct(member, silence, wished);
    }
}

void Performer::correct(Member &member, const Silence &silence, UtcTime end)
{
    m_isCorrected = true;
    m_isWriting = true;
    SilenceDraft draft = toDraft(silence);
    draft.endsAt = end;
    then(member.post(draft, m_cancel), this, [this, &member, silence, end](const Result<QString> &id) {
        if (id || isRefusal(id.error())) {
            // From now on it has been changed, by us: its end is compared with this one. A refusal may come from a gateway: reading tells.
            m_action.until = end;
            m_decision.post = silence;
            m_decision.post->endsAt = end;
            confirm(member, id ? *id : silence.id);
        } else if (isOutcomeUnknown(id.error())) {
            finish(tl::unexpected(id.error()));
        } else {
            doubt(id.error().what, id.error().httpStatus);
        }
    });
}

void Performer::deleted(Member &member, const Error &error)
{
    // A silence that is read as ended has; any other answer, "not found" too, needs the lists.
    then(member.silence(m_decision.expire, m_cancel), this, [this, error](const Result<Silence> &silence) {
        if (silence && silence->state == SilenceState::Expired) {
            finish(Receipt {Receipt::Outcome::Confirmed, m_decision.expire, {}});
            return;
        }
        readLists([this, error](const SilenceLists &lists) {
            if (hasEnded(m_decision.expire, lists.silences, isAll(lists))) {
                finish(Receipt {Receipt::Outcome::Confirmed, m_decision.expire, {}});
            } else {
                finish(tl::unexpected(isOutcomeUnknown(error) ? error : unknownOutcome(QStringLiteral("the silence still runs"), error.httpStatus)));
            }
        });
    });
}

void Performer::readLists(std::function<void(const SilenceLists &)> fn)
{
    std::vector<Async<Listing<Silence>>> lists;
    std::vector<Member *> asked;
    for (const auto &member : m_members) {
        if (!member->isHanging()) {
            asked.push_back(member.get());
            lists.push_back(member->silences(m_cancel));
        }
    }
    if (asked.empty()) {
        fn(SilenceLists {{}, {}, notRead(QStringLiteral("No member answers"))});
        return;
    }
    whenAll(lists, this, [fn = std::move(fn), asked](const std::vector<Result<Listing<Silence>>> &results) {
        SilenceLists read;
        std::vector<std::vector<Silence>> whole;
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (results[i] && !results[i]->problem) {
                whole.push_back(results[i]->items);
                read.read.push_back(asked[i]);
            } else if (!read.error) {
                read.error = results[i] ? *results[i]->problem : results[i].error();
            }
        }
        read.silences = united(whole);
        fn(read);
    });
}

void Performer::found(const SilenceLists &lists, const QString &target)
{
    if (lists.read.empty()) {
        finish(tl::unexpected(*lists.error));
        return;
    }
    const bool isExpiry = m_action.verb == Verb::ExpireSilence;
    if (isExpiry && hasEnded(m_action.silenceId, lists.silences, isAll(lists))) {
        finish(Receipt {Receipt::Outcome::Confirmed, m_action.silenceId, {}});
        return;
    }
    if (const Silence *held = isExpiry ? nullptr : marked(m_action, lists.silences)) {
        judge(*lists.read.front(), *held);
        return;
    }
    // Sent before our own restart, to whichever member: any that does not answer may be the one that took it.
    if (target.isEmpty() && !isAll(lists)) {
        finish(tl::unexpected(notRead(QStringLiteral("%1 of %2 members answered completely, so it cannot be told whether it took effect")
                                          .arg(lists.read.size())
                                          .arg(m_members.size()))));
    } else if (!target.isEmpty() && !isRead(lists, target)) {
        finish(tl::unexpected(notRead(QStringLiteral("The member it was sent to does not answer, so it cannot be told whether it took effect"))));
    } else {
        finish(fail(ErrorKind::NotFound, QStringLiteral("It has not taken effect")));
    }
}

void Performer::finish(Result<Receipt> result)
{
    if (!result && !m_isWriting) {
        // A lost answer to a read leaves nothing in doubt.
        result.error().where = QStringLiteral("before-send");
    }
    m_reply.finish(std::move(result));
    deleteLater();
}

} // namespace quarterdeck::alertmanager
