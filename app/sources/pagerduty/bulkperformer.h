#pragma once

#include "app/sources/api/actface.h"
#include "app/sources/pagerduty/judgement.h"
#include "app/sources/pagerduty/manypresent.h"

#include <deque>

namespace quarterdeck::pagerduty {

/// How many actions like this one go together: MostInRequest where one request stands for all of them, fewer where each needs one of its own,
/// so that what has been done is told now and then.
int mostLike(const AlertAction &action);

/// Carries out actions that are alike: reads once what is, plans each, sends with one request what one request can say and the rest one by one,
/// and judges each by its own row of the answer. PagerDuty says no to all for the sake of one: then each half is tried by itself, read anew
/// before. Deletes itself when it is done. Thread: io.
class BulkPerformer final : public QObject {
public:
    /// A child of `reader`, which with `deps` outlives it.
    BulkPerformer(Reader &reader, const SourceDeps &deps, std::vector<AlertAction> actions, CancelToken cancel);
    /// Errors: Cancelled.
    Async<std::vector<Outcome>> run();

private:
    struct Item {
        AlertAction action;
        std::optional<Outcome> outcome {};
        std::optional<Incident> incident {}; ///< As it was read last.
        std::vector<LogEntry> log {};
        bool isTried = false; ///< A request about it has been sent.
    };
    using Places = std::vector<std::size_t>;

    void begin(const Result<Present> &shared);
    void nextPart();
    void consider(const Places &part);
    void send(const Places &part, const Update &update);
    /// What the answer shows of each; nothing for those that it does not show as wished.
    void judge(const Places &part, const HttpResponse &response);
    /// Reads those that a good answer did not show as wished.
    void confirm(const Places &part, Places left);
    void refused(const Places &part, const Error &refusal, int code);
    /// Only what is acknowledged can be made quiet: in one request, before each has one of its own.
    void acknowledgeFirst(const Places &unacknowledged, const Places &singles);
    void performEach(Places singles);
    /// Leaves what was written with each that is done, and goes on.
    void noteEach(Places done);
    void readAgain(std::size_t place, std::function<void(const std::optional<Error> &)> next);
    Present presentOf(const Item &item) const;
    TimeRange logRange() const;
    /// What stands in the way of one stands in the way of all that were not sent.
    void stop(const Error &error);
    void leaveRest(const Outcome &unsent);
    void finish();
    UtcTime now() const { return m_deps.clock.now(); }

    Reader &m_reader;
    SourceDeps m_deps;
    CancelToken m_cancel;
    std::vector<Item> m_items;
    std::deque<Places> m_parts; ///< Still to be sent.
    Present m_shared;           ///< What all of them need, alike as they are: who acts, the people that they name, the priorities.
    Reply<std::vector<Outcome>> m_reply;
};

} // namespace quarterdeck::pagerduty
