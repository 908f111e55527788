#include "app/domain/join.h"

#include "app/domain/joinrules.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <numeric>
#include <unordered_map>

namespace quarterdeck {

namespace {

constexpr std::array ByNames {
    QLatin1StringView("person"), QLatin1StringView("correlation"), QLatin1StringView("link"), QLatin1StringView("sameness")};
/// A page that leads to more alerts of one source than this says nothing about any of them.
constexpr std::size_t MostOfASource = 1;

using Pair = std::pair<AlertKey, AlertKey>;

Pair pairOf(const AlertKey &one, const AlertKey &other)
{
    return one.source == other.source ? (one.id < other.id ? Pair {one, other} : Pair {other, one})
                                      : (one.source < other.source ? Pair {one, other} : Pair {other, one});
}

/// Places of alerts by a name that they have in common.
class Alike {
public:
    void add(const QString &name, int place)
    {
        const auto [at, isNew] = m_at.try_emplace(name, m_groups.size());
        if (isNew) {
            m_groups.emplace_back();
        }
        m_groups[at->second].push_back(place);
    }
    std::vector<int> *find(const QString &name)
    {
        const auto at = m_at.find(name);
        return at == m_at.end() ? nullptr : &m_groups[at->second];
    }
    const std::vector<std::vector<int>> &groups() const { return m_groups; }

private:
    std::unordered_map<QString, std::size_t> m_at;
    std::vector<std::vector<int>> m_groups;
};

/// They name two things: another cluster, another instance.
bool doContradict(const Labels &one, const Labels &other)
{
    return std::ranges::any_of(one, [&](const Label &label) {
        const QString value = other.value(label.name);
        return !value.isEmpty() && value != label.value && tellsApart(label.name);
    });
}

/// Joins alerts by their places in the list, and remembers by which rule.
class Joiner {
public:
    Joiner(std::span<const Alert *const> alerts, std::span<const JoinDecision> decisions)
        : m_alerts(alerts)
        , m_set(alerts.size())
        , m_members(alerts.size())
    {
        std::iota(m_set.begin(), m_set.end(), 0);
        for (std::size_t i = 0; i < alerts.size(); ++i) {
            m_members[i] = {int(i)};
        }
        for (const JoinDecision &decision : decisions) {
            m_latest.insert(pairOf(decision.one, decision.other), decision.areOne);
        }
    }

    void byPeople()
    {
        if (m_latest.isEmpty()) {
            return;
        }
        QHash<AlertKey, int> places;
        for (std::size_t i = 0; i < m_alerts.size(); ++i) {
            places.insert(m_alerts[i]->key, int(i));
        }
        for (auto decision = m_latest.cbegin(); decision != m_latest.cend(); ++decision) {
            const int one = places.value(decision.key().first, -1);
            const int other = places.value(decision.key().second, -1);
            if (*decision && one >= 0 && other >= 0) {
                unite(one, other, JoinBy::Person);
            }
        }
    }

    void byCorrelation()
    {
        Alike named;
        for (std::size_t i = 0; i < m_alerts.size(); ++i) {
            if (!m_alerts[i]->correlation.isEmpty()) {
                named.add(m_alerts[i]->correlation, int(i));
            }
        }
        if (named.groups().empty()) {
            return;
        }
        for (std::size_t i = 0; i < m_alerts.size(); ++i) {
            std::vector<int> *found = named.find(m_alerts[i]->key.id);
            if (found != nullptr && std::ranges::find(*found, int(i)) == found->end()) {
                found->push_back(int(i));
            }
        }
        uniteEach(named, JoinBy::Correlation);
    }

    void byLink()
    {
        Alike pages;
        for (std::size_t i = 0; i < m_alerts.size(); ++i) {
            QSet<QString> own;
            for (const Link &link : m_alerts[i]->links) {
                if (!link.url.isEmpty() && !own.contains(link.url)) {
                    own.insert(link.url);
                    pages.add(link.url, int(i));
                }
            }
            const QString &page = m_alerts[i]->generatorUrl;
            if (!page.isEmpty() && !own.contains(page)) {
                pages.add(page, int(i));
            }
        }
        uniteEach(pages, JoinBy::Link);
    }

    void bySameness()
    {
        Alike alike;
        for (std::size_t i = 0; i < m_alerts.size(); ++i) {
            const Alert &alert = *m_alerts[i];
            if (!alert.service.isEmpty() && !alert.title.isEmpty()) {
                alike.add(alert.service.toCaseFolded() + u'\n' + alert.title.toCaseFolded(), int(i));
            }
        }
        uniteEach(alike, JoinBy::Sameness);
    }

