#pragma once

#include <QFlags>

namespace quarterdeck {

/// A side of a source: what it can be asked for, or told to do. app/sources/api has an interface for each.
enum class Face : quint8 {
    Alerts = 1 << 0, ///< It is asked for all open alerts, so that an all-clear may rest on it.
    Acts = 1 << 1,   ///< It can be told to acknowledge, silence, ...
    Metrics = 1 << 2,
    Logs = 1 << 3,
    Rules = 1 << 4,    ///< Alerting rules and which of them fire.
    OnCall = 1 << 5,   ///< Who is to be called, and when.
    Timeline = 1 << 6, ///< What happened to its alerts in the past.
};
Q_DECLARE_FLAGS(Faces, Face)
Q_DECLARE_OPERATORS_FOR_FLAGS(Faces)

/// Of a source whose kind nobody knows: what it would have told is missing everywhere.
constexpr Faces AllFaces = Faces(Face::Alerts) | Face::Acts | Face::Metrics | Face::Logs | Face::Rules | Face::OnCall | Face::Timeline;

} // namespace quarterdeck
