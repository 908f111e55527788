#pragma once

#include "app/core/endpoint.h"
#include "app/core/time.h"
#include "app/domain/hold.h"
#include "app/domain/matcher.h"

#include <QUuid>

#include <vector>

namespace quarterdeck {

/// Where a silence stands in its life.
enum class SilenceState : quint8 { Pending, Active, Expired };

/// A silence of a paging source, or what stands for one there: a downtime, an acknowledgement with an end, a maintenance window.
struct Silence {
    SourceId source;
    QString id;
    std::vector<Matcher> matchers;
    UtcTime startsAt;
    UtcTime endsAt;
    UtcTime updatedAt;
    QString createdBy;
    QString comment; ///< As stored, marker included.
    SilenceState state = SilenceState::Active;
    Labels annotations {}; ///< Of Alertmanager 0.32 and newer; kept as they are when it is extended.
    /// How it holds what it hits: Silence, Acknowledgement, Downtime or Maintenance, which hides nothing that is open.
    HoldKind kind = HoldKind::Silence;

    friend bool operator==(const Silence &, const Silence &) = default;
};

/// Marker that a comment written by us carries, "[qd:<first 12 hex digits of the action>]": by it an ambiguous send is read back.
QString silenceMarker(const QUuid &action);
/// The comment of an acknowledgement: "ACK! <text> [qd:...]".
QString acknowledgementComment(const QUuid &action, const QString &text);
/// True where a comment marks a silence of Alertmanager as an acknowledgement of ours, or of another tool that uses the same prefix.
bool isAcknowledgement(QStringView comment);
/// The comment without prefix and marker, for display.
QString commentText(QStringView comment);

} // namespace quarterdeck
