#pragma once

#include "app/sources/api/actface.h"
#include "app/sources/icinga2/actor.h"
#include "app/sources/icinga2/judgement.h"

#include <deque>

namespace quarterdeck::icinga2 {

/// How many objects one call is about at most.
inline constexpr int MostInCall = 250;

/// True where an action can be one of many in a call. What is about the downtime of a host is not: by their text those that came with it on other
/// hosts are known.
bool goesWithOthers(const AlertAction &action);

/// Carries out actions that are alike with one call for each kind of object: reads what is, plans each, sends what may be sent, reads once what
/// came of it, and judges each by its own row; downtimes that longer ones have taken the place of are then ended in the same way. The text of all
/// bears the id of the call, which is the same where the same actions are sent again. Deletes itself when it is done. Thread: io.
class BulkPerformer final : public QObject {
public:
    /// `reader`, `actor` and `clock` outlive it.
    BulkPerformer(
        Reader &reader, Actor &actor, const Clock &clock, std::vector<AlertAction> actions, Style style, CancelToken cancel, QObject *parent);
    /// `before` is asked with the id of the call: by it what the call has left is found again. Errors: Cancelled.
    Async<std::vector<Outcome>> run(BeforeSend before);

private:
    struct Item {
        AlertAction action;
        std::optional<Outcome> outcome {};
        std::optional<ActResult> row {}; ///< The server's own word on it.
        UtcTime lastCheck {};            ///< Of what is to be checked: the result before.
        QStringList ends {};             ///< Downtimes to be ended once a longer one holds.
    };
    struct Call {
        Act act;
        std::vector<std::size_t> items; ///< In the order of its names.
    };

    void consider(const Present &present);
    /// Adds an act to the call that it can be a part of.
    void add(const Act &act, std::size_t item);
    void sendNext();
    void failed(const Call &call, const Error &error);
    /// Reads what is now, where any waits to be judged by it.
    void confirm();
    void judge(const Present &present);
    /// Ends the downtimes that longer ones have taken the place of.
    void endShorter();
    void judgeEnds();
    bool isChecked(const Item &item, const Present &present) const;
    /// Whether a result is still to come of a check that the server has taken.
    bool areChecksOpen(const Present &present) const;
    /// None of those that nothing is known of was sent.
    void unsentBy(const Error &error);
    void finish();
    void finishWith(const Error &error);
    UtcTime now() const { return m_clock.now(); }

    Reader &m_reader;
    Actor &m_actor;
    const Clock &m_clock;
    Style m_style;
    CancelToken m_cancel;
    std::vector<Item> m_items;
    QUuid m_id;
    std::deque<Call> m_calls;
    bool m_isEnding = false; ///< The calls end downtimes that longer ones have taken the place of.
    std::size_t m_looks = 0; ///< How often results of checks were waited for.
    BeforeSend m_before;
    Reply<std::vector<Outcome>> m_reply;
};

} // namespace quarterdeck::icinga2
