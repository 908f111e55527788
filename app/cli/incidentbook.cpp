#include "app/cli/incidentbook.h"

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
    for (const JoinedIncident &incident : joinedIncidents(open, verbs, *decisions)) {
        for (const JoinedIncident::Follower &follower : incident.followers) {
            book.m_places.insert(follower.key, {incident.lead, follower.by});
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
        json.null();
    } else {
        json.value(joinByName(place->by));
    }
}

QStringList IncidentBook::sentences(const std::vector<Alert> &alerts) const
{
    QStringList lines;
    for (const Alert &alert : alerts) {
        const auto place = m_places.constFind(alert.key);
        if (place != m_places.constEnd()) {
            lines << QStringLiteral("%1 and %2 are one incident (%3).")
                         .arg(place->lead.toString(), alert.key.toString(), QLatin1StringView(Reasons.at(std::size_t(place->by))));
        }
    }
    return lines;
}

} // namespace quarterdeck
