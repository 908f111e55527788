#include "ui/widgets/widgetpicture.h"

#include "app/core/text.h"

#include <QBuffer>
#include <QPainter>
#include <QPixmap>
#include <QSvgGenerator>
#include <QWidget>

namespace quarterdeck {

QByteArray widgetPng(QWidget &widget)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    widget.grab().save(&buffer, "PNG");
    return bytes;
}

QByteArray widgetSvg(QWidget &widget, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(widget.size());
    generator.setViewBox(QRect(QPoint(), widget.size()));
    // The generator writes the title as it is.
    generator.setTitle(text::escaped(text::plain(title, 200)));
    QPainter painter(&generator);
    painter.fillRect(widget.rect(), widget.palette().window());
    widget.render(&painter, {}, {}, QWidget::DrawChildren);
    painter.end();
    return bytes;
}

} // namespace quarterdeck
