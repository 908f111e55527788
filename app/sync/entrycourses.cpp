#include "app/sync/entrycourses.h"

#include <algorithm>

namespace quarterdeck {

EntryCourses::EntryCourses(const Clock &clock, Backoff fresh)
    : m_clock(clock)
    , m_fresh(std::move(fresh))
{
}

EntryCourse &EntryCourses::of(const QUuid &entry)
{
    return m_courses.try_emplace(entry, EntryCourse {m_fresh}).first->second;
}

void EntryCourses::rest(const QUuid &entry, Millis span)
{
    of(entry).restsUntil = m_clock.monotonic() + span;
}

bool EntryCourses::isResting(const QUuid &entry) const
{
    const auto at = m_courses.find(entry);
    return at != m_courses.end() && at->second.restsUntil;
}

int EntryCourses::missed(const QUuid &entry) const
{
    const auto at = m_courses.find(entry);
    return at == m_courses.end() ? 0 : at->second.missed;
}

bool EntryCourses::isStuck(const QUuid &entry) const
{
    const auto at = m_courses.find(entry);
    return at != m_courses.end() && at->second.restsUntil && at->second.isUnstored;
}

bool EntryCourses::owesLook() const
{
    return std::any_of(m_courses.begin(), m_courses.end(), [](const auto &one) { return one.second.missedAt && one.second.restsUntil; });
}

bool EntryCourses::endRests(bool areAll)
{
    bool isDue = false;
    for (auto &[id, course] : m_courses) {
        if (course.restsUntil && (areAll || m_clock.monotonic() >= *course.restsUntil)) {
            course.restsUntil.reset();
            isDue = true;
        }
    }
    return isDue;
}

void EntryCourses::keepOnly(const std::vector<OutboxEntry> &entries)
{
    std::erase_if(m_courses, [&entries](const auto &one) {
        return std::none_of(entries.begin(), entries.end(), [&one](const OutboxEntry &entry) { return entry.action.id == one.first; });
    });
}

} // namespace quarterdeck
