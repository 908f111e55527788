#include "ui/widgets/wrappedtext.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace quarterdeck {

namespace {

/// Breaks the text into lines; gives the height of all of them.
qreal breakLines(QTextLayout &layout, qreal width, Qt::Alignment alignment)
{
    QTextOption option(alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    const qreal leading = QFontMetricsF(layout.font()).leading();
    qreal height = -leading;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        height += leading;
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return std::max<qreal>(0, height);
}

QString inLines(const QString &text)
{
    return QString(text).replace(u'\n', QChar::LineSeparator);
}

} // namespace

int wrappedHeight(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(inLines(text), font);
    return int(std::ceil(breakLines(layout, std::max(1, width), Qt::AlignLeft)));
}

void paintWrapped(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment)
{
    QTextLayout layout(inLines(text), painter.font());
    const qreal height = breakLines(layout, std::max<qreal>(1, rect.width()), alignment);
    const qreal room = std::max<qreal>(0, rect.height() - height);
    const qreal top = alignment.testFlag(Qt::AlignTop) ? 0 : alignment.testFlag(Qt::AlignBottom) ? room : room / 2;
    layout.draw(&painter, rect.topLeft() + QPointF(0, top));
}

} // namespace quarterdeck
