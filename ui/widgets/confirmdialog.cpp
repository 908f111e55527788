#include "ui/widgets/confirmdialog.h"

#include "ui/widgets/dialogframe.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace quarterdeck {

ConfirmDialog::ConfirmDialog(
    const Theme &theme, const QString &question, const QString &sentence, const QString &foreign, const QString &verb, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("confirmDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question);
    new DialogFrame(theme, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    auto *head = new PlainLabel(question, this);
    head->setLook(theme, TypeFace::Title);
    auto *words = new PlainLabel(sentence, this);
    words->setLook(theme, TypeFace::Body, Token::Muted);
    words->setWordWrap(true);
    auto *what = new PlainLabel(this);
    what->setPlainBlock(foreign);
    what->setLook(theme, TypeFace::Mono);
    what->setWordWrap(true);
    what->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setProperty("ground", "none");
    // A word that is too long to wrap brings a scroll bar, which must not cover the last line.
    auto *holder = new QWidget(scroll);
    auto *around = new QVBoxLayout(holder);
    around->setContentsMargins(0, 0, 0, style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    around->addWidget(what);
    scroll->setWidget(holder);
    scroll->setMaximumHeight(220);
    auto *row = new QHBoxLayout;
    auto *cancel = new VerbButton(theme, tr("Cancel"), QStringLiteral("Esc"), VerbButton::Rank::Secondary, this);
    cancel->setObjectName(QStringLiteral("confirmDialog.cancel"));
    auto *accept = new VerbButton(theme, verb, QStringLiteral("Enter"), VerbButton::Rank::Primary, this);
    accept->setObjectName(QStringLiteral("confirmDialog.accept"));
    accept->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(accept);
    column->addWidget(head);
    column->addWidget(words);
    column->addWidget(scroll, 1);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    resize(480, 240);
}

} // namespace quarterdeck
