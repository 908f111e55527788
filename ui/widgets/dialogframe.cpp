#include "ui/widgets/dialogframe.h"

#include <QDialog>
#include <QEvent>
#include <QPainter>

namespace quarterdeck {

DialogFrame::DialogFrame(const Theme &theme, QDialog *dialog)
    : QWidget(dialog)
    , m_theme(theme)
    , m_dialog(dialog)
{
    setObjectName(QStringLiteral("dialogFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    dialog->installEventFilter(this);
    connect(&theme, &Theme::changed, this, &DialogFrame::applyTheme);
    applyTheme();
}

void DialogFrame::applyTheme()
{
    QPalette palette = m_dialog->palette();
    palette.setColor(QPalette::Window, m_theme.color(Token::Surface));
    m_dialog->setPalette(palette);
    update();
}

void DialogFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // Stronger than a hairline between rows: it parts the dialog from a window of nearly its colour.
    painter.setPen(m_theme.color(Token::Faint));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool DialogFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_dialog && (event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::ChildAdded)) {
        setGeometry(m_dialog->rect());
        raise();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace quarterdeck
