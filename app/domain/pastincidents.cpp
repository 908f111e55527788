#include "app/domain/pastincidents.h"

#include "app/domain/joinrules.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace quarterdeck {

namespace {

/// So many of one name at once that no two of them can be told to be one.
constexpr std::size_t MostAtOnce = 64;

template <class Number> Number hashOf(QStringView text, Number hash, Number prime)
{
    for (const QChar c : text) {
        hash = (hash ^ (c.unicode() & 0xFFU)) * prime;
        hash = (hash ^ (unsigned(c.unicode()) >> 8U)) * prime;
    }
    return hash;
}

// FNV-1a: what is stored must mean the same in the next version of Qt.
quint64 longHash(QStringView text)
{
    return hashOf<quint64>(text, 14'695'981'039'346'656'037ULL, 1'099'511'628'211ULL);
}

quint32 shortHash(QStringView text)
{
    return hashOf<quint32>(text, 2'166'136'261U, 16'777'619U);
}

bool doContradict(const JoinNames &one, const JoinNames &other)
{
    return std::ranges::any_of(one.labels, [&other](const auto &label) {
        return std::ranges::any_of(other.labels, [&label](const auto &its) { return its.first == label.first && its.second != label.second; });
    });
}

/// Which alerts fired beside one, of each source.
class Beside {
public:
    void see(const AlertKey &alert)
    {
        const auto [at, isNew] = m_first.try_emplace(alert.source, alert.id);
        m_isGuess = m_isGuess || (!isNew && at->second != alert.id);
    }
    /// Of one source there were two: nobody knows which of them is meant.
    bool isGuess() const { return m_isGuess; }

private:
    std::map<SourceId, QString> m_first;
    bool m_isGuess = false;
};

class PastJoiner {
public:
    PastJoiner(std::span<const PastFiring> firings, std::span<const JoinDecision> decisions)
        : m_firings(firings)
        , m_set(firings.size())
        , m_members(firings.size())
    {
        std::iota(m_set.begin(), m_set.end(), std::size_t(0));
        for (std::size_t i = 0; i < firings.size(); ++i) {
            m_members[i] = {i};
        }
        for (const JoinDecision &decision : decisions) {
            m_said.insert({decision.one, decision.other}, decision.areOne);
            m_said.insert({decision.other, decision.one}, decision.areOne);
        }
    }

    void byPeople()
    {
        QHash<AlertKey, std::vector<std::size_t>> places;
        for (std::size_t i = 0; !m_said.isEmpty() && i < m_firings.size(); ++i) {
            places[m_firings[i].alert].push_back(i);
        }
        for (auto said = m_said.cbegin(); said != m_said.cend(); ++said) {
            if (!*said) {
                continue;
            }
            for (const std::size_t one : places.value(said.key().first)) {
                for (const std::size_t other : places.value(said.key().second)) {
                    if (doMeet(one, other)) {
                        unite(one, other);
                    }
                }
            }
        }
    }

    void byCorrelation()
    {
        Groups named;
        for (std::size_t i = 0; i < m_firings.size(); ++i) {
            if (m_firings[i].names.correlation != 0) {
                named[m_firings[i].names.correlation].push_back(i);
            }
        }
        for (std::size_t i = 0; !named.empty() && i < m_firings.size(); ++i) {
            const auto at = named.find(longHash(m_firings[i].alert.id));
            if (at != named.end() && std::ranges::find(at->second, i) == at->second.end()) {
                at->second.push_back(i);
            }
        }
        uniteEach(named, false);
    }

    void byPage()
    {
        Groups pages;
        for (std::size_t i = 0; i < m_firings.size(); ++i) {
            for (const quint64 page : m_firings[i].names.pages) {
                pages[page].push_back(i);
            }
        }
        uniteEach(pages, false);
    }

    void bySameness()
    {
        Groups alike;
        for (std::size_t i = 0; i < m_firings.size(); ++i) {
            const PastFiring &firing = m_firings[i];
            if (!firing.service.isEmpty() && !firing.title.isEmpty()) {
                alike[longHash(QString(firing.service.toCaseFolded() + u'\n' + firing.title.toCaseFolded()))].push_back(i);
            }
        }
        uniteEach(alike, true);
    }

    std::vector<std::vector<std::size_t>> incidents()
    {
        std::vector<std::vector<std::size_t>> found;
        for (std::vector<std::size_t> &members : m_members) {
            if (members.size() > 1) {
                std::ranges::sort(members, {}, [this](std::size_t place) { return rank(place); });
                found.push_back(std::move(members));
            }
        }
        std::ranges::sort(found, {}, [this](const auto &members) { return rank(members.front()); });
        return found;
    }

private:
    using Groups = std::unordered_map<quint64, std::vector<std::size_t>>;
    using Pair = std::pair<std::size_t, std::size_t>;

    std::tuple<qint64, SourceId, QString> rank(std::size_t place) const
    {
        const PastFiring &firing = m_firings[place];
        return {firing.begun.ms, firing.alert.source, firing.alert.id};
    }

    bool doMeet(std::size_t one, std::size_t other) const
    {
        const PastFiring &a = m_firings[one];
        const PastFiring &b = m_firings[other];
        return (!a.ended.isValid() || a.ended >= b.begun) && (!b.ended.isValid() || b.ended >= a.begun);
    }

    void uniteEach(const Groups &groups, bool needsSameness)
    {
        std::vector<Pair> clear;
        for (const auto &[name, places] : groups) {
            if (places.size() > 1) {
                const std::vector<Pair> pairs = clearPairs(places, needsSameness);
                clear.insert(clear.end(), pairs.begin(), pairs.end());
            }
        }
        // In an order that the table of groups has no part in.
        std::ranges::sort(clear, {}, [this](const Pair &pair) { return std::pair(rank(pair.first), rank(pair.second)); });
        for (const auto &[one, other] : clear) {
            unite(one, other);
        }
    }

    /// Pairs of one name that fired together, where each source tells one alone, so that nobody has to guess which.
    std::vector<Pair> clearPairs(std::vector<std::size_t> places, bool needsSameness) const
    {
        std::ranges::sort(places, {}, [this](std::size_t place) { return rank(place); });
        std::vector<Pair> pairs;
        std::map<std::size_t, Beside> beside;
        std::vector<std::size_t> active;
        for (const std::size_t place : places) {
            std::erase_if(active, [&](std::size_t other) {
                return !doMeet(other, place) || (needsSameness && m_firings[place].begun - m_firings[other].begun > JoinSpread);
            });
            beside[place].see(m_firings[place].alert);
            for (const std::size_t other : active) {
                beside[place].see(m_firings[other].alert);
                beside[other].see(m_firings[place].alert);
                pairs.emplace_back(other, place);
            }
            // What is left out here fires beside several of one source, and so does all that it would meet.
            if (active.size() < MostAtOnce) {
                active.push_back(place);
            }
        }
        std::erase_if(pairs, [&](const Pair &pair) {
            const bool isApart = needsSameness && doContradict(m_firings[pair.first].names, m_firings[pair.second].names);
            return isApart || beside.at(pair.first).isGuess() || beside.at(pair.second).isGuess();
        });
        return pairs;
    }

    void unite(std::size_t one, std::size_t other)
    {
        const std::size_t stays = m_set[one];
        const std::size_t goes = m_set[other];
        const bool isSaid = m_said.value({m_firings[one].alert, m_firings[other].alert}, false);
        if (stays == goes || (!isSaid && !mayBeOne(m_members[stays], m_members[goes]))) {
            return;
        }
        for (const std::size_t place : std::exchange(m_members[goes], {})) {
            m_set[place] = stays;
            m_members[stays].push_back(place);
        }
    }

    /// No two of them were parted by a person, and no source has one on both sides, unless it is the same that fired again.
    bool mayBeOne(const std::vector<std::size_t> &left, const std::vector<std::size_t> &right) const
    {
        return std::ranges::none_of(left, [&](std::size_t one) {
            return std::ranges::any_of(right, [&](std::size_t other) {
                const AlertKey &a = m_firings[one].alert;
                const AlertKey &b = m_firings[other].alert;
                return (a.source == b.source && a != b) || !m_said.value({a, b}, true);
            });
        });
    }

    std::span<const PastFiring> m_firings;
    std::vector<std::size_t> m_set; ///< Of each place, the one whose members it is among.
    std::vector<std::vector<std::size_t>> m_members;
    QHash<std::pair<AlertKey, AlertKey>, bool> m_said; ///< The later word on each pair, in both directions.
};

} // namespace

JoinNames joinNames(const Alert &alert)
{
    JoinNames names;
    names.correlation = alert.correlation.isEmpty() ? 0 : longHash(alert.correlation);
    const auto addPage = [&names](const QString &url) {
        if (const quint64 page = longHash(url); !url.isEmpty() && std::ranges::find(names.pages, page) == names.pages.end()) {
            names.pages.push_back(page);
        }
    };
    for (const Link &link : alert.links) {
        addPage(link.url);
    }
    addPage(alert.generatorUrl);
    for (const Label &label : alert.labels) {
        if (tellsApart(label.name) && !label.value.isEmpty()) {
            names.labels.emplace_back(shortHash(label.name), shortHash(label.value));
        }
    }
    return names;
}

std::vector<std::vector<std::size_t>> pastIncidents(std::span<const PastFiring> firings, std::span<const JoinDecision> decisions)
{
    const bool isOfOneSource = std::ranges::none_of(
        firings, [&firings](const PastFiring &firing) { return firing.alert.source != firings.front().alert.source; });
    if (firings.size() < 2 || (decisions.empty() && isOfOneSource)) {
        return {};
    }
    PastJoiner joiner(firings, decisions);
    joiner.byPeople();
    joiner.byCorrelation();
    joiner.byPage();
    joiner.bySameness();
    return joiner.incidents();
}

} // namespace quarterdeck
