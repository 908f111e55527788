#pragma once

#include <QString>

namespace quarterdeck::text {

/// Text from outside, made safe to show: terminal sequences stripped, control, bidirectional, zero-width and tag characters made
/// visible ("<U+202E>"), at most four combining marks in a row, cut at `limit` characters with an ellipsis. Idempotent.
/// The one door through which foreign text reaches a widget, a terminal or a notification.
QString plain(QStringView foreign, qsizetype limit = 4096);
/// plain() that keeps line breaks and tabs, for blocks of text.
QString plainBlock(QStringView foreign, qsizetype limit = 65536);
/// plain() wrapped for tooltips and other places that would otherwise guess at markup.
QString tooltip(QStringView foreign);
/// plain() with the five markup characters escaped, for places that always parse markup (chart titles, notification bodies).
QString escaped(QStringView foreign);
/// One CSV cell by RFC 4180, with formula characters defused.
QString csvCell(QStringView value);

} // namespace quarterdeck::text
