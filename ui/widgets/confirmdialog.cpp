#include "ui/widgets/confirmdialog.h"

#include "ui/widgets/dialogframe.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/verbbutton.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr int Width = 480;
constexpr int RoundList = 50;   // the margins and a scroll bar
constexpr int RoundLines = 160; // what stands above and below the list

} // namespace

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
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(what);
    scroll->setMaximumHeight(300);
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
    // As high as what it is about, up to a dozen lines.
    const int lines = what->heightForWidth(Width - RoundList);
    resize(Width, std::clamp(lines + RoundLines, 240, 420));
}

} // namespace quarterdeck
