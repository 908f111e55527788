#include "ui/widgets/filteredit.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>

namespace quarterdeck {

FilterEdit::FilterEdit(const Theme &theme, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_pause(new QTimer(this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setMaxLength(2000);
    setMinimumHeight(theme.controlHeight());
    QAction *mark = addAction(theme.icon(QStringLiteral("search"), Token::Faint), QLineEdit::LeadingPosition);
    connect(&theme, &Theme::changed, this, [this, mark, &theme] {
        mark->setIcon(theme.icon(QStringLiteral("search"), Token::Faint));
        setMinimumHeight(theme.controlHeight());
    });
    m_pause->setSingleShot(true);
    m_pause->setInterval(80);
    connect(m_pause, &QTimer::timeout, this, &FilterEdit::report);
    connect(this, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
}

void FilterEdit::setFilter(const QString &filter)
{
    setText(filter);
    report();
}

void FilterEdit::setProblem(const QString &sentence)
{
    setHint(this, sentence);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            emit left();
        } else {
            clear();
            report();
        }
        event->accept();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        report();
        emit left();
        event->accept();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::report()
{
    m_pause->stop();
    if (text() != m_reported) {
        m_reported = text();
        emit filterChanged(m_reported);
    }
}

} // namespace quarterdeck
