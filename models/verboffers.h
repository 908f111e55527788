#pragma once

#include "app/domain/alert.h"
#include "app/domain/freshness.h"
#include "app/domain/sourceinfo.h"

#include <vector>

namespace quarterdeck {

/// What can be done to alerts, by what their sources and they themselves allow.
class VerbOffers {
public:
    VerbOffers() = default;
    VerbOffers(std::vector<SourceStatus> statuses, std::vector<SourceInfo> infos);

    /// Some source of this context takes this verb.
    bool isOffered(Verb verb) const;
    /// Whether every verb on the alerts of a source would be refused, and why.
    ReadOnly readOnly(const SourceId &source) const;
    /// Nothing is known that speaks against it: neither its source nor the alert itself rules the verb out.
    bool allow(Verb verb, const Alert &alert) const;
    /// The alerts without those that can only be read, or to which this cannot be done.
    std::vector<Alert> allowed(Verb verb, std::vector<Alert> alerts) const;
    /// A silence of this source can hide whatever matches; else each is about one alert. What nothing is known of is taken for the former.
    bool silencesByMatchers(const SourceId &source) const;
    /// What the sources take.
    QHash<SourceId, VerbSet> verbs() const;

private:
    std::vector<SourceStatus> m_statuses;
    std::vector<SourceInfo> m_infos;
};

} // namespace quarterdeck
