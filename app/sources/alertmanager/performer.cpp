#include "app/sources/alertmanager/performer.h"

#include "app/sources/alertmanager/landing.h"
#include "app/sources/alertmanager/preflight.h"

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

SilenceDraft toDraft(const Silence &silence)
{
    return {silence.id, silence.matchers, silence.startsAt, silence.endsAt, silence.createdBy, silence.comment, silence.annotations};
}

bool isRead(const SilenceLists &lists, const Member &member)
{
    return std::ranges::find(lists.read, &member) != lists.read.end();
}

} // namespace

Performer::Performer(const Members &members, const Clock &clock, SharedReading &shared, AlertAction action, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_members(members)
    , m_clock(clock)
    , m_shared(shared)
    , m_action(std::move(action))
    , m_cancel(std::move(cancel))
{
}

Async<Outcome> Performer::run(BeforeSend before)
{
    const auto future = m_reply.future();
    m_before = std::move(before);
    const auto shared = m_shared.forAction(m_action);
    m_shared.begin(m_action);
    m_hasBegun = true;
    if (shared) {
        consider(*shared, false);
        return future;
    }
    // Most often the alert's own matchers find it; what they do not find is looked for among all alerts before it counts as gone.
    const bool isNarrow = m_action.verb == Verb::Acknowledge && isFilterable(m_action.matchers) && !m_shared.isWorthwhile();
    readPresent(isNarrow ? m_action.matchers : std::vector<Matcher> {});
    return future;
}

Async<Outcome> Performer::look(const QString &target)
{
    const auto future = m_reply.future();
    m_isWriting = true;
    m_shared.looksFor(m_action);
    readLists([this, target](const SilenceLists &lists) { found(lists, target); });
    return future;
}

void Performer::readPresent(const std::vector<Matcher> &filter)
{
    auto *gathering = new Gathering(m_members, m_clock, m_cancel, this);
    const auto asked = filter.empty() ? std::optional(m_shared.ask()) : std::nullopt;
    thenTake(gathering->run(filter), this, [this, asked, isFiltered = !filter.empty()](Result<Reading> reading) {
        if (!reading) {
            failWith(reading.error());
            return;
        }
        if (asked) {
            m_shared.keep(*reading, *asked);
        }
        consider(*reading, isFiltered);
    });
}

void Performer::lookUpSilence(Reading reading)
{
    m_hasLookedUp = true;
    Member &member = *reading.live.front();
    then(member.silence(m_action.silenceId, m_cancel), this, [this, reading = std::move(reading)](const Result<Silence> &silence) mutable {
        if (silence) {
            reading.snapshot.silences.push_back(*silence);
        }
        consider(reading, false);
    });
}

void Performer::consider(const Reading &reading, bool isFiltered)
{
    // A list that is refused as a whole, or lacks a member's, may lack the one silence that is known by its id.
    const bool isUnlisted = !m_action.silenceId.isEmpty() && !reading.snapshot.isWhole()
        && std::ranges::find(reading.snapshot.silences, m_action.silenceId, &Silence::id) == reading.snapshot.silences.end();
    if (isUnlisted && !m_hasLookedUp && !reading.live.empty()) {
        lookUpSilence(reading);
        return;
    }
    if (isFiltered && std::ranges::find(reading.snapshot.alerts, m_action.alert, &Alert::key) == reading.snapshot.alerts.end()) {
        readPresent({});
        return;
    }
    // An end that is over by the server's clock is refused, and its Date header may be a gateway's: the later of both clocks, then, until
    // the silence that is held tells the server's own time.
    const Millis skew = reading.live.empty() ? Millis(0) : std::max(Millis(0), reading.live.front()->clockSkew());
    m_decision = decide(m_action, reading.snapshot, m_clock.now() + skew);
    if (m_decision.outcome) {
        finish(*m_decision.outcome);
        return;
    }
    if (m_decision.landed) {
        judge(*reading.live.front(), *m_decision.landed);
        return;
    }
    m_candidates.assign(reading.live.begin(), reading.live.end());
    std::ranges::stable_partition(
        m_candidates, [this](const Member *member) { return !member->hasLostWrite() && member->token() != m_before.last(); });
    writeToNext();
}

void Performer::writeToNext()
{
    if (m_candidates.empty()) {
        m_lastError ? failWith(*m_lastError) : finish(Outcome::Is::NotSent, Reason {ReasonCode::NoMemberTook});
        return;
    }
    Member *member = m_candidates.front();
    m_candidates.pop_front();
    write(*member);
}

void Performer::write(Member &member)
{
    if (!m_before || m_members.size() < 2) {
        send(member);
        return;
    }
    // Written down before a byte leaves: after a kill only this member needs to answer.
    then(m_before(member.token()), this, [this, &member](const Result<Done> &noted) {
        if (noted) {
            send(member);
        } else if (noted.error().kind == ErrorKind::Cancelled) {
            failWith(noted.error());
        } else {
            finish(Outcome::Is::NotSent, Reason::said(noted.error().what));
        }
    });
}

void Performer::send(Member &member)
{
    m_isWriting = true;
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
    if (error.sent == Sent::Yes) {
        readLists([this, &member, error](const SilenceLists &lists) { refused(lists, member, error); });
    } else if (error.sent == Sent::No) {
        checkNotLanded(error);
    } else if (m_decision.post) {
        failWith(error);
    } else {
        deleted(member, error);
    }
}

void Performer::checkNotLanded(const Error &error)
{
    const bool isNetwork = error.kind == ErrorKind::Offline || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Tls;
    if (!isNetwork || m_candidates.empty()) {
        failWith(error);
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
        // It was read as running just before: where the list holds it as ended now, a gateway has sent our own question twice.
        const bool isListed = std::ranges::find(lists.silences, m_decision.expire, &Silence::id) != lists.silences.end();
        const bool hadEnded = error.kind == ErrorKind::NotFound && !isListed;
        finish(hadEnded ? Outcome::Is::AlreadySo : Outcome::Is::Done, Reason {hadEnded ? ReasonCode::HadEnded : ReasonCode::None}, m_decision.expire);
        return;
    }
    if (const Silence *held = m_decision.post ? marked(m_action, lists.silences) : nullptr) {
        judge(*lists.read.front(), *held);
        return;
    }
    const Reason inDoubt = Reason {ReasonCode::InDoubt}.with(reasonpart::Text, error.what);
    if (!isRead(lists, member)) {
        finish(Outcome::Is::Unknown, inDoubt);
        return;
    }
    if (error.kind != ErrorKind::NotFound) {
        failWith(error);
        return;
    }
    // "Not found", though the list holds it, is not the word of the server that holds the list.
    if (m_action.verb == Verb::ExtendSilence && hasEnded(m_action.silenceId, lists.silences, isAll(lists))) {
        finish(Outcome::Is::Conflict, Reason {ReasonCode::SilenceForgotten}, m_action.silenceId);
    } else {
        finish(Outcome::Is::Unknown, inDoubt);
    }
}

void Performer::confirm(Member &member, const QString &id)
{
    then(member.silence(id, m_cancel), this, [this, &member](const Result<Silence> &silence) {
        if (!silence) {
            // It was answered with an id, but that it holds is not certain until it is read back.
            finish(Outcome::Is::Unknown, Reason {ReasonCode::MadeNotRead}.with(reasonpart::Text, silence.error().what));
            return;
        }
        judge(member, *silence);
    });
}

void Performer::judge(Member &member, const Silence &silence)
{
    const std::vector<Matcher> &matchers = m_decision.post ? m_decision.post->matchers : m_action.matchers;
    if (!matchers.empty() && !isSameMatchers(silence.matchers, matchers)) {
        finish(Outcome::Is::Refused, Reason {ReasonCode::HeldOtherwise}, silence.id);
        return;
    }
    if (silence.state == SilenceState::Expired) {
        finish(Outcome::Is::Conflict, reasonUntil(ReasonCode::TookEffectEnded, silence.endsAt), silence.id);
        return;
    }
    // One that was to begin later still does: its end is what was asked for.
    const bool isMeantLater = m_action.verb == Verb::ExtendSilence && silence.id == m_action.silenceId;
    if (silence.state == SilenceState::Pending && !isMeantLater) {
        finish(Outcome::Is::Conflict, Reason {ReasonCode::BeginsLater}.with(reasonpart::From, silence.startsAt), silence.id);
        return;
    }
    const bool isOwnExtension = m_action.verb == Verb::ExtendSilence && m_decision.post;
    const UtcTime wished = isOwnExtension ? m_decision.post->endsAt : wishedEnd(m_action, silence);
    if (endsAsWished(m_action, silence, wished)) {
        const bool isOther = m_action.verb == Verb::ExtendSilence && silence.id != m_action.silenceId;
        const Reason later = Reason {ReasonCode::BeginsLater}.with(reasonpart::From, silence.startsAt);
        finish(Outcome::Is::Done,
            isOther                                      ? reasonUntil(ReasonCode::NewSilence, silence.endsAt)
                : silence.state == SilenceState::Pending ? later
                                                         : Reason {},
            silence.id);
    } else if (m_isCorrected) {
        finish(Outcome::Is::Conflict, reasonUntil(ReasonCode::EndsOtherwise, silence.endsAt).with(reasonpart::Wished, wished), silence.id);
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
        if (id || id.error().sent == Sent::Yes) {
            // From now on it has been changed, by us: its end is compared with this one. A refusal may come from a gateway: reading tells.
            m_action.until = end;
            m_decision.post = silence;
            m_decision.post->endsAt = end;
            confirm(member, id ? *id : silence.id);
        } else {
            // What it is the correction of has been sent, whatever became of this.
            Error error = id.error();
            error.sent = Sent::Maybe;
            failWith(error);
        }
    });
}

