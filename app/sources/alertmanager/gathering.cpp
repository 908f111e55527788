#include "app/sources/alertmanager/gathering.h"

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

constexpr Millis Patience {3'000};

std::shared_ptr<MemberAnswer> hungAnswer(const Member &member)
{
    const Millis seconds = std::chrono::ceil<std::chrono::seconds>(member.hangsFor());
    const Error error {
        ErrorKind::Timeout, QStringLiteral("%1 has not answered for %2").arg(member.name(), formatDuration(seconds)), {}, 0, std::nullopt};
    return std::make_shared<MemberAnswer>(MemberAnswer {tl::unexpected(error), tl::unexpected(error), std::nullopt});
}

} // namespace

Gathering::Gathering(const Members &members, const Clock &clock, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_members(members)
    , m_clock(clock)
    , m_cancel(std::move(cancel))
    , m_answers(members.size())
    , m_patience(this)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Gathering::concludeUnlessSomeTalk);
}

Async<Reading> Gathering::run(const std::vector<Matcher> &filter)
{
    const auto future = m_reply.future();
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        Member &member = *m_members[i];
        if (member.isHanging()) {
            m_answers[i] = hungAnswer(member);
            continue;
        }
        ++m_awaited;
        then(member.answer(filter, m_cancel), this, [this, i](const Result<std::shared_ptr<MemberAnswer>> &answer) { took(i, *answer); });
    }
    if (m_awaited == 0) {
        conclude();
    }
    return future;
}

void Gathering::took(std::size_t place, const std::shared_ptr<MemberAnswer> &answer)
{
    m_answers[place] = answer;
    if (--m_awaited == 0) {
        conclude();
    } else if (answer->isWhole() && !m_patience.isActive()) {
        m_patience.start(patience());
    }
}

Millis Gathering::patience() const
{
    // One that needs long, but answers, is waited for from the next time on.
    Millis longest = Patience;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        longest = m_answers[i] ? longest : std::max(longest, m_members[i]->lastTook() * 2);
    }
    return longest;
}

void Gathering::concludeUnlessSomeTalk()
{
    const auto talks = [this](std::size_t i) { return !m_answers[i] && !m_members[i]->isHanging() && m_members[i]->isHeardWithin(Patience); };
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (talks(i)) {
            m_patience.start(Patience);
            return;
        }
    }
    conclude();
}

void Gathering::conclude()
{
    m_patience.stop();
    deleteLater();
    if (m_cancel.stop_requested()) {
        m_reply.finish(fail(ErrorKind::Cancelled, QStringLiteral("Cancelled")));
        return;
    }
    Reading reading;
    std::vector<MemberAnswer> answers;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (!m_answers[i]) {
            m_members[i]->giveUpWaiting();
            m_answers[i] = hungAnswer(*m_members[i]);
        }
        if (m_answers[i]->isWhole()) {
            reading.live.push_back(m_members[i].get());
        }
        answers.push_back(std::move(*m_answers[i]));
    }
    auto snapshot = merge(std::move(answers), m_clock.now());
    if (!snapshot) {
        m_reply.finish(tl::unexpected(snapshot.error()));
        return;
    }
    reading.snapshot = std::move(*snapshot);
    m_reply.finish(std::move(reading));
}

} // namespace quarterdeck::alertmanager
