#pragma once

#include <QTimeZone>

#include <optional>

namespace quarterdeck {

/// The zone of this name in the time zone database, old names too; invalid for anything else. The name may be foreign.
QTimeZone ianaZone(const QByteArray &name);

/// Reads a time zone as a person writes it: "Europe/Berlin", "UTC", "+05:30", or "local" for that of this machine.
std::optional<QTimeZone> zoneFrom(const QString &text);

} // namespace quarterdeck
