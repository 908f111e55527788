#include "ui/widgets/chip.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/phrases.h"
#include "ui/widgets/severitymark.h"

namespace quarterdeck {

Chip::Chip(const Theme &theme, const QString &foreign, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setChipText(foreign);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void Chip::setChipText(const QString &foreign)
{
    const QString clean = text::plain(foreign, 80);
    m_whole = foreign;
    setToolTip(clean == text::plain(foreign) ? QString() : text::tooltip(foreign));
    setText(clean);
    setAccessibleName(clean);
    updateGeometry();
    update();
}

void Chip::setMark(Mark mark, Severity severity)
{
    m_mark = mark;
    m_severity = severity;
    const QString word = mark == Mark::Ok ? tr("no open alerts")
        : mark == Mark::Stale             ? tr("unknown: its sources are not up to date")
        : mark == Mark::Severity          ? severityWord(severity)
                                          : QString();
    setHint(this, word.isEmpty() ? m_whole : phrases::pair(m_whole, word));
    updateGeometry();
    update();
}

void Chip::setAccented(bool accented)
{
    m_isAccented = accented;
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.strongFont(TypeFace::Section));
    return {metrics.horizontalAdvance(text()) + 18 + (m_mark == Mark::None ? 0 : 16), std::max(24, metrics.height() + 8)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(m_theme.color(Token::Accent), 2) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.color(m_isAccented ? Token::AccentGround : underMouse() ? Token::Selection : Token::Raised));
    painter.drawRoundedRect(box, 5, 5);
    QRectF line = box.adjusted(8, 0, -6, 0);
    const QRectF mark(line.left(), line.top(), 10, line.height());
    if (m_mark == Mark::Severity) {
        paintSeverityShape(painter, mark, m_severity, m_theme);
    } else if (m_mark == Mark::Ok) {
        paintOkShape(painter, mark, m_theme);
    } else if (m_mark == Mark::Stale) {
        paintSeverityShape(painter, mark, Severity::Unknown, m_theme);
    }
    if (m_mark != Mark::None) {
        line.setLeft(line.left() + 16);
    }
    QFont font = m_theme.font(TypeFace::Section);
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    painter.setPen(m_theme.color(m_isAccented ? Token::Accent : Token::Text));
    paintElided(painter, line, text());
}

} // namespace quarterdeck
