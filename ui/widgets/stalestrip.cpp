#include "ui/widgets/stalestrip.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/spokennotice.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace quarterdeck {

StaleStrip::StaleStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new PlainLabel(this))
    , m_button(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(36, 3, 12, 3);
    row->setSpacing(12);
    row->addWidget(m_label, 1);
    row->addWidget(m_button);
    m_label->setObjectName(QStringLiteral("staleSentence"));
    // What keeps a picture from being whole must not be cut itself.
    m_label->setWordWrap(true);
    m_label->setLook(theme, TypeFace::Body, Token::Warning);
    m_button->setObjectName(QStringLiteral("staleButton"));
    connect(m_button, &QPushButton::clicked, this, &StaleStrip::activated);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void StaleStrip::setSentence(const QString &sentence, const QString &button)
{
    const bool isNew = sentence != accessibleName();
    if (!isNew && button == m_button->text() && isHidden() == sentence.isEmpty()) {
        return;
    }
    m_label->setPlain(sentence);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    if (isNew && isVisible()) {
        announce(this, sentence);
    }
}

void StaleStrip::setToken(Token token)
{
    m_token = token;
    m_label->setLook(m_theme, TypeFace::Body, token);
    update();
}

void StaleStrip::setOneLine()
{
    m_label->setWordWrap(false);
    m_label->setEliding(true);
}

void StaleStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor ground = m_theme.color(m_token);
    ground.setAlpha(20);
    painter.fillRect(rect(), ground);
    paintIcon(painter, QRectF(14, 0, 16, height()), QStringLiteral("stale"), m_token, m_theme);
    paintHairline(painter, rect(), m_theme);
}

} // namespace quarterdeck
