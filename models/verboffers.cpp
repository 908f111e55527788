#include "models/verboffers.h"

#include <algorithm>

namespace quarterdeck {

VerbOffers::VerbOffers(std::vector<SourceStatus> statuses, std::vector<SourceInfo> infos)
    : m_statuses(std::move(statuses))
    , m_infos(std::move(infos))
{
}

bool VerbOffers::isOffered(Verb verb) const
{
    return std::ranges::any_of(m_infos, [verb](const SourceInfo &info) { return info.verbs.has(verb); });
}

ReadOnly VerbOffers::readOnly(const SourceId &source) const
{
    const auto at = std::ranges::find(m_statuses, source, &SourceStatus::id);
    return at == m_statuses.end() ? ReadOnly::No : at->readOnly;
}

bool VerbOffers::allow(Verb verb, const Alert &alert) const
{
    const auto info = std::ranges::find(m_infos, alert.key.source, &SourceInfo::id);
    return readOnly(alert.key.source) == ReadOnly::No && alert.can.has(verb) && (info == m_infos.end() || info->verbs.has(verb));
}

std::vector<Alert> VerbOffers::allowed(Verb verb, std::vector<Alert> alerts) const
{
    std::erase_if(alerts, [&](const Alert &alert) { return !allow(verb, alert); });
    return alerts;
}

bool VerbOffers::silencesByMatchers(const SourceId &source) const
{
    const auto info = std::ranges::find(m_infos, source, &SourceInfo::id);
    return info == m_infos.end() || info->silencesByMatchers;
}

QHash<SourceId, VerbSet> VerbOffers::verbs() const
{
    QHash<SourceId, VerbSet> verbs;
    for (const SourceInfo &info : m_infos) {
        verbs.insert(info.id, info.verbs);
    }
    return verbs;
}

} // namespace quarterdeck
