#include "ui/widgets/emptystate.h"

#include "ui/widgets/plainlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

// Fixed, because a layout asks a centred label for the height of its own width, not of the label's: the end was cut off.
constexpr int TextWidth = 480;

} // namespace

EmptyState::EmptyState(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new PlainLabel(this))
    , m_sentence(new PlainLabel(this))
    , m_whatToDo(new PlainLabel(this))
    , m_button(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    for (PlainLabel *label : {m_sentence, m_whatToDo}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setFixedWidth(TextWidth);
        column->addWidget(label, 0, Qt::AlignHCenter);
    }
    column->addSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_whatToDo->setObjectName(QStringLiteral("emptyAdvice"));
    m_button->setObjectName(QStringLiteral("emptyButton"));
    m_sentence->setLook(theme, TypeFace::Body, Token::Text, true);
    m_whatToDo->setLook(theme, TypeFace::Body, Token::Muted);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
    connect(&theme, &Theme::changed, this, &EmptyState::refreshLook);
    set({}, {});
}

void EmptyState::set(const QString &icon, const QString &sentence, const QString &whatToDo, const QString &button)
{
    m_iconName = icon;
    m_icon->setVisible(!icon.isEmpty());
    m_sentence->setPlain(sentence);
    m_whatToDo->setPlainBlock(whatToDo);
    for (PlainLabel *label : {m_sentence, m_whatToDo}) {
        label->setMinimumHeight(std::max(0, label->heightForWidth(TextWidth)));
    }
    m_whatToDo->setVisible(!whatToDo.isEmpty());
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(sentence);
    refreshLook();
}

void EmptyState::refreshLook()
{
    if (!m_iconName.isEmpty()) {
        m_icon->setPixmap(m_theme.icon(m_iconName, Token::Faint).pixmap(QSize(28, 28), devicePixelRatioF()));
    }
}

} // namespace quarterdeck
