#include "app/cli/incidentbook.h"

#include "app/core/text.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr std::array Reasons {"joined by a person", "both use the same name", "both link to the same page", "same service, title and time"};

} // namespace

Result<IncidentBook> IncidentBook::read(CliSession &session, const std::vector<Alert> &alerts)
{
    const auto decisions = CliSession::wait(session.engine().store().joins());
    if (!decisions) {
        return tl::unexpected<Error>(decisions.error());
    }
    QHash<SourceId, VerbSet> verbs;
    for (const SourceInfo &info : session.engine().sync().infos()) {
        verbs.insert(info.id, info.verbs);
    }
    std::vector<const Alert *> open;
    for (const Alert &alert : alerts) {
        if (alert.isOpen()) {
            open.push_back(&alert);
        }
    }
    IncidentBook book;
    book.m_decisions = *decisions;
    for (const JoinedIncident &incident : joinedIncidents(open, verbs, *decisions)) {
        for (const JoinedIncident::Follower &follower : incident.followers) {
            book.m_places.insert(follower.key, {incident.lead, follower.with, follower.by});
        }
    }
    return book;
}

void IncidentBook::write(JsonWriter &json, const AlertKey &alert) const
{
    const auto place = m_places.constFind(alert);
    const bool isAlone = place == m_places.constEnd();
    json.key(u"incident").value((isAlone ? alert : place->lead).toString()).key(u"joinedBy");
    if (isAlone) {
        json.null().key(u"joinedWith").null();
    } else {
        json.value(joinByName(place->by)).key(u"joinedWith").value(place->with.toString());
    }
}

QStringList IncidentBook::sentences(std::span<const Alert *const> alerts) const
{
    QStringList lines;
    for (const Alert *alert : alerts) {
        const auto place = m_places.constFind(alert->key);
        if (place != m_places.constEnd()) {
            lines << QStringLiteral("%1 and %2 are one incident (%3).")
                         .arg(place->with.toString(), alert->key.toString(), why(place->with, alert->key, place->by));
        }
    }
    return lines;
}

std::vector<IncidentBook::Other> IncidentBook::others(const AlertKey &alert) const
{
    std::vector<Other> found;
    const auto isFound = [&](const AlertKey &key) { return key == alert || std::ranges::find(found, key, &Other::key) != found.end(); };
    const auto add = [&](const AlertKey &key, const AlertKey &with, JoinBy by) {
        if (!isFound(key)) {
            found.push_back({key, with, by, why(key, with, by)});
        }
    };
    // From one to the next: each of the others is joined to one that is told already.
    for (std::size_t i = 0; i <= found.size(); ++i) {
        const AlertKey from = i == 0 ? alert : found[i - 1].key;
        if (const auto place = m_places.constFind(from); place != m_places.constEnd()) {
            add(place->with, from, place->by);
        }
        for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
            if (place->with == from) {
                add(place.key(), from, place->by);
            }
        }
    }
    return found;
}

QString IncidentBook::why(const AlertKey &one, const AlertKey &other, JoinBy by) const
{
    const auto isAbout = [&](const JoinDecision &decision) {
        return decision.areOne && ((decision.one == one && decision.other == other) || (decision.one == other && decision.other == one));
    };
    const auto said = std::find_if(m_decisions.rbegin(), m_decisions.rend(), isAbout);
    return by == JoinBy::Person && said != m_decisions.rend() && !said->by.isEmpty() ? QStringLiteral("%1 said so").arg(text::plain(said->by))
                                                                                     : QString::fromLatin1(Reasons.at(std::size_t(by)));
}

} // namespace quarterdeck
