#pragma once

#include "app/domain/action.h"
#include "app/sources/icinga2/assemble.h"

namespace quarterdeck::icinga2 {

/// The alert as it was read; nullptr where it is not there.
const Alert *findAlert(const Present &present, const AlertKey &key);
/// The downtime of that name; nullptr where it is not there.
const Downtime *findDowntime(const Present &present, const QString &name);
/// The acknowledgement with the comment of that name; nullptr where it is not there.
const Comment *findAcknowledgement(const Present &present, const QString &name);
/// The host or service that the acknowledgement of that id is on; nothing where it is not there.
std::optional<ObjectRef> acknowledgedObject(const Present &present, const QString &id);
/// Names of the downtimes on other hosts that one act of ours set together with this one of a host. The server does not end them with it.
QStringList downtimesElsewhere(const Present &present, const Downtime &downtime);
/// True where a problem that is not among those read is over.
bool isAllKnown(const Present &present);
/// What an action is about, by its alert or by the name of its downtime; invalid where it names neither.
ObjectRef objectOf(const AlertAction &action);
/// The end that was wished for, counted from `from` where it is a duration; invalid: none.
UtcTime wishedEnd(const AlertAction &action, UtcTime from);
/// A reason with an end.
Reason until(ReasonCode code, UtcTime end);

} // namespace quarterdeck::icinga2
