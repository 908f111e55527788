#include "ui/pages/services/alertrow.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/agetext.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/severitymark.h"

namespace quarterdeck {

AlertRow::AlertRow(const Theme &theme, const Alert &alert, UtcTime now, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_severity(alert.severity)
    , m_title(text::plain(alert.title, 200))
    , m_remark(ageText(now - alert.startsAt))
{
    if (alert.state != AlertState::Triggered) {
        m_remark = alertStateWord(alert.state).toLower() + u' ' + m_remark;
    }
    setObjectName(QStringLiteral("serviceAlert_") + alert.key.toString());
    setAccessibleName(tr("%1, %2, %3").arg(m_title, severityWord(m_severity), m_remark));
    setHint(this, alert.summary.isEmpty() ? alert.title : alert.summary);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize AlertRow::sizeHint() const
{
    return {200, std::max(24, QFontMetrics(m_theme.font(TypeFace::Body)).height() + 8)};
}

void AlertRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse()) {
        painter.fillRect(rect(), m_theme.color(Token::Raised));
    }
    if (hasFocus()) {
        painter.fillRect(QRect(0, 0, 2, height()), m_theme.color(Token::Accent));
    }
    const QRectF box(6, 0, width() - 6, height());
    paintSeverityShape(painter, QRectF(box.left(), 0, 14, height()), m_severity, m_theme);
    painter.setFont(m_theme.font(TypeFace::Body));
    const qreal remark = painter.fontMetrics().horizontalAdvance(m_remark) + 10;
    painter.setPen(m_theme.color(Token::Text));
    paintElided(painter, box.adjusted(22, 0, -remark, 0), m_title);
    painter.setPen(m_theme.color(Token::Muted));
    paintElided(painter, box, m_remark, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace quarterdeck
