#include "ui/pages/services/factlabel.h"

#include "app/core/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

namespace quarterdeck {

FactLabel::FactLabel(const Theme &theme, const QString &caption, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_caption(caption)
    , m_value(new PlainLabel(this))
{
    auto *name = new PlainLabel(caption.toUpper(), this);
    name->setLook(theme, TypeFace::Caption, Token::Muted);
    m_value->setMaximumWidth(220);
    m_value->setEliding(true);
    m_value->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(name);
    column->addWidget(m_value);
}

void FactLabel::set(const QString &value, const QString &provenance, Token token)
{
    setVisible(!value.isEmpty());
    m_value->setLook(m_theme, TypeFace::Body, token);
    m_value->setPlain(value);
    const QString whence = provenance.isEmpty() ? value : tr("%1: %2, from %3").arg(m_caption, value, provenance);
    setHint(m_value, whence);
    setHint(this, whence);
    setAccessibleName(text::plain(whence));
}

} // namespace quarterdeck
