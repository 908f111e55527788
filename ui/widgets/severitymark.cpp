#include "ui/widgets/severitymark.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/paint.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainterPath>

namespace quarterdeck {

namespace {

QString severityText(const char *text)
{
    return QCoreApplication::translate("SeverityMark", text);
}

void paintOctagon(QPainter &painter, const QRectF &box)
{
    const qreal cut = box.width() * 0.29;
    painter.drawPolygon(
        QPolygonF({{box.left() + cut, box.top()}, {box.right() - cut, box.top()}, {box.right(), box.top() + cut}, {box.right(), box.bottom() - cut},
            {box.right() - cut, box.bottom()}, {box.left() + cut, box.bottom()}, {box.left(), box.bottom() - cut}, {box.left(), box.top() + cut}}));
}

} // namespace

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Critical"));
    case Severity::Error:
        return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Error"));
    case Severity::Warning:
        return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Warning"));
    case Severity::Info:
        return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Info"));
    case Severity::Unknown:
        break;
    }
    return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Unknown"));
}

QString alertStateWord(AlertState state)
{
    switch (state) {
    case AlertState::Triggered:
        return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Firing"));
    case AlertState::Acknowledged:
        return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Acknowledged"));
    case AlertState::Snoozed:
        return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Snoozed"));
    case AlertState::Suppressed:
        return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Quiet"));
    case AlertState::Resolved:
        break;
    }
    return severityText(QT_TRANSLATE_NOOP("SeverityMark", "Resolved"));
}

Token severityToken(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return Token::Critical;
    case Severity::Error:
        return Token::Error;
    case Severity::Warning:
        return Token::Warning;
    case Severity::Info:
        return Token::Info;
    case Severity::Unknown:
        break;
    }
    return Token::Stale;
}

void paintSeverityShape(QPainter &painter, const QRectF &rect, Severity severity, const Theme &theme)
{
    paintSeverityShape(painter, rect, severity, severityToken(severity), theme);
}

void paintSeverityShape(QPainter &painter, const QRectF &rect, Severity severity, Token token, const Theme &theme)
{
    const qreal side = std::min({rect.width(), rect.height(), qreal(10)});
    const QRectF box(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    const QColor colour = theme.color(token);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (severity) {
    case Severity::Critical:
        painter.drawPolygon(QPolygonF({{box.center().x(), box.top() + 0.5}, {box.right(), box.bottom() - 0.5}, {box.left(), box.bottom() - 0.5}}));
        break;
    case Severity::Error:
        paintOctagon(painter, box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case Severity::Warning:
        painter.drawPolygon(QPolygonF(
            {{box.center().x(), box.top()}, {box.right(), box.center().y()}, {box.center().x(), box.bottom()}, {box.left(), box.center().y()}}));
        break;
    case Severity::Info:
    case Severity::Unknown:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.6, severity == Severity::Info ? Qt::SolidLine : Qt::DotLine));
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    }
    painter.restore();
}

void paintOkShape(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    const QRectF box(rect.center().x() - 5, rect.center().y() - 5, 10, 10);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::Ok), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF({{box.left() + 1, box.center().y() + 0.5}, {box.left() + 4, box.bottom() - 1.5}, {box.right() - 1, box.top() + 2}}));
    painter.restore();
}

void paintSeverity(QPainter &painter, const QRectF &rect, Severity severity, const Theme &theme)
{
    paintSeverityShape(painter, QRectF(rect.left(), rect.top(), 12, rect.height()), severity, theme);
    painter.save();
    painter.setFont(theme.font(TypeFace::Body));
    painter.setPen(theme.color(severityToken(severity)));
    paintElided(painter, rect.adjusted(18, 0, 0, 0), severityWord(severity));
    painter.restore();
}

SeverityMark::SeverityMark(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SeverityMark::setSeverity(Severity severity)
{
    m_severity = severity;
    if (accessibleName() != severityWord(severity)) {
        setAccessibleName(severityWord(severity));
    }
    updateGeometry();
    update();
}

QSize SeverityMark::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TypeFace::Body));
    return {20 + metrics.horizontalAdvance(severityWord(m_severity)), metrics.height()};
}

void SeverityMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSeverity(painter, rect(), m_severity, m_theme);
}

} // namespace quarterdeck
