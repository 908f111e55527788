#include "ui/shell/rail.h"

#include "app/core/text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

namespace quarterdeck {

namespace {
constexpr int MostCounted = 9999;
}

RailItem::RailItem(const Theme &theme, const QString &title, QChar key, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_key(key.isNull() ? QString() : QStringLiteral("g ") + key)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(m_key.isEmpty() ? QString() : tr("Shortcut: %1").arg(m_key));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setBadge(0);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void RailItem::setBadge(int count)
{
    m_badge = count;
    setAccessibleName(count > 0 ? tr("%1, %n critical", nullptr, count).arg(text()) : text());
    update();
}

QSize RailItem::sizeHint() const
{
    return {160, std::max(30, m_theme.controlHeight() + 2)};
}

void RailItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 0.5, -1, -0.5);
    painter.setPen(hasFocus() ? QPen(m_theme.color(Token::Accent), 2) : QPen(Qt::NoPen));
    if (isChecked() || underMouse()) {
        painter.setBrush(m_theme.color(Token::Raised));
    }
    if (isChecked() || underMouse() || hasFocus()) {
        painter.drawRoundedRect(box.adjusted(0, 0.5, 0, -0.5), 6, 6);
    }
    const QRectF line = box.adjusted(9, 0, -9, 0);
    painter.setFont(isChecked() ? m_theme.strongFont(TypeFace::Body) : m_theme.font(TypeFace::Body));
    painter.setPen(m_theme.color(isChecked() ? Token::Text : Token::Muted));
    paintElided(painter, line.adjusted(0, 0, -32, 0), text());
    if (m_badge > 0) {
        QFont font = m_theme.font(TypeFace::Section);
        painter.setFont(font);
        painter.setPen(m_theme.color(Token::Critical));
        paintFigures(painter, line, m_badge > MostCounted ? QStringLiteral("%L1+").arg(MostCounted) : QStringLiteral("%L1").arg(m_badge));
    } else {
        painter.setFont(m_theme.font(TypeFace::Caption));
        painter.setPen(m_theme.color(Token::Faint));
        paintElided(painter, line, m_key, Qt::AlignRight | Qt::AlignVCenter);
    }
}

Rail::Rail(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_caption(new PlainLabel(this))
    , m_first(new PlainLabel(this))
    , m_second(new PlainLabel(this))
{
    setFixedWidth(176);
    m_column->setContentsMargins(8, 10, 9, 12);
    m_column->setSpacing(1);
    m_column->addStretch(1);
    m_caption->setLook(theme, TypeFace::Caption, Token::Muted);
    m_first->setLook(theme, TypeFace::Body);
    m_second->setLook(theme, TypeFace::Body, Token::Muted);
    for (PlainLabel *label : {m_caption, m_first, m_second}) {
        label->setEliding(true);
        label->setPadding({10, 1, 4, 1});
        m_column->addWidget(label);
        label->hide();
    }
}

void Rail::addPage(const QString &id, const QString &title, QChar key)
{
    auto *item = new RailItem(m_theme, title, key, this);
    item->setObjectName(QStringLiteral("rail_") + id);
    m_column->insertWidget(int(m_items.size()), item);
    m_items.insert(id, item);
    connect(item, &RailItem::clicked, this, [this, id] { emit chosen(id); });
}

void Rail::setCurrent(const QString &id)
{
    if (RailItem *item = m_items.value(id)) {
        item->setChecked(true);
    }
}

void Rail::setBadge(const QString &id, int count)
{
    if (RailItem *item = m_items.value(id)) {
        item->setBadge(count);
    }
}

void Rail::setFoot(const QString &caption, const QString &first, const QString &second, Token token)
{
    m_caption->setPlain(caption.toUpper());
    m_first->setLook(m_theme, TypeFace::Body, token);
    m_first->setPlain(first);
    m_second->setPlain(second);
    m_caption->setVisible(!caption.isEmpty());
    m_first->setVisible(!first.isEmpty());
    m_second->setVisible(!second.isEmpty());
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.color(Token::Hairline));
}

} // namespace quarterdeck
