#include "ui/widgets/verbbutton.h"

#include "ui/widgets/paint.h"

#include <QAction>
#include <QRegularExpression>
#include <QStyle>

namespace quarterdeck {

QString actionText(const QAction *action)
{
    static const QRegularExpression Mnemonic(QStringLiteral("\\s*\\(&[^)]\\)"));
    return action->text().section(u'\t', 0, 0).remove(Mnemonic).remove(u'&');
}

QString keyText(const QAction *action)
{
    // Actions whose single key is handled elsewhere carry it as data.
    const QString own = action->property("shownKey").toString();
    if (!own.isEmpty()) {
        return own;
    }
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    return key.size() == 1 ? key.toLower() : key;
}

VerbButton::VerbButton(const Theme &theme, const QString &text, const QString &key, Rank rank, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_key(key)
{
    setAutoDefault(false);
    setAccessibleName(text);
    setAccessibleDescription(key.isEmpty() ? QString() : tr("Shortcut: %1").arg(key));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setRank(rank);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

VerbButton::VerbButton(const Theme &theme, QAction *action, Rank rank, QWidget *parent)
    : VerbButton(theme, actionText(action), keyText(action), rank, parent)
{
    setObjectName(action->objectName() + QStringLiteral("Button"));
    setEnabled(action->isEnabled());
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this, action] {
        setEnabled(action->isEnabled());
        setText(actionText(action));
        setAccessibleName(text());
        updateGeometry();
    });
}

void VerbButton::setRank(Rank rank)
{
    m_rank = rank;
    setProperty("primary", rank == Rank::Primary);
    update();
}

QSize VerbButton::sizeHint() const
{
    const QFontMetrics metrics(m_theme.strongFont(TypeFace::Body));
    const int key = m_key.isEmpty() ? 0 : 7 + metrics.horizontalAdvance(m_key);
    return {metrics.horizontalAdvance(text()) + key + 22, m_theme.controlHeight()};
}

QSize VerbButton::minimumSizeHint() const
{
    return sizeHint();
}

void VerbButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isPrimary = m_rank == Rank::Primary && isEnabled();
    const bool isHot = underMouse() && isEnabled();
    QColor ground = m_theme.color(isPrimary ? Token::Accent : Token::Surface);
    if (isDown()) {
        ground = isPrimary ? ground.darker(112) : m_theme.color(Token::Selection);
    } else if (isHot) {
        ground = isPrimary ? ground.lighter(106) : m_theme.color(Token::Raised);
    }
    painter.setBrush(ground);
    // The ring of a primary button stands off from its ground, which has the ring's colour.
    const qreal inset = hasFocus() && isPrimary ? 4.5 : 0.5;
    painter.setPen(QPen(m_theme.color(isPrimary ? Token::Accent : Token::Border), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QColor ink = m_theme.color(!isEnabled() ? Token::Faint : isPrimary ? Token::OnAccent : Token::Text);
    const QFont font = isPrimary ? m_theme.strongFont(TypeFace::Body) : m_theme.font(TypeFace::Body);
    painter.setFont(font);
    painter.setPen(ink);
    const qreal textWidth = QFontMetricsF(font).horizontalAdvance(text());
    const QRectF line = QRectF(rect()).adjusted(11, 0, -9, 0);
    paintElided(painter, line, text());
    if (!m_key.isEmpty()) {
        QColor faint = isPrimary ? ink : m_theme.color(Token::Faint);
        faint.setAlphaF(isPrimary ? 0.65F : 1.0F);
        painter.setFont(m_theme.font(TypeFace::Body));
        painter.setPen(faint);
        paintElided(painter, line.adjusted(textWidth + 7, 0, 0, 0), m_key);
    }
}

} // namespace quarterdeck