    /// The places of each incident of several alerts.
    std::vector<std::vector<int>> incidents() const
    {
        std::vector<std::vector<int>> found;
        std::ranges::copy_if(m_members, std::back_inserter(found), [](const std::vector<int> &members) { return members.size() > 1; });
        return found;
    }
    /// What joined each of these places, for others than the first: the place that is nearer to the first, and by which rule.
    std::map<int, std::pair<int, JoinBy>> waysTo(const std::vector<int> &places) const
    {
        std::map<int, std::pair<int, JoinBy>> ways;
        std::vector<int> reached {places.front()};
        for (std::size_t i = 0; i < reached.size(); ++i) {
            const auto [from, to] = m_ways.equal_range(reached[i]);
            for (auto way = from; way != to; ++way) {
                const int next = way->second.first;
                if (next != places.front() && ways.try_emplace(next, reached[i], way->second.second).second) {
                    reached.push_back(next);
                }
            }
        }
        return ways;
    }

private:
    void uniteEach(const Alike &alike, JoinBy by)
    {
        // In an order that the list has no part in: else what counts as one could change with each poll.
        const auto rank = [this](int place) {
            const Alert &alert = *m_alerts[std::size_t(place)];
            return std::tuple(alert.startsAt.ms, alert.key.source, alert.key.id);
        };
        std::vector<std::vector<int>> clear;
        for (const std::vector<int> &places : alike.groups()) {
            if (places.size() > 1 && isClear(places)) {
                std::ranges::sort(clear.emplace_back(places), {}, rank);
            }
        }
        std::ranges::sort(clear, {}, [&rank](const std::vector<int> &places) { return rank(places.front()); });
        for (const std::vector<int> &places : clear) {
            for (std::size_t i = 1; i < places.size(); ++i) {
                uniteIfNear(places.front(), places[i], by);
            }
        }
    }

    /// Each source tells one of them alone, so that nobody has to guess which.
    bool isClear(const std::vector<int> &places) const
    {
        std::map<SourceId, std::size_t> told;
        for (const int place : places) {
            if (++told[m_alerts[std::size_t(place)]->key.source] > MostOfASource) {
                return false;
            }
        }
        return true;
    }

    void uniteIfNear(int one, int other, JoinBy by)
    {
        const UtcTime begun = m_alerts[std::size_t(one)]->startsAt;
        const UtcTime began = m_alerts[std::size_t(other)]->startsAt;
        const bool areNear = begun.isValid() && began.isValid() && std::chrono::abs(begun - began) <= JoinSpread;
        const bool areAlike = areNear && !doContradict(m_alerts[std::size_t(one)]->labels, m_alerts[std::size_t(other)]->labels);
        if (by != JoinBy::Sameness || areAlike) {
            unite(one, other, by);
        }
    }

    void unite(int one, int other, JoinBy by)
    {
        const int stays = m_set[std::size_t(one)];
        const int goes = m_set[std::size_t(other)];
        if (stays == goes || (by != JoinBy::Person && !mayBeOne(m_members[std::size_t(stays)], m_members[std::size_t(goes)]))) {
            return;
        }
        m_ways.emplace(one, std::pair(other, by));
        m_ways.emplace(other, std::pair(one, by));
        for (const int place : std::exchange(m_members[std::size_t(goes)], {})) {
            m_set[std::size_t(place)] = stays;
            m_members[std::size_t(stays)].push_back(place);
        }
    }

    /// No two of them were parted by a person, and no source has one on both sides.
    bool mayBeOne(const std::vector<int> &left, const std::vector<int> &right) const
    {
        for (const int one : left) {
            for (const int other : right) {
                const AlertKey &a = m_alerts[std::size_t(one)]->key;
                const AlertKey &b = m_alerts[std::size_t(other)]->key;
                if (a.source == b.source || !m_latest.value(pairOf(a, b), true)) {
                    return false;
                }
            }
        }
        return true;
    }

    std::span<const Alert *const> m_alerts;
    std::vector<int> m_set; ///< Of each place, the one whose members it is among.
    std::vector<std::vector<int>> m_members;
    std::multimap<int, std::pair<int, JoinBy>> m_ways; ///< Between two places that were united, both ways.
    QHash<Pair, bool> m_latest;
};

bool isOfSeveralSources(std::span<const Alert *const> alerts)
{
    return std::ranges::any_of(alerts, [&alerts](const Alert *alert) { return alert->key.source != alerts.front()->key.source; });
}

} // namespace

QLatin1StringView joinByName(JoinBy by)
{
    return ByNames.at(std::size_t(by));
}

std::vector<JoinedIncident> joinedIncidents(
    std::span<const Alert *const> alerts, const QHash<SourceId, VerbSet> &verbs, std::span<const JoinDecision> decisions)
{
    if (alerts.size() < 2 || (decisions.empty() && !isOfSeveralSources(alerts))) {
        return {};
    }
    Joiner joiner(alerts, decisions);
    joiner.byPeople();
    joiner.byCorrelation();
    joiner.byLink();
    joiner.bySameness();
    const auto rank = [&](int place) {
        const Alert &alert = *alerts[std::size_t(place)];
        const int can = std::popcount(alert.can.bits() & verbs.value(alert.key.source).bits());
        return std::tuple(-can, alert.startsAt.ms, alert.key.source, alert.key.id);
    };
    std::vector<JoinedIncident> incidents;
    for (std::vector<int> places : joiner.incidents()) {
        std::ranges::sort(places, {}, rank);
        JoinedIncident incident {alerts[std::size_t(places.front())]->key, {}};
        const auto ways = joiner.waysTo(places);
        for (std::size_t i = 1; i < places.size(); ++i) {
            const auto &[nearer, by] = ways.at(places[i]);
            incident.followers.push_back({alerts[std::size_t(places[i])]->key, by, alerts[std::size_t(nearer)]->key});
        }
        incidents.push_back(std::move(incident));
    }
    std::ranges::sort(incidents, [](const JoinedIncident &left, const JoinedIncident &right) {
        return std::tie(left.lead.source, left.lead.id) < std::tie(right.lead.source, right.lead.id);
    });
    return incidents;
}

} // namespace quarterdeck
