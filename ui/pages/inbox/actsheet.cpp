#include "ui/pages/inbox/actsheet.h"

#include "ui/widgets/dialogframe.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace quarterdeck {

ActSheet::ActSheet(const Theme &theme, Request request, QWidget *parent)
    : QDialog(parent)
    , m_request(std::move(request))
    , m_edit(new QLineEdit(m_request.typed, this))
    , m_says(new PlainLabel(this))
    , m_accept(new VerbButton(theme, m_request.verb, QStringLiteral("Enter"), VerbButton::Rank::Primary, this))
{
    setObjectName(QStringLiteral("inbox.actSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_request.verb);
    new DialogFrame(theme, this);
    auto *head = new PlainLabel(m_request.title, this);
    head->setLook(theme, TypeFace::Section, Token::Text, true);
    head->setEliding(true);
    m_edit->setObjectName(QStringLiteral("inbox.actSheet.edit"));
    m_edit->setAccessibleName(m_request.prompt);
    m_edit->setPlaceholderText(m_request.prompt);
    m_says->setLook(theme, TypeFace::Body, Token::Muted);
    m_says->setObjectName(QStringLiteral("inbox.actSheet.says"));
    m_accept->setObjectName(QStringLiteral("inbox.actSheet.accept"));
    m_accept->setDefault(true);
    auto *cancel = new VerbButton(theme, tr("Cancel"), QStringLiteral("Esc"), VerbButton::Rank::Secondary, this);
    cancel->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(head);
    column->addWidget(m_edit);
    column->addWidget(m_says);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &ActSheet::choose);
    connect(m_edit, &QLineEdit::textChanged, this, &ActSheet::read);
    read();
    m_edit->selectAll();
    m_edit->setFocus();
    resize(480, 170);
}

void ActSheet::read()
{
    const QString text = m_edit->text().trimmed();
    const std::optional<QString> meaning = text.isEmpty() ? std::nullopt : m_request.meaning(text);
    m_accept->setEnabled(meaning.has_value());
    m_says->setPlain(meaning.value_or(m_request.prompt));
}

void ActSheet::choose()
{
    if (m_accept->isEnabled()) {
        emit chosen(m_edit->text().trimmed());
        accept();
    }
}

} // namespace quarterdeck
