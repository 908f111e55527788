#include "app/sources/icinga2/lookup.h"

#include <algorithm>

namespace quarterdeck::icinga2 {

namespace {

/// The marker of ours in a comment, or nothing.
QString markerIn(const QString &comment)
{
    const qsizetype from = comment.indexOf(QLatin1StringView("[qd:"));
    const qsizetype to = from < 0 ? -1 : comment.indexOf(u']', from);
    return to < 0 ? QString() : comment.mid(from, to - from + 1);
}

} // namespace

const Alert *findAlert(const Present &present, const AlertKey &key)
{
    const auto &alerts = present.snapshot.alerts;
    const auto at = std::ranges::find(alerts, key, &Alert::key);
    return at == alerts.end() ? nullptr : &*at;
}

const Downtime *findDowntime(const Present &present, const QString &name)
{
    const auto at = std::ranges::find(present.downtimes, name, &Downtime::name);
    return at == present.downtimes.end() ? nullptr : &*at;
}

const Comment *findAcknowledgement(const Present &present, const QString &name)
{
    const auto at = std::ranges::find(present.acknowledgements, name, &Comment::name);
    return at == present.acknowledgements.end() ? nullptr : &*at;
}

std::optional<ObjectRef> acknowledgedObject(const Present &present, const QString &id)
{
    if (id.isEmpty()) {
        return std::nullopt;
    }
    if (const Comment *comment = findAcknowledgement(present, id)) {
        return comment->ref;
    }
    const auto &alerts = present.snapshot.alerts;
    const auto at = std::ranges::find(alerts, id, [](const Alert &alert) { return alert.acknowledgement().id; });
    return at == alerts.end() ? std::nullopt : std::optional(ObjectRef::fromId(at->key.id));
}

QStringList downtimesElsewhere(const Present &present, const Downtime &downtime)
{
    QStringList names;
    // Those of many services that were set by one call bear one marker, too, and are not about one another.
    const QString marker = downtime.ref.isHost() ? markerIn(downtime.comment) : QString();
    for (const Downtime &other : present.downtimes) {
        if (!marker.isEmpty() && other.ref.host != downtime.ref.host && other.comment.contains(marker)) {
            names.append(other.name);
        }
    }
    return names;
}

bool isAllKnown(const Present &present)
{
    return present.hasAllProblems && !present.snapshot.heardSince;
}

ObjectRef objectOf(const AlertAction &action)
{
    return ObjectRef::fromId(
        action.alert.isValid() ? QStringView(action.alert.id) : QStringView(action.silenceId).left(action.silenceId.lastIndexOf(u'!')));
}

UtcTime wishedEnd(const AlertAction &action, UtcTime from)
{
    return action.until.isValid() ? action.until : action.duration.count() > 0 ? from + action.duration : UtcTime {};
}

Reason until(ReasonCode code, UtcTime end)
{
    return Reason {code}.with(reasonpart::Until, end);
}

} // namespace quarterdeck::icinga2
