#pragma once

#include "app/sources/alertmanager/gathering.h"
#include "app/sources/alertmanager/preflight.h"
#include "app/sources/alertmanager/sharedreading.h"
#include "app/sources/api/actface.h"

#include <deque>

namespace quarterdeck::alertmanager {

/// The silences of all members that could be read.
struct SilenceLists {
    std::vector<Silence> silences; ///< Each once, the newest state of it.
    std::vector<Member *> read;    ///< The members whose lists were whole.
    std::optional<Error> error;    ///< Of the first that was not.
};

/// Carries out one action: re-reads, decides, writes to one live member, confirms by reading back. Confirmed is what is in force as it was
/// wished: a silence whose end is off is corrected first. Deletes itself when it is done. Thread: io.
class Performer : public QObject {
public:
    /// `members`, `clock` and `shared` outlive it.
    Performer(const Members &members, const Clock &clock, SharedReading &shared, AlertAction action, CancelToken cancel, QObject *parent);
    /// Where there is more than one member, `before` is asked with the token of the one that is written to.
    Async<Outcome> run(BeforeSend before);
    /// Only looks for what an earlier run of the action has left. `target`: the token of the member it was sent to, empty where that is not known.
    Async<Outcome> look(const QString &target);

private:
    void readPresent(const std::vector<Matcher> &filter);
    void consider(const Reading &reading, bool isFiltered);
    void lookUpSilence(Reading reading);
    void writeToNext();
    void checkNotLanded(const Error &error);
    void write(Member &member);
    void send(Member &member);
    void failed(Member &member, const Error &error);
    void refused(const SilenceLists &lists, const Member &member, const Error &error);
    void confirm(Member &member, const QString &id);
    void judge(Member &member, const Silence &silence);
    void correct(Member &member, const Silence &silence, UtcTime end);
    void deleted(Member &member, const Error &error);
    void readLists(std::function<void(const SilenceLists &)> fn);
    void found(const SilenceLists &lists, const QString &target);
    bool isAll(const SilenceLists &lists) const { return lists.read.size() == m_members.size(); }
    void failWith(Error error);
    void finish(Outcome::Is is, Reason reason, const QString &silence = {}) { finish(Outcome {is, std::move(reason), silence}); }
    void finish(Result<Outcome> result);

    const Members &m_members;
    const Clock &m_clock;
    SharedReading &m_shared;
    AlertAction m_action;
    CancelToken m_cancel;
    BeforeSend m_before;
    Reply<Outcome> m_reply;
    Decision m_decision;
    std::deque<Member *> m_candidates;
    std::optional<Error> m_lastError;
    bool m_hasBegun = false;
    bool m_isWriting = false;
    bool m_isCorrected = false;
    bool m_hasLookedUp = false; ///< The one silence was asked for by its id.
};

} // namespace quarterdeck::alertmanager
