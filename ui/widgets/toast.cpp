#include "ui/widgets/toast.h"

#include "ui/widgets/phrases.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/spokennotice.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace quarterdeck {

Toast::Toast(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new PlainLabel(this))
    , m_undoButton(new QPushButton(tr("Undo  u"), this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 8);
    row->setSpacing(14);
    row->addWidget(m_label, 1);
    row->addWidget(m_undoButton);
    m_label->setLook(theme, TypeFace::Body);
    m_label->setObjectName(QStringLiteral("toastSentence"));
    m_label->setEliding(true);
    m_undoButton->setObjectName(QStringLiteral("toastUndo"));
    m_undoButton->setAccessibleName(tr("Undo"));
    m_undoButton->setFocusPolicy(Qt::TabFocus);
    m_timer->setSingleShot(true);
    m_timer->setInterval(10'000);
    connect(m_timer, &QTimer::timeout, this, [this] {
        m_undo = {};
        hide();
    });
    connect(m_undoButton, &QPushButton::clicked, this, &Toast::undoNow);
    hide();
}

void Toast::showSentence(const QString &sentence, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_label->setPlain(sentence);
    setAccessibleName(sentence);
    m_undoButton->setVisible(bool(m_undo));
    m_timer->start();
    show();
    place();
    raise();
    announce(this, m_undo ? phrases::sentences({sentence, tr("u undoes it.")}) : sentence);
}

bool Toast::undoNow()
{
    if (!m_undo) {
        return false;
    }
    const auto undo = std::exchange(m_undo, {});
    m_timer->stop();
    hide();
    undo();
    return true;
}

void Toast::place()
{
    const QRect room = parentWidget()->rect();
    const int width = std::min(room.width() - 40, sizeHint().width() + 8);
    const int height = sizeHint().height();
    setGeometry(room.center().x() - width / 2, room.bottom() - height - 44, width, height);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Hairline), 1));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace quarterdeck
