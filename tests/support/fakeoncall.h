#pragma once

#include "app/ports/oncallreader.h"
#include "tests/support/fakeanswers.h"

namespace quarterdeck {

/// Who is on call, as a test says.
class FakeOnCall final : public OnCallReader {
public:
    Dated<std::vector<OnCallPage>> told; ///< The answer, as it is.
    std::vector<TimeRange> asked;
    FakeAnswers answers;

    /// One page of one source that pages `service` with these shifts, live.
    void tell(const QString &service, TimeRange covers, const std::vector<Shift> &shifts)
    {
        OnCallPage page;
        page.source = QStringLiteral("pd");
        page.asOf = covers.from;
        page.covers = covers;
        page.policies = {{QStringLiteral("P"), QStringLiteral("First aid"), 1, {service}}};
        page.shifts = shifts;
        told = {};
        told.value = {page};
        told.asOf = page.asOf;
        told.isLive = true;
        told.asked = QStringList {page.source};
    }
    /// A shift of that policy.
    static Shift shift(const QString &name, UtcTime from, UtcTime to)
    {
        Shift made;
        made.policy = QStringLiteral("P");
        made.person.name = name;
        made.from = from;
        made.to = to;
        return made;
    }
    Async<Dated<std::vector<OnCallPage>>> onCall(TimeRange range, CancelToken cancel = {}) override
    {
        asked.push_back(range);
        return answers.answer<Dated<std::vector<OnCallPage>>>(told, cancel);
    }
};

} // namespace quarterdeck
