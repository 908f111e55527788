#include "app/store/firingupdate.h"

#include "app/domain/quiet.h"
#include "app/store/tables/cursorstable.h"
#include "app/store/toldfiring.h"

namespace quarterdeck {

using Kind = HistoryEvent::Kind;

namespace {

// "suppressed:inhibition": the story of an alert tells later why it was quiet.
QString stateDetail(const Alert &alert)
{
    const std::optional<HoldKind> kind = alert.state == AlertState::Suppressed ? quietKind(alert) : std::nullopt;
    return kind ? alertStateName(alert.state) + u':' + holdKindName(*kind) : QString(alertStateName(alert.state));
}

} // namespace

bool FiringUpdate::seen(const Alert &alert, std::optional<Firing> last, UtcTime knownFiringUntil, UtcTime observedAt)
{
    if (!alert.isOpen()) {
        return last && last->isOpen() && ended(alert.key, alert.resolvedAt.isValid() ? alert.resolvedAt : observedAt);
    }
    if (!last || !last->isOpen()) {
        return begin(alert, last, observedAt);
    }
    const UtcTime known = std::max(last->startsAt, knownFiringUntil);
    if (alert.startsAt > known) {
        last->resolvedAt = known;
        last->state = AlertState::Resolved;
        store(*last);
        return begin(alert, last, observedAt);
    }
    return refresh(*last, alert, observedAt);
}

bool FiringUpdate::begin(const Alert &alert, const std::optional<Firing> &last, UtcTime observedAt)
{
    Firing firing;
    if (last && alert.startsAt.isValid() && last->startsAt == alert.startsAt) {
        // It had only been out of sight: the same start is the same firing.
        firing = *last;
        firing.resolvedAt = {};
        firing.endedBy.clear();
    } else {
        firing.alert = alert.key;
        firing.startsAt = alert.startsAt.isValid() ? alert.startsAt : observedAt;
    }
    firing.title = alert.title;
    firing.service = alert.service;
    firing.team = alert.team;
    firing.severity = alert.severity;
    firing.names = packNames(alert);
    firing.state = alert.state;
    if (alert.state == AlertState::Acknowledged && !firing.acknowledgedAt.isValid()) {
        firing.acknowledgedAt = std::max(observedAt, firing.startsAt);
        firing.responder = alert.acknowledgement().by;
    }
    store(firing);
    m_history.insert(alert.key, last ? Kind::Refired : Kind::Fired, firing.startsAt, {}, alert.summary.left(500));
    if (alert.state != AlertState::Triggered) {
        m_history.insert(alert.key, Kind::StateChanged, observedAt, alert.acknowledgement().by, stateDetail(alert));
    }
    return true;
}

bool FiringUpdate::refresh(const Firing &before, const Alert &alert, UtcTime observedAt)
{
    Firing firing = before;
    firing.title = alert.title;
    firing.service = alert.service;
    firing.team = alert.team;
    firing.severity = alert.severity;
    firing.names = packNames(alert);
    firing.state = alert.state;
    if (alert.state == AlertState::Acknowledged) {
        if (!firing.acknowledgedAt.isValid()) {
            firing.acknowledgedAt = std::max(observedAt, firing.startsAt);
        }
        if (firing.responder.isEmpty()) {
            firing.responder = alert.acknowledgement().by;
        }
    }
    if (firing != before) {
        store(firing);
    }
    if (firing.state == before.state) {
        return false;
    }
    const QString who = alert.state == AlertState::Acknowledged ? alert.acknowledgement().by : QString();
    m_history.insert(alert.key, Kind::StateChanged, observedAt, who, stateDetail(alert));
    return true;
}

bool FiringUpdate::ended(const AlertKey &alert, UtcTime at)
{
    std::optional<Firing> last = m_firings.newest(alert);
    if (!last || !last->isOpen()) {
        return false;
    }
    last->resolvedAt = std::max(at, last->startsAt);
    last->state = AlertState::Resolved;
    store(*last);
    m_history.insert(alert, Kind::Resolved, last->resolvedAt);
    return true;
}

void FiringUpdate::acknowledged(const AlertKey &alert, const QString &who, UtcTime at)
{
    std::optional<Firing> last = m_firings.newest(alert);
    if (!last || (last->acknowledgedAt.isValid() && last->acknowledgedAt <= at)) {
        return;
    }
    last->acknowledgedAt = std::max(at, last->startsAt);
    last->responder = who;
    store(*last);
}

void FiringUpdate::told(const AlertKey &alert)
{
    if (std::optional<Firing> last = m_firings.newest(alert)) {
        store(*last);
    }
}

void FiringUpdate::store(Firing &firing)
{
    if (tells(firing.alert.source)) {
        correct(firing, EventsTable(m_state).ofAlert(firing.alert));
    }
    m_firings.store(firing);
}

bool FiringUpdate::tells(const SourceId &source)
{
    const auto known = m_tells.constFind(source);
    return known != m_tells.constEnd() ? *known : *m_tells.insert(source, CursorsTable(m_state).timeline(source).has_value());
}

} // namespace quarterdeck
