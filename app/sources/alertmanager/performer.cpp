#include "app/sources/alertmanager/performer.h"

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

SilenceDraft toDraft(const Silence &silence)
{
    return {silence.id, silence.matchers, silence.startsAt, silence.endsAt, silence.createdBy, silence.comment};
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
    // Silences begin and end by the server's clock: with ours ahead, a new one would stay pending.
    const Millis skew = reading.live.empty() ? Millis(0) : reading.live.front()->clockSkew();
    m_decision = decide(m_action, reading.snapshot, m_clock.now() + skew);
    if (m_decision.error) {
        finish(tl::unexpected(*m_decision.error));
        return;
    }
    if (m_decision.receipt) {
        finish(*m_decision.receipt);
        return;
    }
    m_candidates.assign(reading.live.begin(), reading.live.end());
    writeToNext();
}

void Performer::writeToNext()
{
    if (m_candidates.empty()) {
        finish(tl::unexpected(m_lastError.value_or(Error {ErrorKind::Offline, QStringLiteral("No member took it"), {}, 0, {}})));
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
        then(member.post(toDraft(*m_decision.post), m_cancel), this, [this, &member](const Result<QString> &id) { wrote(member, id); });
    } else {
        then(member.expire(m_decision.expire, m_cancel), this, [this, &member](const Result<Done> &result) { expired(member, result); });
    }
}

void Performer::checkNotLanded(const Error &error)
{
    const bool isNetwork = error.kind == ErrorKind::Offline || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Tls;
    if (!isNetwork || isOutcomeUnknown(error) || m_candidates.empty()) {
        finish(tl::unexpected(error));
        return;
    }
    m_lastError = error;
    if (!m_decision.post) {
        writeToNext();
        return;
    }
    then(m_candidates.front()->silences(m_cancel), this, [this](const Result<Listing<Silence>> &silences) {
        const QString marker = silenceMarker(m_action.id);
        if (silences) {
            for (const Silence &silence : silences->items) {
                if (silence.comment.contains(marker)) {
                    finish(Receipt {Receipt::Outcome::Confirmed, silence.id, {}});
                    return;
                }
            }
        }
        writeToNext();
    });
}

void Performer::wrote(Member &member, const Result<QString> &id)
{
    if (!id) {
        if (id.error().kind == ErrorKind::NotFound && m_action.verb == Verb::ExtendSilence) {
            finish(Receipt {Receipt::Outcome::Conflict, m_action.silenceId,
                QStringLiteral("You saw this silence running; the server does not know it any more")});
            return;
        }
        checkNotLanded(id.error());
        return;
    }
    confirm(member, *id);
}

void Performer::confirm(Member &member, const QString &id)
{
    then(member.silence(id, m_cancel), this, [this, id](const Result<Silence> &silence) {
        if (!silence) {
            // It was answered with an id, but that it holds is not certain until it is read back.
            finish(tl::unexpected<Error>(
                Error {ErrorKind::Timeout, QStringLiteral("The silence was made but could not be read back: ") + silence.error().what,
                    QStringLiteral("after-send"), silence.error().httpStatus, std::nullopt}));
            return;
        }
        if (silence->state == SilenceState::Expired || !isSameMatchers(silence->matchers, m_decision.post->matchers)) {
            finish(fail(ErrorKind::Rejected, QStringLiteral("The server took the silence but holds it otherwise than it was asked to"), id));
            return;
        }
        finish(Receipt {Receipt::Outcome::Confirmed, id, {}});
    });
}

void Performer::expired(Member &member, const Result<Done> &result)
{
    if (!result) {
        if (result.error().kind == ErrorKind::NotFound) {
            finish(Receipt {Receipt::Outcome::AlreadySo, m_decision.expire, QStringLiteral("the silence had ended before")});
            return;
        }
        checkNotLanded(result.error());
        return;
    }
    then(member.silence(m_decision.expire, m_cancel), this, [this](const Result<Silence> &silence) {
        const bool isGone = !silence && silence.error().kind == ErrorKind::NotFound;
        if (isGone || (silence && silence->state == SilenceState::Expired)) {
            finish(Receipt {Receipt::Outcome::Confirmed, m_decision.expire, {}});
        } else if (silence) {
            finish(fail(ErrorKind::Server, QStringLiteral("The server took the request but the silence still runs"), m_decision.expire));
        } else {
            finish(tl::unexpected<Error>(
                Error {ErrorKind::Timeout, QStringLiteral("The silence was ended but could not be read back: ") + silence.error().what,
                    QStringLiteral("after-send"), silence.error().httpStatus, std::nullopt}));
        }
    });
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
