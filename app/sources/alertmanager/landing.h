#pragma once

#include "app/domain/action.h"

namespace quarterdeck::alertmanager {

/// The silences of several lists, each once: of two states of one, the newer.
std::vector<Silence> united(const std::vector<std::vector<Silence>> &lists);

/// The silence that bears the marker of an action, or null. Of several, one that is in force before one that is to come before one that is
/// over, then the one that ends last.
const Silence *marked(const AlertAction &action, const std::vector<Silence> &silences);

/// When the silence that came of an action is to end, by what the server holds: `until`, or `duration` after it began there. Invalid where
/// that cannot be told: somebody has changed it since, or `duration` was added to an end that is not known any more.
UtcTime wishedEnd(const AlertAction &action, const Silence &held);

/// True where a silence ends as it was wished to; `wished` invalid: any end will do. An extension may end later, too.
bool endsAsWished(const AlertAction &action, const Silence &held, UtcTime wished);

/// True where a silence is known to have ended by these lists. `areAll`: every member was read, so that one without a trace is gone.
bool hasEnded(const QString &id, const std::vector<Silence> &silences, bool areAll);

} // namespace quarterdeck::alertmanager
