#pragma once

#include "app/sources/alertmanager/gathering.h"
#include "app/sources/alertmanager/preflight.h"

#include <QHash>

#include <deque>

namespace quarterdeck::alertmanager {

/// Carries out one action: re-reads, decides, writes to one live member, confirms by reading back. Deletes itself when it is done.
/// Thread: io.
class Performer : public QObject {
public:
    /// Remembers in `target` which member was written to, while the action runs and after.
    Performer(const Members &members, const Clock &clock, AlertAction action, CancelToken cancel, std::function<void(const QString &)> target,
        QObject *parent);
    Async<Receipt> run();

private:
    void readPresent(const std::vector<Matcher> &filter);
    void consider(const Reading &reading, bool isFiltered);
    void writeToNext();
    void checkNotLanded(const Error &error);
    void write(Member &member);
    void wrote(Member &member, const Result<QString> &id);
    void confirm(Member &member, const QString &id);
    void expired(Member &member, const Result<Done> &result);
    void finish(Result<Receipt> result);

    const Members &m_members;
    const Clock &m_clock;
    AlertAction m_action;
    CancelToken m_cancel;
    std::function<void(const QString &)> m_target;
    Reply<Receipt> m_reply;
    Decision m_decision;
    std::deque<Member *> m_candidates;
    std::optional<Error> m_lastError;
    bool m_isWriting = false;
};

} // namespace quarterdeck::alertmanager
