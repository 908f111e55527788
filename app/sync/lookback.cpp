#include "app/sync/lookback.h"

#include "app/sync/settlements.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// The longest rest that each of these is to have.
class SharedRest {
public:
    void add(const QUuid &entry, Millis span)
    {
        m_entries.push_back(entry);
        m_span = std::max(m_span, span);
    }
    void begin(EntryCourses &courses, Millis now) const
    {
        for (const QUuid &entry : m_span > Millis(0) ? m_entries : std::vector<QUuid> {}) {
            courses.of(entry).restsUntil = now + m_span;
        }
    }

private:
    std::vector<QUuid> m_entries;
    Millis m_span {0};
};

} // namespace

LookBack lookedBack(const std::vector<OutboxEntry> &entries, const std::vector<Result<Outcome>> &outcomes, EntryCourses &courses,
    const DeliveryRules &rules, const Clock &clock)
{
    LookBack look;
    SharedRest untold;
    SharedRest missed;
    SharedRest again;
    const Millis now = clock.monotonic();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const OutboxEntry &entry = entries[i];
        const QUuid id = entry.action.id;
        const Result<Outcome> &outcome = outcomes[i];
        EntryCourse &course = courses.of(id);
        if (!outcome || outcome->is == Outcome::Is::Unknown) {
            // It stays as it is until the source can be read completely.
            const bool wasMissed = course.missedAt || entry.missedAt.isValid();
            const bool isEnding = !outcome && outcome.error().kind == ErrorKind::Cancelled;
            course.missedAt.reset();
            untold.add(id, std::min(rules.readBackCap, course.backoff.next(outcome ? outcome->retryAfter : outcome.error().retryAfter)));
            if (wasMissed && !isEnding) {
                look.untold.push_back(entry);
            } else {
                look.resting.push_back(id);
            }
            continue;
        }
        if (outcome->is != Outcome::Is::NotSent) {
            look.told.push_back(entry);
            look.outcomes.push_back(outcome);
            continue;
        }
        if (!course.missedAt && entry.missedAt.isValid()) {
            // By the process before this one. A clock that was set back since makes it wait anew, not for longer.
            course.missedAt = now - std::clamp(clock.now() - entry.missedAt, Millis(0), rules.confirmAfter);
        }
        if (!course.missedAt || now - *course.missedAt < rules.confirmAfter) {
            // The request may still be on its way through the server: look a second time before it counts as lost.
            const bool isFirst = !course.missedAt;
            course.missedAt = course.missedAt.value_or(now);
            missed.add(id, rules.confirmAfter - (now - *course.missedAt));
            if (isFirst) {
                look.missed.push_back(entry);
            } else {
                look.resting.push_back(id);
            }
            continue;
        }
        course.missedAt.reset();
        // The source answers: the first time, it is sent again at once.
        const Millis wait = ++course.missed > 1 ? course.backoff.next() : Millis(0);
        again.add(id, course.notBefore ? std::max(wait, *course.notBefore - now) : wait);
        look.again.push_back(settledMissing(entry));
    }
    untold.begin(courses, now);
    missed.begin(courses, now);
    again.begin(courses, now);
    return look;
}

} // namespace quarterdeck
