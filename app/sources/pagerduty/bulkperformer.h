#pragma once

#include "app/sources/api/actface.h"
#include "app/sources/pagerduty/judgement.h"

#include <deque>

namespace quarterdeck::pagerduty {

/// Most incidents of one request; more is refused with 413.
inline constexpr int MostInRequest = 250;

/// True where an action can be one of many in a request: notes are left one by one, and so is what comes with one; whether an escalation took
/// place stands in the log of each incident.
bool goesWithOthers(const AlertAction &action);

/// Carries out actions that are alike with one request, MostInRequest incidents at most: reads what is open, plans each, sends what may be sent,
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
        bool isTried = false;                ///< A request about it has been sent.
    };
    using Places = std::vector<std::size_t>;

    void begin(const Result<Present> &shared);
    void nextPart();
    /// Reads the incidents of a part: page by page as long as that is worth it, then one by one those that no page had.
    void readPage(const Places &part, int offset, int pages);
    void readRest(const Places &part, Places missing);
    void consider(const Places &part);
    void send(const Places &part, const Update &update);
    void judge(const Places &part, const HttpResponse &response);
    void refused(const Places &part, const Error &refusal, int code);
    /// Reads those that a good answer did not show as wished.
    void confirm(Places left);
    Present presentOf(const Item &item) const;
    /// What stands in the way of one stands in the way of all that were not sent.
    void stop(const Error &error);
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
