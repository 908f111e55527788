#include "ui/widgets/emptystate.h"

#include "ui/widgets/plainlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace quarterdeck {

namespace {

// Fixed, because a layout asks a centred label for the height of its own width, not of the label's: the end was cut off.
constexpr int TextWidth = 480;
constexpr int LeastTextWidth = 160;
constexpr int Around = 32;

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
    column->setContentsMargins(Around, Around, Around, Around);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    for (PlainLabel *label : {m_sentence, m_whatToDo}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
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
    fitText();
    m_whatToDo->setVisible(!whatToDo.isEmpty());
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(sentence);
    refreshLook();
}

QSize EmptyState::minimumSizeHint() const
{
    return {LeastTextWidth + 2 * Around, QWidget::minimumSizeHint().height()};
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitText();
}

void EmptyState::fitText()
{
    const int room = std::clamp(width() - 2 * Around, LeastTextWidth, TextWidth);
    for (PlainLabel *label : {m_sentence, m_whatToDo}) {
        label->setFixedWidth(room);
        label->setMinimumHeight(std::max(0, label->heightForWidth(room)));
    }
}

void EmptyState::refreshLook()
{
    if (!m_iconName.isEmpty()) {
        m_icon->setPixmap(m_theme.icon(m_iconName, Token::Faint).pixmap(QSize(28, 28), devicePixelRatioF()));
    }
}

} // namespace quarterdeck
