#include "ui/pages/runbooks/inputrow.h"

#include "ui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace quarterdeck {

InputRow::InputRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_question(new PlainLabel(this))
    , m_line(new QLineEdit(this))
{
    m_question->setLook(theme, TypeFace::Body, Token::Muted);
    m_line->setObjectName(QStringLiteral("runInput"));
    m_line->setMaxLength(2000);
    m_line->installEventFilter(this);
    auto *hint = new PlainLabel(tr("Enter saves, Esc cancels"), this);
    hint->setLook(theme, TypeFace::Caption, Token::Faint);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 8, 18, 8);
    row->setSpacing(10);
    row->addWidget(m_question);
    row->addWidget(m_line, 1);
    row->addWidget(hint);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_line->text().trimmed();
        if (m_needsText && text.isEmpty()) {
            return;
        }
        hide();
        emit answered(text);
    });
    hide();
}

void InputRow::ask(const QString &question, const QString &text, bool needsText)
{
    m_needsText = needsText;
    m_question->setPlain(question);
    m_line->setAccessibleName(question);
    m_line->setText(text);
    show();
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->selectAll();
}

bool InputRow::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_line && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        hide();
        emit cancelled();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace quarterdeck
