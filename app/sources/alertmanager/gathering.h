#pragma once

#include "app/sources/alertmanager/member.h"

#include <QTimer>

namespace quarterdeck::alertmanager {

using Members = std::vector<std::unique_ptr<Member>>;

/// Alerts and silences of all members as one snapshot. `live` are the members that answered both.
struct Reading {
    AlertPage snapshot;
    std::vector<Member *> live;
};

/// Asks every member once and waits for all of them, but not long for one that hangs while another has answered: its question goes on
/// on its own, and until that has ended it is not asked again. One whose answer is under way is waited for. Deletes itself when it is done.
/// Thread: io.
class Gathering final : public QObject {
public:
    /// `members` and `clock` outlive it.
    Gathering(const Members &members, const Clock &clock, CancelToken cancel, QObject *parent);
    /// Errors: the first member's, when no member gave its alerts.
    Async<Reading> run(const std::vector<Matcher> &filter);

private:
    void took(std::size_t place, const std::shared_ptr<MemberAnswer> &answer);
    Millis patience() const;
    void concludeUnlessSomeTalk();
    void conclude();

    const Members &m_members;
    const Clock &m_clock;
    CancelToken m_cancel;
    Reply<Reading> m_reply;
    std::vector<std::shared_ptr<MemberAnswer>> m_answers; ///< In the order of the members; null where one is awaited.
    QTimer m_patience;
    std::size_t m_awaited = 0;
};

} // namespace quarterdeck::alertmanager
