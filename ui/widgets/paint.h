#pragma once

#include "ui/theme/theme.h"

#include <QPainter>

namespace quarterdeck {

/// Draws one line in the painter's font and pen, with an ellipsis where there is no room. `text` must be clean already.
void paintElided(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter,
    Qt::TextElideMode mode = Qt::ElideRight);
/// The same with every digit as wide as the widest, so that figures stand in columns. Cuts like paintElided.
void paintFigures(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment = Qt::AlignRight | Qt::AlignVCenter);
/// Width of a text as paintFigures draws it.
qreal figuresWidth(const QFontMetricsF &metrics, const QString &text);
/// Flags for text that breaks between words, and inside a word only where one alone is wider than `width`.
int wrapFlags(const QFontMetrics &metrics, const QString &text, int width);
/// A one pixel line along the bottom of the rectangle.
void paintHairline(QPainter &painter, const QRectF &rect, const Theme &theme);
/// Selection ground and focus bar of a list row.
void paintRowGround(QPainter &painter, const QRectF &rect, bool isSelected, bool hasFocus, const Theme &theme);
/// One monochrome icon, centred in the rectangle at 16 px at most.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, Token token, const Theme &theme);

} // namespace quarterdeck
