#include "ui/pages/load/explainpanel.h"

#include "ui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace quarterdeck {

ExplainPanel::ExplainPanel(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_inputs(new PlainLabel(this))
{
    auto *head = new QHBoxLayout;
    auto *title = new PlainLabel(tr("What these figures mean"), this);
    title->setLook(theme, TypeFace::Section);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("explainClose"));
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    head->addWidget(title, 1);
    head->addWidget(close);
    content()->addLayout(head);
    m_inputs->setObjectName(QStringLiteral("explainInputs"));
    m_inputs->setLook(theme, TypeFace::Body, Token::Muted);
    m_inputs->setWordWrap(true);
    content()->addWidget(m_inputs);
    hide();
}

void ExplainPanel::explain(const QStringList &keys, const QStringList &inputs)
{
    delete m_body;
    m_body = new QWidget(this);
    m_text.clear();
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto line = [&](const QString &text, TypeFace face, Token token) {
        auto *label = new PlainLabel(text, m_body);
        label->setLook(m_theme, face, token);
        label->setWordWrap(true);
        column->addWidget(label);
        m_text << text;
    };
    for (const QString &key : keys) {
        const auto &all = kpiDefinitions();
        const auto found = std::ranges::find(all, key, &KpiDefinition::key);
        if (found != all.end()) {
            line(found->title, TypeFace::Section, Token::Text);
            line(found->formula, TypeFace::Body, Token::Text);
            if (!found->worked.isEmpty()) {
                line(tr("Worked value: %1").arg(found->worked), TypeFace::Body, Token::Text);
            }
            line(tr("Definition from: %1. Key in exports: %2.").arg(found->source, found->key), TypeFace::Body, Token::Muted);
        }
    }
    content()->insertWidget(1, m_body);
    m_inputs->setPlain(inputs.join(u' '));
    m_text << inputs;
    setAccessibleDescription(m_text.join(u' '));
    show();
}

QString ExplainPanel::shownText() const
{
    return m_text.join(u'\n');
}

} // namespace quarterdeck
