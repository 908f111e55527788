#pragma once

#include "models/outboxmodel.h"

#include <QHash>

namespace quarterdeck {

/// What is on its way to the sources: a row shows what its source reports, verbs are about what comes next too.
namespace waitingacts {

/// By alert, the newest act on its way that decides whether it is held: Acknowledge, Snooze or Unacknowledge.
QHash<AlertKey, Verb> lastWords(const OutboxModel &outbox);
/// The silences on their way that would hide an alert, newest first.
std::vector<OutboxEntry> silences(const OutboxModel &outbox, const Alert &alert);

} // namespace waitingacts

} // namespace quarterdeck
