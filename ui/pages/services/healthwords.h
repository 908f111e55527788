#pragma once

#include "models/servicehealth.h"
#include "ui/pages/api/page.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace quarterdeck {

/// "Failing", "Degraded", "Unknown", "Well", ...: translated.
QString healthWord(Health health);
/// Colour of a health; only Ok is green.
Token healthToken(Health health);
/// The finding of a service: "failing, 5 open alerts since 14:36", "health unknown: eu-am is not live".
/// The day is named when it is not the last 20 hours.
QString healthSentence(const ServiceHealth &health, const TimeControl &time, UtcTime now);
/// The shape of a health, centred in the rectangle.
void paintHealthShape(QPainter &painter, const QRectF &rect, Health health, const Theme &theme);

} // namespace quarterdeck
