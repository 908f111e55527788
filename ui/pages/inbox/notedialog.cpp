#include "ui/pages/inbox/notedialog.h"

#include "app/core/text.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace quarterdeck {

NoteDialog::NoteDialog(const Theme &theme, const QString &alertTitle, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("inbox.noteDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Note"));
    new DialogFrame(theme, this);
    auto *head = new PlainLabel(tr("Note on %1").arg(text::plain(alertTitle, 120)), this);
    head->setLook(theme, TypeFace::Section, Token::Text, true);
    head->setEliding(true);
    m_edit->setObjectName(QStringLiteral("inbox.noteDialog.text"));
    m_edit->setAccessibleName(tr("Text of the note"));
    m_edit->setPlaceholderText(tr("What you saw, did or think. Stays on this machine."));
    m_edit->setTabChangesFocus(true);
    auto *cancel = new VerbButton(theme, tr("Cancel"), QStringLiteral("Esc"), VerbButton::Rank::Secondary, this);
    auto *accept = new VerbButton(theme, tr("Save note"), QStringLiteral("Ctrl+Enter"), VerbButton::Rank::Primary, this);
    accept->setObjectName(QStringLiteral("inbox.noteDialog.accept"));
    accept->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->addWidget(head);
    column->addWidget(m_edit, 1);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &NoteDialog::keep);
    connect(m_edit, &QPlainTextEdit::textChanged, accept, [this, accept] { accept->setEnabled(!m_edit->toPlainText().trimmed().isEmpty()); });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ControlModifier | key), this);
        connect(shortcut, &QShortcut::activated, this, &NoteDialog::keep);
    }
    m_edit->setFocus();
    resize(480, 220);
}

void NoteDialog::keep()
{
    const QString words = m_edit->toPlainText().trimmed();
    if (!words.isEmpty()) {
        emit written(words);
        accept();
    }
}

} // namespace quarterdeck
