#include "ui/theme/iconengine.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace quarterdeck {

namespace {

QByteArray coloured(const QString &name, const QColor &color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

} // namespace

IconEngine::IconEngine(QString name, QColor color, QColor disabled)
    : m_name(std::move(name))
    , m_color(color)
    , m_disabled(disabled)
{
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    QSvgRenderer renderer(coloured(m_name, mode == QIcon::Disabled ? m_disabled : m_color));
    if (renderer.isValid()) {
        renderer.render(painter, rect);
    }
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return picture;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

} // namespace quarterdeck
