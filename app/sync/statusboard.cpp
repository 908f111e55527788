#include "app/sync/statusboard.h"

#include <algorithm>

namespace quarterdeck {

void StatusBoard::add(const SourceStatus &status)
{
    m_all.push_back(status);
}

SourceStatus StatusBoard::status(const SourceId &source) const
{
    const auto at = std::find_if(m_all.begin(), m_all.end(), [&source](const SourceStatus &s) { return s.id == source; });
    if (at != m_all.end()) {
        return *at;
    }
    SourceStatus none;
    none.id = source;
    return none;
}

void StatusBoard::set(const SourceStatus &status)
{
    const auto at = std::find_if(m_all.begin(), m_all.end(), [&status](const SourceStatus &s) { return s.id == status.id; });
    if (at == m_all.end() || *at == status) {
        return;
    }
    *at = status;
    emit changed(status);
}

} // namespace quarterdeck