void Performer::deleted(Member &member, const Error &error)
{
    // A silence that is read as ended has; any other answer, "not found" too, needs the lists.
    then(member.silence(m_decision.expire, m_cancel), this, [this, error](const Result<Silence> &silence) {
        if (silence && silence->state == SilenceState::Expired) {
            finish(Outcome::Is::Done, {}, m_decision.expire);
            return;
        }
        readLists([this, error](const SilenceLists &lists) {
            if (hasEnded(m_decision.expire, lists.silences, isAll(lists))) {
                finish(Outcome::Is::Done, {}, m_decision.expire);
            } else if (error.sent == Sent::Maybe) {
                failWith(error);
            } else {
                finish(Outcome::Is::Unknown, Reason {ReasonCode::StillRuns});
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
        fn(SilenceLists {});
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
        if (lists.error && lists.error->kind == ErrorKind::Cancelled) {
            failWith(*lists.error);
        } else {
            finish(Outcome::Is::Unknown, lists.error ? Reason::said(lists.error->what) : Reason {ReasonCode::NoMemberAnswers});
        }
        return;
    }
    const bool isExpiry = endsSilence(m_action.verb) && !m_action.silenceId.isEmpty();
    if (isExpiry && hasEnded(m_action.silenceId, lists.silences, isAll(lists))) {
        finish(Outcome::Is::Done, {}, m_action.silenceId);
        return;
    }
    if (const Silence *held = endsSilence(m_action.verb) ? nullptr : marked(m_action, lists.silences)) {
        judge(*lists.read.front(), *held);
        return;
    }
    const auto at = std::ranges::find_if(m_members, [&target](const auto &member) { return member->token() == target; });
    if (at != m_members.end() && !isRead(lists, **at)) {
        finish(Outcome::Is::Unknown, Reason {ReasonCode::MemberAway});
    } else if (at == m_members.end() && !isAll(lists)) {
        // Sent to whichever member, or to one that is not configured any more: any that does not answer may be the one that knows.
        finish(Outcome::Is::Unknown,
            Reason {ReasonCode::TooFewAnswer}.with(reasonpart::Answered, int(lists.read.size())).with(reasonpart::Members, int(m_members.size())));
    } else {
        finish(Outcome::Is::NotSent, Reason {ReasonCode::NotTaken});
    }
}

void Performer::failWith(Error error)
{
    if (!m_isWriting) {
        // A lost answer to a read leaves nothing in doubt.
        error.sent = Sent::No;
    }
    finish(error.kind == ErrorKind::Cancelled ? Result<Outcome>(tl::unexpected(error)) : Result<Outcome>(outcomeOf(error)));
}

void Performer::finish(Result<Outcome> result)
{
    if (m_hasBegun) {
        m_shared.end(m_action, result);
    }
    m_reply.finish(std::move(result));
    deleteLater();
}

} // namespace quarterdeck::alertmanager
