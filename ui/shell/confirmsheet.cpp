#include "ui/shell/confirmsheet.h"

#include "ui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace quarterdeck {

ConfirmSheet::ConfirmSheet(const Theme &theme, QWidget *window)
    : Overlay(theme, window)
    , m_sentence(new PlainLabel(this))
    , m_detail(new PlainLabel(this))
    , m_verb(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("confirm"));
    setSheet(480, 140);
    m_sentence->setObjectName(QStringLiteral("confirmSentence"));
    m_sentence->setLook(theme, TypeFace::Body, Token::Text, true);
    m_sentence->setWordWrap(true);
    m_detail->setObjectName(QStringLiteral("confirmDetail"));
    m_detail->setLook(theme, TypeFace::Mono, Token::Muted);
    m_detail->setEliding(true);
    m_verb->setObjectName(QStringLiteral("confirmVerb"));
    m_verb->setProperty("primary", true);
    m_cancel->setObjectName(QStringLiteral("confirmCancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    for (QPushButton *button : {m_cancel, m_verb}) {
        button->setAutoDefault(true);
    }
    content()->setContentsMargins(16, 16, 16, 14);
    content()->addWidget(m_sentence);
    content()->addWidget(m_detail);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_verb);
    content()->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, &Overlay::dismiss);
    connect(m_verb, &QPushButton::clicked, this, [this] {
        const auto confirmed = std::exchange(m_confirmed, {});
        dismiss();
        if (confirmed) {
            confirmed();
        }
    });
}

void ConfirmSheet::ask(const QString &sentence, const QString &detail, const QString &verb, std::function<void()> confirmed)
{
    m_sentence->setPlain(sentence);
    m_detail->setPlain(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_verb->setText(verb);
    m_verb->setAccessibleName(verb);
    m_confirmed = std::move(confirmed);
    setAccessibleName(sentence);
    open(m_cancel);
}

} // namespace quarterdeck
