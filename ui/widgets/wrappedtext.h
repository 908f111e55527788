#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRectF;

namespace quarterdeck {

/// Height of plain text in lines of at most `width` pixels: broken between words, and within one that is wider than a line.
int wrappedHeight(const QString &text, const QFont &font, int width);
/// Paints it so, with the painter's font and pen; `alignment` as a label has it.
void paintWrapped(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment);

} // namespace quarterdeck
