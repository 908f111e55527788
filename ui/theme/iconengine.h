#pragma once

#include <QColor>
#include <QIconEngine>

namespace quarterdeck {

/// Draws one monochrome SVG of resources/icons in one colour, sharp at any size.
class IconEngine final : public QIconEngine {
public:
    IconEngine(QString name, QColor color, QColor disabled);
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;

private:
    QString m_name;
    QColor m_color;
    QColor m_disabled;
};

} // namespace quarterdeck
